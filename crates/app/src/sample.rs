//! The labelled sample: a fictional person's journal, read on a fictional evening, in memory alone.
//! Nothing of it is ever kept.

use jiff::Timestamp;

/// The journal, made by `cargo xtask sample`.
pub const JOURNAL: &str = include_str!("../../../samples/journal.jsonl");

/// The evening it is read at: 5 March 2026, 21:40 in Berlin.
pub const EVENING: &str = "2026-03-05T21:40:00+01:00";

/// The evening as an instant, in seconds since 1970.
pub const EVENING_SECONDS: i64 = 1_772_743_200;

/// How far the sample's evening lies from `now`, in seconds.
#[must_use]
pub fn seconds_from(now: Timestamp) -> i64 {
    EVENING_SECONDS - now.as_second()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_evening_in_words_is_the_evening_in_seconds() {
        let evening: Timestamp = EVENING.parse().expect("a time");
        assert_eq!(evening.as_second(), EVENING_SECONDS);
    }
}
