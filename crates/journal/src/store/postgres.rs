//! The store of a hosted edition: one PostgreSQL, or whatever speaks its protocol with serialisable transactions. Every
//! change is durable before it is answered. It knows no account and opens no connection by itself: a pool is handed in.
//!
//! What is erased is a dead row until the database has vacuumed, and may live on in its log and in copies of it; the
//! salt that opened it is erased with it, but whoever holds an older copy of the database and the vault key can read it.

use sqlx::postgres::{PgPool, PgRow};
use sqlx::{Acquire as _, Row as _, Transaction};

use super::{Change, Owner, Page, Scrubbed, StoreError, sql};
use crate::seal::{Link, Sealed, SealedHead};
use crate::wire::Seq;

/// The tables of version 1.
pub const TABLES: &str = include_str!("../../migrations/postgres/1_vaults.sql");

/// So often what another change crossed is done again.
const TRIES: usize = 8;

/// The journals of many people in one database.
pub struct Postgres {
    pool: PgPool,
    /// Where readings see one moment.
    frozen: Option<Transaction<'static, sqlx::Postgres>>,
}

impl Postgres {
    /// The journals in the database that `pool` leads to, whose tables are there.
    #[must_use]
    pub const fn new(pool: PgPool) -> Self {
        Self { pool, frozen: None }
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
        let create = sqlx::query(sql::CREATE_HEAD).bind(owner.0).bind(head.revision.cast_signed());
        create.bind(&head.body[..]).execute(&mut *transaction).await.map_err(database)?;
        transaction.commit().await.map_err(database)
    }

    pub(super) async fn headers(&mut self, owner: Owner) -> Result<Vec<Vec<u8>>, StoreError> {
        let read = sqlx::query(sql::READ_HEADERS).bind(owner.0);
        let rows = match &mut self.frozen {
            Some(moment) => read.fetch_all(&mut **moment).await,
            None => read.fetch_all(&self.pool).await,
        };
        Ok(rows.map_err(database)?.iter().filter_map(|row| row.try_get(0).ok()).collect())
    }

    pub(super) async fn put_header(&mut self, owner: Owner, header: &[u8]) -> Result<(), StoreError> {
        let mut tries = Tries::default();
        loop {
            let put = self.put_header_once(owner, header).await;
            if !tries.again(&put) {
                return put;
            }
        }
    }

    async fn put_header_once(&mut self, owner: Owner, header: &[u8]) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        put_headers(&mut transaction, owner, header).await?;
        transaction.commit().await.map_err(database)
    }

    pub(super) async fn head(&mut self, owner: Owner) -> Result<Option<SealedHead>, StoreError> {
        let read = sqlx::query(sql::READ_HEAD).bind(owner.0);
        let row = match &mut self.frozen {
            Some(moment) => read.fetch_optional(&mut **moment).await,
            None => read.fetch_optional(&self.pool).await,
        };
        let Some(row) = row.map_err(database)? else { return Ok(None) };
        let revision: i64 = row.try_get(0).map_err(database)?;
        Ok(Some(SealedHead { revision: revision.cast_unsigned(), body: row.try_get(1).map_err(database)? }))
    }

    pub(super) async fn change(&mut self, owner: Owner, change: Change<'_>) -> Result<(), StoreError> {
        if change.erased.is_empty() && !change.added.is_empty() {
            return self.append(owner, change).await;
        }
        let mut transaction = self.begin().await?;
        let moved = sqlx::query(sql::MOVE_HEAD)
            .bind(change.head.revision.cast_signed())
            .bind(&change.head.body[..])
            .bind(owner.0)
            .bind(change.expected.cast_signed())
            .execute(&mut *transaction)
            .await
            .map_err(database)?;
        if moved.rows_affected() != 1 {
            return Err(StoreError::Moved);
        }
        if !change.added.is_empty() {
            add(&mut transaction, owner, change.added).await?;
        }
        for sealed in change.erased {
            let erase = sqlx::query(sql::ERASE).bind(&sealed.body[..]).bind(owner.0);
            erase.bind(sealed.seq.0.cast_signed()).execute(&mut *transaction).await.map_err(database)?;
        }
        if !change.erased.is_empty() {
            let drop = sqlx::query(sql::DROP_SNAPSHOT).bind(owner.0);
            drop.execute(&mut *transaction).await.map_err(database)?;
        }
        transaction.commit().await.map_err(database)
    }

    /// What is only added is one statement, whole or not at all: most changes are one record, and each way to the
    /// database and back costs more than it does. Of two at once the later finds the head moved.
    async fn append(&mut self, owner: Owner, change: Change<'_>) -> Result<(), StoreError> {
        self.thaw().await;
        let Columns { seqs, salts, bodies, links } = Columns::of(change.added);
        let append = sqlx::query(sql::MOVE_HEAD_AND_ADD_ALL)
            .bind(change.head.revision.cast_signed())
            .bind(&change.head.body[..])
            .bind(owner.0)
            .bind(change.expected.cast_signed())
            .bind(seqs)
            .bind(salts)
            .bind(bodies)
            .bind(links);
        let added = append.execute(&self.pool).await.map_err(database)?.rows_affected();
        if added == change.added.len() as u64 { Ok(()) } else { Err(StoreError::Moved) }
    }

    pub(super) async fn read(&mut self, owner: Owner, after: Seq, most: u32) -> Result<Page, StoreError> {
        let read = sqlx::query(sql::READ).bind(owner.0).bind(after.0.cast_signed()).bind(i64::from(most));
        let rows = match &mut self.frozen {
            Some(moment) => read.fetch_all(&mut **moment).await,
            None => read.fetch_all(&self.pool).await,
        };
        let rows = rows.map_err(database)?;
        let full = rows.len() == most as usize;
        let rows: Vec<_> = rows.iter().filter_map(sealed).collect();
        let last = rows.last().map(|row| row.as_ref().map_or_else(|seq| *seq, |sealed| sealed.seq));
        Ok(Page { rows, next: last.filter(|_| full) })
    }

    pub(super) async fn snapshot(&mut self, owner: Owner) -> Result<Option<Vec<u8>>, StoreError> {
        let row = sqlx::query(sql::READ_SNAPSHOT).bind(owner.0).fetch_optional(&self.pool);
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
        if head.try_get::<i64, _>(0).map_err(database)? != revision.cast_signed() {
            return Err(StoreError::Moved);
        }
        let put = sqlx::query(sql::PUT_SNAPSHOT).bind(owner.0).bind(snapshot);
        put.execute(&mut *transaction).await.map_err(database)?;
        transaction.commit().await.map_err(database)
    }

    pub(super) async fn delete(&mut self, owner: Owner) -> Result<(), StoreError> {
        let mut tries = Tries::default();
        loop {
            let deleted = self.delete_once(owner).await;
            if !tries.again(&deleted) {
                return deleted;
            }
        }
    }

    async fn delete_once(&mut self, owner: Owner) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        delete_all(&mut transaction, owner).await?;
        transaction.commit().await.map_err(database)
    }

    /// The database overwrites what was erased when it vacuums, which is its operator's matter.
    #[expect(clippy::unused_async, reason = "every store has the same shape")]
    pub(super) async fn scrub(&mut self) -> Result<Scrubbed, StoreError> {
        Ok(Scrubbed::Later)
    }

    /// The database looks after its own files.
    #[expect(clippy::unused_async, reason = "every store has the same shape")]
    pub(super) async fn check_file(&mut self) -> Result<Vec<String>, StoreError> {
        Ok(Vec::new())
    }

    /// From here to [`Self::thaw`] every reading sees the same moment, whoever writes meanwhile.
    pub(super) async fn freeze(&mut self) -> Result<(), StoreError> {
        self.thaw().await;
        let moment = self.pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await;
        self.frozen = Some(moment.map_err(database)?);
        Ok(())
    }

    /// Nothing was written, so that there is nothing to lose by it.
    pub(super) async fn thaw(&mut self) {
        if let Some(moment) = self.frozen.take() {
            let _ended = moment.rollback().await;
        }
    }

    pub(super) async fn close(mut self) -> Result<(), StoreError> {
        self.thaw().await;
        Ok(())
    }

    async fn begin(&mut self) -> Result<Transaction<'static, sqlx::Postgres>, StoreError> {
        self.thaw().await;
        begin(&self.pool).await
    }
}

/// Begins a change that sees nothing of another's until it is done.
///
/// # Errors
/// [`StoreError`] of the database.
pub async fn begin(pool: &PgPool) -> Result<Transaction<'static, sqlx::Postgres>, StoreError> {
    pool.begin_with("BEGIN ISOLATION LEVEL SERIALIZABLE").await.map_err(database)
}

/// How often a change was tried that others may cross.
#[derive(Default)]
pub struct Tries(usize);

impl Tries {
    /// Whether a change was crossed by another, and is to be done again: a few times at most.
    pub fn again<T>(&mut self, done: &Result<T, StoreError>) -> bool {
        self.0 += 1;
        matches!(done, Err(StoreError::Moved)) && self.0 < TRIES
    }
}

/// Takes everything of an owner away, within a change that does more.
///
/// # Errors
/// [`StoreError`] of the database.
pub async fn delete_all(
    transaction: &mut Transaction<'_, sqlx::Postgres>,
    owner: Owner,
) -> Result<(), StoreError> {
    for statement in sql::DELETE {
        sqlx::query(statement).bind(owner.0).execute(&mut **transaction).await.map_err(database)?;
    }
    Ok(())
}

/// Records, column by column: a long import is one statement.
struct Columns<'a> {
    seqs: Vec<i64>,
    salts: Vec<Option<&'a [u8]>>,
    bodies: Vec<&'a [u8]>,
    links: Vec<&'a [u8]>,
}

impl<'a> Columns<'a> {
    fn of(added: &'a [Sealed]) -> Self {
        Self {
            seqs: added.iter().map(|sealed| sealed.seq.0.cast_signed()).collect(),
            salts: added.iter().map(|sealed| sealed.salt.as_ref().map(|salt| &salt[..])).collect(),
            bodies: added.iter().map(|sealed| &sealed.body[..]).collect(),
            links: added.iter().map(|sealed| &sealed.link.0[..]).collect(),
        }
    }
}

async fn add(
    transaction: &mut Transaction<'static, sqlx::Postgres>,
    owner: Owner,
    added: &[Sealed],
) -> Result<(), StoreError> {
    let Columns { seqs, salts, bodies, links } = Columns::of(added);
    let add = sqlx::query(sql::ADD_ALL).bind(owner.0).bind(seqs).bind(salts).bind(bodies).bind(links);
    add.execute(transaction.acquire().await.map_err(database)?).await.map(drop).map_err(database)
}

async fn put_headers(
    transaction: &mut Transaction<'_, sqlx::Postgres>,
    owner: Owner,
    header: &[u8],
) -> Result<(), StoreError> {
    for copy in sql::COPIES {
        let put = sqlx::query(sql::PUT_HEADER).bind(owner.0).bind(copy).bind(header);
        put.execute(&mut **transaction).await.map_err(database)?;
    }
    Ok(())
}

/// A row as a record; named where it cannot be one, none where not even its place can be read.
fn sealed(row: &PgRow) -> Option<super::Row> {
    let seq = Seq(row.try_get::<i64, _>(0).ok()?.cast_unsigned());
    let record = || {
        let salt: Option<&[u8]> = row.try_get(1).ok()?;
        let salt = salt.map(<[u8; 32]>::try_from).transpose().ok()?;
        let link: &[u8] = row.try_get(3).ok()?;
        Some(Sealed { seq, salt, body: row.try_get(2).ok()?, link: Link(link.try_into().ok()?) })
    };
    Some(record().ok_or(seq))
}

/// PostgreSQL's codes, as what they mean to whoever reads them.
///
/// A transaction that another crossed (40001, 40P01), and a place that another took meanwhile (23505), are told as
/// [`StoreError::Moved`]: read on and try again.
#[must_use]
pub fn database(error: sqlx::Error) -> StoreError {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    match code.as_deref() {
        Some("40001" | "40P01" | "23505") => StoreError::Moved,
        Some("53100") => StoreError::Full,
        Some("25006") => StoreError::ReadOnly,
        Some("53300" | "57P01" | "57P02" | "57P03") => StoreError::Away(error),
        None if matches!(error, sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::Tls(_)) => {
            StoreError::Away(error)
        }
        Some(_) | None => StoreError::Database(error),
    }
}
