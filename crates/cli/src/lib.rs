//! The edge of the product: commands, exit codes, opening files.

pub mod read;
