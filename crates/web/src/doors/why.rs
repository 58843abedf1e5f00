//! A clause of the method, from the method's own text. It needs no key: the method is no secret.

use app::desk::Desk;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use method::Id;
use views::clause::ClausePage;

use super::Answer;
use crate::house::House;
use crate::page::{Shell, Trouble, render};

#[derive(Template)]
#[template(path = "why.html")]
struct WhyPage<'a> {
    shell: Shell<'a>,
    clause: ClausePage,
}

pub(super) async fn page(
    State(house): State<House>,
    Path(clause): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let id = Id::ALL.iter().copied().find(|id| id.as_str() == clause).ok_or(Trouble::NoPage)?;
    let shell = house.shell_for(&headers, "page-why").await;
    Ok(render(&WhyPage { shell, clause: views::clause::page(id) }))
}

impl House {
    /// The frame of a page that is open to all: with the places of the house only for whoever is inside.
    pub(crate) async fn shell_for(&self, headers: &HeaderMap, name: &'static str) -> Shell<'_> {
        let Some(desk) = self.soon().await else { return Shell::outside(&self.words, name) };
        let admitted = self.tickets.lock().await.admits(headers);
        self.shell_over(&desk, admitted, name)
    }

    /// The frame over what lies on the desk, for somebody who is admitted or not.
    pub(crate) fn shell_over(&self, desk: &Desk, admitted: bool, name: &'static str) -> Shell<'_> {
        if admitted {
            Shell::new(&self.words, name, desk.stage(), desk.lock_minutes())
        } else {
            Shell::outside(&self.words, name)
        }
    }
}
