//! Search through the guide. A question is cut to stems, misspelt words are led back to words that the guide knows, turns
//! of phrase that mean the same are one idea, and pages are ranked by how rare the shared words are (BM25 over weighted
//! fields), the more so where a page's own questions ask the same. It runs on this machine, keeps no question and learns
//! from none.

mod fields;
mod index;
mod language;
mod typos;

use crate::page::Page;

pub(crate) use index::Index;

/// A page that was found.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'a> {
    /// Which.
    pub page: &'a Page,
    /// How well it fits; it orders the hits of one search and means nothing else.
    pub score: f32,
}
