//! The embedded store: one SQLite file. Every change is on the disk before it is answered; what is erased is
//! overwritten; what cannot be read is named, and the rest is read all the same.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{Connection, Row as _, Transaction};

use super::folder::{beside, make_private};
use super::{Change, Owner, Page, Scrubbed, StoreError, sql};
use crate::seal::{Link, Sealed, SealedHead};
use crate::wire::Seq;

/// The tables of version 1.
const TABLES: &str = include_str!("../../migrations/sqlite/1_vault.sql");
const VERSION: i64 = 1;
/// "half", so that `file` and others can tell what it is without opening it.
const APPLICATION: i64 = 0x6861_6c66;
/// So long a change waits for another process to finish its own.
const PATIENCE: Duration = Duration::from_secs(10);

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// For reading and writing.
    Write,
    /// For reading alone; nothing is created or changed.
    Read,
}

/// One SQLite file.
pub struct Sqlite {
    connection: SqliteConnection,
    access: Access,
    /// Whether a reading holds its moment; it may have been given up halfway.
    frozen: bool,
}

impl Sqlite {
    /// Makes the file.
    ///
    /// # Errors
    /// [`StoreError`] of the disk.
    pub async fn create(path: &Path) -> Result<Self, StoreError> {
        make_private(path)?;
        let mut connection = connect(path, Access::Write, false).await?;
        let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.map_err(database)?;
        if version(&mut transaction).await? == 0 {
            sqlx::raw_sql(TABLES).execute(&mut *transaction).await.map_err(database)?;
            let stamp = "PRAGMA user_version = 1; PRAGMA application_id = 1751215206";
            sqlx::raw_sql(stamp).execute(&mut *transaction).await.map_err(database)?;
        }
        transaction.commit().await.map_err(database)?;
        Ok(Self { connection, access: Access::Write, frozen: false })
    }

    /// Opens the file.
    ///
    /// # Errors
    /// [`StoreError::Missing`] where there is none, [`StoreError::NotAVault`] and [`StoreError::Version`] where it is
    /// something else.
    pub async fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        if !path.try_exists()? {
            return Err(StoreError::Missing);
        }
        let (connection, version) = match opened(path, access, false).await {
            Err(StoreError::ReadOnly | StoreError::Database(_)) if access == Access::Read => {
                only_readable(path).await?
            }
            opened => opened?,
        };
        match version {
            VERSION => {}
            0 => return Err(StoreError::NotAVault),
            other => return Err(StoreError::Version(other)),
        }
        Ok(Self { connection, access, frozen: false })
    }

    pub(super) async fn create_journal(
        &mut self,
        owner: Owner,
        header: &[u8],
        head: &SealedHead,
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        let there = sqlx::query(sql::READ_HEAD).bind(owner.0).fetch_optional(&mut *transaction);
        if there.await.map_err(database)?.is_some() {
            return Err(StoreError::Exists);
        }
        put_headers(&mut transaction, owner, header).await?;
        let create = sqlx::query(sql::CREATE_HEAD).bind(owner.0).bind(number(head.revision));
        create.bind(&head.body[..]).execute(&mut *transaction).await.map_err(database)?;
        transaction.commit().await.map_err(database)
    }

    pub(super) async fn headers(&mut self, owner: Owner) -> Result<Vec<Vec<u8>>, StoreError> {
        let rows = sqlx::query(sql::READ_HEADERS).bind(owner.0).fetch_all(&mut self.connection);
        Ok(rows.await.map_err(database)?.iter().filter_map(|row| row.try_get(0).ok()).collect())
    }

    pub(super) async fn put_header(&mut self, owner: Owner, header: &[u8]) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        put_headers(&mut transaction, owner, header).await?;
        transaction.commit().await.map_err(database)
    }

    pub(super) async fn head(&mut self, owner: Owner) -> Result<Option<SealedHead>, StoreError> {
        let row = sqlx::query(sql::READ_HEAD).bind(owner.0).fetch_optional(&mut self.connection);
        let Some(row) = row.await.map_err(database)? else { return Ok(None) };
        let revision: i64 = row.try_get(0).map_err(database)?;
        let body = row.try_get(1).map_err(database)?;
        Ok(Some(SealedHead { revision: revision.cast_unsigned(), body }))
    }

    pub(super) async fn change(&mut self, owner: Owner, change: Change<'_>) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        let moved = sqlx::query(sql::MOVE_HEAD)
            .bind(number(change.head.revision))
            .bind(&change.head.body[..])
            .bind(owner.0)
            .bind(number(change.expected))
            .execute(&mut *transaction)
            .await
            .map_err(database)?;
        if moved.rows_affected() != 1 {
            return Err(StoreError::Moved);
        }
        for sealed in change.added {
            let add = sqlx::query(sql::ADD).bind(owner.0).bind(number(sealed.seq.0));
            let add = add.bind(sealed.salt.as_ref().map(|salt| &salt[..])).bind(&sealed.body[..]);
            add.bind(&sealed.link.0[..]).execute(&mut *transaction).await.map_err(database)?;
        }
        for sealed in change.erased {
            let erase = sqlx::query(sql::ERASE).bind(&sealed.body[..]).bind(owner.0);
            erase.bind(number(sealed.seq.0)).execute(&mut *transaction).await.map_err(database)?;
        }
        if !change.erased.is_empty() {
            let drop = sqlx::query(sql::DROP_SNAPSHOT).bind(owner.0);
            drop.execute(&mut *transaction).await.map_err(database)?;
        }
        transaction.commit().await.map_err(database)
    }

    /// Reads at once; where the file is damaged, one by one.
    pub(super) async fn read(&mut self, owner: Owner, after: Seq, most: u32) -> Result<Page, StoreError> {
        let read = sqlx::query(sql::READ).bind(owner.0).bind(number(after.0)).bind(i64::from(most));
        match read.fetch_all(&mut self.connection).await.map_err(database) {
            Ok(rows) => {
                let full = rows.len() == most as usize;
                let rows: Vec<_> = rows.iter().filter_map(sealed).collect();
                let last = rows.last().map(|row| row.as_ref().map_or_else(|seq| *seq, |sealed| sealed.seq));
                Ok(Page { rows, next: last.filter(|_| full) })
            }
            Err(StoreError::Torn(_)) => Ok(self.read_one_by_one(owner, after, most).await),
            Err(error) => Err(error),
        }
    }

    async fn read_one_by_one(&mut self, owner: Owner, after: Seq, most: u32) -> Page {
        let end = Seq(after.0 + u64::from(most));
        let mut rows = Vec::new();
        for seq in (after.0 + 1..=end.0).map(Seq) {
            let read = sqlx::query(sql::READ_ONE).bind(owner.0).bind(number(seq.0));
            match read.fetch_optional(&mut self.connection).await {
                Ok(row) => rows.extend(row.as_ref().and_then(sealed)),
                Err(_) => rows.push(Err(seq)),
            }
        }
        let any = rows.iter().any(Result::is_ok);
        Page { rows, next: any.then_some(end) }
    }

    pub(super) async fn snapshot(&mut self, owner: Owner) -> Result<Option<Vec<u8>>, StoreError> {
        let row = sqlx::query(sql::READ_SNAPSHOT).bind(owner.0).fetch_optional(&mut self.connection);
        Ok(row.await.map_err(database)?.and_then(|row| row.try_get(0).ok()))
    }

    pub(super) async fn put_snapshot(
        &mut self,
        owner: Owner,
        revision: u64,
        snapshot: &[u8],
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        let head = sqlx::query(sql::READ_HEAD).bind(owner.0).fetch_optional(&mut *transaction);
        let head = head.await.map_err(database)?.ok_or(StoreError::Missing)?;
        if head.try_get::<i64, _>(0).map_err(database)? != number(revision) {
            return Err(StoreError::Moved);
        }
        let put = sqlx::query(sql::PUT_SNAPSHOT).bind(owner.0).bind(snapshot);
        put.execute(&mut *transaction).await.map_err(database)?;
        transaction.commit().await.map_err(database)
    }

    pub(super) async fn delete(&mut self, owner: Owner) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        for statement in sql::DELETE {
            sqlx::query(statement).bind(owner.0).execute(&mut *transaction).await.map_err(database)?;
        }
        transaction.commit().await.map_err(database)
    }

    /// Erased cells are zeroed in their pages already; this brings those pages to the disk, and then rewrites the
    /// file, so that no page keeps an older copy in its free space.
    pub(super) async fn scrub(&mut self) -> Result<Scrubbed, StoreError> {
        if self.checkpoint().await? == Scrubbed::Later {
            return Ok(Scrubbed::Later);
        }
        sqlx::raw_sql("VACUUM").execute(&mut self.connection).await.map_err(database)?;
        self.checkpoint().await
    }

    /// Brings the log beside the file into the file and empties it.
    pub(super) async fn checkpoint(&mut self) -> Result<Scrubbed, StoreError> {
        let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut self.connection);
        let busy: i64 = row.await.map_err(database)?.try_get(0).map_err(database)?;
        Ok(if busy == 0 { Scrubbed::Fully } else { Scrubbed::Later })
    }

    pub(super) async fn check_file(&mut self) -> Result<Vec<String>, StoreError> {
        let rows = sqlx::query("PRAGMA integrity_check(20)").fetch_all(&mut self.connection).await;
        let said: Vec<String> = match rows.map_err(database) {
            Ok(rows) => rows.iter().filter_map(|row| row.try_get(0).ok()).collect(),
            Err(StoreError::Torn(_)) => vec!["the database cannot read it through".into()],
            Err(error) => return Err(error),
        };
        Ok(said.into_iter().filter(|line| line != "ok").collect())
    }

    /// From here to [`Self::thaw`] every reading sees the same moment, whoever writes meanwhile.
    pub(super) async fn freeze(&mut self) -> Result<(), StoreError> {
        self.thaw().await;
        self.frozen = true;
        sqlx::raw_sql("BEGIN").execute(&mut self.connection).await.map(drop).map_err(database)
    }

    /// Nothing was written, so that there is nothing to lose by it and nothing to hear from it.
    pub(super) async fn thaw(&mut self) {
        if self.frozen {
            let _ended = sqlx::raw_sql("ROLLBACK").execute(&mut self.connection).await;
            self.frozen = false;
        }
    }

    /// Begins a change; it is undone if it is given up halfway.
    async fn begin(&mut self) -> Result<Transaction<'_, sqlx::Sqlite>, StoreError> {
        self.thaw().await;
        self.connection.begin_with("BEGIN IMMEDIATE").await.map_err(database)
    }

    /// Makes every further write that would let the file grow beyond `pages` fail as a full disk does.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn limit_pages(&mut self, pages: u32) -> Result<(), StoreError> {
        let limit = format!("PRAGMA max_page_count = {pages}");
        sqlx::raw_sql(sqlx::AssertSqlSafe(limit)).execute(&mut self.connection).await.map_err(database)?;
        Ok(())
    }

    pub(super) async fn close(mut self) -> Result<(), StoreError> {
        if self.access == Access::Write {
            // A full disk or another reader leaves the log as it is; it is durable all the same.
            let _left_for_later = self.checkpoint().await;
        }
        self.connection.close().await.map_err(database)
    }
}

async fn connect(path: &Path, access: Access, immutable: bool) -> Result<SqliteConnection, StoreError> {
    let mut options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .read_only(access == Access::Read)
        .immutable(immutable)
        .busy_timeout(PATIENCE)
        .row_buffer_size(1024)
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON");
    if access == Access::Write {
        options = options
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("fullfsync", "ON")
            .pragma("checkpoint_fullfsync", "ON");
    }
    SqliteConnection::connect_with(&options).await.map_err(database)
}

/// A file on a disk that cannot be written: it is read as it is, if no unfinished log lies beside it.
async fn only_readable(path: &Path) -> Result<(SqliteConnection, i64), StoreError> {
    let log = beside(path, "-wal").metadata().map_or(0, |log| log.len());
    if log > 0 {
        return Err(StoreError::ReadOnly);
    }
    opened(path, Access::Read, true).await
}

/// A connection, and the version of the file behind it; a connection alone has not looked at the file yet.
async fn opened(path: &Path, access: Access, immutable: bool) -> Result<(SqliteConnection, i64), StoreError> {
    let mut connection = connect(path, access, immutable).await?;
    let version = version(&mut connection).await?;
    Ok((connection, version))
}

async fn version(connection: &mut SqliteConnection) -> Result<i64, StoreError> {
    let pragma = |name: &'static str| sqlx::query(name);
    let read = pragma("PRAGMA application_id").fetch_one(&mut *connection).await.map_err(database)?;
    let application: i64 = read.try_get(0).map_err(database)?;
    let read = pragma("PRAGMA user_version").fetch_one(&mut *connection).await.map_err(database)?;
    let version: i64 = read.try_get(0).map_err(database)?;
    if version != 0 && application != APPLICATION {
        return Err(StoreError::NotAVault);
    }
    Ok(version)
}

async fn put_headers(
    connection: &mut SqliteConnection,
    owner: Owner,
    header: &[u8],
) -> Result<(), StoreError> {
    for copy in sql::COPIES {
        let put = sqlx::query(sql::PUT_HEADER).bind(owner.0).bind(copy).bind(header);
        put.execute(&mut *connection).await.map_err(database)?;
    }
    Ok(())
}

/// A row as a record; named where it cannot be one, none where not even its place can be read.
fn sealed(row: &SqliteRow) -> Option<super::Row> {
    let seq = Seq(row.try_get::<i64, _>(0).ok()?.cast_unsigned());
    let record = || {
        let salt: Option<&[u8]> = row.try_get(1).ok()?;
        let salt = salt.map(<[u8; 32]>::try_from).transpose().ok()?;
        let body: Vec<u8> = row.try_get(2).ok()?;
        let link: &[u8] = row.try_get(3).ok()?;
        Some(Sealed { seq, salt, body, link: Link(link.try_into().ok()?) })
    };
    Some(record().ok_or(seq))
}

fn number(of: u64) -> i64 {
    of.cast_signed()
}

/// SQLite's result codes, as what they mean to whoever reads them.
fn database(error: sqlx::Error) -> StoreError {
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<i32>().ok());
    match code.map(|code| code & 0xff) {
        Some(5 | 6) => StoreError::Busy,
        // The file is there: that it cannot be opened means that nothing can be written beside it.
        Some(8 | 14) => StoreError::ReadOnly,
        Some(11) => StoreError::Torn(error),
        Some(13) => StoreError::Full,
        Some(26) => StoreError::NotAVault,
        _ => StoreError::Database(error),
    }
}
