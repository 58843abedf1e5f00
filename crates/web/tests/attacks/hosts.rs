//! Pages of other sites, and of other ports of this machine: by whatever name they call, from wherever they ask.

use crate::doors;
use crate::home::{Home, PASSPHRASE};
use crate::wire;

/// A request to the app under another name.
fn called(home: &Home, host: &str) -> u16 {
    let bytes = format!("GET /help HTTP/1.1\r\n{host}Connection: close\r\n\r\n");
    wire::raw(home.port, bytes.as_bytes()).map_or(0, |answer| answer.status)
}

#[test]
fn the_app_answers_to_its_own_names_alone() {
    let home = Home::kept();
    let port = home.port;
    for own in ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"] {
        assert_eq!(called(&home, &format!("Host: {own}:{port}\r\n")), 200, "{own}");
    }
    let other = [
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1.evil.example:{port}\r\n"),
        format!("Host: evil.example@127.0.0.1:{port}\r\n"),
        format!("Host: localhost.:{port}\r\n"),
        format!("Host: 0.0.0.0:{port}\r\n"),
        format!("Host: 127.0.0.1:{}\r\n", port ^ 1),
        "Host: 127.0.0.1\r\n".into(),
        "Host: \r\n".into(),
        "Host: \u{e9}\r\n".into(),
        String::new(),
        format!("Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n"),
        format!("Host: evil.example\r\nHost: 127.0.0.1:{port}\r\n"),
    ];
    for host in other {
        let status = called(&home, &host);
        assert!([400, 421].contains(&status), "{host:?} is answered {status}");
    }
}

#[test]
fn a_target_with_a_name_of_its_own_does_not_hide_behind_the_host() {
    let home = Home::kept();
    let port = home.port;
    let ask = |target: &str| {
        let bytes = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
        wire::raw(port, bytes.as_bytes()).map_or(0, |answer| answer.status)
    };
    assert_eq!(ask(&format!("http://127.0.0.1:{port}/help")), 200);
    assert_eq!(ask("http://evil.example/help"), 421);
    assert_eq!(ask(&format!("http://evil.example:{port}/help")), 421);
}

#[test]
fn no_form_of_another_site_or_port_is_taken_by_any_door() {
    let home = Home::kept();
    let browser = home.unlocked();
    let before = browser.journal();
    let port = home.port;
    let foreign = [
        "Origin: http://evil.example\r\n".into(),
        "Origin: null\r\n".into(),
        format!("Origin: https://127.0.0.1:{}\r\n", port ^ 1),
        format!("Origin: http://127.0.0.1:{}\r\n", port ^ 1),
        format!("Origin: http://localhost:{port}\r\n"),
        "Sec-Fetch-Site: cross-site\r\n".into(),
        "Sec-Fetch-Site: same-site\r\n".into(),
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n".into(),
        format!("Sec-Fetch-Site: same-site\r\nOrigin: http://127.0.0.1:{port}\r\n"),
        "Sec-Fetch-Site: elsewhere\r\n".into(),
    ];
    for path in doors::posts(&home) {
        for headers in &foreign {
            let answer =
                browser.ask("POST", &path, headers, "sort=other&title=forged&passphrase=forged+words");
            assert_eq!(answer.status, 403, "POST {path} with {headers}");
        }
    }
    assert!(browser.is_in(), "nothing locked the app");
    assert_eq!(browser.journal(), before, "and nothing was written");
}

#[test]
fn a_form_of_the_app_itself_is_taken() {
    let home = Home::kept();
    let browser = home.unlocked();
    let own = [
        format!("Origin: http://127.0.0.1:{}\r\n", home.port),
        "Sec-Fetch-Site: same-origin\r\n".into(),
        "Sec-Fetch-Site: none\r\n".into(),
        format!("Sec-Fetch-Site: same-origin\r\nOrigin: http://127.0.0.1:{}\r\n", home.port),
    ];
    for headers in own {
        let answer = browser.ask("POST", "/work", &headers, "sort=other&title=mine");
        assert_eq!((answer.status, answer.leads_to()), (303, "/work"), "{headers}");
    }
}

#[test]
fn no_page_elsewhere_loads_or_frames_a_page_of_the_app() {
    let home = Home::kept();
    let browser = home.unlocked();
    let loads = [
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n",
        "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n",
        "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n",
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n",
        "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: object\r\n",
    ];
    for path in doors::gets(&home) {
        for headers in loads {
            assert_eq!(browser.ask("GET", &path, headers, "").status, 403, "GET {path} with {headers}");
        }
    }
    let followed = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
    assert_eq!(browser.ask("GET", "/help", followed, "").status, 200, "a link may lead here");
}

#[test]
fn a_form_in_another_wrapping_is_not_read() {
    let home = Home::kept();
    let body = format!("passphrase={}", wire::coded(PASSPHRASE));
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x"] {
        let head = format!("POST /unlock HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n", home.port);
        let bytes = format!("{head}Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        let answer = wire::raw(home.port, bytes.as_bytes()).expect("an answer");
        assert_eq!((answer.status, answer.ticket()), (400, None), "{kind}");
    }
}
