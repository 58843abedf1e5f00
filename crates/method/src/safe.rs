//! SAFE: when the method stands aside. Outranks every other clause and yields to none.
//!
//! Each clause says here whether it is in force; the questions it bears on ask [`Limits`].

pub mod danger;
pub mod fear;
pub mod order;
pub mod shadow;
pub mod space;
pub mod stop;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use jiff::Timestamp;

use crate::clause::Id;
use crate::event::{Channel, Limit, LimitKind};
use crate::present::Present;
use crate::ruling::{Opening, Ruling};
use crate::standing::{Noted, Position};

/// The clauses that restrain the program itself (SAFE-6 to SAFE-11).
pub const RESTRAINT: &str = include_str!("safe/restraint.md");

/// Where a clause is in force, the entries that it rests on.
pub type Force = Option<Vec<u32>>;

/// Every SAFE clause that bears on contact, read at one moment.
#[derive(Debug, Default)]
pub struct Limits {
    /// SAFE-1: an order.
    pub order: Force,
    /// SAFE-2: told to stop, or blocked everywhere.
    pub stop: Force,
    /// SAFE-3: asked for space.
    pub space: Option<space::Asked>,
    /// SAFE-4: afraid.
    pub fear: Force,
    /// SAFE-5: words of harming someone.
    pub harm: Force,
    /// SAFE-2: a channel blocked; closes every start.
    pub block: Force,
    /// Channels closed one by one.
    pub closed: Vec<Channel>,
}

/// Whether everything about getting back together steps aside: under an order, after a stop, in fear, after words of harm.
#[must_use]
pub fn stands_aside(limits: &[Id]) -> bool {
    limits.iter().any(|limit| matches!(limit, Id::Safe1 | Id::Safe2 | Id::Safe4 | Id::Safe5))
}

impl Limits {
    /// Reads what is in force.
    #[must_use]
    pub fn read(present: &Present<'_>) -> Self {
        let lifts = Lifts::read(present);
        let channels = stop::Channels::read(present, &lifts);
        Self {
            order: order::in_force(present, &lifts),
            stop: stop::in_force(present, &lifts, &channels),
            space: space::in_force(present, &lifts),
            fear: fear::in_force(present),
            harm: danger::harm_in_force(present),
            block: stop::block_in_force(present),
            closed: channels.closed(),
        }
    }

    /// The ids of what is in force, in the order of the method; a closed channel alone is none of them.
    #[must_use]
    pub fn ids(&self) -> Vec<Id> {
        [
            (Id::Safe1, self.order.is_some()),
            (Id::Safe2, self.is_stopped()),
            (Id::Safe3, self.space.is_some()),
            (Id::Safe4, self.fear.is_some()),
            (Id::Safe5, self.harm.is_some()),
        ]
        .into_iter()
        .filter_map(|(id, holds)| holds.then_some(id))
        .collect()
    }

    /// Whether SAFE-2 holds, by itself or because of words of harm (SAFE-5).
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stop.is_some() || self.harm.is_some()
    }

    /// What SAFE says of starting a contact.
    #[must_use]
    pub fn on_starting(&self) -> Vec<Ruling<Opening>> {
        let mut rulings = Vec::new();
        let mut forbid = |clause, force: &Force| {
            if let Some(entries) = force {
                rulings.push(Ruling::new(clause, Opening::Never, entries.iter().copied()));
            }
        };
        forbid(Id::Safe1, &self.order);
        forbid(Id::Safe2, &self.stop);
        forbid(Id::Safe2, &self.block);
        forbid(Id::Safe2, &self.harm);
        forbid(Id::Safe5, &self.harm);
        forbid(Id::Safe4, &self.fear);
        if let Some(asked) = &self.space {
            rulings.push(Ruling::new(Id::Safe3, asked.opening(), asked.entries.iter().copied()));
        }
        rulings
    }
}

/// The limits of one kind that were ever set, whether retracted or not (SAFE-11).
fn set<'a>(present: &'a Present<'_>, kind: LimitKind) -> impl Iterator<Item = &'a Noted<Limit>> {
    present.standing.limits.said(present.now).filter(move |noted| noted.what.kind == kind)
}

/// Where the person last confirmed that there is no limit any more: altogether, and on each channel.
#[derive(Debug, Default)]
struct Lifts {
    altogether: Option<Position>,
    by_channel: BTreeMap<Channel, Position>,
}

impl Lifts {
    fn read(present: &Present<'_>) -> Self {
        let mut lifts = Self::default();
        for noted in present.standing.limits.seen(present.now) {
            match (is_lift(&noted.what), noted.what.channel) {
                (true, None) => lifts.altogether = Some(noted.place()),
                (true, Some(channel)) => {
                    lifts.by_channel.insert(channel, noted.place());
                }
                (false, _) => {}
            }
        }
        lifts
    }

    /// Whether limits set at `place` were lifted altogether since.
    fn after(&self, place: Position) -> bool {
        self.altogether.is_some_and(|lift| lift > place)
    }

    /// Whether the closing of `channel` at `place` was lifted since.
    fn on_channel_after(&self, channel: Channel, place: Position) -> bool {
        self.by_channel.get(&channel).is_some_and(|&lift| lift > place)
    }

    /// Whether any lifting, altogether or of one channel, came after `place`.
    fn any_after(&self, place: Position) -> bool {
        self.after(place) || self.by_channel.values().any(|&lift| lift > place)
    }
}

fn is_lift(limit: &Limit) -> bool {
    limit.kind == LimitKind::None && limit.confirmed
}

/// Whether the last day of a limit has passed.
fn has_ended(present: &Present<'_>, limit: &Limit) -> bool {
    limit.until.is_some_and(|until| present.now >= last_day_over(present, until))
}

fn last_day_over(present: &Present<'_>, until: crate::moment::When) -> Timestamp {
    crate::moment::day_after(until.date(&present.zone), &present.zone)
}
