//! Tickets: who unlocked may go on, with a cookie that says nothing. They are kept in memory alone and void once the
//! desk is locked.

use app::desk::Desk;
use axum::http::{HeaderMap, header};
use axum_extra::extract::cookie::Cookie;

use crate::cookies;

/// The cookie's name.
const NAME: &str = "ticket";
/// So many browsers may be in at once; the oldest goes first.
const MOST: usize = 16;

/// The tickets that let in.
#[derive(Default)]
pub(crate) struct Tickets {
    held: Vec<String>,
    /// Whoever asks showed something better already.
    bearer: bool,
}

impl Tickets {
    /// For one request, whose cookie was read before: it lets in or it does not.
    pub(crate) fn of_bearer(inside: bool) -> Self {
        Self { held: Vec::new(), bearer: inside }
    }

    /// Whether any of them still holds.
    pub(crate) fn hold(&self) -> bool {
        self.bearer || !self.held.is_empty()
    }

    /// Gives a new one, as a cookie that no script can read and no other site can send.
    pub(crate) fn issue(&mut self, desk: &Desk) -> Cookie<'static> {
        let ticket = desk.new_name() + &desk.new_name();
        if self.held.len() == MOST {
            self.held.remove(0);
        }
        // Without randomness there is no ticket; an empty one would let everybody in.
        if !ticket.is_empty() {
            self.held.push(ticket.clone());
        }
        cookies::cookie(NAME, ticket)
    }

    /// Whether a request carries a ticket that holds. Another program at another port of this machine may have set a
    /// cookie of the same name; it does not hide the right one.
    pub(crate) fn admits(&self, headers: &HeaderMap) -> bool {
        let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let mut shown = pairs.filter(|(name, _)| *name == NAME).map(|(_, shown)| shown);
        self.bearer || shown.any(|shown| self.held.iter().any(|held| same(held, shown)))
    }

    /// None holds any more.
    pub(crate) fn void_all(&mut self) {
        *self = Self::default();
    }
}

/// Takes the ticket out of the browser. What it kept of pages for going back goes with it, where a browser ties the
/// two together.
pub(crate) fn taken_back() -> Cookie<'static> {
    cookies::removal(NAME)
}

/// Whether two are the same, taking as long for a near guess as for a far one.
pub(crate) fn same(held: &str, shown: &str) -> bool {
    held.len() == shown.len()
        && held.bytes().zip(shown.bytes()).fold(0, |differ, (held, shown)| differ | (held ^ shown)) == 0
}
