//! What every request passes through: the host it calls us by, and the headers that keep an answer where it belongs.

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::house::House;

/// Nothing but what the app itself serves: no script or style within a page, no frame around one, no other host.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Sent with every answer.
const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), usb=(), payment=()",
    ),
];

/// Lets a request in only if it calls the app by a name of its own: a page elsewhere whose name was made to point
/// here is turned away.
pub(crate) async fn host(State(house): State<House>, request: Request, next: Next) -> Response {
    let called = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let called = called.or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str));
    if !called.is_some_and(|called| house.hosts.iter().any(|host| host.eq_ignore_ascii_case(called))) {
        return (StatusCode::MISDIRECTED_REQUEST, "Not called by a name of this app.\n").into_response();
    }
    next.run(request).await
}

/// Adds the headers; what is not an asset is kept in no cache.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let is_asset = is_asset(request.uri());
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !is_asset {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    answer
}

fn is_asset(uri: &Uri) -> bool {
    uri.path().starts_with("/assets/")
}
