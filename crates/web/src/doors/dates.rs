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
    let id = fields.must("id", |id| Some(id.to_owned()))?;
    let present = inside.present()?;
    let dates = || present.standing.hard_dates.seen(present.now);
    let named = dates().find(|noted| noted.name() == Some(&id)).ok_or(Unread("id"))?;
    // Whatever was noted under its name before goes with it.
    let same = dates().filter(|noted| noted.what.name == named.what.name).filter_map(|noted| noted.name());
    let events = same.map(|id| Event::Retract { id: id.into() }).collect();
    inside.write(events, "/dates").await
}
