//! A file or folder as it is handed in: its name and its bytes, mapped where it comes from a disk.
//!
//! Choosing what is read belongs to whoever calls. A folder stands for the files in it, which are opened one after
//! the other while they are read.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// The bytes of one file, or the files of one folder.
#[derive(Debug)]
pub struct Source {
    /// The path or name it is told under.
    pub name: String,
    bytes: Bytes,
    path: Option<PathBuf>,
}

#[derive(Debug)]
enum Bytes {
    Held(Vec<u8>),
    Mapped(memmap2::Mmap),
    Folder(Vec<PathBuf>),
}

/// Folders within folders are looked into so deep.
const DEEPEST: usize = 16;
/// So many files of a folder are looked at.
const MOST_FILES: usize = 200_000;

impl Source {
    /// Bytes that are in memory already.
    #[must_use]
    pub fn held(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes: Bytes::Held(bytes), path: None }
    }

    /// A file or folder on a disk.
    ///
    /// # Errors
    /// If it cannot be opened.
    pub fn open(path: &Path) -> io::Result<Self> {
        let name = path.display().to_string();
        if path.is_dir() {
            let mut files = Vec::new();
            collect(path, DEEPEST, &mut files)?;
            files.sort();
            return Ok(Self { name, bytes: Bytes::Folder(files), path: Some(path.to_owned()) });
        }
        let source = Self::mapped(name, &File::open(path)?)?;
        Ok(Self { path: Some(path.to_owned()), ..source })
    }

    /// The bytes of an open file, mapped: none is copied before it is looked at.
    ///
    /// # Errors
    /// If the file is no plain file or cannot be mapped.
    pub fn mapped(name: impl Into<String>, file: &File) -> io::Result<Self> {
        let about = file.metadata()?;
        if about.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        if about.len() == 0 {
            return Ok(Self::held(name, Vec::new()));
        }
        #[expect(
            unsafe_code,
            reason = "mapping is sound while nobody shortens the file; an export lies still, and were it cut \
                      while it is read the process ends without having written anything"
        )]
        // SAFETY: see the reason above; the map is private and only ever read.
        let map = unsafe { memmap2::Mmap::map(file)? };
        Ok(Self { name: name.into(), bytes: Bytes::Mapped(map), path: None })
    }

    /// The bytes; none of a folder.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Held(bytes) => bytes,
            Bytes::Mapped(map) => map,
            Bytes::Folder(_) => &[],
        }
    }

    /// The files of a folder, in the order of their names; `None` for a file.
    pub(crate) fn files(&self) -> Option<&[PathBuf]> {
        match &self.bytes {
            Bytes::Folder(files) => Some(files),
            _ => None,
        }
    }

    /// Where it lies, if it was opened from a disk.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

/// Gathers the plain files below a folder. Links are not followed: they may lead anywhere, or in a circle.
fn collect(folder: &Path, deep: usize, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let sort = entry.file_type()?;
        let hidden = entry.file_name().to_string_lossy().starts_with("._");
        if sort.is_file() && !hidden && files.len() < MOST_FILES {
            files.push(entry.path());
        } else if sort.is_dir() && deep > 0 {
            collect(&entry.path(), deep - 1, files)?;
        }
    }
    Ok(())
}
