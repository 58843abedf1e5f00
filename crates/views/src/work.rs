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
