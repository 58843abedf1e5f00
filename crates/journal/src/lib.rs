//! The journal's room: what an entry looks like as text, read strictly and written back without loss.
//!
//! It knows no rule and no HTTP, and it judges nothing that an entry says. Sealing and the stores move in here next.

pub mod lines;
pub mod short;
pub mod wire;
