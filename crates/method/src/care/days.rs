//! Check-ins gathered by the person's day: a later one of the same day fills in and corrects the earlier.

use alloc::collections::BTreeMap;

use jiff::civil::Date;

use crate::event::CheckIn;
use crate::present::Present;

/// The check-ins of each of the person's days.
pub(super) type Days = BTreeMap<Date, CheckIn>;

/// Gathers the check-ins by the person's day. A field given twice keeps its later value.
pub(super) fn by_day(present: &Present<'_>) -> Days {
    let mut days = Days::new();
    for noted in present.standing.check_ins.seen(present.now) {
        let day = days.entry(present.day_of(noted.at)).or_default();
        *day = merged(*day, noted.what);
    }
    days
}

/// How many days in a row `holds`, counted back from today or, where today has no check-in yet, from yesterday.
/// A day without a check-in breaks the run.
pub(super) fn run(present: &Present<'_>, days: &Days, holds: impl Fn(&CheckIn) -> bool) -> usize {
    let today = present.day_of(present.now);
    let mut day = if days.contains_key(&today) { Some(today) } else { today.yesterday().ok() };
    let mut length = 0;
    while let Some(date) = day.filter(|date| days.get(date).is_some_and(&holds)) {
        length += 1;
        day = date.yesterday().ok();
    }
    length
}

/// Whether today has a check-in.
#[must_use]
pub fn checked_in_today(present: &Present<'_>) -> bool {
    let today = present.day_of(present.now);
    present
        .standing
        .check_ins
        .seen(present.now)
        .next_back()
        .is_some_and(|noted| present.day_of(noted.at) == today)
}

fn merged(earlier: CheckIn, later: CheckIn) -> CheckIn {
    CheckIn {
        sleep_hours: later.sleep_hours.or(earlier.sleep_hours),
        to_fall_asleep_minutes: later.to_fall_asleep_minutes.or(earlier.to_fall_asleep_minutes),
        awake_minutes: later.awake_minutes.or(earlier.awake_minutes),
        day_suffered: later.day_suffered.or(earlier.day_suffered),
        ate: later.ate.or(earlier.ate),
        moved_minutes: later.moved_minutes.or(earlier.moved_minutes),
        worked: later.worked.or(earlier.worked),
        people: later.people.or(earlier.people),
        mood: later.mood.or(earlier.mood),
        drinks: later.drinks.or(earlier.drinks),
    }
}
