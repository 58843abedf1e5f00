//! Any bytes as a chat: reading never panics, and what it counts never exceeds the lines there are.

#![no_main]

use history::{DateOrder, Options, Source};
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut options = Options::new("Jo", TimeZone::get("Europe/Berlin").expect("the zone is bundled"));
    // The first byte chooses what is asked, so that every path can be reached.
    let (choice, chat) = bytes.split_first().map_or((0, bytes), |(choice, chat)| (*choice, chat));
    options.dates =
        [None, Some(DateOrder::Dmy), Some(DateOrder::Mdy), Some(DateOrder::Ymd)][usize::from(choice & 3)];
    options.partner = (choice & 4 > 0).then(|| "Mia".to_owned());
    options.left = (choice & 8 > 0).then(|| jiff::civil::date(2025, 3, 1));
    let lines = chat.split(|&byte| byte == b'\n').count() as u64;
    if let Ok(reading) = history::read(&[Source::held("chat.txt", chat.to_vec())], &options) {
        let counted: u64 = reading.people.iter().map(|person| person.messages + person.calls).sum();
        // UTF-16 holds two bytes where UTF-8 has one, so that lines are counted in other bytes.
        assert!(counted <= lines || chat.contains(&0), "{counted} contacts in {lines} lines");
        let weekly: u64 =
            reading.weeks.iter().map(|week| u64::from(week.me.starts + week.partner.starts)).sum();
        assert_eq!(weekly, reading.conversations);
    }
});
