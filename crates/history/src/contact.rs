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
    match time {
        SMALLEST.. => Some(time / 1000),
        1.. => Some(time),
        _ => None,
    }
}

/// The minutes of a call of so many seconds: of one that was answered at least one.
pub(crate) fn minutes(seconds: i64) -> u16 {
    let minutes = (seconds.max(0) + 30) / 60;
    u16::try_from(minutes.max(i64::from(seconds > 0))).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_rounded_and_an_answered_call_has_one() {
        for (seconds, expect) in
            [(0, 0), (-5, 0), (3, 1), (89, 1), (90, 2), (3600, 60), (i64::MAX / 2, u16::MAX)]
        {
            assert_eq!(minutes(seconds), expect, "{seconds}");
        }
    }
}
