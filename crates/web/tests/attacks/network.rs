//! The app on a home network: the line is sealed, each person's door opens for them alone, and who only calls by sees
//! nothing of anybody.

use crate::home::{Browser, Home, PASSPHRASE};
use crate::wire;

/// Somebody of the household at their own door.
fn at_the_door<'a>(home: &'a Home, name: &str) -> Browser<'a> {
    let browser = home.stranger();
    assert_eq!(browser.post("/who", &[("name", name)]).leads_to(), "/");
    browser
}

/// Makes a vault, and writes something into it.
fn keeps(browser: &Browser<'_>, words: &str) {
    assert_eq!(browser.post("/start", &[]).leads_to(), "/start/safety");
    let fields = [("passphrase", PASSPHRASE), ("passphrase_again", PASSPHRASE)];
    assert_eq!(browser.post("/start/keep", &fields).status, 200, "the vault is made");
    browser.post("/settings/fear", &[("afraid", "no")]);
    browser.post("/work", &[("sort", "other"), ("title", words)]);
}

#[test]
fn nothing_is_said_on_a_line_that_is_not_sealed() {
    let home = Home::on_network(&[]);
    let plain = wire::request(home.port, "GET", "/help", "", "");
    assert!(wire::raw(home.port, &plain).is_none(), "no word in the clear");
    assert_eq!(home.stranger().get("/help").status, 200);
}

#[test]
fn every_cookie_is_for_sealed_lines_alone() {
    let home = Home::on_network(&["anna"]);
    let anna = home.stranger();
    let cookies = [
        anna.post("/who", &[("name", "anna")]),
        anna.post("/start", &[]),
        anna.post("/language", &[("language", "de"), ("next", "/")]),
        anna.post("/leave", &[]),
    ];
    for answer in cookies {
        let cookie = answer.header("set-cookie").expect("a cookie");
        assert!(cookie.contains("HttpOnly; SameSite=Strict") && cookie.ends_with("; Secure"), "{cookie}");
    }
}

#[test]
fn it_answers_to_the_names_it_was_given_and_to_no_other() {
    let home = Home::on_network(&["anna"]);
    for host in ["localhost", "127.0.0.1", "attic.home", "evil.example"] {
        let path = ["/", "/who", "/help"];
        for path in path {
            let bytes = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            let answer = wire::sealed(home.port, home.seal.clone(), bytes.as_bytes()).expect("answered");
            assert_eq!(answer.status, 421, "{path} at {host}");
        }
    }
    let cross = "Origin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\n";
    assert_eq!(home.stranger().ask("POST", "/who", cross, "name=anna").status, 403);
}

#[test]
fn before_the_doors_there_is_help_and_no_name() {
    let home = Home::on_network(&["anna", "ben"]);
    keeps(&at_the_door(&home, "anna"), "a talk");
    let stranger = home.stranger();
    for path in ["/", "/unlock", "/start", "/journal", "/settings", "/work", "/nowhere"] {
        assert_eq!(stranger.get(path).leads_to(), "/who", "{path}");
    }
    for path in ["/who", "/help", "/measures"] {
        let page = stranger.get(path);
        assert_eq!(page.status, 200, "{path}");
        let text = page.text().to_lowercase();
        assert!(!text.contains("anna") && !text.contains(">ben"), "{path} names nobody");
    }
    for unknown in ["", "carl", "../anna", "anna/../ben", "people", "."] {
        assert_eq!(stranger.post("/who", &[("name", unknown)]).status, 403, "{unknown:?}");
    }
    assert_eq!(stranger.post("/who", &[("name", " Ben ")]).leads_to(), "/");
}

#[test]
fn nobodys_ticket_opens_the_door_of_another() {
    let home = Home::on_network(&["anna", "ben"]);
    let (anna, ben) = (at_the_door(&home, "anna"), at_the_door(&home, "ben"));
    keeps(&anna, "the walk by the lake");
    keeps(&ben, "the first talk");
    assert!(anna.is_in() && ben.is_in());
    // Anna goes to Ben's door with her own ticket.
    *anna.person.borrow_mut() = Some("ben".to_owned());
    for path in ["/", "/journal", "/work", "/settings", "/drafts", "/flow", "/people", "/journal/entry/1"] {
        assert_eq!(anna.get(path).leads_to(), "/unlock", "{path}");
    }
    for path in ["/settings/export", "/settings/backup", "/settings/erase", "/work", "/urge", "/stay"] {
        let answer = anna.post(path, &[("passphrase", PASSPHRASE), ("sure", "yes")]);
        assert_eq!(answer.leads_to(), "/unlock", "{path}");
    }
    assert!(!ben.journal().contains("lake") && ben.is_in());
    *anna.person.borrow_mut() = Some("anna".to_owned());
    assert!(anna.journal().contains("the walk by the lake"));
    for person in ["nobody", "../anna", "", "Anna"] {
        *anna.person.borrow_mut() = Some(person.to_owned());
        assert_eq!(anna.get("/journal").leads_to(), "/who", "{person:?}");
    }
}

#[test]
fn others_on_the_network_shut_nobody_out_of_an_open_vault() {
    let home = Home::on_network(&[]);
    let person = home.stranger();
    keeps(&person, "a talk");
    for path in ["/lock", "/leave"] {
        assert_eq!(home.stranger().post(path, &[]).status, 303);
        assert!(person.is_in(), "after {path} by another");
    }
    person.post("/lock", &[]);
    assert!(!person.is_in(), "their own word locks");
}

#[test]
fn what_lies_outside_the_seal_is_not_shown_to_the_network() {
    let home = Home::on_network(&[]);
    let person = home.stranger();
    keeps(&person, "a talk");
    person.post("/people", &[("name", "Rosamunde"), ("phone", "030 123456"), ("another", "yes")]);
    let page = person.get("/people").text();
    let (before, _) = page.split_once("\">Rosamunde</option>").expect("she can be chosen");
    let id = before.rsplit_once('"').expect("a value").1;
    assert_eq!(person.post("/people/outside", &[("id", id)]).status, 303);
    person.post("/plan", &[("signs", "The empty flat on Sundays"), ("outside", "yes")]);
    let own = person.get("/help").text();
    assert!(own.contains("Rosamunde") && own.contains("The empty flat on Sundays"), "they see it themselves");
    let seen = home.stranger().get("/help").text();
    assert!(!seen.contains("Rosamunde") && !seen.contains("The empty flat"), "nobody else does");
}

#[test]
fn a_stranger_on_the_network_opens_no_sample_in_a_house_that_is_lived_in_and_throws_nothing_away() {
    let home = Home::on_network(&[]);
    let person = home.stranger();
    keeps(&person, "a talk");
    person.post("/plan", &[("signs", "The empty flat on Sundays"), ("outside", "yes")]);
    person.post("/lock", &[]);
    let stranger = home.stranger();
    assert_eq!(stranger.post("/sample", &[]).status, 403);
    assert!(!stranger.get("/help").text().contains("The empty flat"));
    assert_eq!(stranger.get("/unlock").status, 200, "the door stays where it is");
    let begun = Home::on_network(&[]);
    let writer = begun.stranger();
    writer.post("/start", &[]);
    writer.post("/work", &[("sort", "other"), ("title", "written before")]);
    assert_eq!(begun.stranger().post("/start", &[]).status, 403);
    assert!(writer.get("/work").text().contains("written before"));
}
