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
    let page = page(&reading(&chat([(30, 6), (30, 2)])), 80);
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
fn too_little_is_said_to_be_too_little() {
    let page = page(&reading(&chat([(3, 4), (1, 2)])), 80);
    assert!(page.contains("Too little to tell"), "{page}");
}

#[test]
fn ordinary_ups_and_downs_are_no_change() {
    let page = page(&reading(&chat([(30, 4), (30, 4)])), 80);
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
        let page = page(&reading(&chat(weeks)), 80).to_lowercase();
        for word in ["love", "odds", "chance", "days since", "interest"] {
            assert!(!page.contains(word), "{word} in {page}");
        }
    }
}

#[test]
fn ten_years_fit_on_a_page() {
    let page = page(&reading(&chat([(260, 3), (260, 6)])), 80);
    assert!(page.contains("a column is 8 weeks"), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
}
