//! Backups: one file in the public age format, which the standard tool opens to the JSON Lines of the journal. The
//! file is whole or it does not open: a cut or changed one is told. What is written into it, others say.

use std::io::{self, Read, Write};

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::SecretString;

use crate::secret::Passphrase;

/// The work of deriving a backup's key, as the standard tool has it: 2^18, about a second.
pub const WORK: u8 = 18;
/// The most work that is done to open one.
const MOST_WORK: u8 = 22;

/// For whom a backup is sealed.
#[derive(Clone, Copy)]
pub enum For<'a> {
    /// Whoever has the passphrase; with the work of deriving its key, as a power of two ([`WORK`]).
    Passphrase(&'a Passphrase, u8),
    /// Whoever has the identity of one of these recipients (`age1…`).
    Recipients(&'a [String]),
}

/// What opens a backup.
#[derive(Clone, Copy)]
pub enum With<'a> {
    /// Its passphrase.
    Passphrase(&'a Passphrase),
    /// Identities, as the standard tool keeps them in a file.
    Identities(&'a str),
}

/// Why a backup was not made or not opened.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// No recipient was named, or one of them is none.
    #[error("{0:?} is no recipient; one begins with age1")]
    Recipient(String),
    /// No identity was found.
    #[error("there is no identity in the file; one begins with AGE-SECRET-KEY-1")]
    Identity,
    /// The passphrase, or the identity, does not open it.
    #[error("the passphrase or the identity does not open this backup")]
    Wrong,
    /// It is no backup, or a damaged one.
    #[error("this is no age file, or its beginning is damaged")]
    NotABackup,
    /// Sealing failed.
    #[error("the backup could not be sealed")]
    Seal(#[source] age::EncryptError),
    /// Reading or writing.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A backup being written; it is whole only after [`Sealing::finish`].
pub struct Sealing<W: Write>(age::stream::StreamWriter<ArmoredWriter<W>>);

impl<W: Write> Sealing<W> {
    /// Begins a backup into `out`.
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn begin(out: W, whom: For<'_>) -> Result<Self, BackupError> {
        let encryptor = match whom {
            For::Passphrase(passphrase, work) => {
                let mut recipient =
                    age::scrypt::Recipient::new(SecretString::from(passphrase.text().to_owned()));
                recipient.set_work_factor(work);
                age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
            }
            For::Recipients(names) => {
                let recipients = names.iter().map(|name| {
                    let recipient = name.trim().parse::<age::x25519::Recipient>();
                    recipient.map_err(|_| BackupError::Recipient(name.clone()))
                });
                let recipients = recipients.collect::<Result<Vec<_>, _>>()?;
                age::Encryptor::with_recipients(
                    recipients.iter().map(|recipient| recipient as &dyn age::Recipient),
                )
            }
        };
        let encryptor = encryptor.map_err(|error| match error {
            age::EncryptError::MissingRecipients => BackupError::Recipient(String::new()),
            error => BackupError::Seal(error),
        })?;
        let out = ArmoredWriter::wrap_output(out, Format::Binary)?;
        Ok(Self(encryptor.wrap_output(out)?))
    }

    /// Ends it; the writer under it is handed back, for its bytes to be made durable.
    ///
    /// # Errors
    /// What writing brings.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()?.finish()
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Opens a backup for reading; one that was cut fails at its end, and one that was changed where it was.
///
/// # Errors
/// [`BackupError`].
pub fn open<'a>(input: impl Read + 'a, with: With<'_>) -> Result<impl Read + 'a, BackupError> {
    let input = ArmoredReader::new(io::BufReader::new(input));
    let decryptor = age::Decryptor::new_buffered(input).map_err(|error| match error {
        age::DecryptError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => error.into(),
        _ => BackupError::NotABackup,
    })?;
    let opened = match with {
        With::Passphrase(passphrase) => {
            let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.text().to_owned()));
            identity.set_max_work_factor(MOST_WORK);
            decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity))
        }
        With::Identities(text) => {
            let identities: Vec<age::x25519::Identity> =
                text.lines().filter_map(|line| line.trim().parse().ok()).collect();
            if identities.is_empty() {
                return Err(BackupError::Identity);
            }
            decryptor.decrypt(identities.iter().map(|identity| identity as &dyn age::Identity))
        }
    };
    opened.map_err(|error| match error {
        age::DecryptError::Io(error) => error.into(),
        age::DecryptError::DecryptionFailed
        | age::DecryptError::NoMatchingKeys
        | age::DecryptError::KeyDecryptionFailed
        | age::DecryptError::ExcessiveWork { .. } => BackupError::Wrong,
        _ => BackupError::NotABackup,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: u8 = 2;

    fn phrase(text: &str) -> Passphrase {
        Passphrase::new(text.into())
    }

    fn sealed(text: &[u8], whom: For<'_>) -> Vec<u8> {
        let mut sealing = Sealing::begin(Vec::new(), whom).expect("it begins");
        sealing.write_all(text).expect("it writes");
        sealing.finish().expect("it ends")
    }

    fn opened(bytes: &[u8], with: With<'_>) -> Result<Vec<u8>, BackupError> {
        let mut text = Vec::new();
        open(bytes, with)?.read_to_end(&mut text)?;
        Ok(text)
    }

    #[test]
    fn a_backup_opens_with_its_passphrase_alone() {
        let right = phrase("right");
        let bytes = sealed(b"lines", For::Passphrase(&right, CHEAP));
        assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
        assert_eq!(opened(&bytes, With::Passphrase(&right)).ok().as_deref(), Some(&b"lines"[..]));
        let wrong = opened(&bytes, With::Passphrase(&phrase("wrong")));
        assert!(matches!(wrong, Err(BackupError::Wrong)), "{wrong:?}");
    }

    #[test]
    fn a_backup_opens_with_the_identity_of_its_recipient() {
        use age::secrecy::ExposeSecret as _;
        let identity = age::x25519::Identity::generate();
        let bytes = sealed(b"lines", For::Recipients(&[identity.to_public().to_string()]));
        let file = format!("# made today\n{}\n", identity.to_string().expose_secret());
        assert_eq!(opened(&bytes, With::Identities(&file)).ok().as_deref(), Some(&b"lines"[..]));
        assert!(matches!(opened(&bytes, With::Identities("nothing")), Err(BackupError::Identity)));
    }

    #[test]
    fn half_a_backup_is_told_wherever_it_was_cut() {
        let right = phrase("right");
        let bytes = sealed(&vec![7; 200_000], For::Passphrase(&right, CHEAP));
        for end in [0, 10, 100, bytes.len() / 2, bytes.len() - 1] {
            assert!(opened(&bytes[..end], With::Passphrase(&right)).is_err(), "cut at {end}");
        }
    }

    #[test]
    fn a_changed_backup_is_told() {
        let right = phrase("right");
        let mut bytes = sealed(b"lines", For::Passphrase(&right, CHEAP));
        *bytes.last_mut().expect("not empty") ^= 1;
        assert!(opened(&bytes, With::Passphrase(&right)).is_err());
    }

    #[test]
    fn what_is_no_recipient_is_named() {
        let none = Sealing::begin(Vec::new(), For::Recipients(&["age1nobody".into()]));
        assert!(matches!(none.err(), Some(BackupError::Recipient(name)) if name == "age1nobody"));
        assert!(matches!(
            Sealing::begin(Vec::new(), For::Recipients(&[])).err(),
            Some(BackupError::Recipient(_))
        ));
    }
}
