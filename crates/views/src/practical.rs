//! The practical log: who brought something up, by what way, on which day.
//! What was said is not in it.

use method::Present;
use method::event::About;

use crate::{Words, day};

/// So many are shown.
const MOST: usize = 20;

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who, and by what way.
    pub what: String,
    /// On which day.
    pub day: String,
}

/// The newest practical contacts.
#[must_use]
pub fn newest(words: &Words, present: &Present<'_>) -> Vec<Row> {
    let today = present.date_of(present.now);
    let contacts = present.standing.contacts.seen(present.now).rev();
    contacts
        .filter(|noted| noted.what.about == About::Practical)
        .take(MOST)
        .map(|noted| {
            let channel = words.say(&format!("urge-channel-{}", noted.what.channel.name()));
            let id = format!("practical-by-{}", noted.what.by.name());
            Row {
                what: words.say_with(&id, &[("channel", channel.into())]),
                day: day(words, present.date_of(noted.at), today),
            }
        })
        .collect()
}
