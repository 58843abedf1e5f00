//! Opening a database so that nothing about it changes, wherever it lies.
//!
//! A file that is whole is opened as one that never changes: nothing is locked, written or made beside it. Where a
//! `-wal` lies beside it, what it holds must be worked in, so both are copied to a folder of their own and the copy is
//! opened; the folder goes when reading ends. Bytes without a file, from a zip or a browser, are opened in memory.

use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Where a database is opened from.
pub(super) enum Store<'a> {
    /// A file that is whole.
    Whole(&'a Path),
    /// A copy of a file and of what was written beside it, in a folder that goes with this.
    Copied(PathBuf, #[expect(dead_code, reason = "the folder goes when it is dropped")] TempDir),
    /// Bytes.
    Held(&'a [u8]),
}

impl<'a> Store<'a> {
    pub(super) fn new(bytes: &'a [u8], path: Option<&'a Path>) -> io::Result<Self> {
        let Some(path) = path else { return Ok(Self::Held(bytes)) };
        let mut beside = path.as_os_str().to_owned();
        beside.push("-wal");
        let beside = PathBuf::from(beside);
        if std::fs::metadata(&beside).map_or(0, |about| about.len()) == 0 {
            return Ok(Self::Whole(path));
        }
        let folder = tempfile::tempdir()?;
        let copy = folder.path().join("chat.db");
        std::fs::copy(path, &copy)?;
        std::fs::copy(&beside, folder.path().join("chat.db-wal"))?;
        writable(&copy)?;
        writable(&folder.path().join("chat.db-wal"))?;
        Ok(Self::Copied(copy, folder))
    }

    /// Whether a second connection costs little.
    pub(super) const fn opens_again(&self) -> bool {
        !matches!(self, Self::Held(_))
    }

    /// A connection.
    pub(super) fn open(&self) -> rusqlite::Result<Connection> {
        let connection = match self {
            Self::Whole(path) => {
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
                    | OpenFlags::SQLITE_OPEN_URI
                    | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                Connection::open_with_flags(address(path), flags)?
            }
            // Working in what lies beside it needs writing, to the copy.
            Self::Copied(path, _) => {
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                Connection::open_with_flags(path, flags)?
            }
            Self::Held(bytes) => {
                let mut connection = Connection::open_in_memory()?;
                let mut bytes = bytes.to_vec();
                // Bytes in memory have nothing beside them: the two that say so are set to say that.
                if let Some([write, read]) = bytes.get_mut(18..20) {
                    (*write, *read) = ((*write).min(1), (*read).min(1));
                }
                let length = bytes.len();
                connection.deserialize_read_exact(MAIN_DB, bytes.as_slice(), length, true)?;
                connection
            }
        };
        // Functions and views in the file are somebody else's; none is run. Pages are mapped, not copied.
        connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA mmap_size = 17179869184; PRAGMA cache_size = -4096;")?;
        Ok(connection)
    }
}

/// The address of a file that never changes.
fn address(path: &Path) -> String {
    let plain = path.to_string_lossy();
    let mut address = String::from(if path.is_absolute() { "file://" } else { "file:" });
    for sign in plain.chars() {
        match sign {
            '%' => address.push_str("%25"),
            '?' => address.push_str("%3f"),
            '#' => address.push_str("%23"),
            '\\' if cfg!(windows) => address.push('/'),
            other => address.push(other),
        }
    }
    address + "?immutable=1"
}

/// A copy may be read-only as its original was.
fn writable(path: &Path) -> io::Result<()> {
    let mut rights = std::fs::metadata(path)?.permissions();
    if rights.readonly() {
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o600);
        #[cfg(not(unix))]
        rights.set_readonly(false);
        std::fs::set_permissions(path, rights)?;
    }
    Ok(())
}
