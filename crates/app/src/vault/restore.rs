//! Restoring: the backup is put together beside the vault, verified line by line, and only then takes its place. The
//! vault that was there is kept beside it.

use std::io::{self, BufReader, Read};

use journal::backup::{self, With};
use journal::ledger::{CreateError, Fault, Ledger, OpenError, WriteError};
use journal::lines::{self, Skipped};
use journal::seal::{Kdf, Unlock};
use journal::secret::{Passphrase, RecoveryCode};
use journal::store::{Access, Folder, Lock, LockError, Owner, Sqlite, Store, StoreError};
use journal::wire::{Record, Seq};

use super::exchange::Records;
use crate::random;

/// What a restore came to.
pub struct Restored {
    /// Entries restored.
    pub entries: u64,
    /// The recovery code of the new vault; none where the vault that was there gave its own.
    pub code: Option<RecoveryCode>,
    /// Whether a vault that was there is kept beside it.
    pub kept_previous: bool,
}

/// Why nothing was restored; the vault that was there is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// Opening or reading the backup.
    #[error(transparent)]
    Backup(#[from] backup::BackupError),
    /// The backup breaks off, or was changed.
    #[error("the backup breaks off or is damaged")]
    Broken(#[source] io::Error),
    /// A line of it is not understood, so that something would be lost.
    #[error("line {} of the backup cannot be read", .0.line)]
    Line(Skipped),
    /// The passphrase does not open the vault that is there.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The lock.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// Making the new vault.
    #[error(transparent)]
    Create(#[from] CreateError),
    /// Writing it.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What was written is not what the backup holds.
    #[error("the new vault does not hold what the backup holds")]
    Differs(Vec<Fault>),
    /// The folder.
    #[error("the folder could not be changed")]
    Folder(#[source] io::Error),
}

/// Restores a backup into `folder`. A vault that is there is opened with `passphrase`, and the new one opens with the
/// same passphrase and recovery code; where there is none, `passphrase` becomes the new one's, at the cost `kdf` tells.
///
/// # Errors
/// [`RestoreError`]; nothing was changed.
pub async fn restore(
    folder: &Folder,
    backup: impl Read,
    with: With<'_>,
    passphrase: &Passphrase,
    kdf: impl FnOnce() -> Kdf,
) -> Result<Restored, RestoreError> {
    let records = read(backup, with)?;
    folder.make().map_err(RestoreError::Folder)?;
    let _alone = Lock::alone(&folder.lock())?;
    folder.destroy(&folder.staging()).map_err(RestoreError::Folder)?;
    let staged = stage(folder, records, passphrase, kdf).await;
    let staged = match staged {
        Ok(staged) => staged,
        Err(error) => {
            // It holds nothing that the backup does not hold.
            let _gone = folder.destroy(&folder.staging());
            return Err(error);
        }
    };
    folder.take_staged().map_err(RestoreError::Folder)?;
    Ok(staged)
}

/// Every record of a backup, in memory alone; plain words never touch the disk.
fn read(backup: impl Read, with: With<'_>) -> Result<Vec<Record>, RestoreError> {
    let mut records = Records::default();
    let plain = BufReader::new(backup::open(backup, with)?);
    let report = lines::read(plain, |entry| records.add(entry)).map_err(RestoreError::Broken)?;
    if let Some(skipped) = report.skipped.into_iter().next() {
        return Err(RestoreError::Line(skipped));
    }
    let mut records = records.into_records();
    super::read_words(&mut records);
    Ok(records)
}

async fn stage(
    folder: &Folder,
    records: Vec<Record>,
    passphrase: &Passphrase,
    kdf: impl FnOnce() -> Kdf,
) -> Result<Restored, RestoreError> {
    let before = if folder.has_vault() {
        let store = Store::Sqlite(Sqlite::open(&folder.vault(), Access::Write).await?);
        Some(Ledger::open(store, Owner::ONLY, Unlock::Passphrase(passphrase)).await?)
    } else {
        None
    };
    let store = Store::Sqlite(Sqlite::create(&folder.staging()).await?);
    let mut random = random::System;
    let (mut ledger, code) = if let Some(before) = &before {
        (before.create_beside(store, &mut random).await?, None)
    } else {
        let (ledger, code) = Ledger::create(store, Owner::ONLY, passphrase, kdf(), &mut random).await?;
        (ledger, Some(code))
    };
    ledger.append(&records, &mut random).await?;
    let entries = verify(&mut ledger, &records).await?;
    ledger.close().await?;
    let kept_previous = before.is_some();
    if let Some(before) = before {
        // Its log goes into its file, so that nothing is left beside the new one.
        before.close().await?;
    }
    Ok(Restored { entries, code, kept_previous })
}

/// Reads the new vault back and compares it with what was to be written.
async fn verify(ledger: &mut Ledger, records: &[Record]) -> Result<u64, RestoreError> {
    let (mut expected, mut same, mut entries) = (records.iter(), true, 0);
    let mut compare = |_, record: Record| {
        same &= expected.next() == Some(&record);
        entries += match &record {
            Record::Batch(batch) => batch.len() as u64,
            _ => 1,
        };
    };
    let faults = ledger.read(Seq(0), &mut compare).await?.faults;
    if same && expected.next().is_none() && faults.is_empty() {
        Ok(entries)
    } else {
        Err(RestoreError::Differs(faults))
    }
}
