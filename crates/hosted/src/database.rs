//! The database of a hosted edition: reached through a pool, and brought to the newest tables without stopping whoever
//! still serves from the ones before. It reads no row of anybody's.

use std::str::FromStr as _;
use std::time::Duration;

use journal::store::postgres::{self, database};
use journal::store::{Postgres, Store, StoreError};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{Connection as _, Executor as _, Row as _};

/// The tables, step by step. A step only ever adds what older nodes do not miss, or says which of them must end first.
const STEPS: [Step; 4] = [
    Step { version: 1, oldest: 1, tables: postgres::TABLES },
    Step { version: 2, oldest: 1, tables: include_str!("../migrations/2_accounts.sql") },
    Step { version: 3, oldest: 1, tables: include_str!("../migrations/3_talk.sql") },
    Step { version: 4, oldest: 1, tables: include_str!("../migrations/4_parcels.sql") },
];

struct Step {
    version: i32,
    /// Nodes that know no step before this one cannot serve beside it.
    oldest: i32,
    tables: &'static str,
}

/// So often a step that another node takes at the same time is looked at again.
const TRIES: usize = 100;
/// So long a request waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// So long a statement may take, and wait for another.
const LONGEST: &str = "SET statement_timeout = '20s'; SET lock_timeout = '5s'";
/// A connection that lay idle so long is asked whether it is still one: no database falls and comes back sooner.
const IDLE: Duration = Duration::from_millis(50);

/// The database.
#[derive(Clone)]
pub struct Database {
    pub(crate) pool: PgPool,
}

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The address is none.
    #[error("this is no address of a PostgreSQL")]
    Address(#[source] sqlx::Error),
    /// It does not answer, or not as it should.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Its tables are of a newer program, beside which this one cannot serve.
    #[error("the database needs a program that knows step {0} of its tables")]
    Newer(i32),
}

impl Database {
    /// The database at `address` (`postgres://…`), with at most so many connections. It is not called yet.
    ///
    /// # Errors
    /// [`DatabaseError::Address`].
    pub fn at(address: &str, connections: u32) -> Result<Self, DatabaseError> {
        let options = PgConnectOptions::from_str(address).map_err(DatabaseError::Address)?;
        let options = options.application_name("halflight");
        let pool = PgPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            .before_acquire(|connection, told| {
                Box::pin(async move { Ok(told.idle_for < IDLE || connection.ping().await.is_ok()) })
            })
            .after_connect(|connection, _| {
                Box::pin(async move {
                    // Nobody waits for ever; where a database does not know the setting, it has one of its own.
                    let _bounded_or_not = connection.execute(LONGEST).await;
                    Ok(())
                })
            })
            .connect_lazy_with(options);
        Ok(Self { pool })
    }

    /// Brings the tables to the newest step; however many nodes do so at once, each step is taken once.
    ///
    /// # Errors
    /// [`DatabaseError`]; each step was taken whole or not at all.
    pub async fn bring_up(&self) -> Result<(), DatabaseError> {
        for tried in 1.. {
            match self.step_up().await {
                Err(DatabaseError::Store(StoreError::Moved)) if tried < TRIES => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                done => return done,
            }
        }
        Ok(())
    }

    async fn step_up(&self) -> Result<(), DatabaseError> {
        let table = "CREATE TABLE IF NOT EXISTS step (version INTEGER PRIMARY KEY, oldest INTEGER NOT NULL)";
        // Two that make it at once clash in the catalogue; the one that came late finds it there the next time.
        sqlx::raw_sql(table).execute(&self.pool).await.map_err(taken_by_another)?;
        let newest = STEPS[STEPS.len() - 1].version;
        loop {
            let mut transaction = postgres::begin(&self.pool).await?;
            let row = sqlx::query("SELECT COALESCE(MAX(version), 0), COALESCE(MAX(oldest), 0) FROM step");
            let row = row.fetch_one(&mut *transaction).await.map_err(database)?;
            let (taken, oldest): (i32, i32) =
                (row.try_get(0).map_err(database)?, row.try_get(1).map_err(database)?);
            if oldest > newest {
                return Err(DatabaseError::Newer(oldest));
            }
            let Some(step) = STEPS.iter().find(|step| step.version > taken) else { return Ok(()) };
            sqlx::raw_sql(step.tables).execute(&mut *transaction).await.map_err(taken_by_another)?;
            let note = sqlx::query("INSERT INTO step (version, oldest) VALUES ($1, $2)");
            let note = note.bind(step.version).bind(step.oldest).execute(&mut *transaction).await;
            note.map_err(database)?;
            transaction.commit().await.map_err(database)?;
        }
    }

    /// Whether it answers, and has the tables that this program needs.
    ///
    /// # Errors
    /// [`DatabaseError`].
    pub async fn is_ready(&self) -> Result<bool, DatabaseError> {
        let row = sqlx::query("SELECT COALESCE(MAX(version), 0) FROM step").fetch_one(&self.pool).await;
        let taken: i32 = row.map_err(database)?.try_get(0).map_err(database)?;
        Ok(taken >= STEPS[STEPS.len() - 1].version)
    }

    /// Lets go of every connection, once what they are doing is done.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// The vaults in it.
    pub(crate) fn store(&self) -> Store {
        Store::Postgres(Postgres::new(self.pool.clone()))
    }
}

/// A table that is there already was made by another node a moment ago.
fn taken_by_another(error: sqlx::Error) -> StoreError {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    // A table, or its type, is there; or its row in the catalogue was changed while it was looked at.
    match code.as_deref() {
        Some("42P07" | "42710" | "XX000") => StoreError::Moved,
        _ => database(error),
    }
}
