//! Reads a draft: the marks it carries in its context, signs of crisis, and what is said of it.
//!
//! It never writes or rewrites a message, and never says that a draft is good or safe to send.

use crate::crisis::Crisis;
use crate::judge::{Judged, Wanted, judge};
use crate::marks::{self, Category, Finding, Only};
use crate::why;

/// What sort of message the draft is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Begins a contact, uninvited.
    #[default]
    Start,
    /// Answers one.
    Reply,
    /// About children, home, money, belongings, health or work.
    Practical,
    /// The letter that ends it (DECIDE-5).
    Closure,
}

/// The strictest limit in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limit {
    /// None.
    #[default]
    None,
    /// Asked for space (SAFE-3).
    Space,
    /// Told to stop (SAFE-2).
    ToldToStop,
    /// A court order (SAFE-1).
    Order,
}

/// Who reads the draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum To {
    /// The partner.
    Partner,
    /// Someone else.
    Other,
    /// Not said: the text alone says.
    #[default]
    Inferred,
}

/// What is known about the draft besides its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// What sort of message it is.
    pub sort: Sort,
    /// The strictest limit in force.
    pub limit: Limit,
    /// How many of the writer's messages are unanswered.
    pub unanswered: u32,
    /// Who reads it.
    pub to: To,
}

/// Words of the draft that may do harm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which mark.
    pub category: Category,
    /// 0 worth knowing, 1 soften, 2 leave out, 3 do not send.
    pub severity: u8,
    /// Where the words start: a byte offset on a character border.
    pub start: usize,
    /// Where they end, likewise.
    pub end: usize,
    /// The clause of the method behind it.
    pub clause: &'static str,
    /// How the words may read, in words for the writer.
    pub why: String,
    /// The phrase family, by its name in the data files.
    pub family: &'static str,
    /// The line of the phrase in its data file.
    pub line: u16,
}

/// Whom words of crisis point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Danger {
    /// The writer.
    ToSelf,
    /// Someone else.
    ToOther,
    /// Both.
    Both,
}

/// What is said of the whole draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// None of the patterns was noticed; no approval.
    NoneNoticed,
    /// Something in it is worth another look.
    LookAgain,
    /// A limit forbids sending it.
    Stopped,
}

/// A draft, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The marks, by place.
    pub marks: Vec<Mark>,
    /// Whom words of crisis point to, if there are any.
    pub crisis: Option<Danger>,
    /// Words of one who is hurt, threatened or afraid.
    pub afraid: bool,
    /// What is said of the whole.
    pub verdict: Verdict,
    /// The same in a sentence or two for the writer.
    pub say: &'static str,
}

/// Reads a draft of any length in its context; never fails.
#[must_use]
pub fn read(draft: &str, context: &Context) -> Review {
    judge(draft, Wanted::Marks, |judged| with(judged, draft, *context))
}

fn with(judged: &Judged<'_>, draft: &str, context: Context) -> Review {
    let Crisis { to_self, to_other, afraid } = judged.crisis();
    let crisis = match (to_self, to_other) {
        (true, true) => Some(Danger::Both),
        (true, false) => Some(Danger::ToSelf),
        (false, true) => Some(Danger::ToOther),
        (false, false) => None,
    };
    let stopped = stopped(context);
    let found = judged.findings(match context.sort {
        Sort::Practical => Only::Practical,
        Sort::Closure => Only::Closure,
        Sort::Start | Sort::Reply => Only::Any,
    });
    let asks = found.iter().any(|finding| finding.category == Category::Proxy);
    let marks: Vec<Mark> = found
        .into_iter()
        .filter(|finding| context.to != To::Other || reaches(finding.category, asks))
        .filter(|finding| !(stopped || crisis.is_some()) || stays(finding.category))
        .map(|finding| mark(draft, &finding, context))
        .collect();
    let verdict = if stopped {
        Verdict::Stopped
    } else if marks.iter().any(|mark| mark.severity > 0) || crisis.is_some() {
        Verdict::LookAgain
    } else {
        Verdict::NoneNoticed
    };
    let say = why::say(verdict, crisis, afraid, context, &marks);
    Review { marks, crisis, afraid, verdict, say }
}

/// The signs of crisis in a reply, and whether a mark in it would hold it for an hour (SPACE-11).
#[must_use]
pub fn reply(text: &str) -> (Crisis, bool) {
    let context = Context { sort: Sort::Reply, ..Context::default() };
    judge(text, Wanted::Marks, |judged| {
        (judged.crisis(), with(judged, text, context).marks.iter().any(|mark| mark.severity > 0))
    })
}

/// Whether a draft is in the language in which marks are read; signs of crisis are read in German too.
#[must_use]
pub fn in_english(draft: &str) -> bool {
    let (known, all) = marks::known(draft);
    all < 4 || known * 2 >= all
}

/// Whether a limit forbids a draft of this sort to the partner.
fn stopped(context: Context) -> bool {
    match context.limit {
        Limit::None => false,
        Limit::Space => matches!(context.sort, Sort::Start | Sort::Closure) && context.to != To::Other,
        Limit::ToldToStop => context.sort != Sort::Practical && context.to != To::Other,
        Limit::Order => context.to != To::Other,
    }
}

/// The marks that stay where showing others would help to polish what must not be sent, or would push help aside.
fn stays(category: Category) -> bool {
    matches!(category, Category::Threat | Category::Evade)
}

/// Whether a mark is possible in a draft to someone who is not the partner.
fn reaches(category: Category, asks: bool) -> bool {
    match category {
        Category::Proxy | Category::Threat | Category::Evade => true,
        Category::Monitor => asks,
        _ => false,
    }
}

fn mark(draft: &str, finding: &Finding, context: Context) -> Mark {
    let severity = severity(finding, context);
    let words = draft.get(finding.start..finding.end).unwrap_or_default();
    Mark {
        category: finding.category,
        severity,
        start: finding.start,
        end: finding.end,
        clause: why::clause(finding.category, context),
        why: why::why(finding.category, finding.family, severity, words),
        family: finding.family,
        line: finding.line,
    }
}

/// The severity of a finding in its context.
fn severity(finding: &Finding, context: Context) -> u8 {
    if finding.category != Category::Pursue {
        return finding.severity;
    }
    let heavy = context.unanswered >= 2 || context.limit != Limit::None;
    let light = finding.family == "light";
    match finding.severity {
        _ if light && context.sort == Sort::Reply && !heavy => 0,
        _ if light && (heavy || context.sort == Sort::Practical) => finding.severity.max(1),
        _ if finding.family == "check-in" && context.sort == Sort::Reply && !heavy => 0,
        severity if heavy && severity > 0 => (severity + 1).min(3),
        severity => severity,
    }
}
