//! What a node says to its operator, in lines and in counts: how much it does and how long that takes; nothing of anybody.

use std::collections::BTreeSet;

use crate::node::{Browser, End, House, PASSPHRASE, SESSION};

const CANARY: &str = "zimtkolibri";
/// The fields of a line; a further one is a decision.
const FIELDS: [&str; 9] =
    ["timestamp", "level", "message", "method", "route", "status", "milliseconds", "kind", "answering"];

#[test]
fn no_line_and_no_count_tells_who_asks_from_where_or_what_for() {
    let cluster = testbed::Cluster::start();
    let house = House::over(cluster.database());
    let mut node = house.node("one", &["--behind-proxy", "127.0.0.1"]);
    let person = Browser { headers: "X-Forwarded-For: 203.0.113.77\r\n".into(), ..Browser::default() };
    person.sign_up(&node, "hazel-door-7431");
    let mut never: BTreeSet<String> =
        [CANARY, "hazel-door", PASSPHRASE, "correct", "guessing", "203.0.113.77", "127.0.0.1", SESSION]
            .map(str::to_owned)
            .into();
    let mut keep = |browser: &Browser| {
        never.extend(browser.cookies.borrow().get(SESSION).map(|cookie| cookie[..24].to_owned()));
    };
    keep(&person);
    assert!(person.writes(&node, CANARY));
    person.post(&node, "/people", &[("name", CANARY), ("phone", "555 0100"), ("can", "listen")]);
    person.post(&node, "/journal/search", &[("words", CANARY)]);
    let page = person.get(&node, "/draft/new/never-send").text();
    let id = page.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let id = id.expect("a draft has an id").to_owned();
    person.post(&node, "/draft", &[("id", &id), ("sort", "never-send"), ("text", CANARY)]);
    person.get(&node, &format!("/{CANARY}?q={CANARY}"));
    person.get(&node, &format!("/guide/{CANARY}"));
    person.post(&node, "/work", &[("sort", CANARY)]);
    person.journal(&node);
    person.post(&node, "/lock", &[]);
    assert_eq!(person.sign_in(&node, "hazel-door-7431", "guessing at it").status, 403);
    assert_eq!(person.sign_in(&node, "hazel-door-7431", PASSPHRASE).leads_to(), "/");
    keep(&person);
    assert!(person.get(&node, &format!("/draft/{id}")).text().contains(CANARY), "the id leads to it");
    let owner = cluster.ask(&house.database, "SELECT owner FROM account").expect("an owner");
    cluster.kill();
    assert_eq!(person.get(&node, "/work").status, 503);
    let (_, counts) = node.operator("/metrics");
    node.end(End::Term);
    assert_eq!(node.ended(), Some(0));
    let lines = node.lines();
    never.extend([id, owner, house.database.clone(), "host=".into(), "user=".into()]);
    for secret in &never {
        assert!(!lines.contains(secret), "a line tells {secret}");
        assert!(!counts.contains(secret), "a count tells {secret}");
    }
    let mut errors = 0;
    for line in lines.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("JSON: {line}"));
        let fields = line.as_object().expect("fields");
        assert!(fields.keys().all(|field| FIELDS.contains(&field.as_str())), "{line}");
        errors += usize::from(line["level"] == "ERROR");
    }
    assert!(lines.contains("\"route\":\"/guide/{page}\"") && lines.contains("\"route\":\"none\""), "{lines}");
    assert_eq!(errors, 1, "the fall of the database is told");
}

#[test]
fn requests_are_counted_by_method_and_status_and_timed() {
    let house = House::open();
    let node = house.node("one", &[]);
    let person = Browser::signed_up(&node, "counted-lamp");
    assert!(person.writes(&node, "one") && person.writes(&node, "two"));
    let (status, counts) = node.operator("/metrics");
    assert_eq!(status, 200);
    // Signing up, what it asks first, and two writings.
    assert!(counts.contains("halflight_requests_total{method=\"POST\",status=\"303\"} 3"), "{counts}");
    assert!(counts.contains("halflight_request_seconds_count 4"), "{counts}");
    assert!(counts.contains("halflight_open_vaults 1"), "{counts}");
}
