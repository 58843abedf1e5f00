//! A sealed journal, open: records go in and come out, the chain is kept and checked, damage is named.
//!
//! It repairs nothing: what is damaged is told, and everything else is read all the same. It holds no entry in
//! memory; whoever opens it keeps what they need.

mod erase;
mod fault;
mod read;
#[cfg(test)]
mod tests;

use crate::seal::{Head, Header, Kdf, Keys, Link, NewError, Sealed, Unlock, UnlockError};
use crate::secret::{NoRandomness, Passphrase, Random, RecoveryCode, VaultKey};
use crate::store::{Change, Owner, Scrubbed, Store, StoreError};
use crate::wire::{Record, Seq};

pub use erase::{EraseError, Erased};
pub use fault::Fault;
pub use read::Reading;

/// A sealed journal, open.
pub struct Ledger {
    store: Store,
    owner: Owner,
    header: Header,
    keys: Keys,
    /// None where its seal is broken: then nothing may be written.
    head: Option<Head>,
    revision: u64,
    faults: Vec<Fault>,
}

/// Why a journal was not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The keys.
    #[error(transparent)]
    New(#[from] NewError),
    /// No randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
}

/// Why a journal did not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The passphrase, or the header.
    #[error(transparent)]
    Unlock(#[from] UnlockError),
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The store; [`StoreError::Moved`] where another process has written since: read on and try again.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
    /// The seal of the journal's end is broken; what is added could not be told from what was cut off.
    #[error("the seal of the journal's end is broken")]
    BrokenEnd,
    /// The keys.
    #[error(transparent)]
    New(#[from] NewError),
}

impl Ledger {
    /// Makes an empty journal; the recovery code is given this once.
    ///
    /// # Errors
    /// [`CreateError`].
    pub async fn create(
        mut store: Store,
        owner: Owner,
        passphrase: &Passphrase,
        kdf: Kdf,
        random: &mut dyn Random,
    ) -> Result<(Self, RecoveryCode), CreateError> {
        let (header, key, code) = Header::new(passphrase, kdf, random)?;
        let keys = Keys::of(header.vault(), key);
        let head = keys.seal_head(Head::EMPTY, random)?;
        store.create(owner, &header.encode(), &head).await?;
        let head = Some(Head::EMPTY);
        Ok((Self { store, owner, header, keys, head, revision: 0, faults: Vec::new() }, code))
    }

    /// Makes an empty journal that the same passphrase and the same recovery code open.
    ///
    /// # Errors
    /// [`CreateError`].
    pub async fn create_beside(
        &self,
        mut store: Store,
        random: &mut dyn Random,
    ) -> Result<Self, CreateError> {
        let (owner, header) = (self.owner, self.header.clone());
        let keys = Keys::of(header.vault(), self.keys.vault_key().clone());
        let head = keys.seal_head(Head::EMPTY, random)?;
        store.create(owner, &header.encode(), &head).await?;
        let head = Some(Head::EMPTY);
        Ok(Self { store, owner, header, keys, head, revision: 0, faults: Vec::new() })
    }

    /// Opens a journal. Records are not read yet.
    ///
    /// # Errors
    /// [`OpenError`]: no vault, a wrong passphrase, a header of which no copy is whole.
    pub async fn open(mut store: Store, owner: Owner, with: Unlock<'_>) -> Result<Self, OpenError> {
        let copies = store.headers(owner).await?;
        let mut faults = Vec::new();
        let mut whole = Err(if copies.is_empty() {
            StoreError::Missing.into()
        } else {
            OpenError::from(UnlockError::Damaged)
        });
        for (copy, bytes) in (1..).zip(&copies) {
            match Header::decode(bytes) {
                Ok(header) if whole.is_err() => whole = Ok(header),
                Ok(_) => {}
                Err(UnlockError::Damaged) => faults.push(Fault::Header { copy }),
                Err(error) => return Err(error.into()),
            }
        }
        let header: Header = whole?;
        let keys = Keys::of(header.vault(), header.unlock(with)?);
        let sealed = store.head(owner).await?;
        let revision = sealed.as_ref().map_or(0, |sealed| sealed.revision);
        let head = sealed.and_then(|sealed| keys.open_head(&sealed).ok());
        Ok(Self { store, owner, header, keys, head, revision, faults })
    }

    /// Whether that is its passphrase.
    #[must_use]
    pub fn opens_with(&self, passphrase: &Passphrase) -> bool {
        self.header.unlock(Unlock::Passphrase(passphrase)).is_ok()
    }

    /// The key that opens it without a passphrase.
    #[must_use]
    pub fn key(&self) -> VaultKey {
        VaultKey(self.keys.vault_key().clone())
    }

    /// How many changes there were when it was last looked at.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// How many records the sealed end counts; none where its seal is broken.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        self.head.map(|head| head.count)
    }

    /// The cost of deriving its passphrase's key.
    #[must_use]
    pub fn kdf(&self) -> Kdf {
        self.header.kdf()
    }

    /// Whether the recovery code was ever typed back.
    #[must_use]
    pub fn is_recovery_confirmed(&self) -> bool {
        self.header.confirmed
    }

    /// Adds records at the end, all of them or none; they are durable when this returns. Gives the first one's place.
    ///
    /// # Errors
    /// [`WriteError`]; nothing was written.
    pub async fn append(&mut self, records: &[Record], random: &mut dyn Random) -> Result<Seq, WriteError> {
        let head = self.head.ok_or(WriteError::BrokenEnd)?;
        let first = Seq(head.count).next();
        if records.is_empty() {
            return Ok(first);
        }
        let (added, head) = self.seal_all(records, head, random)?;
        self.change(&added, &[], head, random).await?;
        Ok(first)
    }

    fn seal_all(
        &self,
        records: &[Record],
        mut head: Head,
        random: &mut dyn Random,
    ) -> Result<(Vec<Sealed>, Head), NoRandomness> {
        let mut added = Vec::with_capacity(records.len());
        for record in records {
            let seq = Seq(head.count).next();
            let sealed = self.keys.seal(record.encode(), seq, head.link, random)?;
            (head.count, head.link) = (seq.0, sealed.link);
            added.push(sealed);
        }
        head.revision += 1;
        Ok((added, head))
    }

    async fn change(
        &mut self,
        added: &[Sealed],
        erased: &[Sealed],
        head: Head,
        random: &mut dyn Random,
    ) -> Result<(), WriteError> {
        let sealed = self.keys.seal_head(head, random)?;
        let change = Change { expected: self.revision, added, erased, head: &sealed };
        self.store.change(self.owner, change).await?;
        (self.revision, self.head) = (head.revision, Some(head));
        Ok(())
    }

    /// Keeps a snapshot of what the first `count` records come to, if they still are all.
    ///
    /// # Errors
    /// [`WriteError`]; the snapshot before is still there.
    pub async fn put_snapshot(&mut self, plain: &[u8], random: &mut dyn Random) -> Result<(), WriteError> {
        let head = self.head.ok_or(WriteError::BrokenEnd)?;
        let sealed = self.keys.seal_snapshot(plain, head, random)?;
        Ok(self.store.put_snapshot(self.owner, self.revision, &sealed).await?)
    }

    /// The snapshot and how many records it stands for; none where there is none, or it is not of this journal as it
    /// is now. It is never the truth.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn snapshot(&mut self) -> Result<Option<(u64, zeroize::Zeroizing<Vec<u8>>)>, StoreError> {
        let bytes = match self.store.snapshot(self.owner).await {
            Err(StoreError::Torn(_)) => None,
            bytes => bytes?,
        };
        let Some((count, link, plain)) = bytes.and_then(|bytes| self.keys.open_snapshot(&bytes).ok()) else {
            return Ok(None);
        };
        // One that covers more than the sealed end counts is of another time.
        let fits = match self.head {
            Some(head) if count > head.count => false,
            Some(head) if count == head.count && self.store.is_of_many() => link == head.link,
            _ => self.link_at(Seq(count)).await? == Some(link),
        };
        Ok(fits.then_some((count, plain)))
    }

    async fn link_at(&mut self, seq: Seq) -> Result<Option<Link>, StoreError> {
        if seq.0 == 0 {
            return Ok(Some(Link::NONE));
        }
        let page = self.store.read(self.owner, Seq(seq.0 - 1), 1).await?;
        let sealed = page.rows.into_iter().next().and_then(Result::ok);
        Ok(sealed.filter(|sealed| sealed.seq == seq).map(|sealed| sealed.link))
    }

    /// Wraps the vault key under another passphrase, at today's cost; no record is rewritten.
    ///
    /// # Errors
    /// [`WriteError`]; the passphrase before still opens the vault.
    pub async fn change_passphrase(
        &mut self,
        passphrase: &Passphrase,
        kdf: Kdf,
        random: &mut dyn Random,
    ) -> Result<Scrubbed, WriteError> {
        let mut header = self.header.clone();
        header.set_passphrase(self.keys.vault_key(), passphrase, kdf, random)?;
        self.put_header(header).await
    }

    /// Makes a new recovery code, given this once; the one before opens nothing any more.
    ///
    /// # Errors
    /// [`WriteError`]; the code before still opens the vault.
    pub async fn new_recovery_code(&mut self, random: &mut dyn Random) -> Result<RecoveryCode, WriteError> {
        let mut header = self.header.clone();
        let code = header.set_recovery(self.keys.vault_key(), random)?;
        self.put_header(header).await?;
        Ok(code)
    }

    /// Whether `typed` is the vault's recovery code; if so, that is noted.
    ///
    /// # Errors
    /// [`WriteError`].
    pub async fn confirm_recovery(&mut self, typed: &RecoveryCode) -> Result<bool, WriteError> {
        if self.header.unlock(Unlock::Recovery(typed)).is_err() {
            return Ok(false);
        }
        let mut header = self.header.clone();
        header.confirmed = true;
        self.put_header(header).await?;
        Ok(true)
    }

    async fn put_header(&mut self, header: Header) -> Result<Scrubbed, WriteError> {
        // Another session may have changed the passphrase since; its wrapping is not undone.
        let before = self.header.encode();
        if !self.store.headers(self.owner).await?.contains(&before) {
            return Err(StoreError::Moved.into());
        }
        self.store.put_header(self.owner, &header.encode()).await?;
        self.header = header;
        // The wrapping before must not stay readable in a freed page.
        Ok(self.store.scrub().await?)
    }

    /// Deletes everything of this owner, and overwrites it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn delete(mut self) -> Result<Scrubbed, StoreError> {
        self.store.delete(self.owner).await?;
        let scrubbed = self.store.scrub().await?;
        self.store.close().await?;
        Ok(scrubbed)
    }

    /// Lets go of the store.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn close(self) -> Result<(), StoreError> {
        self.store.close().await
    }

    /// The store, for what it alone can say.
    pub fn store(&mut self) -> &mut Store {
        &mut self.store
    }
}
