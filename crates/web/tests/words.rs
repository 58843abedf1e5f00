//! Every word of a page is a message: each id that a template names exists, and no template says a word of its own.

use std::fs;
use std::path::Path;

use views::Words;

fn templates() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let files = fs::read_dir(folder).expect("the templates").flatten();
    let read = |path: &Path| fs::read_to_string(path).expect("a template");
    files.map(|file| (file.file_name().to_string_lossy().into_owned(), read(&file.path()))).collect()
}

#[test]
fn every_message_that_a_template_names_exists() {
    let words = Words::english();
    let mut seen = 0;
    for (file, text) in templates() {
        for id in text.split("say(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(words.has(id), "{file} names {id}, which is no message");
            seen += 1;
        }
    }
    assert!(seen > 200, "{seen} messages");
}

/// The text without what stands between `open` and `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once(close).map_or("", |(_, after)| after))
}

/// Text outside of tags and of the template's own marks.
fn plain(text: &str) -> String {
    let bare = without(&without(text, "{{", "}}"), "{%", "%}");
    without(&bare, "<", ">")
}

#[test]
fn no_template_says_a_word_of_its_own() {
    for (file, text) in templates() {
        let plain = plain(&text).replace("Halflight", "");
        let is_word = |word: &&str| word.chars().filter(|sign| sign.is_alphabetic()).count() > 1;
        assert_eq!(plain.split_whitespace().find(is_word), None, "{file}");
    }
}

#[test]
fn the_whole_guide_is_a_paper_with_contents_and_page_numbers() {
    let guide = guide::Guide::english();
    let paper = views::papers::whole(&Words::english(), guide);
    let folder = tempfile::tempdir().expect("a folder");
    let (pdf, text) = (folder.path().join("guide.pdf"), folder.path().join("guide.txt"));
    fs::write(&pdf, render::pdf::pdf(&paper).expect("a PDF")).expect("written");
    let read = std::process::Command::new("pdftotext").arg(&pdf).arg(&text).status();
    assert!(read.expect("pdftotext starts; `cargo xtask test` installs what is missing").success());
    let text = fs::read_to_string(&text).expect("read");
    let bare = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
    let all = bare(&text);
    for page in guide.pages() {
        assert!(
            all.matches(&bare(page.title())).count() >= 2,
            "{} in the contents and over its page",
            page.title()
        );
    }
    assert!(text.contains("Contents") && text.contains("1 / "));
}
