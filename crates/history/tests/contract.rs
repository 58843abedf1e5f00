//! The shape that `read --json` promises to other programs, and what no file may do to the reader.

use history::{Options, Source};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use serde_json::Value;

const CHAT: &str = "25.03.25, 14:00 - Jo: a\n25.03.25, 14:01 - Mia: b\n40.03.25, 14:01 - Mia: b\n";

fn json(chat: &str, left: Option<&str>) -> Value {
    let mut options = Options::new("Jo", TimeZone::get("Europe/Berlin").expect("the zone is bundled"));
    options.left = left.map(|date| date.parse().expect("a date"));
    let reading =
        history::read(&[Source::held("chat.txt", chat.as_bytes().to_vec())], &options).expect("a chat");
    serde_json::to_value(reading).expect("a reading is plain data")
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn check(value: &Value, promised: &[&str]) {
    for key in promised {
        assert!(value.get(key).is_some(), "{key} of {promised:?} is missing in {value}");
    }
}

#[test]
fn every_promised_name_is_there() {
    let reading = json(CHAT, Some("2025-03-25"));
    check(
        &reading,
        &[
            "files",
            "me",
            "partner",
            "first",
            "last",
            "people",
            "conversations",
            "starts",
            "weeks",
            "changes",
            "instinct_per_week",
            "warnings",
        ],
    );
    let file = &reading["files"][0];
    check(file, &["path", "format", "messages", "calls", "skipped", "date_order", "zone"]);
    assert_eq!(
        (&file["format"], &file["date_order"]),
        (&Value::from("whatsapp-android"), &Value::from("dmy"))
    );
    assert_eq!(keys(&file["skipped"][0]), ["at", "why"]);
    assert_eq!(file["skipped"][0]["at"], "line 3");
    assert_eq!(keys(&reading["people"][0]), ["call_minutes", "calls", "messages", "name"]);
    assert_eq!(keys(&reading["starts"]), ["me", "partner"]);
    let week = &reading["weeks"][0];
    assert_eq!(keys(week), ["longest_silence_hours", "me", "partner", "week"]);
    assert_eq!(keys(&week["me"]), ["follow_ups", "median_reply_minutes", "messages", "starts"]);
    assert_eq!(week["me"]["median_reply_minutes"], Value::Null);
    assert_eq!(week["partner"]["median_reply_minutes"], 1.0);
    assert_eq!(keys(&reading["follow_ups"]), ["me", "partner"]);
    assert_eq!(keys(&reading["tea_leaves"]), ["answer", "first_fall", "told"]);
    assert_eq!(reading["tea_leaves"]["told"], "too-little-to-tell");
    assert_eq!(keys(&reading["coverage"][0]), ["contacts", "first", "format", "last"]);
    assert_eq!(reading["first"], "2025-03-25T14:00:00+01:00");
    assert_eq!(reading["instinct_per_week"], 0.5);
    assert!(reading["warnings"].as_array().expect("a list").iter().all(Value::is_string));
}

#[test]
fn a_change_has_the_promised_shape() {
    let mut chat = String::new();
    for week in 0..40_i64 {
        let monday = jiff::civil::date(2025, 1, 6) + jiff::Span::new().days(7 * week);
        for day in 0..if week < 20 { 7 } else { 2 } {
            let date = (monday + jiff::Span::new().days(day)).strftime("%d.%m.%y").to_string();
            chat.push_str(&date);
            chat.push_str(", 09:00 - Mia: hi\n");
            chat.push_str(&date);
            chat.push_str(", 09:01 - Jo: ho\n");
        }
    }
    let reading = json(&chat, None);
    let changes = reading["changes"].as_array().expect("a list");
    let starts = changes.iter().find(|change| change["measure"] == "starts").expect("a change of starts");
    let promised =
        ["after_per_week", "before_per_week", "earliest", "latest", "measure", "probability", "side", "week"];
    assert_eq!(keys(starts), promised);
    assert_eq!((&starts["side"], &starts["week"]), (&Value::from("partner"), &Value::from("2025-W22")));
    assert_eq!(reading["instinct_per_week"], Value::Null);
}

#[test]
fn no_words_are_in_what_is_told() {
    let told =
        json("25.03.25, 14:00 - Jo: heliotrope\n25.03.25, 14:01 - Mia: heliotrope\nheliotrope\n", None);
    assert!(!told.to_string().contains("heliotrope"));
}

proptest! {
    /// Lines of people, of the app and of nobody, in any mixture.
    #[test]
    fn a_file_of_odd_lines_never_panics_and_never_counts_more_than_it_holds(
        lines in prop::collection::vec("(25\\.03\\.25, 14:0[0-9] - (Jo|Mia|Cy): .{0,20}|\\[?[0-9/., :-]{0,22}\\]? .{0,20}|.{0,30})", 0..40),
        crlf in any::<bool>(),
    ) {
        let chat = lines.join(if crlf { "\r\n" } else { "\n" });
        let mut options = Options::new("Jo", TimeZone::UTC);
        options.partner = Some("Mia".to_owned());
        if let Ok(reading) = history::read(&[Source::held("chat.txt", chat.into_bytes())], &options) {
            let counted: u64 = reading.people.iter().map(|person| person.messages + person.calls).sum();
            // `.` matches other line breaks than ours, of which a reader may make none more.
            prop_assert!(counted <= lines.iter().map(|line| 1 + line.matches('\r').count() as u64).sum());
            let starts: u64 = reading.weeks.iter().map(|week| u64::from(week.me.starts + week.partner.starts)).sum();
            prop_assert_eq!(starts, reading.conversations);
            prop_assert!(reading.weeks.iter().all(|week| (0.0..=169.0).contains(&week.longest_silence_hours)));
        }
    }

    /// What a file says must not depend on where its middle falls.
    #[test]
    fn pasting_a_chat_twice_over_two_years_doubles_its_counts(messages in 1_usize..30) {
        let year = |year: u8| -> String {
            (0..messages).map(|m| format!("{:02}.12.{year}, 10:00 - {}: x\n", m + 1, ["Jo", "Mia"][m % 2])).collect::<Vec<_>>().concat()
        };
        let count = |chat: String| -> Option<u64> {
            let mut options = Options::new("Jo", TimeZone::UTC);
            options.partner = Some("Mia".to_owned());
            options.dates = Some(history::DateOrder::Dmy);
            let reading = history::read(&[Source::held("chat.txt", chat.into_bytes())], &options).ok()?;
            Some(reading.people.iter().map(|person| person.messages).sum())
        };
        prop_assert_eq!(count(year(24)), Some(messages as u64));
        prop_assert_eq!(count(year(24) + &year(25)), Some(2 * messages as u64));
    }
}
