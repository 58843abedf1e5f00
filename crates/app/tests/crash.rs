//! What a crash, a full disk, a disk that cannot be written and a torn page leave: every entry that was acknowledged,
//! and a chain that holds. `HALFLIGHT_KILLS` says how often the writer is killed; 200 where it is not set.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use app::vault::{self, Target, Vault};
use journal::lines;
use journal::seal::{Kdf, Unlock};
use journal::secret::Passphrase;
use journal::store::{Access, Folder};
use journal::wire::{Record, Seq};
use method::Event;

const CHILD: &str = "HALFLIGHT_CRASH_CHILD";

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime").block_on(future)
}

fn phrase() -> Passphrase {
    Passphrase::new("correct horse battery".into())
}

async fn open(folder: &Folder, access: Access) -> Vault {
    let opened = Vault::open(folder, access, Unlock::Passphrase(&phrase())).await;
    opened.unwrap_or_else(|error| panic!("{error}: {:?}", std::error::Error::source(&error)))
}

async fn made(path: &Path) -> Folder {
    let folder = Folder::at(path);
    vault::init(&folder, &phrase(), Kdf::CHEAPEST).await.unwrap_or_else(|error| panic!("{error}"));
    folder
}

fn note(text: &str) -> method::Entry {
    let line = format!(r#"{{"at":"2026-03-01T18:30:00+01:00","event":"note","text":"{text}"}}"#);
    lines::parse_line(line.as_bytes()).expect("a note").0
}

/// Every note of a vault by its place; asserts that nothing is damaged.
async fn notes(vault: &mut Vault) -> Vec<(Seq, String)> {
    let mut notes = Vec::new();
    let mut each = |seq, record| {
        if let Record::Entry(entry) = record
            && let Event::Note { text } = entry.event
        {
            notes.push((seq, text.to_string()));
        }
    };
    let faults = vault.each(&mut each).await.expect("it reads");
    assert_eq!(faults, []);
    notes
}

/// What the writer says on its way: an entry is durable, or was erased.
#[derive(Default)]
struct Said {
    kept: Vec<(u64, String)>,
    erasing: Vec<u64>,
    erased: Vec<u64>,
    failed: bool,
}

impl Said {
    fn hear(&mut self, line: &str) {
        let mut words = line.split(' ');
        match (words.next(), words.next(), words.next()) {
            (Some("kept"), Some(seq), Some(text)) => {
                self.kept.push((seq.parse().expect("a place"), text.into()));
            }
            (Some("erasing"), Some(seq), _) => self.erasing.push(seq.parse().expect("a place")),
            (Some("erased"), Some(seq), _) => self.erased.push(seq.parse().expect("a place")),
            (Some("failed"), ..) => self.failed = true,
            _ => {}
        }
    }
}

/// The writer, run in a process of its own: records, erases, keeps snapshots, and says each only once it is done.
#[test]
#[ignore = "run by the others, in a process of its own"]
fn writer() {
    let Some(path) = std::env::var_os(CHILD) else { return };
    run(async {
        let mut vault = open(&Folder::at(path), Access::Write).await;
        let mut out = std::io::stdout().lock();
        for round in 1_u64.. {
            let count = usize::try_from(round % 4).expect("below 4") + 1;
            let texts: Vec<String> =
                (0..count).map(|number| format!("{round}-{number}-{}", vault.count())).collect();
            match vault.record(texts.iter().map(|text| note(text)).collect()).await {
                Ok(seqs) => {
                    for (seq, text) in seqs.iter().zip(&texts) {
                        writeln!(out, "kept {seq} {text}").expect("somebody listens");
                    }
                }
                Err(error) => {
                    writeln!(out, "failed {error:?}").expect("somebody listens");
                    return;
                }
            }
            out.flush().expect("somebody listens");
            if round % 16 == 0 {
                vault.keep_snapshot(true).await.expect("kept");
            }
            if round % 23 == 0 {
                let seq = Seq(vault.count() - 1);
                writeln!(out, "erasing {seq}").expect("somebody listens");
                out.flush().expect("somebody listens");
                if vault.erase(Target::Places(vec![seq])).await.is_ok() {
                    writeln!(out, "erased {seq}").expect("somebody listens");
                    out.flush().expect("somebody listens");
                }
            }
        }
    });
}

fn spawn(folder: &Path, through: Option<&str>) -> Child {
    let this = std::env::current_exe().expect("this test");
    let args = ["--exact", "writer", "--ignored", "--nocapture", "--quiet"];
    let mut command = match through {
        None => Command::new(this),
        Some(script) => {
            let mut shell = Command::new("sh");
            shell.args(["-c", script]).arg("sh").arg(this);
            shell
        }
    };
    command.args(args).env(CHILD, folder).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().expect("it starts")
}

/// Everything that was said is so.
#[track_caller]
fn holds(said: &Said, notes: &[(Seq, String)]) {
    for (seq, text) in &said.kept {
        match notes.iter().find(|(place, _)| place.0 == *seq) {
            Some((_, found)) => assert!(!said.erased.contains(seq) && found == text, "entry {seq}"),
            // An erasure may have happened that could not be said any more.
            None => assert!(said.erasing.contains(seq), "entry {seq} is lost"),
        }
    }
}

#[test]
fn whenever_the_writer_is_killed_every_acknowledged_entry_is_there() {
    let kills: u64 =
        std::env::var("HALFLIGHT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(200);
    let temporary = tempfile::tempdir().expect("a folder");
    let (mut dice, mut acknowledged) = (7_u64, 0);
    let mut folder = None;
    let mut said = Said::default();
    for kill in 0..kills {
        if kill % 10 == 0 {
            folder = Some(run(made(&temporary.path().join(kill.to_string()))));
            said = Said::default();
        }
        let folder = folder.as_ref().expect("made in the first round");
        let mut child = spawn(folder.path(), None);
        let mut heard = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        // At a moment that nobody chose: after so many answers, and some microseconds.
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let answers = usize::try_from(dice >> 58).expect("below 64");
        for line in heard.by_ref().take(answers) {
            said.hear(&line.expect("text"));
        }
        std::thread::sleep(Duration::from_micros(dice >> 40 & 0x7ff));
        child.kill().expect("killed");
        child.wait().expect("gone");
        heard.for_each(|line| said.hear(&line.expect("text")));
        acknowledged += said.kept.len();
        run(async {
            let mut vault = open(folder, Access::Write).await;
            holds(&said, &notes(&mut vault).await);
        });
    }
    assert!(acknowledged > 0, "the writer wrote nothing");
}

/// Runs the writer until it fails, and hears what it says.
fn until_it_fails(folder: &Path, script: &str) -> Said {
    let mut child = spawn(folder, Some(script));
    let mut said = Said::default();
    let heard = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    heard.for_each(|line| said.hear(&line.expect("text")));
    child.wait().expect("gone");
    said
}

#[test]
fn a_file_that_may_not_grow_loses_nothing_that_was_acknowledged() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = run(made(&temporary.path().join("vault")));
    let said = until_it_fails(folder.path(), "trap '' XFSZ; ulimit -f 512; exec \"$@\"");
    assert!(said.failed && said.kept.len() > 100, "{} kept", said.kept.len());
    run(async {
        let mut vault = open(&folder, Access::Write).await;
        holds(&said, &notes(&mut vault).await);
        vault.record(vec![note("room again")]).await.expect("there is room again");
    });
}

/// Whether a disk of one's own can be mounted here.
fn can_mount() -> bool {
    let tried = Command::new("unshare").args(["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]).output();
    tried.is_ok_and(|tried| tried.status.success())
}

#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    if !can_mount() {
        // Without a small disk of one's own the test above stands for this one.
        return;
    }
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = run(made(&temporary.path().join("vault")));
    let disk = temporary.path().join("disk");
    std::fs::create_dir(&disk).expect("made");
    let (from, to) = (folder.path().display(), disk.display());
    let inner = format!(
        "mount -t tmpfs -o size=300k none {to} && cp {from}/vault.db {to}/ && \"$@\"; cp {to}/vault.db* {from}/"
    );
    let script = format!("exec unshare -rm sh -c '{inner}' sh \"$@\"");
    let said = until_it_fails(&disk, &script);
    assert!(said.failed && said.kept.len() > 100, "{} kept", said.kept.len());
    run(async { holds(&said, &notes(&mut open(&folder, Access::Write).await).await) });
}

#[test]
fn a_disk_that_cannot_be_written_is_read() {
    if !can_mount() {
        return;
    }
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = run(made(&temporary.path().join("vault")));
    run(async {
        let mut vault = open(&folder, Access::Write).await;
        vault.record(vec![note("kept")]).await.expect("recorded");
        vault.close().await.expect("closed");
    });
    let place = folder.path().display();
    let inner = format!("mount --bind {place} {place} && mount -o remount,ro,bind {place} && exec \"$@\"");
    let this = std::env::current_exe().expect("this test");
    let output = Command::new("unshare")
        .args(["-rm", "sh", "-c", &inner, "sh"])
        .arg(this)
        .args(["--exact", "reader", "--ignored", "--nocapture", "--quiet"])
        .env(CHILD, folder.path())
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains("read 1 notes, writing refused"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Run on a disk that cannot be written.
#[test]
#[ignore = "run by another, on a disk that cannot be written"]
fn reader() {
    let Some(path) = std::env::var_os(CHILD) else { return };
    let folder = Folder::at(path);
    run(async {
        let refused = Vault::open(&folder, Access::Write, Unlock::Passphrase(&phrase())).await;
        let refused = match refused {
            Ok(mut vault) => vault.record(vec![note("lost")]).await.is_err(),
            Err(_) => true,
        };
        let read = notes(&mut open(&folder, Access::Read).await).await.len();
        let refused = if refused { "refused" } else { "allowed" };
        writeln!(std::io::stdout(), "read {read} notes, writing {refused}").expect("somebody listens");
    });
}

#[test]
fn a_torn_last_page_costs_at_most_what_was_not_acknowledged() {
    let temporary = tempfile::tempdir().expect("a folder");
    run(async {
        let folder = made(&temporary.path().join("vault")).await;
        let mut vault = open(&folder, Access::Write).await;
        let log = folder.path().join("vault.db-wal");
        for number in 0..20 {
            vault.record(vec![note(&number.to_string())]).await.expect("recorded");
        }
        let acknowledged = std::fs::metadata(&log).expect("there is a log").len();
        vault.record(vec![note("in flight")]).await.expect("recorded");
        let end = std::fs::metadata(&log).expect("there is a log").len();
        assert!(end > acknowledged, "the log grows");
        let (file, bytes) =
            (std::fs::read(folder.vault()).expect("it reads"), std::fs::read(&log).expect("it reads"));
        let last = usize::try_from(acknowledged).expect("small");
        for (number, cut) in (last..bytes.len()).step_by(997).enumerate() {
            let short = bytes[..cut].to_vec();
            let filled = [&bytes[..cut], &vec![0xa5; bytes.len() - cut][..]].concat();
            for (how, torn) in [("short", short), ("filled", filled)] {
                // A folder each: a database that was let go of may still be closing.
                let copy = Folder::at(temporary.path().join(format!("torn-{number}-{how}")));
                copy.make().expect("made");
                std::fs::write(copy.vault(), &file).expect("written");
                std::fs::write(copy.path().join("vault.db-wal"), &torn).expect("written");
                let read = notes(&mut open(&copy, Access::Write).await).await;
                assert_eq!(read.len(), 20, "torn at {cut}");
            }
        }
        drop(vault);
    });
}
