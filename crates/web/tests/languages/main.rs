//! The languages of the app, over HTTP: which one a page speaks, and that no word of a page lies outside the messages.

mod pseudo;
mod tongues;
mod visit;
