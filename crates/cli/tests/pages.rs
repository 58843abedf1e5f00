//! Pages as a person reads them, kept as pictures in words: a change of one is seen before it is made.

mod notation;

use std::io::Write;
use std::process::{Command, Stdio};

/// The page of a journal in the notation of the case tables.
fn page(journal: &str, now: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_halflight"))
        .args(["advise", "--journal", "-", "--now", &notation::now(now)])
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
