//! `cargo xtask dist-walk`: the package as a stranger meets it. In a Debian that holds nothing else it is installed,
//! used by somebody who is not root, and removed; then nothing of it may be left, and the person's vault must be. The
//! same in a later Debian, whose C library is another and has modules of its own for names.
//!
//! It needs root, and Debian's mirror for `debootstrap`. It changes nothing outside the folder that it makes and removes.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::{Release, folder};
use crate::run::{self, Failed, tell};
use crate::setup;

/// The Debians that it is tried in, and what they hold beside the least.
const SUITES: &[(&str, &str)] = &[("bookworm", ""), ("trixie", "libnss-systemd,libnss-myhostname")];
/// Somebody whom no file of the system names.
const STRANGER: &str = "4242:4242";
const PATH: &str = "/usr/bin:/bin:/usr/sbin:/sbin";
const PERSON: &str = "robin";
const PHRASE: &str = "a walk by the river";
const DATA: &str = ".local/share/halflight";

/// Walks through it.
pub(crate) fn run() -> Result<(), Failed> {
    setup::package("debootstrap", "debootstrap")?;
    let release = Release::now()?;
    let deb = folder().join(release.deb());
    if !deb.is_file() {
        return Err(Failed(format!("{} is not there; `cargo xtask dist` makes it", deb.display())));
    }
    SUITES.iter().try_for_each(|(suite, include)| walk_in(suite, include, &release, &deb))
}

fn walk_in(suite: &str, include: &str, release: &Release, deb: &Path) -> Result<(), Failed> {
    // Not in the system's folder for what is temporary: that is often mounted so that no device works in it.
    let place = tempfile::tempdir_in(run::root().join("target"))?;
    let house = House { root: place.path().join("debian") };
    let there = house.root.display().to_string();
    let include = format!("--include={include}");
    let more = if include.ends_with('=') { None } else { Some(include.as_str()) };
    let words: Vec<&str> =
        ["--variant=minbase"].into_iter().chain(more).chain([suite, there.as_str()]).collect();
    run::run("debootstrap", &words)?;
    house.walk(release, deb)?;
    place.close()?;
    tell(&format!("walked in {suite}: installed, used, removed; nothing is left of it but the vault"));
    Ok(())
}

/// A small Debian in a folder.
struct House {
    root: PathBuf,
}

impl House {
    fn walk(&self, release: &Release, deb: &Path) -> Result<(), Failed> {
        self.inside(&["useradd", "--create-home", PERSON])?;
        fs::write(self.home().join("phrase"), format!("{PHRASE}\n"))?;
        self.inside(&["chown", PERSON, &format!("/home/{PERSON}/phrase")])?;

        fs::copy(deb, self.root.join("halflight.deb"))?;
        tell(&self.inside(&["dpkg", "--install", "/halflight.deb"])?);
        let listed = self.inside(&["dpkg", "--listfiles", "halflight"])?;
        tell(&listed);
        let differs = self.inside(&["dpkg", "--verify", "halflight"])?;
        if !differs.trim().is_empty() {
            return Err(Failed(format!("what was installed is not what was packed:\n{differs}")));
        }
        self.manual(&listed)?;

        self.answers(&["--version"], &format!("halflight {}", release.version))?;
        self.answers(&["guide", "cant sleep"], "sleep")?;
        self.answers(&["init", "--recovery-file", "code"], "code")?;
        self.answers(&["log", "urge", "text", "8", "a", "song"], "")?;
        self.answers(&["today"], "Reaching out")?;
        self.answers(&["check"], "1 ent")?;
        self.serves()?;
        self.stranger()?;

        let vault = self.vault()?;
        tell(&self.inside(&["dpkg", "--purge", "halflight"])?);
        self.nothing_is_left(&listed)?;
        if vault.is_empty() || self.vault()? != vault {
            return Err(Failed("the person's vault is not what it was before the package went".into()));
        }
        tell("after the purge the vault is there, to the byte");

        // It is of use to nobody unless it opens again.
        self.inside(&["dpkg", "--install", "/halflight.deb"])?;
        self.answers(&["export"], "a song")?;
        self.inside(&["dpkg", "--purge", "halflight"])?;
        self.nothing_is_left(&listed)
    }

    fn home(&self) -> PathBuf {
        self.root.join("home").join(PERSON)
    }

    /// A command in the small Debian, as root.
    fn inside(&self, words: &[&str]) -> Result<String, Failed> {
        let mut command = Command::new("chroot");
        command.arg(&self.root).args(words);
        command.env("LC_ALL", "C").env("DEBIAN_FRONTEND", "noninteractive");
        answered(&mut command, &words.join(" "))
    }

    /// The program, as the person.
    fn program(&self, words: &[&str]) -> Command {
        let home = format!("/home/{PERSON}");
        let mut command = Command::new("chroot");
        command.arg(format!("--userspec={PERSON}:{PERSON}")).arg(&self.root);
        command.args(["env", "--chdir", &home, "halflight"]).args(words);
        command.env_clear().env("PATH", PATH).env("HOME", &home);
        command.env("HALFLIGHT_PASSPHRASE_FILE", format!("{home}/phrase")).stdin(Stdio::null());
        command
    }

    /// Runs the program; its answer must hold `expected`.
    fn answers(&self, words: &[&str], expected: &str) -> Result<(), Failed> {
        let line = format!("halflight {}", words.join(" "));
        tell(&format!("> {line}"));
        let answer = answered(&mut self.program(words), &line)?;
        tell(&answer);
        if answer.contains(expected) {
            Ok(())
        } else {
            Err(Failed(format!("`{line}` does not answer {expected:?}")))
        }
    }

    /// Somebody without a home, whom the system's modules for names are asked about: an answer in words, not a death.
    fn stranger(&self) -> Result<(), Failed> {
        let mut command = Command::new("chroot");
        command
            .arg(format!("--userspec={STRANGER}"))
            .arg(&self.root)
            .args(["halflight", "today"])
            .env_clear();
        let output = command.env("PATH", PATH).output()?;
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        tell(&format!("> halflight today (by nobody's home)\n{told}"));
        if output.status.code() == Some(1) && told.contains("HALFLIGHT_DATA") {
            Ok(())
        } else {
            Err(Failed(format!("a stranger was not answered ({}): {told}", output.status)))
        }
    }

    /// Every page of the manual is there, and begins as one.
    fn manual(&self, listed: &str) -> Result<(), Failed> {
        let pages: Vec<&str> = listed.lines().filter(|line| line.ends_with(".1.gz")).collect();
        for page in &pages {
            let text = self.inside(&["zcat", page])?;
            if !text.contains(".TH halflight") {
                return Err(Failed(format!("{page} is no page of a manual")));
            }
        }
        if pages.iter().any(|page| page.ends_with("/halflight.1.gz")) && pages.len() > 10 {
            tell(&format!("{} pages of the manual", pages.len()));
            Ok(())
        } else {
            Err(Failed(format!("the manual has only {pages:?}")))
        }
    }

    /// The app is served, and its help page can be had by whoever asks this machine.
    fn serves(&self) -> Result<(), Failed> {
        let mut app = self.program(&["--no-browser", "--port", "0"]);
        let mut app = Served(app.stdout(Stdio::piped()).spawn()?);
        let mut first = String::new();
        BufReader::new(app.0.stdout.take().ok_or_else(|| Failed("the app has no output".into()))?)
            .read_line(&mut first)?;
        tell(&format!("> halflight --no-browser --port 0\n{first}"));
        let address = address(&first).ok_or_else(|| Failed(format!("the app names no address: {first}")))?;
        let mut line = TcpStream::connect(address)?;
        write!(line, "GET /help HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        let mut page = String::new();
        line.read_to_string(&mut page)?;
        let head = page.lines().next().unwrap_or_default();
        tell(&format!("> GET /help\n{head}; {} bytes", page.len()));
        if head.ends_with("200 OK") && page.contains("findahelpline.com") {
            Ok(())
        } else {
            Err(Failed("the help page was not served".into()))
        }
    }

    /// What the person has, by name, with what is in it.
    fn vault(&self) -> Result<BTreeMap<String, Vec<u8>>, Failed> {
        let mut held = BTreeMap::new();
        for entry in fs::read_dir(self.home().join(DATA))? {
            let path = entry?.path();
            held.insert(
                path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                fs::read(&path)?,
            );
        }
        if held.contains_key("vault.db") {
            Ok(held)
        } else {
            Err(Failed(format!("no vault: {:?}", held.keys())))
        }
    }

    /// Nothing that the package brought is there, and nothing else that bears its name, the person's own apart.
    fn nothing_is_left(&self, listed: &str) -> Result<(), Failed> {
        let known = self.inside(&["dpkg-query", "--show", "--showformat=${Package}\n"])?;
        if known.lines().any(|package| package == "halflight") {
            return Err(Failed("dpkg still knows the package".into()));
        }
        let brought = listed.lines().filter(|line| line.contains("halflight"));
        let mut left: Vec<String> =
            brought.filter(|place| self.root.join(&place[1..]).exists()).map(Into::into).collect();
        let found = self.inside(&["find", "/", "-xdev", "-iname", "*halflight*"])?;
        left.extend(found.lines().filter(|place| !is_the_persons(place)).map(Into::into));
        if left.is_empty() {
            tell("nothing of the package is left");
            Ok(())
        } else {
            Err(Failed(format!("the package left: {left:?}")))
        }
    }
}

/// Whether a place that bears the name is somebody's own, or the package itself as it was handed in.
fn is_the_persons(place: &str) -> bool {
    place.starts_with(&format!("/home/{PERSON}/{DATA}")) || place == "/halflight.deb"
}

/// The address in the first line that the app prints.
fn address(line: &str) -> Option<&str> {
    line.split("http://").nth(1)?.split('/').next().filter(|address| address.starts_with("127.0.0.1:"))
}

/// What a command says on both its outputs; it must succeed.
fn answered(command: &mut Command, line: &str) -> Result<String, Failed> {
    let output = command.output().map_err(|error| Failed(format!("`{line}` could not be run: {error}")))?;
    let mut said = String::from_utf8_lossy(&output.stdout).into_owned();
    said += &String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        Ok(said)
    } else {
        Err(Failed(format!("`{line}` failed ({})\n{said}", output.status)))
    }
}

/// A running app, ended with the walk.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.0.kill().and_then(|()| self.0.wait());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_read_from_the_first_line_and_from_no_other_machine() {
        assert_eq!(address("Halflight is open at http://127.0.0.1:7117/\n"), Some("127.0.0.1:7117"));
        assert_eq!(address("Halflight is open at http://192.168.1.5:7117/\n"), None);
        assert_eq!(address("halflight: port 7117 could not be taken\n"), None);
    }

    #[test]
    fn what_is_left_is_told_unless_it_is_the_persons_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let house = House { root: folder.path().to_path_buf() };
        assert!(house.home().ends_with("home/robin"));
        assert!(is_the_persons("/home/robin/.local/share/halflight/vault.db"));
        assert!(!is_the_persons("/usr/share/doc/halflight"));
        assert!(!is_the_persons("/home/robin/halflight"));
    }
}
