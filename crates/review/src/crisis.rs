//! Reads any text for words that may point to suicide, to harming someone, or to being hurt by someone.
//!
//! Phrase families (`data/crisis`, English and German) come first; the model gives a second opinion on English. What is
//! found opens a help page, and what is not found proves nothing. It neither stores nor reports what it read.

use std::sync::LazyLock;

use crate::binder::Binder;
use crate::features::Seen;
use crate::judge::{Wanted, judge};
use crate::phrase::Book;
use crate::search::{Hit, search};
use crate::words::words;

/// What a text may point to (SAFE-4, SAFE-5, CARE-8).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Crisis {
    /// Words that may point to suicide or to hurting oneself.
    pub to_self: bool,
    /// Words that may point to harming the partner or anyone else.
    pub to_other: bool,
    /// Words of one who is hurt, threatened or afraid.
    pub afraid: bool,
}

/// Where and why a sign was seen; for tests and for those who tend the phrase files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// `self`, `other`, `afraid` or, for an idiom that kept another sign quiet, `quiet`.
    pub label: &'static str,
    /// The family of phrases, by its name in the data files.
    pub family: &'static str,
    /// The line of the phrase in its data file.
    pub line: u16,
    /// Byte offsets of the words in the text.
    pub span: std::ops::Range<usize>,
}

static ENGLISH: LazyLock<Book> = LazyLock::new(|| english().bind());
static GERMAN: LazyLock<Book> = LazyLock::new(|| german().bind());

fn english() -> Binder {
    Binder::with(&[
        include_str!("../data/crisis/sets.txt"),
        include_str!("../data/crisis/self.txt"),
        include_str!("../data/crisis/other.txt"),
        include_str!("../data/crisis/afraid.txt"),
        include_str!("../data/crisis/quiet.txt"),
    ])
}

fn german() -> Binder {
    Binder::german(&[
        include_str!("../data/crisis/de-sets.txt"),
        include_str!("../data/crisis/de-self.txt"),
        include_str!("../data/crisis/de-other.txt"),
        include_str!("../data/crisis/de-afraid.txt"),
        include_str!("../data/crisis/de-quiet.txt"),
    ])
}

/// What phrases say of a text, by how much they say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Phrases {
    /// Signs that stand whatever the models say of the rest.
    pub(crate) spoken: Crisis,
    /// Signs of phrases that are as often harmless: the models may speak against them.
    pub(crate) hinted: Crisis,
}

/// English families of `self` and `other` that, in the drafts learned from, stood in a fifth or more in texts without that
/// sign. What names the wish, or an act against oneself, is in none of them: no model takes that back.
const HINTS: &[(&str, &str)] = &[
    ("self", "means"),
    ("self", "goodbye-help"),
    ("self", "wider"),
    ("other", "intent-kill"),
    ("other", "intent-hurt"),
    ("other", "possession"),
    ("other", "veiled"),
    ("other", "wider"),
];

/// What the phrases of every language say of a text, and the English ones as the model sees them.
pub(crate) fn phrases(text: &str) -> (Phrases, Vec<Seen>) {
    let mut phrases = Phrases::default();
    let mut seen = Vec::new();
    read_in(&ENGLISH, text, |label, family, line, span| {
        let hint = HINTS.contains(&(label, family));
        note(if hint { &mut phrases.hinted } else { &mut phrases.spoken }, label);
        seen.push(Seen { label, family, line, at: span.start, hushed: false });
    });
    // The models know no German.
    read_in(&GERMAN, text, |label, _, _, _| note(&mut phrases.spoken, label));
    (phrases, seen)
}

fn note(crisis: &mut Crisis, label: &str) {
    match label {
        "self" => crisis.to_self = true,
        "other" => crisis.to_other = true,
        "afraid" => crisis.afraid = true,
        _ => {}
    }
}

/// Reads a text of any length for signs of crisis; never fails.
#[must_use]
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone is not general enough over lifetimes"
)]
pub fn crisis(text: &str) -> Crisis {
    judge(text, Wanted::Signs, |judged| judged.crisis())
}

/// The signs that the known phrases alone point to: some tens of microseconds, and fewer are noticed. For texts of which
/// there are too many to be read with care.
#[must_use]
pub fn outspoken(text: &str) -> Crisis {
    let Phrases { spoken, hinted } = phrases(text).0;
    Crisis {
        to_self: spoken.to_self || hinted.to_self,
        to_other: spoken.to_other || hinted.to_other,
        afraid: spoken.afraid || hinted.afraid,
    }
}

/// Every phrase of a sign seen in a text, idioms included, in no particular order.
#[must_use]
pub fn signs(text: &str) -> Vec<Sign> {
    let mut signs = Vec::new();
    read(text, |label, family, line, span| signs.push(Sign { label, family, line, span }));
    signs
}

fn read(text: &str, mut see: impl FnMut(&'static str, &'static str, u16, std::ops::Range<usize>)) {
    for book in [&*ENGLISH, &*GERMAN] {
        read_in(book, text, &mut see);
    }
}

fn read_in(
    book: &'static Book,
    text: &str,
    mut see: impl FnMut(&'static str, &'static str, u16, std::ops::Range<usize>),
) {
    let words = words(text, &book.lexicon);
    let hits = search(book, &words);
    let label_of = |hit: &Hit| -> (&'static str, &'static str) {
        book.phrases.get(usize::from(hit.phrase)).map_or(("", ""), |phrase| {
            let name =
                |names: &'static [Box<str>], at: u16| names.get(usize::from(at)).map_or("", |name| &**name);
            (name(&book.labels, phrase.label), name(&book.families, phrase.family))
        })
    };
    // Which kinds of sign each word is kept quiet for.
    let mut quiet = vec![0_u8; words.len()];
    for hit in &hits {
        let kinds = quiets(label_of(hit).0);
        if let Some(covered) = quiet.get_mut(hit.from..hit.to).filter(|_| kinds != 0) {
            for word in covered.iter_mut() {
                *word |= kinds;
            }
        }
    }
    for hit in &hits {
        let (label, family) = label_of(hit);
        let Some(phrase) = book.phrases.get(usize::from(hit.phrase)) else { continue };
        let kind = kind(label);
        let hidden = (hit.from..hit.to).any(|at| {
            quiet.get(at).is_some_and(|kinds| kinds & kind != 0)
                && words.get(at).is_some_and(|word| book.holds(phrase.anchor, word.id))
        });
        if !hidden {
            let first = words.get(hit.from).map_or(0, |word| word.start);
            let last = words.get(hit.to.saturating_sub(1)).map_or(0, |word| word.end);
            let place = |at: u32| usize::try_from(at).unwrap_or(0);
            see(label, family, phrase.line, place(first)..place(last));
        }
    }
}

/// A sign's kind as a bit.
fn kind(label: &str) -> u8 {
    match label {
        "self" => 1,
        "other" => 2,
        "afraid" => 4,
        _ => 0,
    }
}

/// The kinds of sign that a hit of this label keeps quiet where they rest on the words it covers.
fn quiets(label: &str) -> u8 {
    match label {
        "quiet" => 7,
        "quiet-self" => 1,
        "quiet-other" => 2,
        // Words of one who is threatened are never the writer's own (SAFE-4).
        "afraid" => 3,
        "quiet-afraid" => 4,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{english, german};

    #[test]
    fn every_line_of_the_phrase_files_can_be_read() {
        assert_eq!(english().bad, Vec::new());
        assert_eq!(german().bad, Vec::new());
    }
}
