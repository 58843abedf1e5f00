//! Many people on several nodes: nobody reaches anything of another's by any door, a stolen cookie is worth nothing
//! without the server, and what one node began another goes on with.

use std::cell::RefCell;

use crate::doors;
use crate::forms;
use crate::home::{Browser, Home, PASSPHRASE, SESSION};

const CANARY: &str = "zimtkolibri";

/// Somebody with an account of their own, and something written.
fn somebody<'a>(home: &'a Home, name: &str, words: &str) -> Browser<'a> {
    let browser = home.stranger();
    browser.sign_up(name);
    browser.post("/settings/fear", &[("afraid", "no")]);
    assert_eq!(browser.post("/work", &[("sort", "other"), ("title", words)]).leads_to(), "/work");
    browser.draft("never-send", words);
    browser.post("/people", &[("name", words), ("phone", "555 0100"), ("can", "listen")]);
    browser
}

/// The same browser at another node.
fn moved<'a>(browser: &Browser<'_>, home: &'a Home) -> Browser<'a> {
    Browser { home, cookies: RefCell::new(browser.cookies.borrow().clone()) }
}

fn session(browser: &Browser<'_>) -> String {
    browser.cookies.borrow().get(SESSION).cloned().expect("a session")
}

#[test]
fn who_signs_up_on_one_node_goes_on_at_the_other_and_locking_on_one_ends_both() {
    let one = Home::empty();
    let two = Home::node(&one.database, &one.clock);
    let at_one = somebody(&one, "hazel-door-1", CANARY);
    let at_two = moved(&at_one, &two);
    assert!(at_two.get("/work").text().contains(CANARY));
    assert_eq!(at_two.post("/work", &[("sort", "other"), ("title", "second words")]).leads_to(), "/work");
    assert!(at_one.get("/work").text().contains("second words"), "what the other node wrote is seen");
    assert_eq!(at_two.post("/lock", &[]).leads_to(), "/unlock");
    assert!(!at_one.is_in(), "signed out everywhere");
    assert_eq!(at_one.sign_in("hazel-door-1", PASSPHRASE).leads_to(), "/");
    assert!(at_one.is_in());
}

#[test]
fn one_person_reaches_nothing_of_anothers_by_any_door() {
    let home = Home::empty();
    let theirs = somebody(&home, "anna-lamp", CANARY);
    let mine = somebody(&home, "ben-lamp", "my own words");
    // Every id that the other one's pages show, in the place of an id of mine.
    let pages: Vec<String> = doors::gets(&home).iter().map(|path| theirs.get(path).text()).collect();
    let ids: Vec<String> = pages
        .iter()
        .flat_map(|page| page.split(['"', '/']))
        .filter(|word| {
            word.len() == 20 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
        .map(str::to_owned)
        .collect();
    assert!(!ids.is_empty(), "there are ids to try");
    let before = theirs.journal();
    let mut tried = 0;
    for id in &ids {
        for path in doors::gets(&home) {
            let path = path.replace("0123456789abcdefghjk", id);
            assert!(!mine.get(&path).text().contains(CANARY), "GET {path}");
            tried += 1;
        }
        for path in doors::posts(&home) {
            if ["/lock", "/leave", "/settings/erase", "/join", "/unlock", "/unlock/code"]
                .contains(&path.as_str())
            {
                continue;
            }
            let path = path.replace("0123456789abcdefghjk", id);
            let fields = [
                ("id", id.as_str()),
                ("how", "let-go"),
                ("name", id),
                ("text", "taken over"),
                ("sort", "other"),
            ];
            assert!(!mine.post(&path, &fields).text().contains(CANARY), "POST {path}");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
    assert_eq!(theirs.journal(), before, "and nothing of theirs is changed");
}

#[test]
fn erasing_takes_one_person_away_and_no_other() {
    let home = Home::empty();
    let gone = somebody(&home, "gone-lamp", CANARY);
    let stays = somebody(&home, "stays-lamp", "my own words");
    assert_eq!(gone.post("/settings/erase", &[]).leads_to(), "/start");
    assert!(!gone.is_in());
    assert_eq!(gone.sign_in("gone-lamp", PASSPHRASE).status, 403);
    assert!(stays.get("/work").text().contains("my own words"));
}

#[test]
fn a_cookie_that_was_changed_or_is_over_opens_nothing() {
    let home = Home::empty();
    let person = somebody(&home, "linen-lamp", CANARY);
    let whole = session(&person);
    let thief = home.stranger();
    for at in (0..whole.len()).step_by(7) {
        let mut changed = whole.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("letters");
        thief.cookies.borrow_mut().insert(SESSION.to_owned(), changed);
        assert!(!thief.is_in(), "letter {at}");
    }
    thief.cookies.borrow_mut().insert(SESSION.to_owned(), whole.clone());
    assert!(thief.is_in(), "the whole one is the person's own");
    home.clock.set_ahead(16 * 60);
    thief.cookies.borrow_mut().insert(SESSION.to_owned(), whole);
    assert!(!thief.is_in(), "and ends without a sign of the person");
}

#[test]
fn the_cookie_is_given_anew_and_says_nothing_of_anybody() {
    let home = Home::empty();
    let person = somebody(&home, "rotating-lamp", CANARY);
    let first = session(&person);
    home.clock.set_ahead(61);
    assert!(person.is_in());
    let second = session(&person);
    assert_ne!(first, second);
    home.clock.set_ahead(15 * 60 + 30);
    assert!(person.is_in(), "the fresh one goes on");
    for secret in [CANARY, "rotating-lamp", PASSPHRASE] {
        assert!(!second.contains(secret));
    }
}

#[test]
fn a_new_passphrase_needs_the_old_one_and_ends_the_other_sessions() {
    let home = Home::empty();
    let person = somebody(&home, "changing-lamp", CANARY);
    let other = home.stranger();
    assert_eq!(other.sign_in("changing-lamp", PASSPHRASE).leads_to(), "/");
    let change = |today: &str| {
        person.post(
            "/settings/passphrase",
            &[
                ("passphrase_today", today),
                ("passphrase", "another one of mine"),
                ("passphrase_again", "another one of mine"),
            ],
        )
    };
    assert_eq!(change("not the one").status, 403);
    assert!(person.is_in() && other.is_in());
    assert_eq!(change(PASSPHRASE).leads_to(), "/settings");
    assert!(person.is_in() && !other.is_in());
    assert_eq!(home.stranger().sign_in("changing-lamp", PASSPHRASE).status, 403);
    assert_eq!(home.stranger().sign_in("changing-lamp", "another one of mine").leads_to(), "/");
}

#[test]
fn the_code_opens_with_a_new_passphrase_and_is_shown_once() {
    let home = Home::empty();
    let person = home.stranger();
    let fields = [("name", "coded-lamp"), ("passphrase", PASSPHRASE), ("passphrase_again", PASSPHRASE)];
    let page = person.post("/join", &fields).text();
    let code =
        page.split("class=\"code\">").nth(1).and_then(|rest| rest.split('<').next()).expect("the code");
    assert_eq!(person.post("/start/code", &[("code", code)]).leads_to(), "/start/safety");
    let later = home.stranger();
    let fields = [("name", "coded-lamp"), ("code", code), ("passphrase", "a fresh one of mine")];
    assert_eq!(later.post("/unlock/code", &fields).leads_to(), "/");
    assert!(later.is_in() && !person.is_in());
}

#[test]
fn the_sample_is_everybodys_and_keeps_nothing() {
    let home = Home::empty();
    let reader = home.stranger();
    assert_eq!(reader.post("/sample", &[]).leads_to(), "/");
    assert!(reader.get("/journal").text().contains("class=\"banner\""), "it says that it is the sample");
    reader.post("/work", &[("sort", "other"), ("title", CANARY)]);
    assert!(!reader.get("/work").text().contains(CANARY));
    assert_eq!(reader.post("/sample/leave", &[]).leads_to(), "/start");
    assert_eq!(home.left(), Vec::<String>::new());
}

#[test]
fn help_and_the_guide_stand_while_the_database_is_away_and_nobody_is_signed_out_by_it() {
    let cluster = testbed::Cluster::start();
    let home = Home::node(&cluster.database(), &app::clock::Clock::default());
    let person = somebody(&home, "anchor-lamp", CANARY);
    cluster.kill();
    for path in ["/help", "/measures", "/assets/app.css"] {
        assert_eq!(person.get(path).status, 200, "{path}");
        assert_eq!(home.stranger().get(path).status, 200, "{path}");
    }
    assert_eq!(person.get("/work").status, 503);
    assert_eq!(person.post("/work", &[("sort", "other"), ("title", "lost words")]).status, 503);
    assert!(person.cookies.borrow().contains_key(SESSION), "still signed in");
    cluster.start_again();
    assert!(person.get("/work").text().contains(CANARY));
    assert_eq!(person.post("/work", &[("sort", "other"), ("title", "later words")]).leads_to(), "/work");
    assert!(person.get("/work").text().contains("later words"));
}

#[test]
fn wrong_passphrases_are_told_kindly_and_the_name_is_kept_in_the_form() {
    let home = Home::kept();
    let page = home.stranger().sign_in("quiet-lamp-0420", "guessing at it");
    assert_eq!(page.status, 403);
    assert_eq!(forms::value(&page.text(), "name").as_deref(), Some("quiet-lamp-0420"));
    assert!(!page.text().contains("guessing at it"));
    let unknown = home.stranger().sign_in("nobody-of-that-name", "guessing at it");
    let said = |page: &str| page.split("role=\"alert\"").nth(1).map(|rest| rest[..120].to_owned());
    assert_eq!(said(&page.text()), said(&unknown.text()), "which of the two was wrong is not told");
}
