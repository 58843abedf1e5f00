//! Whoever has no ticket, at every door, whatever lies on the desk.

use crate::doors;
use crate::home::{Browser, FRONT, Home, PASSPHRASE};

pub(crate) const CANARY: &str = "zimtkolibri";

/// The pages that are open to all.
fn is_open_to_all(path: &str) -> bool {
    let open = [
        "/help",
        "/unlock",
        "/unlock/code",
        "/measures",
        "/start",
        "/join",
        "/settings/erase",
        "/guide",
        "/map",
    ];
    open.contains(&path)
        || path.starts_with("/why/")
        || path.starts_with("/assets/")
        || path.starts_with("/guide/")
}

/// Tries every door with nothing in hand.
pub(crate) fn sees_nothing(stranger: &Browser<'_>, front: &[&str]) {
    for path in doors::gets(stranger.home) {
        let answer = stranger.get(&path);
        assert!(answer.ticket().is_none(), "GET {path} gives no ticket");
        assert!(!answer.text().contains(CANARY), "GET {path} shows it");
        assert!(!answer.text().contains("href=\"/drafts\""), "GET {path} shows the places of the house");
        assert!(!answer.text().contains("class=\"banner\""), "GET {path} shows what lies open");
        if answer.status == 303 {
            assert!(front.contains(&answer.leads_to()), "GET {path} leads to {}", answer.leads_to());
        } else {
            assert!(
                is_open_to_all(&path) && answer.status == 200
                    // A calendar's address that nobody made is a page that there is not.
                    || path.starts_with("/feed/") && answer.status == 404,
                "GET {path} is answered {}",
                answer.status
            );
        }
    }
    for missing in ["/nowhere", "/assets/none", "/draft/new/none", "/why/none"] {
        let page = stranger.get(missing).text();
        assert!(!page.contains("href=\"/drafts\"") && !page.contains("class=\"banner\""), "{missing}");
    }
}

/// Sends a form to every door that lays nothing else on the desk.
pub(crate) fn writes_nothing(stranger: &Browser<'_>) {
    let body = [
        ("sort", "other"),
        ("title", "forged"),
        ("channel", "text"),
        ("strength", "3"),
        ("text", "forged"),
        ("happened", "stop"),
        ("afraid", "yes"),
        ("limit", "order"),
        ("how", "let-go"),
        ("passphrase", "forged words"),
        ("passphrase_again", "forged words"),
        ("code", "forged"),
        ("id", "forged"),
        ("mood", "1"),
        ("name", "forged"),
        ("another", "yes"),
        ("by", "me"),
        ("after", "3"),
        ("danger-self", "yes"),
    ];
    for path in doors::posts(stranger.home) {
        if ["/start", "/join", "/sample", "/sample/leave", "/lock", "/leave"].contains(&path.as_str()) {
            continue;
        }
        let answer = stranger.post(&path, &body);
        assert!(answer.ticket().is_none(), "POST {path} gives no ticket");
        assert!(!answer.text().contains(CANARY), "POST {path} shows it");
        // Who asks the guide writes nothing down.
        assert!(
            [303, 403, 422, 429, 500].contains(&answer.status) || path == "/guide",
            "POST {path} is answered {}",
            answer.status
        );
        if answer.status == 303 {
            assert!(
                ["/unlock", "/start"].contains(&answer.leads_to()),
                "POST {path} leads to {}",
                answer.leads_to()
            );
        }
    }
}

pub(crate) fn write_something(browser: &Browser<'_>) {
    assert_eq!(browser.post("/work", &[("sort", "other"), ("title", CANARY)]).leads_to(), "/work");
}

#[test]
fn a_locked_vault_shows_nothing_and_takes_nothing() {
    let home = Home::kept();
    let person = home.unlocked();
    write_something(&person);
    let before = person.journal();
    person.post("/lock", &[]);
    sees_nothing(&home.stranger(), FRONT);
    writes_nothing(&home.stranger());
    let later = home.stranger();
    assert_eq!(later.unlock(PASSPHRASE).status, 303);
    assert_eq!(later.journal(), before);
}

#[test]
fn an_open_vault_shows_nothing_to_whoever_has_no_ticket_and_takes_nothing_from_them() {
    let home = Home::kept();
    let person = home.unlocked();
    write_something(&person);
    let before = person.journal();
    sees_nothing(&home.stranger(), FRONT);
    writes_nothing(&home.stranger());
    assert!(person.is_in());
    assert_eq!(person.journal(), before);
}

#[test]
fn the_sample_shows_nothing_to_whoever_did_not_open_it_and_the_vault_stays_shut() {
    let home = Home::kept();
    let reader = home.stranger();
    reader.post("/sample", &[]);
    sees_nothing(&home.stranger(), &["/unlock", "/start", "/", "/join"]);
    writes_nothing(&home.stranger());
    assert!(reader.post("/settings/erase", &[]).status == 303, "erasing the sample");
    assert_eq!(home.stranger().unlock(PASSPHRASE).leads_to(), "/", "is not erasing the vault");
}

#[test]
fn a_vault_cannot_be_put_in_the_place_of_another() {
    let home = Home::kept();
    let stranger = home.stranger();
    for open in ["/start", "/sample"] {
        stranger.post(open, &[]);
        let made = [("passphrase", "another one here"), ("passphrase_again", "another one here")];
        let answer = stranger.post("/start/keep", &made);
        assert!(!answer.text().contains("class=\"code\""), "after {open}");
        stranger.post("/sample/leave", &[]);
    }
    assert_eq!(home.stranger().unlock(PASSPHRASE).leads_to(), "/");
}
