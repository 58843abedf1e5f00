//! The journal as a person reads it: entries by the time they speak of, found without reading the others, and imports
//! summed up. What was taken back is told, not left out. No word is searched here, and nothing is put into words.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use jiff::Timestamp;
use journal::pack::Pack;
use journal::wire::{Record, Seq};
use method::event::{Message, MessageKind};
use method::{Entry, Event};

/// Where an entry stands: by its time, ties by the order of writing.
type Place = (Timestamp, Seq);

/// An entry of the person's, or what an erased one left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Where it is kept.
    pub seq: Seq,
    /// The entry.
    pub entry: Entry,
    /// Whether it was taken back, and counts no more.
    pub is_taken_back: bool,
}

/// An import, summed up: counts, never words (FLOW-5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its name; none for messages that came without one.
    pub name: Option<Box<str>>,
    /// Messages.
    pub messages: u64,
    /// Calls.
    pub calls: u64,
    /// The first of them.
    pub first: Timestamp,
    /// The last of them.
    pub last: Timestamp,
    /// The records that hold them, in order.
    pub places: Vec<Seq>,
}

impl Import {
    fn add(&mut self, at: Timestamp, message: &Message) {
        match message.kind {
            MessageKind::Call => self.calls += 1,
            MessageKind::Text | MessageKind::Media => self.messages += 1,
            MessageKind::Reaction => {}
        }
        self.first = self.first.min(at);
        self.last = self.last.max(at);
    }
}

#[derive(Clone, Copy, Debug)]
struct Line {
    at: Timestamp,
    seq: Seq,
    /// Where it begins in the pack.
    begins: usize,
    /// The print of its id; that of none is 0.
    id: u64,
}

/// What tells ids apart without reading the entries. Two ids may share one: whoever finds a print looks at the id.
fn print(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

impl Line {
    const fn place(&self) -> Place {
        (self.at, self.seq)
    }
}

/// Where in the pack each entry stands, in order of time; what the imports come to.
#[derive(Debug, Default)]
pub(super) struct Index {
    lines: Vec<Line>,
    imports: Vec<Import>,
    /// Where the retractions of each id stand.
    retracted: HashMap<Box<str>, Vec<Place>>,
}

impl Index {
    pub(super) fn add(&mut self, begins: usize, seq: Seq, record: &Record) {
        match record {
            Record::Entry(entry) | Record::Unread(entry) => match &entry.event {
                Event::Message(message) => {
                    let import = self.import(message.import.as_deref(), entry.instant(), seq);
                    import.add(entry.instant(), message);
                }
                event => {
                    let id = entry.id.as_deref().map_or(0, print);
                    let line = Line { at: entry.instant(), seq, begins, id };
                    if let Event::Retract { id } = event {
                        self.retracted.entry(id.clone()).or_default().push(line.place());
                    }
                    self.insert(line);
                }
            },
            Record::Batch(batch) => {
                let Some((first, _)) = batch.messages().next() else { return };
                let import = self.import(batch.import(), first.instant, seq);
                batch.messages().for_each(|(at, message)| import.add(at.instant, message));
            }
            Record::Erasure(_) => {}
        }
    }

    fn insert(&mut self, line: Line) {
        let index = self.lines.partition_point(|other| other.place() <= line.place());
        self.lines.insert(index, line);
    }

    fn import(&mut self, name: Option<&str>, at: Timestamp, seq: Seq) -> &mut Import {
        let known = self.imports.iter().position(|import| import.name.as_deref() == name);
        let known = known.unwrap_or_else(|| {
            let name = name.map(Box::from);
            let places = Vec::new();
            self.imports.push(Import { name, messages: 0, calls: 0, first: at, last: at, places });
            self.imports.len() - 1
        });
        let import = &mut self.imports[known];
        if import.places.last() != Some(&seq) {
            import.places.push(seq);
        }
        import
    }

    fn is_retracted(&self, id: &str, place: Place, now: Timestamp) -> bool {
        let retractions = self.retracted.get(id);
        retractions.is_some_and(|by| by.iter().any(|&by| by > place && by.0 <= now))
    }
}

/// Everything written, read at one moment.
#[derive(Clone, Copy)]
pub struct Diary<'a> {
    index: &'a Index,
    pack: &'a Pack,
    now: Timestamp,
}

impl<'a> Diary<'a> {
    pub(super) const fn of(index: &'a Index, pack: &'a Pack, now: Timestamp) -> Self {
        Self { index, pack, now }
    }

    /// How many entries there are, imported messages apart.
    #[must_use]
    pub fn count(&self) -> usize {
        self.index.lines.len()
    }

    /// How many of them speak of a time before `instant`.
    #[must_use]
    pub fn count_before(&self, instant: Timestamp) -> usize {
        self.index.lines.partition_point(|line| line.at < instant)
    }

    /// The time that the entry `nth` speaks of, counted from the oldest.
    #[must_use]
    pub fn time(&self, nth: usize) -> Option<Timestamp> {
        self.index.lines.get(nth).map(|line| line.at)
    }

    /// The entry `nth`, counted from the oldest.
    #[must_use]
    pub fn get(&self, nth: usize) -> Option<Written> {
        let line = self.index.lines.get(nth)?;
        let Ok((seq, Record::Entry(entry))) = self.pack.at(line.begins) else { return None };
        let taken = |id: &str| self.index.is_retracted(id, line.place(), self.now);
        let is_taken_back = entry.id.as_deref().is_some_and(taken);
        Some(Written { seq, entry, is_taken_back })
    }

    /// The entry that is kept at `seq`.
    #[must_use]
    pub fn find(&self, seq: Seq) -> Option<Written> {
        self.get(self.index.lines.iter().position(|line| line.seq == seq)?)
    }

    /// The entries of that id, oldest first: what a retraction of it takes back.
    #[must_use]
    pub fn named(&self, id: &str) -> Vec<Written> {
        let print = print(id);
        let lines = self.index.lines.iter().enumerate().filter(|(_, line)| line.id == print);
        let written = lines.filter_map(|(nth, _)| self.get(nth));
        written.filter(|written| written.entry.id.as_deref() == Some(id)).collect()
    }

    /// The entry that is kept at `seq` and whatever else holds the same words: the other texts of one draft, and what
    /// an urge was before it was rated again. Oldest first.
    #[must_use]
    pub fn versions(&self, seq: Seq) -> Vec<Written> {
        let Some(written) = self.find(seq) else { return Vec::new() };
        match &written.entry.event {
            Event::Draft(draft) => {
                let is_of_it = |other: &Written| matches!(&other.entry.event, Event::Draft(other) if other.id == draft.id);
                self.all().filter(is_of_it).collect()
            }
            Event::Urge(_) => {
                let at = written.entry.instant();
                let end = self.index.lines.partition_point(|line| line.at <= at);
                let same_moment = (self.count_before(at)..end).filter_map(|nth| self.get(nth));
                let is_of_it = |other: &Written| {
                    let rated_again = other.is_taken_back || written.is_taken_back;
                    other.seq == seq || (rated_again && matches!(other.entry.event, Event::Urge(_)))
                };
                same_moment.filter(is_of_it).collect()
            }
            _ => vec![written],
        }
    }

    fn all(&self) -> impl Iterator<Item = Written> {
        (0..self.count()).filter_map(|nth| self.get(nth))
    }

    /// The imports, in the order in which they came.
    #[must_use]
    pub fn imports(&self) -> &'a [Import] {
        &self.index.imports
    }

    /// Whether the whole of an import was taken back.
    #[must_use]
    pub fn is_import_taken_back(&self, import: &Import) -> bool {
        let place = (import.last, import.places.last().copied().unwrap_or(Seq(0)));
        import.name.as_deref().is_some_and(|name| self.index.is_retracted(name, place, self.now))
    }
}
