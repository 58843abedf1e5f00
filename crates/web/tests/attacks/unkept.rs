//! What is not kept yet, and what is being made while the browser goes away or the app is told to end: on a machine of
//! one's own alone, where something lies in memory before there is a vault.

use std::io::Write as _;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::home::{DEAR, Home, PASSPHRASE};
use crate::lines::{half_a_form, half_a_head};
use crate::locked::{CANARY, sees_nothing, write_something, writes_nothing};
use crate::wire;

fn files(folder: &std::path::Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn what_is_not_kept_yet_shows_nothing_and_is_not_thrown_away_by_whoever_locks() {
    let home = Home::empty();
    let person = home.begun();
    write_something(&person);
    sees_nothing(&home.stranger(), &["/unlock", "/start", "/"]);
    writes_nothing(&home.stranger());
    for path in ["/lock", "/leave", "/sample/leave", "/sample"] {
        assert!(home.stranger().post(path, &[]).ticket().is_none(), "{path}");
    }
    assert!(person.get("/work").text().contains(CANARY), "it still is there");
}

#[test]
fn whoever_begins_twice_goes_on_with_what_was_written() {
    let home = Home::empty();
    let person = home.begun();
    write_something(&person);
    assert_eq!(person.post("/start", &[]).leads_to(), "/start/safety");
    assert!(person.get("/work").text().contains(CANARY));
}

#[test]
fn whoever_begins_anew_without_a_ticket_does_not_see_what_was_written_before() {
    let home = Home::empty();
    let person = home.begun();
    write_something(&person);
    let stranger = home.begun();
    assert!(!stranger.journal().contains(CANARY));
    assert!(!person.is_in());
}

#[test]
fn what_was_begun_is_finished_though_the_browser_is_gone() {
    let home = Home::deriving(DEAR);
    let person = home.begun();
    person.post("/work", &[("sort", "other"), ("title", "written before")]);
    let fields = wire::form(&[("passphrase", PASSPHRASE), ("passphrase_again", PASSPHRASE)]);
    let bytes = wire::request(home.port, "POST", "/start/keep", &person.cookie(), &fields);
    let mut line = wire::line(home.port);
    line.write_all(&bytes).expect("sent");
    while files(home.folder()) == 0 {
        thread::sleep(Duration::from_millis(5));
    }
    line.shutdown(std::net::Shutdown::Both).expect("gone, while the key is derived");
    drop(line);
    // Who comes next waits until the vault is made.
    assert!(person.get("/work").text().contains("written before"));
    person.post("/lock", &[]);
    let again = home.stranger();
    assert_eq!(again.unlock(PASSPHRASE).leads_to(), "/", "the passphrase opens it");
    assert!(again.journal().contains("written before"), "and what was written is there");
}

#[test]
fn a_line_that_is_held_open_does_not_keep_the_app_from_ending() {
    let mut home = Home::kept();
    let person = home.unlocked();
    let slow = [half_a_head(&home), half_a_form(&home, "/work", &person.cookie()), wire::line(home.port)];
    let folder = app::desk::Folder::at(home.folder());
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| {
            home.end();
            tell.send(()).expect("the test waits");
        });
        told.recv_timeout(Duration::from_secs(30)).expect("it ends, whoever holds a line");
    });
    drop(slow);
    app::vault::everything(&folder).expect("and the vault is let go of");
}
