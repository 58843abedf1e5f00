//! HALF: step four, when they reach out. How much of what was asked is agreed to, and whether ends were kept.

pub mod amount;
pub mod request;
pub mod word;

/// The clauses of step four that compute nothing here (HALF-1, HALF-5).
pub const STEP_FOUR: &str = include_str!("half/step_four.md");
