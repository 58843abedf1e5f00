//! The pages hold together: each is whole, each clause has its page and its page gives it back, each link leads somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use guide::{Block, Fault, Guide, Note, Page, Part, Target};
use method::Id;

/// A page has at least so many words, and at most.
const WORDS: std::ops::RangeInclusive<usize> = 250..=650;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../guide/en")
}

#[test]
fn the_guide_can_be_read() {
    let guide = Guide::read_english().expect("every page is whole, and every link leads somewhere");
    assert!(guide.pages().len() >= 40, "{} pages", guide.pages().len());
}

#[test]
fn every_file_of_the_folder_is_a_page_and_every_page_a_file() {
    let files: BTreeSet<String> = fs::read_dir(folder())
        .expect("the folder of the pages")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    let pages: BTreeSet<String> = Guide::english().pages().iter().map(|page| page.name.to_owned()).collect();
    assert_eq!(files, pages);
}

#[test]
fn every_page_has_all_that_leads_to_it() {
    for page in Guide::english().pages() {
        let (name, front) = (page.name, &page.front);
        assert!(page.clauses().next().is_some(), "{name} names no clause");
        assert!((3..=13).contains(&front.questions.len()), "{name} has {} questions", front.questions.len());
        assert!((2..=6).contains(&front.themes.len()), "{name} has {} themes", front.themes.len());
        assert!(front.brief.len() <= 110, "{name} says too much in its one line");
        let mut clauses: Vec<Id> = page.clauses().collect();
        let all = clauses.len();
        clauses.sort_unstable();
        clauses.dedup();
        assert_eq!(clauses.len(), all, "{name} names a clause twice");
        for source in &front.sources {
            let leads = source.link.as_ref().is_none_or(|link| link.starts_with("https://"));
            assert!(leads && !source.words.is_empty(), "{name}: {source:?}");
        }
    }
}

#[test]
fn no_two_pages_have_one_title_or_one_question() {
    let mut seen = BTreeSet::new();
    let titles = Guide::english().pages().iter().map(Page::title);
    for words in titles.chain(Guide::english().questions().map(|(question, _)| question)) {
        assert!(seen.insert(words.to_lowercase()), "{words:?} stands twice");
    }
}

#[test]
fn every_clause_has_its_page_and_the_page_gives_it_back() {
    for &clause in Id::ALL {
        let page = Guide::english().page_of(clause).unwrap_or_else(|| panic!("{}", clause.as_str()));
        assert!(page.clauses().any(|back| back == clause));
        assert_eq!(Guide::english().pages_on(clause).first().map(|first| first.name), Some(page.name));
    }
}

#[test]
fn a_clause_and_a_page_are_found_by_their_names() {
    let guide = Guide::english();
    let first = |question: &str| guide.search(question).first().map(|hit| hit.page.name);
    for &clause in Id::ALL {
        let own = guide.page_of(clause).map(|page| page.name);
        assert_eq!(first(clause.as_str()), own, "{}", clause.as_str());
    }
    for page in guide.pages() {
        assert_eq!(first(page.name), Some(page.name));
    }
}

#[test]
fn every_page_can_be_reached_from_another() {
    let guide = Guide::english();
    let linked: BTreeSet<&str> = guide
        .pages()
        .iter()
        .flat_map(|page| page.leads_to().into_iter().filter(|name| *name != page.name))
        .collect();
    for page in guide.pages().iter().filter(|page| page.part != Part::About) {
        assert!(linked.contains(page.name), "no page links to {}", page.name);
    }
}

#[test]
fn every_theme_gathers_several_pages() {
    for (theme, pages) in Guide::english().themes() {
        assert!(pages.len() >= 2, "only {} stands under {theme:?}", pages[0].name);
    }
}

#[test]
fn the_parts_hold_every_page_in_order() {
    let guide = Guide::english();
    let by_part: Vec<&str> =
        Part::ALL.iter().flat_map(|&part| guide.part(part)).map(|page| page.name).collect();
    let in_order: Vec<&str> = guide.pages().iter().map(|page| page.name).collect();
    assert_eq!(by_part, in_order);
}

#[test]
fn a_page_is_neither_a_note_nor_a_book() {
    for page in Guide::english().pages() {
        let words = page.plain().split_whitespace().count();
        assert!(WORDS.contains(&words), "{} has {words} words", page.name);
    }
}

/// SAFE-10: wherever life or limb may be at stake, help is one step away.
#[test]
fn pages_about_danger_lead_to_help_before_anything_else() {
    for name in ["crisis", "anger", "afraid"] {
        let page = Guide::english().page(name).expect("the page");
        let Some(first @ Block::Note { kind: Note::Safety, .. }) = page.blocks.first() else {
            panic!("{name} does not open with help")
        };
        assert!(first.links().contains(&&Target::Help), "{name} does not lead to help");
    }
}

#[test]
fn tables_are_whole() {
    for page in Guide::english().pages() {
        for block in &page.blocks {
            let Block::Table { head, rows } = block else { continue };
            assert!(!rows.is_empty(), "{}: an empty table", page.name);
            for row in rows {
                assert_eq!(row.len(), head.len(), "{}: {row:?}", page.name);
                assert!(
                    row.iter().all(|cell| !guide::plain(cell).trim().is_empty()),
                    "{}: {row:?}",
                    page.name
                );
            }
        }
    }
}

#[test]
fn half_is_told_for_twenty_situations() {
    let page = Guide::english().page("half-table").expect("the page");
    let rows = page.blocks.iter().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows.len()),
        _ => None,
    });
    assert!(rows.is_some_and(|rows| rows >= 20), "{rows:?}");
}

const WHOLE: &str =
    "---\ntitle: T\nbrief: B\nclauses: SPACE-2\nthemes: a\nquestions:\n- q\nsources:\n- s\n---\nText.\n";

fn fault(text: &str) -> Option<Fault> {
    Page::read("made-up", Part::Start, text).err()
}

#[test]
fn a_page_that_is_not_whole_says_what_is_wrong() {
    assert_eq!(fault(WHOLE), None);
    assert_eq!(fault("Text."), Some(Fault::NoFront));
    assert_eq!(fault(&WHOLE.replace("brief: B\n", "")), Some(Fault::Missing("brief")));
    assert_eq!(fault(&WHOLE.replace("- q\n", "")), Some(Fault::Missing("questions")));
    assert_eq!(fault(&WHOLE.replace("SPACE-2", "SPACE-99")), Some(Fault::NoSuchClause("SPACE-99".into())));
    assert_eq!(fault(&WHOLE.replace("themes:", "theme:")), Some(Fault::Stray("theme: a".into())));
    assert_eq!(fault(&WHOLE.replace("Text.", "<b>Text</b>")), Some(Fault::NotForPages("HTML")));
}
