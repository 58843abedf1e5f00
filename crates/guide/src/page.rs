//! A page: its front and its blocks. What can be wrong with the file of a page is named here.

use method::Id;

use crate::block::{Block, Target};
use crate::edition::Part;
use crate::front::{self, Front};
use crate::markdown;

/// Words a calm reader reads in a minute (ours).
const WORDS_A_MINUTE: usize = 200;

/// A page of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name, as in its address and its file.
    pub name: &'static str,
    /// The part of the guide it stands in.
    pub part: Part,
    /// What stands at its head.
    pub front: Front,
    /// What it says.
    pub blocks: Vec<Block>,
    minutes: usize,
}

/// Why the file of a page cannot be read as one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It does not open with its front.
    #[error("it does not open with a front between two lines `---`")]
    NoFront,
    /// A field of the front is missing.
    #[error("its front has no {0:?}")]
    Missing(&'static str),
    /// A line of the front is no field.
    #[error("its front cannot use the line {0:?}")]
    Stray(String),
    /// A clause it names does not exist.
    #[error("it names the clause {0:?}, which does not exist")]
    NoSuchClause(String),
    /// It uses Markdown that pages do not have: HTML, pictures, code.
    #[error("pages have no {0}")]
    NotForPages(&'static str),
}

impl Page {
    /// Reads the file of a page.
    ///
    /// # Errors
    ///
    /// If its front is not whole, or its Markdown holds what pages do not have.
    pub fn read(name: &'static str, part: Part, text: &str) -> Result<Self, Fault> {
        let (front, body) = front::split(text)?;
        let mut page = Self { name, part, front, blocks: markdown::blocks(body)?, minutes: 1 };
        page.minutes = page.plain().split_whitespace().count().div_ceil(WORDS_A_MINUTE).max(1);
        Ok(page)
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.front.title
    }

    /// Every clause it speaks of: those whose page it is, then the others.
    pub fn clauses(&self) -> impl Iterator<Item = Id> + '_ {
        self.front.clauses.iter().chain(&self.front.also).copied()
    }

    /// What it says, without any form.
    #[must_use]
    pub fn plain(&self) -> String {
        self.blocks.iter().map(Block::plain).collect::<Vec<_>>().join("\n")
    }

    /// The minutes it takes to read, at least one.
    #[must_use]
    pub const fn minutes(&self) -> usize {
        self.minutes
    }

    /// The pages it links to, each once, in order.
    #[must_use]
    pub fn leads_to(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for target in self.blocks.iter().flat_map(Block::links) {
            if let Target::Page(name) = target
                && !names.contains(&name.as_str())
            {
                names.push(name.as_str());
            }
        }
        names
    }
}
