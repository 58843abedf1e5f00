//! Every page in a language that nobody speaks: whatever stands there outside its marks is no message, and a translator
//! would never see it.

use axum::http::StatusCode;
use views::Words;

use crate::visit::{House, Visitor};

/// The marks around a message.
const MARKS: [char; 2] = ['\u{2067}', '\u{2069}'];

/// What a page shows, piece by piece.
#[derive(Debug, Default)]
struct Shown {
    /// Its text; a message may run through several pieces, where a drawing breaks it into lines.
    texts: Vec<String>,
    /// The attributes that are read aloud or shown.
    attributes: Vec<String>,
}

impl Shown {
    /// What stands outside the marks, piece by piece; the marks are in pairs.
    fn outside(&self) -> Vec<String> {
        let mut depth = 0;
        let mut outside: Vec<String> = self.texts.iter().map(|text| outside_of(text, &mut depth)).collect();
        assert_eq!(depth, 0, "a message of the page does not end");
        for attribute in &self.attributes {
            outside.push(outside_of(attribute, &mut depth));
            assert_eq!(depth, 0, "{attribute}");
        }
        outside
    }

    /// How many messages there are.
    fn messages(&self) -> usize {
        self.texts.iter().chain(&self.attributes).filter(|text| text.contains(MARKS)).count()
    }
}

/// What a page shows: its text, and the attributes that are read aloud or shown; without what says that it is in a
/// language of its own.
fn shown(page: &str) -> Shown {
    const READ: [&str; 7] =
        ["title", "aria-label", "placeholder", "alt", "data-leave", "data-cancelled", "data-failed"];
    const VOID: [&str; 6] = ["meta", "link", "input", "br", "img", "hr"];
    let mut shown = Shown::default();
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut rest =
        page.split_once("<html").map_or("", |(_, rest)| rest).split_once('>').map_or("", |(_, rest)| rest);
    while let Some((text, tagged)) = rest.split_once('<') {
        let own = open.iter().any(|(_, own)| *own);
        if !own && !text.trim().is_empty() {
            shown.texts.push(text.trim().to_owned());
        }
        let (tag, after) = tagged.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(closed) = tag.strip_prefix('/') {
            let last = open.iter().rposition(|(name, _)| name == closed);
            if let Some(last) = last {
                open.truncate(last);
            }
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let speaks = attributes.contains("lang=\"");
        if !own && !speaks {
            for read in READ {
                let value =
                    attributes.split(&format!("{read}=\"")).nth(1).and_then(|rest| rest.split('"').next());
                shown.attributes.extend(value.map(str::to_owned));
            }
        }
        if !tag.ends_with('/') && !VOID.contains(&name) {
            open.push((name.to_owned(), speaks));
        }
    }
    shown
}

/// What of a piece stands outside the marks, `depth` of which are open before it and behind it.
fn outside_of(text: &str, depth: &mut u32) -> String {
    let mut outside = String::new();
    for sign in text.chars() {
        match sign {
            '\u{2067}' => *depth += 1,
            '\u{2069}' => {
                *depth = depth.checked_sub(1).unwrap_or_else(|| panic!("ends before it begins: {text}"));
            }
            sign if *depth == 0 => outside.push(sign),
            _ => {}
        }
    }
    outside
}

/// What is a name, a figure or a person's own words, and needs no translator.
fn needs_none(text: &str, own: &str) -> bool {
    let text = text.trim().trim_matches(['·', '…', ',', '.', ':', '(', ')', '/', '„', '“']).trim();
    let is_clause = |word: &str| {
        word.split_once('-').is_some_and(|(group, number)| {
            group.chars().all(|letter| letter.is_ascii_uppercase()) && number.parse::<u8>().is_ok()
        })
    };
    let is_zone = text.contains('/') && !text.contains(' ');
    !text.chars().any(char::is_alphabetic)
        || text == "Halflight"
        || is_zone
        || text.split_whitespace().all(is_clause)
        || text.lines().all(|line| own.contains(line.trim()))
}

/// The paths that a page leads to by itself.
fn links(page: &str) -> Vec<String> {
    let links = page.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
    links
        .filter(|link| !link.starts_with("assets/"))
        .map(|link| format!("/{}", link.split('#').next().unwrap_or("")))
        .collect()
}

/// What of a page is no message and would need a translator.
fn strays(page: &str, own: &str) -> Vec<String> {
    shown(page).outside().into_iter().filter(|text| !needs_none(text, own)).collect()
}

/// Reads a page: nothing of it stands outside of messages.
async fn read(visitor: &mut Visitor, path: &str, own: &str) -> Option<String> {
    let page = visitor.get(path).await;
    if page.status != StatusCode::OK && page.status != StatusCode::NOT_FOUND {
        return None;
    }
    if !page.headers["content-type"].to_str().is_ok_and(|kind| kind.starts_with("text/html")) {
        return None;
    }
    assert!(page.text.contains("<html lang=\"en-XB\" dir=\"rtl\">"), "{path}");
    assert_eq!(strays(&page.text, own), Vec::<String>::new(), "{path} shows what is no message");
    let messages = shown(&page.text).messages();
    assert!(messages > 5, "{path} has only {messages} messages");
    Some(page.text)
}

/// Walks from the pages named to all that they lead to; how many were read.
async fn walk(visitor: &mut Visitor, from: &[&str], own: &str) -> Vec<String> {
    let mut ahead: Vec<String> = from.iter().map(|&path| path.to_owned()).collect();
    let mut seen: Vec<String> = Vec::new();
    let mut read_ones = Vec::new();
    while let Some(path) = ahead.pop() {
        if seen.contains(&path) {
            continue;
        }
        seen.push(path.clone());
        if let Some(text) = read(visitor, &path, own).await {
            ahead.extend(links(&text));
            read_ones.push(path);
        }
    }
    read_ones
}

#[tokio::test]
async fn no_page_of_the_sample_shows_a_word_that_is_no_message() {
    let house = House::speaking(Words::pseudo());
    let mut visitor = house.visitor("en");
    visitor.post("/sample", "").await;
    // Names and texts that the sample's people wrote, the names of files and forms, and what a form is filled with.
    let own = app::sample::JOURNAL.replace("\\n", "\n");
    let start = [
        "/",
        "/urge",
        "/urge/wait",
        "/asked",
        "/asked/answer",
        "/asked/reply",
        "/checkin",
        "/drafts",
        "/calm",
        "/draft/new/start",
        "/draft/new/reply",
        "/draft/new/practical",
        "/draft/new/never-send",
        "/people",
        "/practical",
        "/work",
        "/flow",
        "/settings",
        "/settings/erase",
        "/help",
        "/why/SPACE-2",
        "/measures",
        "/nowhere",
    ];
    let read = walk(&mut visitor, &start, &own).await;
    assert!(read.len() > 60, "{} pages: {read:?}", read.len());
}

#[tokio::test]
async fn no_page_of_the_first_steps_and_none_outside_shows_a_word_that_is_no_message() {
    let house = House::speaking(Words::pseudo());
    let mut visitor = house.visitor("en");
    for path in ["/start", "/help", "/measures", "/unlock/code", "/settings/erase"] {
        assert!(read(&mut visitor, path, "").await.is_some(), "{path}");
    }
    visitor.post("/start", "").await;
    for path in ["/start/safety", "/start/you", "/start/keep", "/", "/urge", "/flow", "/settings"] {
        assert!(read(&mut visitor, path, "").await.is_some(), "{path}");
    }
    let refused = visitor.post("/start/keep", "passphrase=short&passphrase_again=short").await;
    assert_eq!(strays(&refused.text, ""), Vec::<String>::new());
    let words = "passphrase=eight+or+more&passphrase_again=eight+or+more";
    let code = visitor.post("/start/keep", words).await;
    let secret =
        code.text.split("class=\"code\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a code");
    assert_eq!(strays(&code.text, secret), Vec::<String>::new());
    visitor.post("/lock", "").await;
    assert!(read(&mut visitor, "/unlock", "").await.is_some());
    let wrong = visitor.post("/unlock", "passphrase=another+one").await;
    assert_eq!(strays(&wrong.text, ""), Vec::<String>::new());
}

#[test]
fn the_reader_of_pages_finds_what_is_shown_and_what_is_no_message() {
    let page = "<!doctype html><html lang=\"en-XB\" dir=\"rtl\"><head><title>\u{2067}a\u{2069} · Halflight</title></head>\
        <body><p title=\"\u{2067}b\u{2069}\">\u{2067}c <b>\u{2069} stray</b></p><input placeholder=\"bare\">\
        <p lang=\"en\">own <b>words</b></p><br><i>last</i></body></html>";
    let shown = shown(page);
    for text in ["\u{2067}a\u{2069} · Halflight", "\u{2067}b\u{2069}", "bare", "last"] {
        let mut pieces = shown.texts.iter().chain(&shown.attributes);
        assert!(pieces.any(|piece| piece == text), "{text} in {shown:?}");
    }
    assert!(!shown.texts.iter().any(|text| text.contains("own") || text.contains("words")), "{shown:?}");
    assert_eq!(strays(page, ""), [" stray", "last", "bare"], "a message may run through several pieces");
    assert_eq!(outside_of("\u{2067}a \u{2067}b\u{2069}\u{2069} stray", &mut 0), " stray");
    assert!(
        !needs_none("stray", "") && needs_none("SPACE-2 · SAFE-11".split(" · ").next().unwrap_or(""), "")
    );
    assert!(needs_none("stray", "a stray dog") && needs_none("Europe/Berlin", "") && needs_none("18:40", ""));
}
