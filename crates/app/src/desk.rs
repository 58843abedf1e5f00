//! What the app holds between two requests: no vault yet, a locked one, an open one, something not kept yet, or the
//! sample. It decides when to lock and how soon another passphrase may be tried; what a page shows is not its matter.

mod diary;
mod entries;
mod flow;
mod keep;
mod tries;

use jiff::Timestamp;
use journal::ledger::WriteError;
use journal::store::StoreError;
use method::event::Amount;
use method::moment::elapsed;
use method::{Entry, Guidance, Moment, Present, Signs, Standing};

use crate::clock::Clock;
use crate::sample;
use crate::vault::{EraseError, InitError, Vault};

pub use flow::Offer;
pub use history::DateOrder;
pub use journal::seal::Kdf;
pub use journal::store::Folder;
pub use keep::{CopyError, KeepError, RecoverError, UnlockError};

use tries::Tries;

/// After so many minutes without a sign of the person the app locks, unless they say otherwise.
pub const LOCK_MINUTES: f64 = 15.0;

/// What lies on the desk.
enum Lying {
    /// Nothing is open.
    Nothing,
    /// Written down, and not kept yet: in memory alone, until a passphrase is chosen.
    Unkept(Box<Vault>),
    /// The vault, open.
    Kept(Box<Vault>),
    /// The sample.
    Sample(Box<Vault>),
}

impl Lying {
    const fn vault(&self) -> Option<&Vault> {
        match self {
            Self::Unkept(vault) | Self::Kept(vault) | Self::Sample(vault) => Some(vault),
            Self::Nothing => None,
        }
    }

    const fn vault_mut(&mut self) -> Option<&mut Vault> {
        match self {
            Self::Unkept(vault) | Self::Kept(vault) | Self::Sample(vault) => Some(vault),
            Self::Nothing => None,
        }
    }
}

/// How far the person has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// There is no vault, and nothing was written.
    New,
    /// There is a vault, and it is shut.
    Locked,
    /// Things are written and not kept yet.
    Unkept,
    /// The vault is open.
    Open,
    /// The sample is open.
    Sample,
}

impl Stage {
    /// Whether there is something to read and to write into.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Unkept | Self::Open | Self::Sample)
    }
}

/// Where the vault of a desk lies.
#[derive(Clone, Debug)]
enum Place {
    /// In a folder of this machine.
    Folder(Folder),
    /// In a database with many others; whoever looks after it opens it. Nothing of it lies outside the seal.
    Hosted {
        /// Whether whoever asks was inside before.
        known: bool,
    },
}

impl Place {
    const fn folder(&self) -> Option<&Folder> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Hosted { .. } => None,
        }
    }

    fn has_vault(&self) -> bool {
        match self {
            Self::Folder(folder) => folder.has_vault(),
            Self::Hosted { known } => *known,
        }
    }
}

/// The desk of one person.
pub struct Desk {
    place: Place,
    clock: Clock,
    /// Set back by what the sample's evening lies before today.
    sample_clock: Clock,
    kdf: Option<Kdf>,
    lying: Lying,
    /// Wrong passphrases, at the machine and from its network: others lock nobody out of their own machine.
    tries: [Tries; 2],
    from_network: bool,
    touched: Timestamp,
    /// A message history that was read and is not kept yet.
    offered: Option<Offer>,
}

/// What lies outside the seal, at hand while the desk is busy.
#[derive(Clone, Debug)]
pub struct Unsealed(Option<Folder>);

impl Unsealed {
    /// The country whose help lines to show, if one was said.
    #[must_use]
    pub fn country(&self) -> Option<String> {
        self.0.as_ref().and_then(crate::vault::country)
    }

    /// The one person to call, if the person put one there.
    #[must_use]
    pub fn person(&self) -> Option<crate::vault::Outside> {
        self.0.as_ref().and_then(crate::vault::person)
    }

    /// The safety plan, a paragraph each, if the person chose to have it there.
    #[must_use]
    pub fn plan(&self) -> Vec<String> {
        self.0.as_ref().map(crate::vault::plan).unwrap_or_default()
    }
}

/// Why nothing was written or read.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// Nothing is open.
    #[error("the vault is locked")]
    Locked,
    /// The vault.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A vault in memory.
    #[error(transparent)]
    Init(#[from] InitError),
    /// Erasing an entry.
    #[error(transparent)]
    Erase(#[from] EraseError),
}

impl Desk {
    /// A desk over the vault in `folder`, with nothing open.
    #[must_use]
    pub fn new(folder: Folder, clock: Clock) -> Self {
        Self::at(Place::Folder(folder), Lying::Nothing, clock)
    }

    /// The desk of one of many people whose vaults lie in a database, with their vault open on it or nothing; `known` says
    /// whether whoever asks was inside before.
    #[must_use]
    pub fn hosted(vault: Option<Box<Vault>>, known: bool, clock: Clock) -> Self {
        let lying = vault.map_or(Lying::Nothing, Lying::Kept);
        Self::at(Place::Hosted { known }, lying, clock)
    }

    /// Takes the open vault off the desk, for whoever keeps it between two requests; none where none is open.
    pub fn take_vault(&mut self) -> Option<Box<Vault>> {
        match std::mem::replace(&mut self.lying, Lying::Nothing) {
            Lying::Kept(vault) => Some(vault),
            other => {
                self.lying = other;
                None
            }
        }
    }

    fn at(place: Place, lying: Lying, clock: Clock) -> Self {
        let touched = clock.now().instant;
        let tries = <[Tries; 2]>::default();
        Self {
            place,
            clock,
            sample_clock: Clock::default(),
            kdf: None,
            lying,
            tries,
            from_network: false,
            touched,
            offered: None,
        }
    }

    /// The same desk, whose new vaults derive their key at this cost; a test need not wait for a person's.
    #[must_use]
    pub fn with_kdf(mut self, kdf: Kdf) -> Self {
        self.kdf = Some(kdf);
        self
    }

    /// Says from where the next passphrase comes.
    pub fn called(&mut self, from_network: bool) {
        self.from_network = from_network;
    }

    fn tries(&mut self) -> &mut Tries {
        &mut self.tries[usize::from(self.from_network)]
    }

    /// Whether there is a vault, open or shut.
    #[must_use]
    pub fn has_vault(&self) -> bool {
        self.place.has_vault()
    }

    /// What lies outside the seal.
    #[must_use]
    pub fn unsealed(&self) -> Unsealed {
        Unsealed(self.place.folder().cloned())
    }

    /// How far the person has come.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match &self.lying {
            Lying::Unkept(_) => Stage::Unkept,
            Lying::Kept(_) => Stage::Open,
            Lying::Sample(_) => Stage::Sample,
            Lying::Nothing if self.place.has_vault() => Stage::Locked,
            Lying::Nothing => Stage::New,
        }
    }

    /// This moment; on the sample's evening while the sample is open.
    #[must_use]
    pub fn now(&self) -> Moment {
        if let Lying::Sample(_) = self.lying { self.sample_clock.now() } else { self.clock.now() }
    }

    /// The country whose help lines to show: what was said last, else what lies outside the seal. Where the fictional
    /// person of the sample lives helps nobody.
    #[must_use]
    pub fn country(&self) -> Option<String> {
        let own = self.standing().filter(|_| !matches!(self.lying, Lying::Sample(_)));
        let said = own.and_then(crate::vault::said_country).map(str::to_owned);
        said.or_else(|| self.unsealed().country())
    }

    /// Begins to write before anything is kept.
    ///
    /// # Errors
    /// [`DeskError`].
    pub async fn begin(&mut self) -> Result<(), DeskError> {
        self.lying = Lying::Unkept(Box::new(Vault::in_memory().await?));
        self.touch();
        Ok(())
    }

    /// Opens the sample, in memory alone; what is written into it is gone with it.
    ///
    /// # Errors
    /// [`DeskError`].
    pub async fn open_sample(&mut self) -> Result<(), DeskError> {
        let mut vault = Vault::in_memory().await?;
        let mut entries: Vec<Entry> = Vec::new();
        // The sample is text inside the program; reading it cannot fail.
        let read = journal::lines::read(sample::JOURNAL.as_bytes(), |entry| entries.push(entry));
        debug_assert!(read.is_ok_and(|report| report.skipped.is_empty()));
        vault.record(entries).await?;
        self.sample_clock.set_ahead(sample::seconds_from(crate::clock::now().instant));
        self.put_down(Lying::Sample(Box::new(vault))).await;
        self.touch();
        Ok(())
    }

    /// Puts the sample away.
    pub async fn leave_sample(&mut self) {
        if let Lying::Sample(_) = self.lying {
            self.put_down(Lying::Nothing).await;
        }
    }

    /// Shuts whatever is open: keys and words leave the memory.
    pub async fn lock(&mut self) {
        self.put_down(Lying::Nothing).await;
    }

    async fn put_down(&mut self, next: Lying) {
        self.offered = None;
        if let Lying::Kept(vault) | Lying::Unkept(vault) | Lying::Sample(vault) =
            std::mem::replace(&mut self.lying, next)
        {
            // All that was recorded is durable already; a snapshot that fails costs a replay.
            let _closed_or_not = vault.close().await;
        }
    }

    /// Notes a sign of the person, which keeps the app open.
    pub fn touch(&mut self) {
        self.touched = self.clock.now().instant;
    }

    /// After how many minutes without a sign of the person the app locks.
    #[must_use]
    pub fn lock_minutes(&self) -> f64 {
        let said = self.standing().and_then(|standing| {
            let mut said = standing.settings.seen(Timestamp::MAX).rev();
            said.find_map(|noted| noted.what.lock_minutes)
        });
        said.map_or(LOCK_MINUTES, Amount::get)
    }

    /// The language chosen for the pages, as a BCP 47 tag; none where nothing is open, or none was chosen.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        let mut said = self.standing()?.settings.seen(Timestamp::MAX).rev();
        said.find_map(|noted| noted.what.language.as_deref())
    }

    /// Locks if the person has given no sign for too long; whether it did. What is not kept yet is not thrown away.
    pub async fn lock_if_idle(&mut self) -> bool {
        // In a database with others a session ends by itself, and the desk lasts for one request.
        let (Lying::Kept(_), Place::Folder(_)) = (&self.lying, &self.place) else { return false };
        let idle = elapsed(self.touched, self.clock.now().instant).as_secs_f64() / 60.0;
        let too_long = idle >= self.lock_minutes();
        if too_long {
            self.lock().await;
        }
        too_long
    }

    /// Where the person stands; none while nothing is open.
    #[must_use]
    pub fn standing(&self) -> Option<&Standing> {
        self.lying.vault().map(Vault::standing)
    }

    /// The standing read at this moment; none while nothing is open.
    #[must_use]
    pub fn present(&self) -> Option<Present<'_>> {
        self.standing().map(|standing| Present::of(standing, self.now()))
    }

    fn vault(&mut self) -> Result<&mut Vault, DeskError> {
        self.lying.vault_mut().ok_or(DeskError::Locked)
    }

    /// What the method says at this moment.
    ///
    /// # Errors
    /// [`DeskError`].
    pub async fn guidance(&mut self) -> Result<Guidance, DeskError> {
        let now = self.now();
        Ok(self.vault()?.today(now).await?)
    }

    /// Writes entries down, all of them or none; what their words point to.
    ///
    /// # Errors
    /// [`DeskError`]; nothing was written.
    pub async fn record(&mut self, entries: Vec<Entry>) -> Result<Signs, DeskError> {
        Ok(self.vault()?.record_noticing(entries).await?)
    }
}
