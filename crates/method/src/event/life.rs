//! The person's life around it: situation, people, work on oneself, dates, decisions, places on the map.
//! Facts only.

use alloc::boxed::Box;
use alloc::vec::Vec;

use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::figure::{Amount, PerWeek, WidestGap};
use super::names::named;
use crate::moment::When;

named! {
    /// What the person wants (DECIDE-1).
    Wish {
        /// Them back.
        Reunite = "reunite",
        /// Not sure.
        Unsure = "unsure",
        /// To end it.
        End = "end",
    }
}

named! {
    /// Under one roof or not (SPACE-13).
    Living {
        /// Apart.
        Apart = "apart",
        /// Together.
        Together = "together",
    }
}

named! {
    /// What the two still share; practical messages are about these alone.
    Share {
        /// Children.
        Children = "children",
        /// A home.
        Home = "home",
        /// Money.
        Money = "money",
        /// Work.
        Work = "work",
    }
}

/// Where the person stands, in facts. Every field may be absent; a present one overrides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Situation {
    /// What they want.
    pub wish: Option<Wish>,
    /// When the partner left.
    pub left_on: Option<When>,
    /// Under one roof or not.
    pub living: Option<Living>,
    /// What the two share.
    pub shares: Option<Vec<Share>>,
    /// The person's time zone.
    pub zone: Option<TimeZone>,
    /// The country, as two capital letters (ISO 3166-1).
    pub country: Option<Box<str>>,
    /// The declared instinct to reach out, in times a week.
    pub instinct_per_week: Option<PerWeek>,
    /// The widest gap wanted.
    pub widest_gap_days: Option<WidestGap>,
    /// When the person's day starts, for check-ins alone.
    pub day_starts: Option<Time>,
}

named! {
    /// With whom, or how, one learnt (WORK-1).
    WorkSort {
        /// A counsellor.
        Counsellor = "counsellor",
        /// Reading.
        Reading = "reading",
        /// A friend.
        Friend = "friend",
        /// Priest, rabbi, pastor, imam.
        Clergy = "clergy",
        /// An exercise.
        Exercise = "exercise",
        /// Something else.
        Other = "other",
    }
}

/// A piece of learning done.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// Of what sort.
    pub sort: WorkSort,
    /// What it was.
    pub title: Box<str>,
    /// The one thing taken from it.
    pub takeaway: Option<Box<str>>,
    /// How long, in minutes.
    pub minutes: Option<Amount>,
}

/// A behaviour of one's own to change (WORK-3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its name.
    pub name: Box<str>,
    /// "If ..., then ...".
    pub if_then: Option<Box<str>>,
}

named! {
    /// What became of a change on an occasion.
    PracticeKind {
        /// Kept.
        Kept = "kept",
        /// Slipped.
        Slipped = "slipped",
        /// Repaired.
        Repaired = "repaired",
    }
}

/// A change kept, slipped or repaired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// Which.
    pub kind: PracticeKind,
    /// The change's name.
    pub change: Box<str>,
    /// What set it off.
    pub trigger: Option<Box<str>>,
}

/// A date that will be hard (WORK-4).
#[derive(Clone, Debug, PartialEq)]
pub struct HardDate {
    /// The day.
    pub on: When,
    /// Its name.
    pub name: Box<str>,
    /// Whether it comes every year.
    pub yearly: bool,
    /// What one will do instead.
    pub plan: Option<Box<str>>,
}

named! {
    /// A practical need (CARE-7).
    NeedKind {
        /// Food.
        Food = "food",
        /// Housing.
        Housing = "housing",
        /// Money.
        Money = "money",
        /// Transport.
        Transport = "transport",
        /// Papers.
        Papers = "papers",
        /// Something else.
        Other = "other",
    }
}

/// A practical need, met or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// Which.
    pub what: NeedKind,
    /// Whether it is met.
    pub met: bool,
}

named! {
    /// Where a sign points (DECIDE-2).
    SignToward {
        /// Toward opening.
        Opening = "opening",
        /// Toward ending.
        Ending = "ending",
    }
}

/// A sign, in the person's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Where it points.
    pub toward: SignToward,
    /// What was seen.
    pub text: Box<str>,
}

named! {
    /// With whom an appointment is.
    AppointmentSort {
        /// A counsellor.
        Counsellor = "counsellor",
        /// A doctor.
        Doctor = "doctor",
        /// Somebody else.
        Other = "other",
    }
}

/// An appointment made.
#[derive(Clone, Debug, PartialEq)]
pub struct Appointment {
    /// When it is.
    pub on: When,
    /// With whom.
    pub sort: AppointmentSort,
    /// Its title.
    pub title: Option<Box<str>>,
}

named! {
    /// What somebody can do for one.
    PersonCan {
        /// Listen.
        Listen = "listen",
        /// Distract.
        Distract = "distract",
        /// Be called at night.
        Night = "night",
    }
}

/// Somebody to turn to instead of the partner (CARE-3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: Box<str>,
    /// Their number.
    pub phone: Option<Box<str>>,
    /// What they can do.
    pub can: Option<PersonCan>,
}

named! {
    /// A part of the readiness list that is written, not counted (READY-2).
    ReadinessItem {
        /// What made them leave.
        WhyTheyLeft = "why-they-left",
        /// What is different now.
        WhatIsDifferent = "what-is-different",
        /// How the first talk will open.
        OpeningLine = "opening-line",
        /// What one will not do.
        WillNotDo = "will-not-do",
    }
}

/// A part of the readiness list, written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// Which part.
    pub item: ReadinessItem,
    /// In the person's own words.
    pub text: Box<str>,
}

named! {
    /// Where on the map (MAP-1).
    Stage {
        /// What each brings along.
        Brings = "brings",
        /// Romantic love.
        RomanticLove = "romantic-love",
        /// The power struggle.
        PowerStruggle = "power-struggle",
        /// Parting.
        Parting = "parting",
        /// Learning.
        Learning = "learning",
        /// Lasting love.
        LastingLove = "lasting-love",
    }
}

named! {
    /// What leads on, in its order (MAP-2).
    Skill {
        /// Being safe to be with: calming.
        Safety = "safety",
        /// Contact that is reliable, sufficient and not excessive.
        ReliableMembership = "reliable-membership",
        /// Two views, both of which make sense.
        Diversity = "diversity",
        /// Boundaries, one's own and theirs.
        Autonomy = "autonomy",
        /// What the two are for.
        Purpose = "purpose",
        /// Healing old wounds.
        Healing = "healing",
        /// Sharing everything, gently.
        Sharing = "sharing",
    }
}

/// Where on the map a person places themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The stage.
    pub stage: Option<Stage>,
    /// A skill that they hold to be learnt.
    pub learnt: Option<Skill>,
}

named! {
    /// A part of the safety plan: what to do in the worst hour, in its order (CARE-8).
    PlanPart {
        /// What tells that it is coming.
        Signs = "signs",
        /// What helps alone.
        Alone = "alone",
        /// Places and people that distract.
        Places = "places",
        /// People who can help; never the partner.
        People = "people",
        /// Doctors, lines.
        Professionals = "professionals",
        /// How the place is made safer.
        Safer = "safer",
    }
}

/// A part of the safety plan, in the person's own words. The newest of each part counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which part.
    pub part: PlanPart,
    /// What they wrote.
    pub text: Box<str>,
}

/// By which names message histories call the two, so that it is asked once. The newest counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The person's own names, numbers and addresses.
    pub mine: Vec<Box<str>>,
    /// The partner's.
    pub theirs: Vec<Box<str>>,
}

/// The secret name of an address at which a calendar may read; the newest counts, and none is revoked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// The secret; none where there is no address.
    pub secret: Option<Box<str>>,
}

/// How the app is to behave. Every field may be absent; a present one overrides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// After so many minutes without a sign of the person the app locks itself.
    pub lock_minutes: Option<Amount>,
    /// The language of the pages, as a BCP 47 tag such as `de`.
    pub language: Option<Box<str>>,
}
