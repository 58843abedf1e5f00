//! A sealed journal, damaged in every way that a disk or a thief could damage it: it is noticed and named, and
//! everything else is read.

use method::event::Shadow;
use method::{Event, Signs};

use super::*;
use crate::lines;
use crate::seal::tests::Counting;
use crate::store::{Access, Folder, Memory, Sqlite};

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime").block_on(future)
}

fn phrase() -> Passphrase {
    Passphrase::new("correct horse".into())
}

fn note(text: &str) -> Record {
    let line = format!(r#"{{"at":"2026-03-01T18:30:00+01:00","event":"note","text":"{text}"}}"#);
    Record::Entry(lines::parse_line(line.as_bytes()).expect("a note").0)
}

fn text_of(record: &Record) -> String {
    match record {
        Record::Entry(entry) => match &entry.event {
            Event::Note { text } => text.to_string(),
            Event::Erased(shadow) => format!("{shadow:?}"),
            event => panic!("{event:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// A vault of notes `n1` to `n6` in a folder.
async fn vault(folder: &Folder) -> Ledger {
    let store = Store::Sqlite(Sqlite::create(&folder.vault()).await.expect("a file"));
    let made = Ledger::create(store, Owner::ONLY, &phrase(), Kdf::CHEAPEST, &mut Counting::default()).await;
    let (mut ledger, _) = made.unwrap_or_else(|error| panic!("{error}"));
    let notes: Vec<Record> = (1..=6).map(|number| note(&format!("n{number}"))).collect();
    ledger.append(&notes, &mut Counting::starting(1)).await.expect("written");
    ledger
}

async fn open(folder: &Folder) -> Result<Ledger, OpenError> {
    let store = Store::Sqlite(Sqlite::open(&folder.vault(), Access::Write).await?);
    Ledger::open(store, Owner::ONLY, Unlock::Passphrase(&phrase())).await
}

async fn read(ledger: &mut Ledger) -> (Vec<String>, Vec<Fault>) {
    let mut texts = Vec::new();
    let reading = ledger.read(Seq(0), &mut |_, record| texts.push(text_of(&record))).await.expect("it reads");
    (texts, reading.faults)
}

/// Makes a vault, runs `sql` on its file, and reads it.
#[track_caller]
fn after(sql: &str) -> (Vec<String>, Vec<Fault>) {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        vault(&folder).await.close().await.expect("closed");
        meddle(&folder, sql).await;
        read(&mut open(&folder).await.unwrap_or_else(|error| panic!("{error}"))).await
    })
}

async fn meddle(folder: &Folder, sql: &str) {
    use sqlx::Connection as _;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(folder.vault());
    let mut connection = sqlx::SqliteConnection::connect_with(&options).await.expect("it opens");
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    sqlx::raw_sql(sql).execute(&mut connection).await.expect("it runs");
    connection.close().await.expect("it closes");
}

const FLIP: &str = "UPDATE record SET body = substr(body, 1, 9) || x'00' || substr(body, 11) WHERE seq = 3";
const ALL: [&str; 6] = ["n1", "n2", "n3", "n4", "n5", "n6"];

fn all_but(left_out: &[&str]) -> Vec<String> {
    ALL.iter().filter(|name| !left_out.contains(name)).map(ToString::to_string).collect()
}

#[test]
fn a_whole_journal_is_read_without_a_fault() {
    assert_eq!(after("SELECT 1"), (all_but(&[]), vec![]));
}

#[test]
fn a_flipped_byte_is_named_and_the_rest_is_read() {
    assert_eq!(after(FLIP), (all_but(&["n3"]), vec![Fault::Altered { seq: Seq(3) }]));
}

#[test]
fn a_changed_salt_is_named() {
    let changed = after("UPDATE record SET salt = zeroblob(32) WHERE seq = 3");
    assert_eq!(changed, (all_but(&["n3"]), vec![Fault::Altered { seq: Seq(3) }]));
}

#[test]
fn a_changed_link_is_named_and_costs_no_entry() {
    let changed = after("UPDATE record SET link = zeroblob(32) WHERE seq = 3");
    assert_eq!(changed, (all_but(&[]), vec![Fault::Exchanged { seq: Seq(3) }]));
}

#[test]
fn a_dropped_entry_is_named() {
    let dropped = after("DELETE FROM record WHERE seq = 3");
    assert_eq!(dropped, (all_but(&["n3"]), vec![Fault::Missing { seq: Seq(3) }]));
}

#[test]
fn entries_cut_off_at_the_end_are_named() {
    let cut = after("DELETE FROM record WHERE seq > 4");
    let faults = vec![Fault::Missing { seq: Seq(5) }, Fault::Missing { seq: Seq(6) }];
    assert_eq!(cut, (all_but(&["n5", "n6"]), faults));
}

#[test]
fn swapped_entries_are_both_named() {
    let swapped = after(
        "UPDATE record SET seq = 99 WHERE seq = 2; UPDATE record SET seq = 2 WHERE seq = 5; \
         UPDATE record SET seq = 5 WHERE seq = 99",
    );
    let faults = vec![Fault::Altered { seq: Seq(2) }, Fault::Altered { seq: Seq(5) }];
    assert_eq!(swapped, (all_but(&["n2", "n5"]), faults));
}

#[test]
fn a_repeated_entry_is_named() {
    let repeated = after(
        "INSERT INTO record SELECT owner, 7, salt, body, link FROM record WHERE seq = 2; \
         DELETE FROM record WHERE seq = 4; INSERT INTO record SELECT owner, 4, salt, body, link FROM record \
         WHERE seq = 2",
    );
    let faults = vec![Fault::Altered { seq: Seq(4) }, Fault::Beyond { seq: Seq(7) }];
    assert_eq!(repeated, (all_but(&["n4"]), faults));
}

#[test]
fn an_entry_emptied_by_another_hand_is_damage_and_no_erasure() {
    let emptied = after("UPDATE record SET salt = NULL, body = zeroblob(32) WHERE seq = 3");
    assert_eq!(emptied.0, all_but(&["n3"]));
    assert!(emptied.1.contains(&Fault::Emptied { seq: Seq(3) }), "{:?}", emptied.1);
}

#[test]
fn a_damaged_end_is_named_and_nothing_is_written_onto_it() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        vault(&folder).await.close().await.expect("closed");
        meddle(&folder, "UPDATE head SET body = zeroblob(88)").await;
        let mut ledger = open(&folder).await.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read(&mut ledger).await, (all_but(&[]), vec![Fault::End]));
        let written = ledger.append(&[note("n7")], &mut Counting::starting(2)).await;
        assert!(matches!(written, Err(WriteError::BrokenEnd)));
    });
}

#[test]
fn one_damaged_copy_of_the_header_is_named_and_the_other_opens() {
    let damaged = after("UPDATE header SET body = zeroblob(250) WHERE copy = 0");
    assert_eq!(damaged, (all_but(&[]), vec![Fault::Header { copy: 1 }]));
}

#[test]
fn without_a_whole_header_nothing_opens_and_that_is_told() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        vault(&folder).await.close().await.expect("closed");
        meddle(&folder, "UPDATE header SET body = zeroblob(250)").await;
        assert!(matches!(open(&folder).await, Err(OpenError::Unlock(UnlockError::Damaged))));
    });
}

#[test]
fn another_branch_of_the_same_journal_is_noticed_where_it_joins() {
    let (one, two) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let (folder, branch) = (Folder::at(one.path()), Folder::at(two.path()));
    run(async {
        vault(&folder).await.close().await.expect("closed");
        std::fs::copy(folder.vault(), branch.vault()).expect("copied");
        for (folder, start, texts) in [(&folder, 2, ["a", "b"]), (&branch, 3, ["x", "y"])] {
            let mut ledger = open(folder).await.unwrap_or_else(|error| panic!("{error}"));
            let notes: Vec<Record> = texts.iter().map(|text| note(text)).collect();
            ledger.append(&notes, &mut Counting::starting(start)).await.expect("written");
            ledger.close().await.expect("closed");
        }
        let other = branch.vault().display().to_string();
        let graft = format!(
            "ATTACH '{other}' AS other; DELETE FROM record WHERE seq = 7; \
             INSERT INTO record SELECT * FROM other.record WHERE seq = 7"
        );
        meddle(&folder, &graft).await;
        let (_, faults) = read(&mut open(&folder).await.unwrap_or_else(|error| panic!("{error}"))).await;
        assert_eq!(faults, [Fault::Exchanged { seq: Seq(8) }]);
    });
}

fn shadow(record: &Record) -> Option<method::Entry> {
    let Record::Entry(entry) = record else { return None };
    let keeps = matches!(&entry.event, Event::Note { text } if &**text == "n2");
    let signs = Signs { to_other: true, ..Signs::default() };
    let event = Event::Erased(Shadow::Words(signs));
    keeps.then_some(method::Entry { at: entry.at, id: None, signs: Signs::default(), event })
}

#[test]
fn what_is_erased_is_gone_and_the_chain_still_holds() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        let mut ledger = vault(&folder).await;
        let row = ledger.store().read(Owner::ONLY, Seq(2), 1).await.expect("it reads").rows.remove(0);
        let sealed = row.expect("it is whole");
        let erased = ledger.erase(&[Seq(3)], &shadow, &mut Counting::starting(2)).await.expect("erased");
        assert_eq!(erased, Erased { records: 1, left: 0, scrubbed: Scrubbed::Fully });
        assert_eq!(read(&mut ledger).await, (all_but(&["n3"]), vec![]));
        let again = ledger.erase(&[Seq(3)], &shadow, &mut Counting::starting(3)).await;
        assert!(matches!(again, Err(EraseError::NotThere(Seq(3)))));
        // Neither the salt nor the ciphertext is in any file any more, though the vault is still open.
        let salt = sealed.salt.expect("it had one");
        for file in std::fs::read_dir(folder.path()).expect("a folder") {
            let bytes = std::fs::read(file.expect("a file").path()).expect("it reads");
            let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
            assert!(!holds(&salt) && !holds(&sealed.body[..16]));
        }
        ledger.close().await.expect("closed");
        assert_eq!(
            read(&mut open(&folder).await.unwrap_or_else(|error| panic!("{error}"))).await,
            (all_but(&["n3"]), vec![])
        );
    });
}

#[test]
fn what_must_stay_is_handed_over_in_the_place_of_what_was_erased() {
    run(async {
        let store = Store::Memory(Memory::new());
        let made =
            Ledger::create(store, Owner::ONLY, &phrase(), Kdf::CHEAPEST, &mut Counting::default()).await;
        let (mut ledger, _) = made.unwrap_or_else(|error| panic!("{error}"));
        let notes: Vec<Record> = ["n1", "n2", "n3"].map(note).to_vec();
        ledger.append(&notes, &mut Counting::starting(1)).await.expect("written");
        let erased = ledger.erase(&[Seq(2)], &shadow, &mut Counting::starting(2)).await.expect("erased");
        assert_eq!((erased.records, erased.left), (1, 1));
        let (texts, faults) = read(&mut ledger).await;
        assert_eq!((texts[0].as_str(), texts[2].as_str(), faults), ("n1", "n3", vec![]));
        assert!(texts[1].starts_with("Words"), "{texts:?}");
    });
}

#[test]
fn an_erased_entry_that_was_put_back_is_named_and_not_shown() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        let ledger = vault(&folder).await;
        ledger.close().await.expect("closed");
        let copy = folder.path().join("thief.db");
        std::fs::copy(folder.vault(), &copy).expect("copied");
        let mut ledger = open(&folder).await.unwrap_or_else(|error| panic!("{error}"));
        ledger.erase(&[Seq(3)], &shadow, &mut Counting::starting(2)).await.expect("erased");
        ledger.close().await.expect("closed");
        let put_back = format!(
            "ATTACH '{}' AS thief; DELETE FROM record WHERE seq = 3; \
             INSERT INTO record SELECT * FROM thief.record WHERE seq = 3",
            copy.display()
        );
        meddle(&folder, &put_back).await;
        let read = read(&mut open(&folder).await.unwrap_or_else(|error| panic!("{error}"))).await;
        assert_eq!(read, (all_but(&["n3"]), vec![Fault::Returned { seq: Seq(3) }]));
    });
}

#[test]
fn a_file_cut_short_still_gives_what_its_pages_hold() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        let mut ledger = vault(&folder).await;
        let many: Vec<Record> = (0..400).map(|number| note(&format!("more {number}"))).collect();
        ledger.append(&many, &mut Counting::starting(2)).await.expect("written");
        ledger.close().await.expect("closed");
        let file = std::fs::OpenOptions::new().write(true).open(folder.vault()).expect("it opens");
        let length = file.metadata().expect("it has a length").len();
        // The last page is torn in the middle.
        file.set_len(length - 2048).expect("cut");
        drop(file);
        let mut ledger = open(&folder).await.unwrap_or_else(|error| panic!("{error}"));
        let (texts, faults) = read(&mut ledger).await;
        let lost: Vec<Seq> = faults.iter().filter_map(Fault::seq).collect();
        assert!(!lost.is_empty() && texts.len() + lost.len() == 406, "{} and {}", texts.len(), lost.len());
        assert!(texts.len() > 300, "one page holds few entries: {}", texts.len());
        let said = ledger.store().check_file().await.expect("it says");
        assert!(!said.is_empty());
    });
}

#[test]
fn a_changed_passphrase_opens_the_same_entries_and_the_old_one_nothing() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        let mut ledger = vault(&folder).await;
        let next = Passphrase::new("next phrase".into());
        let header = ledger.store().headers(Owner::ONLY).await.expect("it reads").remove(0);
        ledger.change_passphrase(&next, Kdf::CHEAPEST, &mut Counting::starting(5)).await.expect("changed");
        ledger.close().await.expect("closed");
        assert!(matches!(open(&folder).await, Err(OpenError::Unlock(UnlockError::Wrong))));
        let store = Store::Sqlite(Sqlite::open(&folder.vault(), Access::Read).await.expect("it opens"));
        let mut ledger = Ledger::open(store, Owner::ONLY, Unlock::Passphrase(&next))
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read(&mut ledger).await, (all_but(&[]), vec![]));
        // The wrapping that the old passphrase opens is nowhere in the file.
        let bytes = std::fs::read(folder.vault()).expect("it reads");
        let old = &header[60..92];
        assert!(!bytes.windows(old.len()).any(|window| window == old));
    });
}

#[test]
fn a_snapshot_is_given_back_until_the_journal_is_another() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        let mut ledger = vault(&folder).await;
        ledger.put_snapshot(b"standing", &mut Counting::starting(2)).await.expect("kept");
        ledger.append(&[note("n7")], &mut Counting::starting(3)).await.expect("written");
        let snapshot = ledger.snapshot().await.expect("it reads");
        assert_eq!(snapshot.map(|(count, plain)| (count, plain.to_vec())), Some((6, b"standing".to_vec())));
        meddle(&folder, "UPDATE record SET link = zeroblob(32) WHERE seq = 6").await;
        assert!(ledger.snapshot().await.expect("it reads").is_none());
    });
}

#[test]
fn two_who_write_at_once_lose_nothing() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        let mut one = vault(&folder).await;
        let mut two = open(&folder).await.unwrap_or_else(|error| panic!("{error}"));
        one.append(&[note("one")], &mut Counting::starting(2)).await.expect("written");
        let late = two.append(&[note("two")], &mut Counting::starting(3)).await;
        assert!(matches!(late, Err(WriteError::Store(StoreError::Moved))));
        assert!(two.has_moved().await.expect("it reads"));
        assert_eq!(two.append(&[note("two")], &mut Counting::starting(3)).await.ok(), Some(Seq(8)));
        let (texts, faults) = read(&mut two).await;
        assert_eq!((texts[6].as_str(), texts[7].as_str(), faults), ("one", "two", vec![]));
    });
}

#[test]
fn a_flipped_byte_anywhere_in_the_file_is_told_or_harmless_and_never_changes_an_entry() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(temporary.path());
    run(async {
        vault(&folder).await.close().await.expect("closed");
        let whole = std::fs::read(folder.vault()).expect("it reads");
        let (mut dice, mut read_anyway) = (1_usize, 0);
        for _ in 0..200 {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let mut bytes = whole.clone();
            bytes[(dice >> 20) % whole.len()] ^= 1 << (dice >> 61);
            std::fs::write(folder.vault(), &bytes).expect("written");
            let Ok(mut ledger) = open(&folder).await else { continue };
            let mut texts = Vec::new();
            let mut each = |_, record: Record| texts.push(text_of(&record));
            let Ok(reading) = ledger.read(Seq(0), &mut each).await else { continue };
            read_anyway += 1;
            let lost: Vec<_> = ALL.iter().filter(|text| !texts.contains(&text.to_string())).collect();
            assert!(lost.is_empty() || !reading.faults.is_empty(), "lost in silence: {lost:?}");
            assert!(texts.iter().all(|text| ALL.contains(&text.as_str())), "{texts:?}");
        }
        assert!(read_anyway > 150, "{read_anyway} of 200 were read");
    });
}
