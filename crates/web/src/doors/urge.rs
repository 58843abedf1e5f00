//! The urge to reach out: noted in two taps, told where things stand, waited out for ten minutes, rated again.
//! It allows nothing itself: the verdict is the method's.

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use method::care::people::STRONG_URGE;
use method::event::{About, Change, Channel, Contact, Rating, Side, Urge};
use method::safe::fear;
use method::{Entry, Event};
use views::advice::Line;
use views::people::Someone;

use super::{Answer, Inside, Sent, after as then};
use crate::drawn::{Drawn, drawn};
use crate::fields::{Fields, Unread};
use crate::page::{Shell, Trouble, go, render};

/// The wait between the urge and the act (SPACE-10).
const WAIT_SECONDS: i64 = 10 * 60;

#[derive(Template)]
#[template(path = "urge.html")]
struct UrgePage<'a> {
    shell: Shell<'a>,
    channels: &'static [Channel],
}

pub(super) async fn page(inside: Inside) -> Answer {
    Ok(render(&UrgePage { shell: inside.shell("page-urge"), channels: Channel::ALL }))
}

/// A strength or a mood of a form.
pub(super) fn rating(text: &str) -> Option<Rating> {
    text.parse().ok().and_then(|figure| Rating::new(figure).ok())
}

/// The urge of a form.
pub(super) fn urge(fields: &Fields) -> Result<Urge, Unread> {
    Ok(Urge {
        channel: fields.must("channel", Channel::named)?,
        strength: fields.must("strength", rating)?,
        after: fields.named("after", rating)?,
        trigger: fields.boxed("trigger")?,
        acted: fields.ticked("acted"),
    })
}

pub(super) async fn note(Sent { mut inside, fields }: Sent) -> Answer {
    // What becomes of it is rated after the wait.
    let urge = Urge { after: None, acted: false, ..urge(&fields)? };
    inside.write(vec![Event::Urge(urge)], "/urge/wait").await
}

#[derive(Template)]
#[template(path = "wait.html")]
struct WaitPage<'a> {
    shell: Shell<'a>,
    verdict: Vec<Line>,
    /// The hour at which ten minutes have passed.
    until: String,
    /// How long that is from now, for the browser to say when it has come; nought if it has.
    left_ms: i64,
    over: bool,
    channel: &'static str,
    channels: Vec<Channel>,
    people: Vec<Someone>,
    /// What the person means to do instead.
    plans: Vec<String>,
}

pub(super) async fn wait(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    // A safety question that was skipped is no "no": it is asked again before the first verdict (SAFE-4).
    if !fear::was_answered(&present) {
        return Ok(go("/start/safety"));
    }
    let Some(urge) = views::urge::open(&present) else { return Ok(go("/urge/after")) };
    let ends = urge.at.as_second() + WAIT_SECONDS;
    let left = (ends - present.now.as_second()).max(0);
    let until = Timestamp::from_second(ends).map(|at| views::hour(at, &present.zone)).unwrap_or_default();
    let verdict = views::urge::verdict(inside.words(), &guidance, urge.what.channel);
    let people = views::people::list(inside.words(), &present);
    let page = WaitPage {
        shell: inside.shell("page-wait"),
        verdict,
        until,
        left_ms: left * 1000,
        over: left == 0,
        channel: urge.what.channel.name(),
        channels: contact_channels(),
        people,
        plans: views::work::plans(&present),
    };
    Ok(render(&page))
}

/// Puts a rated or acted urge in the place of the one that is open; it keeps its moment.
async fn settle(
    inside: &mut Inside,
    change: impl FnOnce(&mut Urge),
    more: Vec<Event>,
) -> Result<Response, Trouble> {
    let present = inside.present()?;
    let Some(noted) = views::urge::newest(&present) else { return Ok(go("/urge")) };
    let (mut urge, at, name) = (noted.what.clone(), noted.at, noted.name().map(str::to_owned));
    change(&mut urge);
    let mut entries: Vec<Entry> = Vec::new();
    entries.extend(name.map(|name| inside.desk.entry(Event::Retract { id: name.into() })));
    let moment = method::Moment { instant: at, offset: inside.desk.now().offset };
    entries.push(inside.desk.entry_at(moment, Event::Urge(urge)));
    entries.extend(more.into_iter().map(|event| inside.desk.entry(event)));
    let noticed = inside.desk.record(entries).await?;
    Ok(then(noticed, "/urge/after"))
}

pub(super) async fn rate(Sent { mut inside, fields }: Sent) -> Answer {
    let after = fields.must("after", rating)?;
    settle(&mut inside, |urge| urge.after = Some(after), Vec::new()).await
}

#[derive(Template)]
#[template(path = "after.html")]
struct AfterPage<'a> {
    shell: Shell<'a>,
    kinds: views::draft::Kinds,
    weaker: bool,
    strong: bool,
    acted: bool,
    /// What set it off, as far as it was said.
    trigger: String,
    channel: &'static str,
    channels: Vec<Channel>,
    people: Vec<Someone>,
    plans: Vec<String>,
    figure: Vec<Drawn>,
    /// The limits under which no pace is gone back to (SAFE).
    aside: Vec<&'static str>,
}

pub(super) async fn after(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    let Some(noted) = views::urge::newest(&present) else { return Ok(go("/urge")) };
    let urge = &noted.what;
    if urge.after.is_none() && !urge.acted {
        return Ok(go("/urge/wait"));
    }
    let after = urge.after.unwrap_or(urge.strength);
    let kinds = views::draft::kinds(&guidance, &present);
    let page = AfterPage {
        shell: inside.shell("page-after"),
        kinds: views::draft::Kinds {
            start: kinds.start && !guidance.closed_channels.contains(&urge.channel),
            ..kinds
        },
        weaker: after < urge.strength,
        strong: after.get() >= STRONG_URGE,
        acted: urge.acted,
        trigger: urge.trigger.as_deref().unwrap_or_default().to_owned(),
        aside: views::advice::aside(&guidance),
        plans: views::work::plans(&present),
        figure: drawn(views::flow::urges(inside.words(), &present).into_iter().collect()),
        channel: urge.channel.name(),
        channels: contact_channels(),
        people: views::people::list(inside.words(), &present),
    };
    Ok(render(&page))
}

/// The channels by which something can reach the partner.
pub(super) fn contact_channels() -> Vec<Channel> {
    Channel::ALL.iter().copied().filter(|channel| channel.is_contact()).collect()
}

/// A channel of a form by which something can reach somebody.
pub(super) fn contact_channel(fields: &Fields) -> Result<Channel, Unread> {
    fields.must("channel", |name| Channel::named(name).filter(|channel| channel.is_contact()))
}

/// The contact that an urge acted on was.
pub(super) const fn reached_out(channel: Channel) -> Event {
    let (by, started, about) = (Side::Me, true, About::Personal);
    Event::Contact(Contact { by, started, channel, about, tone: None, minutes: None })
}

/// The person reached out: one mark on the trend, and the contact it was.
pub(super) async fn acted(Sent { mut inside, fields }: Sent) -> Answer {
    let contact = reached_out(contact_channel(&fields)?);
    let trigger = fields.boxed("trigger")?;
    let change = |urge: &mut Urge| {
        urge.acted = true;
        urge.trigger = trigger.or(urge.trigger.take());
    };
    settle(&mut inside, change, vec![contact]).await
}

/// What set a slip off, and what is done instead the next time (WORK-3): a change of one's own, with its plan.
pub(super) async fn mend(Sent { mut inside, fields }: Sent) -> Answer {
    let trigger = fields.boxed("trigger")?.ok_or(Unread("trigger"))?;
    let instead = fields.boxed("instead")?.ok_or(Unread("instead"))?;
    let fill = [("trigger", trigger.to_string().into()), ("instead", instead.to_string().into())];
    let if_then = Some(inside.words().say_with("slip-if-then", &fill).into());
    inside.write(vec![Event::Change(Change { name: instead, if_then })], "/urge/after").await
}
