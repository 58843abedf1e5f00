//! The readiness list (READY-2): what is written, what the record shows, and "not yet" where something is missing. Nothing
//! missing is no promise.

use method::event::ReadinessItem;
use method::half::word;
use method::ready::Missing;
use method::safe::stands_aside;
use method::work::change;
use method::{Guidance, Present};

use crate::Words;

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyPage {
    /// What the whole list comes to, in one line.
    pub told: String,
    /// What is written by the person.
    pub written: Vec<Written>,
    /// What the record shows.
    pub shown: Vec<Shown>,
    /// Whether it steps aside (SAFE).
    pub aside: bool,
}

/// A part that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its name in the journal.
    pub name: &'static str,
    /// What it asks.
    pub asks: String,
    /// What was written; may be empty.
    pub text: String,
}

/// A part that the record shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it is.
    pub what: String,
    /// What the record says of it.
    pub told: String,
    /// Whether it is there.
    pub there: bool,
}

/// The page of this moment.
#[must_use]
pub fn page(words: &Words, guidance: &Guidance, present: &Present<'_>) -> ReadyPage {
    let missing = |item: Missing| guidance.not_ready.contains(&item);
    let newest = |item: ReadinessItem| {
        let last = present.standing.readiness.seen(present.now).rfind(|noted| noted.what.item == item);
        last.map(|noted| noted.what.text.to_string()).unwrap_or_default()
    };
    let written = ReadinessItem::ALL.iter().map(|&item| Written {
        name: item.name(),
        asks: words.say(&format!("ready-{}", item.name())),
        text: newest(item),
    });
    let tally = change::tally(present);
    let ends = word::kept(present);
    let changes =
        [("kept", tally.kept.into()), ("slipped", tally.slipped.into()), ("repaired", tally.repaired.into())];
    let halves = [("kept", ends.kept.into()), ("planned", ends.planned.into())];
    let shown = [
        (Missing::KeptChanges, "kept-changes", words.say_with("ready-kept-changes-told", &changes)),
        (Missing::HardDatesPlanned, "hard-dates-planned", words.say("ready-hard-dates-planned-told")),
        (Missing::HalfKept, "half-kept", words.say_with("ready-half-kept-told", &halves)),
    ];
    let shown = shown.map(|(item, name, told)| Shown {
        what: words.say(&format!("ready-{name}")),
        told,
        there: !missing(item),
    });
    ReadyPage {
        told: words.say(if guidance.not_ready.is_empty() {
            "ready-nothing-missing"
        } else {
            "ready-not-yet"
        }),
        written: written.collect(),
        shown: shown.into(),
        aside: stands_aside(&guidance.limits),
    }
}
