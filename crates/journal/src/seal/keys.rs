//! The keys that follow from the vault key, and what each of them seals: records, the head, the snapshot.

use chacha20poly1305::aead::{Aead, AeadInOut, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{Head, Link, Sealed, SealedHead};
use crate::secret::{Key, NoRandomness, Random, random};
use crate::wire::Seq;

const VERSION: u8 = 1;
/// Plaintexts are filled up to a multiple of this, so that a length tells little of what was written.
const BLOCK: usize = 32;

/// A sealed thing did not open: it was changed, or it is another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shut;

/// The keys of an open vault.
pub(crate) struct Keys {
    pub(crate) vault: [u8; 16],
    key: Key,
    records: Hkdf<Sha256>,
    head: XChaCha20Poly1305,
    snapshot: XChaCha20Poly1305,
}

impl Keys {
    pub(crate) fn of(vault: [u8; 16], key: Key) -> Self {
        let root = expander(&key);
        let sub = |purpose: &[u8]| {
            let mut sub = Key::empty();
            root.expand_multi_info(&[b"halflight 1 ", purpose, &vault], &mut *sub.0)
                .expect("32 bytes are fewer than HKDF's most");
            sub
        };
        let cipher = |key: Key| XChaCha20Poly1305::new((&*key.0).into());
        Self {
            vault,
            records: expander(&sub(b"records")),
            head: cipher(sub(b"head")),
            snapshot: cipher(sub(b"snapshot")),
            key,
        }
    }

    /// The vault key itself, to be wrapped anew.
    pub(crate) fn vault_key(&self) -> &Key {
        &self.key
    }

    /// Seals a record at its place and links it to the chain.
    pub(crate) fn seal(
        &self,
        plain: Vec<u8>,
        seq: Seq,
        before: Link,
        source: &mut dyn Random,
    ) -> Result<Sealed, NoRandomness> {
        let salt = random(source)?;
        let mut plain = Zeroizing::new(plain);
        let filled = (plain.len() + 1).next_multiple_of(BLOCK);
        plain.push(0x80);
        plain.resize(filled, 0);
        let (cipher, nonce) = self.record_cipher(seq, &salt);
        let payload = Payload { msg: &plain, aad: &self.bound(seq) };
        let body = cipher.encrypt(&nonce, payload).expect("a record is far shorter than the cipher's most");
        let mut sealed = Sealed { seq, salt: Some(salt), body, link: before };
        let digest = sealed.digest().expect("a sealed record has a hash");
        sealed.link = before.then(&self.vault, seq, &digest);
        Ok(sealed)
    }

    /// Opens a record at its place; none where it was erased.
    pub(crate) fn open(&self, sealed: &Sealed) -> Result<Option<Zeroizing<Vec<u8>>>, Shut> {
        let Some(salt) = sealed.salt else { return Ok(None) };
        let (cipher, nonce) = self.record_cipher(sealed.seq, &salt);
        let mut plain = Zeroizing::new(sealed.body.clone());
        cipher.decrypt_in_place(&nonce, &self.bound(sealed.seq), &mut *plain).map_err(|_| Shut)?;
        let end = plain.iter().rposition(|&byte| byte != 0).filter(|&end| plain[end] == 0x80).ok_or(Shut)?;
        plain.truncate(end);
        Ok(Some(plain))
    }

    fn record_cipher(&self, seq: Seq, salt: &[u8; 32]) -> (XChaCha20Poly1305, chacha20poly1305::XNonce) {
        let mut derived = Zeroizing::new([0; 32 + 24]);
        self.records
            .expand_multi_info(&[salt, &seq.0.to_le_bytes()], &mut *derived)
            .expect("56 bytes are fewer than HKDF's most");
        let (key, nonce) = derived.split_at(32);
        let key: &[u8; 32] = key.try_into().expect("split at 32");
        let nonce: [u8; 24] = nonce.try_into().expect("24 of 56 are left");
        (XChaCha20Poly1305::new(key.into()), nonce.into())
    }

    fn bound(&self, seq: Seq) -> [u8; 16 + 16 + 8 + 1] {
        let mut bound = [0; 41];
        bound[..16].copy_from_slice(b"halflight record");
        bound[16..32].copy_from_slice(&self.vault);
        bound[32..40].copy_from_slice(&seq.0.to_le_bytes());
        bound[40] = VERSION;
        bound
    }

    pub(crate) fn seal_head(&self, head: Head, source: &mut dyn Random) -> Result<SealedHead, NoRandomness> {
        let plain = [&head.count.to_le_bytes()[..], &head.erasure.to_le_bytes(), &head.link.0].concat();
        let body = boxed(&self.head, &plain, &self.bound_head(head.revision), random(source)?);
        Ok(SealedHead { revision: head.revision, body })
    }

    pub(crate) fn open_head(&self, sealed: &SealedHead) -> Result<Head, Shut> {
        let plain = unboxed(&self.head, &sealed.body, &self.bound_head(sealed.revision))?;
        let (count, rest) = plain.split_first_chunk::<8>().ok_or(Shut)?;
        let (erasure, link) = rest.split_first_chunk::<8>().ok_or(Shut)?;
        let link = Link(link.try_into().map_err(|_| Shut)?);
        let [count, erasure] = [count, erasure].map(|number| u64::from_le_bytes(*number));
        Ok(Head { revision: sealed.revision, count, erasure, link })
    }

    fn bound_head(&self, revision: u64) -> Vec<u8> {
        [b"halflight head", &[VERSION][..], &self.vault, &revision.to_le_bytes()].concat()
    }

    /// Seals a snapshot of the records up to `head`.
    pub(crate) fn seal_snapshot(
        &self,
        plain: &[u8],
        head: Head,
        source: &mut dyn Random,
    ) -> Result<Vec<u8>, NoRandomness> {
        let place = [&head.count.to_le_bytes()[..], &head.link.0].concat();
        let sealed = boxed(&self.snapshot, plain, &self.bound_snapshot(&place), random(source)?);
        Ok([place, sealed].concat())
    }

    /// Opens a snapshot: the place it was taken at, and its bytes.
    pub(crate) fn open_snapshot(&self, bytes: &[u8]) -> Result<(u64, Link, Zeroizing<Vec<u8>>), Shut> {
        let (place, sealed) = bytes.split_first_chunk::<40>().ok_or(Shut)?;
        let plain = unboxed(&self.snapshot, sealed, &self.bound_snapshot(place))?;
        let (count, link) = place.split_first_chunk::<8>().ok_or(Shut)?;
        Ok((u64::from_le_bytes(*count), Link(link.try_into().map_err(|_| Shut)?), plain))
    }

    fn bound_snapshot(&self, place: &[u8]) -> Vec<u8> {
        [b"halflight snapshot", &[VERSION][..], &self.vault, place].concat()
    }
}

fn expander(key: &Key) -> Hkdf<Sha256> {
    Hkdf::from_prk(&*key.0).expect("32 bytes are as many as SHA-256 gives")
}

/// A random nonce, then the ciphertext.
fn boxed(cipher: &XChaCha20Poly1305, plain: &[u8], bound: &[u8], nonce: [u8; 24]) -> Vec<u8> {
    let payload = Payload { msg: plain, aad: bound };
    let sealed = cipher.encrypt(&nonce.into(), payload).expect("far shorter than the cipher's most");
    [&nonce[..], &sealed].concat()
}

fn unboxed(cipher: &XChaCha20Poly1305, bytes: &[u8], bound: &[u8]) -> Result<Zeroizing<Vec<u8>>, Shut> {
    let (nonce, sealed) = bytes.split_first_chunk::<24>().ok_or(Shut)?;
    let payload = Payload { msg: sealed, aad: bound };
    cipher.decrypt(&(*nonce).into(), payload).map(Zeroizing::new).map_err(|_| Shut)
}
