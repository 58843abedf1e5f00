//! The app in a browser: routes in three steps (parse, call, render), templates, tickets, assets.
//!
//! It holds no rule and writes no sentence of its own: guidance is the method's, words are those of `views`. It sends
//! nothing anywhere; it answers this machine's browser alone.

mod assets;
mod doors;
mod drawn;
mod fields;
mod guard;
mod house;
mod lines;
mod page;
mod prose;
mod ticket;
mod tongue;

pub use house::{Home, serve};
