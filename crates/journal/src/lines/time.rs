//! Times as a journal writes them: RFC 3339 with an offset, or a date alone where the contract allows one.
//! It never fills in an offset that was not written.

use jiff::civil::{Date, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;
use method::{Moment, When};

/// Why a time cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// It is no time.
    #[error("must be a time such as 2026-03-01T18:30:00+01:00")]
    NotATime,
    /// It has no offset.
    #[error("needs an offset from UTC, such as 2026-03-01T18:30:00+01:00")]
    NoOffset,
    /// It lies outside the calendar.
    #[error("lies outside the calendar")]
    OutOfCalendar,
    /// It is no date.
    #[error("must be a date such as 2026-03-01, or a time with its offset")]
    NotADate,
    /// It is no time of day.
    #[error("must be a time of day such as 04:00")]
    NotATimeOfDay,
}

/// An offset is less than a day.
const DAY_SECONDS: i32 = 24 * 60 * 60;

/// Reads an RFC 3339 time with its offset. Seconds of an offset count for the instant; the offset itself is kept in whole
/// minutes, as RFC 3339 has it, so that what is written reads back as the same.
///
/// # Errors
/// [`TimeError`] where it is none, lacks its offset, or lies outside the calendar.
pub fn parse_moment(text: &str) -> Result<Moment, TimeError> {
    let pieces = Pieces::parse(text).map_err(|_| TimeError::NotATime)?;
    if pieces.time_zone_annotation().is_some() {
        return Err(TimeError::NotATime);
    }
    let time = pieces.time().ok_or(TimeError::NotATime)?;
    let offset = pieces.to_numeric_offset().ok_or(TimeError::NoOffset)?;
    if offset.seconds().abs() >= DAY_SECONDS {
        return Err(TimeError::NotATime);
    }
    let instant =
        offset.to_timestamp(pieces.date().to_datetime(time)).map_err(|_| TimeError::OutOfCalendar)?;
    Ok(Moment { instant, offset: Offset::from_seconds(offset.seconds() / 60 * 60).unwrap_or(Offset::UTC) })
}

/// Reads a date, or a time with its offset.
pub(super) fn parse_when(text: &str) -> Result<When, TimeError> {
    let pieces = Pieces::parse(text).map_err(|_| TimeError::NotADate)?;
    if pieces.time().is_none() && pieces.to_numeric_offset().is_none() && text.len() == "2026-03-01".len() {
        return Ok(When::Day(pieces.date()));
    }
    parse_moment(text).map(When::At)
}

/// Reads a time of day, `HH:MM` or `HH:MM:SS`.
pub(super) fn parse_time_of_day(text: &str) -> Result<Time, TimeError> {
    let shaped = text.len() >= 5 && text.as_bytes().get(2) == Some(&b':');
    text.parse().ok().filter(|_| shaped).ok_or(TimeError::NotATimeOfDay)
}

/// Writes a time with the offset that it came with.
pub(super) fn print_moment(moment: Moment) -> String {
    moment.to_string()
}

/// Writes a date or a time.
pub(super) fn print_when(when: When) -> String {
    match when {
        When::Day(date) => print_date(date),
        When::At(moment) => print_moment(moment),
    }
}

fn print_date(date: Date) -> String {
    date.to_string()
}

/// Writes a time of day: minutes, and seconds only where there are any.
pub(super) fn print_time_of_day(time: Time) -> String {
    if time.second() == 0 {
        time.strftime("%H:%M").to_string()
    } else {
        time.strftime("%H:%M:%S").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_of_an_offset_count_and_what_is_written_reads_back_as_the_same() {
        for (text, instant) in [
            ("2025-02-21T08:00:00+00:01:30", "2025-02-21T07:58:30Z"),
            ("2025-02-21T08:00:00-00:01:30", "2025-02-21T08:01:30Z"),
            ("2025-02-21T08:00:00-23:59:59", "2025-02-22T07:59:59Z"),
            ("2025-02-21T08:00:00+05:45", "2025-02-21T02:15:00Z"),
        ] {
            let moment = parse_moment(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(moment.instant, instant.parse().expect("an instant"), "{text}");
            assert_eq!(parse_moment(&print_moment(moment)), Ok(moment), "{text}");
        }
    }
}
