//! Lines that dawdle, break off or bring too much: others are answered meanwhile, and nothing is lost or left half done.

use std::io::Write as _;
use std::net::TcpStream;

use crate::home::Home;
use crate::wire;

/// A line on which a form was announced, and half of it sent.
pub(crate) fn half_a_form(home: &Home, path: &str, cookie: &str) -> TcpStream {
    let mut line = wire::line(home.port);
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{cookie}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nsort=ot",
        home.port
    );
    line.write_all(head.as_bytes()).expect("half a form");
    line
}

/// A line on which not even the head was sent.
pub(crate) fn half_a_head(home: &Home) -> TcpStream {
    let mut line = wire::line(home.port);
    line.write_all(b"GET /help HTTP/1.1\r\nHost: 127").expect("half a head");
    line
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
