//! Reads a text for signs of crisis, on this machine, in microseconds.
//!
//! `crisis` reads any text of the app. The room writes no message and keeps nothing of what it read; it gives no
//! all-clear: what it does not notice may still be there.

mod crisis;
mod edition;
mod fold;
mod lexicon;
mod phrase;
mod search;
mod words;

pub use crisis::{Crisis, Sign, crisis, signs};
pub use edition::edition;
