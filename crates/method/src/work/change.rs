#![doc = include_str!("change.md")]

use alloc::vec::Vec;

use crate::event::{Practice, PracticeKind};
use crate::moment::within_hours;
use crate::present::Present;
use crate::standing::Noted;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("change.md");

/// What the last four weeks show.
const LATELY_HOURS: u32 = 28 * 24;

/// What became of one's changes in the last 28 days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Times kept.
    pub kept: usize,
    /// Times slipped.
    pub slipped: usize,
    /// Times repaired.
    pub repaired: usize,
}

/// Counts the last 28 days. A slip is one mark among the others; nothing starts again from nought.
#[must_use]
pub fn tally(present: &Present<'_>) -> Tally {
    let mut tally = Tally::default();
    for noted in lately(present) {
        match noted.what.kind {
            PracticeKind::Kept => tally.kept += 1,
            PracticeKind::Slipped => tally.slipped += 1,
            PracticeKind::Repaired => tally.repaired += 1,
        }
    }
    tally
}

/// The newest slip that nothing has followed yet: no repair, and the same change not kept since.
#[must_use]
pub fn open_slip<'a>(present: &'a Present<'_>) -> Option<&'a Noted<Practice>> {
    let newest: Vec<&Noted<Practice>> = lately(present).collect();
    let last = newest.iter().rposition(|noted| noted.what.kind == PracticeKind::Slipped)?;
    let slip = newest[last];
    let mended = newest[last + 1..].iter().any(|noted| noted.what.change == slip.what.change);
    (!mended).then_some(slip)
}

fn lately<'a>(present: &'a Present<'_>) -> impl Iterator<Item = &'a Noted<Practice>> {
    let now = present.now;
    present.standing.practices.seen(now).filter(move |noted| within_hours(noted.at, LATELY_HOURS, now))
}
