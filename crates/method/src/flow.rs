//! FLOW: reading the signs. Here: where it stands now, from what was recorded; histories are another room's.

pub mod rates;
pub mod standing_now;
mod weeks;

/// The clauses that compute nothing here (FLOW-1, 2, 3, 5).
pub const TEXT: &str = include_str!("flow/reading.md");
