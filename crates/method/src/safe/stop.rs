#![doc = include_str!("stop.md")]

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use jiff::Timestamp;

use crate::event::{Channel, How, Limit, LimitKind, Tone};
use crate::present::{Personal, Present};
use crate::standing::{Noted, Position};

use super::{Force, Lifts, has_ended, is_lift, last_day_over, set};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("stop.md");

/// Told to stop, or blocked everywhere, and not ended by the partner's own start together with a confirmation.
pub(super) fn in_force(present: &Present<'_>, lifts: &Lifts, channels: &Channels) -> Force {
    let told = set(present, LimitKind::ToldToStop).filter(|noted| noted.what.channel.is_none());
    let blocked_everywhere = set(present, LimitKind::Space)
        .filter(|noted| noted.what.channel.is_none() && noted.what.how == How::Blocked);
    let by_word =
        present.standing.contacts.said(present.now).filter(|noted| noted.what.tone == Some(Tone::Stop));
    let places = told.chain(blocked_everywhere).map(Noted::place).chain(by_word.map(Noted::place));
    let starts = partner_starts(present);
    // It ends when the partner has since started a personal contact, and after that the person confirmed.
    let over = |place: &Position| start_after(&starts, *place).is_some_and(|start| lifts.after(start));
    let mut entries: Vec<u32> = places.filter(|place| !over(place)).map(|(_, entry)| entry).collect();
    if let Some(place) = channels.all_closed_at {
        let over = start_after(&starts, place).is_some_and(|start| lifts.any_after(start));
        if !over || channels.is_all_closed() {
            entries.push(place.1);
        }
    }
    (!entries.is_empty()).then_some(entries)
}

fn partner_starts(present: &Present<'_>) -> Vec<Position> {
    present.contacts.iter().filter(|contact| contact.is_partners_start()).map(Personal::place).collect()
}

/// The first of `starts`, which are in order, after `place`.
fn start_after(starts: &[Position], place: Position) -> Option<Position> {
    starts.get(starts.partition_point(|&start| start <= place)).copied()
}

/// A channel that was blocked closes every start until the partner starts a personal contact; lifting the closing
/// of the channel does not end that.
#[must_use]
pub fn block_in_force(present: &Present<'_>) -> Force {
    let last_start = partner_starts(present).pop();
    let entries: Vec<u32> = present
        .standing
        .limits
        .said(present.now)
        .filter(|noted| closes(&noted.what).is_some() && noted.what.how == How::Blocked)
        .filter(|noted| last_start.is_none_or(|start| start < noted.place()))
        .map(|noted| noted.entry)
        .collect();
    (!entries.is_empty()).then_some(entries)
}

/// The one channel that a limit closes, if it closes just one.
fn closes(limit: &Limit) -> Option<Channel> {
    if limit.kind == LimitKind::None { None } else { limit.channel }
}

/// Channels closed one by one.
#[derive(Debug, Default)]
pub struct Channels {
    closed: Vec<Channel>,
    /// The last place at which the closing of one more channel left none open: that is told to stop.
    all_closed_at: Option<Position>,
}

impl Channels {
    /// Reads which channels are closed at the moment, and when, if ever, all were closed at once.
    pub(super) fn read(present: &Present<'_>, lifts: &Lifts) -> Self {
        let mut closed: Vec<Channel> = Vec::new();
        for noted in present.standing.limits.said(present.now) {
            let Some(channel) = closes(&noted.what) else { continue };
            if !has_ended(present, &noted.what) && !lifts.on_channel_after(channel, noted.place()) {
                closed.push(channel);
            }
        }
        closed.sort_unstable();
        closed.dedup();
        Self { closed, all_closed_at: all_closed_at(present) }
    }

    /// The closed ones, in the order of the contract.
    #[must_use]
    pub fn closed(&self) -> Vec<Channel> {
        self.closed.clone()
    }

    fn is_all_closed(&self) -> bool {
        contact_channels().all(|channel| self.closed.contains(&channel))
    }
}

fn contact_channels() -> impl Iterator<Item = Channel> {
    Channel::ALL.iter().copied().filter(|channel| channel.is_contact())
}

/// Goes through the closings and liftings in order, and finds the last closing that left no channel open.
fn all_closed_at(present: &Present<'_>) -> Option<Position> {
    // Of each channel that is closed, when that ends; the end of the calendar where no day was named.
    let mut ends: BTreeMap<Channel, Timestamp> = BTreeMap::new();
    let mut found = None;
    let limits = &present.standing.limits;
    let retracted = |noted: &Noted<Limit>| !noted.counts(present.now);
    for noted in limits.said(present.now) {
        let limit = &noted.what;
        if let (true, Some(channel), false) = (is_lift(limit), limit.channel, retracted(noted)) {
            ends.remove(&channel);
        }
        let Some(channel) = closes(limit) else { continue };
        let end = limit.until.map_or(Timestamp::MAX, |until| last_day_over(present, until));
        let latest = ends.entry(channel).or_insert(end);
        *latest = (*latest).max(end);
        let at = noted.at;
        if contact_channels().all(|channel| ends.get(&channel).is_some_and(|&end| at < end)) {
            found = Some(noted.place());
        }
    }
    found
}
