//! They reached out: the answer that fits, the line to say, when it ends, and how it is ended first.
//! What fits is the method's to say.

use jiff::Timestamp;
use method::event::What;
use method::half::request::{Answer, Say};
use method::space::reply::Replying;
use method::{Guidance, Id, When};

use crate::advice::{self, Line};
use crate::{Words, hour};

/// The page of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerPage {
    /// Its heading.
    pub heading: String,
    /// What is agreed to, or not.
    pub what: String,
    /// The clauses behind it.
    pub because: Vec<&'static str>,
    /// A line to say; may be empty.
    pub line: String,
    /// When it ends; may be empty.
    pub end: String,
    /// Whether the end can go into a calendar.
    pub has_calendar: bool,
    /// The line that ends it first; may be empty.
    pub rehearsal: String,
    /// Whether the length is still to be asked for.
    pub asks_length: bool,
    /// Whether a meeting may follow, to be set down afterwards.
    pub may_meet: bool,
    /// What was planned; may be empty.
    pub planned: String,
}

/// The answer to the open request; none where there is none.
#[must_use]
pub fn page(words: &Words, guidance: &Guidance) -> Option<AnswerPage> {
    let answer = guidance.request.as_ref()?;
    let page = AnswerPage {
        heading: words.say(&format!("answer-heading-{}", answer.say.name())),
        what: advice::request(words, guidance, answer),
        because: advice::ids(&answer.because),
        ..AnswerPage::default()
    };
    Some(match answer.say {
        Say::AskHowLong => AnswerPage {
            what: words.say("answer-ask"),
            line: words.say("say-how-long"),
            asks_length: true,
            ..page
        },
        Say::Half => half(words, guidance, answer, page),
        Say::All if answer.request.what == What::Boundary => {
            AnswerPage { what: words.say("todo-keep-it-whole"), line: words.say("say-all"), ..page }
        }
        Say::All => {
            AnswerPage { what: words.say("todo-keep-it-whole"), line: words.say("say-practical"), ..page }
        }
        Say::Decline if answer.because.contains(&Id::Safe4) => {
            AnswerPage { what: words.say("todo-owe-no-answer"), ..page }
        }
        Say::Decline => AnswerPage { line: words.say("say-decline"), ..page },
    })
}

fn half(words: &Words, guidance: &Guidance, answer: &Answer, page: AnswerPage) -> AnswerPage {
    let until = answer.leave_by.map(|at| hour(at, &guidance.zone));
    let line = match (&until, answer.minutes, answer.days) {
        (Some(until), ..) => words.say_with("say-until", &[("hour", until.clone().into())]),
        (None, Some(minutes), _) => words.say_with("say-minutes", &[("minutes", minutes.into())]),
        (None, None, Some(days)) => words.say_with("say-days", &[("days", days.into())]),
        (None, None, None) => String::new(),
    };
    let planned = answer.minutes.map(|minutes| words.say_with("met-planned", &[("minutes", minutes.into())]));
    AnswerPage {
        line,
        end: until
            .map(|hour| words.say_with("answer-leave-at", &[("hour", hour.into())]))
            .unwrap_or_default(),
        has_calendar: times(guidance).is_some(),
        rehearsal: words.say("say-end"),
        may_meet: true,
        planned: planned.unwrap_or_default(),
        ..page
    }
}

/// An entry for a calendar, from one moment to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// A name that stays the same for the same entry, and says nothing.
    pub uid: String,
    /// When it begins.
    pub starts: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// A neutral title.
    pub title: String,
}

/// What was agreed, for a calendar; none where it has no beginning or no end.
#[must_use]
pub fn appointment(words: &Words, guidance: &Guidance) -> Option<Appointment> {
    let (starts, ends) = times(guidance)?;
    let uid = format!("{}-{}", starts.as_second(), ends.as_second());
    Some(Appointment { uid, starts, ends, title: words.say("calendar-title") })
}

fn times(guidance: &Guidance) -> Option<(Timestamp, Timestamp)> {
    let answer = guidance.request.as_ref().filter(|answer| answer.say == Say::Half)?;
    match (answer.request.begins, answer.leave_by) {
        (Some(When::At(begins)), Some(ends)) if begins.instant < ends => Some((begins.instant, ends)),
        _ => None,
    }
}

/// What the method says to answering.
#[must_use]
pub fn reply(words: &Words, guidance: &Guidance) -> Line {
    let text = if guidance.reply.verdict == Replying::Never {
        advice::forbidden(words, &guidance.reply.because)
    } else {
        advice::reply(words, guidance)
    };
    Line { label: String::new(), text, because: advice::ids(&guidance.reply.because) }
}

/// The one true mention that would fit, if one would (WORK-5).
#[must_use]
pub fn mention(words: &Words, guidance: &Guidance) -> Option<Line> {
    guidance.mention.allowed.then(|| advice::mention(words, guidance))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_has_its_heading() {
        let words = Words::english();
        for say in Say::ALL {
            assert!(words.has(&format!("answer-heading-{}", say.name())), "{}", say.name());
        }
    }
}
