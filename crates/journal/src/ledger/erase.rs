//! Erasing for good: the salt and the ciphertext go, their pages are overwritten, the snapshot is dropped. The chain
//! keeps the hash of what was there, and a sealed record says that it was erased, so that an emptied place that no
//! erasure speaks of is damage. What must stay of a limit is said by the caller, and sealed with the erasure.

use method::Entry;

use super::{Ledger, WriteError};
use crate::secret::Random;
use crate::store::{Scrubbed, StoreError};
use crate::wire::{Erasure, Gone, Record, Seq};

/// What erasing came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erased {
    /// How many records are gone.
    pub records: usize,
    /// How many of them left a bare fact behind (SAFE-11).
    pub left: usize,
    /// What became of their pages.
    pub scrubbed: Scrubbed,
}

/// Why nothing was erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    /// Nothing stands at that place any more, or ever did.
    #[error("there is no entry {0}")]
    NotThere(Seq),
    /// The place holds the record of an erasure; it holds no words.
    #[error("entry {0} is the record of an erasure and stays")]
    AnErasure(Seq),
    /// The writing.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for EraseError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Ledger {
    /// Erases the records at `seqs`, all of them or none. `left` says what a record leaves behind.
    ///
    /// # Errors
    /// [`EraseError`]; nothing was erased.
    pub async fn erase(
        &mut self,
        seqs: &[Seq],
        left: &(dyn Fn(&Record) -> Option<Entry> + Sync),
        random: &mut dyn Random,
    ) -> Result<Erased, EraseError> {
        let head = self.head.ok_or(WriteError::BrokenEnd)?;
        let mut seqs = seqs.to_vec();
        seqs.sort_unstable();
        seqs.dedup();
        let (mut gone, mut erased) = (Vec::new(), Vec::new());
        for &seq in &seqs {
            let before = Seq(seq.0.checked_sub(1).ok_or(EraseError::NotThere(seq))?);
            let page = self.store.read(self.owner, before, 1).await?;
            let sealed = page.rows.into_iter().next().and_then(Result::ok);
            let there = |sealed: &crate::seal::Sealed| sealed.seq == seq && sealed.salt.is_some();
            let sealed = sealed.filter(there).ok_or(EraseError::NotThere(seq))?;
            // A damaged record can be erased as well; what it said is not known any more.
            let record = self.keys.open(&sealed).ok().flatten();
            let shadow = match record.and_then(|plain| Record::decode(&plain).ok()) {
                Some(Record::Erasure(_)) => return Err(EraseError::AnErasure(seq)),
                record => record.and_then(|record| left(&record)),
            };
            gone.push(Gone { seq, shadow });
            erased.push(sealed.erased());
        }
        let left = gone.iter().filter(|gone| gone.shadow.is_some()).count();
        if gone.is_empty() {
            return Ok(Erased { records: 0, left, scrubbed: Scrubbed::Fully });
        }
        let before = Some(Seq(head.erasure)).filter(|seq| seq.0 > 0);
        let erasure = Record::Erasure(Erasure { before, gone });
        let (added, mut head) = self.seal_all(&[erasure], head, random).map_err(WriteError::from)?;
        head.erasure = head.count;
        self.change(&added, &erased, head, random).await?;
        // What was asked for has happened; pages that cannot be overwritten now are told, not an error.
        let scrubbed = self.store.scrub().await.unwrap_or(Scrubbed::Later);
        Ok(Erased { records: erased.len(), left, scrubbed })
    }
}
