//! What exports from the wild hold that a grammar alone reads wrongly: names with colons, words of other clocks,
//! innocent words, dates that say too little. Each must come out right or be refused, never silently wrong.

use history::{Options, ReadError, Reading, Source};
use jiff::tz::TimeZone;

fn read_as(chat: &str, me: &str, partner: Option<&str>) -> Result<Reading, ReadError> {
    let zone = TimeZone::get("Europe/Berlin").expect("the zone is in the bundled database");
    let mut options = Options::new(me, zone);
    options.partner = partner.map(str::to_owned);
    history::read(&[Source::held("chat.txt", chat.as_bytes().to_vec())], &options)
}

fn read(chat: &str) -> Result<Reading, ReadError> {
    read_as(chat, "Jo", None)
}

/// What was counted: `Jo 2+0, Mia 1+1 (3 of the app)`.
fn told(reading: &Reading) -> String {
    let person = |person: &history::Person| format!("{} {}+{}", person.name, person.messages, person.calls);
    let people: Vec<String> = reading.people.iter().map(person).collect();
    format!("{} ({} of the app)", people.join(", "), reading.files[0].system_lines)
}

fn check(chat: &str, expect: &str) {
    match read(chat) {
        Ok(reading) => assert_eq!(told(&reading), expect, "{chat}"),
        Err(error) => panic!("{error:?}\n{chat}"),
    }
}

#[test]
fn on_iphones_the_apps_lines_and_calls_stand_under_a_name_with_colons_too() {
    for name in ["Mia: Work", "Dr: Mia", "a: b: c", "Mum: 24/7"] {
        check(
            &format!(
                "[13/10/2024, 10:00:00] {name}: \u{200e}Messages and calls are end-to-end encrypted. No one else can read them.\r\n\
                 [13/10/2024, 10:01:00] {name}: hi\r\n[13/10/2024, 10:02:00] Jo: a: b\r\n[13/10/2024, 10:02:30] Jo: c\r\n\
                 [13/10/2024, 10:03:00] {name}: \u{200e}Missed voice call\r\n\
                 [13/10/2024, 10:04:00] {name}: \u{200e}You blocked this contact.\r\n\
                 [13/10/2024, 10:05:00] {name}: \u{200e}image omitted\r\n"
            ),
            &format!("Jo 2+0, {name} 2+1 (2 of the app)"),
        );
    }
}

#[test]
fn on_android_a_line_of_the_app_about_a_name_with_colons_does_not_shorten_it() {
    for name in ["Mia: Work", "Dr: Mia", "a: b: c"] {
        let chat = format!(
            "13/10/2024, 10:00 - {name} turned off disappearing messages.\n13/10/2024, 10:01 - {name}: hi\n\
             13/10/2024, 10:02 - Jo: a\n13/10/2024, 10:03 - {name}: b\n13/10/2024, 10:04 - {name}: <Media omitted>\n\
             13/10/2024, 10:05 - {name}: Missed voice call\n13/10/2024, 10:06 - {name} changed their phone number to a new number.\n"
        );
        let expect = format!("Jo 1+0, {name} 3+1 (2 of the app)");
        check(&chat, &expect);
        let named = read_as(&chat, "Jo", Some(name)).expect("the partner is in it");
        assert_eq!(told(&named), expect);
    }
}

#[test]
fn words_before_a_colon_that_come_and_go_are_no_part_of_a_name() {
    check(
        "13/10/2024, 10:00 - Jo: a\n13/10/2024, 10:01 - Mia: PS: b\n13/10/2024, 10:02 - Mia: PS: c\n\
         13/10/2024, 10:03 - Mia: PS: d\n13/10/2024, 10:04 - Mia: <Media omitted>\n",
        "Jo 1+0, Mia 4+0 (0 of the app)",
    );
}
