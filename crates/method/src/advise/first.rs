//! Which one to three things to do now, the most important first: danger, the limits, what they asked, the urge, the
//! dates, then ordinary days. Never a reminder to make contact (SPACE-6), and never more than three.

use alloc::vec::Vec;

use crate::care::{self, Do, Soon};
use crate::clause::Id;
use crate::decide::closure;
use crate::event::Wish;
use crate::guidance::{First, Guidance, Todo};
use crate::half::request::Say;
use crate::moment::within_hours;
use crate::present::Present;
use crate::ruling::Opening;
use crate::safe::fear;
use crate::work::change;

/// At most so many.
const MOST: usize = 3;
/// An urge so recent is still there.
const URGE_HOURS: u32 = 6;
/// Work so long ago wants company.
const WORK_HOURS: u32 = 7 * 24;

pub(super) fn first(present: &Present<'_>, guidance: &Guidance) -> Vec<First> {
    let mut first = from_care(guidance, Soon::ThisWeek);
    first.extend(from_limits(guidance));
    first.extend(from_request(guidance));
    first.extend(from_these_days(present, guidance));
    first.extend(from_care(guidance, Soon::Soon).into_iter().filter(|item| is_gentle(item.what)));
    first.extend(from_ordinary_days(present, guidance));
    if guidance.care.iter().any(|care| care.when == Soon::Now) {
        // A night of danger has no room for ordinary advice: help, distance, and somebody to be with.
        first.push(item(Todo::TurnToPeople, &[Id::Care3, Id::Care8]));
        first.retain(|item| item.what <= Todo::KeepTheStop || item.what == Todo::TurnToPeople);
    }
    first.sort_by_key(|item| item.what);
    first.dedup_by_key(|item| item.what);
    first.truncate(MOST);
    first
}

fn item(what: Todo, because: &[Id]) -> First {
    First { what, because: because.to_vec() }
}

fn is_gentle(what: Todo) -> bool {
    matches!(what, Todo::DoctorSoon | Todo::Questionnaire | Todo::MeetTheNeed | Todo::FindShelter)
}

/// What care calls for, as far as it is at least as urgent as `least`.
fn from_care(guidance: &Guidance, least: Soon) -> Vec<First> {
    let urgent = guidance.care.iter().filter(|care| care.when <= least);
    urgent
        .map(|care| {
            let what = match (care.what, care.when) {
                (Do::Crisis, _) => Todo::OpenHelp,
                (Do::Emergency, _) => Todo::KeepDistance,
                (Do::DvHelp, _) => Todo::FindShelter,
                (Do::Doctor, Soon::Now | Soon::Today) => Todo::DoctorToday,
                (Do::Doctor, Soon::ThisWeek) => Todo::DoctorThisWeek,
                (Do::Doctor, Soon::Soon) => Todo::DoctorSoon,
                (Do::Questionnaire, _) => Todo::Questionnaire,
                (Do::People, _) => Todo::TurnToPeople,
                (Do::Practical, _) => Todo::MeetTheNeed,
            };
            First { what, because: care.because.clone() }
        })
        .collect()
}

fn from_limits(guidance: &Guidance) -> Option<First> {
    let holds = |id| guidance.limits.contains(&id);
    if holds(Id::Safe1) {
        Some(item(Todo::KeepTheOrder, &[Id::Safe1]))
    } else if holds(Id::Safe2) {
        Some(item(Todo::KeepTheStop, &[Id::Safe2]))
    } else {
        holds(Id::Safe3).then(|| item(Todo::GiveSpace, &[Id::Safe3]))
    }
}

fn from_request(guidance: &Guidance) -> Option<First> {
    let answer = guidance.request.as_ref()?;
    let what = match answer.say {
        Say::AskHowLong => Todo::AskHowLong,
        Say::Half => Todo::AgreeToHalf,
        Say::All => Todo::KeepItWhole,
        Say::Decline if answer.because.contains(&Id::Safe4) => Todo::OweNoAnswer,
        Say::Decline => Todo::NotThisOne,
    };
    Some(First { what, because: answer.because.clone() })
}

fn from_these_days(present: &Present<'_>, guidance: &Guidance) -> Vec<First> {
    let urge = present.standing.urges.newest(present.now);
    let urge = urge.is_some_and(|urge| within_hours(urge.at, URGE_HOURS, present.now) && !urge.what.acted);
    let unplanned = guidance.hard_dates.iter().any(|date| !date.planned);
    let unanswered = guidance.start.verdict == Opening::Never && guidance.start.because == [Id::Space8];
    let closing = present.wish == Wish::End && closure::in_force(present).is_none();
    let may_close = closing && guidance.start.because == [Id::Decide5];
    let days = [
        (!fear::was_answered(present), item(Todo::SafetyQuestions, &[Id::Safe4])),
        (urge, item(Todo::LetItPass, &[Id::Space10, Id::Care9])),
        (change::open_slip(present).is_some(), item(Todo::MendTheSlip, &[Id::Work3])),
        (unplanned, item(Todo::PlanTheDate, &[Id::Work4])),
        (unanswered, item(Todo::LetThemWrite, &[Id::Space8, Id::Decide1])),
        (guidance.review_due, item(Todo::AskAgain, &[Id::Decide1])),
        (may_close, item(Todo::CloseWell, &[Id::Decide5])),
    ];
    days.into_iter().filter_map(|(holds, item)| holds.then_some(item)).collect()
}

fn from_ordinary_days(present: &Present<'_>, guidance: &Guidance) -> Vec<First> {
    let waiting = matches!(guidance.start.verdict, Opening::Wait(_)) && !guidance.limits.contains(&Id::Safe3);
    let worked = present.standing.works.newest(present.now);
    let worked = worked.is_some_and(|work| within_hours(work.at, WORK_HOURS, present.now));
    let days = [
        (!care::checked_in_today(present), item(Todo::CheckIn, &[Id::Care2])),
        (waiting, item(Todo::LeaveThemBe, &[Id::Space1, Id::Space2])),
        (!worked, item(Todo::Learn, &[Id::Work1])),
        (true, item(Todo::GoOnLiving, &[Id::Care1, Id::Care2])),
    ];
    days.into_iter().filter_map(|(holds, item)| holds.then_some(item)).collect()
}
