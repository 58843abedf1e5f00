//! One node's side of the hosted edition: who comes in, and what was open for them. It remembers nobody: whatever it
//! holds between two requests, any other node does without.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use app::clock::Clock;
use app::vault::{Kdf, Vault, VaultError};
use jiff::{SignedDuration, Timestamp};
use journal::secret::{NoRandomness, Passphrase, RecoveryCode};
use journal::store::{Owner, StoreError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::accounts::{self, Shown, SignInError, SignUpError};
use crate::at_once::AtOnce;
use crate::database::Database;
use crate::invitations::{self, SignUp};
use crate::key::ServerKey;
use crate::names;
use crate::parcels::Parcels;
use crate::session::Session;
use crate::slips::{self, Slips};
use crate::talk::Talk;
use crate::warm::Warm;

/// So many wrong ones in a row, of a name from one address, cost nothing but their own time.
const FREE_OF_AND_FROM: i64 = 5;
/// So many from an address at all: many people may share one.
const FREE_FROM: i64 = 30;
/// So many of a name from anywhere: nobody who merely knows a name is to keep its owner out.
const FREE_OF: i64 = 200;
/// So many may wait for a key to be derived; more are asked to come back.
const MOST_WAITING: usize = 64;
/// In so many seconds.
const COME_BACK: i64 = 15;
/// So many accounts an address may make before it has to wait.
const FREE_SIGN_UPS: i64 = 30;
/// The most that one person's vault may take, packed, in bytes: some two hundred thousand entries.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// What a node allows itself and others.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// So many vaults are kept open for the next request of the same person.
    pub warm: usize,
    /// So many keys are derived at once; each takes a core and the memory of its cost.
    pub keys: usize,
    /// The cost of deriving a key from a passphrase.
    pub kdf: Kdf,
    /// The most that one person's vault may take, packed, in bytes.
    pub most_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        let keys = std::thread::available_parallelism().map_or(1, usize::from);
        Self { warm: 512, keys, kdf: Kdf::RECOMMENDED, most_bytes: MOST_BYTES }
    }
}

/// A node.
#[derive(Clone)]
pub struct Service {
    database: Database,
    key: Arc<ServerKey>,
    clock: Clock,
    warm: Arc<Warm>,
    deriving: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    at_once: Arc<AtOnce>,
    limits: Limits,
}

/// Somebody who is inside, with their vault open.
pub struct Admitted {
    /// Their session.
    pub session: Session,
    /// Their vault.
    pub vault: Box<Vault>,
    /// Whether they answer others in the talk as a guide.
    pub is_guide: bool,
    /// Their place among the requests that they may make at once; none for whoever has just come in.
    pub place: Option<OwnedSemaphorePermit>,
}

/// How many wait for a key, less one once it is dropped.
struct Turn(Arc<AtomicUsize>);

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Why a session opens nothing.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    /// It ended, or never was.
    #[error("the session has ended")]
    Ended,
    /// The database took too long.
    #[error("the database took too long")]
    Late,
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Service {
    /// A node over `database`, with the server's key.
    #[must_use]
    pub fn new(database: Database, key: ServerKey, clock: Clock, limits: Limits) -> Self {
        let (warm, deriving) = (Warm::new(limits.warm), Semaphore::new(limits.keys.max(1)));
        Self {
            database,
            key: key.into(),
            clock,
            warm: warm.into(),
            deriving: deriving.into(),
            waiting: Arc::default(),
            at_once: Arc::default(),
            limits,
        }
    }

    /// The database.
    #[must_use]
    pub const fn database(&self) -> &Database {
        &self.database
    }

    /// The server's key.
    #[must_use]
    pub fn key(&self) -> &ServerKey {
        &self.key
    }

    /// The clock it goes by.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    fn now(&self) -> Timestamp {
        self.clock.now().instant
    }

    /// Somebody new: an account, a vault, a session, and the recovery code, this once.
    ///
    /// # Errors
    /// [`SignUpError`]; nothing was made.
    pub async fn sign_up(
        &self,
        name: String,
        passphrase: Passphrase,
        invitation: String,
        from: IpAddr,
    ) -> Result<(Admitted, RecoveryCode), SignUpError> {
        let slips = Slips { whose: self.key.print("sign-up", &block(from)), free: FREE_SIGN_UPS };
        let now = self.now();
        if let Some(then) = slips.count(&self.database, now).await? {
            return Err(SignUpError::Wait(then));
        }
        let turn = self.turn().ok_or_else(|| SignUpError::Wait(self.later()))?;
        if !passphrase.is_long_enough() {
            return Err(SignUpError::ShortPassphrase);
        }
        let (database, key, kdf) = (self.database.clone(), self.key.clone(), self.limits.kdf);
        let made = self
            .aside(turn, async move {
                accounts::sign_up(&database, &key, kdf, &name, &passphrase, &invitation, now).await
            })
            .await;
        let (owner, vault, code) = made?;
        Ok((self.admit(owner, vault, 1, false), code))
    }

    /// Lets somebody in with their passphrase.
    ///
    /// # Errors
    /// [`SignInError`].
    pub async fn sign_in(
        &self,
        name: String,
        passphrase: Passphrase,
        from: IpAddr,
    ) -> Result<Admitted, SignInError> {
        Box::pin(self.come_in(name, Shown::Passphrase(passphrase), from)).await
    }

    /// Lets somebody in with their recovery code, gives them a new passphrase, and ends every other session.
    ///
    /// # Errors
    /// [`SignInError`]; the passphrase is as it was.
    pub async fn recover(
        &self,
        name: String,
        code: &str,
        passphrase: Passphrase,
        from: IpAddr,
    ) -> Result<Admitted, SignInError> {
        let code = RecoveryCode::typed(code)?;
        if !passphrase.is_long_enough() {
            return Err(app::vault::PassphraseError::Short.into());
        }
        Box::pin(self.come_in(name, Shown::Code(code, passphrase), from)).await
    }

    /// Gives somebody who is inside, and who knows the passphrase of today, a new one, and ends every other session of
    /// theirs. They stay inside either way.
    pub async fn change_passphrase(
        &self,
        admitted: Admitted,
        today: Passphrase,
        passphrase: Passphrase,
    ) -> (Admitted, Result<(), SignInError>) {
        let (owner, now, kdf) = (admitted.session.owner, self.now(), self.limits.kdf);
        let slips =
            Slips { whose: self.key.print("slip inside", &owner.0.to_string()), free: FREE_OF_AND_FROM };
        match slips.count(&self.database, now).await {
            Ok(None) => {}
            Ok(Some(then)) => return (admitted, Err(SignInError::Wait(then))),
            Err(error) => return (admitted, Err(error.into())),
        }
        let Some(turn) = self.turn() else { return (admitted, Err(SignInError::Wait(self.later()))) };
        let (mut admitted, knows) = self
            .aside(turn, async move {
                let knows = admitted.vault.opens_with(&today);
                (admitted, knows)
            })
            .await;
        if !knows {
            return (admitted, Err(SignInError::Wrong));
        }
        // That it was right may be forgotten; it costs a little patience the next time.
        let _forgotten_or_not = slips.forget(&self.database).await;
        // First the sessions of before, so that none outlives the passphrase it was begun with.
        let epoch = match accounts::end_sessions(&self.database, owner).await {
            Ok(Some(epoch)) => epoch,
            Ok(None) => return (admitted, Err(SignInError::Wrong)),
            Err(error) => return (admitted, Err(error.into())),
        };
        self.warm.forget(owner);
        let Some(turn) = self.turn() else { return (admitted, Err(SignInError::Wait(self.later()))) };
        let (changed, vault) = self
            .aside(turn, async move {
                let changed = admitted.vault.change_passphrase(&passphrase, kdf).await;
                (changed.map(drop).map_err(SignInError::from), admitted.vault)
            })
            .await;
        (self.admit(owner, vault, epoch, admitted.is_guide), changed)
    }

    async fn come_in(&self, name: String, shown: Shown, from: IpAddr) -> Result<Admitted, SignInError> {
        let now = self.now();
        let known = names::as_known(&name).unwrap_or_default();
        let block = block(from);
        let slips = |purpose, whose: &str, free| Slips { whose: self.key.print(purpose, whose), free };
        let from_there = slips("slip from", &block, FREE_FROM);
        // The right one is to forget its own slips, and says nothing of the others that came from there. A code has 120
        // random bits: nobody guesses it, and nobody is to be kept from using theirs.
        let (own, others) = match &shown {
            Shown::Passphrase(_) => (
                Some(slips("slip of and from", &format!("{known}\n{block}"), FREE_OF_AND_FROM)),
                vec![from_there, slips("slip of", &known, FREE_OF)],
            ),
            Shown::Code(..) => (None, vec![from_there]),
        };
        for slips in own.iter().chain(&others) {
            if let Some(then) = slips.count(&self.database, now).await? {
                return Err(SignInError::Wait(then));
            }
        }
        let turn = self.turn().ok_or_else(|| SignInError::Wait(self.later()))?;
        let (database, key, kdf) = (self.database.clone(), self.key.clone(), self.limits.kdf);
        let work = async move { accounts::open(&database, &key, kdf, &name, &shown).await };
        let (owner, vault) = self.aside(turn, Box::pin(work)).await?;
        if let Some(slips) = &own {
            slips.forget(&self.database).await?;
        }
        for slips in &others {
            slips.give_back(&self.database, now).await?;
        }
        self.warm.forget(owner);
        let (epoch, _, is_guide) = accounts::look(&self.database, owner).await?.ok_or(SignInError::Wrong)?;
        Ok(self.admit(owner, vault, epoch, is_guide))
    }

    /// A place among those who wait for a key; none where too many do.
    fn turn(&self) -> Option<Turn> {
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let turn = Turn(self.waiting.clone());
        (before < MOST_WAITING).then_some(turn)
    }

    fn later(&self) -> Timestamp {
        self.now().saturating_add(SignedDuration::from_secs(COME_BACK)).unwrap_or(self.now())
    }

    fn admit(&self, owner: Owner, mut vault: Box<Vault>, epoch: i64, is_guide: bool) -> Admitted {
        vault.limit(self.limits.most_bytes);
        // The first cookie holds as long as any; the next says what the person chose.
        let session = Session::begin(owner, vault.key(), epoch, self.now(), app::desk::LOCK_MINUTES);
        Admitted { session, vault, is_guide, place: None }
    }

    /// Derives keys, so many at once, on threads of their own.
    async fn aside<T: Send + 'static>(
        &self,
        turn: Turn,
        work: impl Future<Output = T> + Send + 'static,
    ) -> T {
        // Whoever gives up waiting frees no core before the work is done.
        let core = self.deriving.clone().acquire_owned().await;
        let here = tokio::runtime::Handle::current();
        let work = move || {
            let done = here.block_on(work);
            drop((core, turn));
            done
        };
        match tokio::task::spawn_blocking(work).await {
            Ok(done) => done,
            Err(broken) => std::panic::resume_unwind(broken.into_panic()),
        }
    }

    /// Opens what a session's cookie leads to.
    ///
    /// # Errors
    /// [`EnterError`].
    pub async fn enter(&self, cookie: &str) -> Result<Admitted, EnterError> {
        let session = Session::open(cookie, &self.key).ok_or(EnterError::Ended)?;
        if !session.holds(self.now()) {
            return Err(EnterError::Ended);
        }
        let looked = accounts::look(&self.database, session.owner).await?;
        let Some((epoch, revision, is_guide)) = looked.filter(|(epoch, ..)| *epoch == session.epoch) else {
            self.warm.forget(session.owner);
            return Err(EnterError::Ended);
        };
        let place = self.at_once.place(session.owner).await;
        let vault = if let Some(mut vault) = self.warm.take(session.owner, &session.key, epoch) {
            if vault.is_behind(revision) {
                vault.refresh().await?;
            }
            vault
        } else {
            let mut vault = accounts::open_with_key(&self.database, session.owner, &session.key).await?;
            vault.limit(self.limits.most_bytes);
            vault
        };
        Ok(Admitted { session, vault, is_guide, place: Some(place) })
    }

    /// The same, and no longer than so.
    ///
    /// # Errors
    /// [`EnterError`]; [`EnterError::Late`] once that time has passed.
    pub async fn enter_within(&self, patience: Duration, cookie: &str) -> Result<Admitted, EnterError> {
        tokio::time::timeout(patience, self.enter(cookie)).await.unwrap_or(Err(EnterError::Late))
    }

    /// Takes back what was open for a request of that session, and keeps a snapshot where one is due.
    pub async fn put_back(&self, session: &Session, mut vault: Box<Vault>) {
        // A snapshot that cannot be kept costs a replay, and nothing else.
        let _spared_or_not = vault.keep_snapshot(false).await;
        self.warm.put(session.owner, vault, session.epoch, self.now());
    }

    /// Ends every session of somebody, on every node.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sign_out(&self, owner: Owner) -> Result<(), StoreError> {
        self.warm.forget(owner);
        accounts::end_sessions(&self.database, owner).await.map(drop)
    }

    /// Takes somebody's account away, and everything they wrote.
    ///
    /// # Errors
    /// [`StoreError`]; nobody can sign in to it any more, and what is left of it has no key.
    pub async fn remove(&self, owner: Owner) -> Result<(), StoreError> {
        // First the way in and what it led to, as one; then what lies beside it.
        accounts::remove(&self.database, owner).await?;
        self.warm.forget(owner);
        self.parcels().drop_all(owner).await?;
        self.talk().remove_all(owner).await
    }

    /// Files that lie here between two requests.
    #[must_use]
    pub fn parcels(&self) -> Parcels<'_> {
        Parcels { database: &self.database, now: self.now() }
    }

    /// The talk under the guide's pages.
    #[must_use]
    pub fn talk(&self) -> Talk<'_> {
        Talk { database: &self.database, key: &self.key, now: self.now() }
    }

    /// Lets go of vaults that were not used for a while, and of files that nobody came back for; to be called now and then.
    pub async fn sweep(&self) {
        self.warm.sweep(self.now());
        // Where the database is away it is done the next time.
        let _swept_or_later = self.parcels().sweep().await;
        let _swept_or_later = slips::sweep(&self.database, self.now()).await;
        self.at_once.sweep();
    }

    /// Lets go of everything open, before the node ends.
    pub async fn close(&self) {
        self.warm.clear();
        self.database.close().await;
    }

    /// How many vaults lie open between two requests.
    #[must_use]
    pub fn warm(&self) -> usize {
        self.warm.len()
    }

    /// A name that nobody has yet, most likely.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn suggested_name(&self) -> Result<String, NoRandomness> {
        names::made()
    }

    /// How one signs up.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sign_up_way(&self) -> Result<SignUp, StoreError> {
        SignUp::read(&self.database).await
    }

    /// Sets how one signs up.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_sign_up(&self, way: SignUp) -> Result<(), StoreError> {
        way.write(&self.database).await
    }

    /// A new invitation for one person, good for so many days.
    ///
    /// # Errors
    /// [`StoreError`]; [`NoRandomness`] within.
    pub async fn invite(&self, days: i64) -> Result<Result<String, NoRandomness>, StoreError> {
        let until = self.now().saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(self.now());
        invitations::invite(&self.database, &self.key, until).await
    }

    /// The owner of a name, for whoever looks after the service and was told the name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn owner(&self, name: &str) -> Result<Option<Owner>, StoreError> {
        let Some(name) = names::as_known(name) else { return Ok(None) };
        accounts::owner_of(&self.database, &self.key.print("name", &name)).await
    }

    /// Makes somebody a guide, or no longer one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_guide(&self, owner: Owner, guide: bool) -> Result<(), StoreError> {
        accounts::set_guide(&self.database, owner, guide).await
    }
}

/// What counts as one address: an IPv6 caller has a whole block of them.
#[must_use]
pub fn block(from: IpAddr) -> String {
    match from.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}
