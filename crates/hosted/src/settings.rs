//! What the operator has said once for all nodes, a name and a word each. What a word means its own room knows.

use journal::store::StoreError;
use journal::store::postgres::database;
use sqlx::Row as _;

use crate::database::Database;

/// The word under a name; none where nothing was said.
pub(crate) async fn said(of: &Database, name: &str) -> Result<Option<String>, StoreError> {
    let row = sqlx::query("SELECT value FROM setting WHERE name = $1").bind(name).fetch_optional(&of.pool);
    row.await.map_err(database)?.map(|row| row.try_get(0).map_err(database)).transpose()
}

/// Says another word in the place of the one before.
pub(crate) async fn say(of: &Database, name: &str, word: &str) -> Result<(), StoreError> {
    let put = "INSERT INTO setting (name, value) VALUES ($1, $2) \
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    sqlx::query(put).bind(name).bind(word).execute(&of.pool).await.map(drop).map_err(database)
}
