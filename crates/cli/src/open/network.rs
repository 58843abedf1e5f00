//! The app for other devices of a home network, when the person asks for it: where it listens, by which certificate it
//! is known, and whose vaults it opens. Off unless `--listen` is given.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::PathBuf;

use app::clock::{self, Clock};
use app::desk::{Desk, Folder};
use tokio::net::TcpListener;
use web::{Certificate, CertificateError, Home, Household};

use crate::exit::Failure;

/// The longest name of a person, in characters.
const LONGEST_NAME: usize = 32;

/// What it takes to be reached from a home network.
#[derive(Debug, clap::Args)]
pub(super) struct NetworkArgs {
    /// Let other devices of the home network in as well, over TLS, at this address of the machine (0.0.0.0: at all)
    #[arg(long, value_name = "ADDR[:PORT]", value_parser = address)]
    listen: Option<SocketAddr>,
    /// Give somebody a vault of their own, under a name; once for each person [default: your one vault]
    #[arg(long = "for", value_name = "NAME", value_parser = name, requires = "listen")]
    people: Vec<String>,
    /// Another name by which devices call this machine
    #[arg(long, value_name = "HOST", value_parser = host, requires = "listen")]
    called: Vec<String>,
    /// A certificate in PEM [default: one is made, and shown by its fingerprint]
    #[arg(long, value_name = "FILE", requires_all = ["tls_key", "listen"])]
    tls_cert: Option<PathBuf>,
    /// Its key in PEM
    #[arg(long, value_name = "FILE", requires_all = ["tls_cert", "listen"])]
    tls_key: Option<PathBuf>,
}

/// The app, ready for a network.
pub(super) struct Network {
    listener: TcpListener,
    household: Household,
    certificate: Certificate,
    hosts: Vec<String>,
    people: Vec<String>,
    /// Whether the certificate was made here, so that no browser knows it.
    made: bool,
}

impl NetworkArgs {
    /// Takes the address that was asked for; none where none was.
    pub(super) async fn open(&self, folder: &Folder, home: &Home) -> Result<Option<Network>, Failure> {
        let Some(address) = self.listen else { return Ok(None) };
        // Whoever comes first would choose the passphrase.
        if self.people.is_empty() && !folder.has_vault() {
            return Err(Failure::work(
                "there is no vault yet that others could open",
                "Open the app once without --listen and choose a passphrase; or name people with --for.",
            ));
        }
        let listener = TcpListener::bind(address).await.map_err(|error| {
            Failure::work(
                format!("{address} could not be taken ({})", error.kind()),
                "Name an address of this machine, and a port that is free.",
            )
        })?;
        let address = listener.local_addr()?;
        let names = self.names(address)?;
        let certificate = self.certificate(folder, &names)?;
        let hosts = hosts(&names, address.port());
        let household = self.household(folder, home, &hosts);
        let (people, made) = (self.people.clone(), self.tls_cert.is_none());
        Ok(Some(Network { listener, household, certificate, hosts, people, made }))
    }

    /// The names by which this machine is called there, its address first.
    fn names(&self, address: SocketAddr) -> Result<Vec<String>, Failure> {
        let at = if address.ip().is_unspecified() { Some(outward()) } else { Some(Ok(address.ip())) };
        let at = at.transpose().map_err(|_| {
            Failure::work(
                "this machine has no address on a network now",
                "Connect it, or name an address with --listen.",
            )
        })?;
        Ok(at.map(|at| at.to_string()).into_iter().chain(self.called.iter().cloned()).collect())
    }

    fn certificate(&self, folder: &Folder, names: &[String]) -> Result<Certificate, Failure> {
        folder.make()?;
        let today = clock::zone().to_datetime(clock::now().instant).date();
        let (certificate, now) = match (&self.tls_cert, &self.tls_key) {
            (Some(certificate), Some(key)) => (
                Certificate::read(certificate, key),
                "Give the certificate and its key as two files in PEM, or neither: then one is made.",
            ),
            _ => (
                Certificate::kept_in(&folder.path().join("network"), names, today),
                "See whether the folder can be written and the disk has room.",
            ),
        };
        certificate.map_err(|error| unfit(&error, now))
    }

    fn household(&self, folder: &Folder, home: &Home, hosts: &[String]) -> Household {
        if self.people.is_empty() {
            return Household::alone(home, hosts);
        }
        let desk = |folder: PathBuf| Desk::new(Folder::at(folder), Clock::default());
        let all = folder.path().join("people");
        let people = self.people.iter().map(|name| (name.clone(), desk(all.join(name)))).collect();
        Household::of(people, desk(all), hosts)
    }
}

impl Network {
    /// Where it is open, to whom, and by what to know it.
    pub(super) fn told(&self) -> String {
        let addresses: Vec<String> = self.hosts.iter().map(|host| format!("https://{host}/")).collect();
        let people = match self.people.as_slice() {
            [] => "There it opens your vault, and only with your passphrase.".to_owned(),
            people => format!(
                "There {} have a vault each. Whoever opens one first chooses its passphrase.",
                people.join(" and ")
            ),
        };
        let known = if self.made {
            "The browser will warn that nobody vouches for this machine. Go on only if it shows"
        } else {
            "The certificate's fingerprint is"
        };
        format!(
            "Other devices of this network reach it at {}\n{people}\n{known}\n  SHA-256 {}\nCtrl-C ends it.\n",
            addresses.join(" and "),
            self.certificate.fingerprint()
        )
    }

    /// Serves it until `ends`.
    pub(super) async fn serve(self, ends: impl Future<Output = ()>) -> Result<(), Failure> {
        let served = web::serve_on_network(self.household, self.listener, self.certificate, ends).await;
        served.map_err(|error| unfit(&error, "Give a key that belongs to the certificate, both in PEM."))
    }
}

fn unfit(error: &CertificateError, now: &str) -> Failure {
    Failure::work(format!("the certificate: {error}"), now)
}

/// The address by which this machine reaches others. Naming a far one sends nothing there.
fn outward() -> io::Result<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
    // An address that is for documentation alone (RFC 5737).
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
    Ok(socket.local_addr()?.ip())
}

/// The hosts as a browser writes them. At the port that TLS has by itself none is written.
fn hosts(names: &[String], port: u16) -> Vec<String> {
    let host = |name: &String| {
        let name = if name.contains(':') { format!("[{name}]") } else { name.clone() };
        if port == 443 { name } else { format!("{name}:{port}") }
    };
    names.iter().map(host).collect()
}

/// Reads an address, with the usual port where none is named.
fn address(text: &str) -> Result<SocketAddr, String> {
    let alone = || text.parse().map(|ip: IpAddr| SocketAddr::from((ip, super::PORT)));
    text.parse().or_else(|_| alone()).map_err(|_| {
        "an address of this machine is needed, as 192.168.1.5 or 192.168.1.5:7117; 0.0.0.0 is all of them"
            .to_owned()
    })
}

/// A person's name, in small letters: it is typed at the door, and names a folder.
fn name(text: &str) -> Result<String, String> {
    let name = text.trim().to_lowercase();
    let fits = |letter: char| letter.is_alphanumeric() || letter == '-';
    if name.is_empty() || name.chars().count() > LONGEST_NAME || !name.chars().all(fits) {
        return Err(format!("a name has up to {LONGEST_NAME} letters, figures and hyphens"));
    }
    Ok(name)
}

/// The name of a host: letters, figures, hyphens and dots.
fn host(text: &str) -> Result<String, String> {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '.';
    if text.is_empty() || !text.chars().all(fits) {
        return Err("a host's name has letters, figures, hyphens and dots".to_owned());
    }
    Ok(text.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_the_usual_port_unless_it_names_one() {
        assert_eq!(address("192.168.1.5"), Ok(SocketAddr::from(([192, 168, 1, 5], 7117))));
        assert_eq!(address("[::1]:8443").map(|address| address.port()), Ok(8443));
        assert!(address("attic").is_err() && address("").is_err());
    }

    #[test]
    fn no_name_leads_out_of_its_folder() {
        assert_eq!(name(" Änne-2 ").as_deref(), Ok("änne-2"));
        for bad in ["", ".", "..", "a/b", "a\\b", "a b", "c:", &"x".repeat(33)] {
            assert!(name(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn hosts_are_written_as_browsers_write_them() {
        let names = ["::1".to_owned(), "attic.home".to_owned()];
        assert_eq!(hosts(&names, 7117), ["[::1]:7117", "attic.home:7117"]);
        assert_eq!(hosts(&names, 443), ["[::1]", "attic.home"]);
    }
}
