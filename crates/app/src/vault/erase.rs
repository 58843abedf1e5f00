//! Erasing one entry, one import, or everything. What SAFE-11 keeps is kept without its words.

use std::collections::HashSet;

use journal::ledger::{self, Erased, WriteError};
use journal::store::{Folder, Lock, LockError, StoreError};
use journal::wire::{Record, Seq};
use method::safe::shadow;
use method::{Entry, Event, Signs};

use super::{Vault, settled};
use crate::random;

/// What is to be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Entries by their places.
    Places(Vec<Seq>),
    /// Every entry of that id.
    Named(String),
    /// Every message of that import.
    Import(String),
}

/// Why nothing was erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    /// Nothing answers to it.
    #[error("nothing answers to it")]
    Nothing,
    /// The ledger.
    #[error(transparent)]
    Ledger(#[from] ledger::EraseError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why not everything was erased.
#[derive(Debug, thiserror::Error)]
pub enum EverythingError {
    /// Another process has the vault open.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The file system.
    #[error("a file could not be overwritten and removed")]
    Io(#[from] std::io::Error),
}

impl Vault {
    /// Erases for good: neither the words nor the key to them are left in the vault.
    ///
    /// # Errors
    /// [`EraseError`]; nothing was erased.
    pub async fn erase(&mut self, target: Target) -> Result<Erased, EraseError> {
        let mut places = self.places(target).await?;
        if places.is_empty() {
            return Err(EraseError::Nothing);
        }
        places.sort_unstable();
        let alarms = &self.standing.false_alarms;
        let false_alarms: HashSet<Box<str>> =
            alarms.said(jiff::Timestamp::MAX).map(|noted| noted.what.clone()).collect();
        let left = |record: &Record| left_by(record, &false_alarms);
        let erased = match self.ledger.erase(&places, &left, &mut random::System).await {
            Err(ledger::EraseError::Write(WriteError::Store(StoreError::Moved))) => {
                self.ledger.has_moved().await?;
                self.ledger.erase(&places, &left, &mut random::System).await?
            }
            erased => erased?,
        };
        self.replay().await?;
        Ok(erased)
    }

    async fn places(&mut self, target: Target) -> Result<Vec<Seq>, StoreError> {
        let mut places = Vec::new();
        match target {
            Target::Places(seqs) => places = seqs,
            Target::Named(id) => {
                let named = |entry: &Entry| entry.id.as_deref() == Some(&*id);
                self.each(&mut |seq, record| {
                    if matches!(&record, Record::Entry(entry) if named(entry) && !is_shadow(entry)) {
                        places.push(seq);
                    }
                })
                .await?;
            }
            Target::Import(import) => {
                self.each(&mut |seq, record| {
                    let of_it = match &record {
                        Record::Batch(batch) => batch.import() == Some(&*import),
                        Record::Entry(entry) | Record::Unread(entry) => is_of(entry, &import),
                        Record::Erasure(_) => false,
                    };
                    if of_it {
                        places.push(seq);
                    }
                })
                .await?;
            }
        }
        Ok(places)
    }
}

fn is_shadow(entry: &Entry) -> bool {
    matches!(entry.event, Event::Erased(_))
}

fn is_of(entry: &Entry, import: &str) -> bool {
    matches!(&entry.event, Event::Message(message) if message.import.as_deref() == Some(import))
}

/// The bare fact that stays. Its id stays only where words were marked a false alarm, which speaks of them by it.
fn left_by(record: &Record, false_alarms: &HashSet<Box<str>>) -> Option<Entry> {
    let Record::Entry(entry) = settled(record.clone()) else { return None };
    let shadow = shadow::left_by(&entry)?;
    let id = entry.id.filter(|id| false_alarms.contains(id));
    Some(Entry { at: entry.at, id, signs: Signs::default(), event: Event::Erased(shadow) })
}

/// Erases the whole vault, and the one that a restore set aside; needs no passphrase.
///
/// # Errors
/// [`EverythingError`].
pub fn everything(folder: &Folder) -> Result<(), EverythingError> {
    let _alone = Lock::alone(&folder.lock())?;
    for file in [
        folder.vault(),
        folder.previous(),
        folder.staging(),
        folder.country(),
        folder.person(),
        folder.plan(),
    ] {
        folder.destroy(&file)?;
    }
    Ok(())
}
