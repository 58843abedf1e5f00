//! Work, hard dates, deciding and being ready, as somebody comes to them.

use crate::house::Life;
use crate::looks::Look;
use crate::person::walk;

fn today() -> jiff::civil::Date {
    app::clock::zone().to_datetime(app::clock::now().instant).date()
}

#[tokio::test]
async fn a_change_has_a_plan_and_is_kept_slipped_and_repaired() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("I did some work").await;
        visitor.is_at("Work on yourself").await;
        visitor.presses("Add a change").await;
        visitor.types("What do you want to change?", "I interrupt").await;
        visitor.types("If ..., then ...", "If I want to interrupt, I breathe out first.").await;
        visitor.taps("Keep the change").await;
        visitor.is_at("Work on yourself").await;
        visitor.sees("I breathe out first.").await;
        visitor.types("What set it off, or what mended it?", "the bill").await;
        visitor.taps("Slipped : I interrupt").await;
        visitor
            .sees("\u{201c}I interrupt\u{201d} slipped.".replace(['\u{201c}', '\u{201d}'], "\"").as_str())
            .await;
        visitor.sees("(the bill)").await;
        visitor.taps("Repaired : I interrupt").await;
        visitor.does_not_see("\"I interrupt\" slipped.").await;
        visitor.taps("Kept : I interrupt").await;
        visitor.goes("/ready").await;
        visitor.is_at("Being ready").await;
        visitor.sees("kept 1, slipped 1, repaired 1").await;
        visitor.sees("Not yet.").await;
        visitor.types("What will you not do?", "Ask where they were").await;
        visitor.taps("Keep it").await;
        visitor.is_at("Being ready").await;
        assert_eq!(visitor.value("What will you not do?").await, "Ask where they were");
    })
    .await;
}

#[tokio::test]
async fn a_hard_date_is_planned_and_stands_on_todays_page_from_ten_days_before() {
    walk(&[Look::Desk, Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.goes("/dates").await;
        visitor.is_at("Hard dates").await;
        let soon = today().checked_add(jiff::Span::new().days(8)).expect("a day");
        visitor.types("What is it?", "The day we met").await;
        visitor.types("Which day?", &soon.strftime("%m%d%Y").to_string()).await;
        visitor.ticks("It comes every year").await;
        visitor.taps("Keep it").await;
        visitor.sees("There is no plan for it yet.").await;
        visitor.goes("/").await;
        visitor.sees("A hard date is coming.").await;
        visitor.goes("/dates").await;
        visitor.types("What is it?", "The day we met").await;
        visitor.types("Which day?", &soon.strftime("%m%d%Y").to_string()).await;
        visitor.types("What will you do that day instead?", "Up the hill with Sam").await;
        visitor.taps("Keep it").await;
        visitor.sees("Up the hill with Sam").await;
        visitor.does_not_see("There is no plan for it yet.").await;
    })
    .await;
}

#[tokio::test]
async fn the_question_is_asked_at_ones_own_dates_and_never_answered_for_one() {
    walk(&[Look::Desk, Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.goes("/decide").await;
        visitor.is_at("Going on or stopping").await;
        visitor.types("Written beforehand", "If they marry somebody else.").await;
        visitor.taps("Keep it").await;
        visitor.types("A sign", "They asked how my mother is.").await;
        visitor.chooses("Where does it point?", "Toward opening").await;
        visitor.taps("Note it").await;
        visitor.sees("They asked how my mother is.").await;
        let day = today().checked_add(jiff::Span::new().days(3)).expect("a day");
        visitor.types("Ask me again on", &day.strftime("%m%d%Y").to_string()).await;
        visitor.taps("Set it").await;
        visitor.house.pass(4 * 86_400);
        visitor.goes("/").await;
        visitor.unlocks().await;
        visitor.goes("/decide").await;
        visitor.sees("A review day has come.").await;
        assert_eq!(visitor.value("Written beforehand").await, "If they marry somebody else.");
        visitor.chooses("What do you want?", "To end it").await;
        visitor.taps("That is what I want").await;
        visitor.sees("One closure letter").await;
        visitor.does_not_see("A review day has come.").await;
        visitor.goes("/settings").await;
        visitor.presses("Note a limit").await;
        visitor.chooses("Which?", "They said stop, or blocked me").await;
        visitor.taps("Note it").await;
        visitor.goes("/ready").await;
        visitor.sees("This is not for now.").await;
        visitor.goes("/decide").await;
        visitor.does_not_see("They asked how my mother is.").await;
    })
    .await;
}
