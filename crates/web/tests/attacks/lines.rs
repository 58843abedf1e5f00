//! Lines that dawdle, break off or bring too much: others are answered meanwhile, and nothing is lost or left half done.

use std::io::Write as _;
use std::net::TcpStream;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::home::{DEAR, Home, PASSPHRASE};
use crate::wire;

/// A line on which a form was announced, and half of it sent.
fn half_a_form(home: &Home, path: &str, cookie: &str) -> TcpStream {
    let mut line = wire::line(home.port);
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{cookie}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nsort=ot",
        home.port
    );
    line.write_all(head.as_bytes()).expect("half a form");
    line
}

/// A line on which not even the head was sent.
fn half_a_head(home: &Home) -> TcpStream {
    let mut line = wire::line(home.port);
    line.write_all(b"GET /help HTTP/1.1\r\nHost: 127").expect("half a head");
    line
}

fn files(folder: &std::path::Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn slow_senders_keep_nobody_waiting() {
    let home = Home::kept();
    let person = home.unlocked();
    let cookie = person.cookie();
    let mut slow: Vec<TcpStream> = (0..50).map(|_| half_a_head(&home)).collect();
    for path in ["/work", "/unlock", "/help/false-alarm", "/start/keep", "/keep"] {
        slow.extend((0..10).map(|_| half_a_form(&home, path, &cookie)));
    }
    for _ in 0..3 {
        assert_eq!(home.stranger().get("/help").status, 200);
        assert_eq!(person.get("/").status, 200);
        assert_eq!(person.post("/work", &[("sort", "other"), ("title", "meanwhile")]).leads_to(), "/work");
    }
    drop(slow);
    assert!(person.journal().contains("meanwhile"));
}

#[test]
fn more_slow_lines_than_are_held_delay_help_and_do_not_shut_it() {
    let home = Home::kept();
    let slow: Vec<TcpStream> = (0..260).map(|_| half_a_head(&home)).collect();
    assert_eq!(home.stranger().get("/help").status, 200, "it is answered once the slow lines are cut");
    drop(slow);
}

#[test]
fn ten_megabytes_are_refused_and_nothing_is_lost() {
    let home = Home::kept();
    let person = home.unlocked();
    person.draft("never-send", "what I wrote before");
    let before = person.journal();
    let long = format!("id=abc&sort=never-send&text={}", "a".repeat(10 << 20));
    for path in ["/draft", "/keep", "/work", "/unlock", "/settings", "/start/keep"] {
        assert_eq!(person.ask("POST", path, "", &long).status, 413, "{path}");
    }
    let head = format!("POST /draft HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n", home.port);
    let kind = "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n";
    let chunk = format!("{:x}\r\n{}\r\n", 1 << 20, "a".repeat(1 << 20));
    let unannounced = format!("{head}{kind}{}\r\n{}0\r\n\r\n", person.cookie(), chunk.repeat(10));
    assert_eq!(wire::raw(home.port, unannounced.as_bytes()).map(|answer| answer.status), Some(413));
    assert!(person.is_in());
    assert_eq!(person.journal(), before);
}

#[test]
fn the_longest_text_that_a_page_takes_is_kept_whole() {
    let home = Home::kept();
    let person = home.unlocked();
    let letter = "\u{4f60}".repeat(100_000);
    let kept = person.draft("never-send", &letter);
    assert_eq!(kept.status, 303);
    assert!(person.get(kept.leads_to()).text().contains(&letter));
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
