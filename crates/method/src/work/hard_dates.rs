#![doc = include_str!("hard_dates.md")]

use alloc::boxed::Box;
use alloc::vec::Vec;

use jiff::Span;
use jiff::civil::Date;

use crate::event::HardDate;
use crate::present::Present;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("hard_dates.md");

/// A hard date is shown from so many days before.
const SHOWN_DAYS: i32 = 10;

/// A hard date that comes near.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The day, this time round.
    pub on: Date,
    /// Its name.
    pub name: Box<str>,
    /// Whether there is a plan for it.
    pub planned: bool,
}

/// The hard dates of today and the next ten days, soonest first. Of one name the newest entry counts.
#[must_use]
pub fn near(present: &Present<'_>) -> Vec<Near> {
    within(present, SHOWN_DAYS)
}

/// The hard dates of today and the next `days` days, soonest first.
#[must_use]
pub fn within(present: &Present<'_>, days: i32) -> Vec<Near> {
    let today = present.date_of(present.now);
    let last = today.checked_add(Span::new().days(days)).unwrap_or(Date::MAX);
    let mut near: Vec<Near> = Vec::new();
    for noted in present.standing.hard_dates.seen(present.now) {
        let date = &noted.what;
        near.retain(|other| other.name != date.name);
        if let Some(on) = next(date, present, today).filter(|&on| on <= last) {
            near.push(Near { on, name: date.name.clone(), planned: date.plan.is_some() });
        }
    }
    near.sort_by_key(|date| date.on);
    near
}

/// Its next day from `today` on; a yearly 29 February falls on the 28th where the year has none.
fn next(date: &HardDate, present: &Present<'_>, today: Date) -> Option<Date> {
    let first = date.on.date(&present.zone);
    if first >= today || !date.yearly {
        return (first >= today).then_some(first);
    }
    let years = i32::from(today.year() - first.year());
    [years, years + 1]
        .into_iter()
        .filter_map(|years| first.checked_add(Span::new().years(years)).ok())
        .find(|&on| on >= today)
}
