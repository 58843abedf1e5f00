//! Where a person stands: everything written down, kept by kind and in order of time.
//!
//! A prefix replayed and then the rest is the whole: entries may come in any order, and each finds its place by
//! its time, ties by the order in which they came. It judges nothing; what follows is for the rules to say.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

use jiff::Timestamp;

use crate::event::{
    About, Appointment, Calm, Change, Channel, CheckIn, Contact, Draft, DraftEnd, Entry, Event, Feed,
    HardDate, Limit, MessageKind, Met, Names, Need, Person, Place, Plan, Practice, Questionnaire, Readiness,
    Request, Settings, Shadow, Side, Sign, Signs, Situation, Tone, Urge, Work,
};
use crate::moment::When;

/// Where an entry stands: by its time, ties by the order of writing.
pub type Position = (Timestamp, u32);

/// Something written down, with its place in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted<T> {
    /// When it happened.
    pub at: Timestamp,
    /// The how-manyeth entry it was; settles ties, and names the entry in a trace.
    pub entry: u32,
    /// What was written.
    pub what: T,
    name: Option<Box<str>>,
    import: Option<Arc<str>>,
    withdrawn: Option<Timestamp>,
}

impl<T> Noted<T> {
    /// Its place: by time, ties by the order of writing.
    #[must_use]
    pub fn place(&self) -> Position {
        (self.at, self.entry)
    }

    /// The id that it was written with.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The name of the import that it came with.
    #[must_use]
    pub fn import(&self) -> Option<&str> {
        self.import.as_deref()
    }

    /// Whether it counts at `now`: not retracted by then.
    #[must_use]
    pub fn counts(&self, now: Timestamp) -> bool {
        self.withdrawn.is_none_or(|at| at > now)
    }

    fn withdraw(&mut self, at: Timestamp) {
        self.withdrawn = Some(self.withdrawn.map_or(at, |before| before.min(at)));
    }
}

/// All entries of one kind, in order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Log<T>(Vec<Noted<T>>);

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Log<T> {
    /// What counts at `now`: written by then and not retracted by then. Oldest first.
    #[must_use]
    pub fn seen(&self, now: Timestamp) -> impl DoubleEndedIterator<Item = &Noted<T>> + Clone {
        self.said(now).filter(move |noted| noted.counts(now))
    }

    /// What was written by `now`, retracted or not (SAFE-11). Oldest first.
    #[must_use]
    pub fn said(&self, now: Timestamp) -> impl DoubleEndedIterator<Item = &Noted<T>> + Clone {
        self.0[..self.0.partition_point(|noted| noted.at <= now)].iter()
    }

    /// The newest that counts at `now`.
    #[must_use]
    pub fn newest(&self, now: Timestamp) -> Option<&Noted<T>> {
        self.seen(now).next_back()
    }

    fn insert(&mut self, noted: Noted<T>) {
        let place = noted.place();
        if self.0.last().is_none_or(|last| last.place() <= place) {
            self.0.push(noted);
        } else {
            let index = self.0.partition_point(|other| other.place() <= place);
            self.0.insert(index, noted);
        }
    }

    /// Takes back what was written at `place`, if that is of this kind.
    fn withdraw(&mut self, place: Position, at: Timestamp) {
        if let Ok(index) = self.0.binary_search_by_key(&place, Noted::place) {
            self.0[index].withdraw(at);
        }
    }
}

/// An imported message, as far as the method looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Whose.
    pub by: Side,
    /// Of which kind.
    pub kind: MessageKind,
    /// About what, where the person said.
    pub about: Option<About>,
}

macro_rules! logs {
    ($($(#[$doc:meta])* $field:ident: $of:ty,)+) => {
        /// Where a person stands, in facts by kind.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Standing {
            count: u32,
            /// Where the entries of each id stand, in order.
            named: BTreeMap<Box<str>, Vec<Position>>,
            /// Where the retractions of each id stand, in order.
            retracted: BTreeMap<Box<str>, Vec<Position>>,
            $($(#[$doc])* pub $field: Log<$of>,)+
        }

        impl Standing {
            fn withdraw_at(&mut self, place: Position, at: Timestamp) {
                $(self.$field.withdraw(place, at);)+
            }
        }
    };
}

logs! {
    /// One trace for each entry that the person wrote; imported messages leave none.
    traces: (),
    /// What words pointed to; only entries in which something was noticed.
    signs: Signs,
    /// Situations.
    situations: Box<Situation>,
    /// Limits set and lifted.
    limits: Limit,
    /// Afraid of the partner, or not.
    fears: bool,
    /// Urges.
    urges: Urge,
    /// Contacts entered by hand.
    contacts: Contact,
    /// Requests by the partner.
    requests: Request,
    /// Meetings.
    meetings: Met,
    /// Check-ins.
    check_ins: CheckIn,
    /// Questionnaires.
    questionnaires: Questionnaire,
    /// Work on oneself.
    works: Work,
    /// Mentions made.
    mentions: Box<str>,
    /// Behaviours to change.
    changes: Change,
    /// Changes kept, slipped, repaired.
    practices: Practice,
    /// Hard dates.
    hard_dates: HardDate,
    /// Drafts, each with whether the review marks it.
    drafts: (Draft, Signs),
    /// Drafts ended.
    drafts_ended: (Box<str>, DraftEnd),
    /// Practical needs.
    needs: Need,
    /// Signs toward opening or ending.
    turns: Sign,
    /// What would be enough.
    enough: Box<str>,
    /// Review dates.
    review_dates: When,
    /// Appointments.
    appointments: Appointment,
    /// People to turn to.
    people: Person,
    /// Imported messages.
    messages: Heard,
    /// Parts of the readiness list.
    readiness: Readiness,
    /// Places on the map.
    places: Place,
    /// Parts of the safety plan.
    plans: Plan,
    /// How the app is to behave.
    settings: Settings,
    /// By which names message histories call the two.
    names: Names,
    /// Words on exercises that calm.
    calms: Calm,
    /// Addresses at which a calendar may read.
    feeds: Feed,
    /// False alarms, each with the id that it speaks of.
    false_alarms: Box<str>,
}

impl Standing {
    /// Replays a journal, from nothing.
    #[must_use]
    pub fn replay(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut entries: Vec<(u32, Entry)> = (0..).zip(entries).collect();
        // In order of time nothing has to make room for anything; the number still tells the place in the journal.
        entries.sort_by_key(|(_, entry)| entry.instant());
        let mut standing = Self::default();
        for (number, entry) in entries {
            standing.record_as(number, entry);
            standing.count += 1;
        }
        standing
    }

    /// The standing after one more entry, whenever it happened.
    #[must_use]
    pub fn after(mut self, entry: Entry) -> Self {
        self.record(entry);
        self
    }

    /// How many entries were replayed.
    #[must_use]
    pub const fn entries(&self) -> u32 {
        self.count
    }

    /// Writes one more entry down, whenever it happened.
    pub fn record(&mut self, entry: Entry) {
        self.record_as(self.count, entry);
        self.count += 1;
    }

    fn record_as(&mut self, number: u32, entry: Entry) {
        let at = entry.instant();
        let Entry { id, signs, event, .. } = entry;
        let import =
            if let Event::Message(message) = &event { self.shared(message.import.as_deref()) } else { None };
        let mut writer = Writer { at, entry: number, withdrawn: None, id, import };
        if let Event::Erased(shadow) = event {
            // An erased entry is as one taken back at once: it was said, and it is not seen (SAFE-11).
            writer.withdrawn = Some(at);
            self.record_shadow(&writer, shadow);
            return;
        }
        writer.withdrawn = self.withdrawn_later(&writer);
        if let Some(id) = &writer.id {
            let places = self.named.entry(id.clone()).or_default();
            places.insert(places.partition_point(|&place| place < (at, number)), (at, number));
        }
        if !matches!(event, Event::Message(_)) {
            self.traces.insert(writer.note(()));
        }
        if !signs.is_quiet() {
            self.signs.insert(writer.note(signs));
        }
        self.record_event(&writer, event, signs);
    }

    fn record_event(&mut self, writer: &Writer, event: Event, signs: Signs) {
        match event {
            Event::Situation(what) => self.situations.insert(writer.note(what)),
            Event::Limit(what) => self.limits.insert(writer.note(what)),
            Event::Fear { of_partner } => self.fears.insert(writer.note(of_partner)),
            Event::Urge(what) => self.urges.insert(writer.note(what)),
            Event::Contact(what) => self.contacts.insert(writer.note(what)),
            Event::Request(what) => self.requests.insert(writer.note(what)),
            Event::Met(what) => self.meetings.insert(writer.note(what)),
            Event::CheckIn(what) => self.check_ins.insert(writer.note(what)),
            Event::Questionnaire(what) => self.questionnaires.insert(writer.note(what)),
            Event::Work(what) => self.works.insert(writer.note(what)),
            Event::Mention { topic } => self.mentions.insert(writer.note(topic)),
            Event::Change(what) => self.changes.insert(writer.note(what)),
            Event::Practice(what) => self.practices.insert(writer.note(what)),
            Event::HardDate(what) => self.hard_dates.insert(writer.note(what)),
            Event::Draft(what) => self.drafts.insert(writer.note((what, signs))),
            Event::DraftEnded { id, how } => self.drafts_ended.insert(writer.note((id, how))),
            Event::Need(what) => self.needs.insert(writer.note(what)),
            Event::Sign(what) => self.turns.insert(writer.note(what)),
            Event::Enough { text } => self.enough.insert(writer.note(text)),
            Event::ReviewDate { on } => self.review_dates.insert(writer.note(on)),
            Event::Appointment(what) => self.appointments.insert(writer.note(what)),
            Event::Person(what) => self.people.insert(writer.note(what)),
            Event::Message(what) => {
                self.messages.insert(writer.note(Heard { by: what.by, kind: what.kind, about: what.about }));
            }
            Event::Readiness(what) => self.readiness.insert(writer.note(what)),
            Event::Place(what) => self.places.insert(writer.note(what)),
            Event::Plan(what) => self.plans.insert(writer.note(what)),
            Event::Settings(what) => self.settings.insert(writer.note(what)),
            Event::Names(what) => self.names.insert(writer.note(what)),
            Event::Calm(what) => self.calms.insert(writer.note(what)),
            Event::Feed(what) => self.feeds.insert(writer.note(what)),
            Event::FalseAlarm { id } => self.false_alarms.insert(writer.note(id)),
            Event::Retract { id } => self.withdraw(&writer.note(id)),
            Event::Note { .. } | Event::Erased(_) => {}
        }
    }

    fn record_shadow(&mut self, writer: &Writer, shadow: Shadow) {
        match shadow {
            Shadow::Limit(what) => self.limits.insert(writer.note(what)),
            Shadow::Fear => self.fears.insert(writer.note(true)),
            Shadow::Stop => self.contacts.insert(writer.note(Contact {
                by: Side::Partner,
                started: false,
                channel: Channel::Text,
                about: About::Personal,
                tone: Some(Tone::Stop),
                minutes: None,
            })),
            Shadow::Words(signs) => self.signs.insert(writer.note(signs)),
        }
    }

    /// Takes back every entry of that id, and every message of that import, written before. What an earlier retraction
    /// of the same id took back already stays with that one.
    fn withdraw(&mut self, by: &Noted<Box<str>>) {
        let until = by.place();
        let retracted = self.retracted.entry(by.what.clone()).or_default();
        let index = retracted.partition_point(|&place| place < until);
        let from = index.checked_sub(1).map(|before| retracted[before]);
        retracted.insert(index, until);
        let between = |place: Position| from.is_none_or(|from| place > from) && place < until;
        let named = self.named.get(&by.what).map_or(&[][..], Vec::as_slice);
        let start = named.partition_point(|&place| from.is_some_and(|from| place <= from));
        let named: Vec<Position> =
            named[start..].iter().copied().take_while(|&place| between(place)).collect();
        for place in named {
            self.withdraw_at(place, by.at);
        }
        let messages = &mut self.messages.0;
        let start = messages.partition_point(|noted| from.is_some_and(|from| noted.place() <= from));
        let end = messages.partition_point(|noted| noted.place() < until);
        for noted in &mut messages[start..end] {
            if noted.import.as_deref() == Some(&*by.what) {
                noted.withdraw(by.at);
            }
        }
    }

    /// The name of an import, held once for all of its messages.
    fn shared(&self, import: Option<&str>) -> Option<Arc<str>> {
        let import = import?;
        let last = self.messages.0.last().and_then(|noted| noted.import.as_ref());
        Some(last.filter(|last| &***last == import).map_or_else(|| Arc::from(import), Arc::clone))
    }

    /// The earliest retraction, already written, that takes back what `writer` is about to write.
    fn withdrawn_later(&self, writer: &Writer) -> Option<Timestamp> {
        let place = (writer.at, writer.entry);
        let names = [writer.id.as_deref(), writer.import.as_deref()];
        let first_after = |name: &str| {
            let retracted = self.retracted.get(name)?;
            retracted.get(retracted.partition_point(|&by| by <= place)).map(|by| by.0)
        };
        names.into_iter().flatten().filter_map(first_after).min()
    }
}

/// What the notes of one entry have in common.
struct Writer {
    at: Timestamp,
    entry: u32,
    id: Option<Box<str>>,
    import: Option<Arc<str>>,
    withdrawn: Option<Timestamp>,
}

impl Writer {
    fn note<T>(&self, what: T) -> Noted<T> {
        Noted {
            at: self.at,
            entry: self.entry,
            what,
            name: self.id.clone(),
            import: self.import.clone(),
            withdrawn: self.withdrawn,
        }
    }
}
