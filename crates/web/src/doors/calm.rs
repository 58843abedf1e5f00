//! Calm: breathing at a pace, and the five senses (CARE-9). Nothing is written down.

use askama::Template;

use super::{Answer, Inside};
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "calm.html")]
struct CalmPage<'a> {
    shell: Shell<'a>,
}

pub(super) async fn page(inside: Inside) -> Answer {
    Ok(render(&CalmPage { shell: inside.shell("page-calm") }))
}
