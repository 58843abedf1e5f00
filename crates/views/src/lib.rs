//! Every word that a person reads, and the figures beside them, as page data.
//!
//! It writes no HTML and no terminal codes, does no input or output and asks no clock; it rules on nothing.

pub mod advice;
pub mod asked;
pub mod clause;
mod days;
pub mod draft;
pub mod help;
pub mod journal;
pub mod people;
pub mod practical;
pub mod reading;
pub mod settings;
pub mod urge;
mod words;
pub mod work;

pub use days::{day, day_and_hour, day_of_year, hour};
pub use words::Words;
