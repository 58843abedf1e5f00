//! Two tabs that write at the same time.

use std::thread;

use crate::home::Home;

#[test]
fn two_tabs_that_write_at_the_same_time_lose_nothing() {
    let home = Home::kept();
    let first = home.unlocked();
    let tickets = [first.ticket.borrow().clone(), home.unlocked().ticket.borrow().clone()];
    thread::scope(|scope| {
        for (tab, ticket) in tickets.iter().enumerate() {
            let home = &home;
            scope.spawn(move || {
                let browser = home.stranger();
                browser.ticket.replace(ticket.clone());
                for number in 0..40 {
                    let title = format!("tab {tab} number {number} ends");
                    let answer = browser.post("/work", &[("sort", "other"), ("title", &title)]);
                    assert_eq!(answer.leads_to(), "/work");
                }
            });
        }
    });
    let journal = first.journal();
    for tab in 0..2 {
        for number in 0..40 {
            assert_eq!(journal.matches(&format!("tab {tab} number {number} ends")).count(), 1);
        }
    }
}

#[test]
fn two_tabs_that_change_one_draft_leave_one_whole_text() {
    let home = Home::kept();
    let person = home.unlocked();
    let path = person.draft("never-send", "first words").leads_to().to_owned();
    let id = path.trim_start_matches("/draft/");
    let ticket = person.ticket.borrow().clone();
    thread::scope(|scope| {
        for text in ["a", "b"] {
            let (home, ticket) = (&home, ticket.clone());
            scope.spawn(move || {
                let browser = home.stranger();
                browser.ticket.replace(ticket);
                let whole = text.repeat(5000);
                browser.post("/draft", &[("id", id), ("sort", "never-send"), ("text", &whole)]);
            });
        }
    });
    let page = person.get(&path).text();
    assert!(page.contains(&"a".repeat(5000)) != page.contains(&"b".repeat(5000)), "one of the two, whole");
}
