//! Going on or stopping (DECIDE): the wish at one's own dates, what would be enough, signs side by side. It shows and asks.

use askama::Template;
use method::event::{Sign, SignToward, Situation, Wish};
use method::{Event, When};
use views::decide::DecidePage;

use super::{Answer, Inside, Sent};
use crate::fields::Unread;
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "decide.html")]
struct DecideDoor<'a> {
    shell: Shell<'a>,
    page: DecidePage,
}

pub(super) async fn page(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    let page = views::decide::page(inside.words(), &guidance, &present);
    Ok(render(&DecideDoor { shell: inside.shell("page-decide"), page }))
}

pub(super) async fn wish(Sent { mut inside, fields }: Sent) -> Answer {
    let wish = Some(fields.must("wish", Wish::named)?);
    let situation = Situation { wish, ..Situation::default() };
    inside.write(vec![Event::Situation(Box::new(situation))], "/decide").await
}

pub(super) async fn enough(Sent { mut inside, fields }: Sent) -> Answer {
    let text = fields.boxed("text")?.ok_or(Unread("text"))?;
    inside.write(vec![Event::Enough { text }], "/decide").await
}

pub(super) async fn sign(Sent { mut inside, fields }: Sent) -> Answer {
    let sign = Sign {
        toward: fields.must("toward", SignToward::named)?,
        text: fields.boxed("text")?.ok_or(Unread("text"))?,
    };
    inside.write(vec![Event::Sign(sign)], "/decide").await
}

pub(super) async fn review(Sent { mut inside, fields }: Sent) -> Answer {
    let on = When::Day(fields.must("on", |text| text.parse().ok())?);
    inside.write(vec![Event::ReviewDate { on }], "/decide").await
}
