//! Errors of the vault in words: what happened, where, what to do now. Never with content.

use app::vault::{
    BackupError, EraseError, ExportError, ImportError, InitError, PassphraseError, RestoreError, VaultError,
};
use journal::backup;
use journal::ledger::{self, CreateError, OpenError, WriteError};
use journal::seal::UnlockError;
use journal::secret::Passphrase;
use journal::store::{Folder, LockError, StoreError};

use crate::exit::Failure;

/// An error that can be told.
pub(super) trait Told {
    /// In words, for the vault in `folder`.
    fn told(&self, folder: &Folder) -> Failure;
}

const REPORT: &str = "Nothing was changed. If it happens again, please report it.";

/// Where there is no vault nothing is asked.
pub(super) fn there_is_one(folder: &Folder) -> Result<(), Failure> {
    if folder.has_vault() { Ok(()) } else { Err(StoreError::Missing.told(folder)) }
}

impl Told for StoreError {
    fn told(&self, folder: &Folder) -> Failure {
        let place = folder.path().display();
        let (what, now) = match self {
            Self::Missing => (
                format!("there is no vault in {place}"),
                "`halflight init` makes one; --data names another folder.",
            ),
            Self::Exists => (
                format!("there is a vault in {place} already"),
                "Nothing was changed; --data names another folder.",
            ),
            Self::Busy | Self::Moved | Self::Away(_) => (
                format!("another process keeps the vault in {place} busy"),
                "Nothing was changed. Try again in a moment.",
            ),
            Self::Full => (
                format!("the disk of {place} is full"),
                "Nothing was written, and nothing was lost. Make room and try again.",
            ),
            Self::ReadOnly => (
                format!("the vault in {place} cannot be written"),
                "See whether the disk or the folder is read-only. Reading works: `halflight export`.",
            ),
            Self::NotAVault => (
                format!("{} is not a vault", folder.vault().display()),
                "Move it away, and restore a backup with `halflight restore`.",
            ),
            Self::Version(_) => (
                format!("the vault in {place} was made by a newer Halflight"),
                "Nothing was changed. Use that version or a later one.",
            ),
            Self::Torn(_) => (
                format!("the file of the vault in {place} is damaged"),
                "`halflight check` names the damage; `halflight export` reads what is whole.",
            ),
            Self::Database(_) | Self::Folder(_) => {
                (format!("the vault in {place} could not be read or written"), REPORT)
            }
        };
        Failure::work(what, now)
    }
}

impl Told for UnlockError {
    fn told(&self, folder: &Folder) -> Failure {
        let place = folder.path().display();
        match self {
            Self::Wrong => Failure::work(
                format!("that does not open the vault in {place}"),
                "Try again; `halflight passphrase --recover` takes the recovery code.",
            ),
            Self::Damaged | Self::Kdf(_) => Failure::work(
                format!("the header of the vault in {place} is damaged, so that no passphrase opens it"),
                "Move the folder aside and restore a backup with `halflight restore`.",
            ),
            Self::Version(_) => StoreError::Version(0).told(folder),
        }
    }
}

impl Told for OpenError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Store(error) => error.told(folder),
            Self::Unlock(error) => error.told(folder),
        }
    }
}

impl Told for LockError {
    fn told(&self, folder: &Folder) -> Failure {
        let place = folder.path().display();
        match self {
            Self::InUse => Failure::work(
                format!("the vault in {place} is open in another process"),
                "Close the app or the other command, and try again. Nothing was changed.",
            ),
            Self::Replacing => Failure::work(
                format!("another process is replacing the vault in {place}"),
                "Try again in a moment.",
            ),
            Self::Io(_) => StoreError::ReadOnly.told(folder),
        }
    }
}

impl Told for VaultError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Missing => StoreError::Missing.told(folder),
            Self::Lock(error) => error.told(folder),
            Self::Open(error) => error.told(folder),
            Self::Store(error) => error.told(folder),
        }
    }
}

impl Told for WriteError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Store(error) => error.told(folder),
            Self::BrokenEnd => Failure::work(
                "the seal of the journal's end is damaged, so that nothing is written onto it",
                "`halflight export` writes out what is whole; restore a backup, or import that into a new vault.",
            ),
            Self::Random(_) | Self::New(_) => Failure::work("the system gave no randomness", REPORT),
        }
    }
}

fn short() -> Failure {
    Failure::work(
        format!("the passphrase has fewer than {} characters", Passphrase::SHORTEST),
        "Nothing was changed. A few words that belong to nobody's birthday serve well.",
    )
}

impl Told for InitError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Exists => StoreError::Exists.told(folder),
            Self::ShortPassphrase => short(),
            Self::Folder(error) => Failure::work(
                format!("the folder {} could not be made ({})", folder.path().display(), error.kind()),
                "Name another with --data.",
            ),
            Self::Lock(error) => error.told(folder),
            Self::Create(error) => error.told(folder),
            Self::Store(error) => error.told(folder),
        }
    }
}

impl Told for CreateError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Store(error) => error.told(folder),
            Self::New(_) | Self::Random(_) => Failure::work("the system gave no randomness", REPORT),
        }
    }
}

impl Told for PassphraseError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Short => short(),
            Self::Write(error) => error.told(folder),
        }
    }
}

impl Told for ExportError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Store(error) => error.told(folder),
            Self::Write(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Failure::NobodyReads,
            Self::Write(error) => Failure::work(
                format!("the output could not be written ({})", error.kind()),
                "See whether the disk is full. The vault is as it was.",
            ),
        }
    }
}

impl Told for ImportError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Read(error) => Failure::work(
                format!("the journal could not be read ({})", error.kind()),
                "Nothing was imported.",
            ),
            Self::Store(error) => error.told(folder),
            Self::Write(error) => error.told(folder),
        }
    }
}

impl Told for backup::BackupError {
    fn told(&self, _folder: &Folder) -> Failure {
        match self {
            Self::Recipient(_) => {
                Failure::usage(self.to_string(), "`age-keygen` makes an identity and its recipient.")
            }
            Self::Identity => Failure::work(self.to_string(), "`age-keygen` makes such a file."),
            Self::Wrong => Failure::work(
                self.to_string(),
                "Nothing was changed. HALFLIGHT_BACKUP_PASSPHRASE_FILE names its passphrase where it is another.",
            ),
            Self::NotABackup => {
                Failure::work(self.to_string(), "Nothing was changed. See whether it is the right file.")
            }
            Self::Seal(_) | Self::Io(_) => Failure::work("the backup could not be read or written", REPORT),
        }
    }
}

impl Told for BackupError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Exists => {
                Failure::work("there is a file of that name", "Nothing was written; choose another name.")
            }
            Self::Seal(error) => error.told(folder),
            Self::Export(error) => error.told(folder),
            Self::Io(error) => Failure::work(
                format!("the backup could not be written ({})", error.kind()),
                "See whether the disk is full or the folder is there. No half of it was left.",
            ),
        }
    }
}

impl Told for RestoreError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Backup(error) => error.told(folder),
            Self::Broken(_) => Failure::work(
                "the backup breaks off or was changed",
                "Nothing was changed. Take another backup, or copy this one again from where it came.",
            ),
            Self::Line(skipped) => Failure::work(
                format!("line {} of the backup cannot be read: {}", skipped.line, skipped.why),
                "Nothing was changed. A newer Halflight may have written it; use that version.",
            ),
            Self::Open(error) => error.told(folder),
            Self::Lock(error) => error.told(folder),
            Self::Create(error) => error.told(folder),
            Self::Write(error) => error.told(folder),
            Self::Store(error) => error.told(folder),
            Self::Differs(_) => Failure::work("the new vault did not hold what the backup holds", REPORT),
            Self::Folder(error) => Failure::work(
                format!("the folder {} could not be changed ({})", folder.path().display(), error.kind()),
                "The vault that was there is as it was.",
            ),
        }
    }
}

impl Told for EraseError {
    fn told(&self, folder: &Folder) -> Failure {
        match self {
            Self::Nothing => Failure::work(
                "nothing in the vault answers to that",
                "`halflight erase --list` shows the newest entries with their numbers.",
            ),
            Self::Ledger(ledger::EraseError::Write(error)) => error.told(folder),
            Self::Ledger(error) => Failure::work(error.to_string(), "Nothing was erased."),
            Self::Store(error) => error.told(folder),
        }
    }
}
