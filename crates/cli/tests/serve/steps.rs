//! Tables that are brought up while people write: nodes of one step and of the next serve beside each other, and one that
//! cannot says so before it touches anything.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::node::{Browser, HOST, House, told};

#[test]
fn a_node_goes_on_serving_while_others_start_and_while_a_newer_step_adds_to_the_tables() {
    let house = House::open();
    let one = house.node("one", &[]);
    let person = Browser::signed_up(&one, "stepping-lamp");
    let (port, over) = (one.port, AtomicBool::new(false));
    let ask = |statement: &str| testbed::shared().ask(&house.database, statement).expect("done");
    let written = thread::scope(|scope| {
        let (writer, over) = (person.clone(), &over);
        let writing = scope.spawn(move || {
            let mut written = 0;
            while !over.load(Ordering::Relaxed) || written < 10 {
                assert!(writer.writes_at(port, &format!("word-{written}-end")), "each is acknowledged");
                written += 1;
                // Slower than the pace at which a node lets one person ask.
                thread::sleep(Duration::from_millis(110));
            }
            written
        });
        for name in ["two", "three"] {
            house.node(name, &[]).until_ready(200);
        }
        // A step as a newer program takes it: it only adds.
        ask("BEGIN; ALTER TABLE tenant ADD COLUMN later TEXT NOT NULL DEFAULT ''; \
             ALTER TABLE head ADD COLUMN later TEXT NOT NULL DEFAULT ''; \
             CREATE TABLE later (owner BIGINT PRIMARY KEY); \
             INSERT INTO step (version, oldest) VALUES (99, 1); COMMIT");
        let four = house.node("four", &[]);
        four.until_ready(200);
        assert!(person.writes(&four, "beside newer tables"));
        over.store(true, Ordering::Relaxed);
        writing.join().expect("no writing failed")
    });
    let journal = person.journal(&one);
    for n in 0..written {
        assert!(journal.contains(&format!("word-{n}-end")));
    }
    assert!(journal.contains("beside newer tables"));
}

#[test]
fn nodes_that_start_at_once_over_an_empty_database_all_come_up() {
    let house = House::open();
    let empty = testbed::shared().database();
    let nodes = thread::scope(|scope| {
        let starting = ["one", "two", "three"].map(|name| {
            let (house, empty) = (&house, &empty);
            scope.spawn(move || house.node(name, &["--database", empty]))
        });
        starting.map(|node| node.join().expect("it comes up"))
    });
    for node in &nodes {
        node.until_ready(200);
    }
}

#[test]
fn a_node_beside_which_a_newer_step_cannot_be_ends_at_once_and_says_why() {
    let house = House::open();
    let newer = "INSERT INTO step (version, oldest) VALUES (99, 90)";
    assert!(testbed::shared().ask(&house.database, newer).is_some());
    let refused = house.halflight(&["serve", "--host", HOST, "--listen", "127.0.0.1:0"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("step 90"), "{}", told(&refused));
}
