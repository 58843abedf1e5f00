//! The flow: where it stands, week by week, what it shows; and a message history read in, looked over, set right, kept
//! as counts or not at all. It computes nothing, and keeps no words of a history.

use app::desk::{DateOrder, Desk, Offer};
use askama::Template;
use axum::Extension;
use axum::extract::multipart::Multipart;
use axum::extract::{FromRequestParts, Request};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use jiff::tz::TimeZone;
use method::Id;
use views::flow::{AuditPage, FlowPage};
use views::journal::{ImportLine, Reader};

use super::journal::imports;
use super::{Answer, Inside, Sent, start};
use crate::drawn::{Drawn, drawn};
use crate::fields::{Fields, Unread};
use crate::hosted::{Guest, parcels};
use crate::house::{Here, House};
use crate::page::{Shell, Trouble, go, render};

#[derive(Template)]
#[template(path = "flow.html")]
struct FlowDoor<'a> {
    shell: Shell<'a>,
    page: FlowPage,
    figures: Vec<Drawn>,
    kept: Vec<ImportLine>,
    /// A history waits to be looked over.
    offered: bool,
    /// Under an order there is no timeline, and no reading of old messages (SAFE-1).
    order: bool,
}

/// Whether an order closes the timeline and the reading of old messages.
async fn is_ordered(inside: &mut Inside) -> Result<bool, Trouble> {
    Ok(inside.desk.guidance().await?.limits.contains(&Id::Safe1))
}

pub(super) async fn page(waits: Option<Extension<Guest>>, mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let words = inside.words();
    let order = guidance.limits.contains(&Id::Safe1);
    let reading =
        if order { None } else { inside.desk.flow(&words.say("flow-me"), &words.say("flow-partner")) };
    let present = inside.present()?;
    let mut page = views::flow::page(words, &guidance, &present, reading.as_ref());
    let figures = drawn(std::mem::take(&mut page.figures));
    let reader = Reader::new(words, &guidance, &present);
    let mut kept = inside.desk.diary().map(|diary| imports(&diary, &reader)).unwrap_or_default();
    kept.retain(|import| import.has_name && !import.is_taken_back);
    let looks_over = waits.is_some_and(|Extension(guest)| guest.looks_over);
    let offered = !order && (inside.desk.offered().is_some() || looks_over);
    Ok(render(&FlowDoor { shell: inside.shell("page-flow"), page, figures, kept, offered, order }))
}

/// So many files are read at once, and so many bytes of them.
const MOST_FILES: usize = 2_000;

/// Reads files that were chosen. The ticket is looked at before a byte is read, the desk taken after the last.
pub(super) async fn read(Here(house): Here, request: Request) -> Result<Response, Response> {
    let (mut parts, body) = request.into_parts();
    drop(Inside::from_request_parts(&mut parts, &house).await?);
    // One history at a time lies in memory whole; a service takes smaller ones, and waits for no slow sender.
    let hosted = house.reach.is_hosted();
    if hosted && parts.extensions.get::<Guest>().is_none_or(|guest| guest.session.is_none()) {
        return Err(Trouble::NotNow.into_response());
    }
    let turn = house.reading.clone();
    let mut _turn = if hosted { None } else { Some(turn.clone().acquire_owned().await) };
    let unread = |status: StatusCode| (status, "The files could not be read.\n").into_response();
    let request = Request::from_parts(parts.clone(), body);
    let multipart = <Multipart as axum::extract::FromRequest<House>>::from_request(request, &house).await;
    let mut multipart = multipart.map_err(|error| unread(error.status()))?;
    let mut files = Vec::new();
    while let Some(field) = multipart.next_field().await.map_err(|error| unread(error.status()))? {
        let name = field.file_name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(|error| unread(error.status()))?;
        if !name.is_empty() && !bytes.is_empty() && files.len() < MOST_FILES {
            files.push((name, Vec::from(bytes)));
        }
    }
    let mut inside = Inside::from_request_parts(&mut parts, &house).await?;
    if files.is_empty() {
        return Ok(go("/flow"));
    }
    if is_ordered(&mut inside).await.map_err(Trouble::into_response)? {
        return Err(Trouble::NotNow.into_response());
    }
    if hosted {
        _turn = Some(turn.acquire_owned().await);
    }
    // Where no node remembers anybody, they are laid down for the next one.
    let shown = match parts.extensions.get::<Guest>() {
        Some(guest) => parcels::lay_down(guest, &files).await.map_err(Trouble::into_response)?,
        None => None,
    };
    let (_inside, offered) = inside.aside(async move |desk| desk.offer_history(files)).await;
    offered.map_err(|error| Trouble::from(error).into_response())?;
    let mut answer = go("/flow/audit");
    if let Some(shown) = shown {
        parcels::give(&mut answer, shown);
    }
    Ok(answer)
}

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditDoor<'a> {
    shell: Shell<'a>,
    page: AuditPage,
    figure: Vec<Drawn>,
    /// Who writes in it, to choose from.
    people: Vec<String>,
    /// Those of them that are the person's own, and the partner's.
    mine: Vec<String>,
    theirs: Vec<String>,
    zone: String,
    zones: Vec<String>,
    dates: String,
    /// Whether there is something that could be kept.
    ready: bool,
}

pub(super) async fn audit(mut inside: Inside) -> Answer {
    if is_ordered(&mut inside).await? {
        inside.desk.drop_history();
        return Err(Trouble::NotNow);
    }
    let Some(Offer { options, outcome, people, .. }) = inside.desk.offered() else { return Ok(go("/flow")) };
    let mut page = views::flow::audit(inside.words(), outcome.as_ref());
    let figure = drawn(page.figure.take().into_iter().collect());
    let named = outcome.as_ref().ok();
    let page = AuditDoor {
        shell: inside.shell("page-audit"),
        figure,
        people: people.clone(),
        mine: given(std::iter::once(&options.me).chain(&options.also_mine), named.map(|reading| &reading.me)),
        theirs: given(
            options.partner.iter().chain(&options.also_known_as),
            named.map(|reading| &reading.partner),
        ),
        zone: options.zone.iana_name().unwrap_or_default().to_owned(),
        zones: start::zones(),
        dates: options.dates.map(|order| order.to_string()).unwrap_or_default(),
        ready: named.is_some(),
        page,
    };
    Ok(render(&page))
}

/// The names that were given, and the one that was found.
fn given<'a>(given: impl Iterator<Item = &'a String>, found: Option<&'a String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in given.chain(found).filter(|name| !name.is_empty()) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

pub(super) async fn correct(
    guest: Option<Extension<Guest>>,
    headers: HeaderMap,
    Sent { mut inside, fields }: Sent,
) -> Answer {
    if is_ordered(&mut inside).await? {
        return Err(Trouble::NotNow);
    }
    // A chat between others is not read (SAFE-6).
    if fields.ticked("stranger") {
        inside.desk.drop_history();
        return Err(Trouble::NotInIt);
    }
    let said = Said::of(&fields)?;
    if let Some(Extension(guest)) = guest {
        parcels::answer(&guest, &headers, &fields.form()).await?;
    }
    inside.aside(async move |desk| said.correct(desk)).await;
    Ok(go("/flow/audit"))
}

/// What somebody set right.
struct Said {
    me: Vec<String>,
    partner: Vec<String>,
    zone: Option<TimeZone>,
    dates: Option<DateOrder>,
}

impl Said {
    fn of(fields: &Fields) -> Result<Self, Unread> {
        let order = |name: &str| match name {
            "dmy" => Some(DateOrder::Dmy),
            "mdy" => Some(DateOrder::Mdy),
            "ymd" => Some(DateOrder::Ymd),
            _ => None,
        };
        let names = |field| -> Vec<String> { fields.all(field).map(str::to_owned).collect() };
        Ok(Self {
            me: names("me"),
            partner: names("partner"),
            zone: fields.named("zone", |name| TimeZone::get(name).ok())?,
            dates: fields.named("dates", order)?,
        })
    }

    fn correct(self, desk: &mut Desk) {
        desk.correct_history(self.me, self.partner, self.zone, self.dates);
    }
}

/// Sets right once more what a form had set right, as it was sent.
pub(crate) fn correct_again(desk: &mut Desk, form: &str) {
    if let Some(fields) = Fields::of_form(form)
        && let Ok(said) = Said::of(&fields)
    {
        said.correct(desk);
    }
}

pub(super) async fn keep(Sent { mut inside, fields }: Sent) -> Answer {
    if is_ordered(&mut inside).await? {
        return Err(Trouble::NotNow);
    }
    inside.desk.keep_history(fields.ticked("remember")).await.map_err(|_| Trouble::Import)?;
    Ok(go("/flow"))
}

pub(super) async fn cancel(Sent { mut inside, .. }: Sent) -> Answer {
    inside.desk.drop_history();
    Ok(go("/flow"))
}

pub(super) async fn remove(Sent { mut inside, fields }: Sent) -> Answer {
    let name = fields.text("name").ok_or(Unread("name"))?;
    inside.desk.remove_history(name).await.map_err(|_| Trouble::Import)?;
    Ok(go("/flow"))
}
