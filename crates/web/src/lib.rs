//! The app in a browser: routes in three steps (parse, call, render), templates, tickets, assets.
//!
//! It holds no rule and writes no sentence of its own: guidance is the method's, words are those of `views`. It sends
//! nothing anywhere; it answers this machine's browser alone, or, where it is told to, the devices of a home network.

mod assets;
mod certificate;
mod cookies;
mod doors;
mod drawn;
mod fields;
mod guard;
mod hosted;
mod house;
mod household;
mod lines;
mod page;
mod prose;
mod ticket;
mod tongue;

pub use certificate::{Certificate, CertificateError};
pub use hosted::{Hosted, HostedError, Lines, serve_hosted};
pub use house::{Home, serve};
pub use household::{Household, serve_on_network};
