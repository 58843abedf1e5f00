//! Today: one question, four doors, and one to three lines.

use askama::Template;
use views::advice::{AdvicePage, Line};
use views::draft::Waiting;

use super::{Answer, Inside};
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage<'a> {
    shell: Shell<'a>,
    advice: AdvicePage,
    first: Vec<Line>,
    rest: Vec<views::advice::Part>,
    drafts: Vec<Waiting>,
    /// An urge is still being waited out.
    waiting: bool,
    code_open: bool,
}

pub(super) async fn page(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let words = inside.words();
    let advice = views::advice::page(words, &guidance);
    let mut parts = advice.parts.clone().into_iter();
    let first = parts.next().map(|part| part.lines).unwrap_or_default();
    let drafts = inside
        .desk
        .present()
        .map(|present| views::draft::waiting(words, &guidance, &present))
        .unwrap_or_default();
    let waiting = inside.desk.present().is_some_and(|present| views::urge::open(&present).is_some());
    let code_open = !inside.desk.is_code_confirmed();
    let shell = inside.shell("page-today");
    Ok(render(&TodayPage { shell, advice, first, rest: parts.collect(), drafts, waiting, code_open }))
}
