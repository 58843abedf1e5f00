//! Vaults kept open for a short while between two requests of the same person, so that a page does not read a whole
//! journal anew. They lie in this process's memory alone; what another node wrote since is read before one is used, and
//! whoever signs out takes theirs along. Without it everything works, slower.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use app::vault::Vault;
use jiff::{SignedDuration, Timestamp};
use journal::secret::VaultKey;
use journal::store::Owner;

/// So long one is kept after it was last used.
const KEPT: SignedDuration = SignedDuration::from_mins(2);

/// A vault, the epoch of the session that it was opened in, and when it was used.
struct Kept {
    vault: Box<Vault>,
    epoch: i64,
    used: Timestamp,
}

/// Open vaults that nobody uses this moment.
pub(crate) struct Warm {
    vaults: Mutex<HashMap<Owner, Kept>>,
    /// So many at most.
    most: usize,
}

impl Warm {
    pub(crate) fn new(most: usize) -> Self {
        Self { vaults: Mutex::default(), most }
    }

    /// Takes the vault of that owner, if it is here, of that key and that epoch: one from before a new passphrase knows the
    /// old one.
    pub(crate) fn take(&self, owner: Owner, key: &VaultKey, epoch: i64) -> Option<Box<Vault>> {
        let mut vaults = self.vaults.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = vaults.remove(&owner)?;
        (kept.epoch == epoch && kept.vault.key().bytes() == key.bytes()).then_some(kept.vault)
    }

    /// Keeps a vault; the one that was used longest ago makes room for it.
    pub(crate) fn put(&self, owner: Owner, vault: Box<Vault>, epoch: i64, now: Timestamp) {
        if self.most == 0 {
            return;
        }
        let mut vaults = self.vaults.lock().unwrap_or_else(PoisonError::into_inner);
        if vaults.len() >= self.most
            && let Some(oldest) = vaults.iter().min_by_key(|(_, kept)| kept.used).map(|(owner, _)| *owner)
        {
            vaults.remove(&oldest);
        }
        vaults.insert(owner, Kept { vault, epoch, used: now });
    }

    /// Lets go of the vault of that owner.
    pub(crate) fn forget(&self, owner: Owner) {
        self.vaults.lock().unwrap_or_else(PoisonError::into_inner).remove(&owner);
    }

    /// Lets go of those that were not used for a while.
    pub(crate) fn sweep(&self, now: Timestamp) {
        let mut vaults = self.vaults.lock().unwrap_or_else(PoisonError::into_inner);
        vaults.retain(|_, kept| now.duration_since(kept.used) < KEPT);
    }

    /// Lets go of all.
    pub(crate) fn clear(&self) {
        self.vaults.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(crate) fn len(&self) -> usize {
        self.vaults.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}
