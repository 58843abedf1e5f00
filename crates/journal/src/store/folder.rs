//! The folder of a vault: which file is which, readable by its owner alone. Names of files say nothing of what they
//! hold. Which folder it is, others decide.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::private;

/// The folder that holds a vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder(PathBuf);

impl Folder {
    /// The vault in `path`.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The vault's file.
    #[must_use]
    pub fn vault(&self) -> PathBuf {
        self.0.join("vault.db")
    }

    /// The country for the help page, two letters; it lies outside the seal on purpose (SAFE-10).
    #[must_use]
    pub fn country(&self) -> PathBuf {
        self.0.join("country")
    }

    /// One person to call, for the help page, if the person chose so; it lies outside the seal on purpose (SAFE-10).
    #[must_use]
    pub fn person(&self) -> PathBuf {
        self.0.join("person")
    }

    /// The safety plan, for the help page, if the person chose so; outside the seal on purpose (SAFE-10).
    #[must_use]
    pub fn plan(&self) -> PathBuf {
        self.0.join("plan")
    }

    /// The lock beside it.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.0.join("vault.lock")
    }

    /// Where a vault is put together before it takes its place.
    #[must_use]
    pub fn staging(&self) -> PathBuf {
        self.0.join("vault.new.db")
    }

    /// The vault that was there before the last restore.
    #[must_use]
    pub fn previous(&self) -> PathBuf {
        self.0.join("vault.before-restore.db")
    }

    /// Whether there is a vault.
    #[must_use]
    pub fn has_vault(&self) -> bool {
        self.vault().exists()
    }

    /// Makes the folder, for its owner alone.
    ///
    /// # Errors
    /// What the file system says.
    pub fn make(&self) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.0)
    }

    /// Puts the staged vault in its place, keeping the one before; all files must be closed.
    ///
    /// # Errors
    /// What the file system says; the vault before is then still in its place.
    pub fn take_staged(&self) -> io::Result<()> {
        for file in [self.vault(), self.staging()] {
            // A log that is not in its file yet would be taken for the new file's.
            if beside(&file, "-wal").metadata().is_ok_and(|log| log.len() > 0) {
                return Err(io::Error::other("a log lies beside the vault"));
            }
        }
        File::open(self.staging())?.sync_all()?;
        if self.has_vault() {
            remove(&self.previous())?;
            // A second name for the old file first, so that there is a vault in its place at every moment.
            fs::hard_link(self.vault(), self.previous())
                .or_else(|_| fs::copy(self.vault(), self.previous()).map(drop))?;
        }
        fs::rename(self.staging(), self.vault())?;
        self.sync()
    }

    /// Removes a vault file and what a database keeps beside it, each overwritten first.
    ///
    /// # Errors
    /// What the file system says.
    pub fn destroy(&self, file: &Path) -> io::Result<()> {
        for file in [file.to_path_buf(), beside(file, "-wal"), beside(file, "-shm")] {
            overwrite(&file)?;
            remove(&file)?;
        }
        if self.0.exists() { self.sync() } else { Ok(()) }
    }

    /// Makes names in the folder durable.
    fn sync(&self) -> io::Result<()> {
        if cfg!(unix) { File::open(&self.0)?.sync_all() } else { Ok(()) }
    }
}

/// A file that SQLite keeps beside a database.
pub(super) fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Makes an empty file that its owner alone may read, if there is none.
pub(super) fn make_private(file: &Path) -> io::Result<()> {
    private::options().create(true).truncate(false).open(file).map(drop)
}

fn overwrite(file: &Path) -> io::Result<()> {
    use io::Write as _;
    let mut open = match OpenOptions::new().write(true).open(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        open => open?,
    };
    let zeros = [0; 8 * 1024];
    let mut left = open.metadata()?.len();
    while left > 0 {
        let part = usize::try_from(left).unwrap_or(zeros.len()).min(zeros.len());
        open.write_all(&zeros[..part])?;
        left -= part as u64;
    }
    open.sync_all()
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}
