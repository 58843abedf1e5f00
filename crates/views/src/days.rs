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

/// A day of whatever year in words, without its weekday: `6 January 2025`.
#[must_use]
pub fn day_of_year(words: &Words, date: Date) -> String {
    let month = words.say(&format!("month-{}", date.month()));
    let fill: [(&str, FluentValue<'_>); 3] = [
        ("day", date.day().to_string().into()),
        ("month", month.into()),
        ("year", date.year().to_string().into()),
    ];
    words.say_with("day-of-year", &fill)
}

/// A week by its Monday, and by its number where the language has it so: `6 January 2025`, `6. Januar 2025 (KW 2)`.
pub(crate) fn week_of_year(words: &Words, monday: Date) -> String {
    let fill: [(&str, FluentValue<'_>); 2] = [
        ("monday", day_of_year(words, monday).into()),
        ("number", monday.iso_week_date().week().to_string().into()),
    ];
    words.say_with("week-of-year", &fill)
}

/// The month's short name, as for an axis: `Feb`; that of January with its year: `Jan 2025`.
pub(crate) fn month_short(words: &Words, date: Date) -> String {
    let month = words.say(&format!("month-short-{}", date.month()));
    if date.month() != 1 {
        return month;
    }
    let fill: [(&str, FluentValue<'_>); 2] =
        [("month", month.into()), ("year", date.year().to_string().into())];
    words.say_with("month-and-year-short", &fill)
}

/// Where each month begins among the Mondays of some weeks, with its short name.
pub(crate) fn months(words: &Words, mondays: &[Date]) -> Vec<(usize, String)> {
    let mut before = None;
    let mut months = Vec::new();
    for (place, monday) in mondays.iter().enumerate() {
        if before != Some(monday.month()) {
            months.push((place, month_short(words, *monday)));
        }
        before = Some(monday.month());
    }
    months
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

    #[test]
    fn a_day_of_another_time_is_told_by_its_year_alone() {
        assert_eq!(day_of_year(&Words::english(), date(2025, 1, 6)), "6 January 2025");
    }

    #[test]
    fn an_axis_names_the_year_once_in_january() {
        let words = Words::english();
        assert_eq!(month_short(&words, date(2025, 1, 6)), "Jan 2025");
        assert_eq!(month_short(&words, date(2025, 2, 3)), "Feb");
    }

    #[test]
    fn every_month_and_weekday_has_its_names() {
        let words = Words::english();
        for month in 1..=12 {
            assert!(words.has(&format!("month-{month}")) && words.has(&format!("month-short-{month}")));
        }
        assert!((1..=7).all(|weekday| words.has(&format!("weekday-{weekday}"))));
    }

    #[test]
    fn days_and_weeks_read_as_their_language_writes_them() {
        let german = Words::of(crate::Language::German);
        assert_eq!(day(&german, date(2026, 3, 15), date(2026, 3, 5)), "Sonntag, 15. März");
        assert_eq!(day(&german, date(2027, 1, 1), date(2026, 12, 5)), "Freitag, 1. Januar 2027");
        assert_eq!(day_of_year(&german, date(2025, 1, 6)), "6. Januar 2025");
        assert_eq!(month_short(&german, date(2025, 3, 3)), "Mär");
        assert_eq!(week_of_year(&german, date(2026, 3, 2)), "2. März 2026 (KW 10)");
        assert_eq!(week_of_year(&german, date(2024, 12, 30)), "30. Dezember 2024 (KW 1)");
        assert_eq!(week_of_year(&Words::english(), date(2026, 3, 2)), "2 March 2026");
        let at = "2026-03-15T17:05:00Z".parse().expect("a time");
        let zone = TimeZone::get("Europe/Berlin").expect("a zone");
        assert_eq!(day_and_hour(&german, at, &zone, date(2026, 3, 15)), "Sonntag, 15. März, 18:05 Uhr");
    }
}
