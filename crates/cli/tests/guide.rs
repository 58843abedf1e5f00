//! `halflight guide` as a person and as a program meets it.

use std::process::{Command, Output};

use serde_json::Value;

fn halflight(args: &[&str]) -> Output {
    let data = tempfile::tempdir().expect("a folder");
    Command::new(env!("CARGO_BIN_EXE_halflight"))
        .args(args)
        .env("HALFLIGHT_DATA", data.path())
        .env("LANG", "C")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .output()
        .expect("the command runs")
}

fn page(args: &[&str]) -> String {
    let output = halflight(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&page(args)).expect("one JSON document")
}

#[test]
fn without_words_it_shows_the_contents() {
    let contents = page(&["guide"]);
    for shown in ["The guide", "Start here", "Step 4: when they reach out", "half-table", "Your odds"] {
        assert!(contents.contains(shown), "{shown} in {contents}");
    }
}

#[test]
fn a_page_is_shown_by_its_name() {
    let shown = page(&["guide", "gifts"]);
    assert!(shown.starts_with("Gifts"), "{shown}");
    assert!(shown.contains("SPACE-4") && shown.contains("https://alturtle.com/archives/1326"), "{shown}");
    assert_eq!(shown, page(&["guide", "Gifts"]));
}

#[test]
fn a_question_finds_pages_with_their_clauses() {
    let shown = page(&["guide", "cant", "sleep"]);
    let first = shown.lines().find(|line| line.contains("halflight guide")).expect("a page");
    assert!(first.contains("halflight guide sleep") && first.contains("CARE-4"), "{shown}");
}

#[test]
fn the_json_has_the_shape_of_the_contract_and_no_more() {
    for args in [&["guide", "gifts", "--json"][..], &["guide", "--json"], &["guide", "--json", "qxqxqx"]] {
        let found = json(args);
        assert_eq!(found.as_object().map(serde_json::Map::len), Some(1), "{found}");
        for hit in found["hits"].as_array().expect("hits") {
            assert_eq!(hit.as_object().map(serde_json::Map::len), Some(3), "{hit}");
            assert!(hit["page"].is_string() && hit["title"].is_string(), "{hit}");
            assert!(!hit["clauses"].as_array().expect("clauses").is_empty(), "{hit}");
        }
    }
    assert_eq!(json(&["guide", "--json", "qxqxqx"])["hits"], Value::Array(Vec::new()));
    assert_eq!(json(&["guide", "gifts", "--json"])["hits"][0]["clauses"][0], "SPACE-4");
}

#[test]
fn words_of_danger_bring_help_before_any_page() {
    let shown = page(&["guide", "I", "want", "to", "kill", "myself"]);
    assert!(shown.starts_with("Help, now"), "{shown}");
    assert!(shown.contains("Are you thinking of killing yourself?"), "{shown}");
    assert!(!page(&["guide", "gifts", "for", "children"]).contains("Help, now"));
}

#[test]
fn what_finds_nothing_says_so_and_is_no_failure() {
    assert!(page(&["guide", "qxqxqx"]).contains("No page was found"), "it says so");
}

#[test]
fn a_clause_says_where_it_stands_in_plain_words() {
    assert!(page(&["why", "CARE-4"]).contains("halflight guide sleep"));
}

#[test]
fn the_map_is_written_as_a_drawing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("map.svg");
    page(&["guide", "map", "--svg", &path.display().to_string()]);
    let drawing = std::fs::read_to_string(&path).expect("the drawing");
    assert!(drawing.starts_with("<svg") && drawing.contains("Romantic love"), "{drawing}");
}
