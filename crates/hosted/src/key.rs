//! The server's key: what seals sessions and posts, and makes a name unreadable. It lies in a file beside no database.
//!
//! ```text
//! names <32 bytes, base64>     never changes: names are found by it
//! seal  <32 bytes, base64>     the first one seals; all of them open, so that one can be put before another
//! ```

use std::fmt::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use journal::secret::{NoRandomness, Random as _};
use sha2::Sha256;
use zeroize::Zeroizing;

/// The server's key, which only its operator has.
pub struct ServerKey {
    names: Zeroizing<[u8; 32]>,
    seals: Vec<Zeroizing<[u8; 32]>>,
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file.
    #[error("the key file could not be read or written")]
    Io(#[from] std::io::Error),
    /// Others may read it.
    #[error("the key file can be read by others than its owner")]
    Open,
    /// It is no key file.
    #[error("line {0} of the key file is none of a key file's")]
    Line(usize),
    /// A line is missing.
    #[error("the key file has no line `names`, or none `seal`")]
    Half,
    /// No randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
}

impl ServerKey {
    /// Makes a key file that only its owner can read.
    ///
    /// # Errors
    /// [`KeyError`]; a file that is there is left alone.
    pub fn make(path: &Path) -> Result<(), KeyError> {
        let mut text = Zeroizing::new(String::new());
        for line in ["names", "seal"] {
            let key = fresh()?;
            let _infallible = writeln!(text, "{line} {}", *written(&key));
        }
        let mut file = journal::private::options().create_new(true).open(path)?;
        std::io::Write::write_all(&mut file, text.as_bytes())?;
        Ok(file.sync_all()?)
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn read(path: &Path) -> Result<Self, KeyError> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            let about = std::fs::metadata(path)?;
            // Service managers hand a file of root's over through its group.
            let others = if about.uid() == 0 { 0o037 } else { 0o077 };
            if about.mode() & others != 0 {
                return Err(KeyError::Open);
            }
        }
        Self::of(&Zeroizing::new(std::fs::read_to_string(path)?))
    }

    /// The key that a key file's text holds.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn of(text: &str) -> Result<Self, KeyError> {
        let (mut names, mut seals) = (None, Vec::new());
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            let (what, key) = line.trim().split_once(char::is_whitespace).ok_or(KeyError::Line(number))?;
            let bytes = Zeroizing::new(STANDARD.decode(key.trim()).map_err(|_| KeyError::Line(number))?);
            let key =
                <[u8; 32]>::try_from(&bytes[..]).map(Zeroizing::new).map_err(|_| KeyError::Line(number))?;
            match what {
                "names" if names.is_none() => names = Some(key),
                "seal" => seals.push(key),
                _ => return Err(KeyError::Line(number)),
            }
        }
        match names {
            Some(names) if !seals.is_empty() => Ok(Self { names, seals }),
            _ => Err(KeyError::Half),
        }
    }

    /// What stands for `text` in the database: nobody without the key can tell what it was, or try others.
    #[must_use]
    pub fn print(&self, purpose: &str, text: &str) -> Vec<u8> {
        // HMAC fills a shorter key up with noughts by itself.
        let mut block = Zeroizing::new([0; 64]);
        block[..32].copy_from_slice(&*self.names);
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new((&*block).into());
        for part in [b"halflight print 1", purpose.as_bytes(), text.as_bytes()] {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().to_vec()
    }

    /// Seals bytes for one purpose, bound to where they belong.
    ///
    /// # Errors
    /// [`NoRandomness`].
    ///
    /// # Panics
    /// If `plain` is longer than 256 GiB, the cipher's most.
    pub fn seal(&self, purpose: &str, bound: &[u8], plain: &[u8]) -> Result<Vec<u8>, NoRandomness> {
        let mut nonce = [0; 24];
        app::random::System.fill(&mut nonce)?;
        let payload = Payload { msg: plain, aad: bound };
        let sealed = cipher(&self.seals[0], purpose).encrypt(&nonce.into(), payload);
        Ok([&nonce[..], &sealed.expect("far shorter than the cipher's most")].concat())
    }

    /// Opens what was sealed for that purpose, in that place, by any key of the file; none where nothing was.
    #[must_use]
    pub fn open(&self, purpose: &str, bound: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_first_chunk::<24>()?;
        self.seals.iter().find_map(|key| {
            let payload = Payload { msg: sealed, aad: bound };
            cipher(key, purpose).decrypt(&(*nonce).into(), payload).ok().map(Zeroizing::new)
        })
    }
}

/// A key as its file holds it.
fn written(bytes: &[u8; 32]) -> Zeroizing<String> {
    Zeroizing::new(STANDARD.encode(bytes))
}

/// Letters that a cookie can carry, for bytes.
pub(crate) fn letters(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of such letters.
pub(crate) fn bytes(letters: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(letters).ok()
}

fn fresh() -> Result<Zeroizing<[u8; 32]>, NoRandomness> {
    let mut bytes = Zeroizing::new([0; 32]);
    app::random::System.fill(&mut *bytes)?;
    Ok(bytes)
}

fn cipher(key: &[u8; 32], purpose: &str) -> XChaCha20Poly1305 {
    let mut sub = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, key)
        .expand_multi_info(&[b"halflight server 1 ", purpose.as_bytes()], &mut *sub)
        .expect("32 bytes are fewer than HKDF's most");
    XChaCha20Poly1305::new((&*sub).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "names AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\
                       seal AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";

    fn key(text: &str) -> ServerKey {
        ServerKey::of(text).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn what_is_sealed_opens_for_its_purpose_and_in_its_place_alone() {
        let key = key(OLD);
        let sealed = key.seal("session", b"here", b"words").expect("randomness");
        assert_eq!(key.open("session", b"here", &sealed).as_deref().map(Vec::as_slice), Some(&b"words"[..]));
        assert!(key.open("talk", b"here", &sealed).is_none());
        assert!(key.open("session", b"there", &sealed).is_none());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(key.open("session", b"here", &changed).is_none(), "byte {at}");
        }
    }

    #[test]
    fn a_new_key_put_first_seals_and_the_old_one_still_opens() {
        let sealed = key(OLD).seal("session", b"", b"words").expect("randomness");
        let newer = OLD.replacen("seal ", "seal ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=\nseal ", 1);
        let newer = key(&newer);
        assert!(newer.open("session", b"", &sealed).is_some());
        let sealed = newer.seal("session", b"", b"words").expect("randomness");
        assert!(key(OLD).open("session", b"", &sealed).is_none());
        assert_eq!(newer.print("name", "linden"), key(OLD).print("name", "linden"));
    }

    #[test]
    fn a_key_file_is_made_once_readable_by_its_owner_alone_and_read_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("key");
        ServerKey::make(&path).expect("made");
        assert!(ServerKey::read(&path).is_ok());
        assert!(matches!(ServerKey::make(&path), Err(KeyError::Io(_))));
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            use std::os::unix::fs::PermissionsExt as _;
            let read_with = |mode| {
                std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("set");
                ServerKey::read(&path)
            };
            assert!(matches!(read_with(0o644), Err(KeyError::Open)));
            assert!(matches!(read_with(0o660), Err(KeyError::Open)));
            let by_root = std::fs::metadata(&path).expect("it is there").uid() == 0;
            assert_eq!(read_with(0o440).is_ok(), by_root, "root's may be read by a group");
        }
    }

    #[test]
    fn a_file_that_is_no_key_file_is_told_by_its_line() {
        assert!(matches!(ServerKey::of("seal short"), Err(KeyError::Line(1))));
        assert!(matches!(ServerKey::of(OLD.lines().next().unwrap_or_default()), Err(KeyError::Half)));
    }
}
