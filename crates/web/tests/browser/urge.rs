//! The urge to reach out: two taps to the verdict, ten minutes, rated again; written down and held; a letter.

use serde_json::json;

use crate::house::Life;
use crate::looks::Look;
use crate::person::walk;

const TODAY: &str = "What is happening?";

#[tokio::test]
async fn an_urge_from_the_tap_until_it_has_passed() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("I want to reach out").await;
        visitor.is_at("You want to reach out").await;
        // Two taps: how, and how strong.
        visitor.chooses("How?", "Call").await;
        visitor.taps("8").await;
        visitor.is_at("Noted. Now ten minutes").await;
        visitor.sees("Not yet. Not before").await;
        visitor.sees("In through the nose").await;
        // A disc breathes along, unless motion is to be reduced.
        let moves = visitor.ask("return document.getAnimations().length > 0", vec![]).await;
        assert_eq!(moves, Ok(json!(visitor.look != Look::Keys)), "as {:?}", visitor.look);
        visitor.sees("Rosa").await;
        visitor.does_not_see("hours").await;
        visitor.taps("Today").await;
        visitor.sees("An urge is being waited out.").await;
        visitor.house.pass(600);
        visitor.taps("Go on with it").await;
        visitor.is_at("Ten minutes have passed.").await;
        visitor.taps("3").await;
        visitor.is_at("It is weaker").await;
        visitor.sees("That is on your trend now.").await;
        visitor.taps("I let it pass").await;
        visitor.is_at(TODAY).await;
        visitor.does_not_see("An urge is being waited out.").await;
    })
    .await;
}

#[tokio::test]
async fn a_line_says_when_ten_minutes_have_passed_and_nothing_ticks() {
    walk(&[Look::Phone, Look::Keys], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("I want to reach out").await;
        visitor.taps("8").await;
        visitor.is_at("Noted. Now ten minutes").await;
        visitor.does_not_see("Ten minutes have passed.").await;
        visitor.house.pass(598);
        visitor.goes("/urge/wait").await;
        let before = visitor.reads().await;
        visitor.sees("Ten minutes have passed.").await;
        assert!(!before.contains("seconds"), "no number runs: {before}");
    })
    .await;
}

#[tokio::test]
async fn an_urge_still_there_is_written_down_held_read_and_let_go() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("I want to reach out").await;
        visitor.taps("9").await;
        visitor.house.pass(601);
        visitor.goes("/urge/wait").await;
        visitor.taps("9").await;
        visitor.is_at("It is still there").await;
        visitor.sees("Nothing has to be sent today.").await;
        visitor.taps("Write, and hold it").await;
        visitor.is_at("What you would say").await;
        visitor.types("Your words", "Why do you never answer me? I need you to call today.").await;
        visitor.taps("Hold it").await;
        visitor.is_at("To reach out").await;
        visitor.sees("Held. Not before").await;
        visitor.sees("Pressure").await;
        visitor.sees("Read once more").await;
        assert!(!visitor.could_tap("I have sent it").await, "what is held is not noted as sent");
        visitor.taps("Today").await;
        visitor.sees("Drafts you hold").await;
        visitor.taps("To reach out").await;
        visitor.taps("Let it go").await;
        visitor.is_at(TODAY).await;
        visitor.does_not_see("Drafts you hold").await;
    })
    .await;
}

#[tokio::test]
async fn a_held_draft_is_changed_and_in_time_is_free_and_noted_as_sent() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Drafts").await;
        visitor.taps("To reach out").await;
        visitor.types("Your words", "I miss our walks. You never answer me.").await;
        visitor.taps("Hold it").await;
        visitor.is_at("To reach out").await;
        visitor.empties("Your words").await;
        visitor.types("Your words", "The chestnuts are out by the river.").await;
        visitor.taps("Keep the change").await;
        visitor.is_at("To reach out").await;
        visitor.sees("I noticed none of the patterns I check. That is not approval.").await;
        // Eight days on the opening has come. The lock has, too.
        visitor.house.pass(8 * 24 * 3600);
        visitor.goes("/").await;
        visitor.unlocks().await;
        visitor.taps("To reach out").await;
        visitor.presses("I have sent it").await;
        visitor.chooses("How?", "Letter").await;
        visitor.taps("Note it").await;
        visitor.is_at(TODAY).await;
        visitor.does_not_see("Drafts you hold").await;
        visitor.taps("I want to reach out").await;
        visitor.taps("5").await;
        visitor.sees("Not before").await;
    })
    .await;
}

#[tokio::test]
async fn a_letter_never_to_be_sent_stays_and_can_never_be_sent() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Drafts").await;
        visitor.taps("A letter never to be sent").await;
        visitor.is_at("A letter never to be sent").await;
        visitor.types("Your words", "I dreamt of the blue kitchen.").await;
        visitor.taps("Keep it").await;
        visitor.is_at("A letter never to be sent").await;
        visitor.sees("Kept here, with you.").await;
        visitor.sees("I dreamt of the blue kitchen.").await;
        assert!(!visitor.could_tap("I have sent it").await);
        visitor.house.pass(40 * 24 * 3600);
        visitor.goes("/drafts").await;
        visitor.unlocks().await;
        visitor.taps("Drafts").await;
        visitor.sees("I dreamt of the blue kitchen.").await;
        visitor.taps_first("A letter never to be sent").await;
        assert!(!visitor.could_tap("I have sent it").await, "not after forty days either");
    })
    .await;
}

#[tokio::test]
async fn a_slip_is_noted_without_reproach_and_moves_the_opening() {
    walk(&[Look::Phone, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("I want to reach out").await;
        visitor.taps("9").await;
        visitor.taps("9").await;
        visitor.is_at("It is still there").await;
        visitor.presses("I have reached out").await;
        visitor.chooses("How?", "Call").await;
        visitor.taps("Note it").await;
        visitor.is_at("Noted, without reproach").await;
        visitor.sees("A slip is one mark, not the end.").await;
        visitor.taps("Back to today").await;
        visitor.is_at(TODAY).await;
    })
    .await;
}
