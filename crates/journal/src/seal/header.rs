//! The head of a vault: how a passphrase, or the recovery code, comes to the vault key. Changing the passphrase
//! rewrites this and nothing else. Version 1.
//!
//! ```text
//! version 1 | vault 16 | memory 4 | passes 4 | lanes 4 | salt 16 | nonce 24, wrapped key 48
//!           | confirmed 1 | salt 16 | nonce 24, wrapped key 48 | SHA-256 of all before 32
//! ```

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::kdf::{Kdf, KdfError};
use crate::secret::{Key, NoRandomness, Passphrase, Random, RecoveryCode, VaultKey, random};

/// The version that is written.
const VERSION: u8 = 1;
const WRAPPED: usize = 24 + 32 + 16;
const LENGTH: usize = 1 + 16 + 12 + 16 + WRAPPED + 1 + 16 + WRAPPED + 32;

/// What opens a vault.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// Its passphrase.
    Passphrase(&'a Passphrase),
    /// Its recovery code.
    Recovery(&'a RecoveryCode),
    /// Its key itself, kept by whoever opened it before; whether it is the right one shows in what it opens.
    Key(&'a VaultKey),
}

/// Why a vault does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnlockError {
    /// The passphrase or the code is not the vault's.
    #[error("this does not open the vault")]
    Wrong,
    /// The header was changed or half of it is gone; the passphrase may be right.
    #[error("the vault's header is damaged")]
    Damaged,
    /// A newer program made it.
    #[error("the vault was made in version {0}, which this program does not know")]
    Version(u8),
    /// Its figures are out of range.
    #[error(transparent)]
    Kdf(#[from] KdfError),
}

/// The head of a vault.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Header {
    vault: [u8; 16],
    kdf: Kdf,
    salt: [u8; 16],
    by_passphrase: [u8; WRAPPED],
    /// Whether the recovery code was typed back once.
    pub(crate) confirmed: bool,
    recovery_salt: [u8; 16],
    by_recovery: [u8; WRAPPED],
}

impl Header {
    /// A new vault's header, with the key that it wraps.
    pub(crate) fn new(
        passphrase: &Passphrase,
        kdf: Kdf,
        source: &mut dyn Random,
    ) -> Result<(Self, Key, RecoveryCode), NewError> {
        let key = Key::random(source)?;
        let mut header = Self {
            vault: random(source)?,
            kdf,
            salt: [0; 16],
            by_passphrase: [0; WRAPPED],
            confirmed: false,
            recovery_salt: [0; 16],
            by_recovery: [0; WRAPPED],
        };
        header.set_passphrase(&key, passphrase, kdf, source)?;
        let code = header.set_recovery(&key, source)?;
        Ok((header, key, code))
    }

    pub(crate) fn vault(&self) -> [u8; 16] {
        self.vault
    }

    pub(crate) fn kdf(&self) -> Kdf {
        self.kdf
    }

    /// Wraps the vault key under another passphrase, with figures of today.
    pub(crate) fn set_passphrase(
        &mut self,
        key: &Key,
        passphrase: &Passphrase,
        kdf: Kdf,
        source: &mut dyn Random,
    ) -> Result<(), NewError> {
        (self.kdf, self.salt) = (kdf, random(source)?);
        let wrapping = kdf.derive(passphrase, &self.salt)?;
        self.by_passphrase = wrap(&wrapping, key, &self.bound_to_passphrase(), random(source)?)?;
        Ok(())
    }

    /// Wraps the vault key under a new recovery code; the one before opens nothing any more.
    pub(crate) fn set_recovery(
        &mut self,
        key: &Key,
        source: &mut dyn Random,
    ) -> Result<RecoveryCode, NewError> {
        let code = RecoveryCode::random(source)?;
        (self.recovery_salt, self.confirmed) = (random(source)?, false);
        let wrapping = recovery_key(&code, &self.recovery_salt);
        self.by_recovery = wrap(&wrapping, key, &self.bound_to_recovery(), random(source)?)?;
        Ok(code)
    }

    /// The vault key.
    pub(crate) fn unlock(&self, with: Unlock<'_>) -> Result<Key, UnlockError> {
        match with {
            Unlock::Passphrase(passphrase) => {
                let wrapping = self.kdf.derive(passphrase, &self.salt)?;
                unwrap(&wrapping, &self.by_passphrase, &self.bound_to_passphrase())
            }
            Unlock::Recovery(code) => {
                let wrapping = recovery_key(code, &self.recovery_salt);
                unwrap(&wrapping, &self.by_recovery, &self.bound_to_recovery())
            }
            Unlock::Key(key) => Ok(key.0.clone()),
        }
    }

    /// What the wrapping under the passphrase authenticates besides the key.
    fn bound_to_passphrase(&self) -> Vec<u8> {
        let figures = [self.kdf.memory_kib, self.kdf.passes, self.kdf.lanes].map(u32::to_le_bytes);
        [b"halflight passphrase", &[VERSION][..], &self.vault, figures.as_flattened(), &self.salt].concat()
    }

    fn bound_to_recovery(&self) -> Vec<u8> {
        [b"halflight recovery", &[VERSION][..], &self.vault, &self.recovery_salt].concat()
    }

    pub(crate) fn encode(&self) -> Vec<u8> {
        let figures = [self.kdf.memory_kib, self.kdf.passes, self.kdf.lanes].map(u32::to_le_bytes);
        let mut bytes = [
            &[VERSION][..],
            &self.vault,
            figures.as_flattened(),
            &self.salt,
            &self.by_passphrase,
            &[u8::from(self.confirmed)],
            &self.recovery_salt,
            &self.by_recovery,
        ]
        .concat();
        let check = Sha256::digest(&bytes);
        bytes.extend_from_slice(&check);
        bytes
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, UnlockError> {
        let (body, check) = bytes.split_last_chunk::<32>().ok_or(UnlockError::Damaged)?;
        if Sha256::digest(body)[..] != check[..] {
            return Err(UnlockError::Damaged);
        }
        match body.first() {
            Some(&VERSION) if bytes.len() == LENGTH => {}
            Some(&version) if version != VERSION => return Err(UnlockError::Version(version)),
            _ => return Err(UnlockError::Damaged),
        }
        let mut rest = &body[1..];
        let figure = |rest: &mut &[u8]| Ok::<_, UnlockError>(u32::from_le_bytes(part(rest)?));
        Ok(Self {
            vault: part(&mut rest)?,
            kdf: Kdf {
                memory_kib: figure(&mut rest)?,
                passes: figure(&mut rest)?,
                lanes: figure(&mut rest)?,
            },
            salt: part(&mut rest)?,
            by_passphrase: part(&mut rest)?,
            confirmed: part::<1>(&mut rest)? == [1],
            recovery_salt: part(&mut rest)?,
            by_recovery: part(&mut rest)?,
        })
    }
}

fn part<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], UnlockError> {
    let (part, after) = rest.split_first_chunk::<N>().ok_or(UnlockError::Damaged)?;
    *rest = after;
    Ok(*part)
}

/// Why a header cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NewError {
    /// No randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
    /// Figures out of range.
    #[error(transparent)]
    Kdf(#[from] KdfError),
    /// The cipher refused; it has no reason to for 32 bytes.
    #[error("the key could not be wrapped")]
    Cipher,
}

/// A code of 120 random bits needs no slow derivation.
fn recovery_key(code: &RecoveryCode, salt: &[u8; 16]) -> Key {
    let mut key = Key::empty();
    Hkdf::<Sha256>::new(Some(salt), code.bytes())
        .expand(b"halflight recovery key", &mut *key.0)
        .expect("32 bytes are fewer than HKDF's most");
    key
}

fn wrap(wrapping: &Key, key: &Key, bound: &[u8], nonce: [u8; 24]) -> Result<[u8; WRAPPED], NewError> {
    let payload = Payload { msg: &*key.0, aad: bound };
    let sealed = cipher(wrapping).encrypt(&nonce.into(), payload).map_err(|_| NewError::Cipher)?;
    [&nonce[..], &sealed].concat().try_into().map_err(|_| NewError::Cipher)
}

fn unwrap(wrapping: &Key, wrapped: &[u8; WRAPPED], bound: &[u8]) -> Result<Key, UnlockError> {
    let (nonce, sealed) = wrapped.split_first_chunk::<24>().ok_or(UnlockError::Damaged)?;
    let payload = Payload { msg: sealed, aad: bound };
    let opened = cipher(wrapping).decrypt(&(*nonce).into(), payload).map_err(|_| UnlockError::Wrong)?;
    let opened = Zeroizing::new(opened);
    let mut key = Key::empty();
    key.0.copy_from_slice(opened.get(..32).ok_or(UnlockError::Damaged)?);
    Ok(key)
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&*key.0).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::tests::Counting;

    fn phrase(text: &str) -> Passphrase {
        Passphrase::new(text.into())
    }

    fn new() -> (Header, Key, RecoveryCode) {
        Header::new(&phrase("right"), Kdf::CHEAPEST, &mut Counting::default()).unwrap_or_else(|_| panic!())
    }

    #[test]
    fn the_passphrase_and_the_code_unwrap_the_same_key() {
        let (header, key, code) = new();
        let header = Header::decode(&header.encode()).unwrap_or_else(|_| panic!("it reads"));
        let by_phrase = header.unlock(Unlock::Passphrase(&phrase("right")));
        let by_code = header.unlock(Unlock::Recovery(&code));
        assert!(by_phrase.is_ok_and(|opened| opened.0 == key.0));
        assert!(by_code.is_ok_and(|opened| opened.0 == key.0));
    }

    #[test]
    fn another_passphrase_opens_nothing() {
        assert_eq!(new().0.unlock(Unlock::Passphrase(&phrase("wrong"))).err(), Some(UnlockError::Wrong));
    }

    #[test]
    fn a_changed_passphrase_rewraps_the_same_key_and_the_old_one_opens_nothing() {
        let (mut header, key, code) = new();
        let changed = header.set_passphrase(&key, &phrase("next"), Kdf::CHEAPEST, &mut Counting::starting(9));
        assert!(changed.is_ok());
        assert!(header.unlock(Unlock::Passphrase(&phrase("next"))).is_ok_and(|opened| opened.0 == key.0));
        assert!(header.unlock(Unlock::Recovery(&code)).is_ok());
        assert_eq!(header.unlock(Unlock::Passphrase(&phrase("right"))).err(), Some(UnlockError::Wrong));
    }

    #[test]
    fn a_new_recovery_code_ends_the_one_before() {
        let (mut header, key, old) = new();
        let new = header.set_recovery(&key, &mut Counting::starting(9)).unwrap_or_else(|_| panic!("made"));
        assert!(header.unlock(Unlock::Recovery(&new)).is_ok());
        assert_eq!(header.unlock(Unlock::Recovery(&old)).err(), Some(UnlockError::Wrong));
    }

    #[test]
    fn any_changed_byte_of_a_header_is_damage_and_not_a_wrong_passphrase() {
        let bytes = new().0.encode();
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(Header::decode(&damaged).err(), Some(UnlockError::Damaged), "byte {at}");
            assert_eq!(Header::decode(&bytes[..at]).err(), Some(UnlockError::Damaged), "cut at {at}");
        }
    }
}
