//! Files that earlier versions wrote, and what becomes of them: each opens, each can be gone on with, nothing is lost.
//! A file of a version to come is refused and left alone. `crates/app/tests/kept/README.md` says how a file comes here.

use std::fs;
use std::path::{Path, PathBuf};

use app::vault::{self, Folder, Kdf, Vault};
use journal::backup::With;
use journal::lines;
use journal::seal::Unlock;
use journal::secret::{Passphrase, RecoveryCode};
use journal::store::Access;
use method::Entry;

/// Every version that ever wrote a vault.
const VERSIONS: &[u32] = &[1];

const PASSPHRASE: &str = "kept for the day after tomorrow";
/// What opens `recipient.age`; made for that file alone.
const IDENTITY: &str = "AGE-SECRET-KEY-17D8CJN64R9UXYHZT4RH2DFPK4UGTVPK6DXF9KLNY3JEEU6EK5ENSFJ9QTH";

/// Where an SQLite file holds the version of what is in it (`user_version`; its file format, section 1.3).
const VERSION_AT: std::ops::Range<usize> = 60..64;

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime").block_on(future)
}

fn kept(version: u32, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept").join(version.to_string()).join(name)
}

fn read(version: u32, name: &str) -> Vec<u8> {
    let path = kept(version, name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The journal that lies in every kept file of a version, as its program wrote it out.
fn journal(version: u32) -> String {
    String::from_utf8(read(version, "journal.jsonl")).expect("text")
}

fn phrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.into())
}

fn code(version: u32) -> RecoveryCode {
    let told = String::from_utf8(read(version, "recovery-code")).expect("text");
    RecoveryCode::typed(&told).expect("a code")
}

/// A folder of its own, with a copy of a kept vault in it or with nothing.
struct Home {
    _temporary: tempfile::TempDir,
    folder: Folder,
}

impl Home {
    fn empty() -> Self {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(temporary.path().join("vault"));
        folder.make().expect("made");
        Self { _temporary: temporary, folder }
    }

    fn with(vault: &[u8]) -> Self {
        let home = Self::empty();
        fs::write(home.folder.vault(), vault).expect("written");
        home
    }

    async fn open(&self, with: Unlock<'_>) -> Vault {
        let opened = Vault::open(&self.folder, Access::Write, with).await;
        opened.unwrap_or_else(|error| panic!("{error}"))
    }
}

async fn exported(vault: &mut Vault) -> String {
    let mut out = Vec::new();
    assert_eq!(vault.export(&mut out).await.expect("it exports"), []);
    String::from_utf8(out).expect("text")
}

fn later() -> Entry {
    let line = r#"{"at":"2031-05-01T08:00:00+02:00","event":"note","text":"years later"}"#;
    lines::parse_line(line.as_bytes()).expect("a line").0
}

fn version_of(vault: &[u8]) -> u32 {
    u32::from_be_bytes(vault[VERSION_AT].try_into().expect("four bytes"))
}

#[test]
fn every_kept_vault_opens_with_its_passphrase_and_its_code_holds_all_and_takes_more() {
    for &version in VERSIONS {
        run(async {
            let (phrase, code, journal) = (phrase(), code(version), journal(version));
            for with in [Unlock::Passphrase(&phrase), Unlock::Recovery(&code)] {
                let home = Home::with(&read(version, "vault.db"));
                let mut vault = home.open(with).await;
                assert_eq!(vault.verify().await.expect("it reads"), []);
                assert_eq!(vault.check_file().await.expect("it reads"), []);
                assert_eq!(exported(&mut vault).await, journal, "version {version}");
                vault.record(vec![later()]).await.expect("recorded");
                vault.close().await.expect("closed");

                let mut vault = home.open(with).await;
                let more = journal.clone() + &lines::print(&later()) + "\n";
                assert_eq!(exported(&mut vault).await, more, "version {version}");
                assert_eq!(vault.verify().await.expect("it reads"), []);
            }
        });
    }
}

#[test]
fn a_kept_vault_comes_to_the_same_standing_as_its_journal_read_anew() {
    for &version in VERSIONS {
        run(async {
            let home = Home::with(&read(version, "vault.db"));
            let vault = home.open(Unlock::Passphrase(&phrase())).await;
            let mut anew = Vault::in_memory().await.expect("made");
            anew.import(journal(version).as_bytes()).await.expect("imported");
            assert!(*vault.standing() == *anew.standing(), "version {version}");
        });
    }
}

#[test]
fn a_kept_vault_does_not_open_to_another_passphrase_or_code() {
    for &version in VERSIONS {
        run(async {
            let home = Home::with(&read(version, "vault.db"));
            let other = Passphrase::new("not what it was".into());
            let elsewhere = Home::empty();
            let foreign = vault::init(&elsewhere.folder, &phrase(), Kdf::CHEAPEST).await.expect("made");
            for with in [Unlock::Passphrase(&other), Unlock::Recovery(&foreign)] {
                let opened = Vault::open(&home.folder, Access::Write, with).await;
                let told = opened.err().expect("it stays shut").to_string();
                assert_eq!(told, "this does not open the vault", "version {version}");
            }
        });
    }
}

#[test]
fn every_kept_backup_is_restored_whole() {
    for &version in VERSIONS {
        run(async {
            let (phrase, journal) = (phrase(), journal(version));
            let backups = [
                ("passphrase.age", With::Passphrase(&phrase)),
                ("recipient.age", With::Identities(IDENTITY)),
            ];
            for (name, with) in backups {
                let home = Home::empty();
                let backup = read(version, name);
                let restored =
                    vault::restore(&home.folder, &backup[..], with, &phrase, || Kdf::CHEAPEST).await;
                let restored =
                    restored.unwrap_or_else(|error| panic!("{name} of version {version}: {error}"));
                assert_eq!(restored.entries, journal.lines().count() as u64);
                let mut vault = home.open(Unlock::Passphrase(&phrase)).await;
                assert_eq!(exported(&mut vault).await, journal, "{name} of version {version}");
            }
        });
    }
}

#[test]
fn every_kept_journal_is_imported_line_by_line_and_written_out_the_same() {
    for &version in VERSIONS {
        run(async {
            let journal = journal(version);
            let mut vault = Vault::in_memory().await.expect("made");
            let imported = vault.import(journal.as_bytes()).await.expect("imported");
            assert_eq!(imported.report.skipped, []);
            assert_eq!(imported.added, journal.lines().count() as u64);
            assert_eq!(exported(&mut vault).await, journal, "version {version}");
        });
    }
}

#[test]
fn every_kept_journal_holds_the_sample_and_messages_and_nothing_that_was_erased() {
    for &version in VERSIONS {
        let journal = journal(version);
        let count = |part: &str| journal.lines().filter(|line| line.contains(part)).count();
        assert!(count(r#""event":"message""#) >= 40 && count(r#""event":"urge""#) >= 10);
        assert_eq!(count("a song in the kitchen"), 1);
        assert_eq!(count(r#""text":"a note""#) + count(r#""import":"mail""#), 0);
    }
}

#[test]
fn the_version_that_is_written_today_has_its_kept_files() {
    run(async {
        let home = Home::empty();
        vault::init(&home.folder, &phrase(), Kdf::CHEAPEST).await.expect("made");
        let written = version_of(&fs::read(home.folder.vault()).expect("it reads"));
        assert_eq!(VERSIONS.last(), Some(&written), "see tests/kept/README.md");
    });
    for &version in VERSIONS {
        assert_eq!(version_of(&read(version, "vault.db")), version);
    }
}

#[test]
fn a_vault_of_a_version_to_come_is_refused_and_left_as_it_is() {
    let mut vault = read(1, "vault.db");
    vault[VERSION_AT].copy_from_slice(&2_u32.to_be_bytes());
    run(async {
        for access in [Access::Write, Access::Read] {
            let home = Home::with(&vault);
            let refused = Vault::open(&home.folder, access, Unlock::Passphrase(&phrase())).await.err();
            let told = refused.expect("it is refused").to_string();
            assert!(told.contains("version 2"), "{told}");
            assert!(fs::read(home.folder.vault()).expect("it reads") == vault, "it was changed");
            let log = home.folder.path().join("vault.db-wal");
            assert!(fs::metadata(log).map_or(0, |log| log.len()) == 0, "something was written beside it");
        }
    });
}

#[test]
fn a_backup_or_a_line_of_a_version_to_come_is_refused_and_the_vault_is_as_it_was() {
    run(async {
        use std::io::Write as _;
        let home = Home::with(&read(1, "vault.db"));
        let phrase = phrase();
        let whom = journal::backup::For::Passphrase(&phrase, 2);
        let mut sealing = journal::backup::Sealing::begin(Vec::new(), whom).expect("it begins");
        let tomorrow = journal(1) + "{\"at\":\"2031-01-01T00:00:00Z\",\"event\":\"of-tomorrow\"}\n";
        sealing.write_all(tomorrow.as_bytes()).expect("it writes");
        let backup = sealing.finish().expect("it ends");
        let with = With::Passphrase(&phrase);
        let refused = vault::restore(&home.folder, &backup[..], with, &phrase, || Kdf::CHEAPEST).await;
        let told = refused.err().expect("it is refused").to_string();
        assert!(told.contains("line"), "{told}");
        assert!(fs::read(home.folder.vault()).expect("it reads") == read(1, "vault.db"));
    });
}
