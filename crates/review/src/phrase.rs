//! What phrases become once they are bound: programs over words, kept in a book.
//!
//! How the phrase files are written and read, `binder` says; how a book is searched, `search`.

use crate::lexicon::{Lexicon, WordId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A word of the numbered set.
    Word(u32),
    /// Any word.
    Any,
    /// Any word that is not in the numbered set.
    Except(u32),
    /// Any word with this flag.
    Flag(u8),
    /// Goes on at the first, or failing that at the second.
    Split(u32, u32),
    Jump(u32),
    /// The steps up to the given one must not match here.
    Not(u32),
    /// The word before must not be in the numbered set.
    NotBefore(u32),
    /// The next word may begin a new sentence.
    Bridge,
    /// A clause starts here.
    Start,
    /// A clause ends here.
    End,
    /// All words to the end of the sentence.
    Rest,
    Match,
}

/// A phrase ready to be looked for.
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) label: u16,
    pub(crate) family: u16,
    /// Its line in its file.
    pub(crate) line: u16,
    pub(crate) steps: Box<[Step]>,
    /// One of these words must occur.
    pub(crate) anchor: u32,
    /// How many words may stand before the anchor.
    pub(crate) lead: u8,
}

/// All phrases of a set of files, with their words.
#[derive(Debug, Default)]
pub(crate) struct Book {
    pub(crate) lexicon: Lexicon,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) labels: Vec<Box<str>>,
    pub(crate) families: Vec<Box<str>>,
    pub(crate) sets: Vec<Box<[WordId]>>,
    /// The set `@conj`: after its words a clause starts.
    pub(crate) conjunctions: Option<u32>,
    pub(crate) bits: Vec<u64>,
    pub(crate) stride: usize,
    /// Word → the phrases it anchors.
    pub(crate) by_word: Vec<Vec<u16>>,
}

impl Book {
    /// Whether the numbered set holds the word.
    pub(crate) fn holds(&self, set: u32, id: WordId) -> bool {
        let at =
            usize::try_from(set).unwrap_or(usize::MAX).saturating_mul(self.stride) + usize::from(id) / 64;
        id != 0 && self.bits.get(at).is_some_and(|bits| bits & (1 << (id % 64)) != 0)
    }
}
