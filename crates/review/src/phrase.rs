//! The small language of the phrase files, and what its phrases become: programs over words.
//!
//! ```text
//! @kin = v:love | n:sister | my mum       a set: verbs and nouns in all forms, several words, other sets
//! [self end-of-life]                      a label and a family; the phrases under it carry both
//! i @will? ~2 end (it all|my life)        words, sets, maybe, up to two words between, one of several
//! ^ … $  !x  <x  ~~2  //  ...  _ %ing     clause start and end, not followed, not preceded by, across sentences,
//!                                         the rest of the sentence, any word, any word of a kind
//! ~-3                                     up to three words, none of them of the set `@own`
//! ```
//! It knows nothing of what the labels mean.

use std::collections::HashMap;

use crate::lexicon::{Lexicon, WordId, noun_forms, verb_forms};
use crate::words::{CAPITAL, ING, NUMBER};

/// One step of a compiled phrase.
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
    sets: Vec<Box<[WordId]>>,
    /// The set `@conj`: after its words a clause starts.
    pub(crate) conjunctions: Option<u32>,
    bits: Vec<u64>,
    stride: usize,
    /// Word → the phrases it anchors.
    pub(crate) by_word: Vec<Vec<u16>>,
}

#[derive(Clone, Debug)]
enum Node {
    Words(Vec<WordId>),
    Flag(u8),
    Any,
    Seq(Vec<Node>),
    Alt(Vec<Node>),
    Maybe(Box<Node>),
    /// The most words, whether across sentences, whether without the words of `@own`.
    Gap(u8, bool, bool),
    Not(Box<Node>),
    NotBefore(Vec<WordId>),
    Bridge,
    Start,
    End,
    Rest,
}

/// A line of a phrase file that could not be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BadLine {
    pub(crate) line: usize,
    pub(crate) why: String,
}

/// Words that stand in for short forms, pictures and missing apostrophes.
const WRITTEN_OUT: [&str; 24] = [
    "ill", "id", "hell", "shell", "i", "will", "would", "he", "she", "have", "are", "am", "is", "s", "them",
    "not", "lol", "knife", "gun", "pills", "grave", "bomb", "you", "it",
];

/// Reads phrase files into a book.
#[derive(Default)]
pub(crate) struct Binder {
    book: Book,
    named: HashMap<String, Node>,
    known_sets: HashMap<Vec<WordId>, u32>,
    label: u16,
    family: u16,
    /// What could not be read; a test holds it empty.
    pub(crate) bad: Vec<BadLine>,
}

impl Binder {
    /// An empty binder, which knows the words that the cutter of words writes out.
    pub(crate) fn new() -> Self {
        let mut binder = Self::default();
        for word in WRITTEN_OUT {
            binder.book.lexicon.number(word);
        }
        binder
    }

    /// A binder with what every book needs, and the phrases of `files`, in their order.
    pub(crate) fn with(files: &[&'static str]) -> Self {
        let mut binder = Self::new();
        binder.spellings(include_str!("../data/spellings.txt"));
        binder.ordinary(include_str!("../data/ordinary.txt"));
        binder.phrases(include_str!("../data/common.txt"));
        for file in files {
            binder.phrases(file);
        }
        binder
    }

    /// Reads a file of spellings: `typed = meant`.
    pub(crate) fn spellings(&mut self, file: &str) {
        for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some((typed, meant)) = line.split_once('=') {
                for one in typed.split_whitespace() {
                    self.book.lexicon.spell(one, meant);
                }
            }
        }
    }

    /// Reads a file of ordinary words.
    pub(crate) fn ordinary(&mut self, file: &str) {
        for word in file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace) {
            self.book.lexicon.add_ordinary(word);
        }
    }

    /// Reads a file of sets and phrases.
    pub(crate) fn phrases(&mut self, file: &str) {
        let mut pending = String::new();
        let mut first = 0;
        for (number, line) in file.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim_end();
            if line.trim_start().starts_with('|') && !pending.is_empty() {
                pending.push(' ');
                pending.push_str(line.trim());
                continue;
            }
            self.logical(first, &std::mem::take(&mut pending));
            first = number + 1;
            pending.push_str(line.trim());
        }
        self.logical(first, &pending);
    }

    fn logical(&mut self, line: usize, text: &str) {
        let read = if text.is_empty() {
            Ok(())
        } else if let Some(header) = text.strip_prefix('[') {
            self.header(header.trim_end_matches(']'));
            Ok(())
        } else if let Some((name, body)) = text.strip_prefix('%').and_then(|rest| rest.split_once(" = ")) {
            self.directive(name, body)
        } else if let Some((name, body)) = text.strip_prefix('@').and_then(|rest| rest.split_once(" = ")) {
            self.alternatives(body, 1).map(|node| {
                self.named.insert(name.trim().to_owned(), node);
            })
        } else {
            self.alternatives(text, 0).and_then(|node| self.phrase(line, &node))
        };
        if let Err(why) = read {
            self.bad.push(BadLine { line, why: format!("{why}: {text}") });
        }
    }

    fn header(&mut self, header: &str) {
        let (label, family) = header.split_once(' ').unwrap_or((header, "plain"));
        self.label = place(&mut self.book.labels, label);
        self.family = place(&mut self.book.families, family);
    }

    fn directive(&mut self, name: &str, body: &str) -> Result<(), String> {
        for word in body.split_whitespace() {
            match name {
                "common" => self.book.lexicon.add_common(word),
                "keys" => self.book.lexicon.add_key(word),
                _ => return Err("no such directive".to_owned()),
            }
        }
        Ok(())
    }

    fn alternatives(&mut self, body: &str, depth: usize) -> Result<Node, String> {
        let spaced = spaced(body, depth);
        let pieces: Vec<&str> = spaced.split_whitespace().collect();
        let mut at = 0;
        let node = self.alternation(&pieces, &mut at)?;
        if at < pieces.len() { Err("a bracket too many".to_owned()) } else { Ok(node) }
    }

    fn alternation(&mut self, pieces: &[&str], at: &mut usize) -> Result<Node, String> {
        let mut options = Vec::new();
        let mut seq = Vec::new();
        while let Some(piece) = pieces.get(*at) {
            *at += 1;
            match *piece {
                "|" => options.push(close(std::mem::take(&mut seq))?),
                ")" | ")?" => {
                    *at -= 1;
                    break;
                }
                "(" | "!(" => {
                    let inner = self.alternation(pieces, at)?;
                    let closing = pieces.get(*at).ok_or("a bracket is not closed")?;
                    *at += 1;
                    seq.push(match (*piece, *closing) {
                        ("!(", _) => Node::Not(Box::new(inner)),
                        (_, ")?") => Node::Maybe(Box::new(inner)),
                        _ => inner,
                    });
                }
                "!" if pieces.get(*at) == Some(&"(") => {
                    *at += 1;
                    let inner = self.alternation(pieces, at)?;
                    *at += 1;
                    seq.push(Node::Not(Box::new(inner)));
                }
                "<" if pieces.get(*at) == Some(&"(") => {
                    *at += 1;
                    let Node::Words(words) = self.alternation(pieces, at)? else {
                        return Err("only single words may be looked back at".to_owned());
                    };
                    *at += 1;
                    seq.push(Node::NotBefore(words));
                }
                plain => seq.push(self.item(plain)?),
            }
        }
        options.push(close(seq)?);
        if options.len() > 1 && options.iter().any(|option| matches!(option, Node::Maybe(_))) {
            return Err("an alternative that may be nothing".to_owned());
        }
        Ok(merge(options))
    }

    fn item(&mut self, piece: &str) -> Result<Node, String> {
        if let Some(inner) = piece.strip_suffix('?') {
            return Ok(Node::Maybe(Box::new(self.item(inner)?)));
        }
        if let Some(inner) = piece.strip_prefix('!') {
            return Ok(Node::Not(Box::new(self.item(inner)?)));
        }
        if let Some(inner) = piece.strip_prefix('<') {
            return match self.item(inner)? {
                Node::Words(words) => Ok(Node::NotBefore(words)),
                _ => Err("only single words may be looked back at".to_owned()),
            };
        }
        Ok(match piece {
            "^" => Node::Start,
            "$" => Node::End,
            "_" => Node::Any,
            "//" => Node::Bridge,
            "..." => Node::Rest,
            "%ing" => Node::Flag(ING),
            "%cap" => Node::Flag(CAPITAL),
            "%num" => Node::Flag(NUMBER),
            _ if piece.starts_with('~') => {
                let (cross, strange) = (piece.starts_with("~~"), piece.contains('-'));
                let most =
                    piece.trim_start_matches(['~', '-']).parse().map_err(|_| "a gap wants a number")?;
                Node::Gap(most, cross, strange)
            }
            _ => {
                let options = piece.split('|').map(|word| self.word(word)).collect::<Result<_, _>>()?;
                merge(options)
            }
        })
    }

    fn word(&mut self, word: &str) -> Result<Node, String> {
        if let Some(name) = word.strip_prefix('@') {
            return self.named.get(name).cloned().ok_or_else(|| format!("no set @{name}"));
        }
        if word.starts_with('%') || word == "_" {
            return self.item(word);
        }
        let forms = match word.split_once(':') {
            Some(("v", stem)) => verb_forms(stem),
            Some(("n", noun)) => noun_forms(noun),
            Some(_) => return Err(format!("no such form {word}")),
            None => vec![word.to_owned()],
        };
        if word.is_empty() || forms.iter().flat_map(|form| form.chars()).any(|c| !c.is_ascii_alphanumeric()) {
            return Err(format!("not a folded word: {word}"));
        }
        // A word that the spellings write out as several is those several.
        if let ([form], Some(several)) =
            (forms.as_slice(), forms.first().and_then(|f| self.book.lexicon.meant(f)))
            && several.len() > 1
            && form == word
        {
            return Ok(Node::Seq(several.iter().map(|id| Node::Words(vec![*id])).collect()));
        }
        let lexicon = &mut self.book.lexicon;
        Ok(Node::Words(
            forms
                .iter()
                .map(|form| match lexicon.meant(form) {
                    Some([one]) => *one,
                    _ => lexicon.number(form),
                })
                .collect(),
        ))
    }

    fn phrase(&mut self, line: usize, node: &Node) -> Result<(), String> {
        let (anchor, lead, _) = self.anchor(node).ok_or("nothing in it must occur")?;
        let mut steps = Vec::new();
        self.compile(node, &mut steps);
        steps.push(Step::Match);
        let anchor = self.set(&anchor);
        let (label, family) = (self.label, self.family);
        let line = u16::try_from(line).unwrap_or(u16::MAX);
        self.book.phrases.push(Phrase { label, family, line, steps: steps.into(), anchor, lead });
        Ok(())
    }

    /// The words of which one must occur, how many may stand before it, and how much they say.
    fn anchor(&self, node: &Node) -> Option<(Vec<WordId>, u8, usize)> {
        match node {
            Node::Words(words) => {
                let dear = |id: &WordId| if self.book.lexicon.is_common(*id) { 200 } else { 1 };
                Some((words.clone(), 0, words.iter().map(dear).sum()))
            }
            Node::Seq(parts) => {
                let mut best: Option<(Vec<WordId>, u8, usize)> = None;
                let mut before = 0_u8;
                for part in parts {
                    if let Some((words, lead, cost)) = self.anchor(part)
                        && best.as_ref().is_none_or(|(_, _, old)| cost < *old)
                    {
                        best = Some((words, before.saturating_add(lead), cost));
                    }
                    before = before.saturating_add(longest(part));
                }
                best
            }
            Node::Alt(options) => {
                let mut all: (Vec<WordId>, u8, usize) = (Vec::new(), 0, 0);
                for option in options {
                    let (words, lead, cost) = self.anchor(option)?;
                    all.0.extend(words);
                    all.1 = all.1.max(lead);
                    all.2 += cost;
                }
                Some(all)
            }
            _ => None,
        }
    }

    fn set(&mut self, words: &[WordId]) -> u32 {
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        let next = u32::try_from(self.book.sets.len()).unwrap_or(u32::MAX);
        let number = *self.known_sets.entry(sorted.clone()).or_insert(next);
        if number == next {
            self.book.sets.push(sorted.into());
        }
        number
    }

    fn compile(&mut self, node: &Node, steps: &mut Vec<Step>) {
        let here = |steps: &Vec<Step>| u32::try_from(steps.len()).unwrap_or(u32::MAX);
        match node {
            Node::Words(words) => steps.push(Step::Word(self.set(words))),
            Node::Flag(flag) => steps.push(Step::Flag(*flag)),
            Node::Any => steps.push(Step::Any),
            Node::Bridge => steps.push(Step::Bridge),
            Node::Start => steps.push(Step::Start),
            Node::End => steps.push(Step::End),
            Node::Rest => steps.push(Step::Rest),
            Node::NotBefore(words) => steps.push(Step::NotBefore(self.set(words))),
            Node::Seq(parts) => parts.iter().for_each(|part| self.compile(part, steps)),
            Node::Maybe(inner) => {
                let at = steps.len();
                steps.push(Step::Match);
                self.compile(inner, steps);
                steps[at] = Step::Split(u32::try_from(at + 1).unwrap_or(u32::MAX), here(steps));
            }
            Node::Not(inner) => {
                let at = steps.len();
                steps.push(Step::Match);
                self.compile(inner, steps);
                steps.push(Step::Match);
                steps[at] = Step::Not(here(steps));
            }
            Node::Gap(most, cross, strange) => {
                let own = if let (true, Some(Node::Words(own))) = (strange, self.named.get("own").cloned()) {
                    Step::Except(self.set(&own))
                } else {
                    Step::Any
                };
                Self::gap(*most, *cross, own, steps);
            }
            Node::Alt(options) => {
                let mut exits = Vec::new();
                for (n, option) in options.iter().enumerate() {
                    if n + 1 == options.len() {
                        self.compile(option, steps);
                        break;
                    }
                    let at = steps.len();
                    steps.push(Step::Match);
                    self.compile(option, steps);
                    exits.push(steps.len());
                    steps.push(Step::Match);
                    steps[at] = Step::Split(u32::try_from(at + 1).unwrap_or(u32::MAX), here(steps));
                }
                for exit in exits {
                    steps[exit] = Step::Jump(here(steps));
                }
            }
        }
    }

    /// Up to `most` words, few first.
    fn gap(most: u8, cross: bool, each: Step, steps: &mut Vec<Step>) {
        let mut splits = Vec::new();
        for _ in 0..most {
            splits.push(steps.len());
            steps.push(Step::Match);
            if cross {
                steps.push(Step::Bridge);
            }
            steps.push(each);
        }
        let end = u32::try_from(steps.len()).unwrap_or(u32::MAX);
        for split in splits {
            steps[split] = Step::Split(end, u32::try_from(split + 1).unwrap_or(u32::MAX));
        }
        if cross {
            steps.push(Step::Bridge);
        }
    }

    /// The finished book.
    pub(crate) fn bind(mut self) -> Book {
        if let Some(Node::Words(words)) = self.named.get("conj").cloned() {
            self.book.conjunctions = Some(self.set(&words));
        }
        let book = &mut self.book;
        book.stride = book.lexicon.len().div_ceil(64);
        book.bits = vec![0; book.stride * book.sets.len()];
        for (number, set) in book.sets.iter().enumerate() {
            for id in set {
                book.bits[number * book.stride + usize::from(*id) / 64] |= 1 << (id % 64);
            }
        }
        book.by_word = vec![Vec::new(); book.lexicon.len()];
        for (number, phrase) in book.phrases.iter().enumerate() {
            let Some(set) = book.sets.get(usize::try_from(phrase.anchor).unwrap_or(usize::MAX)) else {
                continue;
            };
            for id in set {
                book.by_word[usize::from(*id)].push(u16::try_from(number).unwrap_or(u16::MAX));
            }
        }
        self.book
    }
}

impl Book {
    /// Whether the numbered set holds the word.
    pub(crate) fn holds(&self, set: u32, id: WordId) -> bool {
        let at =
            usize::try_from(set).unwrap_or(usize::MAX).saturating_mul(self.stride) + usize::from(id) / 64;
        id != 0 && self.bits.get(at).is_some_and(|bits| bits & (1 << (id % 64)) != 0)
    }
}

/// Sets brackets apart, and inside them (or from the start, where `depth` is 1) the bars as well.
fn spaced(body: &str, mut depth: usize) -> String {
    let mut out = String::with_capacity(body.len() + 16);
    for c in body.chars() {
        match c {
            '(' => {
                depth += 1;
                out.push_str(" ( ");
            }
            ')' => {
                depth = depth.saturating_sub(1);
                out.push_str(" )");
            }
            '|' if depth > 0 => out.push_str(" | "),
            '?' if out.ends_with(" )") => out.push_str("? "),
            _ => {
                if out.ends_with(" )") {
                    out.push(' ');
                }
                out.push(c);
            }
        }
    }
    out
}

fn place(names: &mut Vec<Box<str>>, name: &str) -> u16 {
    let at = names.iter().position(|old| &**old == name).unwrap_or_else(|| {
        names.push(name.into());
        names.len() - 1
    });
    u16::try_from(at).unwrap_or(u16::MAX)
}

fn close(mut seq: Vec<Node>) -> Result<Node, String> {
    // At the end, `~3 !x` means: no x among the next three words and the one after.
    if let [.., gap @ Node::Gap(..), Node::Not(inner)] = seq.as_mut_slice() {
        let inner = std::mem::replace(&mut **inner, Node::Start);
        let gap = std::mem::replace(gap, Node::Start);
        seq.truncate(seq.len() - 2);
        seq.push(Node::Not(Box::new(Node::Seq(vec![gap, inner]))));
    }
    match seq.len() {
        0 => Err("an empty alternative".to_owned()),
        1 => Ok(seq.remove(0)),
        _ => Ok(Node::Seq(seq)),
    }
}

/// Alternatives, with all single words among them put into one set.
fn merge(options: Vec<Node>) -> Node {
    let mut words = Vec::new();
    let mut others = Vec::new();
    for option in options {
        match option {
            Node::Words(more) => words.extend(more),
            Node::Alt(more) => {
                for node in more {
                    if let Node::Words(more) = node { words.extend(more) } else { others.push(node) }
                }
            }
            other => others.push(other),
        }
    }
    if !words.is_empty() {
        // Longer alternatives first: they say more.
        others.push(Node::Words(words));
    }
    if others.len() == 1 { others.remove(0) } else { Node::Alt(others) }
}

/// The most words a node can take.
fn longest(node: &Node) -> u8 {
    match node {
        Node::Words(_) | Node::Flag(_) | Node::Any => 1,
        Node::Seq(parts) => parts.iter().fold(0, |sum: u8, part| sum.saturating_add(longest(part))),
        Node::Alt(options) => options.iter().map(longest).max().unwrap_or(0),
        Node::Maybe(inner) => longest(inner),
        Node::Gap(most, ..) => *most,
        Node::Rest => 40,
        Node::Not(_) | Node::NotBefore(_) | Node::Bridge | Node::Start | Node::End => 0,
    }
}
