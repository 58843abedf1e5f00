//! People to turn to instead of the partner (CARE-3). The partner is never one of them: the person says so themselves.

use askama::Template;
use method::Event;
use method::event::{Person, PersonCan};
use views::people::Someone;

use super::{Answer, Inside, Sent};
use crate::fields::Unread;
use crate::page::{Shell, go, render};

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage<'a> {
    shell: Shell<'a>,
    people: Vec<Someone>,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let Some(present) = inside.desk.present() else { return Ok(go("/unlock")) };
    let people = views::people::list(inside.words(), &present);
    Ok(render(&PeoplePage { shell: inside.shell("page-people"), people }))
}

pub(super) async fn add(Sent { mut inside, fields }: Sent) -> Answer {
    if !fields.ticked("another") {
        return Err(Unread("another").into());
    }
    let person = Person {
        name: fields.boxed("name")?.ok_or(Unread("name"))?,
        phone: fields.boxed("phone")?,
        can: fields.named("can", PersonCan::named)?,
    };
    inside.write(vec![Event::Person(person)], "/people").await
}

pub(super) async fn remove(Sent { mut inside, fields }: Sent) -> Answer {
    let id = fields.boxed("id")?.ok_or(Unread("id"))?;
    inside.write(vec![Event::Retract { id }], "/people").await
}
