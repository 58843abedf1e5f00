//! A contact as the reading knows it: when, by whom, of what kind, how long. Never the words.

/// What a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Words.
    Text,
    /// A picture, a voice message, a document, a place.
    Media,
    /// A call.
    Call,
    /// An e-mail.
    Mail,
    /// A sign set under somebody's message; no message of its own.
    Reaction,
}

impl Kind {
    /// Whether it counts as a message.
    #[must_use]
    pub const fn is_message(self) -> bool {
        matches!(self, Self::Text | Self::Media | Self::Mail)
    }
}

/// One message or call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Seconds since 1970, UTC.
    pub at: i64,
    /// The person, by number.
    pub who: u16,
    /// What it is.
    pub kind: Kind,
    /// Minutes of a call, where they are told.
    pub minutes: Option<u16>,
    /// Bytes of text; 0 says nothing.
    pub length: u32,
}

/// The moment of a time in milliseconds since 1970, or in seconds where it is too small for that; in seconds.
#[inline]
pub(crate) fn moment(time: i64) -> Option<i64> {
    /// In milliseconds a day of March 1973, in seconds one of the year 5138.
    const SMALLEST: i64 = 100_000_000_000;
    sound(if time >= SMALLEST { time / 1000 } else { time })
}

/// A moment, if a message may be of it. One that is not is a clock that was never set, or a number that is no time:
/// a single one of them would stretch a history over centuries.
#[inline]
pub(crate) fn sound(at: i64) -> Option<i64> {
    /// The second of January 1980: clocks that were never set stand on the first, or in 1970.
    const FIRST: i64 = 315_619_200;
    /// The first of January 2066, as far as a year of a chat is believed.
    const END: i64 = 3_029_529_600;
    (FIRST..END).contains(&at).then_some(at)
}

/// The minutes of a call of so many seconds: of one that was answered at least one.
pub(crate) fn minutes(seconds: i64) -> u16 {
    let minutes = seconds.max(0).saturating_add(30) / 60;
    u16::try_from(minutes.max(i64::from(seconds > 0))).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_before_there_were_messages_or_long_after_us_is_none() {
        for (time, expect) in [
            (1_612_170_000_123, Some(1_612_170_000)),
            (1_612_170_000, Some(1_612_170_000)),
            (0, None),
            (-1, None),
            (1000, None),
            (315_532_800_000, None),
            (253_402_300_799_000, None),
            (16_121_700_001_230, None),
        ] {
            assert_eq!(moment(time), expect, "{time}");
        }
    }

    #[test]
    fn minutes_are_rounded_and_an_answered_call_has_one() {
        for (seconds, expect) in [
            (0, 0),
            (-5, 0),
            (3, 1),
            (89, 1),
            (90, 2),
            (3600, 60),
            (i64::MAX / 2, u16::MAX),
            (i64::MAX, u16::MAX),
            (i64::MIN, 0),
        ] {
            assert_eq!(minutes(seconds), expect, "{seconds}");
        }
    }
}
