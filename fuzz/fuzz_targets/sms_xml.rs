//! Any bytes as a backup of SMS Backup & Restore: reading never panics, and nothing is counted that no tag opens.

#![no_main]

use history::{Options, Source};
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut options = Options::new("Jo", TimeZone::UTC);
    options.partner = Some("Mia".to_owned());
    options.also_known_as = vec!["+1 555 010 1234".to_owned()];
    // Behind the first tag, so that the bytes are not refused as something else.
    let mut file = b"<smses count=\"1\">".to_vec();
    file.extend(bytes);
    let tags = file.iter().filter(|&&byte| byte == b'<').count() as u64;
    if let Ok(reading) = history::read(&[Source::held("sms.xml", file)], &options) {
        let counted: u64 = reading.people.iter().map(|person| person.messages + person.calls).sum();
        assert!(counted < tags, "{counted} contacts in {tags} tags");
    }
});
