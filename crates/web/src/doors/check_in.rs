//! A hard time: a mood in one tap, something calm, somebody to call, and the rest of the check-in for whoever wants it.
//! It scores nothing.

use askama::Template;
use method::Event;
use method::event::{Ate, CheckIn, Hours};
use views::help::HelpPage;
use views::people::Someone;

use super::{Answer, Inside, Sent, urge};
use crate::drawn::{Drawn, drawn};
use crate::fields::{Fields, Unread};
use crate::page::{Shell, go, render};

#[derive(Template)]
#[template(path = "checkin.html")]
struct CheckInPage<'a> {
    shell: Shell<'a>,
    people: Vec<Someone>,
    figures: Vec<Drawn>,
    done: bool,
    /// Stays in front for as long as it does on today's page (CARE-8).
    help: Option<HelpPage>,
}

pub(super) async fn page(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let help = views::advice::page(inside.words(), &guidance).help;
    let present = inside.present()?;
    let people = views::people::list(inside.words(), &present);
    let mut figures = views::check_ins::figures(inside.words(), &present);
    figures.extend(views::flow::urges(inside.words(), &present));
    let figures = drawn(figures);
    let done = method::care::checked_in_today(&present);
    Ok(render(&CheckInPage { shell: inside.shell("page-checkin"), people, figures, done, help }))
}

/// The check-in of a form; the default one where nothing was answered.
pub(super) fn check_in(fields: &Fields) -> Result<CheckIn, Unread> {
    let hours = match fields.figure("sleep_hours")? {
        None => fields.figure("sleep_hours_about").map_err(|_| Unread("sleep_hours"))?,
        typed => typed,
    };
    let hours = hours.map(|hours| Hours::new(hours).map_err(|_| Unread("sleep_hours"))).transpose()?;
    // What was typed is meant more exactly than what was tapped.
    let amount = |exact: &'static str, about: &'static str| match fields.amount(exact)? {
        None => fields.amount(about).map_err(|_| Unread(exact)),
        typed => Ok(typed),
    };
    Ok(CheckIn {
        sleep_hours: hours,
        to_fall_asleep_minutes: amount("to_fall_asleep_minutes", "to_fall_asleep_minutes_about")?,
        awake_minutes: amount("awake_minutes", "awake_minutes_about")?,
        day_suffered: fields.answer("day_suffered"),
        ate: fields.named("ate", Ate::named)?,
        moved_minutes: amount("moved_minutes", "moved_minutes_about")?,
        worked: fields.answer("worked"),
        people: amount("people", "people_about")?,
        mood: fields.named("mood", urge::rating)?,
        drinks: amount("drinks", "drinks_about")?,
    })
}

pub(super) async fn note(Sent { mut inside, fields }: Sent) -> Answer {
    let check_in = check_in(&fields)?;
    if check_in == CheckIn::default() && fields.text("note").is_none() {
        return Ok(go("/checkin"));
    }
    let mut events = Vec::new();
    if check_in != CheckIn::default() {
        events.push(Event::CheckIn(check_in));
    }
    if let Some(text) = fields.boxed("note")? {
        events.push(Event::Note { text });
    }
    // A mood alone is told from the page that it was tapped on, where help and calm are at hand.
    let next = if fields.ticked("whole") { "/" } else { "/checkin" };
    inside.write(events, next).await
}
