//! A store that nothing outlives: for tests, and for looking around without writing anything down.

use std::collections::BTreeMap;

use super::{Change, Owner, Page, Scrubbed, StoreError};
use crate::seal::{Sealed, SealedHead};
use crate::wire::Seq;

/// Journals in memory.
#[derive(Default)]
pub struct Memory {
    journals: BTreeMap<Owner, Journal>,
}

struct Journal {
    header: Vec<u8>,
    head: SealedHead,
    records: BTreeMap<Seq, Sealed>,
    snapshot: Option<Vec<u8>>,
}

#[expect(clippy::unnecessary_wraps, reason = "every store has the same shape")]
impl Memory {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn journal(&mut self, owner: Owner) -> Result<&mut Journal, StoreError> {
        self.journals.get_mut(&owner).ok_or(StoreError::Missing)
    }

    pub(super) fn create_journal(
        &mut self,
        owner: Owner,
        header: &[u8],
        head: &SealedHead,
    ) -> Result<(), StoreError> {
        if self.journals.contains_key(&owner) {
            return Err(StoreError::Exists);
        }
        let (header, head) = (header.to_vec(), head.clone());
        let journal = Journal { header, head, records: BTreeMap::new(), snapshot: None };
        self.journals.insert(owner, journal);
        Ok(())
    }

    pub(super) fn headers(&mut self, owner: Owner) -> Result<Vec<Vec<u8>>, StoreError> {
        Ok(self.journals.get(&owner).map(|journal| vec![journal.header.clone(); 2]).unwrap_or_default())
    }

    pub(super) fn put_header(&mut self, owner: Owner, header: &[u8]) -> Result<(), StoreError> {
        self.journal(owner)?.header = header.to_vec();
        Ok(())
    }

    pub(super) fn head(&mut self, owner: Owner) -> Result<Option<SealedHead>, StoreError> {
        Ok(self.journals.get(&owner).map(|journal| journal.head.clone()))
    }

    pub(super) fn change(&mut self, owner: Owner, change: Change<'_>) -> Result<(), StoreError> {
        let journal = self.journal(owner)?;
        if journal.head.revision != change.expected {
            return Err(StoreError::Moved);
        }
        if change.added.iter().any(|sealed| journal.records.contains_key(&sealed.seq)) {
            return Err(StoreError::Moved);
        }
        journal.records.extend(change.added.iter().map(|sealed| (sealed.seq, sealed.clone())));
        for erased in change.erased {
            if let Some(record) = journal.records.get_mut(&erased.seq) {
                (record.salt, record.body) = (None, erased.body.clone());
            }
            journal.snapshot = None;
        }
        journal.head = change.head.clone();
        Ok(())
    }

    pub(super) fn read(&mut self, owner: Owner, after: Seq, most: u32) -> Result<Page, StoreError> {
        let records = self.journals.get(&owner).into_iter();
        let rows = records.flat_map(|journal| journal.records.range(after.next()..)).take(most as usize);
        let rows: Vec<_> = rows.map(|(_, sealed)| Ok(sealed.clone())).collect();
        let full = rows.len() == most as usize;
        let next = rows.last().and_then(|row| row.as_ref().ok()).map(|sealed| sealed.seq).filter(|_| full);
        Ok(Page { rows, next })
    }

    pub(super) fn snapshot(&mut self, owner: Owner) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.journals.get(&owner).and_then(|journal| journal.snapshot.clone()))
    }

    pub(super) fn put_snapshot(
        &mut self,
        owner: Owner,
        revision: u64,
        snapshot: &[u8],
    ) -> Result<(), StoreError> {
        let journal = self.journal(owner)?;
        if journal.head.revision != revision {
            return Err(StoreError::Moved);
        }
        journal.snapshot = Some(snapshot.to_vec());
        Ok(())
    }

    pub(super) fn delete(&mut self, owner: Owner) -> Result<(), StoreError> {
        self.journals.remove(&owner);
        Ok(())
    }

    #[expect(clippy::unused_self, reason = "every store has the same shape")]
    pub(super) fn scrub(&mut self) -> Result<Scrubbed, StoreError> {
        Ok(Scrubbed::Fully)
    }

    #[expect(clippy::unused_self, reason = "every store has the same shape")]
    pub(super) fn freeze(&mut self) -> Result<(), StoreError> {
        Ok(())
    }

    #[expect(clippy::unused_self, reason = "every store has the same shape")]
    pub(super) fn thaw(&mut self) {}

    #[expect(clippy::unused_self, reason = "every store has the same shape")]
    pub(super) fn check_file(&mut self) -> Result<Vec<String>, StoreError> {
        Ok(Vec::new())
    }

    pub(super) fn close(self) -> Result<(), StoreError> {
        drop(self);
        Ok(())
    }
}
