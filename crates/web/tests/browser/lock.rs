//! The lock: by hand, by itself, and what opens it; the way out, and what Back shows after it.

use serde_json::json;

use crate::house::{Life, PASSPHRASE};
use crate::looks::Look;
use crate::person::{ESCAPE, SHIFT, Visitor, walk};

const TODAY: &str = "What is happening?";
const MEASURES: &str = "Kitchen measures";

#[tokio::test]
async fn locked_it_opens_for_the_passphrase_alone() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Lock").await;
        visitor.is_at("Open").await;
        for path in ["/", "/urge", "/drafts", "/people", "/settings", "/checkin", "/asked", "/work"] {
            visitor.goes(path).await;
            visitor.is_at("Open").await;
        }
        visitor.types("Passphrase", "another passphrase").await;
        visitor.taps("Open").await;
        visitor.sees("That does not open it.").await;
        visitor.taps("Help").await;
        visitor.is_at("Help, now").await;
        visitor.sees("112").await;
        visitor.taps("Back to today").await;
        visitor.unlocks().await;
    })
    .await;
}

#[tokio::test]
async fn many_wrong_passphrases_bring_a_wait_that_is_said_and_help_stays_open() {
    walk(&[Look::Desk, Look::NoScript], Life::Lived, async |visitor| {
        for _ in 0..5 {
            visitor.types("Passphrase", "another passphrase").await;
            visitor.taps("Open").await;
            visitor.sees("That does not open it.").await;
        }
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.taps("Open").await;
        visitor.sees("Too many did not fit. Try again at").await;
        visitor.taps("Help").await;
        visitor.is_at("Help, now").await;
        visitor.house.pass(16);
        visitor.goes("/unlock").await;
        visitor.unlocks().await;
    })
    .await;
}

#[tokio::test]
async fn the_recovery_code_opens_and_gives_a_new_passphrase() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::New, async |visitor| {
        visitor.taps("Begin").await;
        visitor.taps("Go on").await;
        visitor.taps("Skip this").await;
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.types("Once more", PASSPHRASE).await;
        visitor.taps("Seal and keep").await;
        visitor.is_at("The recovery code").await;
        let code = visitor.code().await;
        visitor.taps("Later").await;
        visitor.taps("Lock").await;
        visitor.taps("I have forgotten it").await;
        visitor.is_at("Open with the recovery code").await;
        visitor.types("Recovery code", "no code").await;
        visitor.types("New passphrase", "eight brown herons").await;
        visitor.taps("Open").await;
        visitor.sees("That is no recovery code").await;
        visitor.types("Recovery code", &code).await;
        visitor.types("New passphrase", "eight brown herons").await;
        visitor.taps("Open").await;
        visitor.is_at(TODAY).await;
        visitor.taps("Lock").await;
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.taps("Open").await;
        visitor.sees("That does not open it.").await;
        visitor.types("Passphrase", "eight brown herons").await;
        visitor.taps("Open").await;
        visitor.is_at(TODAY).await;
    })
    .await;
}

/// Sets the page's own clock ahead, as if nobody had touched anything so long.
async fn nobody_is_there_for(visitor: &Visitor, minutes: u32) {
    let script = "const real = Date.now.bind(Date), by = arguments[0]; Date.now = () => real() + by";
    visitor.chrome.run(script, vec![json!(f64::from(minutes) * 60_000.0)]).await.expect("a clock");
}

#[tokio::test]
async fn before_it_locks_by_itself_it_warns_and_what_was_not_sent_is_there_afterwards() {
    walk(Look::SCRIPTED, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Drafts").await;
        visitor.taps("A letter never to be sent").await;
        visitor.types("Your words", "Half a sentence about the blue kit").await;
        nobody_is_there_for(visitor, 14).await;
        visitor.sees("Still there?").await;
        // One touch and it stays.
        visitor.presses("Stay").await;
        visitor.does_not_see("Still there?").await;
        visitor.is_at("A letter never to be sent").await;
        nobody_is_there_for(visitor, 31).await;
        visitor.is_at("Open").await;
        visitor.does_not_see("blue kit").await;
        visitor.unlocks().await;
        visitor.sees("Drafts you hold").await;
        visitor.taps("A letter never to be sent").await;
        visitor.sees("Half a sentence about the blue kit").await;
    })
    .await;
}

#[tokio::test]
async fn without_script_it_locks_by_itself_too() {
    walk(&[Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.house.pass(15 * 60);
        visitor.goes("/people").await;
        visitor.is_at("Open").await;
        visitor.does_not_see("Rosa").await;
    })
    .await;
}

/// Writes something personal, so that there is something to hide.
async fn writes(visitor: &Visitor) {
    visitor.unlocks().await;
    visitor.taps("People").await;
    visitor.is_at("Your people").await;
    visitor.sees("Rosa").await;
    visitor.goes("/draft/new/start").await;
    visitor.types("Your words", "the blue kitchen").await;
    visitor.taps("Hold it").await;
    visitor.sees("the blue kitchen").await;
}

/// A neutral page is there, the app is locked, and no way back in the history shows anything of anybody.
async fn is_gone(visitor: &Visitor) {
    visitor.sees(MEASURES).await;
    assert_eq!(visitor.chrome.url().await, visitor.house.at("/measures"));
    let title = visitor.ask("return document.title", vec![]).await;
    assert_eq!(title, Ok(json!(MEASURES)), "as {:?}", visitor.look);
    for _ in 0..6 {
        visitor.chrome.back().await;
        if !visitor.chrome.url().await.starts_with(&visitor.house.at("/")) {
            break;
        }
        let text = visitor.reads().await;
        for word in ["blue kitchen", "Rosa", "030", "Held.", "Take off the list", "What is happening"] {
            assert!(!text.contains(word), "as {:?}: {word:?} after Back: {text}", visitor.look);
        }
    }
    visitor.goes("/people").await;
    visitor.is_at("Open").await;
}

#[tokio::test]
async fn the_button_leaves_at_once_and_back_shows_nothing() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        writes(visitor).await;
        visitor.taps("Leave now").await;
        is_gone(visitor).await;
    })
    .await;
}

#[tokio::test]
async fn escape_three_times_leaves_and_so_does_shift() {
    walk(&[Look::Desk, Look::Phone], Life::Lived, async |visitor| {
        writes(visitor).await;
        visitor.chrome.press(&[ESCAPE, ESCAPE, ESCAPE]).await;
        is_gone(visitor).await;
        writes(visitor).await;
        visitor.chrome.press(&[SHIFT, SHIFT, SHIFT]).await;
        is_gone(visitor).await;
    })
    .await;
}

#[tokio::test]
async fn typing_capitals_is_not_leaving() {
    walk(&[Look::Desk], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Drafts").await;
        visitor.taps("A letter never to be sent").await;
        visitor.types("Your words", "I SAW THE LAKE. It Was Very Cold.").await;
        visitor.chrome.press(&[ESCAPE, ESCAPE]).await;
        visitor.taps("Keep it").await;
        visitor.sees("I SAW THE LAKE. It Was Very Cold.").await;
    })
    .await;
}
