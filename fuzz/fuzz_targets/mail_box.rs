//! Any bytes as a mailbox: reading never panics, and nothing is counted without a line.

#![no_main]

use history::{Options, Source};
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut options = Options::new("jo@x.org", TimeZone::UTC);
    options.partner = Some("mia@x.org".to_owned());
    // Behind a first mail, so that the bytes are not refused as something else.
    let mut file = b"From - Mon Feb  1 09:00:00 2021\nFrom: jo@x.org\nTo: mia@x.org\n\n".to_vec();
    file.extend(bytes);
    let lines = file.iter().filter(|&&byte| byte == b'\n').count() as u64 + 1;
    if let Ok(reading) = history::read(&[Source::held("inbox.mbox", file)], &options) {
        let counted: u64 = reading.people.iter().map(|person| person.messages + person.calls).sum();
        assert!(counted <= lines, "{counted} contacts in {lines} lines");
    }
});
