//! What an operator may do: let in, make a guide, sign out, take away. Nothing that reads.

use crate::node::{Browser, House, PASSPHRASE, told};

fn said(output: &std::process::Output) -> String {
    assert!(output.status.success(), "{}", told(output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_key_is_made_once_and_left_alone_by_a_second_try() {
    let house = House::open();
    let path = house.path("key");
    let key = std::fs::read_to_string(&path).expect("a file");
    let again = house.halflight(&["admin", "key", &path.display().to_string()]);
    assert_eq!(again.status.code(), Some(1));
    assert!(told(&again).contains("left as it is"), "{}", told(&again));
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), key);
    assert!(!told(&again).contains(&key[6..20]));
}

#[test]
fn an_invitation_lets_one_person_in_once() {
    let house = House::open();
    said(&house.admin(&["sign-up", "invited"]));
    let codes = said(&house.admin(&["invite", "--count", "2", "--days", "3"]));
    let codes: Vec<&str> = codes.lines().collect();
    assert_eq!(codes.len(), 2);
    let node = house.node("one", &[]);
    let join = |name: &str, code: &str| {
        let fields = [
            ("name", name),
            ("passphrase", PASSPHRASE),
            ("passphrase_again", PASSPHRASE),
            ("invitation", code),
        ];
        Browser::default().post(&node, "/join", &fields).status
    };
    assert_eq!(join("first-lamp", ""), 403);
    assert_eq!(join("first-lamp", codes[0]), 200);
    assert_eq!(join("second-lamp", codes[0]), 403, "it is used up");
    assert_eq!(join("second-lamp", codes[1]), 200);
    said(&house.admin(&["sign-up", "closed"]));
    let code = said(&house.admin(&["invite"]));
    assert_eq!(join("third-lamp", code.trim()), 403, "closed is closed to the invited too");
}

#[test]
fn a_guide_is_made_and_unmade_by_name() {
    let house = House::open();
    let node = house.node("one", &[]);
    let _person = Browser::signed_up(&node, "Hazel-Lamp");
    let guides = || testbed::shared().ask(&house.database, "SELECT count(*) FROM tenant WHERE guide");
    assert_eq!(said(&house.admin(&["guide", "hazel-lamp"])), "hazel-lamp is a guide.\n");
    assert_eq!(guides().as_deref(), Some("1"));
    said(&house.admin(&["guide", "HAZEL-LAMP", "--end"]));
    assert_eq!(guides().as_deref(), Some("0"));
    let nobody = house.admin(&["guide", "nobody-there"]);
    assert_eq!(nobody.status.code(), Some(1));
    assert!(told(&nobody).contains("nobody is called nobody-there"), "{}", told(&nobody));
}

#[test]
fn who_is_signed_out_is_out_at_every_node_and_can_come_in_again() {
    let house = House::open();
    let [one, two] = ["one", "two"].map(|name| house.node(name, &[]));
    let person = Browser::signed_up(&one, "quiet-lamp");
    assert_eq!(person.get(&two, "/work").status, 200);
    said(&house.admin(&["sign-out", "quiet-lamp"]));
    for node in [&one, &two] {
        assert_ne!(person.clone().get(node, "/work").status, 200);
    }
    assert_eq!(person.sign_in(&two, "quiet-lamp", PASSPHRASE).leads_to(), "/");
    assert_eq!(person.get(&one, "/work").status, 200);
}

#[test]
fn removing_is_refused_until_it_is_said_to_be_meant() {
    let house = House::open();
    let node = house.node("one", &[]);
    let [gone, stays] = ["gone-lamp", "stays-lamp"].map(|name| Browser::signed_up(&node, name));
    assert!(gone.writes(&node, "zimtkolibri") && stays.writes(&node, "mine"));
    let refused = house.admin(&["remove", "gone-lamp"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("--for-good"), "{}", told(&refused));
    assert!(gone.get(&node, "/work").text().contains("zimtkolibri"), "nothing was changed");
    said(&house.admin(&["remove", "gone-lamp", "--for-good"]));
    assert_ne!(gone.get(&node, "/work").status, 200);
    assert_eq!(gone.sign_in(&node, "gone-lamp", PASSPHRASE).status, 403);
    assert!(stays.get(&node, "/work").text().contains("mine"));
    let heads = testbed::shared().ask(&house.database, "SELECT count(*) FROM head");
    assert_eq!(heads.as_deref(), Some("1"));
}

#[test]
fn a_database_that_is_away_is_told_without_its_address() {
    let house = House::open();
    let missing = "postgres://somebody:geheimwort@127.0.0.1:1/nothing";
    for words in [&["admin", "sign-up", "open"][..], &["serve", "--host", "halflight.test"]] {
        let away = house.halflight(&[words, &["--database", missing]].concat());
        assert_eq!(away.status.code(), Some(1));
        assert!(told(&away).contains("PostgreSQL runs"), "{}", told(&away));
        assert!(!told(&away).contains("geheimwort") && !told(&away).contains("somebody"), "{}", told(&away));
    }
}

#[test]
fn a_node_is_asked_whether_it_lives_without_a_database() {
    let house = House::open();
    let mut node = house.node("one", &[]);
    let asks =
        |operator: &str| house.admin(&["alive", operator, "--database", "postgres://127.0.0.1:1/none"]);
    assert_eq!(said(&asks(&node.operator_at())), "It is alive.\n");
    let app = asks(&format!("127.0.0.1:{}", node.port));
    assert_eq!(app.status.code(), Some(1), "the app itself is not its operator's address");
    node.end(crate::node::End::Kill);
    node.ended();
    let gone = asks(&node.operator_at());
    assert_eq!(gone.status.code(), Some(1));
    assert!(told(&gone).contains("--operator"), "{}", told(&gone));
}
