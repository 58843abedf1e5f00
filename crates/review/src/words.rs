//! Cuts a text into words as the phrase files know them: short forms written out, spaced-out letters joined,
//! masked letters and typos of key words mended, each word with its place in the text.
//!
//! It decides nothing about what the words mean.

use crate::fold::{Sort, fold};
use crate::lexicon::{Lexicon, UNKNOWN, WordId};
use crate::mend::{join_letters, run_together, write_out};
use crate::quotes::quotes;

/// The word begins a sentence.
pub(crate) const BREAK: u8 = 1;
/// The word begins a clause (a comma, a dash or a bracket stands before it).
pub(crate) const CLAUSE: u8 = 2;
/// The word is none that a phrase uses and is written as a name: one capital letter, then small ones.
pub(crate) const CAPITAL: u8 = 4;
/// The word ends in `-ing`.
pub(crate) const ING: u8 = 8;
/// The word begins with a digit.
pub(crate) const NUMBER: u8 = 16;
/// The word stands between quotation marks, or behind a `>`.
pub(crate) const QUOTED: u8 = 32;

/// One word of a text and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) id: WordId,
    pub(crate) flags: u8,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The words of a text.
pub(crate) fn words(text: &str, lexicon: &Lexicon) -> Vec<Word> {
    let mut cutter = Cutter::new(lexicon, text.len());
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let end = at + c.len_utf8();
        if c.is_uppercase() && cutter.letters.is_empty() && next.is_some_and(char::is_lowercase) {
            cutter.flags |= CAPITAL;
        }
        fold(c, |sort| cutter.take(sort, at, end, next));
    }
    cutter.finish();
    mark_quoted(&mut cutter.words, text);
    write_out(join_letters(&cutter.words, lexicon, text), lexicon)
}

/// Flags the words that stand in quotations.
fn mark_quoted(words: &mut [Word], text: &str) {
    let mut rest = words;
    for range in quotes(text) {
        let from = rest.partition_point(|word| (word.start as usize) < range.start);
        let (_, later) = rest.split_at_mut(from);
        let to = later.partition_point(|word| (word.start as usize) < range.end);
        let (inside, after) = later.split_at_mut(to);
        for word in inside {
            word.flags |= QUOTED;
        }
        rest = after;
    }
}

struct Cutter<'a> {
    lexicon: &'a Lexicon,
    words: Vec<Word>,
    letters: String,
    masked: bool,
    start: usize,
    end: usize,
    /// What stands before the word being read.
    flags: u8,
    points: u8,
}

impl<'a> Cutter<'a> {
    fn new(lexicon: &'a Lexicon, length: usize) -> Self {
        Self {
            lexicon,
            words: Vec::with_capacity(length / 5 + 1),
            letters: String::new(),
            masked: false,
            start: 0,
            end: 0,
            flags: BREAK,
            points: 0,
        }
    }

    fn take(&mut self, sort: Sort, at: usize, end: usize, next: Option<char>) {
        let inside = !self.letters.is_empty();
        let goes_on = next.is_some_and(char::is_alphanumeric);
        let before = std::mem::take(&mut self.points);
        match sort {
            Sort::Unseen => self.points = before,
            Sort::Letter(letter) => {
                if !inside {
                    self.start = at;
                }
                self.end = end;
                // No word is this long; the rest of a run of letters says nothing more.
                if self.letters.len() < 64 {
                    self.letters.push(letter);
                }
            }
            Sort::Apostrophe if inside => self.letters.push('\''),
            Sort::Apostrophe => {}
            Sort::Mask(mask) if goes_on && (inside || matches!(mask, '$' | '@')) => {
                if !inside {
                    self.start = at;
                }
                self.masked = true;
                self.letters.push(mask);
            }
            Sort::Mask('*') if inside && next == Some('*') => {
                self.masked = true;
                self.letters.push('*');
            }
            Sort::Mask('!') | Sort::Stop => self.separate(BREAK),
            Sort::Pause | Sort::Quote => self.separate(CLAUSE),
            Sort::Point if before > 0 => {
                self.flags = (self.flags & !BREAK) | CLAUSE;
                self.points = 2;
            }
            Sort::Point => {
                self.separate(if goes_on { 0 } else { BREAK });
                self.points = 1;
            }
            Sort::Picture(name) => {
                self.finish();
                let id = self.lexicon.find(name).unwrap_or(UNKNOWN);
                self.start = at;
                self.end = end;
                self.push(id);
                self.flags |= CLAUSE;
            }
            Sort::Mask(_) | Sort::Other => self.separate(0),
        }
    }

    fn separate(&mut self, flag: u8) {
        self.finish();
        self.flags |= flag;
        self.flags &= !CAPITAL;
    }

    fn push(&mut self, id: WordId) {
        let mut flags = std::mem::take(&mut self.flags);
        if id != UNKNOWN {
            flags &= !CAPITAL;
        }
        let (start, end) = (u32::try_from(self.start), u32::try_from(self.end));
        if let (Ok(start), Ok(end)) = (start, end) {
            self.words.push(Word { id, flags, start, end });
        }
    }

    fn push_all(&mut self, ids: &[WordId]) {
        for id in ids {
            self.push(*id);
        }
    }

    /// Ends the word being read and puts down what it stands for.
    fn finish(&mut self) {
        if self.letters.is_empty() {
            return;
        }
        let letters = std::mem::take(&mut self.letters);
        let masked = std::mem::take(&mut self.masked);
        let trimmed = letters.trim_end_matches('\'');
        if trimmed.starts_with(|c: char| c.is_ascii_digit()) {
            self.flags |= NUMBER;
        }
        if trimmed.ends_with("ing") && trimmed.len() > 4 {
            self.flags |= ING;
        }
        let lexicon = self.lexicon;
        if masked {
            self.unmask(trimmed);
        } else if let Some(cut) = trimmed.rfind('\'') {
            self.short_form(&trimmed[..cut].replace('\'', ""), &trimmed[cut + 1..]);
        } else if let Some(ids) = lexicon.meant(trimmed) {
            self.push_all(ids);
        } else {
            self.plain(trimmed);
        }
        // A later reader may reuse the room.
        self.letters = letters;
        self.letters.clear();
    }

    fn plain(&mut self, word: &str) {
        let lexicon = self.lexicon;
        if let Some(id) = lexicon.find(word) {
            return self.push(id);
        }
        for most in [2, 1] {
            if let Some(shorter) = without_runs(word, most) {
                if let Some(ids) = lexicon.meant(&shorter) {
                    return self.push_all(ids);
                }
                if let Some(id) = lexicon.find(&shorter) {
                    return self.push(id);
                }
            }
        }
        if word.bytes().any(|byte| byte.is_ascii_digit()) && !word.bytes().all(|b| b.is_ascii_digit()) {
            return self.unmask(word);
        }
        if let Some(id) = lexicon.mend(word) {
            return self.push(id);
        }
        if let Some(parts) = run_together(word, lexicon) {
            return self.push_all(&parts);
        }
        self.push(UNKNOWN);
    }

    /// Writes out `'ll`, `n't` and their like.
    fn short_form(&mut self, stem: &str, tail: &str) {
        let lexicon = self.lexicon;
        let joined = format!("{stem}{tail}");
        let keeps =
            matches!(joined.as_str(), "ill" | "id" | "hell" | "shell" | "well" | "were" | "wed" | "shed");
        if !keeps && let Some(ids) = lexicon.meant(&joined) {
            return self.push_all(ids);
        }
        let tail_word = match tail {
            "ll" => "will",
            "ve" => "have",
            "d" => "would",
            "re" => "are",
            "m" => "am",
            "s" if PRONOUNS.contains(&stem) => "is",
            "s" => "s",
            "em" | "im" if stem.is_empty() => "them",
            _ => "",
        };
        if tail_word.is_empty() {
            return self.plain(&joined);
        }
        match lexicon.meant(stem) {
            Some(ids) => self.push_all(ids),
            None => self.plain(stem),
        }
        self.push(lexicon.find(tail_word).unwrap_or(UNKNOWN));
    }

    /// Reads a word in which signs or digits stand for letters; failing that, the parts between them.
    fn unmask(&mut self, word: &str) {
        let lexicon = self.lexicon;
        for one in ['i', 'l'] {
            let plain: String = word
                .chars()
                .filter(|c| !matches!(c, '*' | '#' | '\''))
                .map(|c| match c {
                    '@' | '4' => 'a',
                    '3' => 'e',
                    '0' => 'o',
                    '$' | '5' => 's',
                    '7' | '+' => 't',
                    '1' | '!' | '|' => one,
                    other => other,
                })
                .collect();
            if let Some(ids) = lexicon.meant(&plain) {
                return self.push_all(ids);
            }
            if let Some(id) = lexicon.find(&plain).or_else(|| lexicon.mend(&plain)) {
                return self.push(id);
            }
        }
        for part in word.split(['@', '$', '*', '|', '#', '+', '!']).filter(|part| !part.is_empty()) {
            if let Some(ids) = lexicon.meant(part) {
                self.push_all(ids);
            } else {
                self.push(lexicon.find(part).unwrap_or(UNKNOWN));
            }
        }
    }
}

const PRONOUNS: [&str; 14] = [
    "he",
    "she",
    "it",
    "that",
    "what",
    "who",
    "there",
    "here",
    "how",
    "where",
    "everything",
    "nothing",
    "life",
    "nobody",
];

/// The word with every run of one letter cut to `most`; none if nothing was cut.
fn without_runs(word: &str, most: usize) -> Option<String> {
    let mut shorter = String::with_capacity(word.len());
    let mut run = 0;
    let mut last = None;
    for c in word.chars() {
        run = if last == Some(c) { run + 1 } else { 1 };
        last = Some(c);
        if run <= most {
            shorter.push(c);
        }
    }
    (shorter.len() < word.len()).then_some(shorter)
}
