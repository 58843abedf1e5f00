//! Every trap of an export of Messenger or Instagram.

use crate::telling::{check, options, read, told, warns};
use history::{Format, ReadError, Source, Warning, ZipTrouble};
use std::fmt::Write as _;
use std::io::Write as _;

const MS: u64 = 1_612_170_000_000;

fn chat(people: &[&str], path: &str, rows: &[String]) -> String {
    let people: Vec<String> = people.iter().map(|name| format!("{{\"name\": \"{name}\"}}")).collect();
    format!(
        "{{\n  \"participants\": [{}],\n  \"messages\": [\n    {}\n  ],\n  \"title\": \"Mia\",\n  \"is_still_participant\": true,\n  \"thread_path\": \"inbox/{path}\",\n  \"magic_words\": []\n}}",
        people.join(", "),
        rows.join(",\n    ")
    )
}

fn row(who: &str, seconds: u64, more: &str) -> String {
    format!(
        "{{\n      \"sender_name\": \"{who}\",\n      \"timestamp_ms\": {},\n      {more}\n      \"is_geoblocked_for_viewer\": false\n    }}",
        MS + seconds * 1000
    )
}

const A: &str = "\"content\": \"a\", \"type\": \"Generic\",";

#[track_caller]
fn says(rows: &[String], expect: &str) {
    check("message_1.json", chat(&["Mia", "Jo"], "mia_1", rows).as_bytes(), &[], expect);
}

#[test]
fn the_newest_stands_first_and_is_put_in_order() {
    let rows = [row("Mia", 60, A), row("Jo", 0, A)];
    let reading =
        read("message_1.json", chat(&["Mia", "Jo"], "mia_1", &rows).as_bytes(), &[]).expect("a chat");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00");
    assert_eq!((reading.starts.me, reading.weeks[0].partner.median_reply_minutes), (1, Some(1.0)));
    assert_eq!(reading.files[0].format, Format::Messenger);
}

#[test]
fn names_written_as_latin_1_are_mended_and_others_kept() {
    let rows = [row(r"Zo\u00c3\u00ab", 0, A), row("Jo", 1, A)];
    let file = chat(&[r"Zo\u00c3\u00ab", "Jo"], "z", &rows);
    check("message_1.json", file.as_bytes(), &["Zoë"], "Jo 1+0, Zoë 1+0; from 2021-02-01T10:00:00+01:00");
    check(
        "message_1.json",
        file.replace(r"\u00c3\u00ab", "ë").as_bytes(),
        &["Zoë"],
        "Jo 1+0, Zoë 1+0; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn a_row_without_content_is_a_message_and_so_is_one_that_was_unsent() {
    says(
        &[
            row(
                "Mia",
                5,
                "\"photos\": [{\"uri\": \"messages/inbox/mia_1/photos/1.jpg\", \"creation_timestamp\": 1612170000}],",
            ),
            row("Mia", 4, ""),
            row("Jo", 3, "\"is_unsent\": true,"),
            row("Jo", 2, "\"sticker\": {\"uri\": \"x.png\"},"),
            row("Mia", 1, "\"share\": {\"link\": \"https://x.y\"}, \"content\": \"look\","),
            row(
                "Jo",
                0,
                "\"content\": \"x\", \"reactions\": [{\"reaction\": \"\\u00e2\\u009d\\u00a4\", \"actor\": \"Mia\"}],",
            ),
        ],
        "Jo 3+0, Mia 3+0; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn reactions_stand_under_messages_and_are_none() {
    says(
        &[
            row("Mia", 3, r#""content": "Reacted \u00e2\u009d\u00a4 to your message ","#),
            row("Jo", 2, "\"content\": \"Liked a message\","),
            row("Mia", 1, "\"content\": \"Liked it a lot\","),
            row("Jo", 0, A),
        ],
        "Jo 1+0, Mia 1+0; 2 reactions; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn the_apps_own_rows_are_nobodys_and_calls_are_calls() {
    says(
        &[
            row("Mia", 6, "\"content\": \"Mia named the group Us.\", \"type\": \"Generic\","),
            row("Mia", 5, "\"type\": \"Subscribe\", \"content\": \"x\","),
            row("Mia", 4, "\"content\": \"Mia called you.\", \"type\": \"Call\", \"call_duration\": 300,"),
            row("Jo", 3, "\"content\": \"Mia missed your call.\", \"call_duration\": 0, \"missed\": true,"),
            row("Mia", 2, "\"content\": \"Mia sent an attachment.\","),
            row("Jo", 1, A),
        ],
        "Jo 1+1, Mia 1+1; 2 of the app; from 2021-02-01T10:00:01+01:00",
    );
}

#[test]
fn times_in_seconds_are_read_and_a_row_without_one_is_told() {
    says(
        &[
            row("Mia", 60, A).replace("_ms\": 1612170060000", "\": 1612170060"),
            row("Mia", 60, A).replace("1612170060000", "null"),
            row("", 60, A),
            row("Jo", 0, A),
        ],
        "Jo 1+0, Mia 1+0; skipped line 10: it tells no time that can be read; skipped line 16: it does not tell who sent it; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn what_is_end_to_end_encrypted_has_a_shape_of_its_own() {
    let row = |who: &str, seconds: u64, more: &str| {
        format!(
            "{{\"isUnsent\":false,{more}\"reactions\":[],\"senderName\":\"{who}\",\"timestamp\":{},\"type\":\"text\"}}",
            MS + seconds * 1000
        )
    };
    let rows = [
        row("Jo", 0, "\"media\":[],\"text\":\"a\","),
        row("Mia", 1, "\"media\":[{\"uri\":\"./media/x.jpeg\"}],\"text\":\"\","),
        row("Mia", 2, "\"media\":[],\"text\":\"Liked a message\","),
    ];
    let file = format!(
        "{{\"participants\":[\"Jo\",\"Mia\"],\"threadName\":\"Mia_12\",\"messages\":[{}]}}",
        rows.join(",")
    );
    check(
        "Mia_12.json",
        file.as_bytes(),
        &[],
        "Jo 1+0, Mia 1+0; 1 reactions; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn instagram_is_told_by_its_folders_and_sentences() {
    let rows = [
        row("Mia", 1, "\"photos\": [{\"uri\": \"your_instagram_activity/messages/inbox/mia_1/1.jpg\"}],"),
        row("Jo", 0, "\"content\": \"a\","),
    ];
    let reading =
        read("message_1.json", chat(&["Mia", "Jo"], "mia_1", &rows).as_bytes(), &[]).expect("a chat");
    assert_eq!(reading.files[0].format, Format::Instagram);
}

#[test]
fn a_broken_message_costs_itself_and_a_cut_file_is_read_to_the_cut() {
    let rows = [row("Mia", 2, A), row("Mia", 1, "\"content\": ,}"), row("Jo", 0, A)];
    says(
        &rows,
        "Jo 1+0, Mia 1+0; skipped line 10: it is not written as this format is; from 2021-02-01T10:00:00+01:00",
    );
    let whole = chat(&["Mia", "Jo"], "mia_1", &[row("Mia", 2, A), row("Jo", 1, A), row("Jo", 0, A)]);
    check(
        "message_1.json",
        &whole.as_bytes()[..whole.len() - 180],
        &[],
        "Jo 1+0, Mia 1+0; skipped line 16: the file ends in the middle of it; from 2021-02-01T10:00:01+01:00",
    );
}

/// The files of an account: a chat with Mia in two parts, one with Cy, a group of all.
fn account() -> Vec<(&'static str, String)> {
    vec![
        (
            "x/messages/inbox/cy_2/message_1.json",
            chat(&["Cy", "Jo"], "cy_2", &[row("Cy", 9, A), row("Jo", 8, A)]),
        ),
        (
            "x/messages/inbox/mia_1/message_1.json",
            chat(&["Mia", "Jo"], "mia_1", &[row("Mia", 7, A), row("Jo", 6, A)]),
        ),
        (
            "x/messages/inbox/mia_1/message_2.json",
            chat(&["Mia", "Jo"], "mia_1", &[row("Mia", 5, A), row("Jo", 4, A), row("Mia", 3, A)]),
        ),
        (
            "x/messages/inbox/us_3/message_1.json",
            chat(&["Mia", "Cy", "Jo"], "us_3", &[row("Mia", 2, A), row("Cy", 1, A), row("Jo", 0, A)]),
        ),
        ("x/profile/about.json", "{\"profile\": {\"name\": \"Jo\"}}".to_owned()),
    ]
}

fn zipped(files: &[(&str, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
        zip.write_all(text.as_bytes()).expect("memory takes all");
    }
    zip.finish().expect("a zip").into_inner()
}

const COUNTED: &str = "Jo 2+0, Mia 3+0; 2 other chats; from 2021-02-01T10:00:03+01:00";

#[test]
fn the_parts_of_a_chat_in_a_zip_are_one_and_other_chats_are_left_out() {
    let reading = read("facebook.zip", &zipped(&account()), &["Mia"]).expect("an account");
    assert_eq!(told(&reading), COUNTED);
    assert_eq!((reading.files.len(), reading.files[0].path.as_str()), (1, "facebook.zip"));
    assert!(warns(&reading, |warning| matches!(warning, Warning::GroupsLeft { count: 1, .. })));
    let asked = read("facebook.zip", &zipped(&account()), &[]);
    assert!(
        matches!(&asked, Err(ReadError::PartnerNeeded { people, .. }) if people == &["Cy", "Mia"]),
        "{asked:?}"
    );
    let none = read("facebook.zip", &zipped(&account()[4..]), &["Mia"]);
    assert!(matches!(none, Err(ReadError::Zip { trouble: ZipTrouble::NoChat, .. })), "{none:?}");
}

#[test]
fn a_folder_says_what_a_zip_of_it_says() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in account() {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("in a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    let source = Source::open(folder.path()).expect("the folder");
    let reading = history::read(&[source], &options(&["Mia"])).expect("an account");
    assert_eq!(told(&reading), COUNTED);
}

#[test]
fn the_parts_of_a_chat_may_be_given_one_by_one_in_any_order() {
    let files: Vec<Source> =
        account().drain(1..3).rev().map(|(name, text)| Source::held(name, text.into_bytes())).collect();
    let reading = history::read(&files, &options(&[])).expect("a chat");
    assert_eq!(told(&reading), COUNTED.replace("; 2 other chats", ""));
}

#[test]
fn what_a_large_file_says_does_not_depend_on_where_its_middle_falls() {
    let mut rows: Vec<String> = Vec::new();
    for place in (0..15_000_u64).rev() {
        let mut text = String::new();
        let _ = write!(
            text,
            "\"content\": \"{}\",",
            if place % 7 == 0 { r#"}, {\"sender_name\": "# } else { "a" }
        );
        rows.push(row(if place % 3 == 0 { "Jo" } else { "Mia" }, place * 60, &text));
    }
    let file = chat(&["Mia", "Jo"], "mia_1", &rows);
    assert!(file.len() > 2 << 20, "large enough to be read in two halves");
    check("message_1.json", file.as_bytes(), &[], "Jo 5000+0, Mia 10000+0; from 2021-02-01T10:00:00+01:00");
}
