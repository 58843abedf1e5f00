//! Every word that a person reads, and the figures beside them, as page data.
//!
//! It writes no HTML and no terminal codes, does no input or output and asks no clock; it rules on nothing.

pub mod advice;
pub mod asked;
pub mod calendar;
pub mod calm;
pub mod check_ins;
pub mod clause;
pub mod dates;
mod days;
pub mod decide;
pub mod draft;
pub mod figure;
pub mod flow;
pub mod forms;
pub mod guide;
pub mod help;
pub mod journal;
pub mod language;
pub mod needs;
pub mod paper;
pub mod papers;
pub mod people;
pub mod plan;
pub mod practical;
pub mod reading;
pub mod ready;
pub mod settings;
pub mod urge;
mod words;
pub mod work;

pub use days::{day, day_and_hour, day_of_year, hour};
pub use language::{Direction, Language};
pub use words::Words;
