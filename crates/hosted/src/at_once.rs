//! How many requests of one person are answered at once: each has a vault open, and nobody is to fill a node with copies of
//! their own.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use journal::store::Owner;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// A browser opens six lines.
const MOST: usize = 6;

/// Those who are being answered.
#[derive(Default)]
pub(crate) struct AtOnce(Mutex<HashMap<Owner, Arc<Semaphore>>>);

impl AtOnce {
    /// A place for a request of that owner, once one is free.
    pub(crate) async fn place(&self, owner: Owner) -> OwnedSemaphorePermit {
        let places = {
            let mut owners = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            owners.entry(owner).or_insert_with(|| Arc::new(Semaphore::new(MOST))).clone()
        };
        places.acquire_owned().await.expect("it is never closed")
    }

    /// Forgets whoever asks nothing now.
    pub(crate) fn sweep(&self) {
        let mut owners = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        owners.retain(|_, places| Arc::strong_count(places) > 1);
    }
}
