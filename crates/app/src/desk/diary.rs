//! The desk's own reading of the journal: everything written, by time, and erasing some of it for good.
//! It finds no words and makes no page.

use journal::ledger::Erased;

use super::{Desk, DeskError};
use crate::vault::{Diary, Seq, Target};

impl Desk {
    /// Reads what another process has written since.
    ///
    /// # Errors
    /// [`DeskError`].
    pub async fn refresh(&mut self) -> Result<(), DeskError> {
        Ok(self.vault()?.refresh().await?)
    }

    /// Everything written, as it was last read; none while nothing is open.
    #[must_use]
    pub fn diary(&self) -> Option<Diary<'_>> {
        self.lying.vault().map(|vault| vault.diary(self.now().instant))
    }

    /// Erases the records at these places for good; what SAFE-11 keeps is kept without its words.
    ///
    /// # Errors
    /// [`DeskError`]; nothing was erased.
    pub async fn erase(&mut self, places: Vec<Seq>) -> Result<Erased, DeskError> {
        Ok(self.vault()?.erase(Target::Places(places)).await?)
    }
}
