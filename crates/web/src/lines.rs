//! The lines that browsers call on: so many at once, and each has so long to say what it wants. Who dawdles loses the
//! line; the others are answered meanwhile, help above all. It reads no request.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;

/// So many lines are held at once; a browser opens six to one host.
const MOST: usize = 200;
/// A line on which no whole request begins within this time is cut.
const QUIET: Duration = Duration::from_secs(15);
/// So long what is being answered may take once the app is told to end.
const LAST: Duration = Duration::from_secs(3);
/// After a line that could not be taken, most often for want of open files.
const BREATH: Duration = Duration::from_millis(100);

/// Answers whoever calls until `ends`; over TLS where there is something to take such calls with.
pub(crate) async fn answer(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    router: Router,
    ends: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(MOST));
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
        let Ok((line, _)) = called else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let (tls, router, watcher) = (tls.clone(), router.clone(), open.watcher());
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
    let _done_or_not = tokio::time::timeout(LAST, open.shutdown()).await;
}

/// Answers on one line until it ends or is cut.
async fn talk<L: AsyncRead + AsyncWrite + Unpin + 'static>(line: L, router: Router, watcher: Watcher) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(QUIET);
    let service = TowerToHyperService::new(router);
    let _ended_or_cut = watcher.watch(http.serve_connection(TokioIo::new(line), service)).await;
}
