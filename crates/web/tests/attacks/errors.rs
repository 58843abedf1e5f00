//! What comes with every answer, the answers to nonsense included: the headers that keep it where it belongs.

use crate::doors;
use crate::home::{COOKIE, Home};
use crate::wire::{self, Answer};

/// Holds an answer against what every answer brings.
fn keeps_to_itself(answer: &Answer, what: &str) {
    let policy = answer.header("content-security-policy").unwrap_or_else(|| panic!("{what} has no policy"));
    assert!(policy.starts_with("default-src 'none'; "), "{what}: {policy}");
    for part in ["script-src 'self';", "style-src 'self';", "base-uri 'none'", "form-action 'self'"] {
        assert!(policy.contains(part), "{what}: {policy} lacks {part}");
    }
    assert!(policy.ends_with("frame-ancestors 'none'"), "{what}: {policy}");
    for loose in ["unsafe", "http:", "https:", "*", "data:", "blob:"] {
        assert!(!policy.contains(loose), "{what}: {policy}");
    }
    assert_eq!(answer.header("x-frame-options"), Some("DENY"), "{what}");
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{what}");
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{what}");
    assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"), "{what}");
    assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"), "{what}");
    assert!(answer.header("access-control-allow-origin").is_none(), "{what}");
    assert!(answer.header("server").is_none(), "{what}");
    let is_an_asset = answer.header("etag").is_some();
    let expected = if is_an_asset { "private, no-cache" } else { "no-store" };
    assert_eq!(answer.header("cache-control"), Some(expected), "{what}");
    for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
        let mut flags: Vec<&str> = cookie.split("; ").skip(1).collect();
        flags.sort_unstable();
        let taken_back = flags.iter().any(|flag| flag.starts_with("Max-Age=0"));
        flags.retain(|flag| !flag.starts_with("Max-Age") && !flag.starts_with("Expires"));
        assert_eq!(flags, COOKIE, "{what}: {cookie}");
        assert!(taken_back || !cookie.contains("Max-Age"), "{what}: it ends with the browser: {cookie}");
    }
}

#[test]
fn every_answer_of_every_door_keeps_to_itself() {
    let home = Home::kept();
    let (stranger, browser) = (home.stranger(), home.unlocked());
    let mut assets = 0;
    for (path, methods) in doors::doors(&home) {
        for method in methods.iter().map(String::as_str).chain(["DELETE"]) {
            keeps_to_itself(&stranger.ask(method, &path, "", ""), &format!("{method} {path} from outside"));
            // These shut the door behind them.
            if !["/lock", "/leave", "/settings/erase"].contains(&path.as_str()) || method != "POST" {
                let answer = browser.ask(method, &path, "", "");
                assets += usize::from(answer.header("etag").is_some());
                keeps_to_itself(&answer, &format!("{method} {path} from inside"));
            }
        }
        if path == "/lock" || path == "/leave" {
            browser.unlock(crate::home::PASSPHRASE);
        }
    }
    assert!(assets > 0, "assets are among them");
    assert!(browser.is_in());
}

#[test]
fn every_error_keeps_to_itself() {
    let home = Home::kept();
    let browser = home.unlocked();
    let port = home.port;
    let posted = |path: &str, body: &str| browser.ask("POST", path, "", body);
    let cases = [
        ("a page that is none", browser.get("/nowhere"), 404),
        ("an asset that is none", browser.get("/assets/none.css"), 404),
        ("a field that cannot be read", posted("/urge", "channel=pigeon&strength=3"), 422),
        ("a figure out of its range", posted("/urge", "channel=text&strength=11"), 422),
        ("a method that is none", browser.ask("DELETE", "/", "", ""), 405),
        ("a foreign form", browser.ask("POST", "/work", "Origin: http://evil.example\r\n", "a=b"), 403),
        ("a foreign load", browser.ask("GET", "/", "Sec-Fetch-Site: cross-site\r\n", ""), 403),
        ("a long form", posted("/work", &"a".repeat(2 << 20)), 413),
        ("a path that is no text", browser.get("/why/%ff"), 400),
    ];
    for (what, answer, status) in cases {
        assert_eq!(answer.status, status, "{what}");
        keeps_to_itself(&answer, what);
    }
    let bytes = format!("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\nConnection: close\r\n\r\n");
    keeps_to_itself(&wire::raw(port, bytes.as_bytes()).expect("an answer"), "a foreign host");
}

#[test]
fn what_is_not_a_request_is_refused_and_the_app_goes_on() {
    let home = Home::kept();
    let port = home.port;
    let host = format!("Host: 127.0.0.1:{port}\r\nConnection: close\r\n");
    let nonsense: Vec<Vec<u8>> = vec![
        b"\r\n\r\n\r\n".to_vec(),
        vec![0; 4096],
        vec![0xff; 4096],
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        format!("GET /help\r\n{host}\r\n").into_bytes(),
        format!("GET /help HTTP/9.9\r\n{host}\r\n").into_bytes(),
        format!("GET /he lp HTTP/1.1\r\n{host}\r\n").into_bytes(),
        format!("GET /{} HTTP/1.1\r\n{host}\r\n", "a".repeat(1 << 20)).into_bytes(),
        format!("GET / HTTP/1.1\r\n{host}X: {}\r\n\r\n", "a".repeat(1 << 20)).into_bytes(),
        format!("GET / HTTP/1.1\r\n{host}{}\r\n", "X: y\r\n".repeat(5000)).into_bytes(),
        format!("GET / HTTP/1.1\r\n{host}X: a\0b\r\n\r\n").into_bytes(),
        format!("POST /unlock HTTP/1.1\r\n{host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")
            .into_bytes(),
        format!("POST /unlock HTTP/1.1\r\n{host}Content-Length: -5\r\n\r\nhello").into_bytes(),
        format!("POST /unlock HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n")
            .into_bytes(),
    ];
    for bytes in nonsense {
        let status = wire::raw(port, &bytes).map_or(0, |answer| answer.status);
        let told: String = bytes.iter().take(40).map(|byte| char::from(*byte)).collect();
        // No answer at all is one too: the line was cut.
        assert!(status == 0 || (400..=505).contains(&status), "{told:?} is answered {status}");
        assert_eq!(home.stranger().get("/help").status, 200, "after {told:?}");
    }
}

#[test]
fn a_length_beside_chunks_smuggles_no_second_request() {
    let home = Home::kept();
    let browser = home.unlocked();
    let smuggled = "0\r\n\r\nPOST /lock HTTP/1.1\r\nHost: x\r\n\r\n";
    let head = format!("POST /stay HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{}", home.port, browser.cookie());
    let bytes = format!(
        "{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{smuggled}",
        smuggled.len()
    );
    let _refused_or_read_once = wire::raw(home.port, bytes.as_bytes());
    assert!(browser.is_in(), "what came behind was not carried out");
}
