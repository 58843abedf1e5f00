//! The words that phones put beside a twelve-hour time: which part of the day it means.
//!
//! The words are in `words/day-parts.txt`: the day periods of Unicode CLDR, as Android and iOS write them, one a
//! line behind its part. A word that is not among them is not guessed: `strange` decides what comes of it.

use super::cursor::{Cursor, blank_length};
use std::sync::LazyLock;

/// Which part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    /// Before noon; dawn too.
    Morning,
    /// About noon.
    Noon,
    /// Noon and after.
    Afternoon,
    /// From dusk to midnight.
    Evening,
    /// Before and after midnight.
    Night,
}

use Half::{Afternoon, Evening, Morning, Night, Noon};

impl Half {
    /// The hour of 24 that `hour` of this part is. A phone that adds the part to a clock of 24 hours is believed
    /// on the hour, and so is one that writes the hour after noon as 0.
    pub(crate) const fn hour(self, hour: u16) -> u16 {
        match (self, hour) {
            (_, 13..) | (Noon, 10 | 11) | (Night, 0..=5) => hour,
            (Morning, _) | (Evening | Night, 12) => hour % 12,
            (Noon | Afternoon, _) => hour % 12 + 12,
            (Evening, 0) => 0,
            (Evening | Night, _) => hour + 12,
        }
    }
}

/// A word in lower case, and its part.
type Word = (String, Half);

/// The words by their first byte, the longest first.
static WORDS: LazyLock<Vec<Vec<Word>>> = LazyLock::new(|| {
    let mut words: Vec<Vec<Word>> = vec![Vec::new(); 256];
    for line in include_str!("words/day-parts.txt").lines() {
        let (part, word) = line.split_once(' ').expect("a part stands before every word");
        let half = match part {
            "morning" => Morning,
            "noon" => Noon,
            "afternoon" => Afternoon,
            "evening" => Evening,
            _ => Night,
        };
        let word = word.to_lowercase();
        words[usize::from(word.as_bytes()[0])].push((word, half));
    }
    for bucket in &mut words {
        bucket.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    words
});

/// Reads the part of the day that stands here; leaves the cursor where it was if none does.
pub(crate) fn read(cursor: &mut Cursor<'_>) -> Option<Half> {
    const LONGEST: usize = 48;
    let rest = cursor.rest();
    let first = *rest.first()?;
    if matches!(first, b']' | b'-' | b':' | b',' | b'0'..=b'9') {
        return None;
    }
    if let Some((half, length)) = latin(rest) {
        cursor.pass(length);
        return Some(half);
    }
    let window = &rest[..rest.len().min(LONGEST)];
    let whole = match std::str::from_utf8(window) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&window[..error.valid_up_to()]).ok()?,
    };
    // A blank that does not break is a blank; small letters are compared, and no letter changes its length.
    let lower: String = whole
        .chars()
        .map(|c| {
            let mut small = c.to_lowercase();
            small.next().filter(|small| small.len_utf8() == c.len_utf8()).unwrap_or(c)
        })
        .collect();
    let bucket = &WORDS[usize::from(*lower.as_bytes().first()?)];
    let (length, half) = bucket.iter().find_map(|(word, half)| Some((begins_with(&lower, word)?, *half)))?;
    cursor.pass(length);
    Some(half)
}

/// The length of `word` at the beginning of `text`, whose blanks may be of any kind; `None` if it goes on there.
fn begins_with(text: &str, word: &str) -> Option<usize> {
    let mut rest = text;
    for (place, piece) in word.split(' ').enumerate() {
        if place > 0 {
            let blank = blank_length(rest.as_bytes());
            rest = rest.get(blank..).filter(|_| blank > 0)?;
        }
        rest = rest.strip_prefix(piece)?;
    }
    let goes_on = rest.starts_with(char::is_alphabetic);
    (!goes_on).then(|| text.len() - rest.len())
}

/// `am`, `PM`, `a.m.`, `p. m.` and their kin, with their length.
fn latin(rest: &[u8]) -> Option<(Half, usize)> {
    let half = match rest.first()? {
        b'a' | b'A' => Morning,
        b'p' | b'P' => Afternoon,
        _ => return None,
    };
    let mut at = 1;
    at += usize::from(rest.get(at) == Some(&b'.'));
    at += blank_length(&rest[at..]);
    if !matches!(rest.get(at), Some(b'm' | b'M')) {
        return None;
    }
    at += 1;
    at += usize::from(rest.get(at) == Some(&b'.'));
    if rest.get(at).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    Some((half, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(Half, usize)>) {
        let mut cursor = Cursor::new(text.as_bytes());
        let half = read(&mut cursor);
        assert_eq!(half.map(|half| (half, cursor.at())), expect, "{text}");
    }

    #[test]
    fn every_spelling_of_am_and_pm_is_read_to_its_end() {
        check("AM]", Some((Morning, 2)));
        check("pm - Anna", Some((Afternoon, 2)));
        check("a.m.]", Some((Morning, 4)));
        check("p.\u{a0}m. - ", Some((Afternoon, 6)));
        check("p.\u{202f}m. - ", Some((Afternoon, 7)));
        check("下午2:14", Some((Afternoon, 6)));
        check("午前9:01", Some((Morning, 6)));
        check("오후 2:14", Some((Afternoon, 6)));
        check("م]", Some((Afternoon, 2)));
        check("e pasdites]", Some((Afternoon, 10)));
        check("Vorm. -", Some((Morning, 5)));
        check("пр.\u{a0}об. -", Some((Morning, 12)));
    }

    #[test]
    fn a_word_that_only_begins_like_one_is_left_alone() {
        check("amber", None);
        check("emil", None);
        check("- Anna", None);
    }

    #[test]
    fn each_part_of_the_day_has_its_hours() {
        for (half, hour, expect) in [
            (Morning, 12, 0),
            (Morning, 9, 9),
            (Noon, 12, 12),
            (Noon, 11, 11),
            (Noon, 0, 12),
            (Noon, 1, 13),
            (Afternoon, 12, 12),
            (Afternoon, 2, 14),
            (Evening, 8, 20),
            (Evening, 12, 0),
            (Night, 12, 0),
            (Night, 1, 1),
            (Night, 11, 23),
            (Afternoon, 15, 15),
        ] {
            assert_eq!(half.hour(hour), expect, "{half:?} {hour}");
        }
    }
}
