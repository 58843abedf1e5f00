//! The app as a browser meets it: the release binary over a vault of 50 000 entries, spoken to over loopback. Goals: `/`
//! answered in 5 ms (p99 of 1 000 requests), a page with all it loads under 100 KB, the first byte of `/unlock` 150 ms
//! after the program was started; a million messages chosen in the app are a chart 300 ms after the reading's own time.
//! Beside it what the guidance alone takes in the same vault, so that one sees where the
//! time goes.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use app::vault::{Vault, init};
use journal::seal::{Kdf, Unlock};
use journal::secret::Passphrase;
use journal::store::{Access, Folder};

use crate::bench_advise;
use crate::bench_read;
use crate::run::{Failed, cargo, root, tell};
use crate::stopwatch::{kibibytes, median, started, time};

const REQUESTS: usize = 1_000;
const STARTS: usize = 9;
const CHARTS: usize = 5;
const PASSPHRASE: &str = "correct horse battery";
/// The list of doors, from which the pages are taken.
const DOORS: &str = include_str!("../../crates/web/src/doors.rs");

/// Builds what is measured: the program itself, for release.
pub(crate) fn build() -> Result<(), Failed> {
    cargo(&["build", "--quiet", "--release", "--package", "cli"])
}

/// Prints the figures.
pub(crate) fn run() -> Result<(), Failed> {
    let temporary = tempfile::tempdir_in(root().join("target"))?;
    let folder = Folder::at(temporary.path().join("vault"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    runtime.block_on(fill(&folder))?;
    let today = runtime.block_on(today(&folder))?;

    let mut firsts = Vec::new();
    for _ in 0..STARTS {
        let (served, first) = Served::start(folder.path())?;
        firsts.push(first);
        drop(served);
    }
    tell(&row("start of the program to the first byte of /unlock", median(firsts), "(goal: 150 ms)"));

    let (mut served, _) = Served::start(folder.path())?;
    tell(&memory("memory while locked", served.program.id(), "VmRSS"));
    served.unlock()?;
    let mut pages = Vec::new();
    let mut line = served.line()?;
    for _ in 0..REQUESTS {
        let took = started();
        let page = served.get(&mut line, "/", true)?;
        pages.push(took());
        if page.status != 200 {
            return Err(Failed(format!("/ was answered {}", page.status)));
        }
    }
    tell(&format!(
        "\n{REQUESTS} requests of / over a vault of 50 000 entries, packed as a browser asks for it"
    ));
    tell(&row("p50", part(&mut pages, 50), ""));
    tell(&row("p99", part(&mut pages, 99), "(goal: 5 ms)"));
    tell(&row("  of it the guidance alone (Vault::today), p50", today.0, ""));
    tell(&row("  of it the guidance alone (Vault::today), p99", today.1, ""));
    let mut still = Vec::new();
    for _ in 0..REQUESTS {
        let took = started();
        served.get(&mut line, "/assets/icon.svg", true)?;
        still.push(took());
    }
    tell(&row("beside it: an asset, where nothing is worked out, p50", part(&mut still, 50), ""));
    tell(&memory("memory after that", served.program.id(), "VmRSS"));
    tell(&memory("  at its highest", served.program.id(), "VmHWM"));
    weights(&served)?;
    first_chart(&served)
}

/// From the choice of an export of a million messages to its first chart, beside what the reading takes by itself.
fn first_chart(served: &Served) -> Result<(), Failed> {
    let file = bench_read::million()?;
    let text = std::fs::read(&file)?;
    let (mut chosen, mut told, mut alone) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..CHARTS {
        let took = started();
        served.sends("/flow/read", "multipart/form-data; boundary=b", &multipart(&text))?;
        chosen.push(took());
        let took = started();
        let me = format!("me={}&partner=", bench_read::ME.replace(' ', "+"));
        served.sends("/flow/audit", "application/x-www-form-urlencoded", me.as_bytes())?;
        let page = served.get(&mut served.line()?, "/flow/audit", true)?;
        let page_shown = page.status == 200 && page.body.len() > 4_000;
        told.push(took());
        if !page_shown {
            return Err(Failed(format!("the audit was answered {}", page.status)));
        }
        let mut read = Command::new(program()?);
        read.arg("read").arg(&file).args(["--me", bench_read::ME, "--json"]);
        alone.push(time(read)?);
        served.sends("/flow/cancel", "application/x-www-form-urlencoded", b"")?;
    }
    let (chosen, told, alone) = (median(chosen), median(told), median(alone));
    let megabytes = kilobytes(text.len()) / 1e3;
    tell(&format!("\na million messages, {megabytes:.0} MB, chosen in the app; median of {CHARTS}"));
    tell(&row("sent and looked through, until it asks who one is", chosen, ""));
    tell(&row("from the name to the first chart", told, ""));
    tell(&row("beside it: `halflight read`, whole process", alone, ""));
    tell(&row(
        "both together beyond the reading's own time",
        (chosen + told).saturating_sub(alone),
        "(goal: 300 ms)",
    ));
    Ok(())
}

/// A form with one file.
fn multipart(text: &[u8]) -> Vec<u8> {
    let head = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"chat.txt\"\r\n\r\n";
    [head.as_bytes(), text, b"\r\n--b--\r\n"].concat()
}

/// Makes the vault; its entries end now, so that the page of this moment sees them all.
async fn fill(folder: &Folder) -> Result<(), Failed> {
    // Unlocking is half a second on purpose and not what is measured.
    init(folder, &phrase(), Kdf::CHEAPEST).await.map_err(failed)?;
    let mut vault = open(folder).await?;
    let text = bench_advise::journal_until(app::clock::now().instant);
    vault.import(text.as_bytes()).await.map_err(failed)?;
    vault.keep_snapshot(true).await.map_err(failed)?;
    vault.close().await.map_err(failed)
}

/// What the guidance takes without a page around it: the middle one, and the 99th of a hundred.
async fn today(folder: &Folder) -> Result<(Duration, Duration), Failed> {
    let mut vault = open(folder).await?;
    let mut times = Vec::new();
    for _ in 0..REQUESTS {
        let took = started();
        let guidance = vault.today(app::clock::now()).await.map_err(failed)?;
        times.push(took());
        drop(std::hint::black_box(guidance));
    }
    vault.close().await.map_err(failed)?;
    Ok((part(&mut times, 50), part(&mut times, 99)))
}

/// Every page with all that it loads, plain and packed.
fn weights(served: &Served) -> Result<(), Failed> {
    let mut line = served.line()?;
    tell("\na page and all it loads                                plain     packed   (goal: under 100 KB)");
    let paths = DOORS.split(".route(").skip(1).filter_map(|rest| rest.split('"').nth(1));
    let mut heaviest = 0;
    for path in paths.filter(|path| !path.contains('{')).chain(["/draft/new/never-send", "/why/SPACE-2"]) {
        let plain = served.get(&mut line, path, false)?;
        if plain.status != 200 || !plain.head.contains("text/html") {
            continue;
        }
        let (mut bytes, mut packed) = (plain.body.len(), served.get(&mut line, path, true)?.body.len());
        let page = String::from_utf8_lossy(&plain.body).into_owned();
        let mut assets: Vec<&str> =
            page.split("=\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assets.sort_unstable();
        assets.dedup();
        for asset in assets {
            let asset = format!("/assets/{asset}");
            bytes += served.get(&mut line, &asset, false)?.body.len();
            packed += served.get(&mut line, &asset, true)?.body.len();
        }
        heaviest = heaviest.max(bytes);
        tell(&format!("{path:<50}{:>8.1} KB{:>8.1} KB", kilobytes(bytes), kilobytes(packed)));
    }
    tell(&format!("{:<50}{:>8.1} KB", "the heaviest", kilobytes(heaviest)));
    Ok(())
}

/// The program, serving.
struct Served {
    program: Child,
    port: u16,
    ticket: String,
}

impl Served {
    /// Starts it; how long until the first byte of `/unlock` came.
    fn start(folder: &Path) -> Result<(Self, Duration), Failed> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let took = started();
        let program = Command::new(program()?)
            .args(["--no-browser", "--port", &port.to_string(), "--data"])
            .arg(folder)
            .stdout(Stdio::null())
            .spawn()?;
        let served = Self { program, port, ticket: String::new() };
        let mut line = served.line()?;
        line.write_all(served.request("GET", "/unlock", "", "").as_bytes())?;
        line.read_exact(&mut [0])?;
        Ok((served, took()))
    }

    /// A line to it, as soon as it listens.
    fn line(&self) -> Result<TcpStream, Failed> {
        for _ in 0..20_000 {
            if let Ok(line) = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) {
                line.set_nodelay(true)?;
                return Ok(line);
            }
            std::thread::sleep(Duration::from_micros(500));
        }
        Err(Failed("the program does not listen".into()))
    }

    fn request(&self, method: &str, path: &str, headers: &str, body: &str) -> String {
        let length = body.len();
        let cookie = &self.ticket;
        let head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{cookie}{headers}", self.port);
        let form = "Content-Type: application/x-www-form-urlencoded";
        format!("{head}{form}\r\nContent-Length: {length}\r\n\r\n{body}")
    }

    /// Sends a form, and waits until it is answered with another page to go to.
    fn sends(&self, path: &str, kind: &str, body: &[u8]) -> Result<(), Failed> {
        let mut line = self.line()?;
        let (port, cookie, length) = (self.port, &self.ticket, body.len());
        let head = format!("POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{cookie}");
        let head = format!("{head}Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n");
        line.write_all(head.as_bytes())?;
        line.write_all(body)?;
        let answer = Answer::read(&mut line)?;
        if answer.status == 303 {
            Ok(())
        } else {
            Err(Failed(format!("{path} was answered {}", answer.status)))
        }
    }

    fn get(&self, line: &mut TcpStream, path: &str, packed: bool) -> Result<Answer, Failed> {
        let headers = if packed { "Accept-Encoding: gzip\r\n" } else { "" };
        line.write_all(self.request("GET", path, headers, "").as_bytes())?;
        Answer::read(line)
    }

    fn unlock(&mut self) -> Result<(), Failed> {
        let mut line = self.line()?;
        let body = format!("passphrase={}", PASSPHRASE.replace(' ', "+"));
        line.write_all(self.request("POST", "/unlock", "", &body).as_bytes())?;
        let answer = Answer::read(&mut line)?;
        let ticket = answer.head.split("ticket=").nth(1).and_then(|rest| rest.split(';').next());
        let ticket = ticket.ok_or_else(|| Failed(format!("unlocking was answered {}", answer.status)))?;
        self.ticket = format!("Cookie: ticket={ticket}\r\n");
        Ok(())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It was started here; if it has ended by itself there is nothing to end.
        let _ended_or_not = self.program.kill();
        let _waited_or_not = self.program.wait();
    }
}

/// An answer on a line that stays open.
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    pub(crate) fn read(line: &mut TcpStream) -> Result<Self, Failed> {
        let mut bytes = Vec::new();
        let mut piece = vec![0; 65536];
        loop {
            if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
                let rest = &bytes[end + 4..];
                let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
                let length = length.and_then(|length| length.trim().parse::<usize>().ok());
                let body = match length {
                    _ if head.contains("transfer-encoding: chunked") => unchunked(rest),
                    Some(length) => rest.get(..length).map(<[u8]>::to_vec),
                    None => Some(Vec::new()),
                };
                if let Some(body) = body {
                    let status =
                        head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
                    return Ok(Self { status, head, body });
                }
            }
            let read = line.read(&mut piece)?;
            if read == 0 {
                return Err(Failed("the line was cut".into()));
            }
            bytes.extend_from_slice(&piece[..read]);
        }
    }
}

/// Chunks put together; none while the last is missing.
fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
        let chunk = rest.get(end + 2..end + 2 + size)?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(chunk);
        rest = rest.get(end + 4 + size..)?;
    }
}

/// The program beside this one.
pub(crate) fn program() -> Result<PathBuf, Failed> {
    let here = std::env::current_exe()?;
    let program = here.with_file_name(format!("halflight{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() { Ok(program) } else { Err(Failed(format!("{} is not built", program.display()))) }
}

fn phrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.into())
}

async fn open(folder: &Folder) -> Result<Vault, Failed> {
    Vault::open(folder, Access::Write, Unlock::Passphrase(&phrase())).await.map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> Failed {
    Failed(error.to_string())
}

/// The time that so many of a hundred do not exceed.
pub(crate) fn part(times: &mut [Duration], of_hundred: usize) -> Duration {
    times.sort_unstable();
    let place = (times.len() * of_hundred).div_ceil(100).saturating_sub(1);
    times.get(place).copied().unwrap_or_default()
}

fn memory(what: &str, process: u32, name: &str) -> String {
    kibibytes(&process.to_string(), name).map_or(format!("{what:<55}not told by this system"), |kib| {
        format!("{what:<55}{:>9.1} MiB", f64::from(kib) / 1024.0)
    })
}

fn row(what: &str, took: Duration, goal: &str) -> String {
    format!("{what:<55}{:>9.2} ms   {goal}", took.as_secs_f64() * 1000.0).trim_end().to_owned()
}

#[expect(clippy::cast_precision_loss, reason = "a size in kilobytes")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_99th_of_a_hundred_is_the_last_but_one() {
        let mut times: Vec<Duration> = (1..=100).rev().map(Duration::from_millis).collect();
        assert_eq!(part(&mut times, 99), Duration::from_millis(99));
        assert_eq!(part(&mut times, 50), Duration::from_millis(50));
        assert_eq!(part(&mut [], 50), Duration::ZERO);
    }

    #[test]
    fn chunks_are_put_together_once_the_last_is_there() {
        assert_eq!(unchunked(b"3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n"), Some(b"abcd".to_vec()));
        assert_eq!(unchunked(b"3\r\nabc\r\n1\r\n"), None);
    }
}
