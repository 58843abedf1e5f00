//! Page data → drawings and files. It knows how things look, not what they mean: words and rules are made elsewhere.

pub mod ics;
pub mod map;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod svg;
