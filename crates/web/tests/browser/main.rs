//! The app in a real browser: every path walked as a person would walk it, by the words on the page, on a phone and at
//! a desk, by night and by day, with large text, with the keyboard alone and without script. In every walk the
//! browser's own log is read: nothing is asked of any other machine.
//!
//! What the app answers to a hostile program is not walked here.

mod asked;
mod care;
mod chrome;
mod eye;
mod first;
mod histories;
mod hosted;
mod house;
mod limits;
mod lock;
mod looks;
mod network;
mod person;
mod settings;
mod tongues;
mod tour;
mod urge;
mod work;
