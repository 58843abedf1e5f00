//! The guide as a whole: its pages in order, what leads to them, and the search through them.
//! How a page is read and how it looks are not its matter.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use method::Id;

use crate::block::{Block, Target};
use crate::edition::{ENGLISH, Edition, Part};
use crate::page::{Fault, Page};
use crate::search::{Hit, Index};

/// The guide in one language.
#[derive(Debug)]
pub struct Guide {
    pages: Vec<Page>,
    edition: Edition,
    /// Made at the first search: who looks up a page needs none.
    index: OnceLock<Index>,
}

/// Why the pages do not make a guide.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A page cannot be read.
    #[error("guide page {page}: {fault}")]
    Page {
        /// Which.
        page: &'static str,
        /// Why.
        fault: Fault,
    },
    /// A link leads to a page that is not there.
    #[error("guide page {page} links to {to:?}, which is no page")]
    Link {
        /// On which page.
        page: &'static str,
        /// Where to.
        to: String,
    },
    /// A clause has two pages.
    #[error("{} is said to have its page at {first} and at {second}", clause.as_str())]
    TwoPages {
        /// Which.
        clause: Id,
        /// One of them.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// A clause has no page.
    #[error("{} has no page", clause.as_str())]
    NoPage {
        /// Which.
        clause: Id,
    },
}

static IN_ENGLISH: LazyLock<Guide> =
    LazyLock::new(|| Guide::of(ENGLISH).expect("the pages are compiled in, and a test reads them all"));

impl Guide {
    /// The guide in English, read once.
    #[must_use]
    pub fn english() -> &'static Self {
        &IN_ENGLISH
    }

    /// Reads the guide in English anew; [`Self::english`] is what everyday use wants.
    ///
    /// # Errors
    ///
    /// If a page cannot be read, a link leads nowhere, or a clause has not exactly one page.
    pub fn read_english() -> Result<Self, Unfit> {
        Self::of(ENGLISH)
    }

    fn of(edition: Edition) -> Result<Self, Unfit> {
        let pages = edition.pages.iter().map(|&(part, name, text)| {
            Page::read(name, part, text).map_err(|fault| Unfit::Page { page: name, fault })
        });
        let pages = pages.collect::<Result<Vec<_>, _>>()?;
        links_lead_somewhere(&pages)?;
        each_clause_has_a_page(&pages)?;
        Ok(Self { pages, edition, index: OnceLock::new() })
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.pages, self.edition.words, self.edition.stems))
    }

    /// Every page, in the order of the guide.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The page of that name.
    #[must_use]
    pub fn page(&self, name: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.name == name)
    }

    /// The pages of a part.
    pub fn part(&self, part: Part) -> impl Iterator<Item = &Page> {
        self.pages.iter().filter(move |page| page.part == part)
    }

    /// The page of a clause. Each clause has one, which was seen to when the guide was read.
    #[must_use]
    pub fn page_of(&self, clause: Id) -> Option<&Page> {
        self.pages.iter().find(|page| page.front.clauses.contains(&clause))
    }

    /// Every page that speaks of a clause: its own, then the others in order.
    #[must_use]
    pub fn pages_on(&self, clause: Id) -> Vec<&Page> {
        let others = self.pages.iter().filter(|page| page.front.also.contains(&clause));
        self.page_of(clause).into_iter().chain(others).collect()
    }

    /// The index: every theme with its pages, by the alphabet.
    #[must_use]
    pub fn themes(&self) -> BTreeMap<&str, Vec<&Page>> {
        let mut themes: BTreeMap<&str, Vec<&Page>> = BTreeMap::new();
        for page in &self.pages {
            for theme in &page.front.themes {
                themes.entry(theme).or_default().push(page);
            }
        }
        themes
    }

    /// Every question with its page, in the order of the guide.
    pub fn questions(&self) -> impl Iterator<Item = (&str, &Page)> {
        self.pages.iter().flat_map(|page| page.front.questions.iter().map(move |q| (q.as_str(), page)))
    }

    /// The pages before and after a page.
    #[must_use]
    pub fn beside(&self, name: &str) -> (Option<&Page>, Option<&Page>) {
        let Some(at) = self.pages.iter().position(|page| page.name == name) else { return (None, None) };
        let before = at.checked_sub(1).and_then(|before| self.pages.get(before));
        (before, self.pages.get(at + 1))
    }

    /// The best pages for a question in anyone's words, the best first; none if nothing fits. A clause's id brings its
    /// pages, a page's name that page.
    #[must_use]
    pub fn search(&self, question: &str) -> Vec<Hit<'_>> {
        let mut first: Vec<&Page> = self.page(question.trim()).into_iter().collect();
        let words = question.split(|sign: char| sign.is_whitespace() || ",;?!()".contains(sign));
        for clause in words.filter_map(Id::named) {
            first.extend(self.pages_on(clause));
        }
        let mut hits: Vec<Hit<'_>> = Vec::new();
        let found = self
            .index()
            .search(question)
            .into_iter()
            .filter_map(|(at, score)| self.pages.get(at).map(|page| Hit { page, score }));
        let found: Vec<Hit<'_>> = found.collect();
        let best = found.first().map_or(1.0, |hit| hit.score);
        for hit in first.into_iter().map(|page| Hit { page, score: best }).chain(found) {
            if !hits.iter().any(|known| known.page.name == hit.page.name) {
                hits.push(hit);
            }
        }
        hits
    }
}

fn links_lead_somewhere(pages: &[Page]) -> Result<(), Unfit> {
    for page in pages {
        for target in page.blocks.iter().flat_map(Block::links) {
            if let Target::Page(to) = target
                && !pages.iter().any(|other| other.name == to)
            {
                return Err(Unfit::Link { page: page.name, to: to.clone() });
            }
        }
    }
    Ok(())
}

fn each_clause_has_a_page(pages: &[Page]) -> Result<(), Unfit> {
    for &clause in Id::ALL {
        let mut homes =
            pages.iter().filter(|page| page.front.clauses.contains(&clause)).map(|page| page.name);
        let first = homes.next().ok_or(Unfit::NoPage { clause })?;
        if let Some(second) = homes.next() {
            return Err(Unfit::TwoPages { clause, first, second });
        }
    }
    Ok(())
}
