#![doc = include_str!("needs.md")]

use alloc::vec::Vec;

use crate::clause::Id;
use crate::event::NeedKind;
use crate::present::Present;

use super::{Care, Do, Soon};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("needs.md");

/// The needs last said to be unmet, in the order of the contract.
#[must_use]
pub fn unmet(present: &Present<'_>) -> Vec<NeedKind> {
    let last = |what| present.standing.needs.seen(present.now).rfind(|noted| noted.what.what == what);
    NeedKind::ALL.iter().copied().filter(|&what| last(what).is_some_and(|noted| !noted.what.met)).collect()
}

/// Whether a need is unmet.
#[must_use]
pub fn called_for(present: &Present<'_>) -> Option<Care> {
    (!unmet(present).is_empty()).then(|| Care::new(Do::Practical, Soon::Soon, &[Id::Care7]))
}
