//! Calm (CARE-9): exercises, what helped before first, what is not for somebody put away; and grief (CARE-1). It scores
//! nothing.

use askama::Template;
use method::Event;
use method::event::{Calm, CalmWord, Exercise};
use views::calm::Aid;

use super::{Answer, Inside, Sent};
use crate::page::{Shell, render};

#[derive(Template)]
#[template(path = "calm.html")]
struct CalmPage<'a> {
    shell: Shell<'a>,
    aids: Vec<Aid>,
    put_away: Vec<Aid>,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let present = inside.present()?;
    let aids = views::calm::aids(inside.words(), &present);
    let (put_away, aids) = aids.into_iter().partition(|aid| aid.put_away);
    Ok(render(&CalmPage { shell: inside.shell("page-calm"), aids, put_away }))
}

pub(super) async fn note(Sent { mut inside, fields }: Sent) -> Answer {
    let exercise = fields.must("exercise", Exercise::named)?;
    let word = fields.must("word", CalmWord::named)?;
    inside.write(vec![Event::Calm(Calm { exercise, word })], "/calm").await
}
