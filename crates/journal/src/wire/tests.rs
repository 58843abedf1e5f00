//! Golden bytes, kept for ever: what version 1 wrote, every later program reads.

use std::fmt::Write as _;

use super::*;
use crate::lines;

const LINES: &str = include_str!("golden.jsonl");
/// One line of hexadecimal for each line of the journal beside it, and one for the whole as far as it is a batch.
const BYTES: &str = include_str!("golden.hex");

fn entry(line: &str) -> Entry {
    lines::parse_line(line.as_bytes()).expect("a golden line reads").0
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes it");
        text
    })
}

fn unhex(text: &str) -> Vec<u8> {
    let digit = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal");
    (0..text.len()).step_by(2).map(digit).collect()
}

fn messages() -> Vec<Entry> {
    [
        r#"{"at":"2026-03-01T18:30:00+01:00","event":"message","by":"me","channel":"text","kind":"text","length":12,"import":"phone"}"#,
        r#"{"at":"2026-03-01T18:30:07+01:00","event":"message","by":"partner","channel":"gift","kind":"reaction","about":"practical","import":"phone"}"#,
        r#"{"at":"2026-03-01T18:29:07.5+02:00","event":"message","by":"partner","channel":"call","kind":"call","minutes":2.5,"about":"personal","import":"phone"}"#,
    ]
    .map(entry)
    .to_vec()
}

fn batch() -> Batch {
    let messages = messages();
    let mut batch = Batch::begin(&messages[0]).expect("a message");
    assert!(messages[1..].iter().all(|message| batch.add(message)), "all of one import");
    batch
}

fn records() -> Vec<Record> {
    let entries = LINES.lines().map(|line| unread(entry(line)));
    let shadow = Some(entry(LINES.lines().last().expect("a last line")));
    let erasure = Record::Erasure(Erasure {
        before: Some(Seq(5)),
        gone: vec![Gone { seq: Seq(300), shadow }, Gone { seq: Seq(7), shadow: None }],
    });
    entries.chain([Record::Batch(batch()), erasure]).collect()
}

/// An entry as its first form comes back: what holds words is still to be read.
fn unread(entry: Entry) -> Record {
    if entry.event.has_words() { Record::Unread(entry) } else { Record::Entry(entry) }
}

#[test]
fn what_was_read_in_the_words_of_an_entry_is_kept_with_it() {
    let of_words = records().into_iter().zip(BYTES.lines()).filter_map(|(record, golden)| match record {
        Record::Unread(entry) => Some((entry, unhex(golden))),
        _ => None,
    });
    let signs = Signs { to_self: true, marked: true, ..Signs::default() };
    let mut seen = 0;
    for (entry, first_form) in of_words {
        for (signs, bits) in [(Signs::default(), 0), (signs, 0b1001)] {
            let record = Record::Entry(Entry { signs, ..entry.clone() });
            assert_eq!(record.encode(), [&[VERSION, READ, bits], &first_form[2..]].concat());
            assert_eq!(Record::decode(&record.encode()), Ok(record));
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn what_version_one_wrote_is_still_written_and_read() {
    let records = records();
    assert_eq!(BYTES.lines().count(), records.len());
    for (record, golden) in records.iter().zip(BYTES.lines()) {
        assert_eq!(hex(&record.encode()), golden, "{record:?}");
        assert_eq!(Record::decode(&unhex(golden)).as_ref(), Ok(record));
    }
}

#[test]
fn every_entry_comes_back_as_the_line_that_it_was() {
    for line in LINES.lines() {
        let bytes = Record::Entry(entry(line)).encode();
        let Ok(Record::Entry(back)) = Record::decode(&bytes) else { panic!("{line}") };
        assert_eq!(lines::print(&back).replace('Z', "+00:00"), line);
    }
}

#[test]
fn every_kind_of_event_has_its_golden_line() {
    let known: std::collections::BTreeSet<_> =
        LINES.lines().map(|line| line.split('"').nth(7).expect("the event's name")).collect();
    let practice = ["kept", "slipped"];
    let missing: Vec<_> =
        crate::short::events().filter(|name| !known.contains(name) && !practice.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn names_keep_their_numbers() {
    let orders: Vec<String> =
        named::orders().iter().map(|(name, values)| format!("{name}: {}", values.join(" "))).collect();
    assert_eq!(orders.join("\n"), include_str!("golden.names").trim_end());
}

#[test]
fn a_batch_gives_its_messages_back_in_their_order() {
    assert_eq!(batch().entries().collect::<Vec<_>>(), messages());
    assert_eq!(batch().import(), Some("phone"));
}

#[test]
fn a_batch_takes_no_message_of_another_import_and_none_with_a_name() {
    let mut batch = batch();
    let mut other = messages().remove(0);
    other.id = Some("m1".into());
    assert!(!batch.add(&other) && Batch::begin(&other).is_none());
    let Event::Message(message) = &mut other.event else { panic!("a message") };
    message.import = Some("another".into());
    other.id = None;
    assert!(!batch.add(&other) && Batch::begin(&other).is_some());
    assert_eq!(batch.len(), 3);
}

#[test]
fn bytes_that_end_too_early_or_go_on_are_told() {
    for golden in BYTES.lines().map(unhex) {
        for end in 0..golden.len() {
            assert!(Record::decode(&golden[..end]).is_err(), "{end} bytes of {}", hex(&golden));
        }
        assert_eq!(Record::decode(&[&golden[..], &[0]].concat()), Err(WireError::Long));
    }
}

#[test]
fn a_newer_version_is_named() {
    assert_eq!(Record::decode(&[2, 1, 1]), Err(WireError::Version(2)));
}

#[test]
fn a_length_that_is_not_there_allocates_nothing() {
    let claims_much = [VERSION, BATCH, 0, 0xff, 0xff, 0xff, 0xff, 0x0f];
    assert_eq!(Record::decode(&claims_much), Err(WireError::Short));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_told_and_what_is_read_is_written_alike(bytes: Vec<u8>, kind in 1..5_u8) {
        let bytes = [&[VERSION, kind], &bytes[..]].concat();
        if let Ok(record) = Record::decode(&bytes) {
            proptest::prop_assert_eq!(Record::decode(&record.encode()), Ok(record));
        }
    }

    #[test]
    fn whole_numbers_and_figures_come_back(whole: i64, figure in 0.0..1e18_f64) {
        let mut out = Vec::new();
        whole.put(&mut out);
        figure.put(&mut out);
        let mut reader = Reader::new(&out);
        proptest::prop_assert_eq!(i64::read_from(&mut reader), Ok(whole));
        proptest::prop_assert_eq!(f64::read_from(&mut reader), Ok(figure));
    }
}
