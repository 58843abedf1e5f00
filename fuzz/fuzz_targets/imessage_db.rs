//! Any bytes as a database of Apple's Messages: reading never panics and never counts more than the bytes could hold.

#![no_main]

use history::{Options, Source};
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut options = Options::new("Jo", TimeZone::UTC);
    options.partner = Some("+1 555 010 1234".to_owned());
    let mut file = bytes.to_vec();
    // With the mark of a database, so that the bytes are not refused as something else.
    if file.len() >= 16 {
        file[..16].copy_from_slice(b"SQLite format 3\0");
    }
    let length = file.len() as u64;
    if let Ok(reading) = history::read(&[Source::held("chat.db", file)], &options) {
        let counted: u64 = reading.people.iter().map(|person| person.messages + person.calls).sum();
        assert!(counted < length, "{counted} contacts in {length} bytes");
    }
});
