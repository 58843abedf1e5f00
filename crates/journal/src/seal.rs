//! Sealing: from the vault key to what lies in a store, and back. Version 1.
//!
//! Each record has a salt of its own, from which its key and nonce are derived together with the vault key; where
//! the salt is gone, the record is gone, whoever has the vault key. The vault, the place and the version are
//! authenticated, so that a record moved, swapped or repeated does not open. Lengths are rounded up to 32 bytes.
//! Records form a chain over what lies in the store, and the head of the chain is sealed anew with every change.
//! No randomness and no clock here, and no store.

mod header;
mod kdf;
mod keys;

use sha2::{Digest, Sha256};

use crate::wire::Seq;

pub use header::{NewError, Unlock, UnlockError};
pub use kdf::{Kdf, KdfError, rehearse};

pub(crate) use header::Header;
pub(crate) use keys::Keys;

/// A record as a store holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Its place.
    pub seq: Seq,
    /// Its salt; none once it was erased.
    pub salt: Option<[u8; 32]>,
    /// Its ciphertext; once erased, the SHA-256 of what was there.
    pub body: Vec<u8>,
    /// The link of the chain up to here.
    pub link: Link,
}

/// A link of the chain: a hash over everything up to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link(pub [u8; 32]);

impl Link {
    /// Before the first record.
    pub(crate) const NONE: Self = Self([0; 32]);

    /// The link after this one, for a ciphertext with `digest` at `seq`.
    pub(crate) fn then(self, vault: &[u8; 16], seq: Seq, digest: &[u8; 32]) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"halflight link 1");
        hash.update(vault);
        hash.update(self.0);
        hash.update(seq.0.to_le_bytes());
        hash.update(digest);
        Self(hash.finalize().into())
    }
}

impl Sealed {
    /// What the chain holds of it: the hash of its ciphertext, kept when the ciphertext goes. None where that is not
    /// what lies there.
    pub(crate) fn digest(&self) -> Option<[u8; 32]> {
        match self.salt {
            Some(_) => Some(Sha256::digest(&self.body).into()),
            None => self.body.as_slice().try_into().ok(),
        }
    }

    /// What is left of it in the store once it is erased.
    pub(crate) fn erased(&self) -> Self {
        let body = self.digest().map_or_else(Vec::new, |digest| digest.to_vec());
        Self { salt: None, body, ..*self }
    }
}

/// The end of the chain: how many changes there were, how many records, the last link, and where the last erasure
/// stands (0 where there is none).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) revision: u64,
    pub(crate) count: u64,
    pub(crate) erasure: u64,
    pub(crate) link: Link,
}

impl Head {
    pub(crate) const EMPTY: Self = Self { revision: 0, count: 0, erasure: 0, link: Link::NONE };
}

/// The head as a store holds it. The revision stands in clear, so that a store can see whether it moved on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedHead {
    /// How many changes there were.
    pub revision: u64,
    /// The rest, sealed.
    pub body: Vec<u8>,
}

#[cfg(test)]
pub(crate) mod tests;
