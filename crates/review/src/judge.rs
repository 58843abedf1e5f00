//! A text read once by everything that reads: the phrases of both books, both models, and what they say together.
//!
//! The context of a draft is `draft`'s, the words for the writer `why`'s.

use std::cmp::Reverse;
use std::ops::Range;

use crate::crisis::{self, Crisis, Phrases};
use crate::features::Sight;
use crate::marks::{self, Category, Finding, Only};
use crate::model::{self, COLUMNS, TO_SELF};
use crate::sense;

/// A text, read.
pub(crate) struct Judged<'t> {
    sight: Sight<'t>,
    /// The phrases of marks that count.
    found: Vec<Finding>,
    /// The parts that were read, each with its scores.
    parts: Vec<(Range<usize>, Scores)>,
    phrases: Phrases,
    /// A short text that asks nothing: a light line in it stays one.
    small: bool,
    /// How many words there are.
    count: usize,
}

type Scores = [f32; COLUMNS];

/// What is wanted of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Signs of crisis alone, for which the models are heard only in a text of some words.
    Signs,
    /// Marks as well.
    Marks,
}

/// Reads a text and gives what was read to `use_it`.
pub(crate) fn judge<T>(text: &str, wanted: Wanted, use_it: impl FnOnce(&Judged<'_>) -> T) -> T {
    let read = marks::read(text);
    let (phrases, seen) = crisis::phrases(text);
    let sight = read.sight(text, seen);
    let count = read.words.len();
    let heard = wanted == Wanted::Marks || count >= FEWEST;
    let parts = if heard { parts(&sight, phrases.hinted != Crisis::default()) } else { Vec::new() };
    let small = read.words.len() <= 14 && !text.contains('?');
    use_it(&Judged { found: read.findings(), sight, parts, phrases, small, count })
}

/// Every part with its scores. The encoder is asked of those parts of which the linear model is not sure, and of all if
/// a phrase hints at something; of a long text only of the few that say most.
fn parts(sight: &Sight<'_>, hinted: bool) -> Vec<(Range<usize>, Scores)> {
    let windows = sight.windows();
    let words: Vec<Scores> = windows.iter().map(|window| model::scores(&sight.bag(window))).collect();
    let mut wanted: Vec<(f32, usize)> = words.iter().map(sense::wanted).zip(0..).collect();
    wanted.retain(|(above, _)| hinted || *above >= 0.0);
    wanted.sort_by(|left, right| right.0.total_cmp(&left.0));
    wanted.truncate(MOST);
    let asked: Vec<usize> = wanted.into_iter().map(|(_, at)| at).collect();
    let scored = windows.into_iter().zip(words).enumerate().map(|(at, (window, words))| {
        let part = asked.contains(&at).then(|| sight.written(&window));
        (window, sense::blended(&words, part))
    });
    scored.collect()
}

/// Parts of a text of which the encoder is asked at most.
const MOST: usize = 8;
/// Words that a text must have for the model alone to raise a sign: "my brother" says nothing yet.
const FEWEST: usize = 4;
/// How far below its threshold the model may be for a phrase to be worth knowing still.
const NEAR: f32 = 1.0;
/// How far below its threshold both models together must be for a phrase that only hints at a sign to be let go.
const DOUBT: f32 = 2.0;
/// How far below the threshold of the folds a sign is raised: on the set kept aside, one more in a hundred quiet drafts
/// for six more in a hundred of those with a sign.
const SOONER: f32 = 0.5;
/// Of fewer words than this no sign is raised sooner: a line in a form, of which the models have little to go on.
const SHORT: usize = 14;
/// How much sooner a mark is shown where the sort of message leaves no room for it.
const STRICTER: f32 = 0.7;

impl Judged<'_> {
    /// The part of the text that scores most in a column, and how much.
    fn top(&self, column: usize) -> Option<(&Range<usize>, f32)> {
        let scored = self.parts.iter().map(|(part, scores)| (part, scores[column]));
        scored.max_by(|left, right| left.1.total_cmp(&right.1))
    }

    fn raises(&self, column: usize) -> bool {
        let sooner = if self.count < SHORT { 0.0 } else { SOONER };
        self.count >= FEWEST
            && self.top(column).is_some_and(|(_, score)| score >= model::column(column).shown - sooner)
    }

    /// Whether a phrase that only hints at a sign is borne out: no part of the text speaks clearly against it.
    fn bears_out(&self, column: usize) -> bool {
        let doubted = |(_, score): (_, f32)| score < model::column(column).shown - DOUBT;
        !(self.count >= FEWEST && self.top(column).is_some_and(doubted))
    }

    /// Signs of crisis: what outspoken phrases say, hints that the models bear out, and what the models alone would
    /// raise.
    pub(crate) fn crisis(&self) -> Crisis {
        let Phrases { spoken, hinted } = self.phrases;
        let sign = |spoken: bool, hinted: bool, column| spoken || (hinted && self.bears_out(column));
        let mut crisis = Crisis {
            to_self: sign(spoken.to_self, hinted.to_self, TO_SELF),
            to_other: sign(spoken.to_other, hinted.to_other, TO_SELF + 1),
            afraid: sign(spoken.afraid, hinted.afraid, TO_SELF + 2),
        };
        crisis.to_self |= self.raises(TO_SELF);
        crisis.afraid |= self.raises(TO_SELF + 2);
        // Words of one who is threatened are never the writer's own (SAFE-4): fear weighs first.
        let score = |column| self.top(column).map_or(f32::MIN, |(_, score)| score);
        let fear_first = crisis.afraid && score(TO_SELF + 2) >= score(TO_SELF + 1);
        crisis.to_other |= self.raises(TO_SELF + 1) && !fear_first;
        crisis
    }

    /// What carries a mark: phrases that the model bears out, and what it finds where no phrase is known.
    ///
    /// `only` is the sort of message whose own phrases count; such a sort is read more strictly.
    pub(crate) fn findings(&self, only: Only) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (column, category) in Category::ALL.into_iter().enumerate() {
            let Some((part, score)) = self.top(column) else { continue };
            let limits = model::column(column);
            let room = if only == Only::Any { 0.0 } else { STRICTER };
            let (shown, sure) = (limits.shown - room, limits.sure - room);
            let mut known = false;
            for finding in self.found.iter().filter(|finding| finding.category == category) {
                let own = finding.only == only && only != Only::Any;
                if finding.only != Only::Any && !own {
                    continue;
                }
                let mut finding = finding.clone();
                if !own {
                    finding.severity = match score {
                        _ if finding.family == "light" => finding.severity,
                        _ if score >= sure => finding.severity,
                        _ if score >= shown => finding.severity.min(1),
                        _ if score >= shown - NEAR => 0,
                        _ => continue,
                    };
                }
                known |= finding.severity > 0 || (finding.family == "light" && self.small);
                findings.push(finding);
            }
            if !known && score >= shown {
                let place = self.sight.strongest(part, |bag| model::scores(bag)[column]);
                findings.retain(|finding| finding.category != category);
                findings.push(Finding {
                    category,
                    only: Only::Any,
                    severity: if score >= sure { heaviest(category) } else { 1 },
                    family: "sense",
                    line: 0,
                    start: place.start,
                    end: place.end,
                });
            }
        }
        // Of marks at one place the heaviest comes first.
        findings.sort_by_key(|finding| (finding.start, Reverse(finding.severity), finding.category));
        findings
    }
}

/// The severity of a mark that only the model found and is sure of.
fn heaviest(category: Category) -> u8 {
    if matches!(category, Category::Threat | Category::Evade) { 3 } else { 2 }
}
