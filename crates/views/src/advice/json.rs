//! Guidance as the JSON of the contract: `advise --json` and `today --json`. Names and shapes are public; fields are
//! added, never renamed or dropped.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use method::guidance::not_before;
use method::space::draft::Release;
use method::space::reply::Replying;
use method::{Guidance, Id, Moment, Opening};
use serde::Serialize;

use crate::Words;

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Advice {
    now: String,
    limits: Vec<&'static str>,
    closed_channels: Vec<&'static str>,
    gap_days: u16,
    skipped: Vec<Skipped>,
    start: Verdict,
    gift: Verdict,
    reply: Reply,
    request: Option<Request>,
    drafts: Vec<Draft>,
    mention: Mention,
    care: Vec<Care>,
    flow: Flow,
    first: Vec<First>,
    hard_dates: Vec<HardDate>,
    not_ready: Vec<&'static str>,
    map: OnTheMap,
    review_due: bool,
    long_silent: bool,
}

/// A line, or a field of one, that did not count.
#[derive(Clone, Debug, Serialize)]
pub struct Skipped {
    /// The place, such as `line 3`.
    pub at: String,
    /// The reason.
    pub why: String,
}

#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "the contract names the field so")]
struct Verdict {
    verdict: &'static str,
    not_before: Option<String>,
    because: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Reply {
    verdict: &'static str,
    because: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Request {
    say: &'static str,
    minutes: Option<Figure>,
    days: Option<Figure>,
    leave_by: Option<String>,
    because: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Draft {
    id: String,
    verdict: &'static str,
    not_before: Option<String>,
    because: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Mention {
    allowed: bool,
    topics: Vec<String>,
    because: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Care {
    r#do: &'static str,
    when: &'static str,
    because: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Flow {
    standing: &'static str,
    probability: Option<f64>,
    weeks: i64,
    because: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct First {
    id: &'static str,
    text: String,
    because: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct HardDate {
    on: String,
    name: String,
    planned: bool,
}

#[derive(Debug, Serialize)]
struct OnTheMap {
    stage: Option<&'static str>,
    next: Option<&'static str>,
}

/// A figure: whole where it is whole.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Figure {
    Whole(u64),
    Part(f64),
}

impl From<f64> for Figure {
    fn from(figure: f64) -> Self {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if figure.fract() == 0.0 && (0.0..EXACT).contains(&figure) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "whole, from 0 to 2^53"
            )]
            Self::Whole(figure as u64)
        } else {
            Self::Part(figure)
        }
    }
}

/// The document for a guidance; `skipped` is what the reading of the journal left out.
#[must_use]
pub fn document(words: &Words, guidance: &Guidance, skipped: Vec<Skipped>) -> Advice {
    let zone = &guidance.zone;
    Advice {
        now: guidance.now.to_string(),
        limits: ids(&guidance.limits),
        closed_channels: guidance.closed_channels.iter().map(|channel| channel.name()).collect(),
        gap_days: guidance.gap_days,
        skipped,
        start: verdict(guidance.start.verdict, &guidance.start.because, zone),
        gift: verdict(guidance.gift.verdict, &guidance.gift.because, zone),
        reply: Reply { verdict: replying(guidance.reply.verdict), because: ids(&guidance.reply.because) },
        request: guidance.request.as_ref().map(|answer| Request {
            say: answer.say.name(),
            minutes: answer.minutes.map(Figure::from),
            days: answer.days.map(Figure::from),
            leave_by: answer.leave_by.map(|at| time(at, zone)),
            because: ids(&answer.because),
        }),
        drafts: guidance.drafts.iter().map(|held| draft(held, zone)).collect(),
        mention: Mention {
            allowed: guidance.mention.allowed,
            topics: guidance.mention.topics.iter().map(ToString::to_string).collect(),
            because: ids(&guidance.mention.because),
        },
        care: guidance.care.iter().map(care).collect(),
        flow: Flow {
            standing: guidance.flow.course.name(),
            probability: guidance.flow.probability.map(two_places),
            weeks: guidance.flow.weeks,
            because: vec![Id::Flow4.as_str()],
        },
        first: first(words, guidance),
        hard_dates: guidance.hard_dates.iter().map(hard_date).collect(),
        not_ready: guidance.not_ready.iter().map(|missing| missing.name()).collect(),
        map: OnTheMap {
            stage: guidance.map.stage.map(method::event::Stage::name),
            next: guidance.map.next.map(method::event::Skill::name),
        },
        review_due: guidance.review_due,
        long_silent: guidance.long_silent,
    }
}

fn ids(because: &[Id]) -> Vec<&'static str> {
    because.iter().map(|id| id.as_str()).collect()
}

/// A time with the offset that the zone has then.
fn time(at: Timestamp, zone: &TimeZone) -> String {
    Moment { instant: at, offset: zone.to_offset(at) }.to_string()
}

fn verdict(opening: Opening, because: &[Id], zone: &TimeZone) -> Verdict {
    let verdict = match opening {
        Opening::Open => "open",
        Opening::Wait(_) => "wait",
        Opening::Never => "never",
    };
    Verdict { verdict, not_before: not_before(opening).map(|at| time(at, zone)), because: ids(because) }
}

fn replying(verdict: Replying) -> &'static str {
    match verdict {
        Replying::Yes => "yes",
        Replying::PracticalOnly => "practical-only",
        Replying::Never => "never",
    }
}

fn draft(held: &method::space::draft::Held, zone: &TimeZone) -> Draft {
    let (verdict, not_before) = match held.release {
        Release::Free => ("free", None),
        Release::Wait(then) => ("wait", then),
        Release::Never => ("never", None),
    };
    let because = ids(&held.because);
    Draft { id: held.id.to_string(), verdict, not_before: not_before.map(|at| time(at, zone)), because }
}

fn care(care: &method::care::Care) -> Care {
    Care { r#do: care.what.name(), when: care.when.name(), because: ids(&care.because) }
}

fn first(words: &Words, guidance: &Guidance) -> Vec<First> {
    let item = |item: &method::guidance::First| First {
        id: item.what.name(),
        text: super::todo(words, item.what),
        because: ids(&item.because),
    };
    guidance.first.iter().map(item).collect()
}

fn hard_date(date: &method::work::hard_dates::Near) -> HardDate {
    HardDate { on: date.on.to_string(), name: date.name.to_string(), planned: date.planned }
}

/// A probability is told to two places; more would claim more than it knows.
fn two_places(probability: f64) -> f64 {
    (probability * 100.0).round() / 100.0
}
