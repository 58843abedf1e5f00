//! Every trap of the database that Apple's Messages keeps.

use crate::telling::{options, told, warns};
use history::{Foreign, Format, ReadError, Reading, Source, Warning};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The moment 2021-02-01T09:00:00Z, as Apple counts in seconds.
const TEN: i64 = 1_612_170_000 - 978_307_200;
const NANO: i64 = 1_000_000_000;

/// A database as a newer Mac keeps it, with these rows.
fn database(path: &Path, sql: &str) -> Connection {
    let connection = Connection::open(path).expect("a database");
    connection
        .execute_batch(
            "CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT, text TEXT, handle_id INTEGER DEFAULT 0, attributedBody BLOB,
               date INTEGER, is_from_me INTEGER DEFAULT 0, is_sent INTEGER DEFAULT 0, error INTEGER DEFAULT 0, item_type INTEGER DEFAULT 0,
               cache_has_attachments INTEGER DEFAULT 0, associated_message_type INTEGER DEFAULT 0, date_edited INTEGER DEFAULT 0);
             CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, service TEXT, person_centric_id TEXT);
             CREATE TABLE chat (ROWID INTEGER PRIMARY KEY, style INTEGER, chat_identifier TEXT, service_name TEXT);
             CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER);
             CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, PRIMARY KEY (chat_id, message_id));
             INSERT INTO handle VALUES (1, '+15550101234', 'iMessage', NULL), (2, '+15550101234', 'SMS', NULL), (3, 'mia@x.org', 'iMessage', NULL), (4, '+15550109999', 'SMS', NULL);
             INSERT INTO chat VALUES (1, 45, '+15550101234', 'iMessage'), (2, 45, '+15550101234', 'SMS'), (3, 45, 'mia@x.org', 'iMessage'), (4, 45, '+15550109999', 'SMS'), (5, 43, 'chat123', 'iMessage');
             INSERT INTO chat_handle_join VALUES (1, 1), (2, 2), (3, 3), (4, 4), (5, 1), (5, 4);",
        )
        .expect("the tables");
    connection.execute_batch(sql).expect("the rows");
    connection
}

/// A row in a chat, so many seconds after ten: columns and their values.
fn row(id: i64, chat: i64, seconds: i64, columns: &str, values: &str) -> String {
    format!(
        "INSERT INTO message (ROWID, date, {columns}) VALUES ({id}, {}, {values}); INSERT INTO chat_message_join VALUES ({chat}, {id});",
        (TEN + seconds) * NANO
    )
}

fn mine(id: i64, chat: i64, seconds: i64) -> String {
    row(id, chat, seconds, "is_from_me, text", "1, 'a'")
}

fn theirs(id: i64, chat: i64, handle: i64, seconds: i64) -> String {
    row(id, chat, seconds, "handle_id, text", &format!("{handle}, 'a'"))
}

/// A database of these rows in a folder of its own.
fn made(rows: &[String]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chat.db");
    database(&path, &rows.concat()).close().expect("written");
    (folder, path)
}

fn read(path: &Path, partner: &[&str]) -> Result<Reading, ReadError> {
    history::read(&[Source::open(path).expect("the file")], &options(partner))
}

#[track_caller]
fn says(rows: &[String], partner: &[&str], expect: &str) {
    let (_folder, path) = made(rows);
    assert_eq!(told(&read(&path, partner).expect("a database")), expect);
    // Bytes without a file say the same.
    let held = Source::held("chat.db", std::fs::read(&path).expect("the file"));
    assert_eq!(told(&history::read(&[held], &options(partner)).expect("a database")), expect);
}

const MIA: [&str; 3] = ["Mia", "+1 555 010 1234", "mia@x.org"];

#[test]
fn one_partner_under_a_number_an_address_and_two_services_is_one() {
    let rows = [
        mine(1, 1, 0),
        theirs(2, 1, 1, 60),
        theirs(3, 2, 2, 120),
        theirs(4, 3, 3, 180),
        theirs(5, 4, 4, 200),
    ];
    says(&rows, &MIA, "Jo 1+0, Mia 3+0; 2 other chats; from 2021-02-01T10:00:00+01:00");
    says(
        &rows,
        &["(555) 010-1234"],
        "Jo 1+0, (555) 010-1234 2+0; 3 other chats; from 2021-02-01T10:00:00+01:00",
    );
    let (_folder, path) = made(&rows);
    let reading = read(&path, &MIA).expect("a database");
    assert_eq!(reading.files[0].format, Format::Imessage);
}

#[test]
fn a_name_that_no_number_tells_is_asked_for_the_numbers() {
    let rows = [mine(1, 1, 0), theirs(2, 1, 1, 60), theirs(3, 4, 4, 60)];
    let (_folder, path) = made(&rows);
    let asked = read(&path, &["Mia"]);
    assert!(
        matches!(&asked, Err(ReadError::PartnerNotInIt { people, .. }) if people == &["+15550101234", "mia@x.org", "+15550109999"]),
        "{asked:?}"
    );
    let needed = read(&path, &[]);
    assert!(matches!(needed, Err(ReadError::PartnerNeeded { .. })), "{needed:?}");
}

#[test]
fn handles_that_the_database_joins_are_one_person() {
    let joined = "UPDATE handle SET person_centric_id = 'P1' WHERE ROWID IN (1, 2, 3);".to_owned();
    let rows = [joined, mine(1, 1, 0), theirs(2, 1, 1, 60), theirs(3, 3, 3, 120)];
    says(&rows, &["mia@x.org"], "Jo 1+0, mia@x.org 2+0; 2 other chats; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn words_in_an_attributed_body_and_media_without_words_are_messages() {
    let body = "X'040B73747265616D747970656481E803840140848484124E5341747472696275746564537472696E67008484084E534F626A656374008592848484084E53537472696E67019484012B0568656C6C6F8684'";
    let rows = [
        row(1, 1, 0, "is_from_me, attributedBody", &format!("1, {body}")),
        row(2, 1, 1, "handle_id, text, cache_has_attachments", "1, '\u{fffc}', 1"),
        row(3, 1, 2, "handle_id, text", "1, NULL"),
        row(4, 1, 3, "handle_id, text, date_edited", "1, 'edited', 5"),
    ];
    says(&rows, &MIA, "Jo 1+0, Mia 3+0; 2 other chats; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn tapbacks_as_rows_or_as_text_are_no_messages_and_neither_is_the_apps_own() {
    let rows = [
        mine(1, 1, 0),
        row(2, 1, 1, "handle_id, associated_message_type, text", "1, 2000, 'Liked “a”'"),
        row(3, 1, 2, "handle_id, associated_message_type, text", "1, 2006, 'Reacted 🎉 to “a”'"),
        row(4, 1, 3, "handle_id, associated_message_type, text", "1, 3000, 'Removed a like from “a”'"),
        row(5, 2, 4, "handle_id, text", "2, 'Loved “a”'"),
        row(6, 1, 5, "handle_id, item_type", "1, 4"),
        theirs(7, 1, 1, 60),
    ];
    says(
        &rows,
        &MIA,
        "Jo 1+0, Mia 1+0; 2 of the app; 3 reactions; 2 other chats; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn dates_are_in_nanoseconds_or_in_seconds_and_none_is_told() {
    let rows = [
        format!("INSERT INTO message (ROWID, date, is_from_me, text) VALUES (1, {TEN}, 1, 'a'); INSERT INTO chat_message_join VALUES (1, 1);"),
        "INSERT INTO message (ROWID, date, handle_id, text) VALUES (2, 0, 1, 'a'); INSERT INTO chat_message_join VALUES (1, 2);".to_owned(),
        theirs(3, 1, 1, 60),
    ];
    says(
        &rows,
        &MIA,
        "Jo 1+0, Mia 1+0; 2 other chats; skipped row 2: it tells no time that can be read; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn a_message_is_counted_once_in_several_chats_and_also_in_none() {
    let rows = [
        mine(1, 1, 0),
        "INSERT INTO chat_message_join VALUES (2, 1);".to_owned(),
        theirs(2, 1, 1, 60),
        format!(
            "INSERT INTO message (ROWID, date, handle_id, text) VALUES (3, {}, 1, 'a');",
            (TEN + 70) * NANO
        ),
        format!(
            "INSERT INTO message (ROWID, date, is_from_me, text) VALUES (4, {}, 1, 'a');",
            (TEN + 80) * NANO
        ),
        row(5, 1, 90, "is_from_me, error, text", "1, 22, 'a'"),
    ];
    says(
        &rows,
        &MIA,
        "Jo 1+0, Mia 2+0; 2 other chats; skipped row 4: it does not tell whom it is to; skipped row 5: it was never sent; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn chats_without_an_index_and_rows_of_older_systems_say_the_same() {
    let expect = "Jo 1+0, Mia 2+0; 2 other chats; from 2021-02-01T10:00:00+01:00";
    let rows = [
        row(1, 1, 0, "is_from_me, item_type, associated_message_type, text", "1, NULL, NULL, 'a'"),
        "INSERT INTO chat_message_join VALUES (2, 1);".to_owned(),
        theirs(2, 1, 1, 60),
        row(3, 1, 70, "is_from_me, handle_id, cache_has_attachments, text", "NULL, 1, NULL, 'a'"),
    ];
    says(&rows, &MIA, expect);
    let plain = "CREATE TABLE plain AS SELECT * FROM chat_message_join; DROP TABLE chat_message_join; ALTER TABLE plain RENAME TO chat_message_join;";
    let renamed = rows.iter().cloned().chain([plain.to_owned()]).collect::<String>();
    // A table that was made by a query is one of the plain sort all the same.
    says(&[renamed], &MIA, expect);
    let older = "ALTER TABLE message DROP COLUMN associated_message_type; ALTER TABLE message DROP COLUMN item_type; \
        ALTER TABLE message DROP COLUMN attributedBody; ALTER TABLE message DROP COLUMN error;";
    says(&[rows.concat() + older], &MIA, expect);
}

#[test]
fn rows_at_both_ends_of_what_a_number_holds_are_read() {
    let rows = [mine(i64::MIN, 1, 0), theirs(-1, 1, 1, 60), theirs(i64::MAX, 2, 2, 70)];
    says(&rows, &MIA, "Jo 1+0, Mia 2+0; 2 other chats; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn a_time_that_no_message_can_be_of_is_told_and_stretches_nothing() {
    let rows = [
        mine(1, 1, 0),
        theirs(2, 1, 1, 60),
        format!("INSERT INTO message (ROWID, date, handle_id, text) VALUES (3, {}, 1, 'a');", i64::MAX),
        format!(
            "INSERT INTO message (ROWID, date, handle_id, text) VALUES (4, {}, 1, 'a');",
            900_000_000_000_i64
        ),
    ];
    says(
        &rows,
        &MIA,
        "Jo 1+0, Mia 1+0; 2 other chats; skipped row 3: it tells no time that can be read; skipped row 4: it tells no time that can be read; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn a_group_is_left_out_beside_a_chat_of_the_two() {
    let rows = [mine(1, 1, 0), theirs(2, 1, 1, 60), theirs(3, 5, 1, 70), theirs(4, 5, 4, 80), mine(5, 5, 90)];
    let (_folder, path) = made(&rows);
    let reading = read(&path, &MIA).expect("a database");
    assert!(told(&reading).starts_with("Jo 1+0, Mia 1+0; "), "{}", told(&reading));
    assert!(warns(&reading, |warning| matches!(warning, Warning::GroupsLeft { count: 1, .. })));
}

#[test]
fn what_was_written_last_is_read_beside_the_file_and_nothing_there_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chat.db");
    let connection = database(&path, &[mine(1, 1, 0)].concat());
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;")
        .expect("a database that writes beside itself");
    connection.execute_batch(&theirs(2, 1, 1, 60)).expect("a row");
    let state = |name: &str| std::fs::read(folder.path().join(name)).expect("the file");
    let before = (state("chat.db"), state("chat.db-wal"));
    assert!(!before.1.is_empty());
    let reading = read(&path, &MIA).expect("a database");
    assert!(told(&reading).starts_with("Jo 1+0, Mia 1+0; "), "{}", told(&reading));
    assert_eq!((state("chat.db"), state("chat.db-wal")), before);
    connection.close().expect("closed");
    // Whole again, it is read without a trace beside it.
    let copy = folder.path().join("copy?#%.db");
    std::fs::copy(&path, &copy).expect("a copy");
    let names = || std::fs::read_dir(folder.path()).expect("the folder").count();
    let before = names();
    assert!(told(&read(&copy, &MIA).expect("a database")).starts_with("Jo 1+0, Mia 1+0; "));
    assert_eq!(names(), before);
}

#[test]
fn another_database_and_one_that_is_damaged_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = folder.path().join("other.db");
    Connection::open(&other)
        .and_then(|other| other.execute_batch("CREATE TABLE message (x); CREATE VIEW handle AS SELECT 1;"))
        .expect("a database");
    let refused = read(&other, &MIA);
    assert!(matches!(refused, Err(ReadError::Foreign { what: Foreign::Database, .. })), "{refused:?}");
    let (_folder, path) = made(&[mine(1, 1, 0)]);
    let bytes = std::fs::read(&path).expect("the file");
    let cut = folder.path().join("cut.db");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).expect("a file");
    let refused = read(&cut, &MIA);
    assert!(matches!(refused, Err(ReadError::Database { .. } | ReadError::Foreign { .. })), "{refused:?}");
}

#[test]
fn many_rows_are_read_in_two_halves_that_say_the_same() {
    let mut sql = String::from("BEGIN;");
    for id in 1..=30_000 {
        sql += &if id % 3 == 0 { mine(id, 1, id * 60) } else { theirs(id, 1 + id % 2, 1 + id % 2, id * 60) };
    }
    sql += "COMMIT;";
    says(&[sql], &MIA, "Jo 10000+0, Mia 20000+0; 2 other chats; from 2021-02-01T10:01:00+01:00");
}

#[test]
fn names_in_one_file_help_with_the_numbers_of_another() {
    let rows = [mine(1, 1, 0), theirs(2, 1, 1, 60), theirs(3, 4, 4, 60)];
    let (_folder, path) = made(&rows);
    let sms = format!(
        "<smses count=\"1\"><sms address=\"(555) 010-1234\" date=\"{}\" type=\"1\" body=\"b\" contact_name=\"Mia\" /></smses>",
        1_612_170_090_000_i64
    );
    let files = [Source::open(&path).expect("the file"), Source::held("sms.xml", sms.into_bytes())];
    let reading = history::read(&files, &options(&["Mia"])).expect("both");
    assert!(told(&reading).starts_with("Jo 1+0, Mia 2+0; "), "{}", told(&reading));
}
