#![doc = include_str!("draft.md")]

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use jiff::Timestamp;

use crate::clause::Id;
use crate::event::{Draft, DraftEnd, DraftSort, Signs, Wish};
use crate::moment::hours_after;
use crate::present::Present;
use crate::ruling::Opening;
use crate::safe::Limits;
use crate::standing::{Noted, Position};

use super::reply::Replying;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("draft.md");

/// A draft that starts a contact is held for at least 24 hours.
const START_HOLD_HOURS: u32 = 24;
/// A reply that the review marks is held for an hour.
const MARKED_REPLY_HOLD_HOURS: u32 = 1;

/// What may become of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// The person may send it, elsewhere.
    Free,
    /// Held; without a time where nothing names one.
    Wait(Option<Timestamp>),
    /// Not to be sent.
    Never,
}

impl Release {
    /// Held until `then`, or free if that has come.
    fn from(then: Timestamp, now: Timestamp) -> Self {
        if now >= then { Self::Free } else { Self::Wait(Some(then)) }
    }
}

/// A draft still held, and what may become of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// Its id.
    pub id: Box<str>,
    /// What may become of it.
    pub release: Release,
    /// The clauses that say so.
    pub because: Vec<Id>,
}

/// What the verdicts on starting and replying mean for a draft.
#[derive(Clone, Copy, Debug)]
pub struct Verdicts<'a> {
    /// On starting a contact.
    pub start: Opening,
    /// The clauses behind it.
    pub because: &'a [Id],
    /// On replying.
    pub reply: Replying,
    /// What SAFE has in force.
    pub limits: &'a Limits,
}

/// The drafts that have not ended: of each id the newest text, oldest first.
#[must_use]
pub fn held<'a>(present: &'a Present<'_>) -> Vec<&'a Noted<(Draft, Signs)>> {
    let standing = present.standing;
    let newest: BTreeMap<&str, &Noted<(Draft, Signs)>> =
        standing.drafts.seen(present.now).map(|noted| (&*noted.what.0.id, noted)).collect();
    let ended: BTreeMap<&str, Position> =
        standing.drafts_ended.seen(present.now).map(|end| (&*end.what.0, end.place())).collect();
    let has_ended = |id: &str, place| ended.get(id).is_some_and(|&end| end > place);
    let mut held: Vec<_> = newest
        .into_iter()
        .filter(|(id, noted)| !has_ended(id, noted.place()))
        .map(|(_, noted)| noted)
        .collect();
    held.sort_by_key(|noted| noted.place());
    held
}

/// When a closure was sent, if one was; a draft ended as sent whose sort was then closure.
#[must_use]
pub fn closure_sent(present: &Present<'_>) -> Option<Position> {
    let standing = present.standing;
    let mut sorts: BTreeMap<&str, Vec<(Position, DraftSort)>> = BTreeMap::new();
    // Taking the text back does not take back that it was sent.
    for noted in standing.drafts.said(present.now) {
        sorts.entry(&noted.what.0.id).or_default().push((noted.place(), noted.what.0.sort));
    }
    let was_closure = |end: &Noted<(Box<str>, DraftEnd)>| {
        let of_it = sorts.get(&*end.what.0)?;
        let before = of_it.partition_point(|&(place, _)| place < end.place());
        of_it[..before].last().map(|&(_, sort)| sort == DraftSort::Closure)
    };
    let mut sent = standing.drafts_ended.seen(present.now).rev().filter(|end| end.what.1 == DraftEnd::Sent);
    sent.find(|end| was_closure(end) == Some(true)).map(Noted::place)
}

/// What may become of each held draft.
#[must_use]
pub fn releases(present: &Present<'_>, verdicts: Verdicts<'_>) -> Vec<Held> {
    let mut harmful: Vec<u32> = verdicts.limits.harm.clone().unwrap_or_default();
    harmful.sort_unstable();
    held(present)
        .into_iter()
        .map(|noted| {
            let (release, because) =
                release(present, verdicts, noted, harmful.binary_search(&noted.entry).is_ok());
            Held { id: noted.what.0.id.clone(), release, because }
        })
        .collect()
}

fn release(
    present: &Present<'_>,
    verdicts: Verdicts<'_>,
    noted: &Noted<(Draft, Signs)>,
    harmful: bool,
) -> (Release, Vec<Id>) {
    let (draft, _) = &noted.what;
    if let Some(because) = forbidden(present, verdicts, draft.sort, harmful) {
        return (Release::Never, because);
    }
    match draft.sort {
        DraftSort::NeverSend => (Release::Never, alloc::vec![Id::Space11]),
        DraftSort::Practical if verdicts.limits.is_stopped() => (Release::Free, alloc::vec![Id::Safe2]),
        DraftSort::Practical => (Release::Free, alloc::vec![Id::Space12]),
        DraftSort::Reply => reply(present, noted),
        DraftSort::Start => start(present, verdicts, noted.at),
        DraftSort::Closure => closure(present, verdicts),
    }
}

/// The clauses of SAFE that forbid a draft of that sort whatever else holds.
fn forbidden(
    present: &Present<'_>,
    verdicts: Verdicts<'_>,
    sort: DraftSort,
    harmful: bool,
) -> Option<Vec<Id>> {
    let limits = verdicts.limits;
    if limits.order.is_some() {
        return Some(alloc::vec![Id::Safe1]);
    }
    if harmful {
        return Some(alloc::vec![Id::Safe5]);
    }
    let practical = sort == DraftSort::Practical;
    if limits.is_stopped() && !(practical && present.shares_something()) {
        let harm = limits.harm.is_some().then_some(Id::Safe5);
        return Some(core::iter::once(Id::Safe2).chain(harm).collect());
    }
    let personal_reply = sort == DraftSort::Reply && verdicts.reply != Replying::Yes;
    (limits.fear.is_some() && personal_reply).then(|| alloc::vec![Id::Safe4])
}

fn reply(present: &Present<'_>, noted: &Noted<(Draft, Signs)>) -> (Release, Vec<Id>) {
    if !noted.what.1.marked {
        return (Release::Free, alloc::vec![Id::Space9]);
    }
    let then = hours_after(noted.at, MARKED_REPLY_HOLD_HOURS);
    (Release::from(then, present.now), alloc::vec![Id::Space11, Id::Space12])
}

fn start(present: &Present<'_>, verdicts: Verdicts<'_>, written: Timestamp) -> (Release, Vec<Id>) {
    let held_until = hours_after(written, START_HOLD_HOURS);
    let mut because: Vec<Id> = verdicts.because.to_vec();
    let release = match verdicts.start {
        Opening::Never => return (Release::Never, because),
        // With the wish to end it, what opens is for the closure alone.
        _ if present.wish == Wish::End => return (Release::Never, alloc::vec![Id::Decide5]),
        Opening::Wait(None) => Release::Wait(None),
        Opening::Wait(Some(opening)) => Release::from(opening.max(held_until), present.now),
        Opening::Open => Release::from(held_until, present.now),
    };
    because.push(Id::Space11);
    because.sort_unstable();
    because.dedup();
    (release, because)
}

fn closure(present: &Present<'_>, verdicts: Verdicts<'_>) -> (Release, Vec<Id>) {
    let because = alloc::vec![Id::Decide5];
    if present.wish != Wish::End || closure_sent(present).is_some() {
        return (Release::Never, because);
    }
    match verdicts.start {
        Opening::Open => (Release::Free, because),
        Opening::Wait(then) => (Release::Wait(then), verdicts.because.to_vec()),
        Opening::Never => (Release::Never, verdicts.because.to_vec()),
    }
}
