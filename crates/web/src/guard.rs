//! What every request passes through: the host it calls us by, and the headers that keep an answer where it belongs.
//! Who is inside is not asked here: `ticket` knows.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
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
    if !is_called_by_its_name(&request, &house.hosts) {
        return (StatusCode::MISDIRECTED_REQUEST, "Not called by a name of this app.\n").into_response();
    }
    next.run(request).await
}

/// Every name by which it is called is looked at, so that none can hide behind another.
fn is_called_by_its_name(request: &Request, hosts: &[String]) -> bool {
    let is_ours = |called: &str| hosts.iter().any(|host| host.eq_ignore_ascii_case(called));
    let mut named = request.headers().get_all(header::HOST).iter().peekable();
    let target = request.uri().authority();
    (named.peek().is_some() || target.is_some())
        && named.all(|host| host.to_str().is_ok_and(is_ours))
        && target.is_none_or(|authority| is_ours(authority.as_str()))
}

/// Turns away what a page of another site, or of another port of this machine, loads from here or frames. A link that
/// is followed is let through: it brings no ticket, or none that the frame could not have.
pub(crate) async fn apart(request: Request, next: Next) -> Response {
    if is_loaded_elsewhere(request.headers()) {
        return (StatusCode::FORBIDDEN, "Asked for by a page of another site.\n").into_response();
    }
    next.run(request).await
}

fn is_loaded_elsewhere(headers: &HeaderMap) -> bool {
    let says = |name: &str| headers.get(name).map(HeaderValue::as_bytes);
    let elsewhere = matches!(says("sec-fetch-site"), Some(b"cross-site" | b"same-site"));
    let framed =
        matches!(says("sec-fetch-dest"), Some(b"iframe" | b"frame" | b"embed" | b"object" | b"fencedframe"));
    elsewhere && (framed || says("sec-fetch-mode") != Some(b"navigate"))
}

/// Finishes what was begun, though nobody waits for the answer any more: half a request is never left on the desk.
pub(crate) async fn to_the_end(request: Request, next: Next) -> Response {
    let done = tokio::spawn(next.run(request)).await;
    done.unwrap_or_else(|_| {
        (StatusCode::INTERNAL_SERVER_ERROR, "The request could not be finished.\n").into_response()
    })
}

/// Where the app is called over a network, cookies are sent back over a sealed line alone.
pub(crate) async fn cookies(State(house): State<House>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    if house.reach.is_network() {
        let cookies = answer.headers_mut().iter_mut().filter(|(name, _)| *name == header::SET_COOKIE);
        for (_, cookie) in cookies {
            let sealed = [cookie.as_bytes(), b"; Secure"].concat();
            // What was a header stays one with these letters after it.
            *cookie = HeaderValue::from_bytes(&sealed).unwrap_or_else(|_| HeaderValue::from_static(""));
        }
    }
    answer
}

/// Adds the headers; what does not say otherwise, as an asset does, is kept in no cache.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    answer
}
