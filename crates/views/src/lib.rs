//! Placeholder.

pub mod reading;
