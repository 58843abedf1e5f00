//! Many people over one database: accounts without a name in clear, sessions that a node need not remember, limits, and
//! the talk under the guide's pages. It is the sole owner of the server's key.
//!
//! It knows no HTTP and no rule of the method, and opens nobody's vault by itself: the key to one comes with each
//! request, sealed in its cookie, and is nowhere else.

mod accounts;
mod at_once;
mod database;
mod invitations;
mod key;
mod names;
pub mod parcels;
mod service;
mod session;
mod settings;
mod slips;
pub mod talk;
mod warm;

pub use accounts::{SignInError, SignUpError};
pub use database::{Database, DatabaseError};
pub use invitations::SignUp;
pub use journal::secret::Passphrase;
pub use key::{KeyError, ServerKey};
pub use service::{Admitted, EnterError, Limits, Service, block};
pub use session::Session;
