//! Settings in a first form: limits and fear, facts, the lock, copies, and erasing everything within three taps.
//! What a limit means the method says.

use askama::Template;
use axum::response::Response;
use jiff::civil::Time;
use method::Event;
use method::Id;
use method::When;
use method::event::{Channel, How, Limit, LimitKind, PerWeek, Settings, Situation, WidestGap};
use views::settings::SettingsPage;

use super::{Answer, Inside, Sent, let_out, start, urge};
use crate::fields::Unread;
use crate::house::Reach;
use crate::page::{Shell, Trouble, file, go, render};
use crate::tongue::Caller;

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsDoor<'a> {
    shell: Shell<'a>,
    reach: Reach,
    page: SettingsPage,
    channels: Vec<Channel>,
    countries: Vec<(&'static str, String)>,
    zones: Vec<String>,
    /// The zone of this machine, by its name; empty where it has none.
    machine: String,
    lock: f64,
    code_open: bool,
    kept: bool,
}

pub(super) async fn page(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    let page = SettingsDoor {
        shell: inside.shell("page-settings"),
        reach: inside.house.reach,
        page: views::settings::page(inside.words(), &guidance, &present),
        channels: urge::contact_channels(),
        countries: views::help::countries_named(inside.words()),
        zones: start::zones(),
        machine: app::clock::zone().iana_name().unwrap_or_default().to_owned(),
        lock: inside.desk.lock_minutes(),
        code_open: !inside.desk.is_code_confirmed(),
        kept: inside.desk.stage() == app::desk::Stage::Open,
    };
    Ok(render(&page))
}

/// The shortest and the longest time to the lock, in minutes.
const LOCK: std::ops::RangeInclusive<f64> = 1.0..=720.0;

pub(super) async fn change(Sent { mut inside, fields }: Sent) -> Answer {
    let mut situation = start::situation(&fields)?;
    situation.day_starts = fields.named("day_starts", |text| text.parse::<Time>().ok())?;
    situation.widest_gap_days =
        fields.named("widest_gap", |text| text.parse().ok().and_then(|days| WidestGap::new(days).ok()))?;
    if let Some(often) = fields.figure("instinct_per_week")? {
        situation.instinct_per_week = Some(PerWeek::new(often).map_err(|_| Unread("instinct_per_week"))?);
    }
    let mut events = Vec::new();
    if situation != Situation::default() {
        events.push(Event::Situation(Box::new(situation)));
    }
    if let Some(lock) = fields.amount("lock_minutes")? {
        if !LOCK.contains(&lock.get()) {
            return Err(Unread("lock_minutes").into());
        }
        events.push(Event::Settings(Settings { lock_minutes: Some(lock), language: None }));
    }
    if events.is_empty() {
        return Ok(go("/settings"));
    }
    inside.write(events, "/settings").await
}

pub(super) async fn limit(Sent { mut inside, fields }: Sent) -> Answer {
    let kind = fields.must("limit", LimitKind::named)?;
    let channel = |name: &str| Channel::named(name).filter(|channel| channel.is_contact());
    let limit = Limit {
        kind,
        until: fields.named("until", |text| text.parse().ok().map(When::Day))?,
        channel: fields.named("channel", channel)?,
        how: fields.named("how", How::named)?.unwrap_or(How::Asked),
        confirmed: fields.ticked("confirmed"),
    };
    // A lifting that is not confirmed would lift nothing.
    if kind == LimitKind::None && !limit.confirmed {
        return Err(Unread("confirmed").into());
    }
    // Everything at once would lift an order too; that it was changed on paper is said by itself (SAFE-1).
    let ordered = inside.desk.guidance().await?.limits.contains(&Id::Safe1);
    if kind == LimitKind::None && limit.channel.is_none() && ordered && !fields.ticked("order_changed") {
        return Err(Unread("order_changed").into());
    }
    inside.write(vec![Event::Limit(limit)], "/settings").await
}

pub(super) async fn fear(Sent { mut inside, fields }: Sent) -> Answer {
    let of_partner = fields.answer("afraid").ok_or(Unread("afraid"))?;
    // A fear that was said is not unsaid by one tap (SAFE-4).
    let afraid = inside.desk.guidance().await?.limits.contains(&Id::Safe4);
    if afraid && !of_partner && !fields.ticked("sure") {
        return Err(Unread("sure").into());
    }
    let next = if of_partner { "/help" } else { "/settings" };
    inside.write(vec![Event::Fear { of_partner }], next).await
}

pub(super) async fn export(Sent { mut inside, .. }: Sent) -> Result<Response, Trouble> {
    let lines = inside.desk.export().await?;
    Ok(file("application/jsonl; charset=utf-8", "attachment; filename=\"journal.jsonl\"", lines))
}

pub(super) async fn back_up(Sent { inside, fields }: Sent) -> Result<Response, Trouble> {
    let mut passphrase = fields.secret("passphrase");
    let (_inside, sealed) =
        inside.aside(async move |desk| desk.back_up(std::mem::take(&mut *passphrase)).await).await;
    let sealed = sealed?;
    Ok(file("application/octet-stream", "attachment; filename=\"backup.age\"", sealed))
}

#[derive(Template)]
#[template(path = "erase.html")]
struct ErasePage<'a> {
    shell: Shell<'a>,
    reach: Reach,
}

pub(super) async fn sure(caller: Caller) -> Answer {
    Ok(render(&ErasePage { shell: caller.shell("page-erase"), reach: caller.house.reach }))
}

/// Erases everything. Whoever is inside may; whoever is locked out may not, since anybody at this machine could.
pub(super) async fn erase(Sent { mut inside, .. }: Sent) -> Answer {
    match inside.desk.stage() {
        app::desk::Stage::Open => inside.desk.erase_everything().await.map_err(|_| Trouble::Erase)?,
        _ => inside.desk.lock().await,
    }
    inside.void_tickets().await;
    Ok(let_out("/start"))
}

impl Inside {
    /// No ticket holds any more.
    pub(super) async fn void_tickets(&self) {
        self.house.tickets.lock().await.void_all();
    }
}
