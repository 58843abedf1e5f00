//! What a journal can hold: one variant a kind of entry, with the figures held to their ranges.
//!
//! It reads and writes no format (that is the journal's room) and knows no rule.

mod contact;
mod figure;
mod life;
pub(crate) mod names;
mod safety;
mod self_care;

pub use contact::{
    About, Channel, Contact, Draft, DraftEnd, DraftSort, Message, MessageKind, Met, Request, Side, Tone,
    Urge, What,
};
pub use figure::{Amount, Hours, OutOfRange, PerWeek, Rating, WidestGap};
pub use life::{
    Appointment, AppointmentSort, Change, Feed, HardDate, Living, Names, Need, NeedKind, Person, PersonCan,
    Place, Plan, PlanPart, Practice, PracticeKind, Readiness, ReadinessItem, Settings, Share, Sign,
    SignToward, Situation, Skill, Stage, Wish, Work, WorkSort,
};
pub use safety::{How, Limit, LimitKind, Shadow};
pub use self_care::{Ate, Calm, CalmWord, CheckIn, Exercise, Instrument, Questionnaire};

use alloc::boxed::Box;
use jiff::Timestamp;

use crate::moment::{Moment, When};

/// One line of a journal: an event, when it happened, and what its words point to.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When it happened.
    pub at: Moment,
    /// The name by which a later entry may retract it; unique only as far as the writer made it so.
    pub id: Option<Box<str>>,
    /// What the words in it point to, as read at the edge; none where it holds no words.
    pub signs: Signs,
    /// What happened.
    pub event: Event,
}

impl Entry {
    /// When it happened, as an instant.
    #[must_use]
    pub fn instant(&self) -> Timestamp {
        self.at.instant
    }
}

/// What the words of an entry point to (CARE-8, SAFE-4, SAFE-5, SPACE-12). Read by the room `review`; the method
/// sees no words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four signs, any of which may stand alone")]
pub struct Signs {
    /// Suicide or self-harm.
    pub to_self: bool,
    /// Harm to the partner or to anyone else.
    pub to_other: bool,
    /// The words of one who is hurt, threatened or afraid.
    pub afraid: bool,
    /// A draft in which the review marks something.
    pub marked: bool,
}

impl Signs {
    /// Whether nothing was noticed.
    #[must_use]
    pub fn is_quiet(self) -> bool {
        self == Self::default()
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Where the person stands, in facts; each present field overrides the one before.
    Situation(Box<Situation>),
    /// A limit set, or (with `none`) lifted.
    Limit(Limit),
    /// Whether the person is afraid of the partner.
    Fear {
        /// Afraid, or not (any more).
        of_partner: bool,
    },
    /// An urge to reach out.
    Urge(Urge),
    /// A contact that took place.
    Contact(Contact),
    /// Something the partner asked for.
    Request(Request),
    /// A meeting that took place.
    Met(Met),
    /// A day's check-in.
    CheckIn(CheckIn),
    /// Answers to a screening questionnaire.
    Questionnaire(Questionnaire),
    /// A piece of learning done.
    Work(Work),
    /// The one true mention, made.
    Mention {
        /// What was mentioned.
        topic: Box<str>,
    },
    /// A behaviour to change.
    Change(Change),
    /// A change kept, slipped or repaired.
    Practice(Practice),
    /// A date that will be hard.
    HardDate(HardDate),
    /// A draft written or rewritten.
    Draft(Draft),
    /// A draft sent (elsewhere, by the person) or let go.
    DraftEnded {
        /// The draft's id.
        id: Box<str>,
        /// How it ended.
        how: DraftEnd,
    },
    /// A practical need.
    Need(Need),
    /// A sign toward opening or ending.
    Sign(Sign),
    /// What would be enough to stop.
    Enough {
        /// In the person's own words.
        text: Box<str>,
    },
    /// A day on which to ask again.
    ReviewDate {
        /// The day.
        on: When,
    },
    /// A note.
    Note {
        /// Its words.
        text: Box<str>,
    },
    /// An appointment made.
    Appointment(Appointment),
    /// Somebody to turn to.
    Person(Person),
    /// An imported message, as counts.
    Message(Message),
    /// A part of the readiness list, written (READY-2).
    Readiness(Readiness),
    /// Where on the map a person places themselves (MAP-2).
    Place(Place),
    /// A part of the safety plan, written (CARE-8).
    Plan(Plan),
    /// How the app is to behave; the method looks at none of it.
    Settings(Settings),
    /// By which names message histories call the two.
    Names(Names),
    /// A word on an exercise that calms (CARE-9).
    Calm(Calm),
    /// The address at which a calendar may read.
    Feed(Feed),
    /// Takes back every earlier entry of that id (SAFE-11 apart).
    Retract {
        /// The id taken back.
        id: Box<str>,
    },
    /// Marks earlier words of harm as a false alarm (SAFE-5).
    FalseAlarm {
        /// The id of the entry that held them.
        id: Box<str>,
    },
    /// What an erased entry leaves behind so that erasing lifts nothing (SAFE-11); never any words.
    Erased(Shadow),
}

impl Event {
    /// Whether it holds a text that is read for signs.
    #[must_use]
    pub fn has_words(&self) -> bool {
        let mut has = false;
        self.for_each_text(|_| has = true);
        has
    }

    /// Hands every text in it to `read`, for the edge to look for signs in. Names of imports and ids are no texts.
    pub fn for_each_text<'a>(&'a self, mut read: impl FnMut(&'a str)) {
        let mut each = |texts: &[Option<&'a str>]| texts.iter().flatten().for_each(|&text| read(text));
        match self {
            Self::Urge(urge) => each(&[urge.trigger.as_deref()]),
            Self::Work(work) => each(&[Some(&work.title), work.takeaway.as_deref()]),
            Self::Mention { topic } => each(&[Some(topic)]),
            Self::Change(change) => each(&[Some(&change.name), change.if_then.as_deref()]),
            Self::Practice(practice) => each(&[Some(&practice.change), practice.trigger.as_deref()]),
            Self::HardDate(date) => each(&[Some(&date.name), date.plan.as_deref()]),
            Self::Draft(draft) => each(&[Some(&draft.text)]),
            Self::Sign(sign) => each(&[Some(&sign.text)]),
            Self::Enough { text } | Self::Note { text } => each(&[Some(text)]),
            Self::Appointment(appointment) => each(&[appointment.title.as_deref()]),
            Self::Person(person) => each(&[Some(&person.name)]),
            Self::Readiness(part) => each(&[Some(&part.text)]),
            Self::Plan(part) => each(&[Some(&part.text)]),
            Self::Situation(_)
            | Self::Limit(_)
            | Self::Fear { .. }
            | Self::Contact(_)
            | Self::Request(_)
            | Self::Met(_)
            | Self::CheckIn(_)
            | Self::Questionnaire(_)
            | Self::DraftEnded { .. }
            | Self::Need(_)
            | Self::ReviewDate { .. }
            | Self::Message(_)
            | Self::Place(_)
            | Self::Settings(_)
            | Self::Names(_)
            | Self::Calm(_)
            | Self::Feed(_)
            | Self::Retract { .. }
            | Self::FalseAlarm { .. }
            | Self::Erased(_) => {}
        }
    }
}
