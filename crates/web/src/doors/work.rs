//! Work on oneself, in its first form: what it was, and the one thing taken from it (WORK-1). It counts no streaks.

use askama::Template;
use method::Event;
use method::event::{Work, WorkSort};
use views::work::Row;

use super::{Answer, Inside, Sent};
use crate::fields::{Fields, Unread};
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage<'a> {
    shell: Shell<'a>,
    rows: Vec<Row>,
    sorts: &'static [WorkSort],
}

pub(super) async fn page(inside: Inside) -> Answer {
    let present = inside.present()?;
    let rows = views::work::newest(inside.words(), &present);
    Ok(render(&WorkPage { shell: inside.shell("page-work"), rows, sorts: WorkSort::ALL }))
}

/// The work of a form.
pub(super) fn work(fields: &Fields) -> Result<Work, Unread> {
    Ok(Work {
        sort: fields.must("sort", WorkSort::named)?,
        title: fields.boxed("title")?.ok_or(Unread("title"))?,
        takeaway: fields.boxed("takeaway")?,
        minutes: fields.amount("minutes")?,
    })
}

pub(super) async fn note(Sent { mut inside, fields }: Sent) -> Answer {
    inside.write(vec![Event::Work(work(&fields)?)], "/work").await
}
