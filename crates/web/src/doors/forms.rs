//! The screening questionnaires, each optional, scored in allowed sentences alone; an answer that points to danger opens
//! help at once (CARE-5, CARE-8). It names no illness.

use askama::Template;
use axum::extract::Path;
use method::Event;
use method::event::{Instrument, Questionnaire};
use views::forms::{Filled, Form};

use super::{Answer, Inside, Sent};
use crate::fields::Unread;
use crate::page::{Shell, Trouble, go, render};

#[derive(Template)]
#[template(path = "forms.html")]
struct FormsPage<'a> {
    shell: Shell<'a>,
    forms: Vec<Form>,
    filled: Vec<Filled>,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let present = inside.present()?;
    let words = inside.words();
    let forms = Instrument::ALL.iter().map(|&instrument| views::forms::form(words, instrument)).collect();
    let filled = views::forms::filled(words, &present);
    Ok(render(&FormsPage { shell: inside.shell("page-forms"), forms, filled }))
}

#[derive(Template)]
#[template(path = "form.html")]
struct FormPage<'a> {
    shell: Shell<'a>,
    form: Form,
    /// The ninth was left out; it is asked for once more.
    ninth: bool,
    /// What was answered to each item before; it stays answered.
    given: Vec<Option<u8>>,
}

impl FormPage<'_> {
    /// Whether an item was answered so before.
    fn is_given(&self, item: usize, answer: usize) -> bool {
        let given = self.given.get(item).copied().flatten();
        given.is_some_and(|given| usize::from(given) == answer)
    }
}

fn named(name: &str) -> Result<Instrument, Trouble> {
    Instrument::named(name).ok_or(Trouble::NoPage)
}

pub(super) async fn form(Path(name): Path<String>, inside: Inside) -> Answer {
    let form = views::forms::form(inside.words(), named(&name)?);
    Ok(render(&FormPage { shell: inside.shell("page-form"), form, ninth: false, given: Vec::new() }))
}

pub(super) async fn keep(Path(name): Path<String>, Sent { mut inside, fields }: Sent) -> Answer {
    let instrument = named(&name)?;
    let answer = |text: &str| text.parse::<u8>().ok().filter(|&answer| answer <= 3);
    let names = ["item_1", "item_2", "item_3", "item_4", "item_5", "item_6", "item_7", "item_8", "item_9"];
    let answers: Result<Vec<Option<u8>>, Unread> =
        names.iter().take(instrument.items()).map(|&item| fields.named(item, answer)).collect();
    let answers = answers?;
    let ninth = if instrument == Instrument::Phq9 { answers.last().copied().flatten() } else { Some(0) };
    let given = answers.clone();
    let filled = Questionnaire::new(instrument, answers).map_err(|_| Unread("item_1"))?;
    inside.write(vec![Event::Questionnaire(filled)], "/forms").await?;
    match ninth {
        Some(0) => Ok(go("/forms")),
        Some(_) => Ok(go("/help")),
        // Left out: it is asked for once more, alone in being so.
        None if !fields.ticked("again") => {
            let form = views::forms::form(inside.words(), instrument);
            Ok(render(&FormPage { shell: inside.shell("page-form"), form, ninth: true, given }))
        }
        None => Ok(go("/forms")),
    }
}
