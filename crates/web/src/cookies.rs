//! The cookies of every form of the app, all of one kind: no script reads them, no other site sends them, and they end with
//! the browser. What one of them says is not known here; that they go over sealed lines alone, where there are such, `guard`
//! sees to.

use std::borrow::Cow;

use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

/// A cookie.
pub(crate) fn cookie(name: &'static str, value: impl Into<Cow<'static, str>>) -> Cookie<'static> {
    Cookie::build((name, value)).path("/").http_only(true).same_site(SameSite::Strict).build()
}

/// What takes a cookie out of the browser.
pub(crate) fn removal(name: &'static str) -> Cookie<'static> {
    let mut cookie = cookie(name, "");
    cookie.make_removal();
    cookie
}

/// What a browser shows under a name; none where it shows nothing.
pub(crate) fn shown(headers: &HeaderMap, name: &str) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    jar.get(name).map(|cookie| cookie.value().to_owned()).filter(|value| !value.is_empty())
}

/// Adds a cookie to an answer that is made already.
pub(crate) fn add(answer: &mut Response, cookie: &Cookie<'static>) {
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        answer.headers_mut().append(SET_COOKIE, value);
    }
}
