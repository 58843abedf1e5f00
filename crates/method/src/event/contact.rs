//! What passes between the two: urges, contacts, requests, meetings, drafts, imported messages.
//! Facts only; which of them moves the clock is for `space` to say.

use alloc::boxed::Box;

use super::figure::{Amount, Rating};
use super::names::named;
use crate::moment::When;

named! {
    /// One of the two.
    Side {
        /// The person using Halflight.
        Me = "me",
        /// The one who is leaving or has left.
        Partner = "partner",
    }
}

named! {
    /// By what way. The first eight are contact; the last two occur as urges only (SPACE-5).
    Channel {
        /// A call.
        Call = "call",
        /// A written message.
        Text = "text",
        /// A voice or video message.
        Voice = "voice",
        /// An e-mail.
        Email = "email",
        /// A letter.
        Letter = "letter",
        /// A post or a like aimed at them.
        Social = "social",
        /// A visit.
        Visit = "visit",
        /// A gift.
        Gift = "gift",
        /// Asking others about them.
        AskOthers = "ask-others",
        /// Looking at their profile, or at their friends'.
        LookUp = "look-up",
    }
}

impl Channel {
    /// Whether something can reach the partner by it.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        !matches!(self, Self::AskOthers | Self::LookUp)
    }
}

named! {
    /// What a contact is about.
    About {
        /// The two of you.
        Personal = "personal",
        /// Children, home, money, belongings, health or work you share.
        Practical = "practical",
    }
}

named! {
    /// The partner's tone.
    Tone {
        /// Warm.
        Warm = "warm",
        /// Neither.
        Neutral = "neutral",
        /// Cold.
        Cold = "cold",
        /// A word to stop (SAFE-2).
        Stop = "stop",
    }
}

/// An urge to reach out.
#[derive(Clone, Debug, PartialEq)]
pub struct Urge {
    /// By what way.
    pub channel: Channel,
    /// How strong, 0 to 10.
    pub strength: Rating,
    /// How strong after the wait, 0 to 10.
    pub after: Option<Rating>,
    /// What set it off.
    pub trigger: Option<Box<str>>,
    /// Whether it was acted on.
    pub acted: bool,
}

/// A contact that took place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// Whose.
    pub by: Side,
    /// Begun uninvited, or a reply.
    pub started: bool,
    /// By what way.
    pub channel: Channel,
    /// About what.
    pub about: About,
    /// The partner's tone, on their contacts.
    pub tone: Option<Tone>,
    /// How long, in minutes.
    pub minutes: Option<Amount>,
}

named! {
    /// What the partner asks for.
    What {
        /// A talk.
        Talk = "talk",
        /// A call.
        Call = "call",
        /// A visit.
        Visit = "visit",
        /// A meal.
        Meal = "meal",
        /// An outing.
        Outing = "outing",
        /// A night.
        Night = "night",
        /// A weekend.
        Weekend = "weekend",
        /// A trip.
        Trip = "trip",
        /// That a boundary be kept (SAFE-9).
        Boundary = "boundary",
        /// Something practical.
        Practical = "practical",
    }
}

/// Something the partner asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// What.
    pub what: What,
    /// For how many minutes.
    pub minutes: Option<Amount>,
    /// For how many days.
    pub days: Option<Amount>,
    /// "As long as you like."
    pub open_ended: bool,
    /// When it would begin.
    pub begins: Option<When>,
}

/// A meeting that took place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Met {
    /// The minutes agreed beforehand.
    pub planned_minutes: Option<Amount>,
    /// The minutes it took.
    pub minutes: Option<Amount>,
    /// Who ended it.
    pub ended_by: Option<Side>,
}

named! {
    /// What a draft is for.
    DraftSort {
        /// To begin a contact.
        Start = "start",
        /// To answer one.
        Reply = "reply",
        /// Practical matters.
        Practical = "practical",
        /// The closure letter (DECIDE-5).
        Closure = "closure",
        /// Never to be sent.
        NeverSend = "never-send",
    }
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its id; used again, it replaces the text.
    pub id: Box<str>,
    /// What it is for.
    pub sort: DraftSort,
    /// Its words.
    pub text: Box<str>,
}

named! {
    /// How a draft ended.
    DraftEnd {
        /// Sent, elsewhere, by the person.
        Sent = "sent",
        /// Let go.
        LetGo = "let-go",
    }
}

named! {
    /// The kind of an imported message.
    MessageKind {
        /// Words.
        Text = "text",
        /// A picture, a recording, a file.
        Media = "media",
        /// A call.
        Call = "call",
        /// A reaction; not a message.
        Reaction = "reaction",
    }
}

/// An imported message: counts, never words (FLOW-5).
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Whose.
    pub by: Side,
    /// By what way.
    pub channel: Channel,
    /// Which kind.
    pub kind: MessageKind,
    /// Length in characters.
    pub length: Option<Amount>,
    /// Length of a call, in minutes.
    pub minutes: Option<Amount>,
    /// About what, where the person said.
    pub about: Option<About>,
    /// The import it came with.
    pub import: Option<Box<str>>,
}
