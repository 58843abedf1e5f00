//! The method as code: what was written down, replayed, is where a person stands; where they stand,
//! read by the method, is what to do now.
//!
//! Pure and total: no clock, no randomness, no input or output, no serialisation, no words on a page.
//! [`advise()`] cannot fail. Every rule stands beside the text of the clauses that it carries out.
#![no_std]
extern crate alloc;

pub mod care;
pub mod clause;
pub mod decide;
pub mod event;
pub mod flow;
pub mod guidance;
pub mod half;
pub mod map;
pub mod moment;
pub mod present;
pub mod ready;
mod ruling;
pub mod safe;
pub mod shelf;
pub mod space;
mod standing;
pub mod text;
pub mod work;

mod advise;

pub use advise::advise;
pub use clause::Id;
pub use event::{Entry, Event, Signs};
pub use guidance::Guidance;
pub use moment::{Moment, When};
pub use present::Present;
pub use ruling::{Opening, Ruling, Verdict, resolve};
pub use standing::{Heard, Log, Noted, Position, Standing};
