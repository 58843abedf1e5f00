//! WORK: step three, learn, visibly. Which dates come near, which changes are being kept, what may be mentioned.

pub mod change;
pub mod hard_dates;
pub mod mention;

/// The clauses of step three that compute nothing here (WORK-1, 2, 6, 7).
pub const STEP_THREE: &str = include_str!("work/step_three.md");
