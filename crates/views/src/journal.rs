//! The journal as pages: each entry in words, by day, newest first; imports in one line each; what was found of a search.
//!
//! It reads nothing and searches no store: entries are handed to it, and it knows no order but the one they come in.

mod seek;
mod told;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use method::safe::shadow;
use method::{Entry, Event, Guidance, Id, Present};

use crate::reading::count;
use crate::{Words, day, day_of_year, hour};

pub use seek::{Piece, Sought};
pub use told::Told;

/// So many characters of a person's own words are shown in a list; the entry's own page shows all.
const BEGINNING: usize = 320;

/// Who reads, and when: what the words of an entry depend on beside the entry.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    words: &'a Words,
    zone: TimeZone,
    today: Date,
    /// Whether the words of drafts may be shown; not under an order (SAFE-1).
    shows_drafts: bool,
}

/// An entry in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it is kept.
    pub seq: u64,
    /// Its hour.
    pub hour: String,
    /// What it was, with what was sought marked.
    pub what: Vec<Piece>,
    /// Its details, one after the other; may be empty.
    pub details: Vec<Piece>,
    /// The person's own words; may be empty.
    pub own: Vec<Piece>,
    /// Whether it was taken back.
    pub is_taken_back: bool,
    /// Its day and hour, for whoever hears the page.
    pub when: String,
}

/// A day of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// As an address has it: `2026-03-05`.
    pub date: String,
    /// In words.
    pub name: String,
    /// What counts, newest first.
    pub rows: Vec<Row>,
    /// What was taken back, and the taking back of it, newest first.
    pub back: Vec<Row>,
    /// How much that is, in words.
    pub back_count: String,
}

/// One entry, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryPage {
    /// What it was.
    pub told: Told,
    /// When it was.
    pub when: String,
    /// Its day, as an address has it.
    pub date: String,
    /// What it leaves behind when it is deleted (SAFE-11); may be empty.
    pub leaves: String,
    /// What else deleting it changes; may be empty.
    pub changes: String,
    /// Whether it has anything that could be taken back or deleted.
    pub is_erased: bool,
    /// Whether taking it back would mean something.
    pub may_take_back: bool,
}

/// An import in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportLine {
    /// Where its first record is kept.
    pub seq: u64,
    /// Its name, or that it has none.
    pub name: String,
    /// Whether it has one, by which it can be found.
    pub has_name: bool,
    /// Its counts and its span.
    pub line: String,
    /// Whether it was taken back.
    pub is_taken_back: bool,
}

/// What an import comes to.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// Messages.
    pub messages: u64,
    /// Calls.
    pub calls: u64,
    /// The first of them.
    pub first: Timestamp,
    /// The last of them.
    pub last: Timestamp,
}

impl<'a> Reader<'a> {
    /// The person, now.
    #[must_use]
    pub fn new(words: &'a Words, guidance: &Guidance, present: &Present<'_>) -> Self {
        Self {
            words,
            zone: present.zone.clone(),
            today: present.date_of(present.now),
            shows_drafts: !guidance.limits.contains(&Id::Safe1),
        }
    }

    /// The calendar day of a time, in the person's zone.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// A day in words.
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        day(self.words, date, self.today)
    }

    /// What an entry says.
    #[must_use]
    pub fn told(&self, entry: &Entry) -> Told {
        told::told(self, &entry.event)
    }

    fn when(&self, at: Timestamp) -> String {
        let fill = [("day", self.day(self.date(at)).into()), ("hour", hour(at, &self.zone).into())];
        self.words.say_with("entry-when", &fill)
    }

    /// Whether all the words that are sought stand in an entry.
    #[must_use]
    pub fn has(&self, entry: &Entry, sought: &Sought) -> bool {
        let told = self.told(entry);
        sought.is_in(&[&told.what, &told.details(), &told.own])
    }

    /// An entry as a row, with what is sought marked.
    #[must_use]
    pub fn row(&self, seq: u64, entry: &Entry, is_taken_back: bool, sought: &Sought) -> Row {
        let told = self.told(entry);
        Row {
            seq,
            hour: hour(entry.instant(), &self.zone),
            what: sought.mark(&told.what),
            details: sought.mark(&told.details()),
            own: sought.excerpt(&told.own, BEGINNING),
            is_taken_back,
            when: self.when(entry.instant()),
        }
    }

    /// What was found, newest first, by day, what was taken back among it.
    #[must_use]
    pub fn found<'e>(
        &self,
        entries: impl IntoIterator<Item = (u64, &'e Entry, bool)>,
        sought: &Sought,
    ) -> Vec<Day> {
        self.by_day(entries, sought, |_, _| true)
    }

    /// Entries, newest first, by day.
    #[must_use]
    pub fn days<'e>(&self, entries: impl IntoIterator<Item = (u64, &'e Entry, bool)>) -> Vec<Day> {
        self.by_day(entries, &Sought::nothing(), |entry, is_taken_back| {
            !is_taken_back && !matches!(entry.event, Event::Retract { .. })
        })
    }

    fn by_day<'e>(
        &self,
        entries: impl IntoIterator<Item = (u64, &'e Entry, bool)>,
        sought: &Sought,
        counts: impl Fn(&Entry, bool) -> bool,
    ) -> Vec<Day> {
        let mut days: Vec<(Date, Day)> = Vec::new();
        for (seq, entry, is_taken_back) in entries {
            let date = self.date(entry.instant());
            if days.last().is_none_or(|(last, _)| *last != date) {
                let (rows, back, back_count) = (Vec::new(), Vec::new(), String::new());
                days.push((
                    date,
                    Day { date: date.to_string(), name: self.day(date), rows, back, back_count },
                ));
            }
            let Some((_, day)) = days.last_mut() else { continue };
            let row = self.row(seq, entry, is_taken_back, sought);
            if counts(entry, is_taken_back) { day.rows.push(row) } else { day.back.push(row) }
        }
        let mut days: Vec<Day> = days.into_iter().map(|(_, day)| day).collect();
        for day in &mut days {
            let fill = [("count", day.back.len().into())];
            day.back_count = self.words.say_with("journal-taken-back-count", &fill);
        }
        days
    }

    /// One entry, whole, with what deleting it would leave and change.
    #[must_use]
    pub fn entry(&self, entry: &Entry) -> EntryPage {
        let is_erased = matches!(entry.event, Event::Erased(_));
        let left = shadow::left_by(entry).filter(|_| !is_erased);
        let leaves = left.map(|shadow| {
            let fill = [("what", told::left(self.words, shadow).into())];
            self.words.say_with("gone-leaves", &fill)
        });
        let changes = match &entry.event {
            Event::Retract { .. } => self.words.say("gone-retraction"),
            Event::Limit(limit) if limit.kind == method::event::LimitKind::None => {
                self.words.say("gone-lifting")
            }
            _ => String::new(),
        };
        EntryPage {
            told: self.told(entry),
            when: self.when(entry.instant()),
            date: self.date(entry.instant()).to_string(),
            leaves: leaves.unwrap_or_default(),
            changes,
            is_erased,
            may_take_back: !matches!(entry.event, Event::Retract { .. } | Event::Erased(_)),
        }
    }

    /// An import in one line.
    #[must_use]
    pub fn import(&self, seq: u64, name: Option<&str>, counts: Counts, is_taken_back: bool) -> ImportLine {
        let day = |at| day_of_year(self.words, self.date(at));
        let fill = [
            ("messages", counts.messages.into()),
            ("messages-told", count(counts.messages).into()),
            ("calls", counts.calls.into()),
            ("calls-told", count(counts.calls).into()),
            ("first", day(counts.first).into()),
            ("last", day(counts.last).into()),
        ];
        let id = if counts.calls == 0 { "import-line-messages" } else { "import-line" };
        ImportLine {
            seq,
            has_name: name.is_some(),
            name: name.map_or_else(|| self.words.say("import-no-name"), str::to_owned),
            line: self.words.say_with(id, &fill),
            is_taken_back,
        }
    }
}

#[cfg(test)]
mod tests;
