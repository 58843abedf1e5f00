//! Where sealed things are kept. A store sees ciphertext only, and knows nothing of keys.
//!
//! Appending is optimistic on the head: whoever writes says which head they saw, and where it has moved on since,
//! nothing is written. What is there is never changed, except that an erased record loses its salt and its
//! ciphertext. One suite of tests holds for every store.

#[cfg(test)]
mod contract;
mod folder;
mod lock;
mod memory;
pub mod postgres;
mod sql;
mod sqlite;

use crate::seal::{Sealed, SealedHead};
use crate::wire::Seq;

pub use folder::Folder;
pub use lock::{Lock, LockError};
pub use memory::Memory;
pub use postgres::Postgres;
pub use sqlite::{Access, Sqlite};

/// Whose journal; a vault on one's own machine has the one owner [`Owner::ONLY`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Owner(pub i64);

impl Owner {
    /// The one owner of a vault on one's own machine.
    pub const ONLY: Self = Self(1);
}

/// Why a store did not do what it was asked. Holds no content: a store has none.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else has written since; read on and try again.
    #[error("the journal has moved on")]
    Moved,
    /// There is a vault already.
    #[error("there is a vault already")]
    Exists,
    /// There is no vault.
    #[error("there is no vault")]
    Missing,
    /// Another process keeps it busy.
    #[error("another process keeps the vault busy")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The disk, or the file, cannot be written.
    #[error("the vault cannot be written here")]
    ReadOnly,
    /// The file is no vault.
    #[error("the file is no vault")]
    NotAVault,
    /// A newer program made it.
    #[error("the vault was made in version {0}, which this program does not know")]
    Version(i64),
    /// The file itself is damaged.
    #[error("the file is damaged")]
    Torn(#[source] sqlx::Error),
    /// The database cannot be reached, or has no room for another; it may be back soon.
    #[error("the database is away")]
    Away(#[source] sqlx::Error),
    /// The database did something else.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
    /// The folder could not be read or written.
    #[error("the folder failed")]
    Folder(#[from] std::io::Error),
}

/// A record as it was read, or the place of one that could not be.
pub type Row = Result<Sealed, Seq>;

/// Records in order, and where to read on.
#[derive(Debug)]
pub struct Page {
    /// The records.
    pub rows: Vec<Row>,
    /// Read on after this place; none at the end.
    pub next: Option<Seq>,
}

/// What became of pages that held what was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scrubbed {
    /// They are overwritten.
    Fully,
    /// Another process is reading the vault; they are overwritten when it is next opened for writing.
    Later,
}

/// A change to a journal: records to add, records to erase, and the head that follows.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// The revision that the writer saw.
    pub expected: u64,
    /// Records to add at the end.
    pub added: &'a [Sealed],
    /// Records as they remain once erased, each in the place of what was there.
    pub erased: &'a [Sealed],
    /// The head that follows.
    pub head: &'a SealedHead,
}

/// A store.
pub enum Store {
    /// Nothing outlives the process.
    Memory(Memory),
    /// One file.
    Sqlite(Sqlite),
    /// A database for many.
    Postgres(Postgres),
}

macro_rules! each {
    ($store:expr, $inner:ident => $do:expr) => {
        match $store {
            Store::Memory($inner) => $do,
            Store::Sqlite($inner) => $do.await,
            Store::Postgres($inner) => $do.await,
        }
    };
}

impl Store {
    /// Whether many people's journals lie in it, each opened anew for many a request, over a line where each question costs.
    #[must_use]
    pub const fn is_of_many(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    /// Makes an empty journal.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where there is one.
    pub async fn create(&mut self, owner: Owner, header: &[u8], head: &SealedHead) -> Result<(), StoreError> {
        each!(self, store => store.create_journal(owner, header, head))
    }

    /// The copies of the header that can be read; none where there is no vault.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn headers(&mut self, owner: Owner) -> Result<Vec<Vec<u8>>, StoreError> {
        each!(self, store => store.headers(owner))
    }

    /// Puts a header in the place of the one before, in every copy.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn put_header(&mut self, owner: Owner, header: &[u8]) -> Result<(), StoreError> {
        each!(self, store => store.put_header(owner, header))
    }

    /// The head; none where there is no vault.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn head(&mut self, owner: Owner) -> Result<Option<SealedHead>, StoreError> {
        each!(self, store => store.head(owner))
    }

    /// Changes the journal, all of it or nothing; durable when it returns. Erasing drops the snapshot as well.
    ///
    /// # Errors
    /// [`StoreError::Moved`] where the head is not the one expected.
    pub async fn change(&mut self, owner: Owner, change: Change<'_>) -> Result<(), StoreError> {
        each!(self, store => store.change(owner, change))
    }

    /// Up to `most` records after a place, in order; one that cannot be read is named in its place.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn read(&mut self, owner: Owner, after: Seq, most: u32) -> Result<Page, StoreError> {
        each!(self, store => store.read(owner, after, most))
    }

    /// The snapshot, if there is one.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn snapshot(&mut self, owner: Owner) -> Result<Option<Vec<u8>>, StoreError> {
        each!(self, store => store.snapshot(owner))
    }

    /// Keeps a snapshot in the place of the one before, if the head is still at `revision`.
    ///
    /// # Errors
    /// [`StoreError::Moved`] where it is not.
    pub async fn put_snapshot(
        &mut self,
        owner: Owner,
        revision: u64,
        snapshot: &[u8],
    ) -> Result<(), StoreError> {
        each!(self, store => store.put_snapshot(owner, revision, snapshot))
    }

    /// Deletes everything of an owner.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn delete(&mut self, owner: Owner) -> Result<(), StoreError> {
        each!(self, store => store.delete(owner))
    }

    /// Overwrites what was erased, wherever the store may still hold it.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn scrub(&mut self) -> Result<Scrubbed, StoreError> {
        each!(self, store => store.scrub())
    }

    /// From here to [`Self::thaw`] every reading sees the same moment, whoever writes meanwhile.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn freeze(&mut self) -> Result<(), StoreError> {
        each!(self, store => store.freeze())
    }

    /// Ends what [`Self::freeze`] began.
    pub async fn thaw(&mut self) {
        each!(self, store => store.thaw());
    }

    /// What the database itself finds wrong with its file; empty where all is well.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn check_file(&mut self) -> Result<Vec<String>, StoreError> {
        each!(self, store => store.check_file())
    }

    /// Lets go of it. Dropping does as well, but waits for nothing.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn close(self) -> Result<(), StoreError> {
        each!(self, store => store.close())
    }
}
