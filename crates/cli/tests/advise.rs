//! `halflight advise` as a shell meets it: exit codes, what stands on which stream, and input of every bad kind.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const NOW: &str = "2026-03-05T21:40:00+01:00";

fn halflight(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_halflight"))
        .env("LC_ALL", "C")
        .args(words)
        .output()
        .expect("the command runs")
}

fn advise(journal: &Path, now: &str) -> Output {
    halflight(&["advise", "--journal", journal.to_str().expect("a plain path"), "--now", now, "--json"])
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

fn written(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(bytes).expect("room for it");
    file
}

fn document(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("stdout is one JSON document")
}

const FEAR: &str = r#"{"at":"2026-03-01T10:00:00Z","event":"fear","of_partner":false}"#;

#[test]
fn an_empty_journal_is_done_and_waits_for_nothing_named() {
    let output = advise(written(b"").path(), NOW);
    assert_eq!(code(&output), 0);
    let document = document(&output);
    assert_eq!(document["start"]["verdict"], "wait");
    assert_eq!(document["start"]["not_before"], Value::Null);
    assert_eq!(document["now"], NOW);
}

#[test]
fn a_journal_that_is_not_there_fails_and_says_where() {
    let output = advise(Path::new("no-such-journal.jsonl"), NOW);
    assert_eq!(code(&output), 1);
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("no-such-journal.jsonl"));
}

#[test]
fn a_folder_fails_and_says_so() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = advise(folder.path(), NOW);
    assert_eq!(code(&output), 1);
    assert!(String::from_utf8_lossy(&output.stderr).contains("folder"));
}

#[test]
fn a_journal_without_one_good_line_fails() {
    for bad in [&b"\x00\x01\x02\xff"[..], b"not json\n[]\n", b"\xff\xfe{\"at\"}\n"] {
        let output = advise(written(bad).path(), NOW);
        assert_eq!(code(&output), 1, "{bad:?}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn an_unreadable_now_is_wrong_usage() {
    for now in ["yesterday", "2026-03-05", "2026-03-05T21:40:00", "9999-12-31T23:59:59Z"] {
        let output = advise(written(b"").path(), now);
        assert_eq!(code(&output), 2, "{now}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn one_bad_line_is_reported_and_the_rest_counts() {
    let journal = format!(
        "\u{feff}{FEAR}\r\n\r\nnonsense\r\n{{\"at\":\"2026-03-01T10:00:00\",\"event\":\"note\",\"text\":\"\"}}\r\n"
    );
    let output = advise(written(journal.as_bytes()).path(), NOW);
    assert_eq!(code(&output), 0);
    let skipped = document(&output)["skipped"].clone();
    let places: Vec<&str> =
        skipped.as_array().expect("a list").iter().filter_map(|item| item["at"].as_str()).collect();
    assert_eq!(places, ["line 3", "line 4"]);
}

#[test]
fn an_unknown_field_is_reported_and_its_line_counts() {
    let line = r#"{"at":"2026-03-01T10:00:00Z","event":"fear","of_partner":true,"colour":"blue"}"#;
    let document = document(&advise(written(line.as_bytes()).path(), NOW));
    assert_eq!(document["limits"], serde_json::json!(["SAFE-4"]));
    assert_eq!(document["skipped"].as_array().map(Vec::len), Some(1));
}

#[test]
fn values_out_of_range_make_a_line_bad() {
    for event in [
        r#""event":"urge","channel":"call","strength":11,"acted":false"#,
        r#""event":"urge","channel":"pigeon","strength":1,"acted":false"#,
        r#""event":"contact","by":"me","started":true,"channel":"look-up","about":"personal""#,
        r#""event":"contact","by":"me","started":true,"channel":"call","about":"personal","minutes":-1"#,
        r#""event":"situation","widest_gap_days":13"#,
        r#""event":"situation","widest_gap_days":29"#,
        r#""event":"situation","instinct_per_week":-1"#,
        r#""event":"situation","zone":"Europe/Atlantis""#,
        r#""event":"checkin","sleep_hours":24.5"#,
        r#""event":"checkin","mood":-1"#,
        r#""event":"questionnaire","name":"phq-9","answers":[0,0,0,0,0,0,0,0]"#,
        r#""event":"questionnaire","name":"gad-7","answers":[0,0,0,0,0,0,4]"#,
        r#""event":"weather""#,
    ] {
        let journal = format!("{FEAR}\n{{\"at\":\"2026-03-01T10:00:00Z\",{event}}}\n");
        let output = advise(written(journal.as_bytes()).path(), NOW);
        assert_eq!(code(&output), 0, "{event}");
        assert_eq!(document(&output)["skipped"][0]["at"], "line 2", "{event}");
    }
}

#[test]
fn a_line_longer_than_is_read_is_reported_and_the_next_counts() {
    let mut journal = br#"{"at":"2026-03-01T10:00:00Z","event":"note","text":""#.to_vec();
    journal.resize(journal.len() + journal::lines::LONGEST_LINE, b'a');
    journal.extend_from_slice(
        b"\"}\n{\"at\":\"2026-03-01T10:00:00Z\",\"event\":\"fear\",\"of_partner\":true}\n",
    );
    let document = document(&advise(written(&journal).path(), NOW));
    assert_eq!(document["skipped"][0]["at"], "line 1");
    assert_eq!(document["limits"], serde_json::json!(["SAFE-4"]));
}

#[test]
fn very_many_bad_lines_are_counted_and_not_kept() {
    let mut journal = "nonsense\n".repeat(5000);
    journal.push_str(FEAR);
    let document = document(&advise(written(journal.as_bytes()).path(), NOW));
    let skipped = document["skipped"].as_array().expect("a list");
    assert_eq!(skipped.len(), journal::lines::MOST_REPORTED + 1);
    assert!(
        skipped.last().is_some_and(|last| last["why"].as_str().unwrap_or_default().contains("4000 more"))
    );
}

#[test]
fn a_journal_comes_from_standard_input_as_well() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_halflight"))
        .env("LC_ALL", "C")
        .args(["advise", "--journal", "-", "--now", NOW, "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    child.stdin.take().expect("a pipe").write_all(FEAR.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(document(&output)["limits"], serde_json::json!([]));
}

#[test]
fn no_words_of_the_journal_show_in_a_report() {
    let journal = "{\"at\":\"2026-03-01T10:00:00Z\",\"event\":\"note\",\"text\":42,\"secret-canary\":1}\nsecret-canary\n";
    let journal = format!("{FEAR}\n{journal}");
    let output = advise(written(journal.as_bytes()).path(), NOW);
    let told = document(&output)["skipped"].to_string() + &String::from_utf8_lossy(&output.stderr);
    assert!(!told.contains("canary"), "{told}");
}

#[test]
fn the_page_fits_eighty_columns_and_names_its_clauses() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/journal.jsonl");
    let output = halflight(&["advise", "--journal", sample, "--now", NOW]);
    let page = String::from_utf8(output.stdout).expect("text");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    assert!(page.contains("HALF-3") && page.contains("SPACE-2") && page.contains("halflight why"), "{page}");
    assert!(!page.contains('\u{1b}'), "no colour codes into a pipe");
}

#[test]
fn without_a_command_it_says_what_it_is_and_shows_the_sample() {
    let output = halflight(&[]);
    let page = String::from_utf8(output.stdout).expect("text");
    assert_eq!(output.status.code(), Some(0));
    assert!(
        page.contains("companion") && page.contains("do not exist") && page.contains("findahelpline.com")
    );
}

#[test]
fn a_clause_is_shown_with_its_cases_and_an_unknown_one_is_wrong_usage() {
    let shown = halflight(&["why", "space-2"]);
    let text = String::from_utf8(shown.stdout).expect("text");
    assert!(text.contains("SPACE-2") && text.contains("Cases") && text.contains("expect"), "{text}");
    assert_eq!(halflight(&["why", "SPACE-99"]).status.code(), Some(2));
    let list = String::from_utf8(halflight(&["why"]).stdout).expect("text");
    assert!(method::Id::ALL.iter().all(|id| list.contains(id.as_str())));
}

#[test]
fn the_sample_is_what_it_says_and_every_line_of_it_is_read() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/journal.jsonl");
    let output = advise(Path::new(sample), NOW);
    assert_eq!(document(&output)["skipped"], serde_json::json!([]));
    assert!(fs::read_to_string(sample).expect("the sample").lines().count() > 200);
}
