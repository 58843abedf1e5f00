//! Looks for the phrases of a book in the words of a text.
//!
//! Every search ends: each attempt has a limit of steps, and attempts begin only near a word that the phrase
//! must hold.

use crate::phrase::{Book, Step};
use crate::words::{BREAK, CLAUSE, Word};

/// A phrase found: which, and the words it covers (`from..to`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) phrase: u16,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// Steps an attempt may take before it is given up.
const PATIENCE: u32 = 4000;

/// All places where phrases of the book match.
pub(crate) fn search(book: &Book, words: &[Word]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let mut seeker = Seeker { book, words, stack: Vec::new(), patience: 0 };
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.id != 0) {
        let Some(anchored) = book.by_word.get(usize::from(word.id)) else { continue };
        for number in anchored {
            let Some(phrase) = book.phrases.get(usize::from(*number)) else { continue };
            let earliest = at.saturating_sub(usize::from(phrase.lead));
            for from in earliest..=at {
                seeker.patience = PATIENCE;
                if let Some(to) = seeker.matches(&phrase.steps, 0, from).filter(|to| *to > at) {
                    let hit = Hit { phrase: *number, from, to };
                    if !hits.iter().rev().take(64).any(|old| *old == hit) {
                        hits.push(hit);
                    }
                    break;
                }
            }
        }
    }
    hits
}

struct Seeker<'a> {
    book: &'a Book,
    words: &'a [Word],
    stack: Vec<(usize, usize, bool)>,
    patience: u32,
}

impl Seeker<'_> {
    /// Where a match from these steps and this word ends.
    fn matches(&mut self, steps: &[Step], pc: usize, from: usize) -> Option<usize> {
        let floor = self.stack.len();
        self.stack.push((pc, from, true));
        let mut found = None;
        while self.stack.len() > floor {
            let Some((pc, at, bridge)) = self.stack.pop() else { break };
            if let Some(end) = self.run(steps, pc, at, bridge) {
                found = Some(end);
                break;
            }
        }
        self.stack.truncate(floor);
        found
    }

    fn run(&mut self, steps: &[Step], mut pc: usize, mut at: usize, mut bridge: bool) -> Option<usize> {
        loop {
            self.patience = self.patience.checked_sub(1)?;
            let step = *steps.get(pc)?;
            pc += 1;
            match step {
                Step::Match => return Some(at),
                Step::Jump(to) => pc = usize::try_from(to).ok()?,
                Step::Split(first, second) => {
                    self.stack.push((usize::try_from(second).ok()?, at, bridge));
                    pc = usize::try_from(first).ok()?;
                }
                Step::Bridge => bridge = true,
                Step::Start => self.starts(at).then_some(())?,
                Step::End => self.ends(at).then_some(())?,
                Step::NotBefore(set) => {
                    let before = at.checked_sub(1).and_then(|before| self.words.get(before));
                    if before.is_some_and(|word| self.book.holds(set, word.id)) {
                        return None;
                    }
                }
                Step::Not(after) => {
                    if self.matches_within(steps, pc, at) {
                        return None;
                    }
                    pc = usize::try_from(after).ok()?;
                }
                Step::Rest => {
                    while self.words.get(at).is_some_and(|word| word.flags & BREAK == 0) {
                        at += 1;
                    }
                }
                Step::Word(_) | Step::Any | Step::Except(_) | Step::Flag(_) => {
                    let word = self.words.get(at)?;
                    let fits = match step {
                        Step::Word(set) => self.book.holds(set, word.id),
                        Step::Except(set) => !self.book.holds(set, word.id),
                        Step::Flag(flag) => word.flags & flag != 0,
                        _ => true,
                    };
                    if !fits || (word.flags & BREAK != 0 && !bridge) {
                        return None;
                    }
                    bridge = false;
                    at += 1;
                }
            }
        }
    }

    fn matches_within(&mut self, steps: &[Step], pc: usize, at: usize) -> bool {
        if self.words.get(at).is_none_or(|word| word.flags & BREAK != 0) {
            return false;
        }
        self.matches(steps, pc, at).is_some()
    }

    fn starts(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        let joined = |word: &Word| self.book.conjunctions.is_some_and(|set| self.book.holds(set, word.id));
        before.is_none_or(joined) || self.words.get(at).is_some_and(|word| word.flags & (BREAK | CLAUSE) != 0)
    }

    fn ends(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| word.flags & (BREAK | CLAUSE) != 0)
    }
}
