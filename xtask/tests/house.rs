//! The house holds: arrows run down, files stay small, every file says what it is for, every path the documents name
//! exists, and the samples are what the generator makes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Which room may name which. The same table stands in ARCHITECTURE.md.
const ARROWS: &[(&str, &[&str])] = &[
    ("method", &[]),
    ("review", &[]),
    ("guide", &["method"]),
    ("history", &["method"]),
    ("journal", &["method"]),
    ("views", &["method", "history", "review", "guide"]),
    ("render", &["views", "method", "history"]),
    ("app", &["journal", "history", "review", "render", "method"]),
    ("hosted", &["app", "journal"]),
    ("web", &["hosted", "app", "views", "render", "method", "guide"]),
    ("cli", &["web", "hosted", "app", "views", "render", "method", "history", "journal", "review", "guide"]),
];

/// No source file has more lines.
const MOST_LINES: usize = 600;

const DOCUMENTS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "GLOSSARY.md",
    "CHANGELOG.md",
    "docs/JOURNAL.md",
    "docs/RELEASE.md",
    "docs/HOSTED.md",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the chores live in a folder of the workspace")
        .to_path_buf()
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![
        root().join("crates"),
        root().join("xtask"),
        root().join("testbed"),
        root().join("fuzz/fuzz_targets"),
    ];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the house").flatten() {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("target") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    assert!(found.len() > 50, "the house has more files than {}", found.len());
    found
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn arrows_run_down_only() {
    let words = ["metadata", "--format-version", "1", "--no-deps", "--offline"];
    let output = Command::new(env!("CARGO")).args(words).current_dir(root()).output().expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    let mut seen = 0;
    for package in
        packages.iter().filter(|package| package["name"] != "xtask" && package["name"] != "testbed")
    {
        let name = package["name"].as_str().expect("a name");
        let (_, allowed) =
            ARROWS.iter().find(|(room, _)| *room == name).unwrap_or_else(|| panic!("{name} is no room"));
        for dependency in package["dependencies"].as_array().expect("a list") {
            let named = dependency["name"].as_str().expect("a name");
            let ours = rooms.contains(named) && dependency["path"].is_string();
            assert!(!ours || allowed.contains(&named), "{name} may not name {named}");
        }
        seen += 1;
    }
    assert!(seen >= 5, "{seen} rooms");
}

#[test]
fn the_architecture_tells_the_same_arrows() {
    let told = text(&root().join("ARCHITECTURE.md"));
    for (room, may_name) in ARROWS {
        let row = told.lines().find(|line| line.starts_with(&format!("| `{room}` |")));
        let Some(row) = row else { continue };
        let named = row.split('|').nth(3).unwrap_or_default();
        let named: BTreeSet<&str> =
            named.split(',').map(str::trim).filter(|name| *name != "nothing").collect();
        assert_eq!(named, may_name.iter().copied().collect(), "what {room} may name");
    }
    assert!(told.contains("| `method` |"), "the table is there");
}

#[test]
fn no_source_file_is_long() {
    for path in sources() {
        let lines = text(&path).lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", path.display());
    }
}

#[test]
fn every_source_file_says_what_it_is_for() {
    for path in sources() {
        let text = text(&path);
        let opens = text.starts_with("//!") || text.starts_with("#![doc = include_str!");
        assert!(opens, "{} does not say what it is for", path.display());
    }
}

#[test]
fn every_path_that_the_documents_name_exists() {
    let mut checked = 0;
    for document in DOCUMENTS {
        let text = text(&root().join(document));
        for named in text.split('`').skip(1).step_by(2).filter(|word| is_path(word)) {
            assert!(root().join(named).exists(), "{document} names {named}, which does not exist");
            checked += 1;
        }
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let link = link.split('#').next().unwrap_or_default();
            let outside = link.starts_with("http") || link.is_empty();
            let from = root().join(document);
            let folder = from.parent().expect("a document is in a folder");
            assert!(
                outside || folder.join(link).exists(),
                "{document} links to {link}, which does not exist"
            );
        }
    }
    assert!(checked > 10, "only {checked} paths");
}

/// A word in code marks that reads as a path of the project: below one of its folders, or a document at its top.
fn is_path(word: &str) -> bool {
    let plain = word.chars().all(|letter| letter.is_ascii_alphanumeric() || "/._-".contains(letter));
    let rooted =
        ["crates/", "xtask/", "fuzz/", "guide/", "samples/", "docs/", ".ci/", ".cargo/", "packaging/"];
    let document = Path::new(word).extension().is_some_and(|ending| ending == "md")
        && word.starts_with(|first: char| first.is_ascii_uppercase());
    plain && (document || rooted.iter().any(|folder| word.starts_with(folder)))
}

#[test]
fn the_method_is_told_no_time_and_reads_no_file() {
    let method = root().join("crates/method/src");
    let inside: Vec<PathBuf> = sources().into_iter().filter(|path| path.starts_with(&method)).collect();
    assert!(inside.len() > 30, "{} files", inside.len());
    for path in inside {
        let text = text(&path);
        for breach in ["std::", "::now()", "println!", "rand::"] {
            assert!(!text.contains(breach), "{} holds {breach}", path.display());
        }
    }
}
