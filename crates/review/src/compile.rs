//! Makes the phrases of a binder into programs over words, and the binder into a book.
//! It finds nothing in a text: `search` does.
//!
//! It decides where a search for a phrase begins: at the words that say most.

use crate::binder::{Binder, Node};
use crate::lexicon::WordId;
use crate::phrase::{Book, Phrase, Step};

impl Binder {
    /// Makes a phrase of what was read.
    pub(crate) fn phrase(&mut self, line: usize, node: &Node) -> Result<(), String> {
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
