//! Requests as bytes, and answers as they come back. Nothing is mended on the way.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

/// A test that waits longer has found a line that is never answered.
const PATIENCE: Duration = Duration::from_mins(1);

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header; none where it is not sent, a panic where it is sent twice.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values =
            self.headers.iter().filter(|(sent, _)| sent == name).map(|(_, value)| value.as_str());
        let value = values.next();
        assert_eq!(values.next(), None, "{name} is sent once");
        value
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Where it leads.
    pub(crate) fn leads_to(&self) -> &str {
        self.header("location").unwrap_or("")
    }

    /// The ticket that it brings, if it brings one.
    pub(crate) fn ticket(&self) -> Option<String> {
        self.sets("ticket").or_else(|| self.sets("__Host-session"))
    }

    /// The value of a cookie that it sets, if it sets one.
    pub(crate) fn sets(&self, name: &str) -> Option<String> {
        let cookie = self
            .headers
            .iter()
            .find(|(sent, value)| sent == "set-cookie" && value.starts_with(name))?
            .1
            .split(';')
            .next()?;
        let value = cookie.strip_prefix(name)?.strip_prefix('=')?;
        Some(value).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    /// Reads an answer; none where the line was cut without one.
    pub(crate) fn read(raw: &[u8]) -> Option<Self> {
        let end = raw.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&raw[..end]).expect("a head in ASCII");
        let mut rows = head.split("\r\n");
        let status = rows.next()?.split(' ').nth(1)?.parse().ok()?;
        let header = |row: &str| {
            let (name, value) = row.split_once(':').expect("a header");
            (name.to_ascii_lowercase(), value.trim().to_owned())
        };
        let headers = rows.map(header).collect();
        let answer = Self { status, headers, body: Vec::new() };
        let sent = &raw[end + 4..];
        let body =
            if answer.header("transfer-encoding") == Some("chunked") { whole(sent) } else { sent.to_vec() };
        Some(Self { body, ..answer })
    }
}

/// Puts chunks together.
fn whole(mut sent: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = sent.windows(2).position(|two| two == b"\r\n") {
        let size =
            std::str::from_utf8(&sent[..end]).ok().and_then(|size| usize::from_str_radix(size, 16).ok());
        let Some(size) = size.filter(|size| *size > 0 && sent.len() >= end + 4 + size) else { break };
        body.extend_from_slice(&sent[end + 2..end + 2 + size]);
        sent = &sent[end + 4 + size..];
    }
    body
}

/// A line to the app.
pub(crate) fn line(port: u16) -> TcpStream {
    let line = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("the app listens");
    line.set_read_timeout(Some(PATIENCE)).expect("a time to wait");
    line
}

/// Sends bytes and gives what comes back until the line ends; an empty answer where it was cut.
pub(crate) fn raw(port: u16, bytes: &[u8]) -> Option<Answer> {
    let mut line = line(port);
    let (mut writing, bytes) = (line.try_clone().expect("a second end"), bytes.to_vec());
    // What is too long is answered before it is all sent.
    let sending = thread::spawn(move || writing.write_all(&bytes).is_ok());
    let mut back = Vec::new();
    let _whole_or_cut = line.read_to_end(&mut back);
    drop(line);
    let _sent_or_not = sending.join();
    Answer::read(&back)
}

/// The same over TLS, where there is something to seal the line with.
pub(crate) fn sealed(port: u16, seal: Option<Arc<ClientConfig>>, bytes: &[u8]) -> Option<Answer> {
    let Some(seal) = seal else { return raw(port, bytes) };
    let name = ServerName::try_from("127.0.0.1").expect("a name");
    let mut line = StreamOwned::new(ClientConnection::new(seal, name).expect("a sealed line"), line(port));
    line.write_all(bytes).expect("sent");
    let mut back = Vec::new();
    let _whole_or_cut = line.read_to_end(&mut back);
    Answer::read(&back)
}

/// What seals lines to whoever holds the certificate in this file, and to nobody else.
pub(crate) fn trusting(certificate: &Path) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(certificate).expect("a certificate")).expect("one to trust");
    let with = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let with = with.with_safe_default_protocol_versions().expect("versions");
    Arc::new(with.with_root_certificates(roots).with_no_client_auth())
}

/// A request, as bytes: its first line and host, further headers each with its line end, a body.
pub(crate) fn request(port: u16, method: &str, path: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = match method {
        "POST" => {
            format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n", body.len())
        }
        _ => String::new(),
    };
    let head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n");
    format!("{head}{length}{headers}\r\n{body}").into_bytes()
}

/// A value as a form sends it.
pub(crate) fn coded(text: &str) -> String {
    text.bytes().fold(String::new(), |coded, byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
            coded + char::from(byte).encode_utf8(&mut [0])
        }
        b' ' => coded + "+",
        _ => format!("{coded}%{byte:02X}"),
    })
}

/// Fields as a form sends them.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", coded(name), coded(value))).collect();
    pairs.join("&")
}
