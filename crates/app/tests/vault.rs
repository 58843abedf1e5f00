//! The vault as its use cases meet it: what goes in comes out, what is erased is gone, and nothing is lost on the way.

use app::vault::{self, ImportError, RestoreError, Target, Vault};
use journal::backup::{For, With};
use journal::lines;
use journal::seal::{Kdf, Unlock};
use journal::secret::Passphrase;
use journal::store::{Access, Folder};
use journal::wire::{Record, Seq};
use method::{Entry, Id, Moment};

const PHRASE: &str = "correct horse battery";
const CHEAP: u8 = 2;

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime").block_on(future)
}

fn phrase() -> Passphrase {
    Passphrase::new(PHRASE.into())
}

fn entry(line: &str) -> Entry {
    lines::parse_line(line.as_bytes()).unwrap_or_else(|error| panic!("{line}: {error}")).0
}

fn moment(text: &str) -> Moment {
    lines::parse_moment(text).expect("a moment")
}

struct Home {
    _temporary: tempfile::TempDir,
    folder: Folder,
}

impl Home {
    fn new() -> Self {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(temporary.path().join("vault"));
        Self { _temporary: temporary, folder }
    }

    async fn made() -> Self {
        let home = Self::new();
        vault::init(&home.folder, &phrase(), Kdf::CHEAPEST).await.unwrap_or_else(|error| panic!("{error}"));
        home
    }

    async fn open(&self) -> Vault {
        let opened = Vault::open(&self.folder, Access::Write, Unlock::Passphrase(&phrase())).await;
        opened.unwrap_or_else(|error| panic!("{error}"))
    }
}

async fn exported(vault: &mut Vault) -> String {
    let mut out = Vec::new();
    let faults = vault.export(&mut out).await.expect("it exports");
    assert_eq!(faults, []);
    String::from_utf8(out).expect("text")
}

async fn import(vault: &mut Vault, text: &str) -> (u64, u64) {
    let imported: Result<_, ImportError> = vault.import(text.as_bytes()).await;
    let imported = imported.expect("it imports");
    assert_eq!(imported.report.skipped, []);
    (imported.added, imported.known)
}

/// A journal with every event, and two imports between them.
fn journal_of_everything() -> String {
    let mut text = String::from(include_str!("../../journal/src/wire/golden.jsonl"));
    for (import, minutes) in [("phone", 0..30), ("mail", 0..3)] {
        for minute in minutes {
            let message = format!(
                r#"{{"at":"2026-01-01T10:{minute:02}:00+01:00","event":"message","by":"me","channel":"text","kind":"text","length":{minute},"import":"{import}"}}"#
            );
            text.extend([&message, "\n"]);
        }
    }
    text.lines().map(|line| lines::print(&entry(line)) + "\n").collect()
}

#[test]
fn an_export_imported_and_exported_again_is_the_same_bytes() {
    run(async {
        let text = journal_of_everything();
        let home = Home::made().await;
        let mut vault = home.open().await;
        let lines = text.lines().count() as u64;
        assert_eq!(import(&mut vault, &text).await, (lines, 0));
        assert_eq!(exported(&mut vault).await, text);
        vault.close().await.expect("closed");
        assert_eq!(exported(&mut home.open().await).await, text);
    });
}

#[test]
fn an_import_adds_only_what_the_vault_does_not_hold() {
    run(async {
        let message = |minute: u32, import: &str| {
            format!(
                r#"{{"at":"2026-01-01T10:{minute:02}:00+01:00","event":"message","by":"me","channel":"text","kind":"text","length":3,"import":"{import}"}}"#
            ) + "\n"
        };
        let first: String = (0..10).map(|minute| message(minute, "january")).collect();
        let second: String = (5..15).map(|minute| message(minute, "february")).collect();
        let mut vault = Vault::in_memory().await.expect("made");
        assert_eq!(import(&mut vault, &first).await, (10, 0));
        assert_eq!(import(&mut vault, &second).await, (5, 5));
        assert_eq!(import(&mut vault, &second).await, (0, 10));
        // Two that are alike in one export are two; a third is new.
        let twice = message(30, "march").repeat(2);
        assert_eq!(import(&mut vault, &twice).await, (2, 0));
        assert_eq!(import(&mut vault, &message(30, "april").repeat(3)).await, (1, 2));
        assert_eq!(exported(&mut vault).await.lines().count(), 18);
    });
}

#[test]
fn an_import_is_removed_whole_and_nothing_else_with_it() {
    run(async {
        let text = journal_of_everything();
        let home = Home::made().await;
        let mut vault = home.open().await;
        import(&mut vault, &text).await;
        let erased = vault.erase(Target::Import("phone".into())).await.expect("erased");
        assert_eq!((erased.records, erased.left), (1, 0));
        let rest = text.split_inclusive('\n').filter(|line| !line.contains(r#""import":"phone""#));
        let rest: String = rest.collect();
        assert_eq!(exported(&mut vault).await, rest);
        assert_eq!(vault.verify().await.expect("it reads"), []);
    });
}

const NOW: &str = "2026-03-10T12:00:00+01:00";

async fn limits_after_erasing(line: &str) -> (Vec<Id>, String) {
    let home = Home::made().await;
    let mut vault = home.open().await;
    let note = r#"{"at":"2026-03-01T08:00:00+01:00","event":"note","text":"calm"}"#;
    vault.record(vec![entry(note), entry(line)]).await.expect("recorded");
    let before = vault.today(moment(NOW)).await.expect("advised").limits;
    vault.erase(Target::Places(vec![Seq(2)])).await.expect("erased");
    let after = vault.today(moment(NOW)).await.expect("advised").limits;
    assert_eq!(before, after);
    vault.keep_snapshot(true).await.expect("kept");
    vault.close().await.expect("closed");
    // From the snapshot, and through an export into another vault, it is the same.
    let mut vault = home.open().await;
    assert_eq!(vault.today(moment(NOW)).await.expect("advised").limits, after);
    let text = exported(&mut vault).await;
    let mut other = Vault::in_memory().await.expect("made");
    import(&mut other, &text).await;
    assert_eq!(other.today(moment(NOW)).await.expect("advised").limits, after);
    (after, text)
}

#[test]
fn erasing_a_limit_a_stop_a_fear_or_words_of_harm_lifts_nothing() {
    run(async {
        let cases = [
            (
                r#"{"at":"2026-03-05T08:00:00+01:00","event":"limit","limit":"order","id":"secret"}"#,
                vec![Id::Safe1],
            ),
            (
                r#"{"at":"2026-03-05T08:00:00+01:00","event":"limit","limit":"space","id":"secret"}"#,
                vec![Id::Safe3],
            ),
            (
                r#"{"at":"2026-03-05T08:00:00+01:00","event":"contact","by":"partner","started":true,"channel":"text","about":"personal","tone":"stop","id":"secret"}"#,
                vec![Id::Safe2],
            ),
            (
                r#"{"at":"2026-03-05T08:00:00+01:00","event":"fear","of_partner":true,"id":"secret"}"#,
                vec![Id::Safe4],
            ),
            (
                r#"{"at":"2026-03-05T08:00:00+01:00","event":"note","text":"I am going to kill her, secret","id":"secret"}"#,
                vec![Id::Safe2, Id::Safe5],
            ),
        ];
        for (line, expected) in cases {
            let (limits, text) = limits_after_erasing(line).await;
            assert_eq!(limits, expected, "{line}");
            assert!(!text.contains("secret"), "{text}");
        }
    });
}

#[test]
fn words_marked_a_false_alarm_stay_one_when_they_are_erased() {
    run(async {
        let home = Home::made().await;
        let mut vault = home.open().await;
        let words =
            r#"{"at":"2026-03-05T08:00:00+01:00","event":"note","text":"I am going to kill her","id":"n1"}"#;
        let alarm = r#"{"at":"2026-03-05T09:00:00+01:00","event":"false-alarm","id":"n1"}"#;
        vault.record(vec![entry(words), entry(alarm)]).await.expect("recorded");
        let an_hour_later = vault.today(moment("2026-03-05T10:00:00+01:00")).await.expect("advised").limits;
        vault.erase(Target::Named("n1".into())).await.expect("erased");
        assert_eq!(
            vault.today(moment("2026-03-05T10:00:00+01:00")).await.expect("advised").limits,
            an_hour_later
        );
        assert_eq!(an_hour_later, [Id::Safe2, Id::Safe5]);
        assert_eq!(vault.today(moment(NOW)).await.expect("advised").limits, []);
    });
}

#[test]
fn a_backup_holds_what_another_session_has_written_by_then() {
    run(async {
        let home = Home::made().await;
        let mut open = home.open().await;
        import(&mut open, &journal_of_everything()).await;
        let with = phrase();
        let reading = Vault::open(&home.folder, Access::Read, Unlock::Passphrase(&with)).await;
        let mut reading = reading.unwrap_or_else(|error| panic!("{error}"));
        let path = home.folder.path().join("live.age");
        reading.back_up(&path, For::Passphrase(&with, CHEAP)).await.expect("backed up");
        drop((open, reading));
        let other = Home::new();
        let bytes = std::fs::read(path).expect("it reads");
        restore(&other, &bytes, PHRASE).await.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(exported(&mut other.open().await).await, journal_of_everything());
    });
}

#[test]
fn an_entry_is_erased_by_its_id_and_its_words_are_in_no_export() {
    run(async {
        let home = Home::made().await;
        let mut vault = home.open().await;
        import(&mut vault, &journal_of_everything()).await;
        vault.erase(Target::Named("n1".into())).await.expect("erased");
        assert!(!exported(&mut vault).await.contains("a note"));
        assert!(vault.erase(Target::Named("n1".into())).await.is_err());
    });
}

#[test]
fn today_is_the_same_from_the_snapshot_its_tail_and_the_whole_replay() {
    run(async {
        let home = Home::made().await;
        let mut vault = home.open().await;
        let text = journal_of_everything();
        let lines: Vec<&str> = text.lines().collect();
        let (front, back) = lines.split_at(lines.len() / 2);
        import(&mut vault, &front.join("\n")).await;
        vault.keep_snapshot(true).await.expect("kept");
        import(&mut vault, &back.join("\n")).await;
        let warm = vault.standing().clone();
        vault.close().await.expect("closed");
        let from_snapshot = home.open().await;
        assert!(*from_snapshot.standing() == warm);
        drop(from_snapshot);
        let mut fresh = Vault::in_memory().await.expect("made");
        import(&mut fresh, &text).await;
        assert!(*fresh.standing() == warm);
    });
}

#[test]
fn what_words_were_read_as_lies_with_their_entry_and_outlives_the_snapshot() {
    // Only care notices these words; a replay reads none again.
    let words = "I've let the plants die because they'd only outlast me.";
    assert!(!review::outspoken(words).to_self);
    run(async {
        let home = Home::made().await;
        let mut vault = home.open().await;
        let line = format!(r#"{{"at":"2026-03-01T18:30:00Z","event":"note","text":"{words}"}}"#);
        vault.record(vec![entry(&line)]).await.expect("it records");
        vault.close().await.expect("it closes");
        let mut again = home.open().await;
        let mut noticed = Vec::new();
        let mut each = |_, record: Record| {
            if let Record::Entry(entry) = record {
                noticed.push(entry.signs.to_self);
            }
        };
        again.each(&mut each).await.expect("it reads");
        assert_eq!(noticed, [true]);
        let guidance = again.today(moment("2026-03-02T08:00:00Z")).await.expect("it advises");
        let help = guidance.care.iter().any(|care| care.because.contains(&Id::Care8));
        assert!(help, "{:?}", guidance.care);
    });
}

#[test]
fn what_another_session_writes_is_seen() {
    run(async {
        let home = Home::made().await;
        let (mut one, mut two) = (home.open().await, home.open().await);
        let fear = entry(r#"{"at":"2026-03-05T08:00:00+01:00","event":"fear","of_partner":true}"#);
        one.record(vec![fear.clone()]).await.expect("recorded");
        assert_eq!(two.record(vec![fear]).await.expect("recorded"), [Seq(2)]);
        assert_eq!(one.today(moment(NOW)).await.expect("advised").limits, [Id::Safe4]);
        assert!(one.standing() == two.standing());
        two.erase(Target::Places(vec![Seq(1), Seq(2)])).await.expect("erased");
        one.today(moment(NOW)).await.expect("advised");
        assert!(one.standing() == two.standing());
    });
}

async fn backup(home: &Home, name: &str) -> std::path::PathBuf {
    let path = home.folder.path().join(name);
    let done = home.open().await.back_up(&path, For::Passphrase(&phrase(), CHEAP)).await.expect("backed up");
    assert_eq!(done.faults, []);
    path
}

async fn restore(home: &Home, bytes: &[u8], with: &str) -> Result<vault::Restored, RestoreError> {
    let with = Passphrase::new(with.into());
    vault::restore(&home.folder, bytes, With::Passphrase(&with), &phrase(), || Kdf::CHEAPEST).await
}

#[test]
fn a_backup_restored_elsewhere_is_the_same_journal() {
    run(async {
        let home = Home::made().await;
        let text = journal_of_everything();
        import(&mut home.open().await, &text).await;
        let bytes = std::fs::read(backup(&home, "b.age").await).expect("it reads");
        let other = Home::new();
        let restored = restore(&other, &bytes, PHRASE).await.unwrap_or_else(|error| panic!("{error}"));
        assert!(restored.code.is_some() && !restored.kept_previous);
        assert_eq!(restored.entries, text.lines().count() as u64);
        assert_eq!(exported(&mut other.open().await).await, text);
    });
}

#[test]
fn a_restore_keeps_the_vault_that_was_there_beside_the_new_one() {
    run(async {
        let home = Home::made().await;
        import(&mut home.open().await, &journal_of_everything()).await;
        let bytes = std::fs::read(backup(&home, "b.age").await).expect("it reads");
        let later = entry(r#"{"at":"2026-03-05T08:00:00+01:00","event":"note","text":"later"}"#);
        let mut vault = home.open().await;
        vault.record(vec![later]).await.expect("recorded");
        drop(vault);
        let restored = restore(&home, &bytes, PHRASE).await.unwrap_or_else(|error| panic!("{error}"));
        assert!(restored.code.is_none() && restored.kept_previous);
        assert_eq!(exported(&mut home.open().await).await, journal_of_everything());
        std::fs::rename(home.folder.previous(), home.folder.vault()).expect("it moves");
        assert!(exported(&mut home.open().await).await.contains("later"));
    });
}

#[test]
fn a_wrong_passphrase_half_a_file_or_a_line_from_elsewhere_changes_nothing() {
    run(async {
        let home = Home::made().await;
        let text = journal_of_everything();
        import(&mut home.open().await, &text).await;
        let bytes = std::fs::read(backup(&home, "b.age").await).expect("it reads");
        let newer = {
            use std::io::Write as _;
            let mut sealing = journal::backup::Sealing::begin(Vec::new(), For::Passphrase(&phrase(), CHEAP))
                .expect("it begins");
            sealing
                .write_all(b"{\"at\":\"2030-01-01T00:00:00Z\",\"event\":\"of-tomorrow\"}\n")
                .expect("it writes");
            sealing.finish().expect("it ends")
        };
        assert!(matches!(restore(&home, &bytes, "another phrase").await, Err(RestoreError::Backup(_))));
        assert!(matches!(
            restore(&home, &bytes[..bytes.len() / 2], PHRASE).await,
            Err(RestoreError::Broken(_))
        ));
        assert!(matches!(
            restore(&home, &bytes[..bytes.len() - 1], PHRASE).await,
            Err(RestoreError::Broken(_))
        ));
        assert!(matches!(restore(&home, b"", PHRASE).await, Err(RestoreError::Backup(_))));
        assert!(
            matches!(restore(&home, &newer, PHRASE).await, Err(RestoreError::Line(skipped)) if skipped.line == 1)
        );
        assert!(!home.folder.staging().exists() && !home.folder.previous().exists());
        assert_eq!(exported(&mut home.open().await).await, text);
    });
}

#[test]
fn nothing_is_restored_over_a_vault_that_is_open() {
    run(async {
        let home = Home::made().await;
        let bytes = std::fs::read(backup(&home, "b.age").await).expect("it reads");
        let _open = home.open().await;
        assert!(matches!(restore(&home, &bytes, PHRASE).await, Err(RestoreError::Lock(_))));
    });
}

#[test]
fn everything_is_erased_without_a_passphrase() {
    run(async {
        let home = Home::made().await;
        vault::everything(&home.folder).expect("erased");
        let left: Vec<_> = std::fs::read_dir(home.folder.path()).expect("a folder").collect();
        assert!(left.len() <= 1, "{left:?}");
        assert!(!home.folder.has_vault());
    });
}

#[test]
fn the_recovery_code_opens_the_vault_and_is_noted_once_typed_back() {
    run(async {
        let home = Home::new();
        let code = vault::init(&home.folder, &phrase(), Kdf::CHEAPEST)
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        let typed = journal::secret::RecoveryCode::typed(&code.shown()).expect("it reads");
        let opened = Vault::open(&home.folder, Access::Write, Unlock::Recovery(&typed)).await;
        let mut vault = opened.unwrap_or_else(|error| panic!("{error}"));
        assert!(!vault.is_recovery_confirmed());
        assert!(vault.confirm_recovery(&typed).await.expect("noted"));
        vault.close().await.expect("closed");
        assert!(home.open().await.is_recovery_confirmed());
    });
}

#[test]
fn a_server_may_hold_a_vault_across_threads() {
    fn is_send<T: Send>(of: T) -> T {
        of
    }
    run(async {
        let mut vault = is_send(Vault::in_memory()).await.expect("made");
        is_send(vault.record(Vec::new())).await.expect("recorded");
        is_send(vault.today(moment(NOW))).await.expect("advised");
        assert!(is_send(vault.erase(Target::Named("nobody".into()))).await.is_err());
    });
}
