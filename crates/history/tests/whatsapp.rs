//! Every trap of a WhatsApp export, as a small chat and what must come of it.

use history::{DateOrder, Options, ReadError, Reading, Source, ZipTrouble};
use jiff::tz::TimeZone;
use std::fmt::Write as _;

fn options(me: &str) -> Options {
    Options::new(me, TimeZone::get("Europe/Berlin").expect("the zone is in the bundled database"))
}

fn read_as(chat: &str, options: &Options) -> Result<Reading, ReadError> {
    history::read(&[Source::held("chat.txt", chat.as_bytes().to_vec())], options)
}

fn read(chat: &str) -> Result<Reading, ReadError> {
    read_as(chat, &options("Jo"))
}

/// What was counted: `Jo 2+0, Mia 1+1 (3 of the app) from 2025-03-05T14:05:33+01:00`.
fn told(reading: &Reading) -> String {
    let person = |person: &history::Person| format!("{} {}+{}", person.name, person.messages, person.calls);
    let people: Vec<String> = reading.people.iter().map(person).collect();
    let skipped: usize = reading.files.iter().map(|file| file.skipped.len()).sum();
    let skipped = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    let system = reading.files[0].system_lines;
    let at = reading.first.timestamp().display_with_offset(reading.first.offset());
    format!("{} ({system} of the app{skipped}) from {at}", people.join(", "))
}

fn check(chat: &str, expect: &str) {
    match read(chat) {
        Ok(reading) => assert_eq!(told(&reading), expect, "{chat}"),
        Err(error) => panic!("{error:?}\n{chat}"),
    }
}

#[test]
fn a_record_keeps_its_lines_together() {
    check(
        "25.03.25, 14:05 - Jo: one\ntwo: three\n\n5.3.25\n25.03.25 - no time: x\n14:05 - Mia: not a head\n25.03.25, 14:06 - Mia: ok\n",
        "Jo 1+0, Mia 1+0 (0 of the app) from 2025-03-25T14:05:00+01:00",
    );
}

#[test]
fn pasted_lines_of_another_layout_are_words() {
    let reading = read(
        "25.03.25, 14:05 - Jo: look what she wrote\n[25/03/2025, 13:00:01] Cy: hello\n[25/03/2025, 13:00:09] Jo: bye\n\
         25.03.25, 14:06 - Mia: oh\n25.03.25, 14:07 - Jo: yes\n25.03.25, 14:08 - Mia: well\n25.03.25, 14:09 - Mia: so\n\
         25.03.25, 14:10 - Mia: so\n25.03.25, 14:11 - Mia: so\n25.03.25, 14:12 - Mia: so\n25.03.25, 14:13 - Mia: so\n",
    )
    .expect("a chat");
    assert_eq!(told(&reading), "Jo 2+0, Mia 7+0 (0 of the app) from 2025-03-25T14:05:00+01:00");
    assert!(
        reading.warnings.iter().any(|warning| matches!(warning, history::Warning::Pasted { count: 2, .. }))
    );
}

#[test]
fn on_iphones_a_line_after_a_bare_line_feed_is_never_a_head() {
    check(
        "[25.03.25, 14:05:33] Jo: she wrote:\n[25.03.25, 13:00:00] Mia: bye\r\n[25.03.25, 14:06:00] Mia: a\r\n\
         [25.03.25, 14:07:00] Jo: b\r\n[25.03.25, 14:08:00] Mia: c\r\n[25.03.25, 14:09:00] Mia: d\r\n[25.03.25, 14:10:00] Mia: e\r\n",
        "Jo 2+0, Mia 4+0 (0 of the app) from 2025-03-25T14:05:33+01:00",
    );
}

#[test]
fn marks_before_heads_names_and_texts_glue_nothing_together() {
    check(
        "\u{feff}[25.03.25, 14:05:33] Jo: a\r\n\u{200e}[25.03.25, 14:06:00] Mia: \u{200e}image omitted\r\n\
         \u{200e}[25.03.25, 14:07:00] \u{200e}Mia: b\r\n[25.03.25, 14:08:00] \u{202a}Mia\u{202c}: c\r\n",
        "Jo 1+0, Mia 3+0 (0 of the app) from 2025-03-25T14:05:33+01:00",
    );
}

#[test]
fn the_encryption_notice_is_nobodys_first_message() {
    check(
        "[25.03.25, 14:00:00] Mia: \u{200e}Messages and calls are end-to-end encrypted. No one outside of this chat can read them.\n\
         [25.03.25, 14:05:00] Jo: a\n[25.03.25, 14:06:00] Mia: b\n",
        "Jo 1+0, Mia 1+0 (1 of the app) from 2025-03-25T14:05:00+01:00",
    );
    check(
        "[25.03.25, 14:00:00] Mia: Messages and calls are end-to-end encrypted. Only people in this chat can read them.\n\
         [25.03.25, 14:05:00] Jo: a\n[25.03.25, 14:06:00] Mia: b\n",
        "Jo 1+0, Mia 1+0 (1 of the app) from 2025-03-25T14:05:00+01:00",
    );
    check(
        "25.03.25, 14:00 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Tippe, um mehr zu erfahren.\n\
         25.03.25, 14:05 - Jo: a\n25.03.25, 14:06 - Mia: b\n",
        "Jo 1+0, Mia 1+0 (1 of the app) from 2025-03-25T14:05:00+01:00",
    );
}

#[test]
fn innocent_words_are_messages_and_the_apps_words_are_not() {
    check(
        "25.03.25, 14:00 - Mia left\n25.03.25, 14:01 - Jo: Mia left\n25.03.25, 14:02 - Mia: I added you\n\
         25.03.25, 14:03 - Jo: You created this mess\n25.03.25, 14:04 - Mia changed the subject to \"Plans: May\"\n\
         25.03.25, 14:05 - Mia created group \"Us: two\"\n",
        "Jo 2+0, Mia 1+0 (3 of the app) from 2025-03-25T14:01:00+01:00",
    );
}

#[test]
fn media_deleted_and_empty_messages_count_edits_once_and_calls_as_calls() {
    check(
        "25.03.25, 14:00 - Jo: <Media omitted>\n25.03.25, 14:01 - Mia: This message was deleted\n25.03.25, 14:02 - Mia: \n\
         25.03.25, 14:03 - Mia:\n25.03.25, 14:04 - Jo: hello <This message was edited>\n25.03.25, 14:05 - Mia: null\n\
         25.03.25, 14:06 - Missed voice call\n25.03.25, 14:07 - Mia: IMG-20250325-WA0001.jpg (file attached)\na caption\n\
         25.03.25, 14:08 - Jo: POLL:\nWhen?\nOPTION: now (1 vote)\n",
        "Jo 3+0, Mia 5+0 (0 of the app) from 2025-03-25T14:00:00+01:00",
    );
    let reading = read(
        "[25.03.25, 14:00:00] Jo: \u{200e}You deleted this message.\r\n[25.03.25, 14:01:00] Mia: \u{200e}Missed video call, \u{200e}Tap to call back\r\n\
         [25.03.25, 14:02:00] Mia: \u{200e}Voice call, \u{200e}12 min\r\n[25.03.25, 14:03:00] Mia: \u{200e}sticker omitted\r\n",
    )
    .expect("a chat");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+2 (0 of the app) from 2025-03-25T14:00:00+01:00");
    assert_eq!(reading.files[0].calls, 2);
}

#[test]
fn names_may_hold_colons_dashes_tildes_and_numbers() {
    for name in [
        "Dr: Mia",
        "Mia - Work",
        "~ Mia",
        "+49 170 1234567",
        "Mia :)",
        "M.",
        "米娅",
        "ميا",
        "Mia 💔",
        "Mia, Bo & Co",
    ] {
        let line = |minute: u8| format!("25.03.25, 14:{minute} - {name}: hi {minute}: x\n");
        let lines = (10..16).map(line).collect::<Vec<_>>().concat();
        check(
            &format!("{lines}25.03.25, 14:20 - Jo: a\n"),
            &format!("Jo 1+0, {name} 6+0 (0 of the app) from 2025-03-25T14:10:00+01:00"),
        );
    }
}

#[test]
fn a_text_need_not_have_a_blank_before_it() {
    check(
        "25.03.25, 14:00 - Jo:a\n25.03.25, 14:01 - Mia:b: c\n25.03.25, 14:02 - Mia: d\n25.03.25, 14:03 - Mia changed the link to http://x.y\n",
        "Jo 1+0, Mia 2+0 (1 of the app) from 2025-03-25T14:00:00+01:00",
    );
}

#[test]
fn lines_under_the_groups_name_are_the_apps() {
    let mut options = options("Jo");
    options.partner = Some("Mia".to_owned());
    let reading = read_as(
        "[25.03.25, 14:00:00] Our flat: \u{200e}Messages and calls are end-to-end encrypted.\n\
         [25.03.25, 14:00:01] Our flat: \u{200e}Mia created this group\n[25.03.25, 14:00:02] Our flat: \u{200e}Cy added you\n\
         [25.03.25, 14:00:03] Mia: \u{200e}Mia changed this group's icon\n[25.03.25, 14:05:00] Mia: hi\n\
         [25.03.25, 14:06:00] Cy: ho\n[25.03.25, 14:07:00] Jo: ha\n",
        &options,
    )
    .expect("a chat");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0 (4 of the app) from 2025-03-25T14:05:00+01:00");
    assert!(reading.files[0].group);
    assert_eq!(reading.files[0].others, 1);
}

#[test]
fn a_group_without_a_partner_is_refused_with_its_people() {
    let chat = "25.03.25, 14:00 - Jo: a\n25.03.25, 14:01 - Mia: b\n25.03.25, 14:02 - Cy: c\n25.03.25, 14:03 - Mia: d\n";
    let Err(ReadError::PartnerNeeded { people, .. }) = read(chat) else { panic!("must be refused") };
    assert_eq!(people, ["Mia", "Cy"]);
}

#[test]
fn a_chat_one_is_not_in_is_refused_with_its_people() {
    let chat = "25.03.25, 14:00 - Cy: a\n25.03.25, 14:01 - Mia: b\n";
    let Err(ReadError::NotInIt { people, .. }) = read(chat) else { panic!("must be refused") };
    assert_eq!(people, ["Cy", "Mia"]);
}

#[test]
fn a_partner_who_was_renamed_is_counted_as_one_and_it_is_said() {
    let reading = read(
        "25.03.25, 14:00 - Mia: a\n25.03.25, 14:01 - Jo: b\n25.03.25, 14:02 - Mia: c\n26.03.25, 14:00 - Mia Sommer: d\n\
         26.03.25, 14:01 - Jo: e\n26.03.25, 14:02 - Mia Sommer: f\n",
    )
    .expect("a chat");
    assert_eq!(told(&reading), "Jo 2+0, Mia Sommer 4+0 (0 of the app) from 2025-03-25T14:00:00+01:00");
    assert!(reading.warnings.iter().any(|warning| matches!(warning, history::Warning::Renamed { .. })));
}

#[test]
fn the_order_of_dates_is_decided_once_a_file_or_asked_for() {
    let chat = "3/4/25, 14:00 - Jo: a\n3/5/25, 14:01 - Mia: b\n";
    assert!(matches!(read(chat), Err(ReadError::DatesUndecided { .. })));
    let mut options = options("Jo");
    options.dates = Some(DateOrder::Mdy);
    let reading = read_as(chat, &options).expect("the order is given");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0 (0 of the app) from 2025-03-04T14:00:00+01:00");
    check(
        "3/4/25, 14:00 - Jo: a\n3/13/25, 14:01 - Mia: b\n",
        "Jo 1+0, Mia 1+0 (0 of the app) from 2025-03-04T14:00:00+01:00",
    );
    check(
        "3/4/25, 14:00 - Jo: IMG-20250403-WA0001.jpg (file attached)\n3/5/25, 14:01 - Mia: b\n",
        "Jo 1+0, Mia 1+0 (0 of the app) from 2025-04-03T14:00:00+02:00",
    );
    check(
        "2025/4/3 14:00 - Jo: a\n2025/5/3 14:01 - Mia: b\n",
        "Jo 1+0, Mia 1+0 (0 of the app) from 2025-04-03T14:00:00+02:00",
    );
}

#[test]
fn years_of_another_calendar_are_refused_not_guessed() {
    let chat = "1403/05/12, 14:00 - Jo: a\n1403/05/13, 14:01 - Mia: b\n";
    assert!(matches!(read(chat), Err(ReadError::NoDays { .. })));
}

#[test]
fn a_bad_line_is_skipped_with_its_place_and_reason_and_costs_nothing_else() {
    let reading = read(
        "Chat history\n25.03.25, 14:00 - Jo: a\n25.03.25, 27:00 - Mia: no such time\n31.02.25, 14:00 - Mia: no such day\n25.03.25, 14:01 - Mia: b\n",
    )
    .expect("a chat");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0 (0 of the app, 3 skipped) from 2025-03-25T14:00:00+01:00");
    let places: Vec<String> = reading.files[0].skipped.iter().map(|skipped| skipped.at.to_string()).collect();
    assert_eq!(places, ["line 1", "line 3", "line 4"]);
}

#[test]
fn lines_out_of_order_are_put_in_order() {
    let reading =
        read("25.03.25, 20:00 - Jo: late\n25.03.25, 08:00 - Mia: early\n25.03.25, 08:01 - Jo: reply\n")
            .expect("a chat");
    assert_eq!((reading.starts.me, reading.starts.partner), (1, 1));
    assert_eq!(reading.weeks[0].me.median_reply_minutes, Some(1.0));
}

#[test]
fn a_conversation_starts_after_eight_hours_and_not_a_minute_less() {
    let reading = read("25.03.25, 08:00 - Jo: a\n25.03.25, 15:59 - Mia: b\n25.03.25, 23:59 - Mia: c\n")
        .expect("a chat");
    assert_eq!((reading.conversations, reading.starts.me, reading.starts.partner), (2, 1, 1));
}

#[test]
fn replies_are_measured_from_the_first_of_a_run_to_the_first_of_the_next() {
    let reading = read(
        "25.03.25, 08:00 - Jo: a\n25.03.25, 08:10 - Jo: b\n25.03.25, 08:30 - Mia: c\n25.03.25, 08:31 - Mia: d\n\
         25.03.25, 08:40 - Jo: e\n25.03.25, 20:00 - Mia: f\n",
    )
    .expect("a chat");
    assert_eq!(reading.weeks[0].partner.median_reply_minutes, Some(30.0));
    assert_eq!(reading.weeks[0].me.median_reply_minutes, Some(10.0));
}

#[test]
fn the_instinct_counts_starts_and_unanswered_follow_ups_of_two_weeks() {
    let mut options = options("Jo");
    options.left = Some(jiff::civil::date(2025, 3, 1));
    let reading = read_as(
        "20.02.25, 08:00 - Mia: before\n01.03.25, 08:00 - Jo: start\n01.03.25, 09:00 - Jo: an hour, no more\n\
         01.03.25, 10:01 - Jo: follow-up\n01.03.25, 10:30 - Mia: stop\n01.03.25, 12:00 - Jo: an answer\n\
         02.03.25, 12:00 - Jo: start and follow-up at once\n20.03.25, 12:00 - Jo: too late to count\n",
        &options,
    )
    .expect("a chat");
    assert_eq!(reading.instinct_per_week, Some(1.5));
}

#[test]
fn weeks_run_on_through_silence() {
    let reading = read("03.03.25, 12:00 - Jo: a\n24.03.25, 12:00 - Mia: b\n").expect("a chat");
    let weeks: Vec<&str> = reading.weeks.iter().map(|week| week.week.as_str()).collect();
    assert_eq!(weeks, ["2025-W10", "2025-W11", "2025-W12", "2025-W13"]);
    let silences: Vec<f64> = reading.weeks.iter().map(|week| week.longest_silence_hours).collect();
    assert_eq!(silences, [156.0, 168.0, 168.0, 12.0]);
}

#[test]
fn one_file_given_twice_counts_once() {
    let chat = "25.03.25, 14:00 - Jo: a\n25.03.25, 14:00 - Jo: b\n25.03.25, 14:01 - Mia: b\n";
    let source = || Source::held("chat.txt", chat.as_bytes().to_vec());
    let reading = history::read(&[source(), source()], &options("Jo")).expect("a chat");
    assert_eq!(reading.people[0].messages, 2);
    assert_eq!(reading.files[1].duplicates, 3);
}

#[test]
fn weeks_between_two_files_are_gaps() {
    let file = |text: &str| Source::held("chat.txt", text.as_bytes().to_vec());
    let first = file("03.03.25, 12:00 - Jo: a\n13.03.25, 12:00 - Mia: b\n");
    let second = file("14.04.25, 12:00 - Jo: a\n15.04.25, 12:00 - Mia: b\n");
    let reading = history::read(&[first, second], &options("Jo")).expect("chats");
    let gaps: Vec<&str> =
        reading.weeks.iter().filter(|week| week.gap).map(|week| week.week.as_str()).collect();
    assert_eq!(gaps, ["2025-W12", "2025-W13", "2025-W14", "2025-W15"]);
}

#[test]
fn an_export_of_the_limits_size_is_said_to_begin_at_a_cut() {
    let lines = |head: &str, count: usize| {
        let mut chat = head.to_owned();
        for line in 0..count {
            let who = ["Jo", "Mia"][line % 2];
            writeln!(chat, "{:02}.03.25, 14:00 - {who}: a", line * 28 / count + 1).expect("memory takes all");
        }
        chat
    };
    let cut = read(&lines("", 40_000)).expect("a chat");
    assert!(cut.files[0].cut_at_limit);
    let notice = "01.03.25, 13:00 - Messages and calls are end-to-end encrypted.\n";
    assert!(read(&lines(notice, 40_000)).expect("a chat").files[0].cut_at_limit);
    let with_media = "01.03.25, 13:00 - Jo: IMG-20250301-WA0001.jpg (file attached)\n";
    assert!(read(&lines(with_media, 9_999)).expect("a chat").files[0].cut_at_limit);
    assert!(!read(&lines("", 10_000)).expect("a chat").files[0].cut_at_limit);
    assert!(!read(&lines("", 39_000)).expect("a chat").files[0].cut_at_limit);
}

#[test]
fn utf_16_is_read() {
    let chat = "25.03.25, 14:00 - Jo: ä\r\n25.03.25, 14:01 - Mia: b\r\n";
    let units: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(chat.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let reading = history::read(&[Source::held("chat.txt", units)], &options("Jo")).expect("a chat");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0 (0 of the app) from 2025-03-25T14:00:00+01:00");
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a name");
        zip.write_all(bytes).expect("memory takes all");
    }
    zip.finish().expect("memory takes all").into_inner()
}

fn read_zip(bytes: Vec<u8>) -> Result<Reading, ReadError> {
    history::read(&[Source::held("export.zip", bytes)], &options("Jo"))
}

const CHAT: &[u8] = b"25.03.25, 14:00 - Jo: a\n25.03.25, 14:01 - Mia: b\n";

#[test]
fn a_zip_with_media_inside_is_read() {
    let reading = read_zip(zip(&[
        ("IMG-20250325-WA0001.jpg", b"\xFF\xD8\xFF"),
        ("notes.txt", b"milk, bread"),
        ("WhatsApp Chat mit Mia.txt", CHAT),
    ]))
    .expect("a chat");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0 (0 of the app) from 2025-03-25T14:00:00+01:00");
}

#[test]
fn the_chat_of_a_zip_is_the_one_named_so_where_others_were_sent_in_it() {
    let other = b"25.03.25, 14:00 - Cy: a\n25.03.25, 14:01 - Bo: b\n";
    assert!(read_zip(zip(&[("sent.txt", other), ("_chat.txt", CHAT)])).is_ok());
    let several = read_zip(zip(&[("a.txt", other), ("b.txt", CHAT)]));
    assert!(matches!(several, Err(ReadError::Zip { trouble: ZipTrouble::SeveralChats(2), .. })));
}

#[test]
fn a_zip_that_is_cut_climbs_out_or_holds_nothing_is_refused() {
    let whole = zip(&[("_chat.txt", CHAT)]);
    let cut = read_zip(whole[..whole.len() / 2].to_vec());
    assert!(matches!(cut, Err(ReadError::Zip { trouble: ZipTrouble::Damaged(_), .. })), "{cut:?}");
    let nothing = read_zip(zip(&[("a.jpg", b"x")]));
    assert!(matches!(nothing, Err(ReadError::Zip { trouble: ZipTrouble::NoChat, .. })), "{nothing:?}");
    // A writer of zips straightens such a path, so it is put in afterwards.
    let mut climbing = zip(&[("xx/xx_chat.txt", CHAT)]);
    let places: Vec<usize> =
        climbing.windows(5).enumerate().filter(|(_, at)| at == b"xx/xx").map(|(at, _)| at).collect();
    for at in places {
        climbing[at..at + 2].copy_from_slice(b"..");
    }
    let climbing = read_zip(climbing);
    assert!(
        matches!(climbing, Err(ReadError::Zip { trouble: ZipTrouble::ClimbingPath, .. })),
        "{climbing:?}"
    );
}

#[test]
fn a_zip_that_unpacks_without_end_is_refused_before_it_is_unpacked() {
    let mut bomb = CHAT.to_vec();
    bomb.resize(300 << 20, b'a');
    let bomb = read_zip(zip(&[("_chat.txt", &bomb)]));
    assert!(matches!(bomb, Err(ReadError::Zip { trouble: ZipTrouble::TooLarge { .. }, .. })), "{bomb:?}");
}

#[test]
fn what_is_no_export_is_refused_by_what_it_is() {
    for (bytes, expect) in [
        (&b""[..], "chat.txt is empty"),
        (b"%PDF-1.7 ...", "chat.txt is no chat export that can be read"),
        (b"{\"name\":\"Mia\",\"messages\":[]}", "chat.txt is no chat export that can be read"),
        (&[0; 9_000], "chat.txt is no chat export that can be read"),
        (b"just words", "chat.txt is no chat export that can be read"),
    ] {
        let Err(error) = history::read(&[Source::held("chat.txt", bytes.to_vec())], &options("Jo")) else {
            panic!("must be refused")
        };
        assert_eq!(error.to_string(), expect);
    }
}

#[test]
fn a_file_read_in_two_halves_is_read_as_one() {
    let mut chat = String::new();
    for date in jiff::civil::date(2025, 1, 1).series(jiff::Span::new().days(1)).take(300) {
        for message in 0..200 {
            let who = if message % 2 == 0 { "Jo" } else { "Mia" };
            let (hour, minute) = (8 + message / 60, message % 60);
            let date = date.strftime("%d.%m.%y");
            let words = "some words that make the line long enough\nand more: x";
            writeln!(chat, "{date}, {hour:02}:{minute:02} - {who}: {words}").expect("memory takes all");
        }
    }
    assert!(chat.len() > 4 << 20, "long enough to be read in halves");
    check(&chat, "Jo 30000+0, Mia 30000+0 (0 of the app) from 2025-01-01T08:00:00+01:00");
}

#[test]
fn marks_before_every_text_tell_nothing() {
    let line = |minute: u8| format!("[25.03.25, 14:{minute}:00] Mia: \u{200f}You left your keys {minute}\n");
    let lines = (10..30).map(line).collect::<Vec<_>>().concat();
    let more = (30..50).map(|minute: u8| format!("[25.03.25, 14:{minute}:00] Jo: \u{200f}words {minute}\n"));
    let more = more.collect::<Vec<_>>().concat();
    check(&format!("{lines}{more}"), "Jo 20+0, Mia 20+0 (0 of the app) from 2025-03-25T14:10:00+01:00");
}

#[test]
fn a_partner_who_never_wrote_may_be_named() {
    let chat = "25.03.25, 14:00 - Jo: a\n26.03.25, 14:00 - Jo: b\n";
    assert!(matches!(read(chat), Err(ReadError::AloneInIt { .. })));
    let mut options = options("Jo");
    options.partner = Some("Mia".to_owned());
    let reading = read_as(chat, &options).expect("the partner is named");
    assert_eq!(told(&reading), "Jo 2+0, Mia 0+0 (0 of the app) from 2025-03-25T14:00:00+01:00");
}

#[test]
fn an_order_that_makes_days_impossible_is_refused() {
    let mut options = options("Jo");
    options.dates = Some(DateOrder::Dmy);
    let chat = "3/4/25, 14:00 - Jo: a\n3/13/25, 14:01 - Mia: b\n3/14/25, 14:01 - Mia: b\n";
    assert!(matches!(read_as(chat, &options), Err(ReadError::NoDays { .. })));
}

#[test]
fn lines_that_end_in_carriage_returns_alone_are_lines() {
    check(
        "25.03.25, 14:00 - Jo: a\r25.03.25, 14:01 - Mia: b\r",
        "Jo 1+0, Mia 1+0 (0 of the app) from 2025-03-25T14:00:00+01:00",
    );
}

#[test]
fn a_short_chat_without_blanks_after_its_colons_is_read() {
    check(
        "25.03.25, 14:00 - Jo:a\n25.03.25, 14:01 - Mia:b\n",
        "Jo 1+0, Mia 1+0 (0 of the app) from 2025-03-25T14:00:00+01:00",
    );
}

#[test]
fn a_subject_with_a_colon_in_any_language_is_nobody() {
    check(
        "25.03.25, 14:00 - Jo: a\n25.03.25, 14:01 - Mia: b\n25.03.25, 14:02 - Mia gjorde noget med “Plan: maj”\n\
         25.03.25, 14:03 - Mia: c\n25.03.25, 14:04 - Jo \"Bee\" vendte \"Plan: maj\"\n",
        "Jo 1+0, Mia 2+0 (2 of the app) from 2025-03-25T14:00:00+01:00",
    );
}

#[test]
fn two_people_of_a_group_who_share_a_first_name_stay_two() {
    let mut options = options("Jo");
    options.partner = Some("Mia Sommer".to_owned());
    let chat = "25.03.25, 14:00 - Mia Herbst: a\n25.03.25, 14:01 - Cy: b\n26.03.25, 14:00 - Mia Sommer: c\n26.03.25, 14:01 - Jo: d\n";
    let reading = read_as(chat, &options).expect("a chat");
    assert_eq!(told(&reading), "Jo 1+0, Mia Sommer 1+0 (0 of the app) from 2025-03-26T14:00:00+01:00");
    assert_eq!(reading.files[0].others, 2);
}

#[test]
fn messages_far_out_of_order_are_counted_at_their_time_and_said() {
    let reading = read(
        "03.03.25, 14:00 - Jo: a\n25.03.25, 14:00 - Mia: look:\n04.03.25, 09:00 - Jo: pasted\n25.03.25, 14:01 - Jo: b\n",
    )
    .expect("a chat");
    assert_eq!(told(&reading), "Jo 3+0, Mia 1+0 (0 of the app) from 2025-03-03T14:00:00+01:00");
    assert!(
        reading
            .warnings
            .iter()
            .any(|warning| matches!(warning, history::Warning::OutOfOrder { count: 1, .. }))
    );
}

#[test]
fn two_exports_in_one_file_are_both_read() {
    let old =
        (10..22).map(|minute: u8| format!("[24.03.25, 14:{minute}:00] Jo: a\n")).collect::<Vec<_>>().concat();
    let new =
        (10..30).map(|minute: u8| format!("25.03.25, 14:{minute} - Mia: a\n")).collect::<Vec<_>>().concat();
    check(&(old + &new), "Jo 12+0, Mia 20+0 (0 of the app) from 2025-03-24T14:10:00+01:00");
}
