//! Points in time as a journal names them, and the calendar arithmetic that the clauses need.
//!
//! It never asks what time it is: every moment comes from an entry or from the caller.
//! Everything here is total; a sum that leaves the calendar stops at its end.

use core::fmt;

use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Span, Timestamp, Zoned};

/// A point in time with the offset it was written with (RFC 3339).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub instant: Timestamp,
    /// The offset from UTC that stood beside it; kept so that a journal can be written back as it was.
    pub offset: Offset,
}

/// As RFC 3339 writes it: with its offset, `Z` for none.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.offset == Offset::UTC {
            self.instant.fmt(f)
        } else {
            self.instant.display_with_offset(self.offset).fmt(f)
        }
    }
}

/// A date, or a point in time, where a journal may give either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A whole day of the person's calendar; read as an instant it is the start of that day.
    Day(Date),
    /// A point in time.
    At(Moment),
}

impl When {
    /// The instant meant: the point itself, or the start of the day in `zone`.
    #[must_use]
    pub fn instant(self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Day(date) => start_of_day(date, zone),
            Self::At(moment) => moment.instant,
        }
    }

    /// The day meant in `zone`.
    #[must_use]
    pub fn date(self, zone: &TimeZone) -> Date {
        match self {
            Self::Day(date) => date,
            Self::At(moment) => zone.to_datetime(moment.instant).date(),
        }
    }
}

/// The first instant of `date` in `zone`; where the clocks skip midnight, the first one that exists.
#[must_use]
pub fn start_of_day(date: Date, zone: &TimeZone) -> Timestamp {
    at_local(date, Time::midnight(), zone)
}

/// The instant of a local date and time: one that a clock change skips moves forward by what was skipped,
/// of one that it doubles the first is meant.
#[must_use]
pub fn at_local(date: Date, time: Time, zone: &TimeZone) -> Timestamp {
    zone.to_ambiguous_timestamp(date.to_datetime(time)).compatible().unwrap_or(Timestamp::MAX)
}

/// `days` calendar days after `instant`, at the same local time in `zone`.
#[must_use]
pub fn days_after(instant: Timestamp, days: u16, zone: &TimeZone) -> Timestamp {
    add(instant, Span::new().days(i32::from(days)), zone)
}

/// One calendar month after `instant`, at the same local time in `zone`; a day the month lacks is its last.
#[must_use]
pub fn month_after(instant: Timestamp, zone: &TimeZone) -> Timestamp {
    add(instant, Span::new().months(1), zone)
}

/// The first instant of the day after `date` in `zone`.
#[must_use]
pub fn day_after(date: Date, zone: &TimeZone) -> Timestamp {
    date.tomorrow().map_or(Timestamp::MAX, |next| start_of_day(next, zone))
}

/// `hours` elapsed hours after `instant`.
#[must_use]
pub fn hours_after(instant: Timestamp, hours: u32) -> Timestamp {
    instant.checked_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(Timestamp::MAX)
}

/// `minutes` elapsed minutes after `instant`, to the second.
#[must_use]
pub fn minutes_after(instant: Timestamp, minutes: f64) -> Timestamp {
    let elapsed = SignedDuration::try_from_secs_f64(minutes * 60.0).unwrap_or(SignedDuration::MAX);
    instant.checked_add(elapsed).unwrap_or(Timestamp::MAX)
}

/// Whether `at` lies in the `hours` elapsed hours up to `now`, both ends counted; never for what is to come.
#[must_use]
pub fn within_hours(at: Timestamp, hours: u32, now: Timestamp) -> bool {
    at <= now && elapsed(at, now) <= SignedDuration::from_hours(i64::from(hours))
}

/// Which 24 hours before `now` hold `at`: 1 for the last 24 hours, 2 for those before; none for the future.
#[must_use]
pub fn day_before(at: Timestamp, now: Timestamp) -> Option<i64> {
    (at <= now).then(|| elapsed(at, now).as_secs().div_euclid(24 * 60 * 60) + 1)
}

/// What elapsed from `earlier` to `later`.
#[must_use]
pub fn elapsed(earlier: Timestamp, later: Timestamp) -> SignedDuration {
    later.duration_since(earlier)
}

/// The person's day that holds `at`: before `day_starts` it is still the day before.
#[must_use]
pub fn persons_day(at: Timestamp, day_starts: Time, zone: &TimeZone) -> Date {
    let local = zone.to_datetime(at);
    let today = local.date();
    if local.time() < day_starts { today.yesterday().unwrap_or(today) } else { today }
}

fn add(instant: Timestamp, span: Span, zone: &TimeZone) -> Timestamp {
    Zoned::new(instant, zone.clone()).checked_add(span).map_or(Timestamp::MAX, |later| later.timestamp())
}
