//! Writing into a past day: what the other doors note as of now, with a day and time of its own. Never into the future.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use method::event::{About, Channel, CheckIn, Contact, Side, Tone, WorkSort};
use method::{Event, Moment};

use super::{Answer, Inside, Sent, asked, check_in, urge, work};
use crate::fields::{Fields, Unread};
use crate::page::{Shell, Trouble, render};

/// Nobody writes into a year before this one; a year of two digits is a slip of the hand.
const FIRST_YEAR: i16 = 1900;

#[derive(Template)]
#[template(path = "journal-write.html")]
struct PastPage<'a> {
    shell: Shell<'a>,
    /// The day and time that the forms begin with, and the last that they take.
    at: String,
    latest: String,
    zone: String,
    channels: &'static [Channel],
    contact_channels: Vec<Channel>,
    sorts: &'static [WorkSort],
}

fn show(inside: &Inside, date: Option<Date>) -> Response {
    let (zone, now) = (inside.zone(), inside.desk.now());
    let local = zone.to_datetime(now.instant);
    let noon = |date: Date| date.at(12, 0, 0, 0);
    let at = date.map(noon).filter(|at| *at <= local).unwrap_or(local);
    let shown = |at: jiff::civil::DateTime| at.strftime("%Y-%m-%dT%H:%M").to_string();
    let offset = || now.offset.to_string();
    let page = PastPage {
        shell: inside.shell("page-past"),
        at: shown(at),
        latest: shown(local),
        zone: zone.iana_name().map_or_else(offset, str::to_owned),
        channels: Channel::ALL,
        contact_channels: urge::contact_channels(),
        sorts: WorkSort::ALL,
    };
    render(&page)
}

pub(super) async fn page(inside: Inside) -> Response {
    show(&inside, None)
}

pub(super) async fn page_of(Path(date): Path<String>, inside: Inside) -> Answer {
    let date = date.parse().map_err(|_| Trouble::NoPage)?;
    Ok(show(&inside, Some(date)))
}

/// When it was: in the person's zone, and not in the future.
fn moment(inside: &Inside, zone: &TimeZone, fields: &Fields) -> Result<Moment, Trouble> {
    let at = fields.moment("at", zone)?.ok_or(Unread("at"))?;
    if zone.to_datetime(at.instant).year() < FIRST_YEAR {
        return Err(Unread("at").into());
    }
    if at.instant > inside.desk.now().instant {
        return Err(Trouble::Future);
    }
    Ok(at)
}

/// A contact of either side. A tone is the partner's.
fn contact(fields: &Fields) -> Result<Contact, Unread> {
    let by = fields.must("by", Side::named)?;
    Ok(Contact {
        by,
        started: fields.answer("started").ok_or(Unread("started"))?,
        channel: urge::contact_channel(fields)?,
        about: fields.must("about", About::named)?,
        tone: fields.named("tone", Tone::named)?.filter(|_| by == Side::Partner),
        minutes: fields.amount("minutes")?,
    })
}

fn events(fields: &Fields) -> Result<Vec<Event>, Unread> {
    Ok(match fields.text("kind") {
        Some("checkin") => {
            let check_in = check_in::check_in(fields)?;
            if check_in == CheckIn::default() { Vec::new() } else { vec![Event::CheckIn(check_in)] }
        }
        Some("contact") => vec![Event::Contact(contact(fields)?)],
        Some("urge") => {
            let urge = urge::urge(fields)?;
            // An urge acted on was a contact, unless it went to nobody.
            let contact = (urge.acted && urge.channel.is_contact()).then(|| urge::reached_out(urge.channel));
            std::iter::once(Event::Urge(urge)).chain(contact).collect()
        }
        Some("met") => vec![Event::Met(asked::meeting(fields, fields.amount("planned_minutes")?)?)],
        Some("work") => vec![Event::Work(work::work(fields)?)],
        Some("note") => vec![Event::Note { text: fields.boxed("text")?.ok_or(Unread("text"))? }],
        _ => return Err(Unread("kind")),
    })
}

pub(super) async fn write(Sent { mut inside, fields }: Sent) -> Answer {
    let zone = inside.zone();
    let at = moment(&inside, &zone, &fields)?;
    let events = events(&fields)?;
    // Told to stop: today says what follows.
    let stop = |event: &Event| matches!(event, Event::Contact(contact) if contact.tone == Some(Tone::Stop));
    let day = format!("/journal/{}", zone.to_datetime(at.instant).date());
    let next = if events.iter().any(stop) { "/" } else { &day };
    inside.write_at(at, events, next).await
}
