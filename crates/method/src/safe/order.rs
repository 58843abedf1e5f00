#![doc = include_str!("order.md")]

use crate::event::LimitKind;
use crate::present::Present;

use super::{Force, Lifts, has_ended, set};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("order.md");

/// The orders in force: each lasts to the end of its last day, or until a change of it is recorded and confirmed.
///
/// An order that names one channel is an order all the same: what it permits is for a lawyer to say.
#[must_use]
pub(super) fn in_force(present: &Present<'_>, lifts: &Lifts) -> Force {
    let entries: alloc::vec::Vec<u32> = set(present, LimitKind::Order)
        .filter(|noted| !has_ended(present, &noted.what))
        .filter(|noted| !lifts.after(noted.place()))
        .map(|noted| noted.entry)
        .collect();
    (!entries.is_empty()).then_some(entries)
}
