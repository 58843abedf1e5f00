//! Guidance in words: a page of a few lines, and the JSON of the contract. It adds no rule.

pub mod json;

use fluent_bundle::FluentValue;
use method::care::{Do, Soon};
use method::event::Channel;
use method::guidance::not_before;
use method::half::request::{Answer, Say};
use method::space::draft::{Held, Release};
use method::space::reply::Replying;
use method::{Guidance, Id, Opening};

use crate::help::{self, Concern, HelpPage};
use crate::{Words, day, day_and_hour, hour};

/// A page of guidance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdvicePage {
    /// The day of the page.
    pub day: String,
    /// Whom to call, where care calls for help; it stands before all else.
    pub help: Option<HelpPage>,
    /// Its parts, in order; none is empty.
    pub parts: Vec<Part>,
    /// A last quiet line; may be empty.
    pub closing: String,
}

/// A part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line with the clauses behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about; empty for a thing to do.
    pub label: String,
    /// What it says.
    pub text: String,
    /// The ids of the clauses.
    pub because: Vec<&'static str>,
}

/// The limits by which everything about getting back steps aside; empty where it does not.
#[must_use]
pub fn aside(guidance: &Guidance) -> Vec<&'static str> {
    if method::safe::stands_aside(&guidance.limits) { ids(&guidance.limits) } else { Vec::new() }
}

/// The page for a guidance.
#[must_use]
pub fn page(words: &Words, guidance: &Guidance) -> AdvicePage {
    let view = View::of(words, guidance);
    // On a night of danger the page is help and nothing else; what may be started or sent can wait.
    let urgent = guidance.care.iter().any(|care| care.when == Soon::Now);
    let parts: &[(&str, Vec<Line>)] = if urgent {
        &[("first-heading", view.first())]
    } else {
        &[
            ("first-heading", view.first()),
            ("standing-heading", view.standing()),
            ("flow-heading", vec![view.flow()]),
        ]
    };
    let parts = parts.iter().filter(|(_, lines)| !lines.is_empty());
    AdvicePage {
        day: day_and_hour(words, guidance.now.instant, &guidance.zone, view.today),
        help: help(words, guidance),
        parts: parts
            .map(|(heading, lines)| Part { heading: words.say(heading), lines: lines.clone() })
            .collect(),
        closing: if urgent { words.say("help-rest-waits") } else { String::new() },
    }
}

/// The help page, where care calls for it, for what it is called for.
fn help(words: &Words, guidance: &Guidance) -> Option<HelpPage> {
    let concern = |what: Do| match what {
        Do::Crisis => Some(Concern::Suicide),
        Do::Emergency => Some(Concern::Harm),
        Do::DvHelp => Some(Concern::Fear),
        Do::Doctor | Do::Questionnaire | Do::People | Do::Practical => None,
    };
    let concerns: Vec<Concern> = guidance.care.iter().filter_map(|care| concern(care.what)).collect();
    (!concerns.is_empty()).then(|| help::page(words, guidance.country.as_deref(), &concerns))
}

/// The words for a thing to do now.
#[must_use]
pub fn todo(words: &Words, todo: method::guidance::Todo) -> String {
    words.say(&format!("todo-{}", todo.name()))
}

/// What the method says to starting a contact; a "no" says what stands in the way.
#[must_use]
pub fn starting(words: &Words, guidance: &Guidance) -> Line {
    let start = &guidance.start;
    let text = match start.verdict {
        Opening::Never => forbidden(words, &start.because),
        Opening::Open | Opening::Wait(_) => View::of(words, guidance).start(),
    };
    Line { label: String::new(), text, because: ids(&start.because) }
}

/// What the method says to a gift.
#[must_use]
pub fn giving(words: &Words, guidance: &Guidance) -> Line {
    let gift = &guidance.gift;
    let text = match gift.verdict {
        Opening::Never => forbidden(words, &gift.because),
        verdict => View::of(words, guidance).opening("gift", verdict),
    };
    Line { label: String::new(), text, because: ids(&gift.because) }
}

/// A "no", by the first clause behind it.
pub(crate) fn forbidden(words: &Words, because: &[Id]) -> String {
    let by = |id: &Id| {
        let message = format!("never-{}", id.as_str());
        words.has(&message).then(|| words.say(&message))
    };
    because.iter().find_map(by).unwrap_or_else(|| words.say("start-never"))
}

/// What may become of a draft.
pub(crate) fn held(words: &Words, guidance: &Guidance, held: &Held) -> String {
    View::of(words, guidance).draft(held)
}

/// What is agreed to.
pub(crate) fn request(words: &Words, guidance: &Guidance, answer: &Answer) -> String {
    View::of(words, guidance).request(answer)
}

/// What the method says to answering.
pub(crate) fn reply(words: &Words, guidance: &Guidance) -> String {
    View::of(words, guidance).reply()
}

/// The mention that would fit.
pub(crate) fn mention(words: &Words, guidance: &Guidance) -> Line {
    let topics: FluentValue<'_> = guidance.mention.topics.join(" / ").into();
    let text = words.say_with("mention-yes", &[("topics", topics)]);
    Line { label: words.say("label-mention"), text, because: ids(&guidance.mention.because) }
}

/// Where it stands (FLOW-4).
pub(crate) fn flow(words: &Words, guidance: &Guidance) -> Line {
    View::of(words, guidance).flow()
}

/// The channels that are closed.
pub(crate) fn closed(words: &Words, guidance: &Guidance) -> Line {
    let text = View::of(words, guidance).closed(&guidance.closed_channels);
    Line { label: words.say("label-channel"), text, because: ids(&[Id::Safe2]) }
}

pub(crate) fn ids(because: &[Id]) -> Vec<&'static str> {
    because.iter().map(|id| id.as_str()).collect()
}

struct View<'a> {
    words: &'a Words,
    guidance: &'a Guidance,
    today: jiff::civil::Date,
}

impl<'a> View<'a> {
    fn of(words: &'a Words, guidance: &'a Guidance) -> Self {
        Self { words, guidance, today: guidance.zone.to_datetime(guidance.now.instant).date() }
    }

    fn line(&self, label: &str, text: String, because: &[Id]) -> Line {
        let label = if label.is_empty() { String::new() } else { self.words.say(label) };
        Line { label, text, because: ids(because) }
    }

    fn day_of(&self, at: jiff::Timestamp) -> String {
        day(self.words, self.guidance.zone.to_datetime(at).date(), self.today)
    }

    fn first(&self) -> Vec<Line> {
        self.guidance
            .first
            .iter()
            .map(|item| self.line("", todo(self.words, item.what), &item.because))
            .collect()
    }

    fn standing(&self) -> Vec<Line> {
        let guidance = self.guidance;
        let mut lines = vec![self.line("label-start", self.start(), &guidance.start.because)];
        // A gift is spoken of where it differs: a "no" to reaching out is a "no" to it.
        if guidance.start.verdict == Opening::Open && !self.is_for_closure() {
            lines.push(self.line(
                "label-gift",
                self.opening("gift", guidance.gift.verdict),
                &guidance.gift.because,
            ));
        }
        lines.push(self.line("label-reply", self.reply(), &guidance.reply.because));
        if let Some(answer) = &guidance.request {
            lines.push(self.line("label-request", self.request(answer), &answer.because));
        }
        lines.extend(
            guidance.drafts.iter().map(|held| self.line("label-draft", self.draft(held), &held.because)),
        );
        if guidance.mention.allowed {
            lines.push(mention(self.words, guidance));
        }
        if !guidance.closed_channels.is_empty() {
            lines.push(closed(self.words, guidance));
        }
        lines.extend(guidance.hard_dates.iter().map(|date| self.hard_date(date)));
        lines
    }

    /// Open under the wish to end it means: for the closure alone.
    fn is_for_closure(&self) -> bool {
        self.guidance.start.because == [Id::Decide5] && self.guidance.start.verdict == Opening::Open
    }

    fn start(&self) -> String {
        if self.is_for_closure() {
            return self.words.say("start-closure");
        }
        self.opening("start", self.guidance.start.verdict)
    }

    fn opening(&self, of: &str, opening: Opening) -> String {
        match opening {
            Opening::Open => self.words.say(&format!("{of}-open")),
            Opening::Never => self.words.say(&format!("{of}-never")),
            Opening::Wait(_) => match not_before(opening) {
                Some(then) => {
                    self.words.say_with(&format!("{of}-wait"), &[("day", self.day_of(then).into())])
                }
                None => self.words.say(&format!("{of}-wait-unknown")),
            },
        }
    }

    fn reply(&self) -> String {
        self.words.say(match self.guidance.reply.verdict {
            Replying::Yes => "reply-yes",
            Replying::PracticalOnly => "reply-practical-only",
            Replying::Never => "reply-never",
        })
    }

    fn request(&self, answer: &Answer) -> String {
        let words = self.words;
        let until = answer.leave_by.map(|at| hour(at, &self.guidance.zone));
        match answer.say {
            Say::AskHowLong => words.say("request-ask-how-long"),
            Say::All => words.say("request-all"),
            Say::Decline if answer.because.contains(&Id::Safe4) => words.say("request-owe-nothing"),
            Say::Decline => words.say("request-decline"),
            Say::Half => match (answer.minutes, answer.days, until) {
                (Some(minutes), _, Some(hour)) => {
                    let fill = [("minutes", minutes.into()), ("hour", hour.into())];
                    words.say_with("request-half-minutes-until", &fill)
                }
                (Some(minutes), _, None) => {
                    words.say_with("request-half-minutes", &[("minutes", minutes.into())])
                }
                (None, Some(days), _) => words.say_with("request-half-days", &[("days", days.into())]),
                (None, None, hour) => {
                    words.say_with("request-half-evening", &[("hour", hour.unwrap_or_default().into())])
                }
            },
        }
    }

    fn draft(&self, held: &Held) -> String {
        match held.release {
            Release::Free => self.words.say("draft-free"),
            Release::Never => self.words.say("draft-never"),
            Release::Wait(None) => self.words.say("draft-wait-unknown"),
            Release::Wait(Some(then)) => {
                let date = self.guidance.zone.to_datetime(then).date();
                let when =
                    if date == self.today { hour(then, &self.guidance.zone) } else { self.day_of(then) };
                self.words.say_with("draft-wait", &[("when", when.into())])
            }
        }
    }

    fn closed(&self, channels: &[Channel]) -> String {
        let names: Vec<String> =
            channels.iter().map(|channel| self.words.say(&format!("channel-{}", channel.name()))).collect();
        self.words.say_with("closed-channels", &[("channels", capitalised(&names.join(", ")).into())])
    }

    fn hard_date(&self, date: &method::work::hard_dates::Near) -> Line {
        let id = if date.planned { "hard-date-planned" } else { "hard-date-unplanned" };
        let fill: [(&str, FluentValue<'_>); 2] =
            [("name", (*date.name).into()), ("day", day(self.words, date.on, self.today).into())];
        self.line("label-hard-date", self.words.say_with(id, &fill), &[Id::Work4])
    }

    fn flow(&self) -> Line {
        let flow = &self.guidance.flow;
        let course = self.words.say(&format!("flow-{}", flow.course.name()));
        let text = match flow.probability {
            None => course,
            Some(probability) => {
                let sure = if probability >= NEARLY_CERTAIN {
                    "flow-nearly-certain"
                } else if probability >= LIKELY {
                    "flow-likely"
                } else {
                    "flow-unsure"
                };
                self.words.say_with(sure, &[("course", course.into())])
            }
        };
        self.line("label-flow", text, &[Id::Flow4])
    }
}

/// From here a course is called nearly certain.
const NEARLY_CERTAIN: f64 = 0.95;
/// From here a course is called likely.
const LIKELY: f64 = 0.75;

pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_to_do_has_its_words() {
        let words = Words::english();
        for &item in method::guidance::Todo::ALL {
            assert!(words.has(&format!("todo-{}", item.name())), "{}", item.name());
        }
    }

    #[test]
    fn every_course_and_channel_has_its_words() {
        let words = Words::english();
        for &course in method::flow::standing_now::Course::ALL {
            assert!(words.has(&format!("flow-{}", course.name())), "{}", course.name());
        }
        for &channel in Channel::ALL {
            assert!(words.has(&format!("channel-{}", channel.name())), "{}", channel.name());
        }
    }
}
