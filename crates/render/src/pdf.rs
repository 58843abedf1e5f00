//! Papers → PDF, by typst: tagged and checked as PDF/UA-1, fonts inside, the same bytes for the same paper. It reads no file
//! and asks for no package: everything that it needs is built in or handed to it.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde_json::{Value, json};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use views::paper::Paper;

use crate::svg::{self, Stand};

/// The look of every paper.
const LOOK: &str = include_str!("pdf/paper.typ");

/// The letters that papers are set in.
const FONTS: [&[u8]; 7] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../fonts/DroidSansFallback.ttf"),
];

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
#[error("the paper could not be set: {0}")]
pub struct PdfError(String);

impl PdfError {
    fn of(told: &[SourceDiagnostic]) -> Self {
        Self(told.iter().map(|each| each.message.to_string()).collect::<Vec<_>>().join("; "))
    }
}

/// A paper as PDF.
///
/// # Errors
/// [`PdfError`]; the paper breaks a rule of PDF/UA-1, or cannot be set.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>, PdfError> {
    let desk = Desk::of(paper);
    let bytes = set(&desk);
    // What was worked out for this paper serves no other, and its words stay nowhere.
    typst::comemo::evict(0);
    bytes
}

fn set(desk: &Desk) -> Result<Vec<u8>, PdfError> {
    let document = typst::compile::<PagedDocument>(desk).output.map_err(|told| PdfError::of(&told))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|told| PdfError(format!("{told:?}")))?;
    let options = PdfOptions { standards, creator: Smart::Custom(None), ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|told| PdfError::of(&told))
}

/// What stands for a sign that no font here has.
const UNKNOWN: char = '\u{a4}';

/// The text with nothing in it that cannot be set: signs that no font has become ¤, signs that show nothing go.
fn settable(text: &str) -> String {
    let has = |sign: char| shelf().fonts.iter().any(|font| font.info().coverage.contains(u32::from(sign)));
    let shows_nothing = |sign: char| {
        matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
            || sign.is_control() && sign != '\n' && sign != '\t'
    };
    let signs = text.chars().filter(|sign| !shows_nothing(*sign));
    signs.map(|sign| if sign.is_whitespace() || has(sign) { sign } else { UNKNOWN }).collect()
}

/// The same for every text in a value.
fn make_settable(value: &mut Value) {
    match value {
        Value::String(text) => *text = settable(text),
        Value::Array(values) => values.iter_mut().for_each(make_settable),
        Value::Object(fields) => fields.values_mut().for_each(make_settable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What never changes: the library and the fonts.
struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| {
        let fonts: Vec<Font> = FONTS.iter().filter_map(|font| Font::new(Bytes::new(*font), 0)).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Shelf { library: LazyHash::new(Library::default()), book, fonts }
    })
}

/// The desk at which one paper is set.
struct Desk {
    main: Source,
    files: HashMap<FileId, Bytes>,
}

fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl Desk {
    fn of(paper: &Paper) -> Self {
        let mut data = json!({
            "title": paper.title,
            "lang": paper.lang.split('-').next().unwrap_or("en"),
            "made": paper.made,
            "contents": paper.contents,
            "dense": paper.dense,
            "blocks": paper.blocks,
        });
        make_settable(&mut data);
        let mut files = HashMap::new();
        files.extend(file("/data.json").map(|id| (id, Bytes::from_string(data.to_string()))));
        for (place, figure) in paper.figures.iter().enumerate() {
            let drawing = settable(&svg::draw(figure, Stand::Page("paper")));
            files.extend(file(&format!("/figure-{place}.svg")).map(|id| (id, Bytes::from_string(drawing))));
        }
        let main = file("/main.typ").expect("a name without a dot in it");
        Self { main: Source::new(main, LOOK.to_owned()), files }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &shelf().library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &shelf().book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        shelf().fonts.get(index).cloned()
    }

    /// Papers say themselves when they were made.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use views::Words;
    use views::paper::{Block, Run, Style};

    fn paper() -> Paper {
        let mut paper = Paper::new(&Words::english(), "A paper", "26 November 2026");
        paper.blocks = vec![
            Block::heading(1, "First"),
            Block::Text { runs: vec![Run::plain("Plain, "), Run::set("strong", Style::Strong)] },
            Block::list(["one".to_owned(), "two".to_owned()]),
            Block::table(&["a".to_owned(), "b".to_owned()], [vec!["c".to_owned(), "d".to_owned()]]),
            Block::text("Привет · مرحبا · 你好 · שלום"),
            Block::Note { name: "Note".into(), blocks: vec![Block::text("apart")] },
            Block::Lines { count: 3 },
        ];
        paper
    }

    #[test]
    fn the_same_paper_is_the_same_bytes_and_says_nothing_of_its_maker() {
        let one = pdf(&paper()).expect("a PDF");
        assert_eq!(one, pdf(&paper()).expect("a PDF"));
        assert!(one.starts_with(b"%PDF-1."));
        let text = String::from_utf8_lossy(&one);
        assert!(text.contains("pdfuaid") && !text.contains("Creator"), "checked as PDF/UA-1");
    }

    /// What a reader takes out of a PDF.
    fn extracted(bytes: &[u8]) -> String {
        use std::io::Write as _;
        use std::process::{Command, Stdio};
        let mut reader = Command::new("pdftotext")
            .args(["-", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("pdftotext starts; `cargo xtask test` installs what is missing");
        reader.stdin.take().expect("its input").write_all(bytes).expect("taken");
        String::from_utf8(reader.wait_with_output().expect("read").stdout).expect("UTF-8")
    }

    #[test]
    fn words_of_every_script_can_be_taken_out_again() {
        let mut paper = paper();
        let lines = ["Zoë façade naïve", "Привет, как ты?", "你好，世界", "こんにちは 안녕", "שלום"];
        paper.blocks = lines.map(Block::text).into();
        paper.blocks.push(Block::text("مرحبا بالعالم"));
        let text = extracted(&pdf(&paper).expect("a PDF"));
        for line in lines {
            for word in line.split(' ') {
                assert!(text.contains(word), "{word} in {text}");
            }
        }
        // A reader may put Arabic in the order of the page or of the words, in whatever forms its letters have.
        let letters = |text: &str| text.chars().filter(|sign| ('\u{600}'..='\u{6ff}').contains(sign)).count();
        assert_eq!(letters(&text), letters("مرحبا بالعالم"), "{text}");
    }

    #[test]
    fn signs_that_no_font_has_keep_nobody_from_a_paper() {
        let mut paper = paper();
        paper.title = "A \u{2764}\u{fe0f} in the title".into();
        paper.blocks = vec![
            Block::heading(1, "\u{1f600} \u{0} \u{feff}"),
            Block::text(
                "สวัสดี नमस्ते \u{2764} \u{263a} \u{2192} \u{2713} \u{1f469}\u{200d}\u{1f467} \u{e000} #let x = 1 *not strong* $a$ <label> @ref",
            ),
        ];
        let text = extracted(&pdf(&paper).expect("a PDF all the same"));
        assert!(
            text.contains("#let x = 1 *not strong* $a$ <label> @ref"),
            "and nothing in it is a command: {text}"
        );
    }

    #[test]
    fn every_font_is_one() {
        assert_eq!(shelf().fonts.len(), FONTS.len());
    }
}
