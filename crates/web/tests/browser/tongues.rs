//! The pages in other words: in German, read by axe-core by night and by day; and in words that nobody speaks, a third
//! longer and from right to left, on the narrowest screen, where no word may be cut.

use crate::eye::Eye;
use crate::house::{Life, Served};
use crate::looks::Look;
use crate::person::{walk, walk_served};
use serde_json::json;
use views::Language;

/// Every page that the sample has something for.
const PAGES: &[&str] = &[
    "/",
    "/urge",
    "/asked",
    "/practical",
    "/checkin",
    "/calm",
    "/writing",
    "/forms",
    "/forms/phq-9",
    "/forms/gad-7",
    "/plan",
    "/needs",
    "/people",
    "/work",
    "/dates",
    "/decide",
    "/ready",
    "/papers",
    "/drafts",
    "/draft/new/start",
    "/draft/new/reply",
    "/draft/new/practical",
    "/draft/new/never-send",
    "/flow",
    "/journal",
    "/journal/write",
    "/guide",
    "/map",
    "/settings",
    "/settings/erase",
    "/help",
    "/why/SPACE-2",
    "/why/SAFE-2",
    "/nowhere",
];

#[tokio::test]
async fn every_page_in_german_is_open_to_all() {
    walk(&[Look::Phone], Life::New, async |visitor| {
        let mut eye = Eye::open();
        visitor.speaks(Language::German).await;
        eye.glances_at(visitor, "de-start").await;
        visitor.taps(&visitor.say("start-sample")).await;
        visitor.is_at(&visitor.say("today-question")).await;
        for path in PAGES {
            visitor.goes(path).await;
            let german = visitor.chrome.run("return document.documentElement.lang", vec![]).await;
            assert_eq!(german, Ok(json!("de")), "{path}");
            let faults = visitor.ask("return faults()", vec![]).await.expect("a page can be looked at");
            assert_eq!(faults, json!([]), "{path}");
            eye.glances_at(visitor, &format!("de{}", path.replace('/', "-"))).await;
        }
        eye.is_content();
    })
    .await;
}

#[tokio::test]
async fn longer_words_from_right_to_left_are_not_cut_on_the_narrowest_screen() {
    let looks = &[Look::Phone, Look::LargeText];
    walk_served(looks, Life::New, Served::Pseudo, async |visitor| {
        let eye = Eye::open();
        visitor
            .chrome
            .run("document.querySelector(\"form[action='/sample'] button\").click()", vec![])
            .await
            .expect("a tap");
        visitor.waits_for("location.pathname === '/' && document.querySelector('.banner')").await;
        for path in PAGES {
            visitor.goes(path).await;
            let opened = "all('details').forEach((fold) => { fold.open = true })";
            visitor.ask(opened, vec![]).await.expect("what folds, folds out");
            let right_to_left = visitor.chrome.run("return document.documentElement.dir", vec![]).await;
            assert_eq!(right_to_left, Ok(json!("rtl")), "{path}");
            let wide = "return faults().filter((fault) => fault.startsWith('wider')).concat(cut())";
            let wide = visitor.ask(wide, vec![]).await.expect("a page can be looked at");
            assert_eq!(wide, json!([]), "as {:?}, {path}", visitor.look);
            if visitor.look == Look::Phone {
                eye.keeps(visitor, &format!("pseudo{}", path.replace('/', "-"))).await;
            }
        }
    })
    .await;
}
