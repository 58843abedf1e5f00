//! What an operator sees of a node: whether it lives, whether it is ready, how much it does, how long that takes. Never
//! who asks, from where, for which thread or entry, or what anybody wrote: routes are told by their pattern, and nothing of
//! a path, a header or a form comes here.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use app::clock;
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use hosted::Service;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// Borders of the times that are told apart, in seconds.
const TIMES: [f64; 10] = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    method: &'static str,
    status: u16,
}

/// What a node counts.
#[derive(Clone)]
pub(crate) struct Watch {
    registry: Arc<Registry>,
    requests: Family<Kind, Counter>,
    seconds: Histogram,
    warm: Gauge<i64, std::sync::atomic::AtomicI64>,
    draining: Arc<AtomicBool>,
    answering: Arc<AtomicU64>,
}

impl Watch {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("halflight");
        let (requests, seconds) = (Family::default(), Histogram::new(TIMES));
        let warm = Gauge::default();
        registry.register("requests", "Requests answered, by method and status", requests.clone());
        registry.register("request_seconds", "How long answering took", seconds.clone());
        registry.register("open_vaults", "Vaults kept open between two requests", warm.clone());
        let (draining, answering) = (Arc::default(), Arc::default());
        Self { registry: registry.into(), requests, seconds, warm, draining, answering }
    }

    /// From now on the node says that it is not ready, so that nobody new is sent to it.
    pub(crate) fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    /// How many requests are being answered.
    pub(crate) fn answering(&self) -> u64 {
        self.answering.load(Ordering::Relaxed)
    }

    fn text(&self, service: &Service) -> String {
        self.warm.set(i64::try_from(service.warm()).unwrap_or(i64::MAX));
        let mut text = String::new();
        // Writing into memory has nothing to fail at.
        let _whole = encode(&mut text, &self.registry);
        text
    }
}

/// Counts a request, and writes a line of it.
pub(crate) async fn count(State(watch): State<Watch>, request: Request, next: Next) -> Response {
    let method = match request.method().as_str() {
        "GET" => "GET",
        "POST" => "POST",
        "HEAD" => "HEAD",
        _ => "other",
    };
    let route = request.extensions().get::<MatchedPath>().cloned();
    watch.answering.fetch_add(1, Ordering::Relaxed);
    let (answer, took) = clock::time_of(next.run(request)).await;
    watch.answering.fetch_sub(1, Ordering::Relaxed);
    let status = answer.status().as_u16();
    watch.requests.get_or_create(&Kind { method, status }).inc();
    watch.seconds.observe(took.as_secs_f64());
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let milliseconds = took.as_secs_f64() * 1000.0;
    tracing::info!(method, route, status, milliseconds, "answered");
    answer
}

/// What the operator's own address answers; nothing of it belongs on a network that others reach.
pub(crate) fn router(watch: Watch, service: Service) -> Router {
    let ready = async |State((watch, service)): State<(Watch, Service)>| {
        if watch.draining.load(Ordering::Relaxed) {
            return (StatusCode::SERVICE_UNAVAILABLE, "ending\n");
        }
        match service.database().is_ready().await {
            Ok(true) => (StatusCode::OK, "ready\n"),
            Ok(false) => (StatusCode::SERVICE_UNAVAILABLE, "the database has older tables\n"),
            Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
        }
    };
    let metrics = async |State((watch, service)): State<(Watch, Service)>| {
        let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        ([(header::CONTENT_TYPE, kind)], watch.text(&service)).into_response()
    };
    Router::new()
        .route("/healthz", get(async || "alive\n"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state((watch, service))
}
