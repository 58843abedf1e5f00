#![doc = include_str!("ready/ready.md")]

use alloc::vec::Vec;

use crate::event::ReadinessItem;
use crate::event::names::named;
use crate::half::word;
use crate::present::Present;
use crate::work::{change, hard_dates};

/// The clauses with their reasons and cases.
pub const TEXT: &str = include_str!("ready/ready.md");

/// Hard dates of the next 60 days want a plan.
const PLANNED_DAYS: i32 = 60;

named! {
    /// What may be missing on the readiness list.
    Missing {
        /// What made them leave is not written.
        WhyTheyLeft = "why-they-left",
        /// What is different is not written.
        WhatIsDifferent = "what-is-different",
        /// No change was kept in the last 28 days, or more slipped than were kept or repaired.
        KeptChanges = "kept-changes",
        /// A hard date of the next 60 days has no plan.
        HardDatesPlanned = "hard-dates-planned",
        /// No planned end was kept in the last 56 days, or one was not.
        HalfKept = "half-kept",
        /// The first talk's opening line is not written.
        OpeningLine = "opening-line",
        /// What one will not do is not written.
        WillNotDo = "will-not-do",
    }
}

/// What is missing; where anything is, the answer is "not yet". Nothing missing is no promise (SAFE-7).
#[must_use]
pub fn missing(present: &Present<'_>) -> Vec<Missing> {
    let written = |item: ReadinessItem| {
        let last = present.standing.readiness.seen(present.now).rfind(|noted| noted.what.item == item);
        last.is_some_and(|noted| !noted.what.text.trim().is_empty())
    };
    let tally = change::tally(present);
    let ends = word::kept(present);
    let missing = [
        (Missing::WhyTheyLeft, !written(ReadinessItem::WhyTheyLeft)),
        (Missing::WhatIsDifferent, !written(ReadinessItem::WhatIsDifferent)),
        (Missing::KeptChanges, tally.kept == 0 || tally.slipped > tally.kept + tally.repaired),
        (
            Missing::HardDatesPlanned,
            hard_dates::within(present, PLANNED_DAYS).iter().any(|date| !date.planned),
        ),
        (Missing::HalfKept, ends.planned == 0 || ends.kept < ends.planned),
        (Missing::OpeningLine, !written(ReadinessItem::OpeningLine)),
        (Missing::WillNotDo, !written(ReadinessItem::WillNotDo)),
    ];
    missing.into_iter().filter_map(|(item, lacks)| lacks.then_some(item)).collect()
}
