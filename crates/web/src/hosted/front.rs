//! The hosted edition as a server: its routes behind one guard, its lines, its watch, and how it ends. It lets nobody in:
//! `letting_in` does.

use std::net::IpAddr;
use std::time::Duration;

use app::desk::Desk;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::{Router, middleware};
use hosted::Service;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use super::Proxies;
use super::letting_in::{self, Door};
use super::pace::Pace;
use super::watch::{self, Watch};
use crate::certificate::{Certificate, CertificateError};
use crate::house::{Home, House, Reach, limited};
use crate::{doors, lines, page};

/// The largest message histories that are taken at once, in bytes: so much of everybody's memory each may have.
const LARGEST_FILES: usize = 64 * 1024 * 1024;
/// So long sending them may take.
const LONGEST: Duration = Duration::from_mins(5);
/// How often what is no longer needed is let go of.
const SWEEP_EVERY: Duration = Duration::from_secs(30);
/// So long the node goes on answering after it has said that it is not ready, so that a balancer can notice.
const NOTICE: Duration = Duration::from_millis(500);

/// Why the hosted edition could not be served.
#[derive(Debug, thiserror::Error)]
pub enum HostedError {
    /// The certificate.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
}

/// The hosted edition at one node.
pub struct Hosted {
    service: Service,
    watch: Watch,
    pace: Pace,
    router: Router,
}

/// Where a node answers.
pub struct Lines {
    /// To everybody.
    pub listener: TcpListener,
    /// How the lines are sealed; none behind a proxy that seals them.
    pub certificate: Option<Certificate>,
    /// To its operator alone.
    pub operator: Option<TcpListener>,
}

impl Hosted {
    /// The node over `service`, called by these hosts, behind these proxies; `paced` as ever but for a bench.
    #[must_use]
    pub fn new(service: Service, hosts: &[String], proxies: &[IpAddr], paced: bool) -> Self {
        let desk = Desk::hosted(None, false, service.clock().clone());
        let home = Home::called(desk, hosts.into(), Reach::Hosted);
        let (watch, pace) = (Watch::new(), Pace::new(paced));
        let door = Door {
            service: service.clone(),
            proxies: Proxies::new(proxies),
            pace: pace.clone(),
            shared: home.house.clone(),
        };
        let files = doors::of_files()
            .layer(DefaultBodyLimit::disable())
            .layer(RequestBodyLimitLayer::new(LARGEST_FILES))
            .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST));
        let doors: Router<House> = limited(doors::hosted())
            .merge(files)
            .layer(middleware::from_fn_with_state(home.house.clone(), page::tell))
            .layer(middleware::from_fn_with_state(door, letting_in::enter));
        let router = home.guarded(doors).layer(middleware::from_fn(letting_in::sealed));
        let router = router.layer(middleware::from_fn_with_state(watch.clone(), watch::count));
        Self { service, watch, pace, router }
    }

    /// Everything that answers a request of a person.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Everything that answers the operator.
    pub fn operator(&self) -> Router {
        watch::router(self.watch.clone(), self.service.clone())
    }
}

/// Serves the hosted edition until `ends`; then says that it is not ready, answers what was asked, and lets go of
/// everything open.
///
/// # Errors
/// [`HostedError`].
pub async fn serve_hosted(
    hosted: Hosted,
    lines: Lines,
    ends: impl Future<Output = ()>,
) -> Result<(), HostedError> {
    let tls: Option<TlsAcceptor> = lines.certificate.map(Certificate::acceptor).transpose()?;
    let (watch, service, pace) = (hosted.watch.clone(), hosted.service.clone(), hosted.pace.clone());
    let operator = lines.operator.map(|listener| {
        let router = hosted.operator();
        tokio::spawn(lines::answer(listener, None, router, lines::MANY, std::future::pending()))
    });
    let sweeping = tokio::spawn(async move {
        loop {
            tokio::time::sleep(SWEEP_EVERY).await;
            service.sweep().await;
            pace.sweep();
        }
    });
    let ends = async {
        ends.await;
        watch.drain();
        tokio::time::sleep(NOTICE).await;
    };
    lines::answer(lines.listener, tls, hosted.router(), lines::MANY, ends).await;
    tracing::info!(answering = watch.answering(), "ended");
    sweeping.abort();
    if let Some(operator) = operator {
        operator.abort();
    }
    hosted.service.close().await;
    Ok(())
}
