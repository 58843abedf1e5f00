#![doc = include_str!("space.md")]

use alloc::vec::Vec;

use jiff::Timestamp;

use crate::event::LimitKind;
use crate::present::{Personal, Present};
use crate::ruling::Opening;

use super::{Lifts, has_ended, last_day_over, set};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("space.md");

/// Time or space asked for, and not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The start of the day after the last day named; none where any of the askings named no day.
    pub ends: Option<Timestamp>,
    /// The entries behind it.
    pub entries: Vec<u32>,
}

impl Asked {
    /// Start nothing until they write, or until the day they named has passed.
    #[must_use]
    pub fn opening(&self) -> Opening {
        self.ends.map_or(Opening::Never, |ends| Opening::Wait(Some(ends)))
    }
}

/// The askings in force: each lasts until the partner writes something personal, its last day has passed, or its end
/// is confirmed. Of several the longest counts.
#[must_use]
pub(super) fn in_force(present: &Present<'_>, lifts: &Lifts) -> Option<Asked> {
    let mut asked: Option<Asked> = None;
    let last_word = present.contacts.iter().rfind(|contact| contact.is_partners_word()).map(Personal::place);
    let open = set(present, LimitKind::Space)
        .filter(|noted| noted.what.channel.is_none())
        .filter(|noted| !has_ended(present, &noted.what))
        .filter(|noted| !lifts.after(noted.place()))
        .filter(|noted| last_word.is_none_or(|word| word < noted.place()));
    for noted in open {
        let ends = noted.what.until.map(|until| last_day_over(present, until));
        asked = Some(match asked {
            None => Asked { ends, entries: alloc::vec![noted.entry] },
            Some(mut before) => {
                before.ends = before.ends.zip(ends).map(|(a, b)| a.max(b));
                before.entries.push(noted.entry);
                before
            }
        });
    }
    asked
}
