//! `halflight read` as another program would call it: exit codes, and what goes to which stream.

use std::path::PathBuf;
use std::process::{Command, Output};

struct Folder(tempfile::TempDir);

impl Folder {
    fn with(name: &str, bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join(name), bytes).expect("a file in it");
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_halflight"));
        command.env("LC_ALL", "C");
        command.arg("read").args(words).current_dir(self.0.path()).output().expect("the command runs")
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("words are UTF-8")
}

const CHAT: &[u8] = b"25.03.25, 14:00 - Jo: a\n25.03.25, 14:01 - Mia: b\n";

#[test]
fn with_json_there_is_one_document_on_stdout_and_nothing_else() {
    let output = Folder::with("chat.txt", CHAT).read(&["chat.txt", "--me", "Jo", "--zone", "UTC", "--json"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let reading: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one document");
    assert_eq!(reading["files"][0]["path"], "chat.txt");
}

#[test]
fn without_json_the_page_is_told_in_words_that_fit() {
    let output = Folder::with("chat.txt", CHAT).read(&["chat.txt", "--me", "Jo", "--zone", "UTC"]);
    let page = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(page.contains("Too little to tell"), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 100), "{page}");
    assert!(!page.contains('\u{1b}'), "no colour where nobody asked for it");
}

#[test]
fn the_chart_is_written_where_it_was_asked_for() {
    let folder = Folder::with("chat.txt", CHAT);
    let output = folder.read(&["chat.txt", "--me", "Jo", "--zone", "UTC", "--svg", "chart.svg", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let chart = std::fs::read_to_string(folder.path("chart.svg")).expect("the chart");
    assert!(chart.starts_with("<svg") && chart.ends_with("</svg>\n"));
}

#[test]
fn what_cannot_be_read_exits_with_1_and_says_what_where_and_what_to_do() {
    for (name, bytes, what) in [
        ("chat.txt", &b"3/4/25, 14:00 - Jo: a\n3/5/25, 14:00 - Mia: b\n"[..], "--dates"),
        ("chat.pdf", b"%PDF-1.7", "is a PDF"),
        ("empty.txt", b"", "is empty"),
        ("cut.zip", b"PK\x03\x04 and no more", "cut short or damaged"),
        (
            "other.txt",
            b"5.3.25, 14:00 - Cy: a\n25.3.25, 14:00 - Mia: b\n",
            "a chat that you are not in is not read",
        ),
    ] {
        let output = Folder::with(name, bytes).read(&[name, "--me", "Jo", "--zone", "UTC", "--json"]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""), "{name}");
        let told = text(&output.stderr);
        assert!(told.contains(name) && told.contains(what), "{told}");
        assert_eq!(told.lines().count(), 2, "what happened, and what to do: {told}");
    }
}

#[test]
fn a_folder_is_searched_for_exports() {
    let folder = Folder::with("chat.txt", CHAT);
    std::fs::write(folder.path("notes.txt"), "Dear diary").expect("a file");
    let output = folder.read(&[".", "--me", "Jo", "--zone", "UTC", "--json"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let reading: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one document");
    assert_eq!(
        (&reading["files"][0]["path"], &reading["people"][1]["messages"]),
        (&"./chat.txt".into(), &1.into())
    );
}

#[test]
fn a_folder_without_exports_and_a_missing_file_exit_with_1() {
    let folder = Folder::with("notes.txt", b"Dear diary");
    for path in [".", "nowhere.txt"] {
        assert_eq!(folder.read(&[path, "--me", "Jo"]).status.code(), Some(1), "{path}");
    }
}

#[test]
fn wrong_usage_exits_with_2() {
    let folder = Folder::with("chat.txt", CHAT);
    for words in [
        &["chat.txt"][..],
        &["--me", "Jo"],
        &["chat.txt", "--me", "Jo", "--zone", "Nowhere/Land"],
        &["chat.txt", "--me", "Jo", "--dates", "dym"],
        &["chat.txt", "--me", "Jo", "--left", "soon"],
    ] {
        assert_eq!(folder.read(words).status.code(), Some(2), "{words:?}");
    }
}
