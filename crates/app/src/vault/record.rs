//! Recording: durable first, then known.

use journal::ledger::WriteError;
use journal::store::StoreError;
use journal::wire::{Record, Seq};
use method::{Entry, Signs};

use super::{Vault, read_words, replay};
use crate::{random, signs};

/// So often a change is tried again when another process wrote in between.
const TRIES: usize = 16;

/// What is no longer than this, in bytes, is short.
const SHORT: usize = 4 * 1024;
/// So much more a full vault takes of what is short, in bytes.
const HEADROOM: usize = 256 * 1024;

impl Vault {
    /// Records entries, all of them or none; gives the place of each. They are durable when this returns.
    ///
    /// # Errors
    /// [`WriteError`]; nothing was recorded.
    pub async fn record(&mut self, entries: Vec<Entry>) -> Result<Vec<Seq>, WriteError> {
        let count = entries.len() as u64;
        let first = self.append(entries.into_iter().map(Record::Entry).collect()).await?;
        Ok((first.0..first.0 + count).map(Seq).collect())
    }

    /// Records entries as [`record`](Self::record) does; gives what their words point to.
    pub(crate) async fn record_noticing(&mut self, entries: Vec<Entry>) -> Result<Signs, WriteError> {
        let mut records: Vec<Record> = entries.into_iter().map(Record::Entry).collect();
        read_words(&mut records);
        let mut noticed = Signs::default();
        for record in &records {
            if let Record::Entry(entry) = record {
                signs::add(&mut noticed, entry.signs);
            }
        }
        self.append_read(records).await?;
        Ok(noticed)
    }

    /// Adds records, and the standing follows.
    pub(super) async fn append(&mut self, mut records: Vec<Record>) -> Result<Seq, WriteError> {
        read_words(&mut records);
        self.append_read(records).await
    }

    /// Adds records whose words were read, those of another vault as well.
    pub(crate) async fn append_read(&mut self, records: Vec<Record>) -> Result<Seq, WriteError> {
        if self.most_bytes < usize::MAX {
            let added: usize = records.iter().map(|record| record.encode().len()).sum();
            // What is short, a limit above all, still fits where a letter does not.
            let room = if added <= SHORT { HEADROOM } else { 0 };
            if self.kept.pack().bytes().len() + added > self.most_bytes + room {
                return Err(StoreError::Full.into());
            }
        }
        if self.lags() {
            self.catch_up().await?;
        }
        let mut tries = 0;
        let first = loop {
            match self.ledger.append(&records, &mut random::System).await {
                Err(WriteError::Store(StoreError::Moved)) if tries < TRIES => {
                    tries += 1;
                    self.ledger.has_moved().await?;
                    self.catch_up().await?;
                }
                first => break first?,
            }
        };
        for (seq, record) in (first.0..).map(Seq).zip(records) {
            self.kept.push(seq, &record);
            replay(&mut self.standing, record);
            self.seen = seq;
        }
        Ok(first)
    }
}
