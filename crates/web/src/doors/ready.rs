//! Being ready (READY): the list that can say "not yet", from the record and in the person's own words. It promises nothing.

use askama::Template;
use method::Event;
use method::event::{Readiness, ReadinessItem};
use views::ready::ReadyPage;

use super::{Answer, Inside, Sent};
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "ready.html")]
struct ReadyDoor<'a> {
    shell: Shell<'a>,
    page: ReadyPage,
}

pub(super) async fn page(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    let page = views::ready::page(inside.words(), &guidance, &present);
    Ok(render(&ReadyDoor { shell: inside.shell("page-ready"), page }))
}

/// Writes down the parts that changed.
pub(super) async fn write(Sent { mut inside, fields }: Sent) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let before = views::ready::page(inside.words(), &guidance, &inside.present()?).written;
    let mut events = Vec::new();
    for (item, before) in ReadinessItem::ALL.iter().copied().zip(before) {
        let text = fields.boxed(item.name())?.unwrap_or_default();
        if *text != *before.text {
            events.push(Event::Readiness(Readiness { item, text }));
        }
    }
    inside.write(events, "/ready").await
}
