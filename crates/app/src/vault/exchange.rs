//! Export and import: the plain JSON Lines of the journal, out and in again without loss. An import adds only what
//! the vault does not hold yet, so that overlapping exports of one history can follow each other.

use std::collections::HashMap;
use std::io::{self, BufRead, Write};

use history::{Contact, Kind, ME, Timeline};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use journal::ledger::{Fault, WriteError};
use journal::lines::{self, Report};
use journal::store::StoreError;
use journal::wire::{Batch, Record, Seq};
use method::event::{Amount, Channel, Message, MessageKind, Side};
use method::{Entry, Event, Moment, Signs};

use super::{Vault, settled};

/// Why an export is not whole.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The output.
    #[error("the output could not be written")]
    Write(#[source] io::Error),
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The input.
    #[error("the input could not be read")]
    Read(#[source] io::Error),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The writing.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// What an import came to.
#[derive(Debug)]
pub struct Imported {
    /// How the reading went.
    pub report: Report,
    /// Entries added.
    pub added: u64,
    /// Entries that the vault held already.
    pub known: u64,
}

/// What makes two entries the same. Of a message neither the import counts nor what it was marked to be about: the
/// same message comes with every export that overlaps.
#[derive(PartialEq, Eq, Hash)]
enum Sameness {
    Message(jiff::Timestamp, [u8; 3], Option<u64>, Option<u64>),
    Line(Box<str>),
}

impl Sameness {
    fn of(entry: &Entry) -> Self {
        match &entry.event {
            Event::Message(message) => {
                let bits =
                    |amount: Option<method::event::Amount>| amount.map(|amount| amount.get().to_bits());
                let (length, minutes) = (bits(message.length), bits(message.minutes));
                let names = [message.by as u8, message.channel as u8, message.kind as u8];
                Self::Message(entry.instant(), names, length, minutes)
            }
            _ => Self::Line(lines::print(entry).into()),
        }
    }
}

/// Records being put together: messages of one import in batches, everything else by itself.
#[derive(Default)]
pub(super) struct Records(Vec<Record>);

impl Records {
    pub(super) fn add(&mut self, entry: Entry) {
        if let Some(Record::Batch(batch)) = self.0.last_mut()
            && batch.add(&entry)
        {
            return;
        }
        self.0.push(Batch::begin(&entry).map_or(Record::Entry(entry), Record::Batch));
    }

    pub(super) fn into_records(self) -> Vec<Record> {
        self.0
    }
}

impl Vault {
    /// Writes every entry as a line, in the order of recording; gives what could not be written because it is damaged.
    ///
    /// # Errors
    /// [`ExportError`].
    pub async fn export(&mut self, out: &mut (dyn Write + Send)) -> Result<Vec<Fault>, ExportError> {
        let mut written: io::Result<()> = Ok(());
        let mut write = |entry: &Entry| {
            if written.is_ok() {
                written = writeln!(out, "{}", lines::print(entry));
            }
        };
        let mut each = |_, record| match record {
            Record::Entry(entry) | Record::Unread(entry) => write(&entry),
            Record::Batch(batch) => batch.entries().for_each(|entry| write(&entry)),
            Record::Erasure(_) => {}
        };
        let faults = self.each(&mut each).await?;
        written.and_then(|()| out.flush()).map_err(ExportError::Write)?;
        Ok(faults)
    }

    /// Hands over every record with its place, as far as it is whole.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn each(
        &mut self,
        each: &mut (dyn FnMut(Seq, Record) + Send),
    ) -> Result<Vec<Fault>, StoreError> {
        Ok(self.ledger.read(Seq(0), &mut |seq, record| each(seq, settled(record))).await?.faults)
    }

    /// Reads a journal and adds what the vault does not hold yet, all of it at once.
    ///
    /// # Errors
    /// [`ImportError`]; nothing was added.
    pub async fn import(&mut self, input: impl BufRead) -> Result<Imported, ImportError> {
        let mut entries = Vec::new();
        let report = lines::read(input, |entry| entries.push(entry)).map_err(ImportError::Read)?;
        let (added, known) = self.add_unknown(entries).await?;
        Ok(Imported { report, added, known })
    }

    /// Adds the messages and calls of a history, as counts and never words, under the name of an import by which they
    /// can be erased again. What the vault holds already, from whichever import, is left out.
    ///
    /// # Errors
    /// [`ImportError`]; nothing was added.
    pub async fn import_history(
        &mut self,
        timeline: &Timeline,
        zone: &TimeZone,
        import: &str,
    ) -> Result<Imported, ImportError> {
        let messages = timeline.contacts.iter().filter_map(|contact| message(contact, zone, import));
        let (added, known) = self.add_unknown(messages).await?;
        Ok(Imported { report: Report::default(), added, known })
    }

    /// Adds what the vault does not hold yet, all of it at once; how much that was, and how much was known.
    async fn add_unknown(
        &mut self,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Result<(u64, u64), ImportError> {
        let mut held: HashMap<Sameness, u32> = HashMap::new();
        let mut count = |entry: &Entry| *held.entry(Sameness::of(entry)).or_default() += 1;
        self.each(&mut |_, record| match record {
            Record::Entry(entry) | Record::Unread(entry) => count(&entry),
            Record::Batch(batch) => batch.entries().for_each(|entry| count(&entry)),
            Record::Erasure(_) => {}
        })
        .await?;
        let (mut records, mut added, mut known) = (Records::default(), 0, 0);
        for entry in entries {
            // As often as it is held it is known; one more of the same is new.
            if let Some(left) = held.get_mut(&Sameness::of(&entry)).filter(|left| **left > 0) {
                *left -= 1;
                known += 1;
            } else {
                added += 1;
                records.add(entry);
            }
        }
        drop(held);
        self.append(records.into_records()).await?;
        Ok((added, known))
    }
}

/// One message or call of a history as an entry; none for a moment outside the calendar.
fn message(contact: &Contact, zone: &TimeZone, import: &str) -> Option<Entry> {
    let instant = Timestamp::from_second(contact.at).ok()?;
    let amount = |figure: u32| Amount::new(f64::from(figure)).ok();
    let (kind, channel) = match contact.kind {
        Kind::Text => (MessageKind::Text, Channel::Text),
        Kind::Media => (MessageKind::Media, Channel::Text),
        Kind::Call => (MessageKind::Call, Channel::Call),
        Kind::Mail => (MessageKind::Text, Channel::Email),
        Kind::Reaction => (MessageKind::Reaction, Channel::Text),
    };
    let event = Event::Message(Message {
        by: if contact.who == ME { Side::Me } else { Side::Partner },
        channel,
        kind,
        length: amount(contact.length).filter(|_| contact.length > 0),
        minutes: contact.minutes.map(u32::from).and_then(amount),
        about: None,
        import: Some(import.into()),
    });
    let at = Moment { instant, offset: zone.to_offset(instant) };
    Some(Entry { at, id: None, signs: Signs::default(), event })
}
