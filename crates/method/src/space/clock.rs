#![doc = include_str!("clock.md")]

use jiff::Timestamp;

use crate::moment::days_after;
use crate::present::Present;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("clock.md");

/// What the next opening is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct From {
    /// The instant.
    pub at: Timestamp,
    /// The entry of the contact; none where it is the leaving or the first entry.
    pub entry: Option<u32>,
}

/// The last personal contact by either side; none: the leaving; unknown: the first entry.
#[must_use]
pub fn counted_from(present: &Present<'_>) -> Option<From> {
    let last = present.contacts.iter().rfind(|contact| contact.on_clock);
    if let Some(contact) = last {
        return Some(From { at: contact.at, entry: Some(contact.entry) });
    }
    let left = present.left_on.map(|when| when.instant(&present.zone));
    left.or_else(|| present.first_entry()).map(|at| From { at, entry: None })
}

/// The next opening: `gap_days` calendar days later at the same local time; none where nothing is recorded.
#[must_use]
pub fn next_opening(present: &Present<'_>, gap_days: u16) -> Option<Timestamp> {
    counted_from(present).map(|from| days_after(from.at, gap_days, &present.zone))
}
