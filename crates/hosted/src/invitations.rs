//! How one signs up: openly, with an invitation, or not at all; and the invitations.

use jiff::Timestamp;
use journal::secret::{NoRandomness, Random as _};
use journal::store::StoreError;
use journal::store::postgres::database;
use sqlx::Transaction;

use crate::database::Database;
use crate::key::{ServerKey, letters};
use crate::settings;

/// The name under which it is said.
const SETTING: &str = "sign-up";

/// How one signs up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignUp {
    /// Whoever wants to.
    Open,
    /// Whoever has an invitation; so it is until the operator says otherwise.
    Invited,
    /// Nobody.
    Closed,
}

impl SignUp {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Invited, Self::Closed];

    /// Its name, in settings and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Invited => "invited",
            Self::Closed => "closed",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }

    pub(crate) async fn read(of: &Database) -> Result<Self, StoreError> {
        let said = settings::said(of, SETTING).await?;
        Ok(said.as_deref().and_then(Self::named).unwrap_or(Self::Invited))
    }

    pub(crate) async fn write(self, of: &Database) -> Result<(), StoreError> {
        settings::say(of, SETTING, self.name()).await
    }
}

/// A new invitation for one person, good until then; only its keyed hash is kept.
pub(crate) async fn invite(
    of: &Database,
    key: &ServerKey,
    until: Timestamp,
) -> Result<Result<String, NoRandomness>, StoreError> {
    let mut bytes = [0; 15];
    if app::random::System.fill(&mut bytes).is_err() {
        return Ok(Err(NoRandomness));
    }
    let code = letters(&bytes);
    let put = sqlx::query("INSERT INTO invitation (code, until) VALUES ($1, $2)").bind(print(key, &code));
    put.bind(until.as_second()).execute(&of.pool).await.map_err(database)?;
    Ok(Ok(code))
}

/// Whether an invitation is good.
pub(crate) async fn is_good(
    of: &Database,
    key: &ServerKey,
    code: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = sqlx::query("SELECT 1 FROM invitation WHERE code = $1 AND until > $2").bind(print(key, code));
    Ok(row.bind(now.as_second()).fetch_optional(&of.pool).await.map_err(database)?.is_some())
}

/// Uses an invitation up; whether it was good.
pub(crate) async fn use_up(
    transaction: &mut Transaction<'static, sqlx::Postgres>,
    key: &ServerKey,
    code: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let used = sqlx::query("DELETE FROM invitation WHERE code = $1 AND until > $2").bind(print(key, code));
    let used = used.bind(now.as_second()).execute(&mut **transaction).await.map_err(database)?;
    Ok(used.rows_affected() == 1)
}

fn print(key: &ServerKey, code: &str) -> Vec<u8> {
    key.print("invitation", code.trim())
}
