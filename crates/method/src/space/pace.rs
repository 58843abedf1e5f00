#![doc = include_str!("pace.md")]

use jiff::Timestamp;

use crate::clause::Id;
use crate::event::WidestGap;
use crate::moment::days_after;
use crate::present::Present;
use crate::ruling::{Opening, Ruling};

use super::{answer, clock};

/// The clauses with their reasons and cases.
pub const TEXT: &str = include_str!("pace.md");

/// The shortest gap: once a week is a ceiling, not an entitlement.
const SHORTEST_DAYS: u16 = 7;
/// The gap while no instinct is declared or measured.
const UNKNOWN_DAYS: u16 = 14;
/// The source's ratio: 14 a week come to 1 a week, so 14 over the daily instinct is the gap in days.
const RATIO: f64 = 14.0;
/// How long the instinct is measured for, in days.
const MEASURED_DAYS: u16 = 14;

/// The gap in force, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// In calendar days.
    pub days: u16,
    /// Whether unanswered starts have doubled it.
    pub doubled: bool,
    /// Whether it comes from a measured instinct.
    pub measured: bool,
}

/// The gap in force at the moment.
#[must_use]
pub fn gap(present: &Present<'_>) -> Gap {
    let (base, measured) = base(present);
    let days = answer::doubled(base, answer::starts_without_kind_word(present), present.widest);
    Gap { days, doubled: days > base, measured }
}

/// The base gap in days, and whether it was measured.
fn base(present: &Present<'_>) -> (u16, bool) {
    if let Some(declared) = present.instinct {
        return (days_for(declared.get(), present.widest), false);
    }
    measured(present).map_or((UNKNOWN_DAYS, false), |per_week| (days_for(per_week, present.widest), true))
}

/// `clamp(14 / instinct a day, 7, widest)`, parts of days rounded up.
#[must_use]
pub fn days_for(instinct_per_week: f64, widest: WidestGap) -> u16 {
    let exact = RATIO / (instinct_per_week / 7.0);
    // Rounding up must not turn a quotient such as 14.000000000000002 into 15.
    let up = libm::ceil(exact - 1e-9);
    let days = if up <= f64::from(SHORTEST_DAYS) {
        SHORTEST_DAYS
    } else if up >= f64::from(widest.days()) {
        widest.days()
    } else {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 7 and 28 here")]
        {
            up as u16
        }
    };
    days.min(widest.days())
}

/// Urges not acted on and own personal starts, in times a week, over the 14 days from the leaving; where nothing at all
/// was written in them, from the first entry. None before the 14 days are over.
#[must_use]
pub fn measured(present: &Present<'_>) -> Option<f64> {
    let from_leaving = present.left_on.map(|when| when.instant(&present.zone));
    for start in [from_leaving, present.first_entry()].into_iter().flatten() {
        let complete = days_after(start, MEASURED_DAYS, &present.zone);
        if present.now < complete {
            return None;
        }
        if present.has_entries(start, complete) {
            #[expect(clippy::cast_precision_loss, reason = "counts of a fortnight")]
            return Some(instincts_within(present, start, complete) as f64 / 2.0);
        }
    }
    None
}

fn instincts_within(present: &Present<'_>, start: Timestamp, end: Timestamp) -> usize {
    let inside = |at: Timestamp| at >= start && at < end;
    let urges = present.standing.urges.seen(present.now).filter(|urge| inside(urge.at) && !urge.what.acted);
    let starts = present.contacts.iter().filter(|contact| inside(contact.at) && contact.is_my_start());
    urges.count() + starts.count()
}

/// What the pace says of starting a contact,  shaped by the one clock and by what widened the gap.
#[must_use]
pub fn on_starting(present: &Present<'_>, gap: Gap) -> Ruling<Opening> {
    let opening = match clock::next_opening(present, gap.days) {
        Some(opening) if present.now >= opening => Opening::Open,
        opening => Opening::Wait(opening),
    };
    let entry = clock::counted_from(present).and_then(|from| from.entry);
    let shaped = [(true, Id::Space3), (gap.measured, Id::Space7), (gap.doubled, Id::Space8)];
    let shaping = shaped.into_iter().filter_map(|(holds, id)| holds.then_some(id));
    Ruling::new(Id::Space2, opening, entry).shaped_by(shaping)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotient_that_is_whole_is_not_rounded_up() {
        for days in 7..=28_u16 {
            let per_week = 98.0 / f64::from(days);
            assert_eq!(days_for(per_week, WidestGap::DEFAULT), days, "{per_week} a week");
        }
    }

    #[test]
    fn no_instinct_at_all_takes_the_widest_gap() {
        assert_eq!(days_for(0.0, WidestGap::DEFAULT), 28);
    }
}
