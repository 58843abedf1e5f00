//! Ten minutes of writing (CARE-10): one concrete question, an hour at which to stop, and the words kept as a note. It
//! answers nothing; words of danger bring help as everywhere.

use askama::Template;
use method::Event;
use method::moment::minutes_after;

use super::{Answer, Inside, Sent};
use crate::fields::Unread;
use crate::page::{Shell, render};

/// So long is written at most.
const MINUTES: f64 = 10.0;
/// The questions, as their messages are named.
const QUESTIONS: [&str; 6] = ["three", "body", "friend", "morning", "hard", "thanks"];

#[derive(Template)]
#[template(path = "writing.html")]
struct WritingPage<'a> {
    shell: Shell<'a>,
    questions: [&'static str; 6],
    /// The hour at which to stop.
    until: String,
    after_ms: i64,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let present = inside.present()?;
    let until = views::hour(minutes_after(present.now, MINUTES), &present.zone);
    #[expect(clippy::cast_possible_truncation, reason = "ten minutes")]
    let after_ms = (MINUTES * 60_000.0) as i64;
    Ok(render(&WritingPage { shell: inside.shell("page-writing"), questions: QUESTIONS, until, after_ms }))
}

pub(super) async fn keep(Sent { mut inside, fields }: Sent) -> Answer {
    let question =
        fields.must("question", |name| QUESTIONS.into_iter().find(|question| *question == name))?;
    let text = fields.boxed("text")?.ok_or(Unread("text"))?;
    let question = inside.words().say(&format!("writing-{question}"));
    inside.write(vec![Event::Note { text: format!("{question}\n\n{text}").into() }], "/calm").await
}
