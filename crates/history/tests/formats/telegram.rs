//! Every trap of a Telegram export, as a small file and what must come of it.

use crate::telling::{check, options, read, told, warns};
use history::{Format, ReadError, Source, Warning};
use std::fmt::Write as _;

/// A chat of two with these rows.
fn chat(rows: &str) -> String {
    format!(
        "{{\n \"name\": \"Mia\",\n \"type\": \"personal_chat\",\n \"id\": 22,\n \"messages\": [{rows}\n ]\n}}"
    )
}

/// A message of `who` (`Jo` is user 11) at so many seconds after ten o'clock.
fn row(id: u32, who: &str, seconds: u32, more: &str) -> String {
    let from_id = if who == "Jo" { 11 } else { 22 };
    let unixtime = 1_612_170_000 + seconds;
    format!(
        "\n  {{\n   \"id\": {id},\n   \"type\": \"message\",\n   \"date\": \"2021-02-01T10:00:00\",\n   \"date_unixtime\": \"{unixtime}\",\n   \"from\": \"{who}\",\n   \"from_id\": \"user{from_id}\",\n   {more}\n  }}"
    )
}

#[track_caller]
fn says(rows: &[String], expect: &str) {
    check("result.json", chat(&rows.join(",")).as_bytes(), &[], expect);
}

const A: &str = "\"text\": \"a\"";

#[test]
fn a_chat_of_two_is_read_with_its_format_named() {
    let rows = [row(1, "Jo", 0, A), row(2, "Mia", 60, A), row(3, "Mia", 61, A)].join(",");
    let reading = read("result.json", chat(&rows).as_bytes(), &[]).expect("a chat");
    assert_eq!(told(&reading), "Jo 1+0, Mia 2+0; from 2021-02-01T10:00:00+01:00");
    assert_eq!((reading.files[0].format, reading.files[0].date_order), (Format::Telegram, None));
    assert_eq!(reading.weeks[0].partner.median_reply_minutes, Some(1.0));
}

#[test]
fn text_is_a_string_or_a_mixed_list_and_media_without_text_are_messages() {
    says(
        &[
            row(
                1,
                "Jo",
                0,
                r#""text": ["look ", {"type": "link", "text": "https://x.y"}, " nice"], "text_entities": [{"type": "plain", "text": "look } ] \" "}]"#,
            ),
            row(
                2,
                "Mia",
                1,
                r#""photo": "(File not included. Change data exporting settings to download.)", "width": 4, "text": """#,
            ),
            row(
                3,
                "Mia",
                2,
                r#""file": "s.webp", "media_type": "sticker", "sticker_emoji": "👍", "text": """#,
            ),
            row(4, "Mia", 3, r#""location_information": {"latitude": 1.5, "longitude": 2}, "text": """#),
            row(
                5,
                "Jo",
                4,
                r#""poll": {"question": "When?", "closed": false, "answers": [{"text": "now", "voters": 1}]}, "text": """#,
            ),
        ],
        "Jo 2+0, Mia 3+0; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn service_rows_are_the_apps_and_calls_are_calls_with_minutes() {
    let service = |id: u32, more: &str| {
        format!(
            "{{\"id\": {id}, \"type\": \"service\", \"date\": \"2021-02-01T10:0{id}:00\", \"date_unixtime\": \"{}\", {more}, \"text\": \"\"}}",
            1_612_170_000 + 60 * id
        )
    };
    let rows = [
        row(1, "Jo", 0, A),
        service(
            2,
            r#""actor": "Mia", "actor_id": "user22", "action": "phone_call", "duration_seconds": 754, "discard_reason": "hangup""#,
        ),
        service(
            3,
            r#""actor": "Jo", "actor_id": "user11", "action": "phone_call", "discard_reason": "missed""#,
        ),
        service(4, r#""actor": "Mia", "actor_id": "user22", "action": "pin_message", "message_id": 1"#),
        service(5, r#""actor": "Mia", "actor_id": "user22", "action": "joined_telegram""#),
        row(6, "Mia", 400, A),
    ];
    let reading = read("result.json", chat(&rows.join(",")).as_bytes(), &[]).expect("a chat");
    assert_eq!(told(&reading), "Jo 1+1, Mia 1+1; 2 of the app; from 2021-02-01T10:00:00+01:00");
    assert_eq!([reading.people[0].call_minutes, reading.people[1].call_minutes], [0, 13]);
}

#[test]
fn a_date_without_zone_is_the_wall_clock_of_the_computer_that_exported() {
    let old = |id: u32, who: &str, date: &str| {
        format!(
            "{{\"id\": {id}, \"type\": \"message\", \"date\": \"{date}\", \"from\": \"{who}\", \"from_id\": {}, \"text\": \"a\"}}",
            if who == "Jo" { 11 } else { 22 }
        )
    };
    says(
        &[
            old(1, "Jo", "2019-07-01T10:00:00"),
            old(2, "Mia", "2019-12-01T10:00:05"),
            old(3, "Mia", "2019-13-01T10:00:05"),
        ],
        "Jo 1+0, Mia 1+0; skipped line 5: it tells no time that can be read; from 2019-07-01T10:00:00+02:00",
    );
}

#[test]
fn the_ids_of_older_versions_and_of_the_chat_are_the_same_people() {
    // Senders' ids with 2^32 added, as numbers; the chat's and the owner's without.
    let old = |rows: &[String]| {
        rows.join(",").replace("\"user11\"", "4294967307").replace("\"user22\"", "4294967318")
    };
    let rows = old(&[row(1, "Jo", 0, A), row(2, "Mia", 1, A)]);
    check("result.json", chat(&rows).as_bytes(), &["Mia"], "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00");
    let account = format!(
        "{{\"about\": \"x\", \"personal_information\": {{\"user_id\": 11, \"first_name\": \"Jo\", \"last_name\": \"\"}}, \"chats\": {{\"list\": [{}]}}}}",
        chat(&rows)
    );
    check("result.json", account.as_bytes(), &["Mia"], "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00");
    // A newer id may be as large, and is another person.
    let newer = rows.replace("4294967307", "\"user4294967307\"").replace("4294967318", "\"user4294967318\"");
    let chat = chat(&newer).replace("\"id\": 22", "\"id\": 4294967318");
    check("result.json", chat.as_bytes(), &["Mia"], "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn notes_to_oneself_are_no_chat_with_anybody() {
    let saved = chat(&row(1, "Jo", 0, A)).replace("personal_chat", "saved_messages");
    let refused = read("result.json", saved.as_bytes(), &["Mia"]);
    assert!(matches!(refused, Err(ReadError::NothingInIt { why: None, .. })), "{refused:?}");
}

#[test]
fn a_time_that_no_message_can_be_of_is_told_and_stretches_nothing() {
    let far = row(3, "Mia", 2, A).replace("16121700", "300121700").replace("2021-", "2921-");
    says(
        &[row(1, "Jo", 0, A), row(2, "Mia", 1, A), far],
        "Jo 1+0, Mia 1+0; skipped line 24: it tells no time that can be read; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn a_deleted_account_is_known_by_its_id_and_the_name_of_the_chat() {
    let gone = row(2, "Mia", 1, A).replace("\"from\": \"Mia\"", "\"from\": null");
    says(&[row(1, "Jo", 0, A), gone.clone()], "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00");
    let absent = row(2, "Mia", 1, A).replace("\"from\": \"Mia\",\n   ", "");
    says(&[row(1, "Jo", 0, A), absent], "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00");
    let nameless = chat(&[row(1, "Jo", 0, A), gone].join(",")).replace("\"name\": \"Mia\"", "\"name\": null");
    check("result.json", nameless.as_bytes(), &[], "Jo 1+0, 22 1+0; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn a_row_without_any_sender_or_date_is_told_and_never_guessed() {
    let nobody = "\n  {\"id\": 2, \"type\": \"message\", \"date_unixtime\": \"1612170001\", \"text\": \"a\"}"
        .to_owned();
    let unsupported = "\n  {\"id\": 3, \"type\": \"unsupported\"}".to_owned();
    says(
        &[row(1, "Jo", 0, A), nobody, unsupported, row(4, "Mia", 2, A)],
        "Jo 1+0, Mia 1+0; skipped line 15: it does not tell who sent it; \
         skipped line 16: the app that exported left out what it is; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn a_person_who_changed_their_name_is_one_person_under_the_newest() {
    let rows = [row(1, "Jo", 0, A), row(2, "Mia Sommer", 1, A), row(3, "Mia", 2, A)].join(",");
    check(
        "result.json",
        chat(&rows).as_bytes(),
        &["Mia Sommer"],
        "Jo 1+0, Mia 2+0; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn control_signs_that_json_does_not_know_are_read() {
    says(
        &[row(1, "Jo", 0, r#""text": "a\x1Fb \"quoted\" \\""#), row(2, "Mia", 1, A)],
        "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn of_a_whole_account_the_chat_of_the_two_is_counted_and_nothing_else() {
    let mia = chat(&[row(1, "Jo", 0, A), row(2, "Mia", 1, A)].join(","));
    let cy = chat(&[row(3, "Jo", 2, A), row(4, "Cy", 3, A)].join(","))
        .replace("\"name\": \"Mia\"", "\"name\": \"Cy\"")
        .replace(": 22", ": 33")
        .replace("user22", "user33");
    let group = chat(
        &[row(5, "Jo", 4, A), row(6, "Mia", 5, A), row(7, "Cy", 6, A).replace("user22", "user33")].join(","),
    )
    .replace("personal_chat", "private_group");
    let saved = chat(&row(8, "Jo", 7, A)).replace("personal_chat", "saved_messages");
    let account = |chats: &[&str]| {
        format!(
            "{{\"about\": \"Here is the data\", \"personal_information\": {{\"user_id\": 11, \"first_name\": \"Jo\", \"last_name\": \"\"}},\n\
             \"contacts\": {{\"about\": \"x\", \"list\": [{{\"first_name\": \"Mia\"}}]}},\n \"chats\": {{\"about\": \"y\", \"list\": [{}]}}, \"left_chats\": {{\"list\": []}}}}",
            chats.join(",\n")
        )
    };
    let reading =
        read("result.json", account(&[&cy, &mia, &group, &saved]).as_bytes(), &["Mia"]).expect("an account");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0; 3 other chats; from 2021-02-01T10:00:00+01:00");
    assert!(warns(&reading, |warning| matches!(warning, Warning::GroupsLeft { count: 1, .. })));
    // Where the two have only a group, it is counted, the two of it.
    check(
        "result.json",
        account(&[&cy, &group]).as_bytes(),
        &["Mia"],
        "Jo 1+0, Mia 1+0; 1 others; 1 other chats; from 2021-02-01T10:00:04+01:00",
    );
    // With several partners to choose from, nobody is chosen.
    let asked = read("result.json", account(&[&cy, &mia]).as_bytes(), &[]);
    assert!(
        matches!(&asked, Err(ReadError::PartnerNeeded { people, .. }) if people == &["Cy", "Mia"]),
        "{asked:?}"
    );
    // An account one is not in is refused.
    let other = account(&[&mia]).replace("Jo", "Bo");
    assert!(matches!(read("result.json", other.as_bytes(), &["Mia"]), Err(ReadError::NotInIt { .. })));
}

#[test]
fn a_partner_who_never_wrote_is_known_from_the_chat() {
    let account = format!(
        "{{\"about\": \"x\", \"personal_information\": {{\"user_id\": 11, \"first_name\": \"Jo\"}}, \"chats\": {{\"list\": [{}]}}}}",
        chat(&row(1, "Jo", 0, A))
    );
    check("result.json", account.as_bytes(), &["Mia"], "Jo 1+0, Mia 0+0; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn a_chat_moved_here_from_another_app_bears_the_moment_of_the_move_and_is_told() {
    let mut rows: Vec<String> = (0..150)
        .map(|id| {
            row(
                id,
                if id % 2 == 0 { "Jo" } else { "Mia" },
                0,
                "\"forwarded_from\": \"Mia\",\n   \"text\": \"a\"",
            )
        })
        .collect();
    rows.push(row(200, "Jo", 60, A));
    rows.push(row(201, "Mia", 61, "\"forwarded_from\": \"Cy\",\n   \"text\": \"a\""));
    let reading = read("result.json", chat(&rows.join(",")).as_bytes(), &[]).expect("a chat");
    assert!(
        told(&reading).starts_with("Jo 1+0, Mia 1+0; skipped line 6: it came from another app"),
        "{}",
        told(&reading)
    );
    assert_eq!(reading.files[0].skipped.len(), 150);
}

#[test]
fn a_broken_message_costs_itself_and_a_cut_file_is_read_to_the_cut() {
    let rows = [row(1, "Jo", 0, A), row(2, "Mia", 1, "\"text\": }"), row(3, "Mia", 2, A)].join(",");
    check(
        "result.json",
        chat(&rows).as_bytes(),
        &[],
        "Jo 1+0, Mia 1+0; skipped line 15: it is not written as this format is; from 2021-02-01T10:00:00+01:00",
    );
    let whole = chat(&[row(1, "Jo", 0, A), row(2, "Mia", 1, A), row(3, "Mia", 2, A)].join(","));
    let cut = &whole[..whole.len() - 60];
    check(
        "result.json",
        cut.as_bytes(),
        &[],
        "Jo 1+0, Mia 1+0; skipped line 24: the file ends in the middle of it; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn a_file_without_messages_and_json_of_another_kind_are_refused() {
    assert!(matches!(read("result.json", chat("").as_bytes(), &[]), Err(ReadError::NothingInIt { .. })));
    assert!(matches!(read("x.json", b"{\"a\": [1, 2]}", &[]), Err(ReadError::Foreign { .. })));
}

#[test]
fn what_a_large_file_says_does_not_depend_on_where_its_middle_falls() {
    let mut rows = String::new();
    let many = 15_000_u32;
    for id in 0..many {
        let text = if id % 7 == 0 { r#""text": "}, {\"id\": 5, \"type\"""# } else { A };
        let who = if id % 3 == 0 { "Jo" } else { "Mia" };
        let _ = write!(rows, "{}{}", if id > 0 { "," } else { "" }, row(id, who, id * 60, text));
    }
    let file = chat(&rows);
    assert!(file.len() > 2 << 20, "large enough to be read in two halves");
    check("result.json", file.as_bytes(), &[], "Jo 5000+0, Mia 10000+0; from 2021-02-01T10:00:00+01:00");
    // Without a blank in it, it says the same.
    let tight: String = file.replace('\n', "").replace("  ", "");
    check("result.json", tight.as_bytes(), &[], "Jo 5000+0, Mia 10000+0; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn a_chat_and_an_account_given_together_count_each_message_once() {
    let rows = [row(1, "Jo", 0, A), row(2, "Mia", 1, A)].join(",");
    let more = [row(1, "Jo", 0, A), row(2, "Mia", 1, A), row(3, "Mia", 2, A)].join(",");
    let files = [
        Source::held("one.json", chat(&rows).into_bytes()),
        Source::held("two.json", chat(&more).into_bytes()),
    ];
    let reading = history::read(&files, &options(&["Mia"])).expect("two chats");
    assert_eq!(told(&reading), "Jo 1+0, Mia 2+0; 2 duplicates; from 2021-02-01T10:00:00+01:00");
}
