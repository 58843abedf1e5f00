//! Every text of an entry, read for signs before the method sees the entry. The words themselves go no further.
//!
//! Reading with care takes some hundredths of a second a text. So it is done once, when an entry is written, and what
//! was read is kept with it; of many entries at once the newest are read so, and the rest for what is outspoken.

use jiff::Timestamp;
use jiff::ToSpan as _;
use method::event::{Draft, DraftSort};
use method::safe::danger::HELP_STAYS_HOURS;
use method::{Entry, Event, Signs};

/// So many bytes of the texts of many entries are read with care: seconds at most, and more than a person writes in the
/// weeks in which words count.
const CARE: usize = 32 * 1024;

/// What the texts of `entry` point to.
#[must_use]
pub fn of(entry: &Entry) -> Signs {
    Signs { marked: false, ..with_care(&entry.event) }
}

/// Reads the texts of entries and writes down what they point to. With care those that can still count at `now`, or at
/// the newest of them, the newest first, as far as [`CARE`] goes; the others for what is outspoken.
pub fn read<'e>(entries: impl IntoIterator<Item = &'e mut Entry>, now: Timestamp) {
    let mut written: Vec<&mut Entry> = entries.into_iter().filter(|entry| entry.event.has_words()).collect();
    written.sort_by_key(|entry| std::cmp::Reverse(entry.instant()));
    let newest = written.iter().map(|entry| entry.instant()).find(|&at| at <= now).unwrap_or(now);
    let oldest = newest.checked_sub(i64::from(HELP_STAYS_HOURS).hours()).unwrap_or(Timestamp::MIN);
    let mut left = CARE;
    for entry in written {
        let counts = (oldest..=now).contains(&entry.instant());
        entry.signs = if counts && left > 0 { with_care(&entry.event) } else { outspoken(&entry.event) };
        if counts {
            entry.event.for_each_text(|text| left = left.saturating_sub(text.len()));
        }
    }
}

/// Reads an entry's texts for what is outspoken alone.
pub(crate) fn read_outspoken(entry: &mut Entry) {
    entry.signs = outspoken(&entry.event);
}

fn with_care(event: &Event) -> Signs {
    if let Event::Draft(Draft { sort: DraftSort::Reply, text, .. }) = event {
        let (crisis, marked) = review::reply(text);
        return held(noticed(crisis), marked);
    }
    all(event, review::crisis)
}

fn outspoken(event: &Event) -> Signs {
    let signs = all(event, review::outspoken);
    if matches!(event, Event::Draft(draft) if draft.sort == DraftSort::Reply) { held(signs, false) } else { signs }
}

/// Signs of crisis hold a reply as a mark does.
fn held(signs: Signs, marked: bool) -> Signs {
    Signs { marked: marked || signs.to_self || signs.to_other, ..signs }
}

fn all(event: &Event, read: impl Fn(&str) -> review::Crisis) -> Signs {
    let mut signs = Signs::default();
    event.for_each_text(|text| {
        let more = noticed(read(text));
        signs.to_self |= more.to_self;
        signs.to_other |= more.to_other;
        signs.afraid |= more.afraid;
    });
    signs
}

pub(crate) fn noticed(crisis: review::Crisis) -> Signs {
    let review::Crisis { to_self, to_other, afraid } = crisis;
    Signs { to_self, to_other, afraid, marked: false }
}
