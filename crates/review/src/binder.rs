//! The small language of the phrase files, read line by line.
//!
//! ```text
//! @kin = v:love | n:sister | my mum       a set: verbs and nouns in all forms, several words, other sets
//! [self end-of-life]                      a label and a family; the phrases under it carry both
//! i @will? ~2 end (it all|my life)        words, sets, maybe, up to two words between, one of several
//! ^ … $  !x  <x  ~~2  //  ...  _ %ing     clause start and end, not followed, not preceded by, across sentences,
//!                                         the rest of the sentence, any word, any word of a kind
//! ~-3                                     up to three words, none of them of the set `@own`
//! ```
//! It knows nothing of what the labels mean; `compile` makes its phrases into programs over words.

use std::collections::HashMap;

use crate::lexicon::{WordId, noun_forms, verb_forms};
use crate::phrase::Book;
use crate::words::{CAPITAL, ING, NUMBER};

#[derive(Clone, Debug)]
pub(crate) enum Node {
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
    pub(crate) book: Book,
    pub(crate) named: HashMap<String, Node>,
    pub(crate) known_sets: HashMap<Vec<WordId>, u32>,
    pub(crate) label: u16,
    pub(crate) family: u16,
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

    /// A binder for German phrases, without English spellings.
    pub(crate) fn german(files: &[&'static str]) -> Self {
        let mut binder = Self::new();
        binder.spellings(include_str!("../data/crisis/de-spellings.txt"));
        binder.phrases(include_str!("../data/crisis/de-common.txt"));
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

    /// A word with its umlauts folded as `fold` does; typed out (`ae`, `oe`, `ue`) it is the same word.
    fn folded(&mut self, word: &str) -> String {
        if word.is_ascii() {
            return word.to_owned();
        }
        let folded = word.replace('ä', "a").replace('ö', "o").replace('ü', "u").replace('ß', "ss");
        let typed = word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
        if typed != folded {
            self.book.lexicon.spell(&typed, &folded);
        }
        folded
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
            None => vec![self.folded(word)],
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
