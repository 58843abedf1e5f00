#![doc = include_str!("map/map.md")]

use alloc::collections::BTreeSet;

use crate::event::{Skill, Stage};
use crate::present::Present;

/// The clauses with their reasons and cases.
pub const TEXT: &str = include_str!("map/map.md");

/// Where a person places themselves, and the next thing to learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnTheMap {
    /// The stage they named last.
    pub stage: Option<Stage>,
    /// The first skill, in the map's order, that they have not called learnt; none when all are.
    pub next: Option<Skill>,
}

/// Reads the places named so far.
#[must_use]
pub fn place(present: &Present<'_>) -> OnTheMap {
    let places = || present.standing.places.seen(present.now);
    let learnt: BTreeSet<Skill> = places().filter_map(|noted| noted.what.learnt).collect();
    OnTheMap {
        stage: places().rev().find_map(|noted| noted.what.stage),
        next: Skill::ALL.iter().copied().find(|skill| !learnt.contains(skill)),
    }
}
