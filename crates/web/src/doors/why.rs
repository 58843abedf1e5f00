//! A clause of the method, from the method's own text. It needs no key: the method is no secret.

use askama::Template;
use axum::extract::Path;
use method::Id;
use views::clause::ClausePage;

use super::Answer;
use crate::page::{Shell, Trouble, render};
use crate::tongue::Caller;

#[derive(Template)]
#[template(path = "why.html")]
struct WhyPage<'a> {
    shell: Shell<'a>,
    clause: ClausePage,
}

pub(super) async fn page(caller: Caller, Path(clause): Path<String>) -> Answer {
    let id = Id::ALL.iter().copied().find(|id| id.as_str() == clause).ok_or(Trouble::NoPage)?;
    let shell = caller.shell("page-why");
    Ok(render(&WhyPage { shell, clause: views::clause::page(id) }))
}
