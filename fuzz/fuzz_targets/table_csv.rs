//! Any bytes as a table of messages, in each of the layouts: reading never panics, and nothing is counted without a line.

#![no_main]

use history::{Options, Source};
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;

const HEADS: [&[u8]; 3] = [
    b"time,from,kind,minutes,length,text\n",
    b"Chat Session,Message Date,Type,Sender ID,Sender Name,Text,Attachment\n",
    b"Received,\"Jul 23, 2011 6:12:54 AM\",Mia,+15550101234,a,SMS\n",
];

fuzz_target!(|bytes: &[u8]| {
    let mut options = Options::new("Jo", TimeZone::get("Europe/Berlin").expect("the zone is bundled"));
    options.partner = Some("Mia".to_owned());
    let (choice, rows) = bytes.split_first().map_or((0, bytes), |(choice, rows)| (*choice, rows));
    let mut file = HEADS[usize::from(choice) % HEADS.len()].to_vec();
    file.extend(rows);
    let lines = file.iter().filter(|&&byte| byte == b'\n' || byte == b'\r').count() as u64 + 1;
    if let Ok(reading) = history::read(&[Source::held("m.csv", file)], &options) {
        let counted: u64 = reading.people.iter().map(|person| person.messages + person.calls).sum();
        assert!(counted <= lines, "{counted} contacts in {lines} lines");
    }
});
