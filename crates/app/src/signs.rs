//! Every text of an entry, read for signs before the method sees the entry. The words themselves go no further.

use method::event::DraftSort;
use method::{Entry, Event, Signs};

/// What the texts of `entry` point to.
#[must_use]
pub fn of(entry: &Entry) -> Signs {
    let mut read = entry.clone();
    self::read(&mut read);
    Signs { marked: false, ..read.signs }
}

/// Reads the texts of `entry` and writes down what they point to.
pub fn read(entry: &mut Entry) {
    let mut signs = Signs::default();
    entry.event.for_each_text(|text| {
        let crisis = review::crisis(text);
        signs.to_self |= crisis.to_self;
        signs.to_other |= crisis.to_other;
        signs.afraid |= crisis.afraid;
    });
    if let Event::Draft(draft) = &entry.event
        && draft.sort == DraftSort::Reply
    {
        // Signs of crisis hold a reply as a mark does.
        signs.marked = signs.to_self || signs.to_other || review::marked(&draft.text);
    }
    entry.signs = signs;
}
