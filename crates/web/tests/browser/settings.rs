//! Settings, people, copies, and erasing everything.

use crate::house::Life;
use crate::looks::Look;
use crate::person::walk;

const TODAY: &str = "What is happening?";

#[tokio::test]
async fn settings_are_changed_and_hold_after_the_lock() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Settings").await;
        visitor.is_at("Settings").await;
        visitor.sees("None is in force.").await;
        visitor.chooses("What do you want?", "I am not sure").await;
        visitor.chooses("What do you still share?", "Money").await;
        visitor.empties("How often you would reach out").await;
        visitor.types("How often you would reach out", "7").await;
        visitor.empties("Minutes to the lock").await;
        visitor.types("Minutes to the lock", "45").await;
        visitor.picks("Country", "New Zealand").await;
        visitor.taps("Keep").await;
        visitor.is_at("Settings").await;
        visitor.sees("The gap that follows now: 14 days.").await;
        visitor.taps("Lock").await;
        visitor.taps("Help").await;
        visitor.sees("111").await;
        visitor.goes("/").await;
        visitor.unlocks().await;
        visitor.house.pass(44 * 60);
        visitor.goes("/settings").await;
        visitor.is_at("Settings").await;
        assert_eq!(visitor.value("Minutes to the lock").await, "45");
        visitor.house.pass(45 * 60);
        visitor.goes("/settings").await;
        visitor.is_at("Open").await;
    })
    .await;
}

#[tokio::test]
async fn people_are_added_can_be_called_with_one_tap_and_are_taken_off() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("People").await;
        visitor.is_at("Your people").await;
        visitor.types("Name", "Uncle Ben").await;
        visitor.types("Number", "+49 (30) 90 18-21").await;
        visitor.chooses("What are they good for?", "may be called at night").await;
        visitor.ticks("This is somebody other than my partner").await;
        visitor.taps("Add").await;
        visitor.is_at("Your people").await;
        visitor.sees("Uncle Ben").await;
        let links = "return pressable('+49 (30) 90 18-21').map((link) => link.getAttribute('href'))";
        let links = visitor.ask(links, vec![]).await.expect("links can be read");
        assert_eq!(links, serde_json::json!(["tel:+4930901821"]));
        visitor.goes("/checkin").await;
        visitor.sees("Uncle Ben").await;
        visitor.taps("People").await;
        visitor.taps("Take off the list Uncle Ben").await;
        visitor.is_at("Your people").await;
        visitor.does_not_see("Uncle Ben").await;
        visitor.sees("Rosa").await;
    })
    .await;
}

#[tokio::test]
async fn copies_are_given_under_names_that_say_nothing() {
    walk(&[Look::Desk, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Settings").await;
        visitor.presses("Export as plain text").await;
        let (name, lines) = visitor.is_given().await;
        assert_eq!(name, "journal.jsonl");
        let lines = String::from_utf8(lines).expect("text");
        assert!(lines.lines().count() >= 8 && lines.contains("Rosa"), "{lines}");
        visitor.types("Passphrase of the backup", "a passphrase of its own").await;
        visitor.presses("Make a backup").await;
        let (name, sealed) = visitor.is_given().await;
        assert_eq!(name, "backup.age");
        assert!(sealed.starts_with(b"age-encryption.org/v1"), "the public format");
        assert!(!sealed.windows(4).any(|window| window == b"Rosa"), "sealed");
    })
    .await;
}

#[tokio::test]
async fn everything_is_erased_within_three_taps() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Settings").await;
        visitor.taps("Erase everything").await;
        visitor.is_at("Erase everything?").await;
        visitor.taps("Erase it for good").await;
        visitor.is_at("You want them back. This helps you do less.").await;
        let left: Vec<String> =
            visitor.house.files().into_iter().filter(|name| name.contains("vault.db")).collect();
        assert!(left.is_empty(), "{left:?}");
        visitor.goes("/people").await;
        visitor.is_at("You want them back. This helps you do less.").await;
    })
    .await;
}

#[tokio::test]
async fn every_why_leads_to_a_clause_and_back() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.is_at(TODAY).await;
        visitor.taps_first("Go on living").await;
        visitor.sees("A clause of the method").await;
        visitor.taps("Back to today").await;
        visitor.is_at(TODAY).await;
    })
    .await;
}
