//! From which address a request comes: the line's, or, behind a proxy that is trusted, the one that the proxy saw.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::http::HeaderMap;

/// The other end of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// The proxies whose word on a caller's address is taken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proxies(Arc<[IpAddr]>);

impl Proxies {
    pub(crate) fn new(trusted: &[IpAddr]) -> Self {
        Self(trusted.iter().map(IpAddr::to_canonical).collect())
    }

    /// Whether a line may bring requests: where there is a proxy, nobody calls past it.
    pub(crate) fn lets_through(&self, peer: Peer) -> bool {
        self.0.is_empty() || self.0.contains(&peer.0.to_canonical())
    }

    /// The address of whoever asks. What anybody but a trusted proxy says of it is nobody's word; each proxy adds who
    /// called it at the end, so the last one that is no proxy of ours is the caller.
    pub(crate) fn caller(&self, peer: Peer, headers: &HeaderMap) -> IpAddr {
        let mut caller = peer.0.to_canonical();
        let lines: Vec<&str> =
            headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
        let mut told = lines.iter().rev().flat_map(|line| line.rsplit(','));
        while self.0.contains(&caller) {
            match told.next().and_then(|told| address(told.trim())) {
                Some(told) => caller = told.to_canonical(),
                None => break,
            }
        }
        caller
    }
}

/// An address as proxies write it, with a port or without.
fn address(told: &str) -> Option<IpAddr> {
    let alone = || told.trim_start_matches('[').trim_end_matches(']').parse().ok();
    told.parse::<SocketAddr>().ok().map(|address| address.ip()).or_else(alone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(trusted: &[&str], peer: &str, told: &[&str]) -> String {
        let address = |text: &&str| text.parse::<IpAddr>().expect("an address");
        let trusted: Vec<IpAddr> = trusted.iter().map(address).collect();
        let mut headers = HeaderMap::new();
        for told in told {
            headers.append("x-forwarded-for", told.parse().expect("a header"));
        }
        Proxies::new(&trusted).caller(Peer(address(&peer)), &headers).to_string()
    }

    #[test]
    fn nobodys_word_is_taken_but_a_trusted_proxys() {
        assert_eq!(asked(&[], "198.51.100.1", &["203.0.113.5"]), "198.51.100.1");
        assert_eq!(asked(&["10.0.0.1"], "198.51.100.1", &["203.0.113.5"]), "198.51.100.1");
        assert_eq!(asked(&["10.0.0.1"], "10.0.0.1", &["203.0.113.5"]), "203.0.113.5");
    }

    #[test]
    fn what_a_caller_put_before_the_proxys_word_counts_for_nothing() {
        assert_eq!(asked(&["10.0.0.1"], "10.0.0.1", &["192.0.2.9, 203.0.113.5"]), "203.0.113.5");
        assert_eq!(asked(&["10.0.0.1"], "10.0.0.1", &["192.0.2.9", "203.0.113.5"]), "203.0.113.5");
        assert_eq!(asked(&["10.0.0.1"], "10.0.0.1", &["203.0.113.5:4711"]), "203.0.113.5");
        assert_eq!(asked(&["10.0.0.1"], "10.0.0.1", &["[2001:db8::1]:4711"]), "2001:db8::1");
        assert_eq!(asked(&["10.0.0.1", "10.0.0.2"], "10.0.0.1", &["203.0.113.5, 10.0.0.2"]), "203.0.113.5");
    }

    #[test]
    fn a_proxy_that_says_nothing_readable_is_the_caller_itself() {
        assert_eq!(asked(&["10.0.0.1"], "::ffff:10.0.0.1", &["unknown"]), "10.0.0.1");
        assert_eq!(asked(&["10.0.0.1"], "10.0.0.1", &[]), "10.0.0.1");
    }
}
