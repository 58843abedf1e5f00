//! Reads a draft: the marks it carries in its context, signs of crisis, and what is said of it.
//!
//! It never writes or rewrites a message, and never says that a draft is good or safe to send.

use crate::crisis::{Crisis, crisis};
use crate::marks::{Category, Finding, findings};
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
    /// Not said: told from the text.
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
    let Crisis { to_self, to_other, afraid } = crisis(draft);
    let crisis = match (to_self, to_other) {
        (true, true) => Some(Danger::Both),
        (true, false) => Some(Danger::ToSelf),
        (false, true) => Some(Danger::ToOther),
        (false, false) => None,
    };
    let context = *context;
    let stopped = stopped(context);
    let found = findings(draft);
    let other = for_another(draft, &found, context);
    let asks = found.iter().any(|finding| finding.category == Category::Proxy);
    let marks: Vec<Mark> = found
        .into_iter()
        .filter(|finding| reaches(finding.category, other, asks))
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

/// Whether a reply with these words would be held for an hour (SPACE-11).
#[must_use]
pub fn marked(reply: &str) -> bool {
    let context = Context { sort: Sort::Reply, ..Context::default() };
    read(reply, &context).marks.iter().any(|mark| mark.severity > 0)
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

/// Whether the draft is written to someone other than the partner.
fn for_another(draft: &str, found: &[Finding], context: Context) -> bool {
    match context.to {
        To::Partner => false,
        To::Other => true,
        To::Inferred => {
            let proxy = found.iter().any(|finding| finding.category == Category::Proxy);
            proxy || addressed(draft)
        }
    }
}

/// People a draft may be addressed to who are not the partner.
const READERS: [&str; 36] = [
    "mum", "mom", "dad", "mate", "lads", "sis", "bro", "boss", "doctor", "mr", "ms", "mrs", "dr", "auntie",
    "aunty", "kiddo", "gran", "nan", "man", "guys", "everyone", "uncle", "bhai", "bhaiya", "grandad",
    "grandma", "sweetie", "kids", "buddy", "dude", "son", "all", "team", "lad", "cuz", "folks",
];
/// Words that greet.
const GREETINGS: [&str; 12] =
    ["hi", "hey", "hello", "dear", "thanks", "morning", "evening", "love", "lots", "little", "cheers", "ok"];

/// Whether it greets or names such a reader: `hi mum`, `mum, …`, `…, mate`.
fn addressed(draft: &str) -> bool {
    let mut before = String::new();
    let mut pause = false;
    let mut first = true;
    for word in draft.split_whitespace() {
        let bare: String = word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        let ends = word.ends_with([',', '!', '.', ':', '?']);
        if READERS.contains(&bare.as_str())
            && (GREETINGS.contains(&before.as_str())
                || (first && ends)
                || (pause && bare != "all" && bare != "man"))
        {
            return true;
        }
        pause = word.ends_with(',');
        first = false;
        before = bare;
    }
    false
}

/// Whether a mark is possible for the reader of the draft.
fn reaches(category: Category, other: bool, asks: bool) -> bool {
    if !other {
        return true;
    }
    match category {
        Category::Proxy | Category::Threat | Category::Evade => true,
        Category::Monitor => asks,
        _ => false,
    }
}

fn mark(draft: &str, finding: &Finding, context: Context) -> Mark {
    let severity = severity(draft, finding, context);
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
fn severity(draft: &str, finding: &Finding, context: Context) -> u8 {
    let mut severity = finding.severity;
    if finding.category == Category::Pursue {
        let light = finding.family == "light";
        let heavy = context.unanswered >= 2 || context.limit != Limit::None;
        let asks = draft.contains('?') || draft.split_whitespace().count() > 12;
        if light && context.sort != Sort::Reply && (heavy || asks || context.sort == Sort::Practical) {
            severity = 1;
        } else if !light && heavy {
            severity = (severity + 1).min(3);
        }
        if finding.family == "check-in" && context.sort == Sort::Reply && !heavy {
            severity = 0;
        }
    }
    severity
}
