//! The journal's room: what an entry looks like as text and as bytes, how it is sealed, and where it is kept.
//!
//! It knows no rule and no HTTP, judges nothing that an entry says, reads no clock and makes no randomness.

pub mod backup;
pub mod ledger;
pub mod lines;
pub mod pack;
pub mod private;
pub mod seal;
pub mod secret;
pub mod short;
pub mod store;
pub mod wire;
