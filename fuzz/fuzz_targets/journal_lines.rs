//! Any bytes as a journal: read, advised at a moment inside and at the end of the calendar, and whatever was read is
//! written and read back as the same. No panic.
#![no_main]

use jiff::Timestamp;
use jiff::tz::Offset;
use libfuzzer_sys::fuzz_target;
use method::Moment;

fuzz_target!(|bytes: &[u8]| {
    for instant in [Timestamp::UNIX_EPOCH, Timestamp::MAX] {
        let now = Moment { instant, offset: Offset::UTC };
        let advised = app::advise(bytes, now).expect("memory can be read");
        assert!((1..=3).contains(&advised.guidance.first.len()));
    }
    let read = journal::lines::read(bytes, |entry| {
        let line = journal::lines::print(&entry);
        let (again, unknown) =
            journal::lines::parse_line(line.as_bytes()).expect("what was written can be read");
        assert_eq!((again, unknown), (entry, Vec::new()));
    });
    read.expect("memory can be read");
});
