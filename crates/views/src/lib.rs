//! Every word that a person reads, and the figures beside them, as page data.
//!
//! It writes no HTML and no terminal codes, does no input or output and asks no clock; it rules on nothing.

pub mod advice;
pub mod clause;
mod days;
pub mod guide;
pub mod help;
pub mod reading;
mod words;

pub use days::{day, day_and_hour, day_of_year, hour};
pub use words::Words;
