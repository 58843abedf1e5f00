//! A stop, an order, words of danger: no way round them, and help before anything else.

use serde_json::{Value, json};

use crate::house::Life;
use crate::looks::Look;
use crate::person::{Visitor, walk};

const TODAY: &str = "What is happening?";
const PERSONAL: [&str; 3] = ["start", "reply", "closure"];

async fn they_said_stop(visitor: &Visitor) {
    visitor.taps("They reached out").await;
    visitor.presses("They said stop").await;
    visitor.taps("Note it").await;
    visitor.is_at(TODAY).await;
}

/// No page that can be reached by a link has an editor or a way to one, but for the sorts that may be written.
async fn no_page_leads_to(visitor: &Visitor, sorts: &[&str]) {
    for path in [
        "/",
        "/urge",
        "/urge/after",
        "/drafts",
        "/asked",
        "/asked/reply",
        "/practical",
        "/checkin",
        "/people",
        "/work",
        "/settings",
        "/help",
    ] {
        visitor.goes(path).await;
        let links = "return [...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))
            .filter((to) => to.startsWith('/draft/new/')).map((to) => to.slice(11))";
        let found = visitor.ask(links, vec![]).await.expect("links can be read");
        let found: Vec<&str> = found.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        let ways: Vec<&&str> = found.iter().filter(|sort| sorts.contains(sort)).collect();
        assert!(ways.is_empty(), "at {path}, as {:?}: {ways:?}", visitor.look);
        let editors = visitor.ask("return document.querySelectorAll('textarea').length", vec![]).await;
        assert_eq!(editors, Ok(json!(0)), "at {path}, as {:?}", visitor.look);
    }
}

/// What the app answers to a form made by hand and sent from its own page.
async fn sends(visitor: &Visitor, path: &str, sort: &str, text: &str) -> u64 {
    let script = "const [path, sort, text, done] = arguments;
        const body = new URLSearchParams({ id: 'by-hand', sort, text });
        fetch(path, { method: 'POST', body, redirect: 'manual' }).then((answer) => done(answer.status))";
    let told = visitor.chrome.wait_for(script, vec![json!(path), json!(sort), json!(text)]).await;
    told.ok().and_then(|status| status.as_u64()).expect("an answer")
}

#[tokio::test]
async fn a_stop_has_no_way_round_it() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        // One draft is held already when the stop comes.
        visitor.taps("Drafts").await;
        visitor.taps("To reach out").await;
        visitor.types("Your words", "The chestnuts are out by the river.").await;
        visitor.taps("Hold it").await;
        visitor.is_at("To reach out").await;
        visitor.taps("Today").await;
        they_said_stop(visitor).await;
        visitor.sees("They said stop").await;
        no_page_leads_to(visitor, &["start", "reply", "closure", "practical"]).await;
        for sort in PERSONAL.into_iter().chain(["practical"]) {
            visitor.goes(&format!("/draft/new/{sort}")).await;
            visitor.is_at("That was not done").await;
            visitor.sees("This is not open now.").await;
        }
        // What was held is still theirs to read and to let go; it can be neither changed nor noted as sent.
        visitor.goes("/drafts").await;
        visitor.taps_first("To reach out").await;
        visitor.sees("The chestnuts are out by the river.").await;
        visitor.sees("Not to be sent.").await;
        assert!(!visitor.could_tap("Change it").await && !visitor.could_tap("I have sent it").await);
        // An urge is answered, and leads to a letter at most.
        visitor.goes("/urge").await;
        visitor.taps("9").await;
        visitor.sees("They said stop, or have closed the door.").await;
        visitor.taps("9").await;
        visitor.is_at("It is still there").await;
        assert!(!visitor.could_tap("Write, and hold it").await);
        visitor.taps("A letter never to be sent").await;
        visitor.is_at("A letter never to be sent").await;
        visitor.types("Your words", "I am not sending this.").await;
        visitor.taps("Keep it").await;
        visitor.sees("I am not sending this.").await;
        visitor.sees("Not to be sent.").await;
        assert!(!visitor.could_tap("I have sent it").await);
        // No word of theirs has come since, so that confirming lifts nothing.
        visitor.goes("/settings").await;
        visitor.presses("A limit has ended").await;
        visitor.ticks("I confirm it").await;
        visitor.taps("It has ended").await;
        visitor.is_at("Settings").await;
        visitor.sees("They said stop").await;
        visitor.goes("/draft/new/start").await;
        visitor.is_at("That was not done").await;
    })
    .await;
}

#[tokio::test]
async fn forms_made_by_hand_find_no_way_round_a_stop_or_an_order() {
    walk(&[Look::Desk], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        they_said_stop(visitor).await;
        for sort in PERSONAL.into_iter().chain(["practical"]) {
            assert_eq!(sends(visitor, "/draft", sort, "Come back").await, 403, "{sort}");
        }
        // Unsent text that the lock seals is kept as a letter never to be sent, whatever it was to be.
        assert_eq!(
            sends(visitor, "/keep", "start", "Come back, by the river").await,
            0,
            "it is kept, and leads on"
        );
        visitor.goes("/drafts").await;
        visitor.sees("A letter never to be sent").await;
        visitor.sees("Come back, by the river").await;
        visitor.goes("/settings").await;
        visitor.presses("Note a limit").await;
        visitor.chooses("Which?", "A court order").await;
        visitor.taps("Note it").await;
        visitor.sees("An order. Nothing goes to them.").await;
        for sort in PERSONAL.into_iter().chain(["practical", "never-send"]) {
            assert_eq!(sends(visitor, "/draft", sort, "Come back").await, 403, "{sort}");
            assert_eq!(sends(visitor, "/keep", sort, "Come back").await, 403, "{sort}");
        }
    })
    .await;
}

#[tokio::test]
async fn under_an_order_nothing_can_be_written_at_all() {
    walk(Look::ALL, Life::WithChildren, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Settings").await;
        visitor.presses("Note a limit").await;
        visitor.chooses("Which?", "A court order").await;
        visitor.taps("Note it").await;
        visitor.is_at("Settings").await;
        visitor.sees("An order. Nothing goes to them.").await;
        for sort in PERSONAL.into_iter().chain(["practical", "never-send"]) {
            visitor.goes(&format!("/draft/new/{sort}")).await;
            visitor.is_at("That was not done").await;
        }
        visitor.goes("/urge").await;
        visitor.taps("9").await;
        visitor.sees("There is an order.").await;
        visitor.taps("9").await;
        visitor.is_at("It is still there").await;
        visitor.does_not_see("Or write it down").await;
        no_page_leads_to(visitor, &["start", "reply", "closure", "practical", "never-send"]).await;
    })
    .await;
}

#[tokio::test]
async fn children_leave_practical_messages_open_under_a_stop() {
    walk(&[Look::Phone, Look::NoScript], Life::WithChildren, async |visitor| {
        visitor.unlocks().await;
        they_said_stop(visitor).await;
        no_page_leads_to(visitor, &PERSONAL).await;
        visitor.goes("/practical").await;
        visitor.taps("Write a practical message").await;
        visitor.types("Your words", "The school asks for the form by Friday.").await;
        visitor.taps("Look at it").await;
        visitor.sees("Yours to send, elsewhere").await;
    })
    .await;
}

#[tokio::test]
async fn words_of_danger_in_a_draft_open_help() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Drafts").await;
        visitor.taps("A letter never to be sent").await;
        visitor.types("Your words", "I want to kill myself.").await;
        visitor.taps("Keep it").await;
        visitor.is_at("Help, now").await;
        visitor.sees("Are you thinking of killing yourself?").await;
        visitor.sees("112").await;
        visitor.taps("Back to today").await;
        visitor.is_at(TODAY).await;
        visitor.sees("Help, now").await;
    })
    .await;
}

#[tokio::test]
async fn words_of_harm_in_a_trigger_open_help_stop_contact_and_can_be_marked_a_false_alarm() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("I want to reach out").await;
        visitor.presses("What set it off").await;
        visitor.types("What set it off", "I will kill her").await;
        visitor.taps("9").await;
        visitor.is_at("Help, now").await;
        visitor.goes("/draft/new/start").await;
        visitor.is_at("That was not done").await;
        visitor.taps("Help").await;
        visitor.presses("These words were a false alarm").await;
        visitor.taps("It was a false alarm").await;
        visitor.is_at("Help, now").await;
        assert!(!visitor.could_tap("These words were a false alarm").await, "it is marked");
        // The stop stays for a day after the words.
        visitor.goes("/draft/new/start").await;
        visitor.is_at("That was not done").await;
        visitor.house.pass(25 * 3600);
        visitor.goes("/").await;
        visitor.unlocks().await;
        visitor.goes("/draft/new/start").await;
        visitor.is_at("What you would say").await;
    })
    .await;
}
