//! A visitor to the app without a browser: it keeps cookies, follows no redirect, and reads what it is given.

use app::clock::Clock;
use app::desk::{Desk, Folder, Kdf};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt as _;
use views::Words;

/// Where the app believes that it is served.
const ADDRESS: &str = "127.0.0.1:7117";

/// An app over an empty folder.
pub(crate) struct House {
    router: Router,
    _folder: tempfile::TempDir,
}

impl House {
    pub(crate) fn new() -> Self {
        Self::built(|home| home)
    }

    pub(crate) fn speaking(words: Words) -> Self {
        Self::built(|home| home.speaking(words))
    }

    fn built(home: impl FnOnce(web::Home) -> web::Home) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = Desk::new(Folder::at(folder.path().join("vault")), Clock::default());
        let desk = desk.with_kdf(Kdf::CHEAPEST);
        let router = home(web::Home::new(desk, ADDRESS.parse().expect("an address"))).router();
        Self { router, _folder: folder }
    }

    /// A browser that has not been here before.
    pub(crate) fn visitor(&self, accept_language: &'static str) -> Visitor {
        Visitor { router: self.router.clone(), accept_language, cookies: Vec::new() }
    }
}

/// A browser.
pub(crate) struct Visitor {
    router: Router,
    accept_language: &'static str,
    pub cookies: Vec<(String, String)>,
}

/// What came back.
pub(crate) struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Page {
    /// Where it leads on.
    pub(crate) fn leads_to(&self) -> &str {
        self.headers.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default()
    }

    /// Every cookie that it sets, as it is sent.
    pub(crate) fn sets(&self) -> Vec<&str> {
        self.headers.get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok()).collect()
    }
}

impl Visitor {
    pub(crate) async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// Sends a form; its fields are names and values that need no escaping.
    pub(crate) async fn post(&mut self, path: &str, form: &str) -> Page {
        let request = Request::post(path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(form.to_owned())).expect("a request")).await
    }

    async fn send(&mut self, mut request: Request<Body>) -> Page {
        let headers = request.headers_mut();
        headers.insert(HOST, ADDRESS.parse().expect("a host"));
        headers.insert(ACCEPT_LANGUAGE, self.accept_language.parse().expect("languages"));
        let kept: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !kept.is_empty() {
            headers.insert(COOKIE, kept.join("; ").parse().expect("cookies"));
        }
        let answer = self.router.clone().oneshot(request).await.expect("the app answers");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a page");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let page = Page { status: parts.status, headers: parts.headers, text };
        for set in page.sets() {
            let (name, rest) = set.split_once('=').expect("a cookie");
            let value = rest.split(';').next().unwrap_or_default();
            self.cookies.retain(|(kept, _)| kept != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        page
    }
}
