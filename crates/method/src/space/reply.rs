#![doc = include_str!("reply.md")]

use alloc::vec::Vec;

use crate::clause::Id;
use crate::present::Present;
use crate::ruling::{Ruling, Verdict};
use crate::safe::Limits;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("reply.md");

/// May what the partner starts be answered?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Replying {
    /// Yes.
    Yes,
    /// On practical matters alone.
    PracticalOnly,
    /// No.
    Never,
}

impl Verdict for Replying {
    fn cautious(self, other: Self) -> Self {
        self.max(other)
    }
}

/// What each clause says of replying.
#[must_use]
pub fn on_replying(present: &Present<'_>, limits: &Limits) -> Vec<Ruling<Replying>> {
    let mut rulings = alloc::vec![Ruling::new(Id::Space9, Replying::Yes, [])];
    let stopped = if present.shares_something() { Replying::PracticalOnly } else { Replying::Never };
    let forces = [
        (Id::Safe1, &limits.order, Replying::Never),
        (Id::Safe2, &limits.stop, stopped),
        (Id::Safe2, &limits.harm, stopped),
        (Id::Safe5, &limits.harm, stopped),
        (Id::Safe4, &limits.fear, Replying::PracticalOnly),
    ];
    for (clause, force, verdict) in forces {
        if let Some(entries) = force {
            rulings.push(Ruling::new(clause, verdict, entries.iter().copied()));
        }
    }
    rulings
}
