//! The bytes of a record: what is sealed, and what a snapshot holds. Version 1.
//!
//! Every record begins with its version and its kind. Bytes once written are read for ever: names and numbers are
//! only added at the end, and golden tests hold the old ones. Nothing is sealed here, and nothing is judged.

pub(crate) mod batch;
pub(crate) mod bytes;
mod event;
mod fields;
mod named;

use method::{Entry, Event, Signs};

pub use batch::Batch;
pub use bytes::WireError;

use bytes::{Reader, Wire, put_count};

/// The version that is written.
pub const VERSION: u8 = 1;

const ENTRY: u8 = 1;
const BATCH: u8 = 2;
const ERASURE: u8 = 3;
/// An entry with what its words were read as when it was written.
const READ: u8 = 4;

/// The place of a record in its journal, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seq(pub u64);

impl Seq {
    /// The place after it.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl std::fmt::Display for Seq {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// What one place of a journal holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// An entry, with what its words were read as: a careful reading takes long, so it is done once.
    Entry(Entry),
    /// An entry written before that was kept: its words are still to be read.
    Unread(Entry),
    /// Imported messages, packed.
    Batch(Batch),
    /// That earlier records were erased.
    Erasure(Erasure),
}

/// That records were erased, and what each of them leaves behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Erasure {
    /// The erasure before this one, so that all of them are found without reading everything.
    pub before: Option<Seq>,
    /// The records.
    pub gone: Vec<Gone>,
}

/// A record that was erased.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// Where it stood.
    pub seq: Seq,
    /// What it leaves behind (SAFE-11): an entry of the event `erased`, or nothing.
    pub shadow: Option<Entry>,
}

impl Record {
    /// Its bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![VERSION];
        match self {
            Self::Entry(entry) if entry.event.has_words() || !entry.signs.is_quiet() => {
                out.push(READ);
                entry.signs.put(&mut out);
                entry.put(&mut out);
            }
            Self::Entry(entry) | Self::Unread(entry) => {
                out.push(ENTRY);
                entry.put(&mut out);
            }
            Self::Batch(batch) => {
                out.push(BATCH);
                batch.put(&mut out);
            }
            Self::Erasure(erasure) => {
                out.push(ERASURE);
                erasure.before.map_or(0, |seq| seq.0).put(&mut out);
                put_count(erasure.gone.len(), &mut out);
                for gone in &erasure.gone {
                    gone.seq.0.put(&mut out);
                    gone.shadow.put(&mut out);
                }
            }
        }
        out
    }

    /// Reads a record back.
    ///
    /// # Errors
    /// [`WireError`] for a newer version, for bytes that end too early or go on, and for values out of range.
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let mut reader = Reader::new(bytes);
        match reader.byte()? {
            VERSION => {}
            version => return Err(WireError::Version(version)),
        }
        let record = match reader.byte()? {
            ENTRY => {
                let entry = Entry::read_from(&mut reader)?;
                if entry.event.has_words() { Self::Unread(entry) } else { Self::Entry(entry) }
            }
            READ => {
                let signs = Signs::read_from(&mut reader)?;
                Self::Entry(Entry { signs, ..Entry::read_from(&mut reader)? })
            }
            BATCH => Self::Batch(Batch::read_from(&mut reader)?),
            ERASURE => Self::Erasure(erasure(&mut reader)?),
            kind => return Err(WireError::Kind(kind)),
        };
        reader.end()?;
        Ok(record)
    }
}

fn erasure(reader: &mut Reader<'_>) -> Result<Erasure, WireError> {
    let before = Some(Seq(u64::read_from(reader)?)).filter(|seq| seq.0 > 0);
    let count = reader.count()?;
    let mut gone = Vec::new();
    for _ in 0..count {
        let seq = Seq(u64::read_from(reader)?);
        let shadow = Option::<Entry>::read_from(reader)?;
        if shadow.as_ref().is_some_and(|entry| !matches!(entry.event, Event::Erased(_))) {
            return Err(WireError::Value);
        }
        gone.push(Gone { seq, shadow });
    }
    Ok(Erasure { before, gone })
}

#[cfg(test)]
mod tests;
