//! Message histories in a browser, in both languages: dates the wrong way round set right, a group narrowed to two, a
//! chat of others refused, a long one cancelled on its way, one taken out; and what is sought, deleted, and gone.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::json;
use tempfile::TempDir;
use views::Language;

use crate::house::Life;
use crate::looks::Look;
use crate::person::{Visitor, walk};

/// A history in a folder of its own.
fn written(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("WhatsApp Chat.txt");
    std::fs::write(&file, text).expect("a file");
    (folder, file)
}

/// Walks in each language, at whose flow page it begins.
async fn in_both(looks: &[Look], each: impl AsyncFn(&mut Visitor)) {
    for &language in Language::ALL {
        walk(looks, Life::Lived, async |visitor| {
            visitor.speaks(language).await;
            visitor.unlocks().await;
            visitor.goes("/flow").await;
            visitor.is_at(&visitor.say("flow-heading-page")).await;
            each(visitor).await;
        })
        .await;
    }
}

async fn reads(visitor: &Visitor, file: &std::path::Path) {
    visitor.gives(&visitor.say("flow-import-files"), &file.display().to_string()).await;
    visitor.taps(&visitor.say("flow-import-read")).await;
}

/// Says who one is, and reads again.
async fn is(visitor: &Visitor, me: &str) {
    visitor.is_at(&visitor.say("audit-trouble")).await;
    visitor.chooses(&visitor.say("audit-who"), me).await;
    visitor.taps(&visitor.say("audit-again")).await;
}

#[tokio::test]
async fn dates_the_wrong_way_round_are_set_right_before_anything_is_kept() {
    // Every day and month could be the other: the file itself cannot say which is which.
    let text: String = (1..=12).fold(String::new(), |mut text, month| {
        for (day, who) in [(month, "Robin"), (month, "Kim")] {
            let _ = writeln!(text, "{day:02}/{month:02}/2025, 18:0{} - {who}: hello", u8::from(who == "Kim"));
        }
        text
    });
    let text = text.replace("12/12/2025", "04/12/2025");
    let (_folder, file) = written(&text);
    in_both(&[Look::Desk, Look::Phone, Look::Keys, Look::NoScript], async |visitor| {
        reads(visitor, &file).await;
        visitor.is_at(&visitor.say("audit-trouble")).await;
        visitor.chooses(&visitor.say("audit-dates"), &visitor.say("audit-dates-mdy")).await;
        visitor.taps(&visitor.say("audit-again")).await;
        is(visitor, "Robin").await;
        visitor.is_at(&visitor.say("audit-heading")).await;
        let month_first = visitor.reads().await;
        visitor.chooses(&visitor.say("audit-dates"), &visitor.say("audit-dates-dmy")).await;
        visitor.taps(&visitor.say("audit-again")).await;
        visitor.is_at(&visitor.say("audit-heading")).await;
        let day_first = visitor.reads().await;
        assert_ne!(month_first, day_first, "the other order tells another story");
        visitor.taps(&visitor.say("audit-keep")).await;
        visitor.is_at(&visitor.say("flow-heading-page")).await;
        visitor.sees("2025").await;
    })
    .await;
}

#[tokio::test]
async fn a_group_is_narrowed_to_the_two_who_matter() {
    let text: String = (1..=28).fold(String::new(), |mut text, day| {
        for (minute, who) in ["Robin", "Kim", "Sam", "Noor"].iter().enumerate() {
            let _ = writeln!(text, "{day:02}/03/2025, 18:{minute:02} - {who}: hello");
        }
        text
    });
    let (_folder, file) = written(&text);
    in_both(&[Look::Desk, Look::Phone, Look::NoScript], async |visitor| {
        reads(visitor, &file).await;
        is(visitor, "Robin").await;
        visitor.is_at(&visitor.say("audit-trouble")).await;
        visitor.chooses(&visitor.say("audit-who"), "Robin").await;
        visitor.chooses(&visitor.say("audit-partner"), "Kim").await;
        visitor.taps(&visitor.say("audit-again")).await;
        visitor.is_at(&visitor.say("audit-heading")).await;
        visitor.sees("Kim").await;
        visitor.taps(&visitor.say("audit-keep")).await;
        visitor.is_at(&visitor.say("flow-heading-page")).await;
        visitor.sees("56").await;
    })
    .await;
}

#[tokio::test]
async fn several_files_are_one_history_once_each_name_is_said_and_names_are_asked_once() {
    let chat = |day: &str, partner: &str| -> String {
        (10..18).fold(String::new(), |mut text, hour| {
            let _ = writeln!(
                text,
                "{day}/03/2025, {hour}:00 - {partner}: hello\n{day}/03/2025, {hour}:09 - Robin: hi"
            );
            text
        })
    };
    let files = [written(&chat("20", "Kim")), written(&chat("21", "K. Berg"))];
    let both = files.iter().map(|(_, file)| file.display().to_string()).collect::<Vec<_>>().join("\n");
    in_both(&[Look::Desk, Look::Phone, Look::NoScript], async |visitor| {
        visitor.gives(&visitor.say("flow-import-files"), &both).await;
        visitor.taps(&visitor.say("flow-import-read")).await;
        is(visitor, "Robin").await;
        visitor.is_at(&visitor.say("audit-trouble")).await;
        for name in ["Kim", "K. Berg"] {
            visitor.chooses(&visitor.say("audit-partner"), name).await;
        }
        visitor.taps(&visitor.say("audit-again")).await;
        visitor.is_at(&visitor.say("audit-heading")).await;
        visitor.ticks(&visitor.say("audit-remember")).await;
        visitor.taps(&visitor.say("audit-keep")).await;
        visitor.sees("32 ").await;
        // The next one needs no question.
        reads(visitor, &files[1].1).await;
        visitor.is_at(&visitor.say("audit-heading")).await;
        visitor.taps(&visitor.say("audit-drop")).await;
        visitor.is_at(&visitor.say("flow-heading-page")).await;
    })
    .await;
}

#[tokio::test]
async fn a_chat_of_others_is_refused_and_nothing_of_it_stays() {
    let (_folder, file) = written("12/03/2025, 18:00 - Kim: hello\n13/03/2025, 18:00 - Sam: hello\n");
    in_both(&[Look::Desk, Look::Phone, Look::Keys, Look::NoScript], async |visitor| {
        reads(visitor, &file).await;
        visitor.is_at(&visitor.say("audit-trouble")).await;
        visitor.taps(&visitor.say("audit-not-in-it")).await;
        visitor.sees(&visitor.say("trouble-chat-of-others")).await;
        visitor.goes("/flow/audit").await;
        visitor.is_at(&visitor.say("flow-heading-page")).await;
        visitor.does_not_see(&visitor.say("flow-kept-histories")).await;
    })
    .await;
}

#[tokio::test]
async fn a_million_messages_cancelled_half_way_leave_nothing() {
    let text: String = (0..1_000_000).fold(String::new(), |mut text, nth| {
        let (day, month, year) = (nth % 28 + 1, nth / 28 % 12 + 1, 2015 + nth / 100_000);
        let who = if nth % 3 == 0 { "Robin" } else { "Kim" };
        let _ = writeln!(
            text,
            "{day:02}/{month:02}/{year}, 18:00 - {who}: are you coming home for dinner tonight, or later?"
        );
        text
    });
    assert!(text.len() > 70_000_000, "{} bytes", text.len());
    let (_folder, file) = written(&text);
    in_both(&[Look::Desk, Look::Phone], async |visitor| {
        let before = visitor.house.weighs();
        // A line on which the half-way can be seen.
        let slow = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 8_000_000 });
        visitor.chrome.cdp("Network.enable", json!({})).await;
        visitor.chrome.cdp("Network.emulateNetworkConditions", slow).await;
        visitor.gives(&visitor.say("flow-import-files"), &file.display().to_string()).await;
        visitor.presses(&visitor.say("flow-import-read")).await;
        visitor.sees(&visitor.say("flow-import-reading")).await;
        visitor.waits_for("document.querySelector('progress').value > 0.3").await;
        visitor.presses(&visitor.say("flow-import-cancel")).await;
        visitor.sees(&visitor.say("flow-import-cancelled")).await;
        visitor.chrome.cdp("Network.disable", json!({})).await;
        visitor.goes("/flow/audit").await;
        visitor.is_at(&visitor.say("flow-heading-page")).await;
        visitor.does_not_see(&visitor.say("flow-kept-histories")).await;
        assert_eq!(visitor.house.weighs(), before, "nothing came to the disk");
        assert!(!visitor.house.holds(b"coming home for dinner"), "and no word of it lies there");
    })
    .await;
}

#[tokio::test]
async fn a_history_is_taken_out_again() {
    let text: String = (1..=28).fold(String::new(), |mut text, day| {
        let _ =
            writeln!(text, "{day:02}/03/2025, 18:00 - Robin: hello\n{day:02}/03/2025, 19:00 - Kim: hello");
        text
    });
    let (_folder, file) = written(&text);
    in_both(&[Look::Desk, Look::Phone, Look::NoScript], async |visitor| {
        reads(visitor, &file).await;
        is(visitor, "Robin").await;
        visitor.is_at(&visitor.say("audit-heading")).await;
        visitor.taps(&visitor.say("audit-keep")).await;
        visitor.sees(&visitor.say("flow-kept-histories")).await;
        visitor.presses("56 ").await;
        visitor.taps(&visitor.say("flow-remove-do")).await;
        visitor.is_at(&visitor.say("flow-heading-page")).await;
        visitor.does_not_see(&visitor.say("flow-kept-histories")).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_sought_and_deleted_is_found_no_more_and_lies_nowhere_on_the_disk() {
    in_both(&[Look::Desk, Look::Phone, Look::Keys, Look::NoScript], async |visitor| {
        let canary = "kingfisher";
        visitor.goes("/work").await;
        visitor.chooses(&visitor.say("work-sort"), &visitor.say("work-sort-exercise")).await;
        visitor.types(&visitor.say("field-title"), &format!("A {canary} by the canal")).await;
        visitor.taps(&visitor.say("work-keep")).await;
        let seek = async || {
            visitor.goes("/journal").await;
            visitor.types(&visitor.say("journal-words"), canary).await;
            visitor.taps(&visitor.say("journal-find")).await;
            visitor.is_at(&visitor.say("found-heading")).await;
        };
        seek().await;
        visitor.sees(canary).await;
        visitor.taps_first(&visitor.say("journal-change")).await;
        visitor.taps(&visitor.say("entry-delete-go")).await;
        visitor.taps(&visitor.say("gone-do")).await;
        seek().await;
        visitor.does_not_see(&format!("A {canary}")).await;
        visitor.goes("/").await;
        visitor.taps(&visitor.say("shell-lock")).await;
        assert!(!visitor.house.holds(canary.as_bytes()), "no file holds the word");
    })
    .await;
}
