//! Wrong passphrases in a row, for a name and for an address, on all nodes together. Deriving a key is dear already;
//! this makes guessing slower still, and shuts nobody out for good.

use jiff::Timestamp;
use journal::store::StoreError;
use journal::store::postgres::database;
use sqlx::Row as _;

use crate::database::Database;

/// The first wait, in seconds; each further wrong one doubles it.
const FIRST_WAIT: i64 = 15;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 15 * 60;
/// What was forgotten by then counts no more, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// Whose slips are counted.
#[derive(Clone)]
pub(crate) struct Slips {
    /// The keyed hash of a name or an address.
    pub(crate) whose: Vec<u8>,
    /// So many in a row cost nothing but their own time.
    pub(crate) free: i64,
}

impl Slips {
    /// Counts a try before it is made, so that many at once do not all come before the first is known to be wrong; from
    /// when another may be tried, none if this one may.
    pub(crate) async fn count(&self, of: &Database, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let second = now.as_second();
        let add = "INSERT INTO slip (whose, wrong, not_before) VALUES ($1, 1, $2) ON CONFLICT (whose) DO UPDATE SET \
                   wrong = CASE WHEN slip.not_before < $3 THEN 1 ELSE slip.wrong + 1 END, \
                   not_before = $2 + CASE WHEN slip.wrong < $4 THEN 0 \
                   ELSE LEAST($5, $6 * (1 << LEAST(slip.wrong - $4, 10)::INTEGER)) END \
                   WHERE slip.not_before <= $2 RETURNING wrong";
        let add = sqlx::query(add).bind(&self.whose).bind(second).bind(second - DAY);
        let add = add.bind(self.free).bind(LONGEST_WAIT).bind(FIRST_WAIT);
        let counted = add.fetch_optional(&of.pool).await.map_err(database)?;
        if counted.is_some() { Ok(None) } else { self.wait(of, now).await }
    }

    /// From when another may be tried; none if now.
    async fn wait(&self, of: &Database, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let row = sqlx::query("SELECT not_before FROM slip WHERE whose = $1").bind(&self.whose);
        let Some(row) = row.fetch_optional(&of.pool).await.map_err(database)? else { return Ok(None) };
        let then = Timestamp::from_second(row.try_get(0).map_err(database)?).unwrap_or(now);
        Ok(Some(then).filter(|&then| then > now))
    }

    /// Forgets all of them: the right one came.
    pub(crate) async fn forget(&self, of: &Database) -> Result<(), StoreError> {
        let forget = sqlx::query("DELETE FROM slip WHERE whose = $1").bind(&self.whose);
        forget.execute(&of.pool).await.map(drop).map_err(database)
    }

    /// Takes the one that was counted back: it was right, which says nothing of the others.
    pub(crate) async fn give_back(&self, of: &Database, now: Timestamp) -> Result<(), StoreError> {
        let back = "UPDATE slip SET wrong = GREATEST(wrong - 1, 0), not_before = LEAST(not_before, $2) WHERE whose = $1";
        let back = sqlx::query(back).bind(&self.whose).bind(now.as_second());
        back.execute(&of.pool).await.map(drop).map_err(database)
    }
}

/// Takes away what is a day old and nobody's any more.
pub(crate) async fn sweep(of: &Database, now: Timestamp) -> Result<(), StoreError> {
    let sweep = sqlx::query("DELETE FROM slip WHERE not_before < $1").bind(now.as_second() - DAY);
    sweep.execute(&of.pool).await.map(drop).map_err(database)
}
