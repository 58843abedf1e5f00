#![doc = include_str!("request.md")]

use alloc::vec::Vec;

use jiff::Timestamp;
use jiff::civil::{Time, time};

use crate::clause::Id;
use crate::event::names::named;
use crate::event::{Request, What};
use crate::moment::{When, at_local, minutes_after, within_hours};
use crate::present::Present;
use crate::safe::Limits;
use crate::standing::Noted;

use super::amount::{half_of_days, half_of_minutes, open_ended_minutes};

/// The clauses with their reasons and cases.
pub const TEXT: &str = include_str!("request.md");

/// A request waits for an answer for so long.
const OPEN_HOURS: u32 = 14 * 24;
/// An evening ends then.
const EVENING_ENDS: Time = time(22, 0, 0, 0);
/// A night that would begin before this hour began, in truth, after the evening before.
const MORNING: Time = time(5, 0, 0, 0);

named! {
    /// What to say to a request.
    Say {
        /// How long?
        AskHowLong = "ask-how-long",
        /// Yes, to half.
        Half = "half",
        /// All of it.
        All = "all",
        /// Not this one.
        Decline = "decline",
    }
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What to say.
    pub say: Say,
    /// The minutes agreed.
    pub minutes: Option<f64>,
    /// The days agreed; nights apart.
    pub days: Option<f64>,
    /// When to leave.
    pub leave_by: Option<Timestamp>,
    /// The clauses that say so.
    pub because: Vec<Id>,
    /// The request itself.
    pub request: Request,
}

/// The newest request of the last 14 days that no meeting has followed.
#[must_use]
pub fn open<'a>(present: &'a Present<'_>) -> Option<&'a Noted<Request>> {
    let newest = present.standing.requests.newest(present.now)?;
    let met = present.standing.meetings.seen(present.now).next_back();
    let followed = met.is_some_and(|met| met.place() > newest.place());
    (!followed && within_hours(newest.at, OPEN_HOURS, present.now)).then_some(newest)
}

/// The answer to the open request; none where there is none, or where SAFE leaves nothing to say.
#[must_use]
pub fn answer(present: &Present<'_>, limits: &Limits) -> Option<Answer> {
    let request = open(present)?.what;
    let said = |say, because: &[Id]| Answer {
        say,
        minutes: None,
        days: None,
        leave_by: None,
        because: because.to_vec(),
        request,
    };
    if request.what == What::Boundary {
        return Some(said(Say::All, &[Id::Safe9]));
    }
    if limits.order.is_some() || limits.is_stopped() {
        return None;
    }
    let practical = request.what == What::Practical;
    if limits.fear.is_some() {
        return (!practical).then(|| said(Say::Decline, &[Id::Safe4, Id::Half6]));
    }
    if practical {
        return Some(said(Say::All, &[Id::Safe9, Id::Half6]));
    }
    Some(match share(request, present) {
        Share::Unknown => said(Say::AskHowLong, &[Id::Half2]),
        Share::TooLate => said(Say::Decline, &[Id::Half4]),
        Share::Evening(leave_by, minutes) => {
            Answer { leave_by: Some(leave_by), minutes, ..said(Say::Half, &[Id::Half4]) }
        }
        Share::Days(days) => Answer { days: Some(days), ..said(Say::Half, &[Id::Half4]) },
        Share::Minutes(minutes) => {
            let leave_by = begins(request).map(|at| minutes_after(at, minutes));
            let because: &[Id] =
                if request.what == What::Meal { &[Id::Half3, Id::Half4] } else { &[Id::Half3] };
            Answer { minutes: Some(minutes), leave_by, ..said(Say::Half, because) }
        }
    })
}

/// How much is agreed to.
enum Share {
    Unknown,
    TooLate,
    Evening(Timestamp, Option<f64>),
    Minutes(f64),
    Days(f64),
}

fn share(request: Request, present: &Present<'_>) -> Share {
    if request.what == What::Night {
        return evening(request, present);
    }
    let days = request.days.map(crate::event::Amount::get).filter(|&days| days > 0.0);
    let minutes = request.minutes.map(|minutes| half_of_minutes(minutes.get()));
    match (request.what, minutes, days) {
        (What::Trip, _, Some(days)) => Share::Days(half_of_days(days)),
        // One day, no night; never more than was asked.
        (What::Weekend, None, days) => Share::Days(days.unwrap_or(1.0).min(1.0)),
        (_, Some(minutes), _) => Share::Minutes(minutes),
        (_, None, Some(days)) => Share::Days(half_of_days(days)),
        (what, None, None) if request.open_ended => {
            open_ended_minutes(what).map_or(Share::Unknown, Share::Minutes)
        }
        (_, None, None) => Share::Unknown,
    }
}

/// A night: the evening only, to 22:00; of a shorter asking half, if that ends before. One that would begin after
/// 22:00, or after midnight, is no evening any more.
fn evening(request: Request, present: &Present<'_>) -> Share {
    let Some(begins) = request.begins else { return Share::Unknown };
    let date = begins.date(&present.zone);
    let end = at_local(date, EVENING_ENDS, &present.zone);
    let When::At(moment) = begins else { return Share::Evening(end, None) };
    let local = present.zone.to_datetime(moment.instant).time();
    if moment.instant > end || local < MORNING {
        return Share::TooLate;
    }
    let half = request.minutes.map(|minutes| half_of_minutes(minutes.get()));
    match half.map(|half| (minutes_after(moment.instant, half), half)) {
        Some((leave_by, half)) if leave_by < end => Share::Evening(leave_by, Some(half)),
        _ => Share::Evening(end, None),
    }
}

/// The instant at which it would begin; a day alone names none.
fn begins(request: Request) -> Option<Timestamp> {
    match request.begins {
        Some(When::At(moment)) => Some(moment.instant),
        _ => None,
    }
}
