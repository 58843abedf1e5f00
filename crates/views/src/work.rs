//! Work done, newest first, each with the one thing taken from it. It praises nothing and counts nothing.

use method::Present;

use crate::{Words, day};

/// So many are shown.
const MOST: usize = 30;

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it was.
    pub title: String,
    /// What was taken from it; may be empty.
    pub takeaway: String,
    /// Of what sort.
    pub sort: String,
    /// On which day.
    pub day: String,
}

/// The newest work.
#[must_use]
pub fn newest(words: &Words, present: &Present<'_>) -> Vec<Row> {
    let today = present.date_of(present.now);
    let done = present.standing.works.seen(present.now).rev();
    done.take(MOST)
        .map(|noted| Row {
            title: noted.what.title.to_string(),
            takeaway: noted.what.takeaway.as_deref().unwrap_or_default().to_owned(),
            sort: words.say(&format!("work-sort-{}", noted.what.sort.name())),
            day: day(words, present.date_of(noted.at), today),
        })
        .collect()
}

/// So many plans are shown at once; more would not be read in a bad moment.
const FEW: usize = 3;

/// What the person means to do instead, in their own words: the newest plans, each once.
#[must_use]
pub fn plans(present: &Present<'_>) -> Vec<String> {
    let mut plans: Vec<String> = Vec::new();
    for noted in present.standing.changes.seen(present.now).rev() {
        let Some(plan) = noted.what.if_then.as_deref() else { continue };
        if plans.len() < FEW && !plans.iter().any(|known| known == plan) {
            plans.push(plan.to_owned());
        }
    }
    plans
}

/// A change of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changing {
    /// Its name.
    pub name: String,
    /// "If ..., then ..."; may be empty.
    pub if_then: String,
    /// What became of it, newest first, in words.
    pub lately: Vec<String>,
}

/// So much of what became of a change is shown.
const LATELY: usize = 5;

/// The changes, newest first; of one name the newest plan counts.
#[must_use]
pub fn changes(words: &Words, present: &Present<'_>) -> Vec<Changing> {
    let (standing, today) = (present.standing, present.date_of(present.now));
    let mut changes: Vec<Changing> = Vec::new();
    for noted in standing.changes.seen(present.now).rev() {
        if changes.iter().any(|known| known.name == *noted.what.name) {
            continue;
        }
        let practices = standing.practices.seen(present.now).rev();
        let lately = practices.filter(|practice| practice.what.change == noted.what.name).take(LATELY);
        let lately = lately.map(|practice| {
            let kind = words.say(&format!("practice-{}", practice.what.kind.name()));
            let day = day(words, present.date_of(practice.at), today);
            let trigger = practice.what.trigger.as_deref().map(|trigger| format!(" ({trigger})"));
            format!("{kind}: {day}{}", trigger.unwrap_or_default())
        });
        changes.push(Changing {
            name: noted.what.name.to_string(),
            if_then: noted.what.if_then.as_deref().unwrap_or_default().to_owned(),
            lately: lately.collect(),
        });
    }
    changes
}
