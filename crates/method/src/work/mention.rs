#![doc = include_str!("mention.md")]

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use jiff::{SignedDuration, Timestamp};

use crate::clause::Id;
use crate::moment::{elapsed, within_hours};
use crate::present::{CONVERSATION_GAP, Present};
use crate::safe::Limits;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("mention.md");

/// A contact that is happening: one in so many hours.
const CONTACT_WITHIN_HOURS: u32 = 24;
/// A piece of work may be mentioned for so long.
const WORK_WITHIN_HOURS: u32 = 30 * 24;
/// The same topic not again within so long.
const SAME_TOPIC_HOURS: u32 = 14 * 24;
/// An appointment so near may be mentioned.
const APPOINTMENT_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// Whether a mention fits, and of what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mention {
    /// Whether it fits now.
    pub allowed: bool,
    /// Of what; empty while it does not fit, so that nothing is contacted in order to report.
    pub topics: Vec<Box<str>>,
    /// The clauses that say so.
    pub because: Vec<Id>,
}

/// At most one true mention inside a contact that is happening anyway.
#[must_use]
pub fn mention(present: &Present<'_>, limits: &Limits) -> Mention {
    let forbidden: Vec<Id> = limits.ids().into_iter().filter(|&id| id != Id::Safe3).collect();
    if !forbidden.is_empty() {
        return Mention { because: forbidden, ..Mention::default() };
    }
    let because = alloc::vec![Id::Work5];
    let Some(contact) = contact_happening(present) else { return Mention { because, ..Mention::default() } };
    let mut mentions = present.standing.mentions.seen(present.now);
    let already = mentions.any(|mention| mention.at >= contact);
    let topics = if already { Vec::new() } else { topics(present) };
    Mention { allowed: !topics.is_empty(), topics, because }
}

/// The beginning of the contact that is happening, if its newest part, a personal contact or a request, lies in the
/// last 24 hours. What follows within eight hours is the same contact.
fn contact_happening(present: &Present<'_>) -> Option<Timestamp> {
    let contacts = present.contacts.iter().map(|contact| contact.at);
    let requests = present.standing.requests.seen(present.now).map(|request| request.at);
    let mut parts: Vec<Timestamp> = contacts.chain(requests).filter(|&at| is_recent(at, present)).collect();
    parts.sort_unstable();
    let mut began = *parts.last().filter(|&&at| within_hours(at, CONTACT_WITHIN_HOURS, present.now))?;
    for &earlier in parts.iter().rev() {
        if elapsed(earlier, began) >= CONVERSATION_GAP {
            break;
        }
        began = earlier;
    }
    Some(began)
}

/// Old parts cannot belong to a contact of today, unless it never paused.
fn is_recent(at: Timestamp, present: &Present<'_>) -> bool {
    within_hours(at, SAME_TOPIC_HOURS, present.now)
}

/// What may be mentioned: appointments coming within 24 hours, then work of the last 30 days, newest first, each
/// once, and none that was mentioned in the last 14 days.
fn topics(present: &Present<'_>) -> Vec<Box<str>> {
    let standing = present.standing;
    let now = present.now;
    let coming = standing.appointments.seen(now).filter(|noted| {
        let on = noted.what.on.instant(&present.zone);
        on >= now && elapsed(now, on) <= APPOINTMENT_WITHIN
    });
    let coming = coming.filter_map(|noted| noted.what.title.as_ref());
    let works = standing.works.seen(now).rev().filter(|noted| within_hours(noted.at, WORK_WITHIN_HOURS, now));
    let mentioned: Vec<String> = standing
        .mentions
        .seen(now)
        .filter(|noted| within_hours(noted.at, SAME_TOPIC_HOURS, now))
        .map(|noted| folded(&noted.what))
        .collect();
    let mut topics: Vec<Box<str>> = Vec::new();
    for title in coming.chain(works.map(|noted| &noted.what.title)) {
        let name = folded(title);
        if !name.is_empty() && !mentioned.contains(&name) && !topics.iter().any(|topic| folded(topic) == name)
        {
            topics.push(title.clone());
        }
    }
    topics
}

fn folded(topic: &str) -> String {
    topic.trim().to_lowercase()
}
