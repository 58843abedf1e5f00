//! The guide as a paper: a page, a few, or the whole with its contents. The words are the guide's own.

use ::guide::{Block as Told, Guide, Inline, Page, Part, Target};

use crate::Words;
use crate::guide::{note_name, part_name};
use crate::paper::{Block, Paper, Run, Style};

/// The whole guide, with contents.
#[must_use]
pub fn whole(words: &Words, guide: &Guide) -> Paper {
    let mut paper = Paper::new(words, words.say("guide-heading"), words.say("guide-intro"));
    paper.contents = Some(words.say("paper-contents"));
    for &part in Part::ALL {
        paper.blocks.push(Block::Break);
        paper.blocks.push(Block::heading(1, part_name(words, part)));
        for page in guide.part(part) {
            paper.blocks.extend(page_blocks(words, page, 2, |name| guide.page(name).is_some()));
        }
    }
    paper
}

/// A page, or a few.
#[must_use]
pub fn pages(words: &Words, pages: &[&Page]) -> Paper {
    let title = match pages {
        [page] => page.title().to_owned(),
        _ => words.say("guide-heading"),
    };
    let alone = pages.len() == 1;
    let mut paper = Paper::new(words, title, "");
    for page in pages {
        // The title of a page alone is the paper's.
        let level = u8::from(!alone);
        paper
            .blocks
            .extend(page_blocks(words, page, level, |name| pages.iter().any(|page| page.name == name)));
    }
    paper
}

/// A page under its title, a heading of this level, if it is any; links lead to pages that stand in the same paper, the others are words.
fn page_blocks(words: &Words, page: &Page, level: u8, holds: impl Fn(&str) -> bool) -> Vec<Block> {
    let made = Made { words, level: level + 1, holds: &holds };
    let mut blocks = Vec::new();
    if level > 0 {
        let (text, anchor) = (page.title().to_owned(), page.name.to_owned());
        blocks.push(Block::Heading { level, text, anchor });
    }
    blocks.push(Block::Text { runs: vec![Run::set(page.front.brief.clone(), Style::Emphasis)] });
    blocks.extend(made.blocks(&page.blocks));
    let sources = &page.front.sources;
    if !sources.is_empty() {
        let source = |source: &::guide::Source| {
            let to = source.link.clone().unwrap_or_default();
            vec![Block::Text { runs: vec![Run { text: source.words.clone(), style: Style::Plain, to }] }]
        };
        blocks.push(Block::heading(level + 1, words.say("guide-sources")));
        blocks.push(Block::List { ordered: false, items: sources.iter().map(source).collect() });
    }
    blocks
}

struct Made<'a> {
    words: &'a Words,
    /// Of what level a heading within a page is.
    level: u8,
    holds: &'a dyn Fn(&str) -> bool,
}

impl Made<'_> {
    fn blocks(&self, blocks: &[Told]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Told) -> Block {
        match block {
            Told::Heading { level, words, .. } => {
                Block::heading(self.level + level.saturating_sub(2), ::guide::plain(words))
            }
            Told::Paragraph(words) => Block::Text { runs: self.runs(words) },
            Told::List { ordered, items } => {
                Block::List { ordered: *ordered, items: items.iter().map(|item| self.blocks(item)).collect() }
            }
            Told::Table { head, rows } => Block::Table {
                head: head.iter().map(|cell| self.runs(cell)).collect(),
                rows: rows.iter().map(|row| row.iter().map(|cell| self.runs(cell)).collect()).collect(),
            },
            Told::Note { kind, blocks } => {
                Block::Note { name: note_name(self.words, *kind), blocks: self.blocks(blocks) }
            }
        }
    }

    fn runs(&self, words: &[Inline]) -> Vec<Run> {
        let mut runs = Vec::new();
        self.add(words, Style::Plain, "", &mut runs);
        runs
    }

    fn add(&self, words: &[Inline], style: Style, to: &str, runs: &mut Vec<Run>) {
        for word in words {
            match word {
                Inline::Text(text) => runs.push(Run { text: text.clone(), style, to: to.to_owned() }),
                Inline::Emphasis(words) => self.add(words, Style::Emphasis, to, runs),
                Inline::Strong(words) => self.add(words, Style::Strong, to, runs),
                Inline::Link { to: target, words } => self.add(words, style, &self.leads(target), runs),
            }
        }
    }

    fn leads(&self, target: &Target) -> String {
        match target {
            Target::Page(name) if (self.holds)(name) => format!("#{name}"),
            Target::Outside(address) => address.clone(),
            _ => String::new(),
        }
    }
}
