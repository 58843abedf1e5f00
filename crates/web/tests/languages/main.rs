//! The app in its languages, and in one that nobody speaks; walked without a browser.

mod pseudo;
mod tongues;
mod visit;
