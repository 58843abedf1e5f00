//! Heads with a word beside the clock that nobody has listed: a filler, the half of a day, or a sentence.
//!
//! A half of the day that is taken for a filler moves half of all messages by twelve hours, and nothing shows it.
//! So such a word is passed over only where the clock proves that it tells nothing; else a file of such heads is
//! refused, and a few of them are skipped and said.

/// What a stretch holds of such heads.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strange {
    /// How many there are.
    pub(crate) count: u32,
    /// The first line, and its head as written.
    pub(crate) first: Option<(u32, String)>,
    /// Up to two of the words that differ.
    words: Vec<Box<[u8]>>,
    /// An hour above 12 was met.
    long_day: bool,
}

/// What comes of such heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The word tells nothing: they are heads like others.
    Heads,
    /// Too many to leave out.
    Refuse,
    /// A few, beside heads that are understood.
    Few,
}

impl Strange {
    /// Takes in one more.
    pub(crate) fn see(&mut self, word: &[u8], hour: Option<u32>, line: u32, head: &[u8]) {
        self.count += 1;
        self.long_day |= hour.is_some_and(|hour| hour > 12);
        self.first.get_or_insert_with(|| (line, String::from_utf8_lossy(head.trim_ascii_end()).into_owned()));
        self.note(word);
    }

    fn note(&mut self, word: &[u8]) {
        if self.words.len() < 2 && self.words.iter().all(|known| **known != *word) {
            self.words.push(word.into());
        }
    }

    /// Adds those of the stretch that follows, which begins after `lines` lines.
    pub(crate) fn join(&mut self, other: &Self, lines: u32) {
        self.count += other.count;
        self.long_day |= other.long_day;
        if self.first.is_none() {
            self.first = other.first.clone().map(|(line, head)| (line + lines, head));
        }
        other.words.iter().for_each(|word| self.note(word));
    }

    /// Judges them beside `known` other heads.
    pub(crate) fn verdict(&self, known: u32) -> Verdict {
        /// One in so many is too many.
        const MANY: u32 = 20;
        if self.words.len() <= 1 && self.long_day {
            Verdict::Heads
        } else if self.count.saturating_mul(MANY) > self.count + known && (self.count > 2 || known < 8) {
            Verdict::Refuse
        } else {
            Verdict::Few
        }
    }
}
