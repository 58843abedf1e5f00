//! A paper to print: blocks of words in their order, as plain data. What stands in it others decide; how it looks, `render`.

use serde::Serialize;

use crate::Words;
use crate::figure::Figure;

/// A paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// The language, as a BCP 47 tag.
    pub lang: &'static str,
    /// A line under the title: when it was made, of what.
    pub made: String,
    /// The heading of its contents; none where it is short.
    pub contents: Option<String>,
    /// Whether its headings are many and small.
    pub dense: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// Its drawings, as blocks name them by their place.
    pub figures: Vec<Figure>,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A heading.
    Heading {
        /// From 1 on.
        level: u8,
        /// Its words.
        text: String,
        /// The name by which links lead to it; may be empty.
        anchor: String,
    },
    /// A paragraph.
    Text {
        /// Its words.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Each item, as blocks.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table {
        /// The heads of its columns.
        head: Vec<Vec<Run>>,
        /// Its rows, a cell a column.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// A part set apart, under a name.
    Note {
        /// Its name.
        name: String,
        /// What stands in it.
        blocks: Vec<Block>,
    },
    /// A drawing, by its place among those of the paper.
    Figure {
        /// The place.
        place: usize,
        /// What it shows, for whoever does not see it.
        alt: String,
        /// What stands under it.
        caption: String,
    },
    /// Lines to write on.
    Lines {
        /// How many.
        count: u8,
    },
    /// What follows begins on a new page.
    Break,
}

/// Words of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they are set.
    pub style: Style,
    /// Where they lead: an address, or `#` and the name of a heading; empty where nowhere.
    pub to: String,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// As others.
    Plain,
    /// Weighty.
    Strong,
    /// Leaning.
    Emphasis,
    /// Small and quiet.
    Quiet,
}

impl Run {
    /// Words as others.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Plain, to: String::new() }
    }

    /// The same, set otherwise.
    #[must_use]
    pub fn set(text: impl Into<String>, style: Style) -> Self {
        Self { style, ..Self::plain(text) }
    }
}

impl Block {
    /// A paragraph of plain words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { runs: vec![Run::plain(text)] }
    }

    /// A quiet paragraph.
    #[must_use]
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::Text { runs: vec![Run::set(text, Style::Quiet)] }
    }

    /// A heading that nothing leads to.
    #[must_use]
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into(), anchor: String::new() }
    }

    /// A list of plain lines.
    #[must_use]
    pub fn list(lines: impl IntoIterator<Item = String>) -> Self {
        Self::List { ordered: false, items: lines.into_iter().map(|line| vec![Self::text(line)]).collect() }
    }

    /// A table of plain words.
    #[must_use]
    pub fn table(head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        let cell = |text: String| vec![Run::plain(text)];
        Self::Table {
            head: head.iter().cloned().map(cell).collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect(),
        }
    }
}

impl Block {
    fn replace(&mut self, with: &dyn Fn(&str) -> String) {
        let runs = |runs: &mut Vec<Run>| runs.iter_mut().for_each(|run| run.text = with(&run.text));
        match self {
            Self::Heading { text, .. } => *text = with(text),
            Self::Text { runs: words } => runs(words),
            Self::List { items, .. } => items.iter_mut().flatten().for_each(|block| block.replace(with)),
            Self::Table { head, rows } => {
                head.iter_mut().for_each(runs);
                rows.iter_mut().flatten().for_each(runs);
            }
            Self::Note { name, blocks } => {
                *name = with(name);
                for block in blocks {
                    block.replace(with);
                }
            }
            Self::Figure { alt, caption, .. } => (*alt, *caption) = (with(alt), with(caption)),
            Self::Lines { .. } | Self::Break => {}
        }
    }
}

impl Paper {
    /// An empty paper.
    #[must_use]
    pub fn new(words: &Words, title: impl Into<String>, made: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            lang: words.tag(),
            made: made.into(),
            contents: None,
            dense: false,
            blocks: Vec::new(),
            figures: Vec::new(),
        }
    }

    /// Puts other words in the place of all words outside of drawings.
    pub(crate) fn replace(&mut self, with: impl Fn(&str) -> String) {
        self.title = with(&self.title);
        self.made = with(&self.made);
        self.blocks.iter_mut().for_each(|block| block.replace(&with));
    }

    /// Adds a drawing, with its description and its foot.
    pub fn draw(&mut self, figure: Figure) {
        let (place, alt) = (self.figures.len(), format!("{}. {}", figure.title, figure.description));
        let caption = figure.foot.clone();
        self.blocks.push(Block::Figure { place, alt, caption });
        self.figures.push(figure);
    }
}
