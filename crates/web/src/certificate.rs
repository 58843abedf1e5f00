//! The certificate by which other devices of a home network know this machine: given, or made here and kept beside the
//! vault, and its fingerprint to compare. Nobody vouches for one that is made here; the fingerprint does.
//!
//! It opens no line and knows no person.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use rcgen::{CertificateParams, DnType, KeyPair, date_time_ymd};
use sha2::{Digest as _, Sha256};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject as _};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// One that is made here holds so many days; phones take none that holds for longer than 398.
const HOLDS_DAYS: i64 = 397;
/// It is made anew so many days before it ends.
const BEFORE_ITS_END: i64 = 30;

/// A certificate and its key.
#[derive(Debug)]
pub struct Certificate {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

/// Why there is none.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// A file cannot be read or written.
    #[error("{} ({})", .path.display(), .error.kind())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file holds none, or none that is understood.
    #[error("{}: no certificate or key in PEM", .0.display())]
    Pem(PathBuf),
    /// The two do not belong together, or are of a kind that is not known.
    #[error("the certificate and the key cannot be used together ({0})")]
    Unfit(tokio_rustls::rustls::Error),
    /// None could be made.
    #[error("none could be made for these names ({0})")]
    Making(#[from] rcgen::Error),
}

impl Certificate {
    /// Reads a certificate, with those that vouch for it, and its key; both PEM.
    ///
    /// # Errors
    /// [`CertificateError`].
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, CertificateError> {
        let unread = |path: &Path, error| match error {
            pem::Error::Io(error) => CertificateError::File { path: path.to_owned(), error },
            _ => CertificateError::Pem(path.to_owned()),
        };
        let chain: Result<Vec<_>, _> = CertificateDer::pem_file_iter(certificate).and_then(Iterator::collect);
        let chain = chain.map_err(|error| unread(certificate, error))?;
        if chain.is_empty() {
            return Err(CertificateError::Pem(certificate.to_owned()));
        }
        let key = PrivateKeyDer::from_pem_file(key).map_err(|error| unread(key, error))?;
        Ok(Self { chain, key })
    }

    /// The one kept in `folder`, if it is for these names and holds for a while; else a new one, which is kept there.
    /// Names are host names and addresses of the machine.
    ///
    /// # Errors
    /// [`CertificateError`].
    pub fn kept_in(folder: &Path, names: &[String], today: Date) -> Result<Self, CertificateError> {
        let [certificate, key, about] = ["cert.pem", "key.pem", "for.txt"].map(|name| folder.join(name));
        if let Ok(told) = fs::read_to_string(&about)
            && told.lines().skip(1).eq(names)
            && told.lines().next().and_then(|until| until.parse().ok()).is_some_and(|until: Date| {
                today.checked_add(BEFORE_ITS_END.days()).is_ok_and(|soon| soon < until)
            })
            && let Ok(kept) = Self::read(&certificate, &key)
        {
            return Ok(kept);
        }
        let until = today.checked_add(HOLDS_DAYS.days()).unwrap_or(today);
        let (made, secret) = made(names, today, until)?;
        let write = |path: &Path, text: &str| {
            write_private(path, text).map_err(|error| CertificateError::File { path: path.to_owned(), error })
        };
        fs::create_dir_all(folder)
            .map_err(|error| CertificateError::File { path: folder.to_owned(), error })?;
        // What tells of the two comes last: without it they are made anew.
        write(&about, "")?;
        write(&key, &secret)?;
        write(&certificate, &made)?;
        write(&about, &format!("{until}\n{}\n", names.join("\n")))?;
        Self::read(&certificate, &key)
    }

    /// What a browser shows as its SHA-256 fingerprint: 32 pairs of hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = self.chain.first().map(Sha256::digest).unwrap_or_default();
        digest.iter().enumerate().fold(String::new(), |mut told, (place, byte)| {
            let _written = write!(told, "{}{byte:02X}", if place == 0 { "" } else { ":" });
            told
        })
    }

    /// What takes calls in its name; HTTP/1.1 alone is spoken.
    pub(crate) fn acceptor(self) -> Result<TlsAcceptor, CertificateError> {
        let with = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let config = with
            .with_safe_default_protocol_versions()
            .and_then(|with| with.with_no_client_auth().with_single_cert(self.chain, self.key));
        let mut config = config.map_err(CertificateError::Unfit)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

/// A certificate that vouches for itself, and its key, both PEM.
fn made(names: &[String], from: Date, until: Date) -> Result<(String, String), CertificateError> {
    let day = |date: Date| {
        let of = |number: i8| u8::try_from(number).unwrap_or(1);
        date_time_ymd(date.year().into(), of(date.month()), of(date.day()))
    };
    let mut params = CertificateParams::new(names)?;
    params.distinguished_name.push(DnType::CommonName, "Halflight");
    // A device whose clock is a little behind is not turned away.
    params.not_before = day(from.yesterday().unwrap_or(from));
    params.not_after = day(until);
    let key = KeyPair::generate()?;
    Ok((params.self_signed(&key)?.pem(), key.serialize_pem()))
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut file = app::private::options().create(true).truncate(true).open(path)?;
    // A file that was there already is for its owner alone from now on.
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str) -> Date {
        day.parse().expect("a day")
    }

    fn names() -> Vec<String> {
        vec!["192.168.1.5".into(), "attic.home".into()]
    }

    #[test]
    fn one_that_is_kept_is_the_same_until_near_its_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let on = |day: &str, names: &[String]| {
            Certificate::kept_in(folder.path(), names, at(day)).expect("one").fingerprint()
        };
        let first = on("2026-03-01", &names());
        assert_eq!(on("2027-03-02", &names()), first);
        let renewed = on("2027-03-03", &names());
        assert_ne!(renewed, first, "thirty days before its end");
        assert_ne!(on("2027-03-03", &["10.0.0.2".to_owned()]), renewed, "another address");
        assert_eq!((first.len(), first.matches(':').count()), (95, 31));
    }

    #[cfg(unix)]
    #[test]
    fn its_key_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        Certificate::kept_in(folder.path(), &names(), at("2026-03-01")).expect("one");
        let mode = fs::metadata(folder.path().join("key.pem")).expect("the key").permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }

    #[test]
    fn a_broken_one_is_made_anew_and_one_given_broken_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let of = |name: &str| folder.path().join(name);
        Certificate::kept_in(folder.path(), &names(), at("2026-03-01")).expect("one");
        fs::write(of("key.pem"), "no key").expect("written");
        let told = Certificate::read(&of("cert.pem"), &of("key.pem")).expect_err("no key");
        assert!(matches!(told, CertificateError::Pem(path) if path == of("key.pem")));
        let gone = Certificate::read(&of("none.pem"), &of("key.pem")).expect_err("no file");
        assert!(matches!(gone, CertificateError::File { .. }));
        Certificate::kept_in(folder.path(), &names(), at("2026-03-01")).expect("made anew");
        Certificate::read(&of("cert.pem"), &of("key.pem")).expect("whole again").acceptor().expect("it fits");
    }
}
