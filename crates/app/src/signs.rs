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
/// fortnight in which words count (SAFE-4, SAFE-5, CARE-8).
const CARE: usize = 32 * 1024;

/// What the texts of `entry` point to.
#[must_use]
pub fn of(entry: &Entry) -> Signs {
    Signs { marked: false, ..with_care(&entry.event) }
}

/// Reads the texts of entries and writes down what they point to. With care those that can still count at `now`, or at
/// the newest of them, the newest first, as far as `CARE` goes; the others for what is outspoken.
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
    if matches!(event, Event::Draft(draft) if draft.sort == DraftSort::Reply) {
        held(signs, false)
    } else {
        signs
    }
}

/// Signs of crisis hold a reply as a mark does (SPACE-11).
fn held(signs: Signs, marked: bool) -> Signs {
    Signs { marked: marked || signs.to_self || signs.to_other, ..signs }
}

fn all(event: &Event, read: impl Fn(&str) -> review::Crisis) -> Signs {
    let mut signs = Signs::default();
    event.for_each_text(|text| add(&mut signs, noticed(read(text))));
    signs
}

/// Adds what more words point to. Whether a draft is marked is that draft's alone.
pub(crate) fn add(signs: &mut Signs, more: Signs) {
    signs.to_self |= more.to_self;
    signs.to_other |= more.to_other;
    signs.afraid |= more.afraid;
}

pub(crate) fn noticed(crisis: review::Crisis) -> Signs {
    let review::Crisis { to_self, to_other, afraid } = crisis;
    Signs { to_self, to_other, afraid, marked: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use journal::lines;

    /// What care notices and phrases do not.
    const SIDEWAYS: &str = "I've let the plants die because they'd only outlast me.";
    const OUTSPOKEN: &str = "I want to kill myself.";

    fn note(at: &str, text: &str) -> Entry {
        let line = format!(r#"{{"at":"{at}T08:00:00Z","event":"note","text":"{text}"}}"#);
        lines::parse_line(line.as_bytes()).expect("a note").0
    }

    fn noticed_in(mut entries: Vec<Entry>, now: &str) -> Vec<bool> {
        read(&mut entries, now.parse().expect("a moment"));
        entries.iter().map(|entry| entry.signs.to_self).collect()
    }

    #[test]
    fn care_sees_more_than_phrases() {
        assert!(review::crisis(SIDEWAYS).to_self && !review::outspoken(SIDEWAYS).to_self);
        assert!(review::crisis(OUTSPOKEN).to_self && review::outspoken(OUTSPOKEN).to_self);
    }

    #[test]
    fn what_can_still_count_is_read_with_care_and_all_else_for_what_is_outspoken() {
        let entries = vec![
            note("2026-03-16", SIDEWAYS),
            note("2026-03-01", OUTSPOKEN),
            note("2026-03-01", SIDEWAYS),
            note("2026-03-02", SIDEWAYS),
            note("2026-03-17", SIDEWAYS),
        ];
        let now = "2026-03-16T08:00:00Z";
        assert_eq!(noticed_in(entries, now), [true, true, false, true, false]);
    }

    #[test]
    fn an_entry_by_itself_is_read_with_care_whenever_it_was() {
        assert_eq!(noticed_in(vec![note("2024-03-01", SIDEWAYS)], "2026-03-16T08:00:00Z"), [true]);
    }

    #[test]
    fn of_more_than_care_can_take_the_newest_is_read_with_care() {
        let long = "The walk was good and the soup was hot. ".repeat(CARE / 40 + 1);
        let entries = vec![
            note("2026-03-10", SIDEWAYS),
            note("2026-03-10", OUTSPOKEN),
            note("2026-03-11", &long),
            note("2026-03-12", SIDEWAYS),
        ];
        assert_eq!(noticed_in(entries, "2026-03-16T08:00:00Z"), [false, true, false, true]);
    }

    #[test]
    fn signs_of_crisis_hold_a_reply_even_where_only_phrases_were_read() {
        let line = format!(
            r#"{{"at":"2026-01-01T08:00:00Z","event":"draft","id":"d","sort":"reply","text":"{OUTSPOKEN}"}}"#
        );
        let mut entry = lines::parse_line(line.as_bytes()).expect("a draft").0;
        read_outspoken(&mut entry);
        assert!(entry.signs.marked && entry.signs.to_self);
    }
}
