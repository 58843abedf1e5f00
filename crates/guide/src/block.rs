//! What a page is made of: blocks, and the words within them. It knows no Markdown and no way of showing them.

use method::Id;

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading below the page's title.
    Heading {
        /// 2 or 3; the title is 1.
        level: u8,
        /// Its name within the page, for links.
        anchor: String,
        /// Its words.
        words: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether its items are steps, counted from one.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A table; every row has as many cells as its head.
    Table {
        /// The heads of its columns.
        head: Vec<Vec<Inline>>,
        /// Its rows, by cell.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Something set apart.
    Note {
        /// What it is.
        kind: Note,
        /// What it says.
        blocks: Vec<Block>,
    },
}

/// Why something is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// Worth knowing.
    Remark,
    /// Words that fit.
    Say,
    /// Words that would press, hurt or teach.
    RatherNot,
    /// Safety comes first here.
    Safety,
}

/// Words within a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// As they are.
    Text(String),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Stressed more.
    Strong(Vec<Inline>),
    /// Leading somewhere.
    Link {
        /// Where to.
        to: Target,
        /// Its words.
        words: Vec<Inline>,
    },
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a page of the guide, by its name.
    Page(String),
    /// To a clause.
    Clause(Id),
    /// To the help page, which is always open (SAFE-10).
    Help,
    /// Out of the guide; nothing is fetched until a person follows it.
    Outside(String),
}

impl Block {
    /// Its words without any form; the cells of a table and the items of a list are parted by line ends.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Heading { words, .. } | Self::Paragraph(words) => plain(words),
            Self::List { items, .. } => lines(items.iter().map(|item| lines(item.iter().map(Self::plain)))),
            Self::Table { head, rows } => {
                lines(std::iter::once(head).chain(rows).flatten().map(|cell| plain(cell)))
            }
            Self::Note { blocks, .. } => lines(blocks.iter().map(Self::plain)),
        }
    }

    /// Every link in it, in order.
    #[must_use]
    pub fn links(&self) -> Vec<&Target> {
        let mut found = Vec::new();
        self.gather(&mut found);
        found
    }

    fn gather<'a>(&'a self, found: &mut Vec<&'a Target>) {
        match self {
            Self::Heading { words, .. } | Self::Paragraph(words) => links_of(words, found),
            Self::List { items, .. } => items.iter().flatten().for_each(|block| block.gather(found)),
            Self::Table { head, rows } => {
                std::iter::once(head).chain(rows).flatten().for_each(|cell| links_of(cell, found));
            }
            Self::Note { blocks, .. } => blocks.iter().for_each(|block| block.gather(found)),
        }
    }
}

fn links_of<'a>(words: &'a [Inline], found: &mut Vec<&'a Target>) {
    for word in words {
        match word {
            Inline::Text(_) => {}
            Inline::Emphasis(within) | Inline::Strong(within) => links_of(within, found),
            Inline::Link { to, words } => {
                found.push(to);
                links_of(words, found);
            }
        }
    }
}

/// Words without any form.
#[must_use]
pub fn plain(words: &[Inline]) -> String {
    let mut text = String::new();
    for word in words {
        match word {
            Inline::Text(plain) => text.push_str(plain),
            Inline::Emphasis(within) | Inline::Strong(within) | Inline::Link { words: within, .. } => {
                text.push_str(&plain(within));
            }
        }
    }
    text
}

fn lines(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("\n")
}
