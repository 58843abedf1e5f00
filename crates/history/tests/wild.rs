//! What exports from the wild hold that a grammar alone reads wrongly: names with colons, words of other clocks,
//! innocent words, dates that say too little. Each must come out right or be refused, never silently wrong.

use history::{Options, ReadError, Reading, Source, Warning};
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

#[test]
fn a_word_between_date_and_time_that_is_not_known_is_never_taken_for_a_filler() {
    let chat = "13/9/24 xuv. 9:05 - Jo: a\n13/9/24 xuv. 9:06 - Mia: b\n14/9/24 zyw. 9:05 - Jo: c\n14/9/24 zyw. 9:06 - Mia: d\n";
    let Err(ReadError::UnknownWord { line: 1, head, .. }) = read(chat) else { panic!("must be refused") };
    assert_eq!(head, "13/9/24 xuv. 9:05 -");
    let after = chat.replace(" xuv. 9:05", ", 9:05 ξυψ").replace(" zyw. 9:06", ", 9:06 жщю");
    assert!(matches!(read(&after), Err(ReadError::UnknownWord { .. })), "{after}");
}

#[test]
fn a_word_beside_a_clock_that_reaches_above_twelve_tells_nothing() {
    check(
        "13/9/24 xuv 9:05 - Jo: a\n13/9/24 xuv 19:06 - Mia: b\n14/9/24 xuv 9:05 - Jo: c\n",
        "Jo 2+0, Mia 1+0 (0 of the app)",
    );
}

#[test]
fn fillers_and_day_parts_of_many_languages_are_read() {
    for (morning, evening) in [
        ("上午9:05", "晚上9:05"),
        ("새벽 9:05", "밤 9:05"),
        ("सुबह 9:05", "शाम 9:05"),
        ("காலை 9:05", "மாலை 9:05"),
        ("朝9:05", "夜9:05"),
        ("9:05 e paradites", "9:05 e pasdites"),
        ("9:05 පෙ.ව.", "9:05 ප.ව."),
        ("9:05 vorm.", "9:05 nachm."),
        ("9:05 пр. об.", "9:05 сл. об."),
        ("9:05 ጥዋት", "9:05 ከሰዓት"),
        ("klo 9.05", "klo 21.05"),
        ("a les 9:05", "a les 21:05"),
        ("v 9:05", "v 21:05"),
    ] {
        let chat = format!("2024/10/13 {morning} - Jo: a\n2024/10/13 {evening} - Mia: b\n");
        let reading = read(&chat).unwrap_or_else(|error| panic!("{error:?}\n{chat}"));
        let hours = (reading.first.hour(), reading.last.hour());
        assert_eq!(hours, (9, 21), "{chat}");
    }
}

#[test]
fn a_few_heads_with_an_unknown_day_part_are_skipped_and_said_never_glued() {
    let mut chat: String =
        (10..40).map(|minute| format!("2024/10/13 上午9:{minute} - Jo: a\n")).collect::<Vec<_>>().concat();
    chat.push_str("2024/10/14 哪时9:05 - Mia: b\n2024/10/14 下午9:06 - Mia: c\n");
    let reading = read(&chat).expect("a chat");
    assert_eq!(told(&reading), "Jo 30+0, Mia 1+0 (0 of the app)");
    assert_eq!(reading.files[0].skipped[0].at.to_string(), "line 31");
}

#[test]
fn heads_with_the_time_first_and_in_digits_of_many_scripts_are_read() {
    check("00:30 13/09/2024 - Jo: a\n00:31 13/09/2024 - Mia: b\n", "Jo 1+0, Mia 1+0 (0 of the app)");
    check("[00:30:07 13/09/2024] Jo: a\n[00:31:07 13/09/2024] Mia: b\n", "Jo 1+0, Mia 1+0 (0 of the app)");
    check("၁၃/၉/၂၀၂၄, ၀၀:၃၀ - Jo: a\n១៣/៩/២០២៤, ០០:៣០ - Mia: b\n", "Jo 1+0, Mia 1+0 (0 of the app)");
}

#[test]
fn on_android_a_line_under_a_name_is_never_the_apps_notice() {
    check(
        "13/10/2024, 10:00 - Messages and calls are end-to-end encrypted.\n13/10/2024, 10:01 - Jo: a\n\
         13/10/2024, 10:02 - Mia: Messages and calls are end-to-end encrypted.\n13/10/2024, 10:03 - Mia: \u{200e}You blocked this contact.\n\
         13/10/2024, 10:04 - Mia: Voice call, please\n13/10/2024, 10:05 - Mia: Voice call, 3 min\n13/10/2024, 10:06 - Mia: <Missed voice call>\n",
        "Jo 1+0, Mia 3+2 (1 of the app)",
    );
}

#[test]
fn on_iphones_words_without_the_mark_are_somebodys_where_the_file_has_marks() {
    check(
        "[13/10/2024, 10:00:00] Mia: \u{200e}Messages and calls are end-to-end encrypted. No one else can read them.\n\
         [13/10/2024, 10:01:00] Jo: a\n[13/10/2024, 10:02:00] Mia: Missed voice call\n[13/10/2024, 10:02:30] Mia: \u{200e}Missed voice call\n\
         [13/10/2024, 10:03:00] Mia: Messages and calls are end-to-end encrypted.\n",
        "Jo 1+0, Mia 2+1 (1 of the app)",
    );
    check(
        "[13/10/2024, 10:01:00] Jo: a\n[13/10/2024, 10:02:00] Mia: Missed voice call\n[13/10/2024, 10:03:00] Mia: b\n",
        "Jo 1+0, Mia 1+1 (0 of the app)",
    );
}

#[test]
fn a_sentence_behind_the_mark_in_no_table_is_the_apps_and_it_is_said() {
    let reading = read(
        "[13/10/2024, 10:00:00] Mia: \u{200e}Messages and calls are end-to-end encrypted. No one else can read them.\n\
         [13/10/2024, 10:01:00] Jo: a\n[13/10/2024, 10:02:00] Mia: \u{200e}Something happened to this conversation.\n\
         [13/10/2024, 10:03:00] Mia: \u{200e}Thanks\n[13/10/2024, 10:04:00] Mia: b\n",
    )
    .expect("a chat");
    assert_eq!(told(&reading), "Jo 1+0, Mia 2+0 (2 of the app)");
    assert!(reading.warnings.iter().any(|warning| matches!(warning, Warning::Assumed { count: 1, .. })));
}

#[test]
fn years_that_whatsapp_cannot_have_seen_are_refused() {
    for year in ["2081", "2008", "1446"] {
        let chat = format!("13/10/{year}, 10:00 - Jo: a\n14/10/{year}, 10:01 - Mia: b\n");
        assert!(matches!(read(&chat), Err(ReadError::NoDays { .. })), "{chat}");
    }
}

#[test]
fn a_chat_of_kakao_talk_is_refused_by_its_name() {
    let chat = "2024. 9. 14. 오전 10:00, Jo : hi\n2024. 9. 14. 오전 10:01, Mia : yo\n";
    assert!(matches!(read(chat), Err(ReadError::Foreign { what: history::Foreign::KakaoTalk, .. })));
}
