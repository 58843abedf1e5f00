//! Lines written are lines read: golden lines of every event, and whatever can be made of them.

use journal::lines::{parse_line, print, read};
use proptest::prelude::*;

/// One line of every event, as the contract shapes them; kept for ever.
const GOLDEN: &str = include_str!("../../../fuzz/seeds/journal_lines/every-event.jsonl");

#[test]
fn every_event_is_read_and_written_back_as_the_same_line() {
    let mut events = 0;
    for line in GOLDEN.lines() {
        let (entry, unknown) = parse_line(line.as_bytes()).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!(unknown, Vec::<String>::new(), "{line}");
        let written = print(&entry);
        let (again, _) = parse_line(written.as_bytes()).expect("what was written can be read");
        assert_eq!(again, entry, "{line}");
        let same = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(same(&written), same(line));
        events += 1;
    }
    let names = journal::short::events().count();
    assert!(events >= names - 2, "{events} lines for {names} events");
}

#[test]
fn a_time_keeps_the_offset_that_it_was_written_with() {
    let line = r#"{"at":"2026-03-01T10:00:00+05:30","event":"fear","of_partner":true}"#;
    assert_eq!(print(&parse_line(line.as_bytes()).expect("a good line").0), line);
}

#[test]
fn a_time_without_an_offset_or_with_a_zone_in_brackets_is_bad() {
    for at in ["2026-03-01T10:00:00", "2026-03-01", "2026-03-01T10:00:00+01:00[Europe/Berlin]", "", "now"] {
        let line = format!(r#"{{"at":"{at}","event":"fear","of_partner":true}}"#);
        assert!(parse_line(line.as_bytes()).is_err(), "{at}");
    }
}

#[test]
fn null_is_a_field_left_out_and_a_missing_field_is_named() {
    let line = r#"{"at":"2026-03-01T10:00:00Z","event":"met","minutes":null}"#;
    assert!(parse_line(line.as_bytes()).is_ok());
    let error = parse_line(br#"{"at":"2026-03-01T10:00:00Z","event":"fear"}"#).expect_err("nothing to go by");
    assert!(error.to_string().contains("of_partner"), "{error}");
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_the_end(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let report = read(&bytes[..], |_| {}).expect("memory can be read");
        let lines = bytes.split(|&byte| byte == b'\n').count() as u64;
        prop_assert!(report.read + report.bad <= lines);
    }

    #[test]
    fn a_golden_line_with_any_one_byte_changed_is_read_or_reported(line in 0_usize..29, at in 0_usize..200, byte: u8) {
        let mut bytes = GOLDEN.lines().nth(line).expect("a line").as_bytes().to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok((entry, _)) = parse_line(&bytes) {
            let (again, unknown) = parse_line(print(&entry).as_bytes()).expect("what was written can be read");
            prop_assert_eq!((again, unknown), (entry, Vec::new()));
        }
    }
}
