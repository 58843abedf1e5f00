//! The lines a node takes: sealed by a certificate of its own or by a proxy before it, or on this machine alone.

use crate::node::{Browser, HOST, House, PASSPHRASE, form, told};
use crate::wire;

#[test]
fn no_line_that_others_could_read_is_opened() {
    let house = House::open();
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let refused = house.halflight(&["serve", "--host", HOST, "--listen", listen]);
        assert_eq!(refused.status.code(), Some(2), "{}", told(&refused));
        assert!(told(&refused).contains("--tls-cert") && told(&refused).contains("--behind-proxy"));
    }
}

#[test]
fn a_given_certificate_seals_the_lines_and_a_bare_request_gets_nothing() {
    let house = House::open();
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate");
    let [certificate, key] = ["cert.pem", "key.pem"].map(|name| house.path(name));
    std::fs::write(&certificate, made.cert.pem()).expect("written");
    std::fs::write(&key, made.signing_key.serialize_pem()).expect("written");
    let [certificate, key] = [certificate, key].map(|path| path.display().to_string());
    let node = house.node("one", &["--tls-cert", &certificate, "--tls-key", &key]);
    let seal = wire::trusting(certificate.as_ref());
    let person = Browser::default();
    let fields = [("name", "sealed-lamp"), ("passphrase", PASSPHRASE), ("passphrase_again", PASSPHRASE)];
    let (head, body) = form(&person, "/join", &fields);
    let answer = wire::sealed(node.port, Some(seal), (head + &body).as_bytes()).expect("an answer");
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(answer.header("set-cookie").is_some_and(|cookie| cookie.ends_with("; Secure")));
    assert!(wire::raw(node.port, b"GET /help HTTP/1.1\r\nHost: halflight.test\r\n\r\n").is_none());
}

#[test]
fn a_certificate_that_is_none_is_told_by_its_file() {
    let house = House::open();
    std::fs::write(house.path("cert.pem"), "no certificate").expect("written");
    let words = ["serve", "--host", HOST, "--tls-cert", "cert.pem", "--tls-key", "cert.pem"];
    let refused = house.halflight(&words);
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("cert.pem"), "{}", told(&refused));
}

#[test]
fn a_call_by_another_name_is_turned_away() {
    let house = House::open();
    let node = house.node("one", &["--host", "second.test:8443"]);
    let asks = |host: &str| {
        let request = format!("GET /help HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        wire::raw(node.port, request.as_bytes()).expect("an answer").status
    };
    assert_eq!([HOST, "second.test:8443", "second.test", "elsewhere.test"].map(asks), [200, 200, 421, 421]);
}
