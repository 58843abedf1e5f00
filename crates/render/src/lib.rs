//! Page data → drawings. It knows how things look, not what they mean: words and rules are made elsewhere.

pub mod map;
pub mod svg;
