#![doc = include_str!("word.md")]

use crate::event::Met;
use crate::moment::within_hours;
use crate::present::Present;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("word.md");

/// The last eight weeks are lately.
const LATELY_HOURS: u32 = 56 * 24;

/// Meetings of the last 56 days that had a planned end, and how many kept it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Meetings with a planned end and a real one.
    pub planned: usize,
    /// Those that ended by then.
    pub kept: usize,
}

/// Counts planned and kept ends.
#[must_use]
pub fn kept(present: &Present<'_>) -> Kept {
    let mut kept = Kept::default();
    for noted in present.standing.meetings.seen(present.now) {
        if !within_hours(noted.at, LATELY_HOURS, present.now) {
            continue;
        }
        if let Met { planned_minutes: Some(planned), minutes: Some(real), .. } = noted.what {
            kept.planned += 1;
            kept.kept += usize::from(real <= planned);
        }
    }
    kept
}
