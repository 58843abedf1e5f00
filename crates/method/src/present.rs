//! A standing read at one moment: the facts that several rules share, worked out once.
//!
//! It rules on nothing. Personal contact, entered by hand or imported, is brought into one line here.

mod contacts;

use alloc::boxed::Box;
use alloc::vec::Vec;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::event::{Living, PerWeek, Share, WidestGap, Wish};
use crate::moment::{Moment, When, persons_day};
use crate::standing::{Position, Standing};

pub use contacts::{CONVERSATION_GAP, Personal};

/// A standing read at one moment.
#[derive(Debug)]
pub struct Present<'a> {
    /// What was written down.
    pub standing: &'a Standing,
    /// The moment; entries after it are not seen.
    pub now: Timestamp,
    /// The person's zone; where none is known, the offset that the moment was given with.
    pub zone: TimeZone,
    /// The person's country, as two capital letters.
    pub country: Option<Box<str>>,
    /// What the person wants; them back, where they never said.
    pub wish: Wish,
    /// When the partner left.
    pub left_on: Option<When>,
    /// Under one roof.
    pub together: bool,
    /// The declared instinct.
    pub instinct: Option<PerWeek>,
    /// The widest gap.
    pub widest: WidestGap,
    /// When the person's day starts.
    pub day_starts: Time,
    /// Personal contact, oldest first.
    pub contacts: Vec<Personal>,
    shares: bool,
}

impl<'a> Present<'a> {
    /// Reads `standing` at `now`.
    #[must_use]
    pub fn of(standing: &'a Standing, now: Moment) -> Self {
        let mut present = Self {
            standing,
            now: now.instant,
            zone: TimeZone::fixed(now.offset),
            country: None,
            wish: Wish::Reunite,
            left_on: None,
            together: false,
            instinct: None,
            widest: WidestGap::DEFAULT,
            day_starts: Time::midnight(),
            contacts: contacts::personal(standing, now.instant),
            shares: false,
        };
        let mut shares: &[Share] = &[];
        for situation in standing.situations.seen(now.instant).map(|noted| &noted.what) {
            overwrite(&mut present.zone, situation.zone.as_ref());
            overwrite(&mut present.wish, situation.wish.as_ref());
            overwrite(&mut present.widest, situation.widest_gap_days.as_ref());
            overwrite(&mut present.day_starts, situation.day_starts.as_ref());
            present.country = situation.country.clone().or(present.country);
            present.left_on = situation.left_on.or(present.left_on);
            present.instinct = situation.instinct_per_week.or(present.instinct);
            present.together = situation.living.map_or(present.together, |living| living == Living::Together);
            shares = situation.shares.as_deref().unwrap_or(shares);
        }
        present.shares = present.together || !shares.is_empty();
        present
    }

    /// Whether there is something practical to talk about; one roof is a home shared.
    #[must_use]
    pub fn shares_something(&self) -> bool {
        self.shares
    }

    /// The first thing the person wrote down; where they wrote nothing, the first imported message.
    #[must_use]
    pub fn first_entry(&self) -> Option<Timestamp> {
        self.first_written().or_else(|| self.first_imported())
    }

    /// The first thing recorded at all, imported messages among them.
    #[must_use]
    pub fn first_recorded(&self) -> Option<Timestamp> {
        self.first_written().into_iter().chain(self.first_imported()).min()
    }

    /// Whether anything at all was recorded from `start` to before `end`.
    #[must_use]
    pub fn has_entries(&self, start: Timestamp, end: Timestamp) -> bool {
        let inside = |at: Timestamp| at >= start && at < end;
        self.standing.traces.seen(self.now).any(|trace| inside(trace.at))
            || self.standing.messages.seen(self.now).any(|message| inside(message.at))
    }

    /// The first thing the person wrote down.
    #[must_use]
    pub fn first_written(&self) -> Option<Timestamp> {
        self.standing.traces.seen(self.now).next().map(|trace| trace.at)
    }

    fn first_imported(&self) -> Option<Timestamp> {
        self.standing.messages.seen(self.now).next().map(|message| message.at)
    }

    /// The person's day that holds `at`.
    #[must_use]
    pub fn day_of(&self, at: Timestamp) -> Date {
        persons_day(at, self.day_starts, &self.zone)
    }

    /// The calendar day of `at` in the person's zone.
    #[must_use]
    pub fn date_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// Whether the partner has started a personal contact after `place`, and the first such.
    #[must_use]
    pub fn partner_start_after(&self, place: Position) -> Option<&Personal> {
        self.contacts.iter().find(|contact| contact.place() > place && contact.is_partners_start())
    }
}

fn overwrite<T: Clone>(field: &mut T, newer: Option<&T>) {
    if let Some(newer) = newer {
        field.clone_from(newer);
    }
}
