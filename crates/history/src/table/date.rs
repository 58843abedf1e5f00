//! Dates in tables, as programs and spreadsheets write them.
//!
//! `2025-03-05T14:05:33+01:00` says all; a date without a zone is on the wall clock of whoever made the table. Of
//! `5/3/25` nobody knows which is the day: that is decided for the whole table, as for a chat (`whatsapp/order.rs`).

use crate::audit::{DateOrder, DecidedBy};
use crate::contact;
use crate::export::Trouble;
use crate::whatsapp::cursor::Cursor;
use crate::whatsapp::months;
use crate::whatsapp::order::{self, Evidence, Undecided, Written};
use crate::zone::WallClock;
use jiff::Timestamp;

/// A time as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// In seconds since 1970.
    Settled(i64),
    /// On a wall clock, with seconds or without.
    Wall(Written, u32, bool),
}

/// A date that is no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) parts: [u16; 3],
    pub(super) order: DateOrder,
}

/// Reads a time.
pub(super) fn read(text: &[u8]) -> Option<Moment> {
    let text = std::str::from_utf8(text).ok()?.trim();
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(Moment::Settled(moment.as_second()));
    }
    let mut cursor = Cursor::new(text.as_bytes());
    let written = numbers(&mut cursor).or_else(|| {
        cursor = Cursor::new(text.as_bytes());
        words(&mut cursor)
    })?;
    cursor.eat(b',');
    cursor.blanks();
    for between in ["at ", "um ", "à ", "T"] {
        cursor.eat_text(between);
    }
    cursor.blanks();
    let (hour, _) = cursor.number()?;
    if !(cursor.eat(b':') || cursor.eat(b'.')) {
        return None;
    }
    let minute = cursor.two_digits()?;
    let seconds = if cursor.eat(b':') || cursor.eat(b'.') { Some(cursor.two_digits()?) } else { None };
    if cursor.eat(b'.') {
        // Parts of a second.
        cursor.number()?;
    }
    cursor.blanks();
    let half =
        String::from_utf8_lossy(cursor.rest()).replace(['.', '\u{a0}', '\u{202f}', ' '], "").to_lowercase();
    let hour = match half.as_str() {
        "" if hour < 24 => hour,
        "am" if (1..=12).contains(&hour) => hour % 12,
        "pm" if (1..=12).contains(&hour) => hour % 12 + 12,
        _ => return None,
    };
    let second = seconds.unwrap_or(0);
    if minute > 59 || second > 59 {
        return None;
    }
    let clock = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second);
    Some(Moment::Wall(written, clock, seconds.is_some()))
}

/// `2025-03-05`, `5/3/25`, `5.3.2025`.
fn numbers(cursor: &mut Cursor<'_>) -> Option<Written> {
    let (first, width) = cursor.number()?;
    let separator = cursor.peek().filter(|byte| matches!(byte, b'-' | b'/' | b'.'))?;
    cursor.eat(separator);
    let (second, _) = cursor.number()?;
    if !cursor.eat(separator) {
        return None;
    }
    let (third, third_width) = cursor.number()?;
    let year_first = width == 4;
    let short_year = !year_first && third_width == 2;
    (year_first || short_year || third_width == 4).then_some(Written {
        parts: [first, second, third],
        year_first,
        short_year,
    })
}

/// `Jul 23, 2011`, `23. Juli 2011`: a month by name, put in the order of year, month, day.
fn words(cursor: &mut Cursor<'_>) -> Option<Written> {
    let mut before = None;
    if cursor.at_digit() {
        before = Some(cursor.number()?.0);
        cursor.eat(b'.');
        cursor.blanks();
    }
    let month = months::read(cursor)?;
    cursor.eat(b'.');
    cursor.blanks();
    let day = match before {
        Some(day) => day,
        None => cursor.number()?.0,
    };
    cursor.eat(b',');
    cursor.blanks();
    let (year, 4) = cursor.number()? else { return None };
    Some(Written { parts: [year, month, day], year_first: true, short_year: false })
}

impl Moment {
    pub(super) const fn has_seconds(&self) -> bool {
        matches!(self, Self::Settled(_) | Self::Wall(_, _, true))
    }

    /// Whether a message may be of it; of a wall clock's years `order` judges.
    pub(super) fn is_sound(&self) -> bool {
        match self {
            Self::Settled(at) => contact::sound(*at).is_some(),
            Self::Wall(..) => true,
        }
    }

    /// The moment, in seconds since 1970.
    pub(super) fn at(&self, given: Option<DateOrder>, clock: &mut WallClock) -> Result<i64, Day> {
        match self {
            Self::Settled(at) => Ok(*at),
            Self::Wall(written, seconds, _) => {
                let order = if written.year_first { DateOrder::Ymd } else { given.unwrap_or(DateOrder::Dmy) };
                let day = order::day(*written, order).ok_or(Day { parts: written.parts, order })?;
                Ok(clock.moment(day, *seconds))
            }
        }
    }
}

/// What the dates of a table say about their order.
#[derive(Debug, Default)]
pub(super) struct Dates {
    evidence: Option<Evidence>,
}

impl Dates {
    pub(super) fn see(&mut self, moment: &Moment) {
        if let Moment::Wall(written, ..) = moment {
            self.evidence.get_or_insert_with(Evidence::new).see(*written);
        }
    }

    /// The order of the dates and how it was found; none where every date tells itself.
    pub(super) fn decide(&self, given: Option<DateOrder>) -> Result<Option<(DateOrder, DecidedBy)>, Trouble> {
        let Some(evidence) = self.evidence.as_ref().filter(|evidence| evidence.needs_an_order()) else {
            return Ok(None);
        };
        match (given, evidence.decide_by_numbers()) {
            (Some(order), _) => Ok(Some((order, DecidedBy::Given))),
            (None, Ok(decided)) => Ok(Some(decided)),
            (None, Err(Undecided::BothWays(parts))) => Err(Trouble::BothWays(parts)),
            (None, Err(Undecided::Contradiction { day_first, month_first })) => {
                Err(Trouble::Contradiction { day_first, month_first })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, order: DateOrder) -> Option<i64> {
        let mut clock = WallClock::new(jiff::tz::TimeZone::UTC);
        read(text.as_bytes())?.at(Some(order), &mut clock).ok()
    }

    #[test]
    fn dates_of_many_programs_are_one_moment() {
        for text in [
            "2011-07-23T06:12:54Z",
            "2011-07-23T08:12:54+02:00",
            "2011-07-23 06:12:54",
            "2011-07-23T06:12:54",
            "2011/07/23 06:12:54",
            "Jul 23, 2011 6:12:54 AM",
            "Jul 23, 2011 at 6:12:54\u{202f}AM",
            "July 23, 2011, 6:12:54 a.m.",
            "23. Juli 2011 um 06:12:54",
            "23 juil. 2011 à 06:12:54",
            "23.07.2011 06:12:54",
            "23/7/11, 6:12:54 am",
            "2011-07-23 06:12:54.123",
        ] {
            assert_eq!(at(text, DateOrder::Dmy), Some(1_311_401_574), "{text}");
        }
        assert_eq!(at("7/23/11 6:12:54 PM", DateOrder::Mdy), Some(1_311_401_574 + 12 * 3600));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "yesterday",
            "2011-07-23",
            "25:00",
            "2011-07-23 25:00",
            "2011-07-23 6:12 xm",
            "13 PM",
            "Jul 23 6:12",
        ] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
        assert_eq!(at("2011-02-30 10:00", DateOrder::Dmy), None);
    }
}
