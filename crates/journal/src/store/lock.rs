//! The lock beside the vault: everyone who has it open holds the lock shared; whoever puts another file in its place
//! must hold it alone. Two writers at once are kept apart by the database's own lock, one change at a time.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

use crate::private;

/// Held while the vault is open.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held for as long as it lives")] Option<File>);

/// Why the lock was not had.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process has the vault open.
    #[error("another process has the vault open")]
    InUse,
    /// Another process is putting another vault in its place.
    #[error("another process is replacing the vault")]
    Replacing,
    /// The lock file failed.
    #[error("the lock file failed")]
    Io(#[from] io::Error),
}

impl Lock {
    /// Holds it together with others who have the vault open. Where nothing can be written, there is nothing to hold.
    ///
    /// # Errors
    /// [`LockError::Replacing`] while another process replaces the vault.
    pub fn shared(path: &Path) -> Result<Self, LockError> {
        let file = match open(path) {
            Err(error) if is_read_only(&error) => return Ok(Self(None)),
            file => file?,
        };
        match patiently(|| file.try_lock_shared()) {
            Ok(()) => Ok(Self(Some(file))),
            Err(TryLockError::WouldBlock) => Err(LockError::Replacing),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Holds it alone.
    ///
    /// # Errors
    /// [`LockError::InUse`] while another process has the vault open.
    pub fn alone(path: &Path) -> Result<Self, LockError> {
        let file = open(path)?;
        match patiently(|| file.try_lock()) {
            Ok(()) => Ok(Self(Some(file))),
            Err(TryLockError::WouldBlock) => Err(LockError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

/// So often a lock that somebody else holds is tried again, and so long after each.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(10);

/// Tries for a moment: a process that was just started holds what its parent held until its own program is loaded.
fn patiently(try_lock: impl Fn() -> Result<(), TryLockError>) -> Result<(), TryLockError> {
    for _ in 0..TRIES {
        match try_lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            tried => return tried,
        }
    }
    try_lock()
}

fn open(path: &Path) -> io::Result<File> {
    private::options().create(true).truncate(false).open(path)
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_may_have_it_open_and_one_alone_may_replace_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lock");
        let (one, two) = (Lock::shared(&path), Lock::shared(&path));
        assert!(one.is_ok() && two.is_ok());
        assert!(matches!(Lock::alone(&path), Err(LockError::InUse)));
        drop((one, two));
        let alone = Lock::alone(&path);
        assert!(alone.is_ok());
        assert!(matches!(Lock::shared(&path), Err(LockError::Replacing)));
    }
}
