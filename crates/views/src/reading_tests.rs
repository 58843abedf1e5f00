//! The report, read as a person would.

use super::*;
use history::{Options, Source};

fn reading(chat: &str) -> Reading {
    let options = Options::new("Jo", jiff::tz::TimeZone::UTC);
    history::read(&[Source::held("chat.txt", chat.as_bytes().to_vec())], &options).expect("a chat")
}

/// Weeks of `before` starts a week by Mia and then weeks of `after`, a start of Jo's in each.
fn chat(weeks: [(i64, i64); 2]) -> String {
    let mut chat = String::new();
    let mut monday = jiff::civil::date(2025, 1, 6);
    for (count, starts) in weeks {
        for _ in 0..count {
            for start in 0..starts {
                let day = monday + jiff::Span::new().days(start % 7);
                let hour = if start < 7 { 8 } else { 20 };
                writeln!(chat, "{}, {hour:02}:00 - Mia: hi", day.strftime("%d.%m.%y"))
                    .expect("memory takes all");
                writeln!(chat, "{}, {hour:02}:05 - Jo: ho", day.strftime("%d.%m.%y"))
                    .expect("memory takes all");
            }
            monday += jiff::Span::new().days(7);
        }
    }
    chat
}

#[test]
fn a_fall_is_told_with_its_time_its_size_and_that_it_counts_contacts() {
    let page = page(&Words::english(), &reading(&chat([(30, 6), (30, 2)])), 80);
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Mia starts fewer conversations than before: from about 6 a week to about 2."),
        "{page}"
    );
    assert!(words.contains("4 August 2025"), "{page}");
    assert!(words.contains("This counts contacts, not feelings."), "{page}");
}

#[test]
fn what_fell_first_is_told_with_what_one_did_then() {
    let page = page(&Words::english(), &reading(&chat([(30, 6), (30, 2)])), 80);
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("What fell first on Mia's side were the starts, about 4 August 2025: from about 6 a week to about 2."),
        "{page}"
    );
    assert!(words.contains("What you did in the eight weeks after: too little to tell."), "{page}");
    assert!(words.contains("it is nobody's fault"), "{page}");
}

#[test]
fn writing_again_unanswered_is_told() {
    let chat = "05.03.25, 10:00 - Jo: a\n05.03.25, 10:30 - Jo: b\n05.03.25, 12:00 - Jo: c\n25.03.25, 14:00 - Mia: d\n25.03.25, 16:00 - Mia: e\n25.03.25, 18:00 - Mia: f\n";
    let page = page(&Words::english(), &reading(chat), 80);
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("you wrote again after more than an hour 1 time, Mia 2 times."), "{page}");
}

#[test]
fn too_little_is_said_to_be_too_little() {
    let page = page(&Words::english(), &reading(&chat([(3, 4), (1, 2)])), 80);
    assert!(page.contains("Too little to tell"), "{page}");
}

#[test]
fn ordinary_ups_and_downs_are_no_change() {
    let page = page(&Words::english(), &reading(&chat([(30, 4), (30, 4)])), 80);
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Mia's starts did not change by more than their ordinary ups and downs"),
        "{page}"
    );
    assert!(words.contains("Did yours? Too little to tell"), "{page}");
}

#[test]
fn the_report_never_speaks_of_love_odds_or_days_since() {
    for weeks in [[(30, 6), (30, 2)], [(30, 2), (30, 6)], [(3, 4), (1, 2)]] {
        let page = page(&Words::english(), &reading(&chat(weeks)), 80).to_lowercase();
        for word in ["love", "odds", "chance", "days since", "interest"] {
            assert!(!page.contains(word), "{word} in {page}");
        }
    }
}

#[test]
fn ten_years_fit_on_a_page() {
    let page = page(&Words::english(), &reading(&chat([(260, 3), (260, 6)])), 80);
    assert!(page.contains("a column is 8 weeks"), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
}

/// The message ids that the code of the page names, in the order it names them.
fn ids_named() -> Vec<&'static str> {
    let code = concat!(
        include_str!("reading.rs"),
        include_str!("reading/chart.rs"),
        include_str!("reading/leaves.rs"),
        include_str!("reading/grounds.rs"),
        include_str!("reading/trouble.rs"),
        include_str!("reading/words.rs"),
    );
    let of_the_page = |text: &&str| {
        ["reading-", "chart-", "trouble-"].iter().any(|room| text.starts_with(room))
            && text.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'-')
    };
    code.split('"').filter(of_the_page).collect()
}

#[test]
fn every_message_that_is_named_is_there() {
    let words = Words::english();
    let ids = ids_named();
    assert!(ids.len() > 100, "the ids are found: {}", ids.len());
    for id in ids {
        assert!(words.has(id), "{id}");
    }
}

#[test]
fn every_message_that_is_there_is_named() {
    let ids = ids_named();
    let files =
        [include_str!("../messages/en/reading.ftl"), include_str!("../messages/en/reading-errors.ftl")];
    for line in files.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with(['#', ' '])) {
        let Some((id, _)) = line.split_once(" = ") else { continue };
        assert!(ids.contains(&id), "nothing says {id}");
    }
}

/// Every warning about `number` things of the chat.
fn warnings(number: u64) -> Vec<Warning> {
    let file = || "chat.txt".to_owned();
    vec![
        Warning::CutAtLimit { file: file() },
        Warning::Group { file: file(), others: usize::try_from(number).expect("few") },
        Warning::Renamed { file: file(), kept: "Mia".to_owned(), other: "M".to_owned() },
        Warning::NamelessCalls { file: file(), count: number },
        Warning::Unsure { file: file(), count: number },
        Warning::Assumed { file: file(), count: number },
        Warning::Pasted { file: file(), count: number },
        Warning::OutOfOrder { file: file(), count: number },
        Warning::RepeatedHour { file: file(), count: number },
        Warning::MissingHour { file: file(), count: number },
        Warning::OrderInferred { file: file() },
        Warning::Duplicates { file: file(), count: number },
        Warning::Doubled { file: file(), count: number },
        Warning::GroupsLeft { file: file(), count: usize::try_from(number).expect("few") },
        Warning::PassedOver { count: usize::try_from(number).expect("few") },
        Warning::AnotherName { file: file(), kept: "Mia".to_owned(), other: "+49 170 1234567".to_owned() },
        Warning::EdgeOfCoverage,
        Warning::LeavingNotCovered,
    ]
}

/// The page of a short chat about whose files `number` of everything is to be said, as one line.
fn page_of(number: u64, files: usize) -> String {
    let mut reading = reading(&chat([(3, 4), (1, 2)]));
    let mut file = reading.files.remove(0);
    (file.messages, file.calls, file.system_lines) = (number, number, number);
    let bad = history::Skipped { at: history::Place::Line(1), why: history::Why::NoClock };
    file.skipped = vec![bad; usize::try_from(number).expect("few")];
    reading.files = vec![file; files];
    reading.warnings.extend(warnings(number));
    reading.instinct_per_week = Some(2.5);
    let page = page(&Words::english(), &reading, 80);
    assert!(!page.contains(['{', '}']), "nothing is left unfilled: {page}");
    // Not at the thin blanks within a number.
    page.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn one_of_a_thing_is_told_as_one() {
    let page = page_of(1, 1);
    for told in [
        "1 message, 1 call; 1 line of WhatsApp's own was not counted.",
        "Skipped: line 1 (no clock shows this time).",
        "The file begins where WhatsApp cuts an export",
        "This is a group. Only you and Mia are counted; one other is not.",
        "1 call stands without a name",
        "1 line under a name may be WhatsApp's own; counted as a message.",
        "1 line looks like a message of another chat",
        "1 message is more than a day earlier",
        "1 message falls in an hour that the clock ran through twice; told apart by its order.",
        "1 message falls in an hour that the clock skipped",
        "1 contact stood in an earlier file as well and is counted once.",
        "1 entry stands twice in the file and is counted once.",
        "1 group holds both of you; not counted",
        "1 file is an export of others and was passed over.",
        "+49 170 1234567 and Mia are taken for one person",
    ] {
        assert!(page.contains(told), "{told} in {page}");
    }
}

#[test]
fn many_of_a_thing_are_told_as_many_and_of_which_file() {
    let page = page_of(12_345, 2);
    for told in [
        "12\u{202f}345 messages, 12\u{202f}345 calls; 12\u{202f}345 lines of WhatsApp's own were not counted.",
        "line 1 (no clock shows this time) and 12\u{202f}340 more, all named by --json.",
        "The file (chat.txt) begins where WhatsApp cuts an export",
        "This is a group (chat.txt). Only you and Mia are counted; 12\u{202f}345 others are not.",
        "12\u{202f}345 calls stand without a name",
        "12\u{202f}345 lines under a name may be WhatsApp's own; counted as messages.",
        "12\u{202f}345 lines look like messages of another chat",
        "12\u{202f}345 messages fall in an hour that the clock skipped",
        "12\u{202f}345 contacts (chat.txt) stood in an earlier file as well and are counted once.",
        "12\u{202f}345 entries stand twice in the file (chat.txt) and are counted once.",
        "12\u{202f}345 groups hold both of you (chat.txt); not counted",
        "12\u{202f}345 files are exports of others and were passed over.",
    ] {
        assert!(page.contains(told), "{told} in {page}");
    }
    assert!(page_of(0, 1).contains(": 0 messages; 0 lines of WhatsApp's own were not counted."));
}

#[test]
fn the_chart_tells_each_side_and_each_change() {
    let chart = chart(&Words::english(), &reading(&chat([(30, 6), (30, 2)])));
    assert_eq!(chart.title, "Conversations begun, week by week: Mia and you");
    assert_eq!([chart.panels[0].name.as_str(), chart.panels[1].name.as_str()], ["Mia", "You"]);
    assert_eq!(chart.panels[0].marks[0].label, "from 6 to 2 a week");
    for told in [
        "Mia began 240 conversations in 60 weeks, 4 a week. A change near 4 August 2025, between ",
        ": from 6 to 2 a week. You began 0 conversations in 60 weeks, 0 a week. This counts contacts, not feelings.",
    ] {
        assert!(chart.description.contains(told), "{}", chart.description);
    }
    assert_eq!(chart.foot, "Counts contacts, not feelings.");
}

#[test]
fn where_both_sides_are_steady_nobody_is_said_to_have_changed() {
    let mut reading = reading(&chat([(30, 4), (30, 4)]));
    reading.warnings.clear();
    let told = what_it_shows(&Words::english(), &reading);
    assert!(
        told.iter().any(|told| told.starts_with("Did it change? Nobody's starts changed by more")),
        "{told:?}"
    );
}

#[test]
fn every_reason_for_skipping_is_told_in_words() {
    use history::{DateOrder, Why};
    let words = Words::english();
    let reasons = [
        Why::BeforeTheFirst,
        Why::NoDay { parts: [31, 2, 24], order: DateOrder::Dmy },
        Why::UnknownWord,
        Why::NoClock,
        Why::Broken,
        Why::CutShort,
        Why::NoTime,
        Why::NoSender,
        Why::NoReceiver,
        Why::NotExported,
        Why::Moved,
        Why::NotSent,
        Why::Fields,
    ];
    let mut told: Vec<String> = reasons.iter().map(|reason| grounds::why(&words, *reason)).collect();
    assert!(told.iter().all(|told| told.contains(' ') && !told.contains("reading-")), "{told:?}");
    assert!(told.contains(&"31/2/24, read dmy, is no day of the calendar".to_owned()), "{told:?}");
    told.sort();
    told.dedup();
    assert_eq!(told.len(), reasons.len(), "each its own");
}
