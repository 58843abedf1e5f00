#![doc = include_str!("danger.md")]

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::event::Signs;
use crate::moment::within_hours;
use crate::present::Present;
use crate::standing::{Noted, Position};

use super::Force;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("danger.md");

/// Words of harming someone act as "told to stop" for 30 days.
pub const HARM_STOPS_HOURS: u32 = 30 * 24;
/// Help stays in front for 14 days.
pub const HELP_STAYS_HOURS: u32 = 14 * 24;
/// Marked a false alarm, either lasts 24 hours from the words.
pub const FALSE_ALARM_HOURS: u32 = 24;

/// Words of harming someone that still act as a stop. Taking the entry back changes nothing (SAFE-11).
#[must_use]
pub fn harm_in_force(present: &Present<'_>) -> Force {
    let entries: Vec<u32> = harm_within(present, HARM_STOPS_HOURS).map(|noted| noted.entry).collect();
    (!entries.is_empty()).then_some(entries)
}

/// Whether words of harming someone still keep help in front.
#[must_use]
pub fn harm_needs_help(present: &Present<'_>) -> bool {
    harm_within(present, HELP_STAYS_HOURS).next().is_some()
}

/// Words of harming someone whose time is not over: so many hours, or a day where they were marked a false alarm.
fn harm_within<'a>(present: &'a Present<'_>, hours: u32) -> impl Iterator<Item = &'a Noted<Signs>> {
    let standing = present.standing;
    let alarms: BTreeMap<&str, Position> =
        standing.false_alarms.seen(present.now).map(|alarm| (&*alarm.what, alarm.place())).collect();
    standing.signs.said(present.now).filter(move |noted| {
        let marked =
            noted.name().and_then(|name| alarms.get(name)).is_some_and(|&alarm| alarm > noted.place());
        let hours = if marked { FALSE_ALARM_HOURS } else { hours };
        noted.what.to_other && within_hours(noted.at, hours, present.now)
    })
}
