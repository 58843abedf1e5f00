//! Cuts a text into words as the phrase files know them: short forms written out, spaced-out letters joined,
//! masked letters and typos of key words mended, each word with its place in the text.
//!
//! It decides nothing about what the words mean.

use crate::fold::{Sort, fold};
use crate::lexicon::{Lexicon, UNKNOWN, WordId};

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
/// The word stands between double quotation marks.
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
    write_out(join_letters(&cutter.words, lexicon, text), lexicon)
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
    quoted: bool,
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
            quoted: false,
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
            Sort::Pause => self.separate(CLAUSE),
            Sort::Point if before > 0 => {
                self.flags = (self.flags & !BREAK) | CLAUSE;
                self.points = 2;
            }
            Sort::Point => {
                self.separate(if goes_on { 0 } else { BREAK });
                self.points = 1;
            }
            Sort::Quote => {
                self.separate(CLAUSE);
                self.quoted = !self.quoted;
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
        if self.quoted {
            flags |= QUOTED;
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

/// The words of a run of letters without spaces, if known words fill it and one of them is a key word.
fn run_together(run: &str, lexicon: &Lexicon) -> Option<Vec<WordId>> {
    if !(7..=40).contains(&run.len()) || !run.is_ascii() {
        return None;
    }
    // best[n]: how many words fill the first n letters, the start of the last one, whether a key is among them.
    let mut best: Vec<Option<(usize, usize, bool)>> = vec![None; run.len() + 1];
    best[0] = Some((0, 0, false));
    for end in 1..=run.len() {
        for start in end.saturating_sub(12)..end {
            let Some((count, _, key)) = best[start] else { continue };
            let part = &run[start..end];
            if part.len() == 1 && part != "i" && part != "u" {
                continue;
            }
            let known =
                lexicon.find(part).or_else(|| lexicon.meant(part).and_then(|ids| ids.first().copied()));
            let Some(id) = known else { continue };
            let better = best[end].is_none_or(|(old, _, _)| count + 1 < old);
            if better {
                best[end] = Some((count + 1, start, key || lexicon.is_key(id)));
            }
        }
    }
    let (count, _, true) = best[run.len()]? else { return None };
    if count < 2 {
        return None;
    }
    let mut parts = Vec::with_capacity(count);
    let mut end = run.len();
    while end > 0 {
        let (_, start, _) = best[end]?;
        let part = &run[start..end];
        match lexicon.find(part) {
            Some(id) => parts.push(id),
            None => parts.extend(lexicon.meant(part)?.iter().rev()),
        }
        end = start;
    }
    parts.reverse();
    Some(parts)
}

/// Joins letters that stand apart (`k i l l`) and words cut in two (`sui cide`) where a known word results.
fn join_letters(words: &[Word], lexicon: &Lexicon, text: &str) -> Vec<Word> {
    let lone = |word: &Word| word.end - word.start <= 2 && letter_of(text, word).is_some();
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let run = words[at..].iter().take(40).take_while(|word| lone(word)).count();
        if run >= 3 {
            let letters: String =
                words[at..at + run].iter().filter_map(|word| letter_of(text, word)).collect();
            if let Some(ids) = spelled(&letters, lexicon) {
                let (first, last) = (words[at], words[at + run - 1]);
                for (n, id) in ids.into_iter().enumerate() {
                    let flags = if n == 0 { first.flags } else { 0 };
                    joined.push(Word { id, flags, start: first.start, end: last.end });
                }
                at += run;
                continue;
            }
        }
        let word = words[at];
        if let Some(next) = words.get(at + 1).filter(|next| halves(&word, next))
            && let Some(id) = rejoined(text, &word, next, lexicon)
        {
            joined.push(Word { id, end: next.end, ..word });
            at += 2;
            continue;
        }
        joined.push(word);
        at += 1;
    }
    joined
}

/// Whether two words may be the halves of one.
fn halves(word: &Word, next: &Word) -> bool {
    (word.id == UNKNOWN || next.id == UNKNOWN)
        && next.flags & (BREAK | CLAUSE) == 0
        && next.start <= word.end + 1
}

fn rejoined(text: &str, word: &Word, next: &Word, lexicon: &Lexicon) -> Option<WordId> {
    let (left, right) = (slice(text, word)?, slice(text, next)?);
    if left.len() + right.len() > 14 || left.len() < 2 || right.len() < 2 {
        return None;
    }
    let whole = format!("{left}{right}").to_lowercase();
    lexicon.find(&whole).filter(|id| lexicon.is_key(*id))
}

fn slice<'t>(text: &'t str, word: &Word) -> Option<&'t str> {
    text.get(usize::try_from(word.start).ok()?..usize::try_from(word.end).ok()?)
}

fn letter_of(text: &str, word: &Word) -> Option<char> {
    let mut letter = None;
    for c in slice(text, word)?.chars() {
        let mut folded = None;
        fold(c, |sort| {
            if let Sort::Letter(c) = sort {
                folded = Some(c);
            }
        });
        match (letter, folded) {
            (None, Some(_)) => letter = folded,
            (_, None) => {}
            (Some(_), Some(_)) => return None,
        }
    }
    letter
}

fn spelled(letters: &str, lexicon: &Lexicon) -> Option<Vec<WordId>> {
    if let Some(ids) = lexicon.meant(letters) {
        return Some(ids.to_vec());
    }
    if let Some(id) = lexicon.find(letters).filter(|_| letters.len() > 2) {
        return Some(vec![id]);
    }
    run_together(letters, lexicon)
}

/// After one of these, `ill` is an illness.
const BEFORE_ILLNESS: [&str; 22] = [
    "am",
    "is",
    "was",
    "be",
    "feel",
    "feeling",
    "felt",
    "fell",
    "so",
    "very",
    "mentally",
    "really",
    "got",
    "get",
    "been",
    "are",
    "were",
    "seriously",
    "terminally",
    "my",
    "too",
    "being",
];
/// Before one of these, `ill` is an illness.
const AFTER_ILLNESS: [&str; 12] =
    ["with", "and", "for", "so", "today", "since", "at", "but", "or", "health", "person", "people"];
/// Before one of these, `hell` and `shell` stand for `he'll` and `she'll`.
const AFTER_WILL: [&str; 18] = [
    "pay", "kill", "hurt", "regret", "be", "never", "find", "see", "come", "wish", "get", "die", "do", "hit",
    "beat", "make", "take", "not",
];

/// Writes out the short forms whose missing apostrophe makes another word of them: `ill`, `id`, `hell`, `shell`.
fn write_out(words: Vec<Word>, lexicon: &Lexicon) -> Vec<Word> {
    let number = |word: &str| lexicon.find(word).filter(|id| *id != UNKNOWN);
    let (Some(ill), Some(id), Some(hell), Some(shell)) =
        (number("ill"), number("id"), number("hell"), number("shell"))
    else {
        return words;
    };
    let short = |word: &Word| [ill, id, hell, shell].contains(&word.id);
    if !words.iter().any(short) {
        return words;
    }
    let among = |word: Option<&Word>, list: &[&str]| {
        word.is_some_and(|word| list.iter().any(|known| lexicon.find(known) == Some(word.id)))
    };
    let mut out = Vec::with_capacity(words.len() + 4);
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).filter(|next| next.flags & BREAK == 0);
        let before = at.checked_sub(1).and_then(|at| words.get(at)).filter(|_| word.flags & BREAK == 0);
        let parts: Option<[&str; 2]> = if word.id == ill {
            (next.is_some() && !among(next, &AFTER_ILLNESS) && !among(before, &BEFORE_ILLNESS))
                .then_some(["i", "will"])
        } else if word.id == id {
            (next.is_some() && !among(before, &["my", "your", "an", "the", "his", "her", "photo"]))
                .then_some(["i", "would"])
        } else if word.id == hell && among(next, &AFTER_WILL) {
            Some(["he", "will"])
        } else if word.id == shell && among(next, &AFTER_WILL) {
            Some(["she", "will"])
        } else {
            None
        };
        match parts {
            Some([first, second]) => {
                out.push(Word { id: number(first).unwrap_or(UNKNOWN), ..*word });
                let flags = word.flags & QUOTED;
                out.push(Word { id: number(second).unwrap_or(UNKNOWN), flags, ..*word });
            }
            None => out.push(*word),
        }
    }
    out
}
