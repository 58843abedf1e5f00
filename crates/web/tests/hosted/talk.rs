//! The talk under the guide's pages: off until it is let be, nobody under their own name, nothing shown before a guide has
//! passed it, and nothing of it a way to somebody.

use crate::home::{Browser, Home};

const CANARY: &str = "zimtkolibri";
const PAGE: &str = "/guide/afraid";

fn ask(home: &Home, statement: &str) -> String {
    testbed::shared().ask(&home.database, statement).expect("it answers")
}

/// A service with a talk, a guide, and two others.
struct House {
    home: Home,
}

impl House {
    fn new() -> Self {
        let home = Home::empty();
        ask(&home, "INSERT INTO setting (name, value) VALUES ('talk', 'on')");
        Self { home }
    }

    fn person(&self, name: &str) -> Browser<'_> {
        let person = self.home.stranger();
        person.sign_up(name);
        person
    }

    fn guide(&self) -> Browser<'_> {
        let guide = self.person("the-guide-here");
        ask(&self.home, "UPDATE tenant SET guide = TRUE");
        guide
    }
}

fn says(browser: &Browser<'_>, text: &str) -> u16 {
    browser.post("/talk/afraid", &[("text", text), ("consent", "yes")]).status
}

/// The id of the one post that a page shows with these words.
fn id_of(page: &str, words: &str) -> String {
    let post =
        page.split("<article class=\"post").find(|post| post.contains(words)).expect("the post is shown");
    crate::forms::value(post, "id").expect("its id")
}

/// Asks something that a guide shows to all; its id.
fn asks_and_is_shown(writer: &Browser<'_>, guide: &Browser<'_>) -> String {
    says(writer, CANARY);
    let id = id_of(&guide.get("/talk").text(), CANARY);
    act(guide, &id, "show");
    id
}

fn act(browser: &Browser<'_>, id: &str, act: &str) -> u16 {
    browser.post("/talk/afraid/post", &[("id", id), ("do", act)]).status
}

#[test]
fn where_nobody_said_so_there_is_no_talk() {
    let home = Home::empty();
    let person = home.stranger();
    person.sign_up("quiet-bench");
    assert!(!person.get(PAGE).text().contains("id=\"talk\""));
    assert_eq!(person.post("/talk/afraid", &[("text", "words")]).status, 404);
    assert_eq!(person.post("/talk/afraid/post", &[("id", "a"), ("do", "show")]).status, 403);
    assert_eq!(ask(&home, "SELECT count(*) FROM post"), "0");
}

#[test]
fn nothing_shows_before_a_guide_has_passed_it_and_a_guides_answer_is_marked() {
    let house = House::new();
    let guide = house.guide();
    let (anna, ben) = (house.person("anna-of-old"), house.person("ben-of-old"));
    assert_eq!(says(&anna, &format!("How long does it take? {CANARY}")), 303);
    assert!(anna.get(PAGE).text().contains(CANARY), "its writer sees it");
    assert!(!ben.get(PAGE).text().contains(CANARY), "others do not");
    let queue = guide.get("/talk").text();
    assert!(queue.contains(CANARY));
    let id = id_of(&queue, CANARY);
    assert_eq!(act(&ben, &id, "show"), 403, "nobody passes posts but a guide");
    assert_eq!(act(&anna, &id, "show"), 403);
    assert_eq!(act(&guide, &id, "show"), 303);
    let page = ben.get(PAGE).text();
    assert!(page.contains(CANARY));
    assert!(!page.contains("anna"), "nobody's own name");
    assert!(!page.contains("class=\"post guides\""));
    let answer = [("text", "It takes what it takes."), ("thread", id.as_str())];
    assert_eq!(guide.post("/talk/afraid", &answer).status, 303);
    let page = ben.get(PAGE).text();
    assert!(page.contains("class=\"post guides\"") && page.contains("It takes what it takes."));
    let stranger = house.home.stranger().get(PAGE).text();
    assert!(!stranger.contains(CANARY) && stranger.contains("id=\"talk\""), "others sign in first");
}

#[test]
fn a_report_takes_a_post_out_of_sight_until_a_guide_has_looked() {
    let house = House::new();
    let guide = house.guide();
    let (anna, ben) = (house.person("anna-of-old"), house.person("ben-of-old"));
    let id = asks_and_is_shown(&anna, &guide);
    assert_eq!(act(&ben, &id, "report"), 303);
    assert!(!ben.get(PAGE).text().contains(CANARY));
    assert!(guide.get("/talk").text().contains("Reported: 1"));
    assert_eq!(act(&guide, &id, "show"), 303);
    assert_eq!(act(&ben, &id, "report"), 303, "a second report of the same person");
    assert!(ben.get(PAGE).text().contains(CANARY), "counts for nothing");
    assert_eq!(act(&guide, &id, "hide"), 303);
    assert!(!ben.get(PAGE).text().contains(CANARY));
    assert!(anna.get("/talk").text().contains(CANARY), "its writer still finds it");
}

#[test]
fn its_writer_removes_a_post_for_good_and_nobody_elses() {
    let house = House::new();
    let guide = house.guide();
    let (anna, ben) = (house.person("anna-of-old"), house.person("ben-of-old"));
    let id = asks_and_is_shown(&anna, &guide);
    assert_eq!(act(&ben, &id, "remove"), 403);
    assert!(ben.get(PAGE).text().contains(CANARY));
    assert_eq!(act(&anna, &id, "remove"), 303);
    assert!(!ben.get(PAGE).text().contains(CANARY) && !anna.get("/talk").text().contains(CANARY));
    assert_eq!(ask(&house.home, "SELECT count(*) FROM post"), "0");
    says(&anna, "another one");
    anna.post("/settings/erase", &[]);
    assert_eq!(ask(&house.home, "SELECT count(*) FROM post"), "0", "who goes takes their posts along");
}

#[test]
fn words_of_danger_open_help_for_their_writer_first_and_lose_nothing() {
    let house = House::new();
    let anna = house.person("anna-of-old");
    let text = "I want to kill myself tonight, what do I do";
    let first = anna.post("/talk/afraid", &[("text", text)]);
    assert_eq!(first.status, 200);
    let page = first.text();
    assert!(page.contains("id=\"help-now\"") && page.contains(text) && page.contains("name=\"seen\""));
    assert_eq!(ask(&house.home, "SELECT count(*) FROM post"), "0", "nothing is sent before");
    assert_eq!(anna.post("/talk/afraid", &[("text", text), ("seen", "yes")]).status, 303);
    assert_eq!(ask(&house.home, "SELECT count(*) FROM post"), "1");
}

#[test]
fn no_post_leads_to_anybody() {
    let house = House::new();
    let anna = house.person("anna-of-old");
    for leads in
        ["write me at anna@example.org", "call 0171 555 01 23", "https://example.org/me", "I am @anna99"]
    {
        let answer = anna.post("/talk/afraid", &[("text", leads)]);
        assert_eq!(answer.status, 422, "{leads}");
        assert!(answer.text().contains("role=\"alert\""), "it is told, and kept in the form");
    }
    assert_eq!(says(&anna, " \n "), 422);
    assert_eq!(says(&anna, &"a".repeat(4_001)), 422);
    assert_eq!(ask(&house.home, "SELECT count(*) FROM post"), "0");
}

#[test]
fn the_database_holds_no_words_of_the_talk_and_no_way_from_a_post_to_a_vault() {
    let house = House::new();
    let anna = house.person("anna-of-old");
    says(&anna, CANARY);
    let dump = testbed::shared().dump(&house.home.database);
    assert!(!dump.contains(CANARY) && !dump.contains(&testbed::hex(CANARY)));
    let owner = ask(&house.home, "SELECT owner FROM tenant");
    let called = ask(&house.home, "SELECT encode(called, 'hex') FROM account");
    let writer = ask(&house.home, "SELECT encode(writer, 'hex') FROM post");
    assert!(!owner.is_empty() && writer != called && !writer.contains(&owner));
}

#[test]
fn a_writer_has_another_name_on_every_page() {
    let house = House::new();
    let anna = house.person("anna-of-old");
    let pages = ["afraid", "anger", "grief", "half", "sleep", "space"];
    let pens: std::collections::BTreeSet<String> = pages
        .iter()
        .filter(|page| anna.post(&format!("/talk/{page}"), &[("text", "a question")]).status == 303)
        .map(|page| {
            let page = anna.get(&format!("/guide/{page}")).text();
            page.split("class=\"by\"><strong>")
                .nth(1)
                .and_then(|rest| rest.split('<').next())
                .expect("a name")
                .to_owned()
        })
        .collect();
    assert!(pens.len() > 1, "{pens:?}");
}
