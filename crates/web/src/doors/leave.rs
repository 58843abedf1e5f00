//! Locking, staying, and leaving at once for a page that says nothing of anybody. It erases nothing.

use app::desk::Stage;
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::{Answer, Inside, let_out};
use crate::house::{Here, House};
use crate::page::{Trouble, render};
use crate::tongue::Caller;

/// Shuts what lies open, whoever asks, since shut is the safe side; except that what is not kept yet would be gone, and
/// goes only at the word of the one who wrote it, and that others on a network shut nobody out.
async fn shut(house: &House, headers: &HeaderMap, next: &str) -> Response {
    let mut desk = house.desk.lock().await;
    let mut tickets = house.tickets.lock().await;
    let harmless = desk.stage() != Stage::Unkept && !house.reach.is_network();
    if harmless || tickets.admits(headers) {
        desk.lock().await;
        tickets.void_all();
    }
    let_out(next)
}

pub(super) async fn lock(Here(house): Here, headers: HeaderMap) -> Response {
    shut(&house, &headers, "/unlock").await
}

/// A sign that the person is still there; being inside is all of it.
pub(super) async fn stay(_inside: Inside) -> Result<StatusCode, Trouble> {
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn leave(Here(house): Here, headers: HeaderMap) -> Response {
    shut(&house, &headers, "/measures").await
}

#[derive(Template)]
#[template(path = "measures.html")]
struct MeasuresPage<'a> {
    words: &'a views::Words,
}

pub(super) async fn measures(caller: Caller) -> Answer {
    Ok(render(&MeasuresPage { words: caller.words() }))
}
