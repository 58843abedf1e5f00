//! Work on oneself (WORK): what was done and the one thing taken from it, appointments, and changes of one's own with
//! their plans, kept, slipped or repaired. It counts no streaks.

use askama::Template;
use method::event::{Appointment, AppointmentSort, Change, Practice, PracticeKind, Work, WorkSort};
use method::{Event, When};
use views::dates::Coming;
use views::work::{Changing, Row};

use super::{Answer, Inside, Sent};
use crate::fields::{Fields, Unread};
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage<'a> {
    shell: Shell<'a>,
    rows: Vec<Row>,
    sorts: &'static [WorkSort],
    appointments: Vec<Coming>,
    changes: Vec<Changing>,
    /// A slip that nothing has followed yet: of which change.
    slip: String,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let present = inside.present()?;
    let (shell, words) = (inside.shell("page-work"), inside.words());
    let slip = method::work::change::open_slip(&present).map(|noted| noted.what.change.to_string());
    let page = WorkPage {
        shell,
        rows: views::work::newest(words, &present),
        sorts: WorkSort::ALL,
        appointments: views::dates::appointments(words, &present),
        changes: views::work::changes(words, &present),
        slip: slip.unwrap_or_default(),
    };
    Ok(render(&page))
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

pub(super) async fn appoint(Sent { mut inside, fields }: Sent) -> Answer {
    let appointment = Appointment {
        on: When::At(fields.moment("for", &inside.zone())?.ok_or(Unread("for"))?),
        sort: fields.must("sort", AppointmentSort::named)?,
        title: fields.boxed("title")?,
    };
    inside.write(vec![Event::Appointment(appointment)], "/work").await
}

pub(super) async fn change(Sent { mut inside, fields }: Sent) -> Answer {
    let change =
        Change { name: fields.boxed("name")?.ok_or(Unread("name"))?, if_then: fields.boxed("if_then")? };
    inside.write(vec![Event::Change(change)], "/work").await
}

/// A change kept, slipped or repaired.
pub(super) async fn practise(Sent { mut inside, fields }: Sent) -> Answer {
    let practice = Practice {
        kind: fields.must("kind", PracticeKind::named)?,
        change: fields.boxed("change")?.ok_or(Unread("change"))?,
        trigger: fields.boxed("trigger")?,
    };
    inside.write(vec![Event::Practice(practice)], "/work").await
}
