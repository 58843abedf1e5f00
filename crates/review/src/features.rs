//! What the linear model sees of a text: hashed words and runs of words, runs of letters, and the phrases found.
//!
//! It weighs nothing; the weights are `model`'s. Whatever changes here asks for new weights (`cargo xtask train-review`).

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::fold::{Sort, fold};
use crate::lexicon::Lexicon;
use crate::words::{BREAK, CAPITAL, CLAUSE, NUMBER, QUOTED, Word};

/// A phrase found, as the model sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    /// The label of the phrase.
    pub(crate) label: &'static str,
    /// Its family.
    pub(crate) family: &'static str,
    /// Its line.
    pub(crate) line: u16,
    /// Its first word's place in the text, in bytes.
    pub(crate) at: usize,
    /// Whether it was kept quiet.
    pub(crate) hushed: bool,
}

/// A text as the model reads it.
#[derive(Debug)]
pub(crate) struct Sight<'t> {
    text: &'t str,
    words: &'t [Word],
    /// The words as the phrase files know them; those that they do not know, folded.
    names: Vec<String>,
    seen: Vec<Seen>,
    /// The sentences, as ranges of words.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Whether a part of the text, but not most of it, is quoted: then that part is not the writer's.
    quoting: bool,
}

/// The longest sentence, in words; a longer one is read in parts.
const LONGEST: usize = 60;
/// How many words the model reads at once.
const WINDOW: usize = 100;

impl<'t> Sight<'t> {
    /// A text cut into words, with the phrases found in it.
    pub(crate) fn new(text: &'t str, words: &'t [Word], lexicon: &Lexicon, seen: Vec<Seen>) -> Self {
        let names = words.iter().map(|word| name(text, word, lexicon)).collect();
        Self { text, words, names, seen, sentences: sentences(words), quoting: quotes_in_part(words) }
    }

    /// The parts in which the text is read: the whole of a short one, overlapping runs of sentences of a long one.
    pub(crate) fn windows(&self) -> Vec<Range<usize>> {
        let mut windows = Vec::new();
        let mut first = 0;
        while let Some(start) = self.sentences.get(first).map(|sentence| sentence.start) {
            let fits =
                self.sentences[first..].iter().take_while(|sentence| sentence.end - start <= WINDOW).count();
            let last = first + fits.max(1);
            windows.push(start..self.sentences[last - 1].end);
            if last == self.sentences.len() {
                break;
            }
            let half =
                self.sentences[first..last].iter().take_while(|s| s.start - start < WINDOW / 2).count();
            first += half.max(1);
        }
        windows
    }

    /// What is seen of a run of words: hashes, sorted, each once.
    pub(crate) fn bag(&self, range: &Range<usize>) -> Vec<u64> {
        let mut bag = Vec::with_capacity(range.len() * 40 + 16);
        for sentence in self.sentences.iter().filter(|s| s.start < range.end && range.start < s.end) {
            self.sentence(sentence.start.max(range.start)..sentence.end.min(range.end), &mut bag);
        }
        let place = self.place(range);
        if range.is_empty() {
            return bag;
        }
        for seen in self.seen.iter().filter(|seen| place.contains(&seen.at)) {
            let state = if seen.hushed { "hush" } else { "hit" };
            bag.push(hash(&[state, seen.label]));
            bag.push(hash(&[state, seen.label, seen.family]));
            bag.push(hash(&[state, seen.label, seen.family, &seen.line.to_string()]));
        }
        bag.push(hash(&["words", many(range.len())]));
        bag.sort_unstable();
        bag.dedup();
        bag
    }

    /// The words of a run that say most of something, and their place in bytes: of its sentences the one that `weigh`
    /// gives most, and of a long sentence the clause.
    pub(crate) fn strongest(&self, window: &Range<usize>, weigh: impl Fn(&[u64]) -> f32) -> Range<usize> {
        let best = |parts: Vec<Range<usize>>| {
            let weighed = parts.into_iter().map(|part| (weigh(&self.bag(&part)), part));
            weighed.max_by(|left, right| left.0.total_cmp(&right.0)).map(|(_, part)| part)
        };
        let inside = |s: &&Range<usize>| s.start >= window.start && s.end <= window.end;
        let sentences = self.sentences.iter().filter(inside).cloned().collect();
        let mut words = best(sentences).unwrap_or_else(|| window.clone());
        if words.len() > 12 {
            let clauses = clauses(self.words, &words);
            words = best(clauses).unwrap_or(words);
        }
        let start = self.words.get(words.start).map_or(0, |word| word.start as usize);
        let end = words.end.checked_sub(1).and_then(|last| self.words.get(last));
        start..end.map_or(self.text.len(), |word| word.end as usize)
    }

    /// The text of a run of words, as it was written.
    pub(crate) fn written(&self, range: &Range<usize>) -> &'t str {
        self.text.get(self.place(range)).unwrap_or_default()
    }

    /// The bytes from the first word of a run to the word after it.
    fn place(&self, range: &Range<usize>) -> Range<usize> {
        let at = |n: usize| self.words.get(n).map_or(self.text.len(), |word| word.start as usize);
        at(range.start)..at(range.end)
    }

    fn sentence(&self, range: Range<usize>, bag: &mut Vec<u64>) {
        let words = &self.words[range.clone()];
        let is_quoted = |word: &Word| self.quoting && word.flags & QUOTED != 0;
        let names: Vec<&str> = range
            .clone()
            .filter(|at| !is_quoted(&self.words[*at]))
            .map(|at| self.names[at].as_str())
            .collect();
        plain(&names, bag);
        kinds(&names, bag);
        across(&names, bag);
        if names.len() < words.len() {
            bag.push(hash(&["quoted"]));
        }
        if words.iter().any(|word| word.flags & NUMBER != 0) {
            bag.push(hash(&["number"]));
        }
        if words.iter().any(|word| word.flags & CAPITAL != 0) {
            bag.push(hash(&["name"]));
        }
        let from = words.last().map_or(0, |word| word.end as usize);
        let between = self.text.get(from..self.place(&range).end).unwrap_or_default();
        for (sign, name) in [('?', "asks"), ('!', "calls"), ('…', "trails"), ('\n', "line")] {
            if between.contains(sign) {
                bag.push(hash(&["end", name]));
            }
        }
    }
}

/// Words, runs of two and three, pairs a word apart, and the same without endings.
fn plain(names: &[&str], bag: &mut Vec<u64>) {
    let at = |n: usize| names.get(n).copied().unwrap_or("$");
    for (n, name) in names.iter().enumerate() {
        let before = n.checked_sub(1).map_or("^", |n| names[n]);
        bag.push(hash(&["1", name]));
        bag.push(hash(&["2", before, name]));
        if n + 1 == names.len() {
            bag.push(hash(&["2", name, "$"]));
        }
        bag.push(hash(&["3", before, name, at(n + 1)]));
        bag.push(hash(&["s", name, at(n + 2)]));
        let stem_before = n.checked_sub(1).map_or("^", |n| stem(names[n]));
        bag.push(hash(&["m", stem(name)]));
        bag.push(hash(&["mm", stem_before, stem(name)]));
        let bounded: Vec<char> =
            std::iter::once('<').chain(name.chars()).chain(std::iter::once('>')).collect();
        runs(&bounded, &[4, 5], "c", |_| true, bag);
    }
}

/// The same over kinds of word, those that only strengthen left out; and pairs up to five apart.
fn kinds(names: &[&str], bag: &mut Vec<u64>) {
    let kinds: Vec<&str> = names.iter().map(|name| kind(name)).filter(|kind| *kind != "-").collect();
    let at = |n: usize| kinds.get(n).copied().unwrap_or("$");
    for (n, kind) in kinds.iter().enumerate() {
        let before = n.checked_sub(1).map_or("^", |n| kinds[n]);
        bag.push(hash(&["k", kind]));
        bag.push(hash(&["kk", before, kind]));
        bag.push(hash(&["kkk", before, kind, at(n + 1)]));
        bag.push(hash(&["ks", kind, at(n + 2)]));
        for far in kinds.iter().skip(n + 2).take(4) {
            bag.push(hash(&["kp", kind, far]));
        }
    }
}

/// Runs of letters that reach over the borders of words.
fn across(names: &[&str], bag: &mut Vec<u64>) {
    let line: Vec<char> = format!("^ {} $", names.join(" ")).chars().collect();
    runs(&line, &[5, 7], "x", |run| run.contains(&' '), bag);
}

fn runs(chars: &[char], lengths: &[usize], tag: &str, wanted: impl Fn(&[char]) -> bool, bag: &mut Vec<u64>) {
    let mut run = String::new();
    for length in lengths {
        for window in chars.windows(*length).filter(|window| wanted(window)) {
            run.clear();
            run.extend(window);
            bag.push(hash(&[tag, &run]));
        }
    }
}

/// Words of one kind, from the data file: the first word of a line names the kind of the others.
static KINDS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let mut kinds = HashMap::new();
    for line in include_str!("../data/model/kinds.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let Some(kind) = words.next() else { continue };
        for word in words {
            kinds.entry(word).or_insert(kind);
        }
    }
    kinds
});

fn kind(name: &str) -> &str {
    KINDS.get(name).copied().unwrap_or(name)
}

/// Whether part of a text, but not most of it, stands between quotation marks.
pub(crate) fn quotes_in_part(words: &[Word]) -> bool {
    let quoted = words.iter().filter(|word| word.flags & QUOTED != 0).count();
    quoted > 0 && quoted * 5 < words.len() * 4
}

/// Where the sentences stand.
fn sentences(words: &[Word]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, word) in words.iter().enumerate().skip(1) {
        if word.flags & BREAK != 0 || at - start >= LONGEST {
            ranges.push(start..at);
            start = at;
        }
    }
    if start < words.len() {
        ranges.push(start..words.len());
    }
    ranges
}

/// The clauses of a sentence that have three words or more.
fn clauses(words: &[Word], sentence: &Range<usize>) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = sentence.start;
    for at in sentence.start + 1..=sentence.end {
        let ends = at == sentence.end || words.get(at).is_some_and(|word| word.flags & CLAUSE != 0);
        if ends && at - start >= 3 {
            clauses.push(start..at);
            start = at;
        }
    }
    clauses
}

/// A word without its commonest endings.
fn stem(name: &str) -> &str {
    for ending in ["ing", "ed", "es", "s", "ly", "er"] {
        if let Some(stem) = name.strip_suffix(ending)
            && stem.len() >= 3
        {
            return stem;
        }
    }
    name
}

fn many(count: usize) -> &'static str {
    match count {
        0..=3 => "few",
        4..=7 => "some",
        8..=15 => "more",
        16..=40 => "many",
        _ => "very many",
    }
}

/// A word as the phrase files know it; one that they do not know, its folded letters.
fn name(text: &str, word: &Word, lexicon: &Lexicon) -> String {
    if let Some(name) = lexicon.name(word.id) {
        return name.to_owned();
    }
    let mut name = String::new();
    for c in text.get(word.start as usize..word.end as usize).unwrap_or_default().chars() {
        fold(c, |sort| match sort {
            Sort::Letter(letter) if name.len() < 64 => name.push(letter),
            _ => {}
        });
    }
    name
}

/// FNV-1a over the parts, each closed, and stirred once more so that every bit of it may serve as an index.
fn hash(parts: &[&str]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain(std::iter::once(0xff)) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}
