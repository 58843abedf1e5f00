//! A file as it is handed in: its name and its bytes, mapped where it comes from a disk.
//!
//! Opening files belongs to whoever calls; nothing here looks for one.

use std::fs::File;
use std::io;

/// The bytes of one file.
#[derive(Debug)]
pub struct Source {
    /// The path or name it is told under.
    pub name: String,
    bytes: Bytes,
}

#[derive(Debug)]
enum Bytes {
    Held(Vec<u8>),
    Mapped(memmap2::Mmap),
}

impl Source {
    /// Bytes that are in memory already.
    #[must_use]
    pub fn held(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes: Bytes::Held(bytes) }
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
        Ok(Self { name: name.into(), bytes: Bytes::Mapped(map) })
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Held(bytes) => bytes,
            Bytes::Mapped(map) => map,
        }
    }
}
