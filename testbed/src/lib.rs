//! A PostgreSQL to be thrown away: it lives in a folder of its own, listens on a socket there alone, and ends with the
//! process that asked for it, however that ends. For tests and benches; nothing of it is shipped.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Does what it is told by lines, and clears away once nobody tells it anything any more. PostgreSQL does not run as
/// root; root runs it as its own user.
const KEEPER: &str = r#"
set -u
trap '' INT TERM HUP
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
start() {
    as "$BIN/pg_ctl" -D "$D/data" -w -l "$D/log" -o "-k $D -c listen_addresses='' -c max_connections=200 $SET" start
}
if [ "$(id -u)" = 0 ]; then chown postgres "$D"; fi
cd "$D" || exit 1
as "$BIN/initdb" -D "$D/data" -U halflight --auth=trust -E UTF8 --locale=C.UTF-8 -N >"$D/made" 2>&1 \
    && start >"$D/started" 2>&1 && echo ready || echo failed
while read -r word; do
    case $word in
        kill) as "$BIN/pg_ctl" -D "$D/data" -m immediate -w stop >/dev/null 2>&1 ;;
        start) start >/dev/null 2>&1 ;;
    esac
    echo done
done
as "$BIN/pg_ctl" -D "$D/data" -m immediate -w stop >/dev/null 2>&1
cd / && rm -rf "$D"
"#;

/// A running PostgreSQL of one's own.
pub struct Cluster {
    folder: PathBuf,
    keeper: Mutex<Keeper>,
    made: AtomicU32,
}

struct Keeper {
    words: ChildStdin,
    answers: BufReader<ChildStdout>,
    _child: Child,
}

impl Cluster {
    /// Starts one that forgets nothing but in a fall of the whole machine; about a second.
    ///
    /// # Panics
    /// If PostgreSQL is not installed, or does not start.
    #[must_use]
    pub fn start() -> Self {
        Self::with("-c fsync=off")
    }

    /// Starts one that waits for the disk at every commit, as one in earnest does.
    ///
    /// # Panics
    /// As [`Cluster::start`] does.
    #[must_use]
    pub fn durable() -> Self {
        Self::with("")
    }

    fn with(settings: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("halflight-pg-").tempdir().expect("a folder").keep();
        let mut child = Command::new("sh")
            .args(["-c", KEEPER])
            .env("D", &folder)
            .env("BIN", programs())
            .env("SET", settings)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let words = child.stdin.take().expect("piped");
        let mut answers = BufReader::new(child.stdout.take().expect("piped"));
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("an answer");
        let told = || std::fs::read_to_string(folder.join("log")).unwrap_or_default();
        assert_eq!(answer.trim(), "ready", "PostgreSQL did not start: {}", told());
        let keeper = Mutex::new(Keeper { words, answers, _child: child });
        Self { folder, keeper, made: AtomicU32::new(0) }
    }

    /// Where an empty database of its own can be reached.
    ///
    /// # Panics
    /// If it cannot be made.
    pub fn database(&self) -> String {
        let name = format!("t{}", self.made.fetch_add(1, Ordering::Relaxed));
        let made = self.ask(&self.address("postgres"), &format!("CREATE DATABASE {name}"));
        assert!(made.is_some(), "a database");
        self.address(&name)
    }

    /// What a statement answers in the database at `address`, as bare text; none where it failed.
    ///
    /// # Panics
    /// If `psql` cannot be run.
    #[must_use]
    pub fn ask(&self, address: &str, statement: &str) -> Option<String> {
        let output = Command::new(programs().join("psql"))
            .args(["-X", "-q", "-A", "-t", "-d", address, "-c", statement])
            .output()
            .expect("psql runs");
        let told = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success().then_some(told)
    }

    /// Everything in the database at `address` as text, as an operator's backup holds it.
    ///
    /// # Panics
    /// If it cannot be dumped.
    #[must_use]
    pub fn dump(&self, address: &str) -> String {
        let output = Command::new(programs().join("pg_dump")).arg(address).output().expect("pg_dump runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The whole of its folder: tables, log, everything.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn address(&self, name: &str) -> String {
        format!("postgres:///{name}?host={}&user=halflight", self.folder.display())
    }

    /// Ends it at once, as a fall of power would.
    pub fn kill(&self) {
        self.tell("kill");
    }

    /// Starts it again.
    pub fn start_again(&self) {
        self.tell("start");
    }

    fn tell(&self, word: &str) {
        let mut keeper = self.keeper.lock().unwrap_or_else(PoisonError::into_inner);
        writeln!(keeper.words, "{word}").expect("the keeper listens");
        let mut answer = String::new();
        keeper.answers.read_line(&mut answer).expect("the keeper answers");
    }
}

/// The one that the tests of a process share.
pub fn shared() -> &'static Cluster {
    static SHARED: OnceLock<Cluster> = OnceLock::new();
    SHARED.get_or_init(Cluster::start)
}

/// PostgreSQL's own programs; Debian keeps them outside the path.
fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|version| Some((version.file_name().to_str()?.parse().ok()?, version.path().join("bin"))))
        .collect();
    found.sort();
    let newest = found.pop().map(|(_, folder)| folder);
    newest.expect("PostgreSQL is installed (Debian: apt-get install postgresql)")
}
