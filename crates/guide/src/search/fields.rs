//! What of a page is searched, and how much each part of it weighs (ours). It ranks nothing.

use crate::block::Block;
use crate::page::Page;

/// A part of every page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// How much a word in it weighs.
    pub(crate) weight: f32,
    /// How much a long one is held against it, from 0 to 1.
    pub(crate) by_length: f32,
    /// Whether turns of phrase in it stand for ideas; a page mentions much in passing that it is not about.
    pub(crate) ideas: bool,
    text: fn(&Page) -> String,
}

/// All of them.
pub(crate) const FIELDS: &[Field] = &[
    Field {
        weight: 5.0,
        by_length: 0.3,
        ideas: true,
        text: |page| format!("{} {}", page.front.title, page.name),
    },
    Field { weight: 3.0, by_length: 0.5, ideas: true, text: |page| page.front.questions.join("\n") },
    Field { weight: 2.5, by_length: 0.3, ideas: true, text: |page| page.front.brief.clone() },
    Field { weight: 2.5, by_length: 0.3, ideas: true, text: |page| page.front.themes.join("\n") },
    Field { weight: 2.0, by_length: 0.5, ideas: true, text: headings },
    Field { weight: 1.0, by_length: 0.75, ideas: false, text: Page::plain },
];

impl Field {
    /// Its words on a page.
    pub(crate) fn of(&self, page: &Page) -> String {
        (self.text)(page)
    }
}

fn headings(page: &Page) -> String {
    let headings = page.blocks.iter().filter(|block| matches!(block, Block::Heading { .. }));
    headings.map(Block::plain).collect::<Vec<_>>().join("\n")
}
