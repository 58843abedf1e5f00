//! Limits, by every door and crafted form: no editor for what is personal under an order or a stop; help without a lock; and
//! nothing is erased but by the person's own tap.

use crate::home::{Browser, FRONT, Home};

const SORTS: [&str; 5] = ["start", "reply", "practical", "closure", "never-send"];

/// Tries to write each sort of draft by every way there is.
fn tries_to_write(browser: &Browser<'_>, open: &[&str], when: &str) {
    for sort in SORTS {
        let may = open.contains(&sort);
        let page = browser.get(&format!("/draft/new/{sort}"));
        assert_eq!(page.status, if may { 200 } else { 403 }, "the editor for {sort} {when}");
        assert_eq!(page.text().contains("<textarea"), may, "the editor for {sort} {when}");
        let crafted = [("id", "craftedcrafted"), ("sort", sort), ("text", &format!("crafted {sort} end"))];
        let kept = browser.post("/draft", &crafted);
        assert_eq!(kept.status, if may { 303 } else { 403 }, "a crafted {sort} {when}");
        let quiet = [("id", "quietlykept"), ("sort", sort), ("text", &format!("quiet {sort} end"))];
        let quietly = browser.post("/keep", &quiet);
        let letters = open.contains(&"never-send");
        assert_eq!(quietly.status, if may || letters { 303 } else { 403 }, "a {sort} kept quietly {when}");
    }
    for line in browser.journal().lines().filter(|line| line.contains("crafted") || line.contains("quiet")) {
        let allowed = open.iter().any(|sort| line.contains(&format!("\"sort\":\"{sort}\"")));
        assert!(allowed, "{when} this was written: {line}");
    }
}

/// No page offers an editor for what is personal.
fn offers_nothing_personal(browser: &Browser<'_>, drafts: &[String], when: &str) {
    let pages = [
        "/",
        "/drafts",
        "/asked",
        "/asked/reply",
        "/asked/answer",
        "/urge",
        "/urge/wait",
        "/urge/after",
        "/practical",
    ];
    for path in pages.iter().map(|path| (*path).to_owned()).chain(drafts.iter().cloned()) {
        let page = browser.get(&path).text();
        for sort in ["start", "reply", "closure"] {
            assert!(!page.contains(&format!("/draft/new/{sort}")), "{path} offers a {sort} {when}");
        }
        assert!(!page.contains("<textarea"), "{path} has an editor {when}");
    }
}

/// Somebody who has drafts of each sort that is open, and to whom something happens then.
fn after(happened: &[(&str, &[(&str, &str)])], open: &[&str], when: &str) {
    let home = Home::kept();
    let person = home.unlocked();
    person.post("/asked", &[("happened", "message"), ("channel", "text"), ("tone", "warm")]);
    let mut drafts: Vec<String> = Vec::new();
    for sort in ["reply", "start"] {
        let kept = person.draft(sort, "some words for them");
        assert_eq!(kept.status, 303, "a {sort} may be written before");
        drafts.push(kept.leads_to().to_owned());
    }
    person.post("/urge", &[("channel", "text"), ("strength", "5")]);
    person.post("/urge/wait", &[("after", "5")]);
    for (path, fields) in happened {
        assert_eq!(person.post(path, fields).status, 303, "{when}");
    }
    offers_nothing_personal(&person, &drafts, when);
    tries_to_write(&person, open, when);
    offers_nothing_personal(&person, &drafts, &format!("{when}, after trying"));
}

#[test]
fn under_an_order_nothing_is_written_by_any_way() {
    after(&[("/settings/limit", &[("limit", "order")])], &[], "under an order");
    after(&[("/start/safety", &[("order", "yes")])], &[], "under an order told of at the start");
    let children = [("shares_asked", "yes"), ("shares", "children")];
    after(
        &[("/settings", &children), ("/settings/limit", &[("limit", "order")])],
        &[],
        "under an order, with children",
    );
}

#[test]
fn under_a_stop_there_is_no_editor_for_anything_personal() {
    after(&[("/asked", &[("happened", "stop")])], &["never-send"], "under a stop");
    after(
        &[("/settings/limit", &[("limit", "told-to-stop"), ("how", "blocked")])],
        &["never-send"],
        "blocked",
    );
    let children = [("shares_asked", "yes"), ("shares", "children")];
    let open = ["practical", "never-send"];
    after(
        &[("/settings", &children), ("/asked", &[("happened", "stop")])],
        &open,
        "under a stop, with children",
    );
}

#[test]
fn words_of_harm_close_the_editor_too() {
    after(
        &[("/checkin", &[("note", "I am going to kill him"), ("whole", "yes")])],
        &["never-send"],
        "after words of harm",
    );
}

#[test]
fn a_stop_is_not_lifted_by_asking_for_it() {
    let home = Home::kept();
    let person = home.unlocked();
    person.post("/asked", &[("happened", "stop")]);
    let lift = [("limit", "none"), ("confirmed", "yes")];
    person.post("/settings/limit", &lift);
    person.post("/settings/limit", &[("limit", "none")]);
    for line in person.journal().lines() {
        if let Some(id) = line.split("\"id\":\"").nth(1).and_then(|rest| rest.split('"').next()) {
            person.post("/people/remove", &[("id", id)]);
        }
    }
    assert_eq!(person.get("/draft/new/start").status, 403);
    assert_eq!(person.get("/draft/new/reply").status, 403);
}

#[test]
fn help_is_open_at_every_stage_and_with_whatever_stands_in_the_address() {
    let empty = Home::empty();
    let begun = Home::empty();
    begun.begun();
    let locked = Home::kept();
    let open = Home::kept();
    open.unlocked();
    let sample = Home::kept();
    sample.stranger().post("/sample", &[]);
    let asked = [
        "",
        "?country=NZ",
        "?country=NZ&country=DE",
        "?country=%ff",
        "?country=%3Cscript%3E",
        "?%",
        "?country",
        "?a=b",
    ];
    for home in [empty, begun, locked, open, sample] {
        for query in asked {
            let answer = home.stranger().get(&format!("/help{query}"));
            assert_eq!(answer.status, 200, "/help{query}");
            assert!(answer.text().contains("<h1"), "/help{query}");
            assert!(answer.text().contains("killing yourself"), "the plain question, /help{query}");
        }
    }
}

#[test]
fn the_fictional_person_s_country_is_not_the_reader_s() {
    let home = Home::empty();
    let reader = home.stranger();
    let before = reader.get("/help").text();
    reader.post("/sample", &[]);
    assert!(reader.is_in());
    let chosen = |page: &str| {
        page.split(" selected>").nth(1).and_then(|rest| rest.split('<').next()).map(str::to_owned)
    };
    assert_eq!(chosen(&reader.get("/help").text()), chosen(&before));
}

#[test]
fn nothing_but_the_person_s_own_tap_erases() {
    let home = Home::kept();
    let person = home.unlocked();
    assert_eq!(person.get("/settings/erase").status, 200, "asking is not erasing");
    assert_eq!(home.stranger().post("/settings/erase", &[]).leads_to(), FRONT[0]);
    assert!(person.is_in());
    assert_eq!(person.post("/settings/erase", &[]).leads_to(), "/start");
    let left = home.left();
    assert!(left.is_empty(), "{left:?} is left");
}
