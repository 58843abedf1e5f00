//! Reads a standing at a moment: every clause is asked, and their rulings are brought to one guidance.
//! Total: it cannot fail. It decides nothing itself.

mod first;

use alloc::vec::Vec;

use crate::care;
use crate::clause::Id;
use crate::decide::{self, closure};
use crate::flow::standing_now;
use crate::guidance::Guidance;
use crate::half::request;
use crate::moment::Moment;
use crate::present::Present;
use crate::ruling::{Opening, Resolved, Ruling, Verdict, resolve};
use crate::safe::Limits;
use crate::space::draft::{self, Verdicts};
use crate::space::{answer, gift, pace, reply};
use crate::standing::Standing;
use crate::work::{hard_dates, mention};
use crate::{map, ready};

/// What the method says at `now` to one who stands so. Entries after `now` are not seen.
#[must_use]
pub fn advise(standing: &Standing, now: Moment) -> Guidance {
    let present = Present::of(standing, now);
    let limits = Limits::read(&present);
    let gap = pace::gap(&present);

    let starting = starting(&present, &limits, gap);
    let start = decided(&starting, Opening::Never);
    let mut giving = starting;
    giving.push(gift::on_giving(&present));
    giving.extend(closure::on_giving(&present));
    let gift = giving_needs_its_clause(decided(&giving, Opening::Never));
    let replying = decided(&reply::on_replying(&present, &limits), reply::Replying::Never);

    let verdicts =
        Verdicts { start: start.verdict, because: &start.because, reply: replying.verdict, limits: &limits };
    let drafts = draft::releases(&present, verdicts);
    let mut guidance = Guidance {
        now,
        country: present.country.clone(),
        limits: limits.ids(),
        closed_channels: limits.closed.clone(),
        gap_days: gap.days,
        request: request::answer(&present, &limits),
        drafts,
        mention: mention::mention(&present, &limits),
        care: care::called_for(&present),
        flow: standing_now::flow(&present, &limits),
        first: Vec::new(),
        hard_dates: hard_dates::near(&present),
        not_ready: ready::missing(&present),
        map: map::place(&present),
        review_due: decide::review_is_due(&present),
        long_silent: answer::is_long_silent(&present) && start.verdict == Opening::Open,
        zone: present.zone.clone(),
        start,
        gift,
        reply: replying,
    };
    guidance.first = first::first(&present, &guidance);
    guidance
}

/// Every ruling on starting a contact.
fn starting(present: &Present<'_>, limits: &Limits, gap: pace::Gap) -> Vec<Ruling<Opening>> {
    let mut rulings = limits.on_starting();
    rulings.push(pace::on_starting(present, gap));
    rulings.extend(answer::on_starting(present));
    rulings.extend(closure::on_starting(present));
    rulings
}

/// A gift's verdict always names its own clause, unless the gift is forbidden outright by another.
fn giving_needs_its_clause(mut resolved: Resolved<Opening>) -> Resolved<Opening> {
    if resolved.verdict != Opening::Never && !resolved.because.contains(&Id::Space4) {
        resolved.because.push(Id::Space4);
        resolved.because.sort_unstable();
    }
    resolved
}

/// The resolution; the clock and SPACE-9 always rule, so that there always is one.
fn decided<V: Verdict>(rulings: &[Ruling<V>], cautious: V) -> Resolved<V> {
    resolve(rulings).unwrap_or(Resolved {
        verdict: cautious,
        because: Vec::new(),
        rests_on: Vec::new(),
        conflict: Vec::new(),
    })
}
