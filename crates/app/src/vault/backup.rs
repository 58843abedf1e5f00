//! Backing up: one sealed file, a moment of the vault, which comes into its place whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use journal::backup::{self, For, Sealing};
use journal::ledger::Fault;
use journal::private;

use super::{ExportError, Vault};

/// What a backup came to.
#[derive(Debug)]
pub struct BackedUp {
    /// What is not in it, because it is damaged.
    pub faults: Vec<Fault>,
}

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file of that name is there.
    #[error("there is such a file already")]
    Exists,
    /// Sealing it.
    #[error(transparent)]
    Seal(#[from] backup::BackupError),
    /// Reading the vault, or writing.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The file system.
    #[error("the backup could not be written")]
    Io(#[from] io::Error),
}

impl Vault {
    /// Writes a backup to `path`; other processes may go on writing into the vault.
    ///
    /// # Errors
    /// [`BackupError`]; there is no half of a backup then.
    pub async fn back_up(&mut self, path: &Path, whom: For<'_>) -> Result<BackedUp, BackupError> {
        if path.exists() {
            return Err(BackupError::Exists);
        }
        let part = part_of(path);
        let written = self.write_backup(&part, whom).await;
        let kept = written.and_then(|done| {
            fs::rename(&part, path)?;
            sync_folder_of(path)?;
            Ok(done)
        });
        if kept.is_err() {
            // What is left of it is sealed, and in nobody's way.
            let _gone = fs::remove_file(&part);
        }
        kept
    }

    async fn write_backup(&mut self, part: &Path, whom: For<'_>) -> Result<BackedUp, BackupError> {
        let file = private::options().create(true).truncate(true).open(part)?;
        let mut sealing = Sealing::begin(BufWriter::new(file), whom)?;
        let faults = self.export(&mut sealing).await?;
        let file = sealing.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(BackedUp { faults })
    }
}

/// Makes the name durable as well.
fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if cfg!(unix) { File::open(folder.unwrap_or(Path::new(".")))?.sync_all() } else { Ok(()) }
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}
