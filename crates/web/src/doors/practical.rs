//! The practical log: what passes about children, home, money or work. It neither answers, resets nor doubles anything.

use askama::Template;
use method::Event;
use method::event::{About, Channel, Contact, Side};
use views::practical::Row;

use super::{Answer, Inside, Sent, urge};
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "practical.html")]
struct PracticalPage<'a> {
    shell: Shell<'a>,
    rows: Vec<Row>,
    channels: Vec<Channel>,
    may_write: bool,
}

pub(super) async fn page(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    let page = PracticalPage {
        shell: inside.shell("page-practical"),
        rows: views::practical::newest(inside.words(), &present),
        channels: urge::contact_channels(),
        may_write: views::draft::kinds(&guidance, &present).practical,
    };
    Ok(render(&page))
}

pub(super) async fn note(Sent { mut inside, fields }: Sent) -> Answer {
    let contact = Contact {
        by: fields.must("by", Side::named)?,
        started: true,
        channel: urge::contact_channel(&fields)?,
        about: About::Practical,
        tone: None,
        minutes: None,
    };
    inside.write(vec![Event::Contact(contact)], "/practical").await
}
