//! SHELF: the guide and its talk. It computes nothing here; the guide itself is another room's.

/// The clauses with their reasons.
pub const TEXT: &str = include_str!("shelf/shelf.md");
