//! Keeping, opening, copying out and erasing: whatever needs the passphrase or touches the vault as a whole.
//! Single entries are not its matter.

use jiff::Timestamp;
use journal::backup::{self, For, Sealing};
use journal::ledger::{OpenError, WriteError};
use journal::seal::{self, Unlock};
use journal::secret::{CodeError, Passphrase, RecoveryCode};
use journal::store::{Access, StoreError};
use journal::wire::Record;

use super::{Desk, DeskError, Lying};
use crate::vault::{
    self, EverythingError, ExportError, InitError, PassphraseError, Vault, VaultError, init, tuned_kdf,
};

/// Why the vault did not open.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// The passphrase is another.
    #[error("that does not open the vault")]
    Wrong,
    /// Too many were wrong; another may be tried from then on.
    #[error("too many wrong passphrases")]
    Wait(Timestamp),
    /// The vault.
    #[error(transparent)]
    Vault(VaultError),
}

/// Why what was written is not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// Nothing is there to keep.
    #[error("nothing is open")]
    Nothing,
    /// Making the vault.
    #[error(transparent)]
    Init(#[from] InitError),
    /// Opening it.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// Writing into it.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// Reading what was written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a recovery code did not open the vault.
#[derive(Debug, thiserror::Error)]
pub enum RecoverError {
    /// What was typed is no code.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// The vault.
    #[error(transparent)]
    Unlock(#[from] UnlockError),
    /// The new passphrase.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
}

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// Nothing is open.
    #[error("the vault is locked")]
    Locked,
    /// The passphrase for the copy is too short.
    #[error("the passphrase is shorter than {} characters", Passphrase::SHORTEST)]
    ShortPassphrase,
    /// Sealing it.
    #[error(transparent)]
    Seal(#[from] backup::BackupError),
    /// Reading the vault.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// Writing.
    #[error("the copy could not be written")]
    Io(#[from] std::io::Error),
}

impl Desk {
    /// Makes the vault and moves into it what was written before; the recovery code is given this once.
    ///
    /// # Errors
    /// [`KeepError`]; what was written is still on the desk.
    pub async fn keep(&mut self, passphrase: String) -> Result<RecoveryCode, KeepError> {
        let folder = self.place.folder().cloned().ok_or(KeepError::Nothing)?;
        let Lying::Unkept(unkept) = &mut self.lying else { return Err(KeepError::Nothing) };
        let mut records: Vec<Record> = Vec::new();
        // An erasure speaks of places in the vault it was made in; what it left behind comes as entries.
        let mut each = |_, record| {
            if !matches!(record, Record::Erasure(_)) {
                records.push(record);
            }
        };
        unkept.each(&mut each).await?;
        let passphrase = Passphrase::new(passphrase);
        let kdf = self.kdf.unwrap_or_else(tuned_kdf);
        let code = init(&folder, &passphrase, kdf).await?;
        let mut vault = Vault::open(&folder, Access::Write, Unlock::Passphrase(&passphrase)).await?;
        vault.append_read(records).await?;
        self.put_down(Lying::Kept(Box::new(vault))).await;
        self.touch();
        Ok(code)
    }

    /// Whether `typed` is the recovery code; if so, that is noted.
    ///
    /// # Errors
    /// [`DeskError`].
    pub async fn confirm_code(&mut self, typed: &str) -> Result<bool, DeskError> {
        let Ok(code) = RecoveryCode::typed(typed) else { return Ok(false) };
        Ok(self.vault()?.confirm_recovery(&code).await?)
    }

    /// Whether the recovery code was ever typed back; a vault that is not kept has none.
    #[must_use]
    pub fn is_code_confirmed(&self) -> bool {
        match &self.lying {
            Lying::Kept(vault) => vault.is_recovery_confirmed(),
            _ => true,
        }
    }

    /// Opens the vault with its passphrase. Deriving the key takes about half a second, on the caller's thread.
    ///
    /// # Errors
    /// [`UnlockError`].
    pub async fn unlock(&mut self, passphrase: String) -> Result<(), UnlockError> {
        let passphrase = Passphrase::new(passphrase);
        let vault = self.open(Unlock::Passphrase(&passphrase)).await?;
        self.put_down(Lying::Kept(Box::new(vault))).await;
        self.touch();
        Ok(())
    }

    /// Opens the vault with the recovery code, and gives it a new passphrase.
    ///
    /// # Errors
    /// [`RecoverError`]; the passphrase is as it was.
    pub async fn recover(&mut self, code: &str, passphrase: String) -> Result<(), RecoverError> {
        let (code, passphrase) = (RecoveryCode::typed(code)?, Passphrase::new(passphrase));
        if !passphrase.is_long_enough() {
            return Err(PassphraseError::Short.into());
        }
        let mut vault = self.open(Unlock::Recovery(&code)).await?;
        vault.change_passphrase(&passphrase, self.kdf.unwrap_or_else(tuned_kdf)).await?;
        self.put_down(Lying::Kept(Box::new(vault))).await;
        self.touch();
        Ok(())
    }

    async fn open(&mut self, with: Unlock<'_>) -> Result<Vault, UnlockError> {
        let now = self.clock.now().instant;
        if let Some(then) = self.tries().wait(now) {
            return Err(UnlockError::Wait(then));
        }
        let folder = self.place.folder().ok_or(UnlockError::Vault(VaultError::Missing))?;
        match Vault::open(folder, Access::Write, with).await {
            Ok(vault) => {
                self.tries().was_right();
                Ok(vault)
            }
            Err(VaultError::Open(OpenError::Unlock(seal::UnlockError::Wrong))) => {
                self.tries().was_wrong(now);
                Err(UnlockError::Wrong)
            }
            Err(error) => Err(UnlockError::Vault(error)),
        }
    }

    /// Everything as plain JSON Lines.
    ///
    /// # Errors
    /// [`CopyError`].
    pub async fn export(&mut self) -> Result<Vec<u8>, CopyError> {
        let mut lines = Vec::new();
        self.vault().map_err(|_| CopyError::Locked)?.export(&mut lines).await?;
        Ok(lines)
    }

    /// Everything in one sealed file, in the public `age` format.
    ///
    /// # Errors
    /// [`CopyError`].
    pub async fn back_up(&mut self, passphrase: String) -> Result<Vec<u8>, CopyError> {
        let passphrase = Passphrase::new(passphrase);
        if !passphrase.is_long_enough() {
            return Err(CopyError::ShortPassphrase);
        }
        let mut sealing = Sealing::begin(Vec::new(), For::Passphrase(&passphrase, backup::WORK))?;
        self.vault().map_err(|_| CopyError::Locked)?.export(&mut sealing).await?;
        Ok(sealing.finish()?)
    }

    /// Erases the whole vault, and what lies on the desk; needs no passphrase.
    ///
    /// # Errors
    /// [`EverythingError`].
    pub async fn erase_everything(&mut self) -> Result<(), EverythingError> {
        self.lock().await;
        self.tries().was_right();
        self.place.folder().map_or(Ok(()), vault::everything)
    }
}
