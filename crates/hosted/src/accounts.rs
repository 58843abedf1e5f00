//! Accounts: signing up, signing in, the recovery code, signing out, being removed. The database learns no name, and the
//! server no passphrase that outlives the request.

use app::vault::{InitError, PassphraseError, Vault, VaultError};
use jiff::Timestamp;
use journal::ledger::OpenError;
use journal::seal::{Kdf, Unlock, UnlockError, rehearse};
use journal::secret::{CodeError, NoRandomness, Passphrase, Random as _, RecoveryCode, VaultKey};
use journal::store::postgres::{self, Tries, database};
use journal::store::{Owner, StoreError};
use sqlx::Row as _;

use crate::database::Database;
use crate::invitations::{self, SignUp};
use crate::key::ServerKey;
use crate::names;

/// Why nobody was signed up.
#[derive(Debug, thiserror::Error)]
pub enum SignUpError {
    /// Nobody can sign up here now.
    #[error("nobody can sign up here now")]
    Closed,
    /// The invitation is missing, used, or over.
    #[error("this invitation is used, over, or none")]
    Invitation,
    /// It is no name.
    #[error("a name has 3 to 64 characters")]
    Name,
    /// Somebody has it.
    #[error("somebody has this name")]
    Taken,
    /// The passphrase is too short.
    #[error("the passphrase is shorter than {} characters", Passphrase::SHORTEST)]
    ShortPassphrase,
    /// Too many tried from there; from then on one may again.
    #[error("too many tries")]
    Wait(Timestamp),
    /// The vault.
    #[error(transparent)]
    Vault(InitError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
}

/// Why nobody was let in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The name, the passphrase or the code is another; which, is not said.
    #[error("that does not open anything")]
    Wrong,
    /// Too many were wrong; another may be tried from then on.
    #[error("too many wrong passphrases")]
    Wait(Timestamp),
    /// What was typed is no recovery code.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// The new passphrase.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
    /// The vault.
    #[error(transparent)]
    Vault(VaultError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a vault is opened with at the door.
pub(crate) enum Shown {
    Passphrase(Passphrase),
    /// The recovery code, and the passphrase that is to be from now on.
    Code(RecoveryCode, Passphrase),
}

/// Makes an account and its vault; whoever has the name or the invitation first gets it.
pub(crate) async fn sign_up(
    of: &Database,
    key: &ServerKey,
    kdf: Kdf,
    name: &str,
    passphrase: &Passphrase,
    invitation: &str,
    now: Timestamp,
) -> Result<(Owner, Box<Vault>, RecoveryCode), SignUpError> {
    let called = key.print("name", &names::as_known(name).ok_or(SignUpError::Name)?);
    let way = SignUp::read(of).await?;
    match way {
        SignUp::Closed => return Err(SignUpError::Closed),
        SignUp::Invited if !invitations::is_good(of, key, invitation, now).await? => {
            return Err(SignUpError::Invitation);
        }
        SignUp::Open | SignUp::Invited => {}
    }
    if owner_of(of, &called).await?.is_some() {
        return Err(SignUpError::Taken);
    }
    let owner = fresh_owner()?;
    let made = Vault::create_hosted(of.store(), owner, passphrase, kdf).await;
    let (vault, code) = made.map_err(|error| match error {
        InitError::ShortPassphrase => SignUpError::ShortPassphrase,
        InitError::Store(error) => SignUpError::Store(error),
        error => SignUpError::Vault(error),
    })?;
    let invitation = (way == SignUp::Invited).then_some(invitation);
    let mut tries = Tries::default();
    let error = loop {
        let enlisted = match enlist(of, key, owner, &called, invitation, now).await {
            Err(SignUpError::Store(error)) => Err(error),
            Err(error) => break error,
            Ok(()) => Ok(()),
        };
        if tries.again(&enlisted) {
            continue;
        }
        let Err(error) = enlisted else { return Ok((owner, Box::new(vault), code)) };
        // The answer may have been lost after the deed was done.
        match owner_of(of, &called).await {
            Ok(Some(there)) if there == owner => return Ok((owner, Box::new(vault), code)),
            Ok(_) => break error.into(),
            // Nobody knows: a vault without an account is ciphertext that nobody has the key to.
            Err(_) => return Err(error.into()),
        }
    };
    let _gone_or_not = of.store().delete(owner).await;
    Err(error)
}

async fn enlist(
    of: &Database,
    key: &ServerKey,
    owner: Owner,
    called: &[u8],
    invitation: Option<&str>,
    now: Timestamp,
) -> Result<(), SignUpError> {
    let mut transaction = postgres::begin(&of.pool).await?;
    if let Some(code) = invitation
        && !invitations::use_up(&mut transaction, key, code, now).await?
    {
        return Err(SignUpError::Invitation);
    }
    let taken = |error: sqlx::Error| {
        let is_taken = error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation);
        if is_taken { SignUpError::Taken } else { SignUpError::Store(database(error)) }
    };
    let account =
        sqlx::query("INSERT INTO account (called, owner) VALUES ($1, $2)").bind(called).bind(owner.0);
    account.execute(&mut *transaction).await.map_err(taken)?;
    let tenant = sqlx::query("INSERT INTO tenant (owner, epoch) VALUES ($1, 1)").bind(owner.0);
    tenant.execute(&mut *transaction).await.map_err(database)?;
    transaction.commit().await.map_err(taken)
}

/// Opens the vault of `name`. Where there is no such name a key is derived all the same, so that the time it takes does
/// not tell.
pub(crate) async fn open(
    of: &Database,
    key: &ServerKey,
    kdf: Kdf,
    name: &str,
    shown: &Shown,
) -> Result<(Owner, Box<Vault>), SignInError> {
    let called = names::as_known(name).map(|name| key.print("name", &name));
    let owner = match &called {
        Some(called) => owner_of(of, called).await?,
        None => None,
    };
    let Some(owner) = owner else {
        let _as_long = rehearse(kdf);
        return Err(SignInError::Wrong);
    };
    let with = match shown {
        Shown::Passphrase(passphrase) => Unlock::Passphrase(passphrase),
        Shown::Code(code, _) => Unlock::Recovery(code),
    };
    let mut vault = Vault::open_hosted(of.store(), owner, with).await.map_err(|error| match error {
        VaultError::Open(OpenError::Unlock(UnlockError::Wrong)) => SignInError::Wrong,
        error => SignInError::Vault(error),
    })?;
    if let Shown::Code(_, passphrase) = shown {
        // First the sessions of before, so that none outlives the passphrase it was begun with.
        end_sessions(of, owner).await?;
        vault.change_passphrase(passphrase, kdf).await?;
    }
    Ok((owner, Box::new(vault)))
}

/// Opens a vault with the key that a session carries.
pub(crate) async fn open_with_key(
    of: &Database,
    owner: Owner,
    key: &VaultKey,
) -> Result<Box<Vault>, VaultError> {
    Vault::open_hosted(of.store(), owner, Unlock::Key(key)).await.map(Box::new)
}

pub(crate) async fn owner_of(of: &Database, called: &[u8]) -> Result<Option<Owner>, StoreError> {
    let row = sqlx::query("SELECT owner FROM account WHERE called = $1").bind(called);
    let row = row.fetch_optional(&of.pool).await.map_err(database)?;
    Ok(row.and_then(|row| row.try_get(0).ok()).map(Owner))
}

/// The epoch of somebody's sessions, the revision of their vault, and whether they are a guide; none once removed.
pub(crate) async fn look(of: &Database, owner: Owner) -> Result<Option<(i64, u64, bool)>, StoreError> {
    let row = sqlx::query(
        "SELECT tenant.epoch, head.revision, tenant.guide FROM tenant JOIN head ON head.owner = tenant.owner \
         WHERE tenant.owner = $1",
    );
    let Some(row) = row.bind(owner.0).fetch_optional(&of.pool).await.map_err(database)? else {
        return Ok(None);
    };
    let revision: i64 = row.try_get(1).map_err(database)?;
    Ok(Some((row.try_get(0).map_err(database)?, revision.cast_unsigned(), row.try_get(2).map_err(database)?)))
}

/// Ends every session of somebody; the epoch that follows.
pub(crate) async fn end_sessions(of: &Database, owner: Owner) -> Result<Option<i64>, StoreError> {
    let next =
        sqlx::query("UPDATE tenant SET epoch = epoch + 1 WHERE owner = $1 RETURNING epoch").bind(owner.0);
    let row = next.fetch_optional(&of.pool).await.map_err(database)?;
    Ok(row.and_then(|row| row.try_get(0).ok()))
}

/// Makes somebody a guide, or no longer one.
pub(crate) async fn set_guide(of: &Database, owner: Owner, guide: bool) -> Result<(), StoreError> {
    let set = sqlx::query("UPDATE tenant SET guide = $2 WHERE owner = $1").bind(owner.0).bind(guide);
    set.execute(&of.pool).await.map(drop).map_err(database)
}

/// Takes an account away, and the vault with it.
pub(crate) async fn remove(of: &Database, owner: Owner) -> Result<(), StoreError> {
    let mut tries = Tries::default();
    loop {
        let removed = remove_once(of, owner).await;
        if !tries.again(&removed) {
            return removed;
        }
    }
}

async fn remove_once(of: &Database, owner: Owner) -> Result<(), StoreError> {
    let mut transaction = postgres::begin(&of.pool).await?;
    for statement in ["DELETE FROM account WHERE owner = $1", "DELETE FROM tenant WHERE owner = $1"] {
        sqlx::query(statement).bind(owner.0).execute(&mut *transaction).await.map_err(database)?;
    }
    postgres::delete_all(&mut transaction, owner).await?;
    transaction.commit().await.map_err(database)
}

fn fresh_owner() -> Result<Owner, NoRandomness> {
    let mut bytes = [0; 8];
    app::random::System.fill(&mut bytes)?;
    Ok(Owner(i64::from_le_bytes(bytes) & i64::MAX))
}
