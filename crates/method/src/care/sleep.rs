#![doc = include_str!("sleep.md")]

use alloc::collections::BTreeMap;

use crate::clause::Id;
use crate::event::CheckIn;
use crate::moment::day_before;
use crate::present::Present;

use super::Soon;
use super::days::{self, Days};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("sleep.md");

/// A night counts as bad from so many minutes to fall asleep, or awake.
const BAD_MINUTES: f64 = 31.0;
/// A night counts as bad below so many hours in all.
const BAD_HOURS: f64 = 5.0;
/// So many bad nights with a suffering day, in each of the last two weeks.
const BAD_NIGHTS: usize = 3;
/// Below so many hours, three nights running, it is for today.
const HARDLY_HOURS: f64 = 4.0;
/// So many nights running.
const HARDLY_NIGHTS: usize = 3;

/// Whether a night was a bad one.
#[must_use]
pub fn is_bad(night: &CheckIn) -> bool {
    let long =
        |minutes: Option<crate::event::Amount>| minutes.is_some_and(|minutes| minutes.get() >= BAD_MINUTES);
    long(night.to_fall_asleep_minutes)
        || long(night.awake_minutes)
        || night.sleep_hours.is_some_and(|hours| hours.get() < BAD_HOURS)
}

/// Why sleep calls for a doctor, if it does.
#[must_use]
pub(super) fn doctor(present: &Present<'_>, days: &Days) -> Option<(Soon, Id)> {
    let hardly = |night: &CheckIn| night.sleep_hours.is_some_and(|hours| hours.get() < HARDLY_HOURS);
    if days::run(present, days, hardly) >= HARDLY_NIGHTS {
        return Some((Soon::Today, Id::Care4));
    }
    let weeks = bad_nights(present, days);
    weeks.iter().all(|&nights| nights >= BAD_NIGHTS).then_some((Soon::Soon, Id::Care4))
}

/// Bad nights with a suffering day of their own, in days 1 to 7 and in days 8 to 14 before now.
fn bad_nights(present: &Present<'_>, days: &Days) -> [usize; 2] {
    let suffered = |night: &CheckIn| is_bad(night) && night.day_suffered == Some(true);
    // The week that a day's night falls in is that of its last check-in.
    let mut week_of = BTreeMap::new();
    for noted in present.standing.check_ins.seen(present.now) {
        if let Some(day @ 1..=14) = day_before(noted.at, present.now) {
            week_of.insert(present.day_of(noted.at), usize::from(day > 7));
        }
    }
    let mut weeks = [0; 2];
    for (date, night) in days {
        if let Some(&week) = week_of.get(date) {
            weeks[week] += usize::from(suffered(night));
        }
    }
    weeks
}
