//! Finds the phrases of the ten marks in a draft and where they stand.
//!
//! It looks at words alone; what the context makes of a mark is `draft`'s.

use std::sync::LazyLock;

use crate::binder::Binder;
use crate::features::{Seen, Sight, quotes_in_part};
use crate::lexicon::UNKNOWN;
use crate::phrase::Book;
use crate::search::{Hit, search};
use crate::words::{QUOTED, Word, words};

/// One of the ten marks a draft may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Seeks closeness or a reply, uninvited.
    Pursue,
    /// Demands a decision, an answer or time.
    Pressure,
    /// Makes the reader responsible for pain.
    Guilt,
    /// Uses suffering as a lever.
    SelfPity,
    /// Fault, labels, contempt.
    Blame,
    /// Diagnoses, lectures, gives a book or a link.
    Teach,
    /// Asks about the partner, or sends word, through others.
    Proxy,
    /// Harm or leverage.
    Threat,
    /// Gets round a stop or a block.
    Evade,
    /// Shows that one watched.
    Monitor,
}

impl Category {
    /// All marks, in the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::Pursue,
        Self::Pressure,
        Self::Guilt,
        Self::SelfPity,
        Self::Blame,
        Self::Teach,
        Self::Proxy,
        Self::Threat,
        Self::Evade,
        Self::Monitor,
    ];

    /// The name of the mark in data files and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pursue => "pursue",
            Self::Pressure => "pressure",
            Self::Guilt => "guilt",
            Self::SelfPity => "self-pity",
            Self::Blame => "blame",
            Self::Teach => "teach",
            Self::Proxy => "proxy",
            Self::Threat => "threat",
            Self::Evade => "evade",
            Self::Monitor => "monitor",
        }
    }

    /// The mark of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.name() == name)
    }
}

/// A phrase that is a mark in one sort of message only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Only {
    /// Counts in every sort.
    Any,
    /// More than a fact, a request or a date.
    Practical,
    /// An ask, or a door left ajar.
    Closure,
}

/// Words of a draft that carry a mark, before the context is weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) category: Category,
    pub(crate) only: Only,
    pub(crate) severity: u8,
    pub(crate) family: &'static str,
    pub(crate) line: u16,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

static BOOK: LazyLock<Book> = LazyLock::new(|| binder().bind());

fn binder() -> Binder {
    Binder::with(&[
        include_str!("../data/marks/sets.txt"),
        include_str!("../data/marks/approach.txt"),
        include_str!("../data/marks/wound.txt"),
        include_str!("../data/marks/reach.txt"),
        include_str!("../data/marks/wider.txt"),
        include_str!("../data/marks/quiet.txt"),
        include_str!("../data/marks/sorts.txt"),
    ])
}

/// How many words of a draft the phrases know, and how many it has.
pub(crate) fn known(draft: &str) -> (usize, usize) {
    let words = words(draft, &BOOK.lexicon);
    (words.iter().filter(|word| word.id != UNKNOWN).count(), words.len())
}

/// A draft cut into words, with every phrase found in it.
pub(crate) struct Read {
    pub(crate) words: Vec<Word>,
    /// The phrases, each with whether it is kept quiet.
    hits: Vec<(Hit, bool)>,
}

/// Looks for the phrases of the marks in a draft.
pub(crate) fn read(draft: &str) -> Read {
    let book: &'static Book = &BOOK;
    let words = words(draft, &book.lexicon);
    let hits = search(book, &words);
    let quoting = quotes_in_part(&words);
    let quiet = quiet_words(book, &hits, words.len());
    let hits = hits
        .into_iter()
        .map(|hit| {
            let theirs = quoting && words[hit.from..hit.to].iter().all(|word| word.flags & QUOTED != 0);
            let hushed = theirs || hushed(book, &hit, &words, &quiet);
            (hit, hushed)
        })
        .collect();
    Read { words, hits }
}

impl Read {
    /// The phrases as the model sees them.
    pub(crate) fn seen(&self) -> impl Iterator<Item = Seen> + '_ {
        let book: &'static Book = &BOOK;
        self.hits.iter().filter_map(move |(hit, hushed)| {
            let phrase = book.phrases.get(usize::from(hit.phrase))?;
            Some(Seen {
                label: label(book, hit),
                family: book.families.get(usize::from(phrase.family)).map_or("", |family| &**family),
                line: phrase.line,
                at: usize::try_from(self.words.get(hit.from)?.start).ok()?,
                hushed: *hushed,
            })
        })
    }

    /// The draft as the model reads it; `more` are phrases of other books.
    pub(crate) fn sight<'t>(&'t self, draft: &'t str, more: impl IntoIterator<Item = Seen>) -> Sight<'t> {
        Sight::new(draft, &self.words, &BOOK.lexicon, self.seen().chain(more).collect())
    }

    /// The findings, ordered by place; those of one mark that touch are one.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let book: &'static Book = &BOOK;
        let mut found: Vec<Finding> = self
            .hits
            .iter()
            .filter(|(_, hushed)| !hushed)
            .filter_map(|(hit, _)| finding(book, hit, &self.words))
            .collect();
        found.sort_by_key(|finding| (finding.only as u8, finding.category, finding.start, finding.end));
        let mut merged: Vec<Finding> = Vec::new();
        for finding in found {
            match merged
                .last_mut()
                .filter(|last| last.category == finding.category && last.only == finding.only)
                .filter(|last| finding.start <= last.end)
            {
                Some(last) => {
                    last.end = last.end.max(finding.end);
                    if finding.severity > last.severity {
                        last.severity = finding.severity;
                        last.family = finding.family;
                        last.line = finding.line;
                    }
                }
                None => merged.push(finding),
            }
        }
        merged.sort_by_key(|finding| (finding.start, finding.category));
        merged
    }
}

fn label(book: &'static Book, hit: &Hit) -> &'static str {
    let label = book.phrases.get(usize::from(hit.phrase)).map_or(0, |phrase| phrase.label);
    book.labels.get(usize::from(label)).map_or("", |label| &**label)
}

/// Which words are kept quiet.
fn quiet_words(book: &'static Book, hits: &[Hit], count: usize) -> Vec<bool> {
    let mut quiet = vec![false; count];
    for hit in hits.iter().filter(|hit| label(book, hit) == "quiet") {
        for word in quiet.get_mut(hit.from..hit.to).unwrap_or_default() {
            *word = true;
        }
    }
    quiet
}

/// Whether a hit rests on words that are kept quiet.
fn hushed(book: &Book, hit: &Hit, words: &[Word], quiet: &[bool]) -> bool {
    let Some(phrase) = book.phrases.get(usize::from(hit.phrase)) else { return true };
    (hit.from..hit.to).any(|at| {
        quiet.get(at) == Some(&true) && words.get(at).is_some_and(|word| book.holds(phrase.anchor, word.id))
    })
}

fn finding(book: &'static Book, hit: &Hit, words: &[Word]) -> Option<Finding> {
    let (name, severity) = label(book, hit).split_once('/')?;
    let (only, name) = match name.split_once('-') {
        Some(("practical", name)) => (Only::Practical, name),
        Some(("closure", name)) => (Only::Closure, name),
        _ => (Only::Any, name),
    };
    let phrase = book.phrases.get(usize::from(hit.phrase))?;
    Some(Finding {
        category: Category::of_name(name)?,
        only,
        severity: severity.parse().ok()?,
        family: book.families.get(usize::from(phrase.family)).map_or("", |family| &**family),
        line: phrase.line,
        start: usize::try_from(words.get(hit.from)?.start).ok()?,
        end: usize::try_from(words.get(hit.to.checked_sub(1)?)?.end).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::binder;

    #[test]
    fn every_line_of_the_phrase_files_can_be_read() {
        assert_eq!(binder().bad, Vec::new());
    }
}
