//! Tickets: who holds one is in, and nobody else; none outlives what it was given for.

use crate::home::{Home, PASSPHRASE};

#[test]
fn a_ticket_to_the_sample_does_not_open_the_vault() {
    let home = Home::kept();
    let stranger = home.stranger();
    assert_eq!(stranger.post("/sample", &[]).status, 303, "the sample is open to everybody");
    assert!(stranger.is_in(), "the sample lies open");
    let person = home.stranger();
    assert_eq!(person.unlock(PASSPHRASE).leads_to(), "/");
    assert!(person.is_in());
    assert!(!stranger.is_in(), "whoever looked at the sample does not look into the vault");
}

#[test]
fn an_old_ticket_is_void_after_every_kind_of_leaving_and_stays_so() {
    for way in ["/lock", "/leave"] {
        let home = Home::kept();
        let (thief, person) = (home.unlocked(), home.stranger());
        person.post(way, &[]);
        assert!(!thief.is_in(), "after {way}");
        person.unlock(PASSPHRASE);
        assert!(person.is_in());
        assert!(!thief.is_in(), "after {way} and unlocking again");
    }
    let home = Home::kept();
    let thief = home.unlocked();
    let person = home.unlocked();
    assert_eq!(person.post("/settings/erase", &[]).leads_to(), "/start");
    assert!(!thief.is_in() && !person.is_in(), "after erasing");
    let next = home.begun();
    assert!(next.is_in());
    assert!(!thief.is_in() && !person.is_in(), "and for whoever comes next");
}

#[test]
fn an_old_ticket_is_void_once_the_app_has_locked_by_itself() {
    let home = Home::kept();
    let thief = home.unlocked();
    home.clock.set_ahead(16 * 60);
    assert_eq!(thief.get("/").leads_to(), "/unlock");
    let person = home.unlocked();
    assert!(person.is_in() && !thief.is_in());
}

#[test]
fn a_sign_of_the_person_keeps_the_app_open_and_a_stranger_s_does_not() {
    let home = Home::kept();
    let person = home.unlocked();
    home.clock.set_ahead(10 * 60);
    assert_eq!(person.post("/stay", &[]).status, 204);
    home.clock.set_ahead(20 * 60);
    assert!(person.is_in(), "ten minutes after a sign it is open");
    home.clock.set_ahead(30 * 60);
    let stranger = home.stranger();
    for path in ["/", "/help", "/unlock", "/measures", "/why/SAFE-1"] {
        stranger.get(path);
    }
    assert_eq!(stranger.post("/stay", &[]).leads_to(), "/unlock");
    home.clock.set_ahead(36 * 60);
    assert_eq!(person.get("/").leads_to(), "/unlock", "sixteen minutes after the person's last it is locked");
}

#[test]
fn nothing_like_a_ticket_lets_in() {
    let home = Home::kept();
    let person = home.unlocked();
    let ticket = person.ticket.borrow().clone().expect("a ticket");
    let stranger = home.stranger();
    let shorter = &ticket[..ticket.len() - 1];
    let other = format!("{shorter}{}", if ticket.ends_with('0') { '1' } else { '0' });
    let tries = [
        String::new(),
        "Cookie: ticket=\r\n".into(),
        "Cookie: ticket\r\n".into(),
        format!("Cookie: ticket={shorter}\r\n"),
        format!("Cookie: ticket={other}\r\n"),
        format!("Cookie: ticket={ticket}0\r\n"),
        format!("Cookie: ticket={}\r\n", ticket.to_uppercase()),
        format!("Cookie: Ticket={ticket}\r\n"),
        format!("Cookie: ticket=\"{ticket}\"\r\n"),
        format!("Ticket: {ticket}\r\n"),
        "Cookie: ticket=\u{e9}\r\n".into(),
    ];
    for headers in tries {
        assert_eq!(stranger.ask("GET", "/work", &headers, "").status, 303, "{headers:?}");
    }
    let in_address = format!("/work?ticket={ticket}");
    assert_eq!(stranger.get(&in_address).status, 303);
}

#[test]
fn a_cookie_of_the_same_name_from_another_port_does_not_shut_the_person_out() {
    let home = Home::kept();
    let person = home.unlocked();
    let ticket = person.ticket.borrow().clone().expect("a ticket");
    for cookies in [format!("ticket=tossed; ticket={ticket}"), format!("ticket={ticket}; ticket=tossed; a=b")]
    {
        let answer = home.stranger().ask("GET", "/work", &format!("Cookie: {cookies}\r\n"), "");
        assert_eq!(answer.status, 200, "{cookies}");
    }
}

#[test]
fn tickets_are_long_and_no_two_are_the_same() {
    let home = Home::kept();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..40 {
        let ticket = home.unlocked().ticket.borrow().clone().expect("a ticket");
        assert!(ticket.len() >= 32, "{ticket}");
        assert!(seen.insert(ticket), "each is new");
    }
}

#[test]
fn a_second_tab_after_the_lock_shows_nothing_and_writes_nothing() {
    let home = Home::kept();
    let first = home.unlocked();
    let second = home.stranger();
    second.ticket.replace(first.ticket.borrow().clone());
    assert!(second.is_in(), "two tabs of one browser");
    first.post("/lock", &[]);
    assert_eq!(second.get("/").leads_to(), "/unlock");
    let late = second.post("/work", &[("sort", "other"), ("title", "too late")]);
    assert_eq!(late.leads_to(), "/unlock");
    assert!(!home.unlocked().journal().contains("too late"));
}
