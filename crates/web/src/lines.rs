//! The lines that browsers call on: so many at once, and each has so long to say what it wants. Who dawdles loses the
//! line; the others are answered meanwhile, help above all. It reads no request.

use std::convert::Infallible;
use std::sync::Arc;
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
    /// So long what is being answered may take once the app is told to end.
    last: Duration,
}

/// For a few people; a browser opens six to one host.
pub(crate) const FEW: Bounds = Bounds { most: 200, last: Duration::from_secs(3) };
/// For many.
pub(crate) const MANY: Bounds = Bounds { most: 4_096, last: Duration::from_secs(30) };
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
        let router = MapRequest::new(router.clone(), move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(peer.ip()));
            request
        });
        let (tls, watcher) = (tls.clone(), open.watcher());
        tokio::spawn(async move {
            // A line that breaks off, or on which no TLS is spoken, is the caller's matter.
            let Some(tls) = tls else {
                talk(line, router, watcher).await;
                return drop(place);
            };
            if let Ok(Ok(line)) = tokio::time::timeout(QUIET, tls.accept(line)).await {
                talk(line, router, watcher).await;
            }
            drop(place);
        });
    }
    drop(listener);
    // Whoever is not done by then is cut off when the app ends.
    let _done_or_not = tokio::time::timeout(bounds.last, open.shutdown()).await;
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
