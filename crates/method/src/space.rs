//! SPACE: step one, give up all pursuit. When something may be started, a gift made, a reply sent, a draft freed.

pub mod answer;
pub mod clock;
pub mod draft;
pub mod gift;
pub mod pace;
pub mod reply;

/// The clauses of step one that compute nothing here (SPACE-1, 5, 10, 12, 13, 14).
pub const STEP_ONE: &str = include_str!("space/step_one.md");
