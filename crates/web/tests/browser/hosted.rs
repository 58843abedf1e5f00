//! The hosted edition in a browser: beginning with a name and an invitation, signing in again, the talk under a page; seen by
//! night and by day, narrow and wide, read by axe-core, in both languages.

use crate::eye::Eye;
use crate::house::{Life, PASSPHRASE, Served};
use crate::looks::Look;
use crate::person::{Visitor, walk_served};
use views::Language;

async fn begins(visitor: &Visitor, name: &str) {
    visitor.goes("/join").await;
    visitor.empties(&visitor.say("sign-in-name")).await;
    visitor.types(&visitor.say("sign-in-name"), name).await;
    visitor.types(&visitor.say("keep-passphrase"), PASSPHRASE).await;
    visitor.types(&visitor.say("keep-again"), PASSPHRASE).await;
    visitor.taps(&visitor.say("join-make")).await;
    visitor.is_at(&visitor.say("code-heading")).await;
}

#[tokio::test]
async fn a_person_begins_leaves_and_signs_in_again_without_a_word_about_who_they_are() {
    walk_served(Look::ALL, Life::New, Served::Hosted, async |visitor| {
        visitor.is_at("You want them back. This helps you do less.").await;
        visitor.taps("Begin").await;
        visitor.is_at("Begin").await;
        let made_up = visitor.value("Name").await;
        assert!(made_up.matches('-').count() == 2, "{made_up}");
        begins(visitor, "quiet-window").await;
        let code = visitor.code().await;
        visitor.types("Type it back", &code).await;
        visitor.taps("It is written down").await;
        visitor.is_at("Safety comes first").await;
        visitor.taps("Go on").await;
        visitor.taps("Skip this").await;
        visitor.is_at("What is happening?").await;
        visitor.goes("/work").await;
        visitor.taps("Lock").await;
        visitor.is_at("Sign in").await;
        visitor.types("Name", "quiet-window").await;
        visitor.types("Passphrase", "not the one").await;
        visitor.taps_first("Sign in").await;
        visitor.sees("do not open anything").await;
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.taps_first("Sign in").await;
        visitor.is_at("What is happening?").await;
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_the_hosted_edition_are_as_the_others() {
    walk_served(&[Look::Phone], Life::New, Served::Hosted, async |visitor| {
        let mut eye = Eye::open();
        for language in [Language::English, Language::German] {
            let is = |name: &str| format!("{name}{}", if language == Language::English { "" } else { "-de" });
            visitor.goes("/start").await;
            visitor.speaks(language).await;
            eye.looks_at(visitor, &is("front")).await;
            visitor.goes("/join").await;
            eye.looks_at(visitor, &is("join")).await;
            visitor.goes("/unlock").await;
            eye.looks_at(visitor, &is("sign-in")).await;
            visitor.goes("/unlock/code").await;
            eye.looks_at(visitor, &is("sign-in-code")).await;
            visitor.goes("/guide/pace").await;
            eye.glances_at(visitor, &is("talk-outside")).await;
            begins(visitor, &is("the-guide-here")).await;
            visitor.house.makes_guides().await;
            visitor.goes("/settings").await;
            eye.glances_at(visitor, &is("settings-hosted")).await;
            visitor.goes("/guide/pace").await;
            let (ask, send) = (visitor.say("talk-ask"), visitor.say("talk-send"));
            visitor.presses(&ask).await;
            visitor.types(&visitor.say("talk-text"), "I want to kill myself").await;
            visitor.taps(&send).await;
            visitor.sees(&visitor.say("talk-help-first")).await;
            eye.looks_at(visitor, &is("talk-write")).await;
            visitor.goes("/guide/pace").await;
            visitor.presses(&ask).await;
            let question = "How do you get through the first Sunday? Every hour feels like a day.";
            visitor.types(&visitor.say("talk-text"), question).await;
            visitor.taps(&send).await;
            visitor.sees(question).await;
            visitor.goes("/guide/pace").await;
            visitor.sees(question).await;
            eye.looks_at(visitor, &is("talk-under")).await;
            visitor.goes("/talk").await;
            eye.looks_at(visitor, &is("talk")).await;
            visitor.goes("/work").await;
            visitor.taps(&visitor.say("shell-lock")).await;
        }
        eye.is_content();
    })
    .await;
}
