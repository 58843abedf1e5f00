//! The lines that browsers call on: so many at once, and each has so long to say what it wants. Who dawdles loses the
//! line; the others are answered meanwhile, help above all. It reads no request.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;
use tower::Service;
use tower::util::MapRequest;

use crate::hosted::Peer;

/// What lines there may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// So many are held at once.
    most: usize,
    /// So many from one address other than this machine's.
    each: usize,
    /// So long what is being answered may take once the app is told to end.
    last: Duration,
}

/// For a few people; a browser opens six to one host.
pub(crate) const FEW: Bounds = Bounds { most: 200, each: 60, last: Duration::from_secs(3) };
/// For many.
pub(crate) const MANY: Bounds = Bounds { most: 4_096, each: 256, last: Duration::from_secs(30) };
/// A line on which no whole request begins within this time is cut.
const QUIET: Duration = Duration::from_secs(15);
/// After a line that could not be taken, most often for want of open files.
const BREATH: Duration = Duration::from_millis(100);

/// Answers whoever calls until `ends`; over TLS where there is something to take such calls with.
pub(crate) async fn answer(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    router: Router,
    bounds: Bounds,
    ends: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(bounds.most));
    let callers = Callers::default();
    let open = GracefulShutdown::new();
    let mut ends = std::pin::pin!(ends);
    loop {
        let next = async {
            let place = places.clone().acquire_owned().await;
            (listener.accept().await, place)
        };
        let (called, place) = tokio::select! {
            next = next => next,
            () = &mut ends => break,
        };
        let Ok((line, peer)) = called else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let Some(share) = callers.let_in(peer.ip(), bounds.each) else { continue };
        let router = MapRequest::new(router.clone(), move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(peer.ip()));
            request
        });
        let (tls, watcher) = (tls.clone(), open.watcher());
        tokio::spawn(async move {
            // A line that breaks off, or on which no TLS is spoken, is the caller's matter.
            let Some(tls) = tls else {
                talk(line, router, watcher).await;
                return drop((place, share));
            };
            if let Ok(Ok(line)) = tokio::time::timeout(QUIET, tls.accept(line)).await {
                talk(line, router, watcher).await;
            }
            drop((place, share));
        });
    }
    drop(listener);
    // Whoever is not done by then is cut off when the app ends.
    let _done_or_not = tokio::time::timeout(bounds.last, open.shutdown()).await;
}

/// How many lines each address holds. This machine's own, a proxy's above all, are not counted.
#[derive(Clone, Default)]
struct Callers(Arc<Mutex<HashMap<String, usize>>>);

/// One line of an address, until it is dropped.
struct Caller(Option<(Callers, String)>);

impl Callers {
    /// One more line of an address; none where it holds as many as it may.
    fn let_in(&self, from: IpAddr, most: usize) -> Option<Caller> {
        if from.to_canonical().is_loopback() {
            return Some(Caller(None));
        }
        let from = hosted::block(from);
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = held.entry(from.clone()).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Caller(Some((self.clone(), from))))
    }
}

impl Drop for Caller {
    fn drop(&mut self) {
        let Some((callers, from)) = self.0.take() else { return };
        let mut held = callers.0.lock().unwrap_or_else(PoisonError::into_inner);
        match held.get_mut(&from) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(held.remove(&from)),
        }
    }
}

/// Answers on one line until it ends or is cut.
async fn talk<L, S>(line: L, router: S, watcher: Watcher)
where
    L: AsyncRead + AsyncWrite + Unpin + 'static,
    S: Service<Request<Incoming>, Response = Response, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
{
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(QUIET);
    let service = TowerToHyperService::new(router);
    let _ended_or_cut = watcher.watch(http.serve_connection(TokioIo::new(line), service)).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_takes_no_more_than_its_share_and_gives_it_back() {
        let callers = Callers::default();
        let [one, other] = [1, 2].map(|last| IpAddr::from([192, 0, 2, last]));
        let held: Vec<Caller> = (0..3).filter_map(|_| callers.let_in(one, 3)).collect();
        assert!(held.len() == 3 && callers.let_in(one, 3).is_none());
        assert!(callers.let_in(other, 3).is_some());
        drop(held);
        assert!(callers.let_in(one, 3).is_some());
        assert!(callers.0.lock().expect("nobody fell").is_empty(), "nothing is left of whoever has gone");
        let here = IpAddr::from([127, 0, 0, 1]);
        assert!((0..10).all(|_| callers.let_in(here, 3).is_some()));
    }
}
