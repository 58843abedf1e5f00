//! ISO weeks of a time zone as stretches of moments.
//!
//! Weeks begin on Monday at the zone's own midnight, so that one of them is an hour shorter or longer where the
//! clock changes.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// Consecutive weeks.
#[derive(Clone, Debug)]
pub(crate) struct Weeks {
    /// Where each begins, in seconds since 1970, and where the last one ends.
    pub(crate) bounds: Vec<i64>,
    /// Their names, as `2025-W03`.
    pub(crate) names: Vec<String>,
}

impl Weeks {
    /// All weeks from that of `first` to that of `last`, both in seconds since 1970.
    pub(crate) fn between(first: i64, last: i64, zone: &TimeZone) -> Self {
        let (mut bounds, mut names) = (Vec::new(), Vec::new());
        let mut monday = monday_of(date_of(first, zone));
        loop {
            let start = start_of(monday, zone);
            bounds.push(start);
            if start > last {
                return Self { bounds, names };
            }
            let week = monday.iso_week_date();
            names.push(format!("{:04}-W{:02}", week.year(), week.week()));
            let Ok(next) = monday.checked_add(1.week()) else {
                // The calendar ends here, and so does its last week.
                bounds.push(i64::MAX);
                return Self { bounds, names };
            };
            monday = next;
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.names.len()
    }
}

fn monday_of(date: Date) -> Date {
    let week: ISOWeekDate = date.iso_week_date();
    ISOWeekDate::new(week.year(), week.week(), Weekday::Monday).map_or(date, ISOWeekDate::date)
}

/// The day of a moment.
pub(crate) fn date_of(moment: i64, zone: &TimeZone) -> Date {
    Timestamp::from_second(moment)
        .map_or(Date::constant(1970, 1, 1), |moment| zone.to_datetime(moment).date())
}

/// The moment a day begins: at midnight, or where the clock skips midnight, as soon after as there is a time.
pub(crate) fn start_of(date: Date, zone: &TimeZone) -> i64 {
    date.to_zoned(zone.clone()).map_or(0, |start| start.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_week_of_the_calendar_has_an_end() {
        let zone = TimeZone::get("Europe/Berlin").expect("the zone is in the bundled database");
        let last = Timestamp::MAX.as_second();
        let weeks = Weeks::between(last - 86_400, last, &zone);
        assert_eq!(weeks.bounds.len(), weeks.count() + 1);
    }

    #[test]
    fn weeks_run_from_monday_to_monday_across_a_year_and_a_clock_change() {
        let zone = TimeZone::get("Europe/Berlin").expect("the zone is in the bundled database");
        let at = |text: &str| text.parse::<Timestamp>().expect("a moment").as_second();
        let weeks = Weeks::between(at("2024-12-31T10:00:00Z"), at("2025-01-06T10:00:00Z"), &zone);
        assert_eq!(weeks.names, ["2025-W01", "2025-W02"]);
        assert_eq!(weeks.bounds[0], at("2024-12-29T23:00:00Z"));
        let spring = Weeks::between(at("2025-03-28T10:00:00Z"), at("2025-03-28T11:00:00Z"), &zone);
        assert_eq!((spring.bounds[1] - spring.bounds[0]) / 3600, 167);
    }
}
