//! From the wall clock of a phone to moments, by the rules its time zone had on that day.
//!
//! Exports of chats tell no zone, so it is given from outside. Clock times that happened twice or never are
//! settled by the order of the messages, and counted, so that it can be said.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

/// Seconds of a day.
const DAY: i64 = 86_400;
/// A message this much earlier than the one before it may still be of the same hour, only late.
const LATE: i64 = 120;

/// A wall clock that turns into moments; remembers the day it last saw, since messages come by days.
#[derive(Debug)]
pub(crate) struct WallClock {
    zone: TimeZone,
    day: Option<(Date, Rule)>,
    last: i64,
    /// How many times fell into an hour that ran twice.
    pub(crate) repeated: u64,
    /// How many fell into an hour that never was.
    pub(crate) missing: u64,
}

/// How the clock times of one day become moments.
#[derive(Clone, Copy, Debug)]
enum Rule {
    /// Every time of the day has the same distance to UTC: the moment of its midnight.
    Plain(i64),
    /// The clock changes on this day; each time is asked for.
    Changing,
}

impl WallClock {
    /// A clock of `zone`.
    pub(crate) const fn new(zone: TimeZone) -> Self {
        Self { zone, day: None, last: i64::MIN, repeated: 0, missing: 0 }
    }

    /// The moment, in seconds since 1970, of `clock` seconds after midnight on `date`.
    pub(crate) fn moment(&mut self, date: Date, clock: u32) -> i64 {
        let rule = match self.day {
            Some((day, rule)) if day == date => rule,
            _ => {
                let rule = self.rule(date);
                self.day = Some((date, rule));
                rule
            }
        };
        let moment = match rule {
            Rule::Plain(midnight) => midnight + i64::from(clock),
            Rule::Changing => self.asked(date, clock),
        };
        self.last = moment;
        moment
    }

    fn rule(&self, date: Date) -> Rule {
        let offset = |offset: jiff::tz::Offset| i64::from(offset.seconds());
        let naive = i64::from(days_since_1970(date)) * DAY;
        let AmbiguousOffset::Unambiguous { offset: at_midnight } =
            self.zone.to_ambiguous_timestamp(DateTime::from_parts(date, Time::midnight())).offset()
        else {
            return Rule::Changing;
        };
        let midnight = naive - offset(at_midnight);
        let Ok(start) = Timestamp::from_second(midnight) else { return Rule::Changing };
        // One hour of margin on either side: a change near midnight touches both days.
        let next_change = self.zone.following(start).next().map(|change| change.timestamp().as_second());
        let last_change = self.zone.preceding(start).next().map(|change| change.timestamp().as_second());
        let near = |change: i64| change > midnight - 2 * DAY && change < midnight + 2 * DAY;
        if next_change.is_some_and(near) || last_change.is_some_and(near) {
            return Rule::Changing;
        }
        Rule::Plain(midnight)
    }

    fn asked(&mut self, date: Date, clock: u32) -> i64 {
        let part = |seconds: u32| i8::try_from(seconds).expect("a part of a clock time is below 60");
        let time = Time::constant(part(clock / 3600), part(clock / 60 % 60), part(clock % 60), 0);
        let naive = i64::from(days_since_1970(date)) * DAY + i64::from(clock);
        let moment = |offset: jiff::tz::Offset| naive - i64::from(offset.seconds());
        match self.zone.to_ambiguous_timestamp(DateTime::from_parts(date, time)).offset() {
            AmbiguousOffset::Unambiguous { offset } => moment(offset),
            AmbiguousOffset::Gap { before, .. } => {
                self.missing += 1;
                moment(before)
            }
            AmbiguousOffset::Fold { before, after } => {
                self.repeated += 1;
                let (first, second) = (moment(before), moment(after));
                if first >= self.last - LATE || self.last == i64::MIN { first } else { second }
            }
        }
    }
}

/// Days from the first of January 1970 to `date`.
pub(crate) fn days_since_1970(date: Date) -> i32 {
    // Howard Hinnant's days_from_civil: years begin in March, so that leap days end them.
    let (year, month, day) = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    let year = year - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(zone: &str) -> WallClock {
        WallClock::new(TimeZone::get(zone).expect("the zone is in the bundled database"))
    }

    fn at(clock: &mut WallClock, text: &str) -> String {
        let time: DateTime = text.parse().expect("a civil time");
        let seconds = u32::try_from(time.hour()).expect("positive") * 3600
            + u32::try_from(time.minute()).expect("positive") * 60
            + u32::try_from(time.second()).expect("positive");
        let moment = clock.moment(time.date(), seconds);
        Timestamp::from_second(moment).expect("in range").to_string()
    }

    #[test]
    fn winter_and_summer_have_their_own_distance_to_utc() {
        let mut berlin = clock("Europe/Berlin");
        assert_eq!(at(&mut berlin, "2025-01-10T12:00"), "2025-01-10T11:00:00Z");
        assert_eq!(at(&mut berlin, "2025-07-10T12:00"), "2025-07-10T10:00:00Z");
        assert_eq!((berlin.repeated, berlin.missing), (0, 0));
    }

    #[test]
    fn the_doubled_hour_is_told_apart_by_the_order_of_messages() {
        let mut berlin = clock("Europe/Berlin");
        assert_eq!(at(&mut berlin, "2025-10-26T01:50"), "2025-10-25T23:50:00Z");
        assert_eq!(at(&mut berlin, "2025-10-26T02:30"), "2025-10-26T00:30:00Z");
        assert_eq!(at(&mut berlin, "2025-10-26T02:10"), "2025-10-26T01:10:00Z");
        assert_eq!(at(&mut berlin, "2025-10-26T02:20"), "2025-10-26T01:20:00Z");
        assert_eq!(at(&mut berlin, "2025-10-26T03:20"), "2025-10-26T02:20:00Z");
        assert_eq!((berlin.repeated, berlin.missing), (3, 0));
    }

    #[test]
    fn an_hour_that_never_was_moves_forward_by_what_was_skipped() {
        let mut berlin = clock("Europe/Berlin");
        assert_eq!(at(&mut berlin, "2025-03-30T02:30"), "2025-03-30T01:30:00Z");
        assert_eq!(berlin.missing, 1);
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (day, days) in
            [("1970-01-01", 0), ("2000-03-01", 11_017), ("2024-02-29", 19_782), ("2026-02-20", 20_504)]
        {
            assert_eq!(days_since_1970(day.parse().expect("a date")), days, "{day}");
        }
    }
}
