//! Days and hours in words. A wait is said as a day; hours are for ends of meetings and the like.

use fluent_bundle::FluentValue;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::Words;

/// A day in words, with the year only where it is not that of `today`.
#[must_use]
pub fn day(words: &Words, date: Date, today: Date) -> String {
    let weekday = words.say(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
    let month = words.say(&format!("month-{}", date.month()));
    let fill: [(&str, FluentValue<'_>); 4] = [
        ("weekday", weekday.into()),
        ("day", date.day().to_string().into()),
        ("month", month.into()),
        ("year", date.year().to_string().into()),
    ];
    words.say_with(if date.year() == today.year() { "day" } else { "day-and-year" }, &fill)
}

/// The local hour of an instant.
#[must_use]
pub fn hour(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(at).strftime("%H:%M").to_string()
}

/// A day and an hour in words.
#[must_use]
pub fn day_and_hour(words: &Words, at: Timestamp, zone: &TimeZone, today: Date) -> String {
    let date = zone.to_datetime(at).date();
    let fill: [(&str, FluentValue<'_>); 2] =
        [("day", day(words, date, today).into()), ("hour", hour(at, zone).into())];
    words.say_with("day-and-hour", &fill)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_of_this_year_needs_no_year() {
        let words = Words::english();
        assert_eq!(day(&words, date(2026, 3, 15), date(2026, 3, 5)), "Sunday 15 March");
        assert_eq!(day(&words, date(2027, 1, 1), date(2026, 12, 5)), "Friday 1 January 2027");
    }
}
