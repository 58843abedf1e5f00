#![doc = include_str!("fear.md")]

use crate::moment::within_hours;
use crate::present::Present;

use super::{Force, danger};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("fear.md");

/// Afraid of the partner, as last answered. A "yes" taken back still counts; a "no" taken back does not (SAFE-11).
#[must_use]
pub fn in_force(present: &Present<'_>) -> Force {
    let yes = present.standing.fears.said(present.now).rfind(|noted| noted.what)?;
    let no = present.standing.fears.seen(present.now).rfind(|noted| !noted.what);
    no.is_none_or(|no| no.place() < yes.place()).then(|| alloc::vec![yes.entry])
}

/// Whether the question was ever answered; skipping it is no answer.
#[must_use]
pub fn was_answered(present: &Present<'_>) -> bool {
    present.standing.fears.said(present.now).next().is_some()
}

/// Whether words of one who is hurt or threatened were written within the time that help stays in front.
#[must_use]
pub fn words(present: &Present<'_>) -> bool {
    let mut signs = present.standing.signs.said(present.now);
    signs.any(|noted| noted.what.afraid && within_hours(noted.at, danger::HELP_STAYS_HOURS, present.now))
}
