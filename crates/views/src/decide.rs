//! Going on or stopping (DECIDE): the wish, what would be enough, signs side by side, and the record beside them. It shows
//! and asks; it never concludes.

use method::event::{SignToward, Wish};
use method::safe::stands_aside;
use method::space::draft::closure_sent;
use method::{Guidance, Present};

use crate::advice::{self, Line};
use crate::{Words, day_of_year};

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct DecidePage {
    /// The wish, by its name; empty where it was never said.
    pub wish: String,
    /// Whether a review date has come.
    pub due: bool,
    /// The next review dates, in words.
    pub reviews: Vec<String>,
    /// What would be enough, in the person's own words; may be empty.
    pub enough: String,
    /// Signs, newest first, under the name of where they point: toward opening, then toward ending.
    pub signs: Vec<(&'static str, Vec<Sign>)>,
    /// What the record says: where it stands, in counts.
    pub record: Line,
    /// Whether the wish is to end it, and how far the closure has come.
    pub closure: Closure,
    /// The clauses by which this steps aside.
    pub because: Vec<&'static str>,
    /// Whether everything about getting back steps aside (SAFE).
    pub aside: bool,
}

/// How far the letter that ends it has come (DECIDE-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closure {
    /// Nobody wants to end it.
    NoneWanted,
    /// It may be written.
    Open,
    /// It is wanted, and not for now.
    NotNow,
    /// It was sent, and is the last.
    Sent,
}

impl Closure {
    /// Its name, as pages have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoneWanted => "none-wanted",
            Self::Open => "open",
            Self::NotNow => "not-now",
            Self::Sent => "sent",
        }
    }
}

/// A sign, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// What was seen.
    pub text: String,
    /// On which day it was written.
    pub day: String,
}

/// The page of this moment.
#[must_use]
pub fn page(words: &Words, guidance: &Guidance, present: &Present<'_>) -> DecidePage {
    let standing = present.standing;
    let signs = |toward: SignToward| {
        let of = standing.turns.seen(present.now).rev().filter(move |noted| noted.what.toward == toward);
        of.map(|noted| Sign {
            text: noted.what.text.to_string(),
            day: day_of_year(words, present.date_of(noted.at)),
        })
        .collect()
    };
    let said = standing.situations.seen(present.now).rev().find_map(|noted| noted.what.wish);
    let today = present.date_of(present.now);
    let mut reviews: Vec<_> =
        standing.review_dates.seen(present.now).map(|noted| noted.what.date(&present.zone)).collect();
    reviews.retain(|date| *date > today);
    reviews.sort_unstable();
    reviews.dedup();
    DecidePage {
        wish: said.map(|wish| wish.name().to_owned()).unwrap_or_default(),
        due: guidance.review_due,
        reviews: reviews.into_iter().map(|date| day_of_year(words, date)).collect(),
        enough: standing.enough.newest(present.now).map(|noted| noted.what.to_string()).unwrap_or_default(),
        signs: SignToward::ALL.iter().map(|&toward| (toward.name(), signs(toward))).collect(),
        record: advice::flow(words, guidance),
        closure: match (said == Some(Wish::End), closure_sent(present).is_some()) {
            (false, false) => Closure::NoneWanted,
            (_, true) => Closure::Sent,
            (true, false) if crate::draft::kinds(guidance, present).closure => Closure::Open,
            (true, false) => Closure::NotNow,
        },
        because: advice::ids(&guidance.limits),
        aside: stands_aside(&guidance.limits),
    }
}
