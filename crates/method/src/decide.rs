//! DECIDE: going on or stopping. Shows and asks; it never concludes.

pub mod closure;

use crate::present::Present;

/// The clauses that compute little or nothing here (DECIDE-1 to 4 and 6).
pub const TEXT: &str = include_str!("decide/going_on.md");

/// Whether a review date has come since the wish was last said (DECIDE-1).
#[must_use]
pub fn review_is_due(present: &Present<'_>) -> bool {
    let today = present.date_of(present.now);
    let said = present.standing.situations.seen(present.now).rfind(|noted| noted.what.wish.is_some());
    let said = said.map(|noted| present.date_of(noted.at));
    let mut dates =
        present.standing.review_dates.seen(present.now).map(|noted| noted.what.date(&present.zone));
    dates.any(|date| date <= today && said.is_none_or(|said| said < date))
}
