//! Help: without a key, an account or a network. It shows nothing of what anybody wrote; whoever is inside may mark
//! words of theirs a false alarm.

use app::desk::Stage;
use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use method::Event;
use serde::Deserialize;
use views::help::{Concern, HelpPage};
use views::people::{Someone, called};

use super::{Answer, Sent};
use crate::page::{Shell, Trouble, render};
use crate::tongue::Caller;

/// Another country to show, by its two letters.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    country: String,
}

#[derive(Template)]
#[template(path = "help.html")]
struct HelpDoor<'a> {
    shell: Shell<'a>,
    help: HelpPage,
    countries: Vec<(&'static str, String)>,
    country: String,
    /// Somebody to call whom the person put outside the seal.
    person: Vec<Someone>,
    /// The safety plan: outside the seal for everybody at this machine, inside for whoever is in.
    plan: Vec<String>,
    /// Whether words of harm lie open that may be marked a false alarm.
    alarm: bool,
}

pub(super) async fn page(caller: Caller, asked: Result<Query<Asked>, QueryRejection>) -> Answer {
    let Caller { house, .. } = &caller;
    let admitted = house.tickets.lock().await.admits(&caller.headers);
    // What lies outside the seal is there for whoever is at this machine, and on a network for whoever opened the vault.
    let opened = caller.stage() == Some(Stage::Open);
    let at_hand = opened || !house.reach.is_network();
    let mut plan = if at_hand { house.unsealed.plan() } else { Vec::new() };
    let (known, alarm) = if let Some(desk) = house.soon().await {
        let present = desk.present().filter(|_| admitted);
        let alarm = present.as_ref().is_some_and(|present| views::help::alarm(present).is_some());
        if let Some(present) = present.filter(|_| plan.is_empty()) {
            let parts = views::plan::parts(caller.words(), &present);
            plan = parts.into_iter().map(|part| part.text).filter(|text| !text.is_empty()).collect();
        }
        (desk.country(), alarm)
    } else {
        (house.unsealed.country(), false)
    };
    let shell = caller.shell("page-help");
    let person = house.unsealed.person().filter(|_| at_hand);
    let person = person.map(|outside| called(&outside.name, &outside.phone)).into_iter().collect();
    let countries = views::help::countries_named(caller.words());
    // Whatever stands in the address, help is shown.
    let asked = asked.map(|Query(asked)| asked.country.to_ascii_uppercase()).unwrap_or_default();
    let asked = Some(asked).filter(|asked| countries.iter().any(|(code, _)| code == asked));
    let country = asked.or(known).unwrap_or_default();
    let shown = Some(country.as_str()).filter(|country| !country.is_empty());
    let help = views::help::page(caller.words(), shown, Concern::ALL);
    Ok(render(&HelpDoor { shell, help, countries, country, person, plan, alarm }))
}

/// Marks the newest words of harm a false alarm (SAFE-5): the stop that they set ends a day after them; the help page
/// stays where it is.
pub(super) async fn false_alarm(Sent { mut inside, .. }: Sent) -> Answer {
    let present = inside.present()?;
    let id = views::help::alarm(&present).ok_or(Trouble::NotNow)?;
    inside.write(vec![Event::FalseAlarm { id }], "/help").await
}
