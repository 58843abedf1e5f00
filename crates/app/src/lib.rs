//! The use cases: what a person does with Halflight, whatever the surface. Sole owner of the clock, of
//! randomness and of keys.
//!
//! It knows no HTTP and no command line, and no rule: it brings a journal, its signs and the method together.

pub mod clock;
pub mod desk;
mod plain;
pub mod random;
pub mod sample;
pub mod signs;
pub mod vault;

pub use journal::private;
pub use plain::{Advised, advise};

/// What words point to that are written down nowhere, a question to the guide above all.
#[must_use]
pub fn noticed(text: &str) -> method::Signs {
    signs::noticed(::review::crisis(text))
}

/// Reads a draft in its context, as `review` does.
#[must_use]
pub fn review(draft: &str, context: &::review::Context) -> ::review::Review {
    ::review::read(draft, context)
}
