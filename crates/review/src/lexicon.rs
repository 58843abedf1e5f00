//! The words that the phrase files use: their numbers, other spellings of them, and their near misses.
//!
//! It holds words alone; the phrases they stand in are `phrase`'s.

use std::collections::{HashMap, HashSet};

/// The number of a word; 0 is any word that no phrase uses.
pub(crate) type WordId = u16;

/// Any word that no phrase uses.
pub(crate) const UNKNOWN: WordId = 0;

/// All words of one set of phrase files.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    numbers: HashMap<Box<str>, WordId>,
    /// The words by their numbers, less one.
    names: Vec<Box<str>>,
    spellings: HashMap<Box<str>, Box<[WordId]>>,
    /// A key word with one letter left out → the key word.
    near: HashMap<Box<str>, WordId>,
    keys: HashSet<WordId>,
    /// Ordinary words that lie a letter away from a key word and are not typos of it.
    ordinary: HashSet<Box<str>>,
    common: HashSet<WordId>,
}

impl Lexicon {
    /// The number of a folded word, made if it has none.
    pub(crate) fn number(&mut self, word: &str) -> WordId {
        if let Some(id) = self.numbers.get(word) {
            return *id;
        }
        let id = WordId::try_from(self.numbers.len() + 1).unwrap_or(UNKNOWN);
        self.numbers.insert(word.into(), id);
        self.names.push(word.into());
        id
    }

    /// The word of a number; none for a word that no phrase uses.
    pub(crate) fn name(&self, id: WordId) -> Option<&str> {
        self.names.get(usize::from(id).checked_sub(1)?).map(AsRef::as_ref)
    }

    /// The number of a word as it stands.
    pub(crate) fn find(&self, word: &str) -> Option<WordId> {
        self.numbers.get(word).copied()
    }

    /// How many words have numbers, and the zero.
    pub(crate) fn len(&self) -> usize {
        self.numbers.len() + 1
    }

    /// Reads a line `typed = what it stands for` of a spelling file.
    pub(crate) fn spell(&mut self, typed: &str, meant: &str) {
        let ids = meant.split_whitespace().map(|word| self.number(word)).collect();
        self.spellings.insert(typed.into(), ids);
    }

    /// What another spelling stands for.
    pub(crate) fn meant(&self, typed: &str) -> Option<&[WordId]> {
        self.spellings.get(typed).map(AsRef::as_ref)
    }

    /// Makes a word one whose typos are mended.
    pub(crate) fn add_key(&mut self, word: &str) {
        let id = self.number(word);
        self.keys.insert(id);
        for short in shortened(word) {
            self.near.entry(short.into()).or_insert(id);
        }
    }

    /// Whether a word is one whose typos are mended.
    pub(crate) fn is_key(&self, id: WordId) -> bool {
        self.keys.contains(&id)
    }

    /// Keeps an ordinary word from being taken for a typo.
    pub(crate) fn add_ordinary(&mut self, word: &str) {
        self.ordinary.insert(word.into());
    }

    /// Makes a word one that says little by itself.
    pub(crate) fn add_common(&mut self, word: &str) {
        let id = self.number(word);
        self.common.insert(id);
    }

    /// Whether a word says little by itself.
    pub(crate) fn is_common(&self, id: WordId) -> bool {
        self.common.contains(&id)
    }

    /// The key word that a misspelled one is a letter away from.
    pub(crate) fn mend(&self, typed: &str) -> Option<WordId> {
        let letters = typed.chars().count();
        if !(5..=24).contains(&letters) || self.ordinary.contains(typed) {
            return None;
        }
        if let Some(id) = self.near.get(typed) {
            return Some(*id);
        }
        for short in shortened(typed) {
            if let Some(id) = self.numbers.get(short.as_str())
                && self.keys.contains(id)
            {
                return Some(*id);
            }
            if let Some(id) = self.near.get(short.as_str()) {
                return Some(*id);
            }
        }
        None
    }
}

/// A word with each of its letters but the first left out in turn.
fn shortened(word: &str) -> impl Iterator<Item = String> + '_ {
    word.char_indices().skip(1).map(|(at, letter)| {
        let mut short = String::with_capacity(word.len());
        short.push_str(&word[..at]);
        short.push_str(&word[at + letter.len_utf8()..]);
        short
    })
}

/// The regular forms of an English verb: `kill`, `strangle`, `carry`; `stab+` doubles its last letter.
pub(crate) fn verb_forms(stem: &str) -> Vec<String> {
    if let Some(base) = stem.strip_suffix('+') {
        let last = base.chars().last().unwrap_or('x');
        return vec![
            base.to_owned(),
            format!("{base}s"),
            format!("{base}{last}ed"),
            format!("{base}{last}ing"),
            format!("{base}{last}in"),
        ];
    }
    if let Some(base) = stem.strip_suffix('e') {
        return vec![
            stem.to_owned(),
            format!("{stem}s"),
            format!("{stem}d"),
            format!("{base}ing"),
            format!("{base}in"),
        ];
    }
    let consonant_y = stem.strip_suffix('y').filter(|base| !base.ends_with(['a', 'e', 'i', 'o', 'u']));
    if let Some(base) = consonant_y {
        return vec![stem.to_owned(), format!("{base}ies"), format!("{base}ied"), format!("{stem}ing")];
    }
    let s = if stem.ends_with(['s', 'x', 'z']) || stem.ends_with("sh") || stem.ends_with("ch") {
        "es"
    } else {
        "s"
    };
    vec![
        stem.to_owned(),
        format!("{stem}{s}"),
        format!("{stem}ed"),
        format!("{stem}ing"),
        format!("{stem}in"),
    ]
}

/// A noun and its plural.
pub(crate) fn noun_forms(noun: &str) -> Vec<String> {
    let plural = match noun {
        _ if noun.ends_with(['s', 'x']) || noun.ends_with("sh") || noun.ends_with("ch") => {
            format!("{noun}es")
        }
        _ => format!("{noun}s"),
    };
    vec![noun.to_owned(), plural]
}
