//! Today: one question, four doors, and one to three lines.
//! It counts nothing up or down, and never reminds of a contact.

use askama::Template;
use method::guidance::Todo;
use method::safe::fear;
use views::advice::{AdvicePage, Line};
use views::draft::Waiting;

use super::{Answer, Inside};
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage<'a> {
    shell: Shell<'a>,
    advice: AdvicePage,
    first: Vec<(Line, &'static str)>,
    rest: Vec<views::advice::Part>,
    drafts: Vec<Waiting>,
    /// An urge is still being waited out.
    waiting: bool,
    code_open: bool,
}

pub(super) async fn page(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let words = inside.words();
    let mut advice = views::advice::page(words, &guidance);
    let mut parts = std::mem::take(&mut advice.parts).into_iter();
    let lines = parts.next().map(|part| part.lines).unwrap_or_default();
    let first = lines.into_iter().zip(guidance.first.iter().map(|first| door_of(first.what))).collect();
    let present = inside.present()?;
    let drafts = views::draft::waiting(words, &guidance, &present);
    // Before the question on fear is answered nothing is said about reaching out (SAFE-4).
    let rest = if fear::was_answered(&present) { parts.collect() } else { Vec::new() };
    let waiting = views::urge::open(&present).is_some();
    let code_open = !inside.desk.is_code_confirmed();
    let shell = inside.shell("page-today");
    Ok(render(&TodayPage { shell, advice, first, rest, drafts, waiting, code_open }))
}

/// The door behind which a thing is done; empty where it is done elsewhere, or by leaving something be.
const fn door_of(todo: Todo) -> &'static str {
    match todo {
        Todo::OpenHelp | Todo::KeepDistance | Todo::FindShelter => "/help",
        Todo::OweNoAnswer | Todo::KeepItWhole | Todo::AskHowLong | Todo::AgreeToHalf | Todo::NotThisOne => {
            "/asked/answer"
        }
        Todo::SafetyQuestions => "/start/safety",
        Todo::TurnToPeople => "/people",
        Todo::LetItPass => "/urge/wait",
        Todo::Questionnaire => "/forms",
        Todo::MeetTheNeed => "/needs",
        Todo::CheckIn => "/checkin",
        Todo::Learn | Todo::MendTheSlip => "/work",
        Todo::CloseWell => "/draft/new/closure",
        Todo::PlanTheDate => "/dates",
        Todo::AskAgain | Todo::LetThemWrite => "/decide",
        Todo::DoctorToday
        | Todo::DoctorThisWeek
        | Todo::DoctorSoon
        | Todo::KeepTheOrder
        | Todo::KeepTheStop
        | Todo::GiveSpace
        | Todo::LeaveThemBe
        | Todo::GoOnLiving => "",
    }
}
