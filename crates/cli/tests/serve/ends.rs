//! Nodes and databases that end, kindly or not: nothing that was acknowledged is lost, and what was begun is finished.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::node::{Browser, End, Half, House, SESSION, form};

#[test]
fn who_signs_up_at_one_node_writes_at_the_other_and_reads_at_both() {
    let house = House::open();
    let [one, two] = ["one", "two"].map(|name| house.node(name, &[]));
    let person = Browser::signed_up(&one, "hazel-door-1");
    assert!(person.writes(&two, "zimtkolibri"));
    for node in [&one, &two] {
        assert!(person.get(node, "/work").text().contains("zimtkolibri"));
    }
    assert_eq!(person.post(&one, "/lock", &[]).leads_to(), "/unlock");
    assert_ne!(person.get(&two, "/work").status, 200, "signed out everywhere");
}

#[test]
fn a_node_killed_in_the_middle_of_writes_loses_nothing_that_it_acknowledged() {
    const BEFORE: usize = 15;
    let house = House::open();
    let (mut one, two) = (house.node("one", &[]), house.node("two", &[]));
    let people = ["anna-lamp", "ben-lamp"].map(|name| Browser::signed_up(&one, name));
    let acknowledged = [const { Mutex::new(Vec::new()) }; 2];
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        for (person, acknowledged) in people.iter().zip(&acknowledged) {
            let (person, port, over) = (person.clone(), one.port, &over);
            scope.spawn(move || {
                for n in 0.. {
                    let words = format!("word-{n}-end");
                    if person.writes_at(port, &words) {
                        acknowledged.lock().expect("no writer panics").push(words);
                    } else if over.load(Ordering::Relaxed) {
                        return;
                    }
                    // A node lets nobody write as fast as a program can.
                    thread::sleep(Duration::from_millis(20));
                }
            });
        }
        while acknowledged.iter().any(|words| words.lock().expect("no writer panics").len() < BEFORE) {
            thread::sleep(Duration::from_millis(1));
        }
        one.end(End::Kill);
        over.store(true, Ordering::Relaxed);
    });
    assert_eq!(one.ended(), None, "a signal ended it");
    for (person, acknowledged) in people.iter().zip(acknowledged) {
        let journal = person.journal(&two);
        let acknowledged = acknowledged.into_inner().expect("no writer panicked");
        assert!(acknowledged.len() >= BEFORE);
        for words in acknowledged {
            assert!(journal.contains(&words), "{words} was acknowledged");
        }
        assert!(person.writes(&two, "later words"), "and the other node goes on");
    }
}

#[test]
fn a_node_told_to_end_says_that_it_is_not_ready_answers_what_was_begun_and_ends_well() {
    let house = House::open();
    let (mut one, two) = (house.node("one", &[]), house.node("two", &[]));
    let person = Browser::signed_up(&one, "linen-lamp");
    assert_eq!(one.operator("/readyz"), (200, "ready\n".into()));
    let (head, body) = form(&person, "/work", &[("sort", "other"), ("title", "last words")]);
    let half = Half::begin(&one, &head, body);
    one.end(End::Term);
    assert_eq!(one.until_ready(503), "ending\n");
    assert_eq!(one.operator("/healthz"), (200, "alive\n".into()), "it lives until it has ended");
    let answer = half.finish().expect("it is answered");
    assert_eq!((answer.status, answer.leads_to()), (303, "/work"));
    assert_eq!(one.ended(), Some(0));
    assert!(person.get(&two, "/work").text().contains("last words"));
}

#[test]
fn a_node_outlives_its_database_and_says_meanwhile_that_it_is_not_ready() {
    let cluster = testbed::Cluster::start();
    let house = House::over(cluster.database());
    let node = house.node("one", &[]);
    let person = Browser::signed_up(&node, "anchor-lamp");
    assert!(person.writes(&node, "zimtkolibri"));
    cluster.kill();
    assert_eq!(node.operator("/healthz").0, 200);
    assert_eq!(node.operator("/readyz"), (503, "the database does not answer\n".into()));
    assert_eq!(person.get(&node, "/work").status, 503);
    assert_eq!(person.get(&node, "/help").status, 200);
    assert!(!person.writes(&node, "lost words"));
    assert!(person.cookies.borrow().contains_key(SESSION), "nobody is signed out by it");
    cluster.start_again();
    node.until_ready(200);
    assert!(person.get(&node, "/work").text().contains("zimtkolibri"));
    assert!(person.writes(&node, "later words"));
    assert!(!person.journal(&node).contains("lost words"));
}
