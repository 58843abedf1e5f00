//! What pages load beside themselves: the styles, the little script, the icons, the manifest. All of it is inside the
//! program; each is told apart by a mark of its content, so that a browser keeps it until it changes.
//! Nothing here is made from what a person wrote.

use axum::extract::Path;
use axum::http::header::{self, HeaderMap};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};

/// Something to load: its name, its type, its bytes.
struct Asset(&'static str, &'static str, &'static [u8]);

const ASSETS: &[Asset] = &[
    Asset("app.css", "text/css; charset=utf-8", include_bytes!("../assets/app.css")),
    Asset("app.js", "text/javascript; charset=utf-8", include_bytes!("../assets/app.js")),
    Asset("measures.css", "text/css; charset=utf-8", include_bytes!("../assets/measures.css")),
    Asset("measures.svg", "image/svg+xml", include_bytes!("../assets/measures.svg")),
    Asset("icon.svg", "image/svg+xml", include_bytes!("../assets/icon.svg")),
    Asset("icon-192.png", "image/png", include_bytes!("../assets/icon-192.png")),
    Asset("icon-512.png", "image/png", include_bytes!("../assets/icon-512.png")),
    Asset("app.webmanifest", "application/manifest+json", include_bytes!("../assets/app.webmanifest")),
];

/// Serves an asset, or says that the browser's own is still right.
pub(crate) async fn asset(Path(name): Path<String>, asked: HeaderMap) -> Response {
    let Some(Asset(_, kind, bytes)) = ASSETS.iter().find(|asset| asset.0 == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mark = mark(bytes);
    let same = asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == mark.as_bytes());
    let kept = (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    let tagged = (header::ETAG, HeaderValue::from_str(&mark).unwrap_or(HeaderValue::from_static("\"0\"")));
    if same {
        return (StatusCode::NOT_MODIFIED, [kept, tagged]).into_response();
    }
    ([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), kept, tagged], *bytes).into_response()
}

/// A mark of the content (FNV-1a): it tells versions apart and keeps no secret.
fn mark(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("\"{hash:016x}\"")
}
