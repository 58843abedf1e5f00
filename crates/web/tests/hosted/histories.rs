//! A message history, sent to one node, looked over at another, kept as counts or let go of: its words lie nowhere in the
//! clear, and nowhere at all afterwards.

use std::cell::RefCell;

use crate::home::{Browser, Home};

const CANARY: &str = "zimtkolibri";

fn chat() -> String {
    let line = |day: u32, hour: u32, who: &str, what: &str| {
        format!("[{day:02}.03.25, {hour:02}:15:00] {who}: {what}\n")
    };
    (1..=28).flat_map(|day| [line(day, 8, "Anna", "good morning"), line(day, 19, "Ben", CANARY)]).collect()
}

fn moved<'a>(browser: &Browser<'_>, home: &'a Home) -> Browser<'a> {
    Browser { home, cookies: RefCell::new(browser.cookies.borrow().clone()) }
}

fn parcels(home: &Home) -> String {
    testbed::shared().ask(&home.database, "SELECT count(*) FROM parcel").expect("it answers")
}

#[test]
fn a_history_goes_from_node_to_node_sealed_and_is_gone_once_it_is_kept() {
    let one = Home::empty();
    let two = Home::node(&one.database, &one.clock);
    let person = one.stranger();
    person.sign_up("quiet-reader");
    assert_eq!(person.sends_chat(&chat()).leads_to(), "/flow/audit");
    assert_ne!(parcels(&one), "0");
    let dump = testbed::shared().dump(&one.database);
    assert!(
        !dump.contains(CANARY) && !dump.contains(&testbed::hex(CANARY)),
        "its words lie nowhere in the clear"
    );
    let there = moved(&person, &two);
    let page = there.get("/flow/audit").text();
    assert!(page.contains("Anna") && page.contains("Ben"), "the other node asks who is who");
    let said = [("me", "Anna"), ("partner", "Ben"), ("zone", "Europe/Berlin"), ("dates", "dmy")];
    assert_eq!(there.post("/flow/audit", &said).leads_to(), "/flow/audit");
    let back = moved(&there, &one);
    assert!(
        back.get("/flow/audit").text().contains("action=\"/flow/keep\""),
        "what was said there is known here"
    );
    assert_eq!(back.post("/flow/keep", &[]).leads_to(), "/flow");
    assert_eq!(parcels(&one), "0");
    assert!(!back.cookies.borrow().contains_key("__Host-parcel"));
    assert!(back.get("/flow").text().contains("<svg"), "the flow is drawn");
    let journal = back.journal();
    assert!(journal.contains("\"message\"") && !journal.contains(CANARY), "counts, and no words");
}

#[test]
fn a_history_that_is_let_go_of_leaves_nothing_and_another_person_reaches_none() {
    let home = Home::empty();
    let (person, other) = (home.stranger(), home.stranger());
    person.sign_up("quiet-reader");
    other.sign_up("another-reader");
    person.sends_chat(&chat());
    let shown = person.cookies.borrow().get("__Host-parcel").cloned().expect("a way back");
    other.cookies.borrow_mut().insert("__Host-parcel".to_owned(), shown);
    assert_eq!(other.get("/flow/audit").leads_to(), "/flow", "what is another's is not there");
    assert!(person.get("/flow/audit").text().contains("Anna"));
    assert_eq!(person.post("/flow/cancel", &[]).leads_to(), "/flow");
    assert_eq!(parcels(&home), "0");
    assert_eq!(person.get("/flow/audit").leads_to(), "/flow");
}

#[test]
fn one_that_nobody_comes_back_for_is_over_within_half_an_hour() {
    let home = Home::empty();
    let person = home.stranger();
    person.sign_up("quiet-reader");
    person.sends_chat(&chat());
    // The person goes on writing, so that the session holds.
    for minutes in [14, 28, 31] {
        home.clock.set_ahead(minutes * 60);
        assert!(person.is_in(), "{minutes}");
    }
    assert_eq!(person.get("/flow/audit").leads_to(), "/flow");
    person.sends_chat(&chat());
    assert_eq!(parcels(&home), "1", "the one before was swept");
}
