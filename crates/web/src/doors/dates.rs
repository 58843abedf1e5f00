//! Hard dates (WORK-4): known beforehand, each with what one will do instead. It reminds of no contact.

use askama::Template;
use method::event::HardDate;
use method::{Event, When};
use views::dates::Hard;

use super::{Answer, Inside, Sent};
use crate::fields::Unread;
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "dates.html")]
struct DatesPage<'a> {
    shell: Shell<'a>,
    dates: Vec<Hard>,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let present = inside.present()?;
    let dates = views::dates::hard(inside.words(), &present);
    Ok(render(&DatesPage { shell: inside.shell("page-dates"), dates }))
}

pub(super) async fn note(Sent { mut inside, fields }: Sent) -> Answer {
    let date = HardDate {
        on: When::Day(fields.must("on", |text| text.parse().ok())?),
        name: fields.boxed("name")?.ok_or(Unread("name"))?,
        yearly: fields.ticked("yearly"),
        plan: fields.boxed("plan")?,
    };
    inside.write(vec![Event::HardDate(date)], "/dates").await
}

pub(super) async fn remove(Sent { mut inside, fields }: Sent) -> Answer {
    let id = fields.boxed("id")?.ok_or(Unread("id"))?;
    inside.write(vec![Event::Retract { id }], "/dates").await
}
