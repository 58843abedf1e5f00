//! Reads a draft for words that may do harm, and any text for signs of crisis, on this machine.
//!
//! `read` marks a draft; `crisis` reads any text of the app. The room writes no message and keeps nothing of what
//! it read; it gives no all-clear: what it does not notice may still be there.

mod binder;
mod compile;
mod crisis;
mod draft;
mod edition;
mod encoder;
mod features;
mod fold;
mod judge;
mod lexicon;
mod marks;
mod mend;
mod model;
mod phrase;
mod quotes;
mod search;
mod sense;
pub mod tend;
mod why;
mod words;

pub use crisis::{Crisis, Sign, crisis, outspoken, signs};
pub use draft::{Context, Danger, Limit, Mark, Review, Sort, To, Verdict, in_english, read, reply};
pub use edition::edition;
pub use marks::Category;

/// Whether signs of crisis are read in a language, by its BCP 47 tag. No page speaks a language in which they are not.
#[must_use]
pub fn reads(language: &str) -> bool {
    matches!(language.split('-').next(), Some("en" | "de"))
}
