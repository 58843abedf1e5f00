//! Any bytes as the messages of a Messenger or Instagram export: reading never panics, and nothing is counted that no
//! brace opens.

#![no_main]

use history::{Options, Source};
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut options = Options::new("Jo", TimeZone::UTC);
    options.partner = Some("Mia".to_owned());
    // Behind the head of a chat, so that the bytes are not refused as something else.
    let mut file = br#"{"participants": [{"name": "Jo"}, {"name": "Mia"}], "messages": [{"sender_name": "Jo", "timestamp_ms": 1},"#.to_vec();
    file.extend(bytes);
    let braces = file.iter().filter(|&&byte| byte == b'{').count() as u64;
    if let Ok(reading) = history::read(&[Source::held("message_1.json", file)], &options) {
        let counted: u64 = reading.people.iter().map(|person| person.messages + person.calls).sum();
        assert!(counted <= braces, "{counted} contacts in {braces} objects");
    }
});
