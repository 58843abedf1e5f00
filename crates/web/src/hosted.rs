//! The app for many people: who a request belongs to is read from its cookie, their vault is opened for as long as the
//! request takes, and nobody is remembered. Everything past that is the same app; this makes no page.

mod addresses;
mod front;
mod letting_in;
mod pace;
pub(crate) mod parcels;
mod watch;

pub use front::{Hosted, HostedError, Lines, serve_hosted};

pub(crate) use addresses::{Peer, Proxies};
pub(crate) use letting_in::{Guest, LetIn, sample};
