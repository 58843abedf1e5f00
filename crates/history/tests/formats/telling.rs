//! What was counted, in one line, for the tests of every format.

use history::{Options, ReadError, Reading, Source, Warning};
use jiff::tz::TimeZone;

/// Asks for Jo, in Berlin.
pub(crate) fn options(partner: &[&str]) -> Options {
    let zone = TimeZone::get("Europe/Berlin").expect("the zone is in the bundled database");
    let mut options = Options::new("Jo", zone);
    options.partner = partner.first().map(|name| (*name).to_owned());
    options.also_known_as = partner.iter().skip(1).map(|name| (*name).to_owned()).collect();
    options
}

/// Reads one file.
pub(crate) fn read(name: &str, bytes: &[u8], partner: &[&str]) -> Result<Reading, ReadError> {
    history::read(&[Source::held(name, bytes.to_vec())], &options(partner))
}

/// `Jo 2+0, Mia 1+1; 3 of the app; skipped line 4; 2 others; from 2025-03-05T14:05:33+01:00`: what is nought is not said.
pub(crate) fn told(reading: &Reading) -> String {
    let person = |person: &history::Person| format!("{} {}+{}", person.name, person.messages, person.calls);
    let mut told = vec![reading.people.iter().map(person).collect::<Vec<_>>().join(", ")];
    let sum = |each: &dyn Fn(&history::FileAudit) -> u64| reading.files.iter().map(each).sum::<u64>();
    for (count, of) in [
        (sum(&|file| file.system_lines), "of the app"),
        (sum(&|file| file.reactions), "reactions"),
        (sum(&|file| file.others), "others"),
        (sum(&|file| file.other_chats), "other chats"),
        (sum(&|file| file.doubled), "doubled"),
        (sum(&|file| file.duplicates), "duplicates"),
    ] {
        if count > 0 {
            told.push(format!("{count} {of}"));
        }
    }
    for skipped in reading.files.iter().flat_map(|file| &file.skipped) {
        told.push(format!("skipped {}: {}", skipped.at, skipped.why));
    }
    told.push(format!("from {}", reading.first.timestamp().display_with_offset(reading.first.offset())));
    told.join("; ")
}

/// Checks what is counted in one file.
#[track_caller]
pub(crate) fn check(name: &str, bytes: &[u8], partner: &[&str], expect: &str) {
    match read(name, bytes, partner) {
        Ok(reading) => assert_eq!(told(&reading), expect, "{}", String::from_utf8_lossy(bytes)),
        Err(error) => panic!("{error:?}\n{}", String::from_utf8_lossy(bytes)),
    }
}

/// Whether a reading warns of something.
pub(crate) fn warns(reading: &Reading, of: impl Fn(&Warning) -> bool) -> bool {
    reading.warnings.iter().any(of)
}
