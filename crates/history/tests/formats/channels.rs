//! Several channels in one line of time: counted once, gaps as gaps, and what each is known for.

use crate::telling::{options, told, warns};
use history::{Format, Source, Told, Warning};
use std::fmt::Write as _;

fn whatsapp(days: std::ops::Range<i64>, starts: i64) -> Source {
    let mut chat = String::new();
    for day in days.filter(|day| day % 7 < starts) {
        let date =
            (jiff::civil::date(2021, 1, 4) + jiff::Span::new().days(day)).strftime("%d.%m.%y").to_string();
        let _ = write!(chat, "{date}, 08:00 - Mia: hi\n{date}, 08:05 - Jo: ho\n");
    }
    Source::held("chat.txt", chat.into_bytes())
}

fn telegram(days: std::ops::Range<i64>, starts: i64) -> Source {
    let mut rows = Vec::new();
    for day in days.filter(|day| day % 7 < starts) {
        let at = 1_609_747_200 + day * 86_400 + 12 * 3600;
        for (who, id, seconds) in [("Mia", 22, 0), ("Jo", 11, 300)] {
            rows.push(format!(
                "{{\"id\": {}, \"type\": \"message\", \"date_unixtime\": \"{}\", \"from\": \"{who}\", \"from_id\": \"user{id}\", \"text\": \"a\"}}",
                rows.len(),
                at + seconds
            ));
        }
    }
    let file = format!(
        "{{\"name\": \"Mia\", \"type\": \"personal_chat\", \"id\": 22, \"messages\": [{}]}}",
        rows.join(",")
    );
    Source::held("result.json", file.into_bytes())
}

#[test]
fn what_no_channel_covers_is_a_gap_and_each_channel_says_what_it_covers() {
    let files = [whatsapp(0..70, 5), telegram(140..210, 5)];
    let reading = history::read(&files, &options(&[])).expect("two channels");
    assert_eq!(told(&reading), "Jo 100+0, Mia 100+0; from 2021-01-04T08:00:00+01:00");
    let gaps: Vec<&str> =
        reading.weeks.iter().filter(|week| week.gap).map(|week| week.week.as_str()).collect();
    assert_eq!((gaps.len(), gaps[0], gaps[9]), (10, "2021-W11", "2021-W20"));
    let formats: Vec<Format> = reading.coverage.iter().map(|channel| channel.format).collect();
    assert_eq!(formats, [Format::WhatsappAndroid, Format::Telegram]);
    assert_eq!(reading.coverage[1].contacts, 100);
}

#[test]
fn what_one_channel_covers_is_no_gap_of_another() {
    let files = [telegram(0..280, 3), whatsapp(0..70, 5), whatsapp(140..210, 5)];
    let reading = history::read(&files, &options(&[])).expect("two channels");
    assert!(reading.weeks.iter().all(|week| !week.gap));
}

#[test]
fn a_change_where_a_channel_ends_is_told_to_be_perhaps_no_more_than_that() {
    let files = [telegram(0..420, 3), whatsapp(0..210, 7)];
    let reading = history::read(&files, &options(&[])).expect("two channels");
    let fall =
        reading.changes.iter().find(|shift| shift.side == history::Side::Partner).expect("fewer are known");
    assert!(fall.at_edge_of_coverage, "{fall:?}");
    assert!(warns(&reading, |warning| matches!(warning, Warning::EdgeOfCoverage)));
    // It is no sign of anything.
    assert_eq!(reading.tea_leaves.told, Told::NothingFell);
}

#[test]
fn a_real_fall_is_a_sign_and_what_came_before_the_leaving_alone() {
    let mut options = options(&[]);
    let files = || {
        let whole = |part: Source| String::from_utf8(part.bytes().to_vec()).expect("text");
        let chat = whole(whatsapp(0..210, 6)) + &whole(whatsapp(210..420, 1));
        [Source::held("chat.txt", chat.into_bytes())]
    };
    let reading = history::read(&files(), &options).expect("a chat");
    let fall = reading.tea_leaves.first_fall.expect("it fell");
    assert_eq!((fall.week.as_str(), reading.tea_leaves.told), ("2021-W31", Told::SomethingFell));
    options.left = Some(jiff::civil::date(2021, 5, 1));
    let reading = history::read(&files(), &options).expect("a chat");
    assert_eq!(reading.tea_leaves.told, Told::NothingFell);
}

#[test]
fn each_of_the_two_may_go_by_another_name_in_another_file() {
    let chat = |date: &str, me: &str, partner: &str| {
        let text = format!("{date}, 08:00 - {partner}: hi\n{date}, 08:05 - {me}: ho\n");
        Source::held(format!("{me}.txt"), text.into_bytes())
    };
    let files = [chat("25.01.21", "Jo", "Mia"), chat("26.01.21", "Jojo W.", "M. Sommer")];
    assert!(history::read(&files, &options(&["Mia"])).is_err(), "one of the files has neither");
    let mut options = options(&["Mia", "M. Sommer"]);
    options.also_mine = vec!["Jojo W.".to_owned()];
    let reading = history::read(&files, &options).expect("all names are given");
    assert_eq!(told(&reading), "Jo 2+0, Mia 2+0; from 2021-01-25T08:00:00+01:00");
    let timeline = history::gather(&files, &options).expect("it is one line");
    assert_eq!(timeline.known_as, ["Mia", "M. Sommer"]);
}
