//! Every door of the app, read from the one list of them, so that a new one is tried by every test without a word.

use crate::home::{DOORS, Home};

const LIST: &str = include_str!("../../src/doors.rs");

/// Every path, with something in the place of what it leaves open.
pub(crate) fn paths() -> Vec<String> {
    // The doors of this form of the app, and those that every form has.
    let of = |function: &str| {
        let (_, after) =
            LIST.split_once(&format!("fn {function}() -> Router<House> {{")).expect("a list of doors");
        after.split("\n}\n").next().unwrap_or_default()
    };
    let listed: Vec<&str> = [of(DOORS), of("inside")]
        .into_iter()
        .flat_map(|list| list.split(".route(").skip(1))
        .map(|after| after.split('"').nth(1).expect("a path"))
        .collect();
    assert!(listed.len() >= 40, "{} doors", listed.len());
    let filled = |path: &&str| {
        let path = path.replace("/forms/{name}", "/forms/phq-9").replace("{name}", "app.css");
        path.split('/')
            .map(|part| match part {
                "{sort}" => "never-send",
                "{clause}" => "SPACE-2",
                "{id}" => "0123456789abcdefghjk",
                "{page}" => "afraid",
                "{which}" => "plan",
                "{secret}" => "nosuchsecret",
                "{date}" => "2026-03-05",
                "{skip}" => "100",
                "{seq}" => "1",
                part => {
                    assert!(!part.starts_with('{'), "say in this test what stands for {part}");
                    part
                }
            })
            .collect::<Vec<_>>()
            .join("/")
    };
    listed.iter().map(filled).collect()
}

/// Every path with the methods that it answers, as the app itself says.
pub(crate) fn doors(home: &Home) -> Vec<(String, Vec<String>)> {
    let ask = |path: String| {
        let refused = home.stranger().ask("DELETE", &path, "", "");
        assert_eq!(refused.status, 405, "DELETE {path}");
        let methods = refused.header("allow").expect("what is allowed").split(',');
        (path, methods.map(|method| method.trim().to_owned()).collect())
    };
    let doors: Vec<(String, Vec<String>)> = paths().into_iter().map(ask).collect();
    let posts = doors.iter().filter(|(_, methods)| methods.contains(&"POST".to_owned())).count();
    assert!(posts >= 25, "{posts} doors take a form");
    doors
}

/// The paths that take a form.
pub(crate) fn posts(home: &Home) -> Vec<String> {
    answering(home, "POST")
}

/// The paths that are pages or things to load.
pub(crate) fn gets(home: &Home) -> Vec<String> {
    answering(home, "GET")
}

fn answering(home: &Home, method: &str) -> Vec<String> {
    let answers = |methods: &[String]| methods.iter().any(|answered| answered == method);
    doors(home).into_iter().filter(|(_, methods)| answers(methods)).map(|(path, _)| path).collect()
}

#[test]
fn a_path_answers_get_and_post_and_nothing_else() {
    let home = Home::kept();
    let browser = home.unlocked();
    for (path, methods) in doors(&home) {
        let known = ["GET", "HEAD", "POST"];
        assert!(methods.iter().all(|method| known.contains(&method.as_str())), "{path} answers {methods:?}");
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
            assert_eq!(browser.ask(method, &path, "", "").status, 405, "{method} {path}");
        }
    }
    assert!(browser.is_in(), "and the app goes on");
}
