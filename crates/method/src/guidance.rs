//! What the method says now: verdicts with their clauses, as values. The words for them are another room's.

use alloc::boxed::Box;
use alloc::vec::Vec;

use jiff::Timestamp;

use crate::care::Care;
use crate::clause::Id;
use crate::event::Channel;
use crate::event::names::named;
use crate::flow::standing_now::Flow;
use crate::half::request::Answer;
use crate::map::OnTheMap;
use crate::moment::Moment;
use crate::ready::Missing;
use crate::ruling::{Opening, Resolved};
use crate::space::draft::Held;
use crate::space::reply::Replying;
use crate::work::hard_dates::Near;
use crate::work::mention::Mention;

/// What the method says at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Guidance {
    /// The moment.
    pub now: Moment,
    /// The zone in which its times are told.
    pub zone: jiff::tz::TimeZone,
    /// The person's country, as two capital letters; for the help page.
    pub country: Option<Box<str>>,
    /// The SAFE clauses in force.
    pub limits: Vec<Id>,
    /// Channels closed one by one.
    pub closed_channels: Vec<Channel>,
    /// The gap in force, in calendar days, SPACE-8's doubling included.
    pub gap_days: u16,
    /// May a contact be started?
    pub start: Resolved<Opening>,
    /// May a gift be made?
    pub gift: Resolved<Opening>,
    /// May what they start be answered?
    pub reply: Resolved<Replying>,
    /// The answer to the open request.
    pub request: Option<Answer>,
    /// What may become of each held draft.
    pub drafts: Vec<Held>,
    /// Whether a mention fits.
    pub mention: Mention,
    /// What care calls for, most urgent first.
    pub care: Vec<Care>,
    /// Where it stands.
    pub flow: Flow,
    /// One to three things to do now, the most important first.
    pub first: Vec<First>,
    /// Hard dates of the next ten days.
    pub hard_dates: Vec<Near>,
    /// What is missing on the readiness list.
    pub not_ready: Vec<Missing>,
    /// Where on the map.
    pub map: OnTheMap,
    /// Whether a review date has come.
    pub review_due: bool,
    /// So long without any contact that, if they ask, a person hears that one light line would fit (SPACE-6).
    pub long_silent: bool,
}

/// A thing to do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// What.
    pub what: Todo,
    /// The clauses that say so.
    pub because: Vec<Id>,
}

named! {
    /// Things to do now, the most important first. None of them is to make contact.
    Todo {
        /// Open the help page: words or an answer pointed to suicide.
        OpenHelp = "open-help",
        /// Keep away, hand weapons to someone, call.
        KeepDistance = "keep-distance",
        /// Help for one who is afraid or hurt.
        FindShelter = "find-shelter",
        /// See a doctor today, and do not drive.
        DoctorToday = "doctor-today",
        /// See a doctor this week.
        DoctorThisWeek = "doctor-this-week",
        /// Keep to the order.
        KeepTheOrder = "keep-the-order",
        /// Keep to the stop.
        KeepTheStop = "keep-the-stop",
        /// Owe no answer.
        OweNoAnswer = "owe-no-answer",
        /// Keep the whole of a boundary or a duty.
        KeepItWhole = "keep-it-whole",
        /// Ask how long.
        AskHowLong = "ask-how-long",
        /// Agree to half.
        AgreeToHalf = "agree-to-half",
        /// Not this one.
        NotThisOne = "not-this-one",
        /// Answer the safety questions.
        SafetyQuestions = "safety-questions",
        /// Turn to people.
        TurnToPeople = "turn-to-people",
        /// Let the urge pass.
        LetItPass = "let-it-pass",
        /// Mend a slip: what set it off, what mends it.
        MendTheSlip = "mend-the-slip",
        /// Give them the space they asked for.
        GiveSpace = "give-space",
        /// Plan for a hard date.
        PlanTheDate = "plan-the-date",
        /// Start nothing more until they write.
        LetThemWrite = "let-them-write",
        /// Ask again what is wanted.
        AskAgain = "ask-again",
        /// The closure is written once, and is the last.
        CloseWell = "close-well",
        /// See a doctor soon.
        DoctorSoon = "doctor-soon",
        /// A questionnaire to take to the doctor.
        Questionnaire = "questionnaire",
        /// A practical need, with somebody else's help.
        MeetTheNeed = "meet-the-need",
        /// Check in.
        CheckIn = "check-in",
        /// Leave them be for now.
        LeaveThemBe = "leave-them-be",
        /// Do a piece of work.
        Learn = "learn",
        /// Go on living.
        GoOnLiving = "go-on-living",
    }
}

/// The instant that a wait names, for what is told outside; none when open or never.
#[must_use]
pub fn not_before(opening: Opening) -> Option<Timestamp> {
    match opening {
        Opening::Wait(then) => then,
        Opening::Open | Opening::Never => None,
    }
}
