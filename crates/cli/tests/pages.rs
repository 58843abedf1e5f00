//! Pages as a person reads them, kept as pictures in words: a change of one is seen before it is made.

mod notation;

use std::io::Write;
use std::process::{Command, Stdio};

/// The page of a journal in the notation of the case tables.
fn page(journal: &str, now: &str) -> String {
    page_in("C", &[], journal, now)
}

/// The same under a locale of the system, and with further words on the command line.
fn page_in(locale: &str, more: &[&str], journal: &str, now: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_halflight"))
        .env("LC_ALL", locale)
        .args(["advise", "--journal", "-", "--now", &notation::now(now)])
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    child.stdin.take().expect("a pipe").write_all(notation::journal(journal).as_bytes()).expect("it reads");
    String::from_utf8(child.wait_with_output().expect("it ends").stdout).expect("text")
}

/// A journal of one who has answered the safety questions.
const BEGUN: &str = "02-21T08:00 situation 14 left_on=02-20 zone=Europe/Berlin; 02-21T08:00 fear no; ";

fn begun(rest: &str, now: &str) -> String {
    page(&format!("{BEGUN}{rest}"), now)
}

#[test]
fn a_quiet_week() {
    insta::assert_snapshot!(begun("02-26T10:00 contact partner replies text personal warm", "03-01T09:00"));
}

#[test]
fn the_opening_is_here() {
    insta::assert_snapshot!(begun("02-20T10:00 contact partner starts call personal", "03-05T18:00"));
}

#[test]
fn told_to_stop_with_a_draft() {
    let journal =
        "02-25T10:00 contact partner starts text personal stop; 02-25T10:05 draft start id=d \"Please\"";
    insta::assert_snapshot!(begun(journal, "03-01T22:00"));
}

#[test]
fn a_night_of_words_that_point_to_suicide() {
    insta::assert_snapshot!(begun("03-01T02:00 note \"I want to kill myself\"", "03-01T02:01"));
}

#[test]
fn one_who_is_afraid_and_asked_for_a_weekend() {
    insta::assert_snapshot!(begun("03-01T10:00 fear yes; 03-01T11:00 request weekend", "03-01T12:00"));
}

#[test]
fn two_starts_without_a_word() {
    let journal = "02-22T10:00 contact me starts text personal; 02-24T10:00 contact me starts call personal";
    insta::assert_snapshot!(begun(journal, "03-01T12:00"));
}

#[test]
fn the_wish_to_end_it() {
    insta::assert_snapshot!(begun(
        "03-01T10:00 situation end; 03-01T11:00 draft closure id=c \"Goodbye\"",
        "03-01T12:00"
    ));
}

#[test]
fn nothing_written_down_yet() {
    insta::assert_snapshot!(page("", "03-01T12:00"));
}

fn begun_in_german(rest: &str, now: &str) -> String {
    page_in("C", &["--lang", "de"], &format!("{BEGUN}{rest}"), now)
}

#[test]
fn in_german_a_quiet_week() {
    insta::assert_snapshot!(begun_in_german(
        "02-26T10:00 contact partner replies text personal warm",
        "03-01T09:00"
    ));
}

#[test]
fn in_german_told_to_stop_with_a_draft() {
    let journal =
        "02-25T10:00 contact partner starts text personal stop; 02-25T10:05 draft start id=d \"Please\"";
    insta::assert_snapshot!(begun_in_german(journal, "03-01T22:00"));
}

#[test]
fn in_german_a_night_of_words_that_point_to_suicide() {
    insta::assert_snapshot!(begun_in_german("03-01T02:00 note \"I want to kill myself\"", "03-01T02:01"));
}

#[test]
fn in_german_one_who_is_afraid_and_asked_for_a_weekend() {
    let journal = "03-01T10:00 fear yes; 03-01T11:00 request weekend";
    insta::assert_snapshot!(begun_in_german(journal, "03-01T12:00"));
}

#[test]
fn in_german_an_answer_of_half_and_two_starts_without_a_word() {
    let journal = "02-22T10:00 contact me starts text personal; 02-24T10:00 contact me starts call personal; \
                   03-01T11:00 request meal minutes=90 for=03-01T18:00";
    insta::assert_snapshot!(begun_in_german(journal, "03-01T12:00"));
}

#[test]
fn the_language_is_that_of_the_system_unless_one_is_asked_for_and_json_has_none() {
    let journal = format!("{BEGUN}02-26T10:00 contact partner replies text personal warm");
    let of = |locale, more: &[&str]| page_in(locale, more, &journal, "03-01T09:00");
    let (english, german) = (of("C", &[]), of("C", &["--lang", "de"]));
    assert_ne!(english, german);
    assert_eq!(of("de_AT.UTF-8", &[]), german);
    assert_eq!(of("de_AT.UTF-8", &["--lang", "en-GB"]), english);
    assert_eq!(of("fr_FR.UTF-8", &[]), english);
    assert_eq!(of("de_AT.UTF-8", &["--json"]), of("C", &["--json"]));
}

#[test]
fn a_language_that_is_not_spoken_is_wrong_usage_and_the_ones_that_are_get_named() {
    let asked = Command::new(env!("CARGO_BIN_EXE_halflight")).args(["help", "DE", "--lang", "fr"]).output();
    let asked = asked.expect("the command runs");
    assert_eq!(asked.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&asked.stderr).contains("the pages speak en and de"));
}

#[test]
fn the_help_page_speaks_german_where_it_is_asked_to() {
    let asked = Command::new(env!("CARGO_BIN_EXE_halflight")).args(["help", "de", "--lang", "de"]).output();
    insta::assert_snapshot!(String::from_utf8(asked.expect("the command runs").stdout).expect("text"));
}
