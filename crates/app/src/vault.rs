//! The vault, open: made and unlocked once, then kept warm. What is recorded is durable before it counts, and the
//! standing follows entry by entry.
//!
//! A sealed snapshot spares the replay at opening; it is never the truth, and whatever it does not fit it is not
//! asked. A future here that is dropped halfway leaves the vault whole; the session is then to be opened again.

mod backup;
mod diary;
mod erase;
mod exchange;
mod outside;
mod record;
mod restore;
mod snapshot;

use std::time::Duration;

use jiff::Timestamp;
use journal::ledger::{CreateError, Fault, Ledger, OpenError, WriteError};
use journal::seal::{Unlock, rehearse};
use journal::secret::{Passphrase, RecoveryCode, VaultKey};
use journal::store::{Access, Lock, LockError, Memory, Owner, Sqlite, Store, StoreError};
use journal::wire::Record;
use method::{Entry, Guidance, Moment, Standing};

use crate::{clock, random, signs};

pub use backup::{BackedUp, BackupError};
pub use diary::{Diary, Import, Written};
pub use erase::{EraseError, EverythingError, Target, everything};
pub use exchange::{ExportError, ImportError, Imported};
pub use journal::seal::Kdf;
pub use journal::store::{Folder, Scrubbed};
pub use journal::wire::Seq;
pub use outside::{Outside, country, person, plan, put_outside, put_plan_outside};
pub(crate) use outside::{one_line, said_country};
pub use restore::{RestoreError, Restored, restore};

use snapshot::Kept;

/// How long deriving the key from a passphrase should take.
const AIM: Duration = Duration::from_millis(500);

/// So many records may come after a snapshot before a new one is worth its writing.
const TAIL: usize = 256;
/// The same where the vault is opened anew for many a request.
const HOSTED_TAIL: usize = 16;

/// The vault, open.
pub struct Vault {
    ledger: Ledger,
    access: Access,
    standing: Standing,
    /// What the snapshot would hold.
    kept: Kept,
    /// The last record that the standing knows.
    seen: Seq,
    faults: Vec<Fault>,
    /// Whether the last reading came to its end; else everything is read anew before anything is done.
    whole: bool,
    /// So many records may come after a snapshot before a new one is worth its writing.
    snapshot_after: usize,
    /// The most that everything written may take, packed, in bytes.
    most_bytes: usize,
    /// The folder it lies in, if it lies in one.
    folder: Option<Folder>,
    _lock: Option<Lock>,
}

/// Why a vault did not open.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The folder has no vault.
    #[error("there is no vault")]
    Missing,
    /// The lock.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The passphrase, the header or the store.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a vault was not made.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// There is one.
    #[error("there is a vault already")]
    Exists,
    /// The passphrase is too short.
    #[error("the passphrase is shorter than {} characters", Passphrase::SHORTEST)]
    ShortPassphrase,
    /// The folder.
    #[error("the folder could not be made")]
    Folder(#[source] std::io::Error),
    /// The lock.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The store or the keys.
    #[error(transparent)]
    Create(#[from] CreateError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a passphrase was not changed.
#[derive(Debug, thiserror::Error)]
pub enum PassphraseError {
    /// The new one is too short.
    #[error("the passphrase is shorter than {} characters", Passphrase::SHORTEST)]
    Short,
    /// The writing.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// The cost that brings deriving a key on this machine to about half a second, never below the recommended one.
#[must_use]
pub fn tuned_kdf() -> Kdf {
    let (rehearsed, took) = clock::time(|| rehearse(Kdf::RECOMMENDED));
    if rehearsed.is_ok() { Kdf::tuned(took, AIM) } else { Kdf::RECOMMENDED }
}

/// Makes a vault in `folder`; the recovery code is given this once. It comes into its place whole or not at all.
///
/// # Errors
/// [`InitError`]; nothing was changed.
pub async fn init(folder: &Folder, passphrase: &Passphrase, kdf: Kdf) -> Result<RecoveryCode, InitError> {
    if !passphrase.is_long_enough() {
        return Err(InitError::ShortPassphrase);
    }
    if folder.has_vault() {
        return Err(InitError::Exists);
    }
    folder.make().map_err(InitError::Folder)?;
    let lock = Lock::alone(&folder.lock())?;
    if folder.has_vault() {
        return Err(InitError::Exists);
    }
    folder.destroy(&folder.staging()).map_err(InitError::Folder)?;
    let store = Store::Sqlite(Sqlite::create(&folder.staging()).await?);
    let (ledger, code) = Ledger::create(store, Owner::ONLY, passphrase, kdf, &mut random::System).await?;
    ledger.close().await?;
    folder.take_staged().map_err(InitError::Folder)?;
    drop(lock);
    Ok(code)
}

impl Vault {
    /// Opens the vault in `folder`.
    ///
    /// # Errors
    /// [`VaultError`]. Damage is none: see [`Vault::faults`].
    pub async fn open(folder: &Folder, access: Access, with: Unlock<'_>) -> Result<Self, VaultError> {
        if !folder.has_vault() {
            return Err(VaultError::Missing);
        }
        let lock = Lock::shared(&folder.lock())?;
        let store = match Sqlite::open(&folder.vault(), access).await {
            Err(StoreError::Missing) => return Err(VaultError::Missing),
            store => Store::Sqlite(store?),
        };
        let ledger = Ledger::open(store, Owner::ONLY, with).await?;
        Self::of(ledger, access, Some(folder.clone()), Some(lock)).await
    }

    /// Makes an empty vault in a store of many, and opens it; the recovery code is given this once.
    ///
    /// # Errors
    /// [`InitError`].
    pub async fn create_hosted(
        store: Store,
        owner: Owner,
        passphrase: &Passphrase,
        kdf: Kdf,
    ) -> Result<(Self, RecoveryCode), InitError> {
        if !passphrase.is_long_enough() {
            return Err(InitError::ShortPassphrase);
        }
        let (ledger, code) = Ledger::create(store, owner, passphrase, kdf, &mut random::System).await?;
        Ok((Self::empty(ledger), code))
    }

    /// Opens a vault in a store of many.
    ///
    /// # Errors
    /// [`VaultError`].
    pub async fn open_hosted(store: Store, owner: Owner, with: Unlock<'_>) -> Result<Self, VaultError> {
        let ledger = Ledger::open(store, owner, with).await?;
        Self::of(ledger, Access::Write, None, None).await
    }

    /// The key that opens it without a passphrase, for whoever carries it sealed from one request to the next.
    #[must_use]
    pub fn key(&self) -> VaultKey {
        self.ledger.key()
    }

    /// Whether it has to be read on before it is used, where the journal stands at `revision`.
    #[must_use]
    pub fn is_behind(&self, revision: u64) -> bool {
        self.lags() || self.ledger.revision() != revision
    }

    /// Lets everything written take so many bytes, packed, and no more; beyond, recording says that there is no room.
    pub fn limit(&mut self, bytes: usize) {
        self.most_bytes = bytes;
    }

    /// A vault that nothing outlives.
    ///
    /// # Errors
    /// [`InitError`].
    pub async fn in_memory() -> Result<Self, InitError> {
        let (store, passphrase) = (Store::Memory(Memory::new()), Passphrase::new(String::new()));
        let mut random = random::System;
        let created = Ledger::create(store, Owner::ONLY, &passphrase, Kdf::CHEAPEST, &mut random);
        let (ledger, _) = created.await?;
        Ok(Self::empty(ledger))
    }

    fn empty(mut ledger: Ledger) -> Self {
        let tail = if ledger.store().is_of_many() { HOSTED_TAIL } else { TAIL };
        let (standing, kept) = (Standing::default(), Kept::nothing());
        let (seen, faults, access) = (Seq(0), Vec::new(), Access::Write);
        let (snapshot_after, most_bytes, folder) = (tail, usize::MAX, None);
        Self {
            ledger,
            access,
            standing,
            kept,
            seen,
            faults,
            whole: true,
            snapshot_after,
            most_bytes,
            folder,
            _lock: None,
        }
    }

    async fn of(
        mut ledger: Ledger,
        access: Access,
        folder: Option<Folder>,
        lock: Option<Lock>,
    ) -> Result<Self, VaultError> {
        let (kept, standing, seen) = match Kept::load(&mut ledger).await? {
            Some(loaded) => loaded,
            None => (Kept::nothing(), Standing::default(), Seq(0)),
        };
        let mut vault = Self { access, standing, kept, seen, folder, _lock: lock, ..Self::empty(ledger) };
        vault.catch_up().await?;
        Ok(vault)
    }

    /// Whether the standing knows less than the journal's end as it was last looked at: a reading was given up halfway, or
    /// one for another purpose saw what another process had written.
    fn lags(&self) -> bool {
        !self.whole || self.ledger.count().is_some_and(|count| count != self.seen.0)
    }

    /// Reads what was written since, by whomever.
    async fn catch_up(&mut self) -> Result<(), StoreError> {
        if !self.whole {
            return self.replay().await;
        }
        self.whole = false;
        let reading = self.read_on().await?;
        if reading.erasures > 0 && self.seen.0 > 0 {
            // What was read before may be gone now.
            return self.replay().await;
        }
        (self.faults, self.whole) = (reading.faults, true);
        Ok(())
    }

    async fn read_on(&mut self) -> Result<journal::ledger::Reading, StoreError> {
        let (standing, kept) = (&mut self.standing, &mut self.kept);
        let mut last = self.seen;
        let mut each = |seq, record| {
            let record = settled(record);
            kept.push(seq, &record);
            replay(standing, record);
            last = seq;
        };
        let reading = self.ledger.read(self.seen, &mut each).await?;
        if reading.erasures == 0 || self.seen.0 == 0 {
            self.seen = self.ledger.count().map_or(last, Seq);
        }
        Ok(reading)
    }

    /// Reads everything anew.
    async fn replay(&mut self) -> Result<(), StoreError> {
        (self.standing, self.kept, self.seen) = (Standing::default(), Kept::nothing(), Seq(0));
        self.whole = false;
        (self.faults, self.whole) = (self.read_on().await?.faults, true);
        Ok(())
    }

    /// What is wrong with the vault, as far as it was read at opening; [`Vault::verify`] reads all of it.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Where the person stands.
    #[must_use]
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// How many records there are.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.ledger.count().unwrap_or(self.seen.0)
    }

    /// What the method says at `now`, with what another process has written since; in a store of many, since it was opened or
    /// last refreshed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn today(&mut self, now: Moment) -> Result<Guidance, StoreError> {
        // Whoever opens it for each request has looked already.
        if !self.ledger.store().is_of_many() {
            self.refresh().await?;
        }
        Ok(method::advise(&self.standing, now))
    }

    /// Reads what another process has written since.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn refresh(&mut self) -> Result<(), StoreError> {
        if self.ledger.has_moved().await? || self.lags() {
            self.catch_up().await?;
        }
        Ok(())
    }

    /// Everything written, as the person reads it: by time, with what was taken back by `now` told.
    #[must_use]
    pub fn diary(&self, now: Timestamp) -> Diary<'_> {
        Diary::of(self.kept.index(), self.kept.pack(), now)
    }

    /// Reads every record and follows the chain to its end: all that is wrong, each named.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn verify(&mut self) -> Result<Vec<Fault>, StoreError> {
        let reading = self.ledger.read(Seq(0), &mut |_, _| {}).await?;
        self.faults = reading.faults;
        Ok(self.faults.clone())
    }

    /// What the database finds wrong with its own file.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn check_file(&mut self) -> Result<Vec<Fault>, StoreError> {
        let said = self.ledger.store().check_file().await?;
        Ok(said.into_iter().map(|said| Fault::File { said }).collect())
    }

    /// Whether the recovery code was ever typed back.
    #[must_use]
    pub fn is_recovery_confirmed(&self) -> bool {
        self.ledger.is_recovery_confirmed()
    }

    /// Whether `typed` is the recovery code; if so, that is noted.
    ///
    /// # Errors
    /// [`WriteError`].
    pub async fn confirm_recovery(&mut self, typed: &RecoveryCode) -> Result<bool, WriteError> {
        self.ledger.confirm_recovery(typed).await
    }

    /// Makes a new recovery code, given this once; the one before opens nothing any more.
    ///
    /// # Errors
    /// [`WriteError`].
    pub async fn new_recovery_code(&mut self) -> Result<RecoveryCode, WriteError> {
        self.ledger.new_recovery_code(&mut random::System).await
    }

    /// Whether that is its passphrase.
    #[must_use]
    pub fn opens_with(&self, passphrase: &Passphrase) -> bool {
        self.ledger.opens_with(passphrase)
    }

    /// Changes the passphrase; no entry is rewritten.
    ///
    /// # Errors
    /// [`PassphraseError`]; the one before still opens the vault.
    pub async fn change_passphrase(
        &mut self,
        passphrase: &Passphrase,
        kdf: Kdf,
    ) -> Result<Scrubbed, PassphraseError> {
        if !passphrase.is_long_enough() {
            return Err(PassphraseError::Short);
        }
        Ok(self.ledger.change_passphrase(passphrase, kdf, &mut random::System).await?)
    }

    /// Keeps a snapshot if one is due, and lets go of the vault.
    ///
    /// # Errors
    /// [`StoreError`]. All that was recorded is durable all the same.
    pub async fn close(mut self) -> Result<(), StoreError> {
        // A snapshot that cannot be kept costs a replay, and nothing else.
        let _spared_or_not = self.keep_snapshot(false).await;
        if let (Some(folder), Access::Write) = (&self.folder, self.access) {
            // Without it help asks the system for the country; nothing is lost.
            let _kept_or_not = outside::keep_country(folder, &self.standing);
        }
        self.ledger.close().await
    }

    /// Keeps a snapshot, if enough has come since the last one; `now` keeps it in any case. Where something is
    /// damaged the one before stays: it may hold what is lost.
    ///
    /// # Errors
    /// [`WriteError`].
    pub async fn keep_snapshot(&mut self, now: bool) -> Result<(), WriteError> {
        let due = now || self.kept.tail() >= self.snapshot_after;
        if !due || self.access == Access::Read || !self.faults.is_empty() || self.lags() {
            return Ok(());
        }
        self.kept.save(&mut self.ledger).await
    }
}

/// Reads the words of entries that are about to be written, before the method sees them.
fn read_words(records: &mut [Record]) {
    let entries = records.iter_mut().filter_map(|record| match record {
        Record::Entry(entry) => Some(entry),
        _ => None,
    });
    signs::read(entries, Timestamp::MAX);
}

/// A record as it lay in the journal, its words read if they never were.
fn settled(record: Record) -> Record {
    let Record::Unread(mut entry) = record else { return record };
    signs::read_outspoken(&mut entry);
    Record::Entry(entry)
}

fn replay(standing: &mut Standing, record: Record) {
    match record {
        Record::Entry(entry) | Record::Unread(entry) => standing.record(entry),
        Record::Batch(batch) => batch.entries().for_each(|entry: Entry| standing.record(entry)),
        Record::Erasure(_) => {}
    }
}
