//! Locking, staying, and leaving at once for a page that says nothing of anybody.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::{Answer, Inside, let_out};
use crate::house::House;
use crate::page::{Trouble, render};

async fn shut(house: &House) {
    house.desk.lock().await.lock().await;
    house.tickets.lock().await.void_all();
}

pub(super) async fn lock(State(house): State<House>) -> Response {
    shut(&house).await;
    let_out("/unlock")
}

/// A sign that the person is still there; being inside is all of it.
pub(super) async fn stay(_inside: Inside) -> Result<StatusCode, Trouble> {
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn leave(State(house): State<House>) -> Response {
    shut(&house).await;
    let_out("/measures")
}

#[derive(Template)]
#[template(path = "measures.html")]
struct MeasuresPage<'a> {
    words: &'a views::Words,
}

pub(super) async fn measures(State(house): State<House>) -> Answer {
    Ok(render(&MeasuresPage { words: &house.words }))
}
