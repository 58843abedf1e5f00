//! The first minutes: from the first page to the first guidance, with every answer given and with every answer skipped;
//! the sample; a safety question that was skipped.

use serde_json::json;

use crate::house::{Life, PASSPHRASE};
use crate::looks::Look;
use crate::person::{Visitor, walk};

const WELCOME: &str = "You want them back. This helps you do less.";
const TODAY: &str = "What is happening?";

#[tokio::test]
async fn from_the_first_page_to_the_first_guidance() {
    walk(Look::ALL, Life::New, async |visitor| {
        visitor.is_at(WELCOME).await;
        visitor.taps("Begin").await;
        visitor.is_at("Safety comes first").await;
        visitor.chooses("Are you afraid", "No").await;
        visitor.chooses("Is there a court order", "No").await;
        visitor.chooses("Have they, or someone for them", "No").await;
        visitor.chooses("Have they asked for time or space", "No").await;
        visitor.chooses("Are you thinking of killing yourself", "No").await;
        visitor.taps("Go on").await;
        visitor.is_at("Where things stand").await;
        visitor.chooses("What do you want?", "Them back").await;
        visitor.chooses("Where do you live?", "Apart").await;
        visitor.types("When did they leave?", "10012026").await;
        visitor.chooses("What do you still share?", "Children").await;
        visitor.chooses("If you followed your heart", "Twice a day").await;
        visitor.picks("Country", "Germany").await;
        visitor.picks("Time zone", "Europe/Berlin").await;
        visitor.taps("Go on").await;
        visitor.is_at("Keep this, sealed").await;
        seals_and_types_the_code_back(visitor).await;
        visitor.is_at(TODAY).await;
        visitor.sees("Now").await;
        visitor.sees("Go on living today").await;
        visitor.does_not_see("Not kept yet.").await;
        visitor.does_not_see("The recovery code was never typed back.").await;
        visitor.taps("Settings").await;
        visitor.is_at("Settings").await;
        visitor.sees("You answered no.").await;
        visitor.sees("The gap that follows now: 7 days.").await;
    })
    .await;
}

/// Chooses a passphrase, reads the code that is shown, and types it back.
async fn seals_and_types_the_code_back(visitor: &Visitor) {
    visitor.types("Passphrase", PASSPHRASE).await;
    visitor.types("Once more", PASSPHRASE).await;
    visitor.taps("Seal and keep").await;
    visitor.is_at("The recovery code").await;
    let code = visitor.code().await;
    visitor.types("Type it back", &code.to_lowercase()).await;
    visitor.taps("It is written down").await;
}

#[tokio::test]
async fn every_step_can_be_skipped_and_nothing_is_kept_then() {
    walk(Look::ALL, Life::New, async |visitor| {
        visitor.is_at(WELCOME).await;
        visitor.taps("Begin").await;
        visitor.is_at("Safety comes first").await;
        visitor.taps("Go on").await;
        visitor.is_at("Where things stand").await;
        visitor.taps("Skip this").await;
        visitor.is_at("Keep this, sealed").await;
        visitor.taps("Not now").await;
        visitor.is_at(TODAY).await;
        visitor.sees("Not kept yet.").await;
        visitor.sees("A minute for yourself").await;
        assert!(!visitor.could_tap("Lock").await, "what is not kept would be gone");
        assert!(visitor.house.files().is_empty(), "nothing is written to the disk");
        visitor.taps("Keep it").await;
        visitor.is_at("Keep this, sealed").await;
        seals_and_types_the_code_back(visitor).await;
        visitor.is_at(TODAY).await;
        assert!(!visitor.house.files().is_empty(), "now it is");
    })
    .await;
}

#[tokio::test]
async fn passphrases_that_differ_or_are_short_are_told_and_nothing_is_lost() {
    walk(&[Look::Desk, Look::NoScript], Life::New, async |visitor| {
        visitor.taps("Begin").await;
        visitor.chooses("Are you afraid", "No").await;
        visitor.taps("Go on").await;
        visitor.taps("Skip this").await;
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.types("Once more", "seven quiet owl").await;
        visitor.taps("Seal and keep").await;
        visitor.sees("The two are not the same.").await;
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.types("Once more", PASSPHRASE).await;
        visitor.taps("Seal and keep").await;
        visitor.is_at("The recovery code").await;
        visitor.types("Type it back", "2D5Q MZZ2 4XH5 AZ1J 5GQX 34FD TMA4").await;
        visitor.taps("It is written down").await;
        visitor.sees("That is not the code.").await;
        visitor.taps("Later").await;
        visitor.is_at(TODAY).await;
        visitor.sees("The recovery code was never typed back.").await;
        visitor.taps("Settings").await;
        visitor.sees("You answered no.").await;
    })
    .await;
}

#[tokio::test]
async fn the_sample_is_one_tap_away_and_gone_with_one_tap() {
    walk(&[Look::Desk, Look::Keys, Look::NoScript], Life::New, async |visitor| {
        visitor.is_at(WELCOME).await;
        visitor.taps("Look at a sample first").await;
        visitor.is_at(TODAY).await;
        visitor.sees("A sample.").await;
        visitor.sees("Two people who do not exist").await;
        visitor.taps("Drafts").await;
        visitor.is_at("Drafts").await;
        visitor.sees("A sample.").await;
        assert!(visitor.house.files().is_empty(), "nothing is kept");
        visitor.taps("Put it away").await;
        visitor.is_at(WELCOME).await;
        visitor.does_not_see("A sample.").await;
    })
    .await;
}

#[tokio::test]
async fn a_skipped_safety_question_is_asked_again_before_the_first_verdict() {
    walk(Look::ALL, Life::New, async |visitor| {
        visitor.taps("Begin").await;
        visitor.taps("Go on").await;
        visitor.taps("Skip this").await;
        visitor.taps("Not now").await;
        visitor.is_at(TODAY).await;
        visitor.taps("I want to reach out").await;
        visitor.is_at("You want to reach out").await;
        visitor.taps("7").await;
        visitor.is_at("Safety comes first").await;
        visitor.sees("Skipping is not a no.").await;
        // Skipped once more, it is asked once more; no verdict comes before it.
        visitor.taps("Go on").await;
        visitor.is_at("Safety comes first").await;
        visitor.does_not_see("Not before").await;
        visitor.chooses("Are you afraid", "No").await;
        visitor.taps("Go on").await;
        visitor.is_at("Noted. Now ten minutes").await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_of_fear_or_danger_brings_help_first() {
    walk(&[Look::Phone, Look::NoScript], Life::New, async |visitor| {
        visitor.taps("Begin").await;
        visitor.chooses("Are you thinking of killing yourself", "Yes").await;
        visitor.taps("Go on").await;
        visitor.is_at("Help, now").await;
        visitor.taps("Back to today").await;
        visitor.is_at(TODAY).await;
        visitor.sees("Help, now").await;
        visitor.taps("Settings").await;
        visitor.taps("Yes").await;
        visitor.is_at("Help, now").await;
        visitor.taps("Settings").await;
        visitor.sees("You are afraid of them.").await;
    })
    .await;
}

#[tokio::test]
async fn the_log_that_every_walk_is_held_against_would_tell_of_another_host() {
    walk(&[Look::Desk], Life::New, async |visitor| {
        visitor.is_at(WELCOME).await;
        let away = visitor.chrome.order("url", json!({ "url": "http://elsewhere.invalid/" })).await;
        assert!(away.is_err(), "no name but this machine's is found");
        let asked = visitor.asked_for().await;
        assert!(asked.iter().any(|url| url == "http://elsewhere.invalid/"), "{asked:?}");
        visitor.chrome.log("browser").await;
        visitor.goes("/").await;
    })
    .await;
}
