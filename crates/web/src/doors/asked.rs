//! They reached out: what they said or asked, and what fits: an answer, "how long?", half, all of it, or nothing.
//! The answer is the method's; nothing is sent.

use askama::Template;
use axum::response::Response;
use jiff::tz::TimeZone;
use method::event::{About, Amount, Channel, Contact, How, Limit, LimitKind, Met, Request, Side, Tone, What};
use method::{Event, When};
use views::advice::Line;
use views::asked::AnswerPage;

use super::{Answer, Inside, Sent, urge};
use crate::fields::{Fields, Unread};
use crate::page::{Shell, Trouble, file, go, render};

#[derive(Template)]
#[template(path = "asked.html")]
struct AskedPage<'a> {
    shell: Shell<'a>,
    channels: Vec<Channel>,
    whats: [What; 8],
    open: Option<AnswerPage>,
}

/// What somebody may ask time for.
const WHATS: [What; 8] =
    [What::Talk, What::Call, What::Visit, What::Meal, What::Outing, What::Night, What::Weekend, What::Trip];

pub(super) async fn page(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let open = views::asked::page(inside.words(), &guidance);
    let shell = inside.shell("page-asked");
    Ok(render(&AskedPage { shell, channels: urge::contact_channels(), whats: WHATS, open }))
}

fn from_them(channel: Channel, about: About, tone: Option<Tone>) -> Event {
    Event::Contact(Contact { by: Side::Partner, started: true, channel, about, tone, minutes: None })
}

pub(super) async fn note(Sent { mut inside, fields }: Sent) -> Answer {
    let (events, next) = match fields.text("happened") {
        Some("message") => {
            let tone = fields.named("tone", Tone::named)?;
            let channel = urge::contact_channel(&fields)?;
            (vec![from_them(channel, About::Personal, tone)], "/asked/reply")
        }
        Some("time") => {
            let channel = urge::contact_channel(&fields)?;
            let request = request(&fields, &inside.zone())?;
            (vec![from_them(channel, About::Personal, None), Event::Request(request)], "/asked/answer")
        }
        Some("practical") => {
            let channel = urge::contact_channel(&fields)?;
            (vec![from_them(channel, About::Practical, None)], "/practical")
        }
        Some("boundary") => {
            let what = What::Boundary;
            let request = Request { what, minutes: None, days: None, open_ended: false, begins: None };
            (vec![Event::Request(request)], "/asked/answer")
        }
        Some("space") => (vec![limit(LimitKind::Space, &fields)?], "/"),
        Some("stop") => (vec![limit(LimitKind::ToldToStop, &fields)?], "/"),
        _ => return Err(Unread("happened").into()),
    };
    inside.write(events, next).await
}

fn limit(kind: LimitKind, fields: &Fields) -> Result<Event, Unread> {
    let date = |text: &str| text.parse().ok().map(When::Day);
    let until = if kind == LimitKind::Space { fields.named("until", date)? } else { None };
    Ok(Event::Limit(Limit { kind, until, channel: None, how: How::Asked, confirmed: false }))
}

/// A request for time: how long, from when, as far as they said.
fn request(fields: &Fields, zone: &TimeZone) -> Result<Request, Unread> {
    let what = fields.must("what", What::named)?;
    let begins = fields.moment("for", zone)?.map(When::At);
    let length = fields.amount("length")?.filter(|length| length.get() > 0.0);
    let times = |by: f64| length.map(|length| Amount::new(length.get() * by).map_err(|_| Unread("length")));
    let (minutes, days) = match fields.text("unit") {
        Some("days") => (None, length),
        Some("hours") => (times(60.0).transpose()?, None),
        _ => (length, None),
    };
    Ok(Request { what, minutes, days, open_ended: fields.ticked("open_ended"), begins })
}

impl Inside {
    /// The person's zone.
    pub(crate) fn zone(&self) -> TimeZone {
        self.desk.present().map_or_else(app::clock::zone, |present| present.zone)
    }
}

#[derive(Template)]
#[template(path = "answer.html")]
struct HalfPage<'a> {
    shell: Shell<'a>,
    answer: AnswerPage,
}

pub(super) async fn answer(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let Some(answer) = views::asked::page(inside.words(), &guidance) else { return Ok(go("/")) };
    Ok(render(&HalfPage { shell: inside.shell("page-answer"), answer }))
}

/// A meeting of a form, and what was agreed beforehand.
pub(super) fn meeting(fields: &Fields, planned_minutes: Option<Amount>) -> Result<Met, Unread> {
    let (minutes, ended_by) = (fields.amount("minutes")?, fields.named("ended_by", Side::named)?);
    Ok(Met { planned_minutes, minutes, ended_by })
}

/// What became of it: planned and real end are set side by side (HALF-7).
pub(super) async fn met(Sent { mut inside, fields }: Sent) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let planned = guidance.request.as_ref().and_then(|answer| answer.minutes);
    let met = meeting(&fields, planned.and_then(|minutes| Amount::new(minutes).ok()))?;
    inside.write(vec![Event::Met(met)], "/").await
}

/// The end as an entry for a calendar, under a name that says nothing.
pub(super) async fn calendar(mut inside: Inside) -> Result<Response, Trouble> {
    let guidance = inside.desk.guidance().await?;
    let appointment = views::asked::appointment(inside.words(), &guidance).ok_or(Trouble::NoPage)?;
    let bytes = render::ics::one(&appointment).into_bytes();
    Ok(file("text/calendar; charset=utf-8", "attachment; filename=\"appointment.ics\"", bytes))
}

#[derive(Template)]
#[template(path = "reply.html")]
struct ReplyPage<'a> {
    shell: Shell<'a>,
    reply: Line,
    mention: Option<Line>,
    may_write: bool,
    channels: Vec<Channel>,
}

pub(super) async fn reply(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    let page = ReplyPage {
        shell: inside.shell("page-reply"),
        reply: views::asked::reply(inside.words(), &guidance),
        mention: views::asked::mention(inside.words(), &guidance),
        may_write: views::draft::kinds(&guidance, &present).reply,
        channels: urge::contact_channels(),
    };
    Ok(render(&page))
}

/// The person answered.
pub(super) async fn replied(Sent { mut inside, fields }: Sent) -> Answer {
    let channel = urge::contact_channel(&fields)?;
    let contact =
        Contact { by: Side::Me, started: false, channel, about: About::Personal, tone: None, minutes: None };
    let mut events = vec![Event::Contact(contact)];
    if let Some(topic) = fields.boxed("mentioned")? {
        events.push(Event::Mention { topic });
    }
    inside.write(events, "/").await
}
