//! How fast one address, and one person, may ask: fast enough for anybody with a browser, too slow for a program that
//! means harm. On each node for itself; passphrases are counted on all nodes together, elsewhere.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse as _, Response};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Requests a second, and at once, from one address; a school or an office may share one.
const ADDRESS: (NonZeroU32, NonZeroU32) = (NonZeroU32::new(50).unwrap(), NonZeroU32::new(400).unwrap());
/// Requests a second, and at once, of one person.
const PERSON: (NonZeroU32, NonZeroU32) = (NonZeroU32::new(10).unwrap(), NonZeroU32::new(80).unwrap());

/// The pace of everybody at this node.
#[derive(Clone)]
pub(crate) struct Pace {
    addresses: Arc<DefaultKeyedRateLimiter<String>>,
    people: Arc<DefaultKeyedRateLimiter<i64>>,
    /// Whether it is kept; a bench asks faster than any person.
    kept: bool,
}

impl Pace {
    pub(crate) fn new(kept: bool) -> Self {
        let quota =
            |(second, at_once): (NonZeroU32, NonZeroU32)| Quota::per_second(second).allow_burst(at_once);
        Self {
            addresses: RateLimiter::keyed(quota(ADDRESS)).into(),
            people: RateLimiter::keyed(quota(PERSON)).into(),
            kept,
        }
    }

    /// Whether an address may ask now.
    pub(crate) fn lets_address(&self, from: IpAddr) -> bool {
        !self.kept || self.addresses.check_key(&hosted::block(from)).is_ok()
    }

    /// Whether a person may ask now.
    pub(crate) fn lets_person(&self, owner: i64) -> bool {
        !self.kept || self.people.check_key(&owner).is_ok()
    }

    /// Forgets whoever has not asked for a while.
    pub(crate) fn sweep(&self) {
        self.addresses.retain_recent();
        self.people.retain_recent();
    }
}

/// What somebody is told who asks too fast.
pub(crate) fn too_fast() -> Response {
    let told = "Too many requests at once. Wait a few seconds. Help is open: /help\n";
    (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "5")], told).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_that_hurries_waits_and_another_does_not() {
        let pace = Pace::new(true);
        let [one, other] = [1, 2].map(|last| IpAddr::from([192, 0, 2, last]));
        let let_in = (0..1_000).filter(|_| pace.lets_address(one)).count();
        assert!((400..600).contains(&let_in), "{let_in}");
        assert!(pace.lets_address(other));
    }
}
