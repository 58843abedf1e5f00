//! The papers: what somebody takes along or keeps. A summary for the doctor, one for the counsellor, the safety plan, the
//! reading of a history, the journal, the guide. No paper names the partner, unless the person asks for it; none judges.

mod care;
mod guide;
mod journal;
mod talk;
mod work;

use fluent_bundle::FluentValue;
use jiff::civil::Date;
use method::Present;

use crate::paper::{Block, Paper};
use crate::{Words, day_of_year};

pub use care::{doctor, plan};
pub use guide::{pages, whole};
pub use journal::journal;
pub use talk::{Said, talk};
pub use work::{counsellor, history};

/// A paper made on this day.
fn made_on(words: &Words, title: &str, present: &Present<'_>) -> Paper {
    let today = present.date_of(present.now);
    let day: FluentValue<'_> = day_of_year(words, today).into();
    Paper::new(words, words.say(title), words.say_with("paper-made", &[("day", day)]))
}

/// A section with its heading; none where nothing stands in it.
fn section(words: &Words, heading: &str, blocks: Vec<Block>) -> Vec<Block> {
    if blocks.is_empty() {
        return Vec::new();
    }
    std::iter::once(Block::heading(1, words.say(heading))).chain(blocks).collect()
}

/// Heads of columns.
fn heads<const N: usize>(words: &Words, ids: [&str; N]) -> [String; N] {
    ids.map(|id| words.say(id))
}

/// The day of an entry, with its year.
fn on(words: &Words, date: Date) -> String {
    day_of_year(words, date)
}
