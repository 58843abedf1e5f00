#![doc = include_str!("stop.md")]

use alloc::vec::Vec;

use jiff::Timestamp;

use crate::event::{Channel, How, Limit, LimitKind, Tone};
use crate::present::Present;
use crate::standing::Noted;

use super::{Force, has_ended, lifted, set};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("stop.md");

type Place = (Timestamp, u32);

/// Told to stop, or blocked everywhere, and not ended by the partner's own start together with a confirmation.
#[must_use]
pub fn in_force(present: &Present<'_>, channels: &Channels) -> Force {
    let told = set(present, LimitKind::ToldToStop).filter(|noted| noted.what.channel.is_none());
    let blocked_everywhere = set(present, LimitKind::Space)
        .filter(|noted| noted.what.channel.is_none() && noted.what.how == How::Blocked);
    let by_word =
        present.standing.contacts.said(present.now).filter(|noted| noted.what.tone == Some(Tone::Stop));
    let places = told
        .chain(blocked_everywhere)
        .map(Noted::place)
        .chain(by_word.map(Noted::place))
        .filter(|&place| !is_over(present, place, &[None]));
    let mut entries: Vec<u32> = places.map(|(_, entry)| entry).collect();
    entries.extend(channels.all_closed(present));
    (!entries.is_empty()).then_some(entries)
}

/// Whether a stop at `place` has ended: the partner has since started a personal contact, and after that the
/// person confirmed, by a lifting on one of `channels`.
fn is_over(present: &Present<'_>, place: Place, channels: &[Option<Channel>]) -> bool {
    let Some(start) = present.partner_start_after(place) else { return false };
    channels.iter().any(|&channel| lifted(present, channel).any(|lift| lift > start.place()))
}

/// A channel that was blocked closes every start until the partner starts a personal contact; lifting the closing
/// of the channel does not end that.
#[must_use]
pub fn block_in_force(present: &Present<'_>) -> Force {
    let entries: Vec<u32> = present
        .standing
        .limits
        .said(present.now)
        .filter(|noted| closes(&noted.what).is_some() && noted.what.how == How::Blocked)
        .filter(|noted| present.partner_start_after(noted.place()).is_none())
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
    closed: Vec<(Channel, u32)>,
    all_closed_at: Option<Place>,
}

impl Channels {
    /// Reads which channels are closed at the moment, and whether all were closed at once.
    #[must_use]
    pub fn read(present: &Present<'_>) -> Self {
        let mut channels = Self::default();
        for noted in present.standing.limits.said(present.now) {
            let Some(channel) = closes(&noted.what) else { continue };
            let reopened = lifted(present, Some(channel)).find(|&lift| lift > noted.place());
            channels.note(channel, noted, reopened, present);
        }
        channels.all_closed_at = all_closed_at(present);
        channels
    }

    fn note(
        &mut self,
        channel: Channel,
        noted: &Noted<Limit>,
        reopened: Option<Place>,
        present: &Present<'_>,
    ) {
        if reopened.is_none() && !has_ended(present, &noted.what) {
            self.closed.push((channel, noted.entry));
        }
    }

    /// The closed ones, in the order of the contract.
    #[must_use]
    pub fn closed(&self) -> Vec<Channel> {
        Channel::ALL.iter().copied().filter(|&channel| self.is_closed(channel)).collect()
    }

    fn is_closed(&self, channel: Channel) -> bool {
        self.closed.iter().any(|&(closed, _)| closed == channel)
    }

    /// All channels closed is told to stop: while they are, and afterwards until it ends as a stop ends.
    fn all_closed(&self, present: &Present<'_>) -> Option<u32> {
        let place = self.all_closed_at?;
        let still = contact_channels().all(|channel| self.is_closed(channel));
        let endings: Vec<Option<Channel>> =
            core::iter::once(None).chain(contact_channels().map(Some)).collect();
        (still || !is_over(present, place, &endings)).then_some(place.1)
    }
}

fn contact_channels() -> impl Iterator<Item = Channel> {
    Channel::ALL.iter().copied().filter(|channel| channel.is_contact())
}

/// The last place at which the closing of one more channel left none open.
fn all_closed_at(present: &Present<'_>) -> Option<Place> {
    let limits = || present.standing.limits.said(present.now);
    let closed_at = |channel: Channel, place: Place| {
        limits().any(|noted| {
            closes(&noted.what) == Some(channel)
                && noted.place() <= place
                && noted.what.until.is_none_or(|until| place.0 < super::last_day_over(present, until))
                && !lifted(present, Some(channel)).any(|lift| lift > noted.place() && lift <= place)
        })
    };
    limits()
        .rev()
        .filter(|noted| closes(&noted.what).is_some())
        .map(Noted::place)
        .find(|&place| contact_channels().all(|channel| closed_at(channel, place)))
}
