//! Practical needs: what is missing, and whom else to ask (CARE-7). It never sends anybody to the partner.

use askama::Template;
use method::Event;
use method::event::{Need, NeedKind};
use views::needs::NeedRow;

use super::{Answer, Inside, Sent};
use crate::fields::Unread;
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "needs.html")]
struct NeedsPage<'a> {
    shell: Shell<'a>,
    rows: Vec<NeedRow>,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let present = inside.present()?;
    let rows = views::needs::rows(inside.words(), &present);
    Ok(render(&NeedsPage { shell: inside.shell("page-needs"), rows }))
}

pub(super) async fn note(Sent { mut inside, fields }: Sent) -> Answer {
    let what = fields.must("need", NeedKind::named)?;
    let met = fields.answer("met").ok_or(Unread("met"))?;
    inside.write(vec![Event::Need(Need { what, met })], "/needs").await
}
