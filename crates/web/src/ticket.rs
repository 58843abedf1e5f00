//! Tickets: who unlocked may go on, with a cookie that says nothing. They are kept in memory alone and void once the
//! desk is locked.

use app::desk::Desk;
use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

/// The cookie's name.
const NAME: &str = "ticket";
/// So many browsers may be in at once; the oldest goes first.
const MOST: usize = 16;

/// The tickets that let in.
#[derive(Debug, Default)]
pub(crate) struct Tickets(Vec<String>);

impl Tickets {
    /// Gives a new one, as a cookie that no script can read and no other site can send.
    pub(crate) fn issue(&mut self, desk: &Desk) -> Cookie<'static> {
        let ticket = desk.new_name() + &desk.new_name();
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push(ticket.clone());
        Cookie::build((NAME, ticket)).path("/").http_only(true).same_site(SameSite::Strict).build()
    }

    /// Whether a request carries a ticket that holds.
    pub(crate) fn admits(&self, headers: &HeaderMap) -> bool {
        let jar = CookieJar::from_headers(headers);
        jar.get(NAME).is_some_and(|shown| self.0.iter().any(|held| same(held, shown.value())))
    }

    /// Takes the cookie back. A browser that sees it go forgets, too, the pages that it kept for Back.
    pub(crate) fn taken_back() -> Cookie<'static> {
        let mut cookie = Cookie::build((NAME, "")).path("/").http_only(true).same_site(SameSite::Strict).build();
        cookie.make_removal();
        cookie
    }

    /// None holds any more.
    pub(crate) fn void_all(&mut self) {
        self.0.clear();
    }
}

/// Whether two are the same, taking as long for a near guess as for a far one.
fn same(held: &str, shown: &str) -> bool {
    held.len() == shown.len()
        && held.bytes().zip(shown.bytes()).fold(0, |differ, (held, shown)| differ | (held ^ shown)) == 0
}
