//! The first minutes: what this is, the safety questions, a few facts, and a passphrase. Every step can be skipped;
//! nothing is kept before the passphrase, and that is said.

use app::desk::{KeepError, Stage};
use app::vault::InitError;
use askama::Template;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use method::event::{How, Limit, LimitKind, Living, PerWeek, Share, Situation, Wish};
use method::{Event, When};

use super::{Answer, Inside, Sent, admit};
use crate::fields::{Fields, Unread};
use crate::house::{Here, Reach};
use crate::page::{Shell, Trouble, go, render};
use crate::tongue::Caller;

#[derive(Template)]
#[template(path = "start.html")]
struct WelcomePage<'a> {
    shell: Shell<'a>,
    reach: Reach,
}

pub(super) async fn welcome(caller: Caller) -> Answer {
    let stage = caller.house.desk.lock().await.stage();
    if stage == Stage::Locked {
        return Ok(go("/unlock"));
    }
    // Whoever has no ticket sees the front of the house and nothing that lies on the desk.
    let shell = Shell::new(caller.words(), "page-start", Stage::New, 0.0);
    Ok(render(&WelcomePage { shell, reach: caller.house.reach }))
}

/// Begins to write; only where there is no vault, so that nothing can be put in the place of one. Whoever has begun
/// goes on; whoever lost the ticket to what is not kept begins anew, since nothing else would ever open it again.
pub(super) async fn begin(Here(house): Here, headers: HeaderMap) -> Answer {
    let mut desk = house.desk.lock().await;
    match desk.stage() {
        Stage::Unkept if house.tickets.lock().await.admits(&headers) => return Ok(go("/start/safety")),
        // Others on a network throw nothing away.
        Stage::Unkept if house.reach.is_network() => return Err(Trouble::NotNow),
        Stage::Locked | Stage::Open => return Ok(go("/unlock")),
        Stage::New | Stage::Unkept | Stage::Sample if desk.has_vault() => {
            desk.leave_sample().await;
            return Ok(go("/unlock"));
        }
        Stage::New | Stage::Unkept | Stage::Sample => desk.begin().await?,
    }
    house.tickets.lock().await.void_all();
    Ok(admit(&house, &desk, "/start/safety").await)
}

pub(super) async fn open_sample(Here(house): Here) -> Answer {
    let mut desk = house.desk.lock().await;
    // On a network the sample is nobody's way into a house in which somebody lives.
    let lived_in = house.reach.is_network() && desk.has_vault();
    if lived_in || matches!(desk.stage(), Stage::Open | Stage::Unkept) {
        return Err(Trouble::NotNow);
    }
    desk.open_sample().await?;
    house.tickets.lock().await.void_all();
    Ok(admit(&house, &desk, "/").await)
}

pub(super) async fn leave_sample(Here(house): Here) -> Response {
    let mut desk = house.desk.lock().await;
    if desk.stage() == Stage::Sample {
        desk.leave_sample().await;
        house.tickets.lock().await.void_all();
    }
    go("/")
}

/// The safety questions: the fields that carry their answers (SAFE-1 to SAFE-5).
const QUESTIONS: [&str; 6] = ["afraid", "order", "stop", "space", "danger-self", "danger-other"];

#[derive(Template)]
#[template(path = "safety.html")]
struct SafetyPage<'a> {
    shell: Shell<'a>,
    questions: [&'static str; 6],
    /// Asked again before the first verdict on reaching out.
    again: bool,
}

pub(super) async fn safety(inside: Inside) -> Answer {
    let again = inside.desk.standing().is_some_and(|standing| standing.entries() > 0);
    Ok(render(&SafetyPage { shell: inside.shell("page-safety"), questions: QUESTIONS, again }))
}

pub(super) async fn answer_safety(Sent { mut inside, fields }: Sent) -> Answer {
    let again = fields.ticked("again");
    let mut events = Vec::new();
    if let Some(of_partner) = fields.answer("afraid") {
        events.push(Event::Fear { of_partner });
    }
    let limit = |kind| {
        let (until, channel, how) = (None, None, How::Asked);
        Event::Limit(Limit { kind, until, channel, how, confirmed: false })
    };
    let asked = [("order", LimitKind::Order), ("stop", LimitKind::ToldToStop), ("space", LimitKind::Space)];
    let said: Vec<_> = asked.iter().map(|&(field, kind)| (kind, fields.answer(field))).collect();
    events.extend(said.iter().filter(|(_, answer)| *answer == Some(true)).map(|&(kind, _)| limit(kind)));
    let waiting = inside.desk.present().is_some_and(|present| views::urge::open(&present).is_some());
    let next = match (fields.answer("afraid"), again, waiting) {
        (Some(true), ..) => "/help",
        (_, true, true) => "/urge/wait",
        (_, true, false) => "/",
        (_, false, _) => "/start/you",
    };
    // The answer "yes" is the person's own word, and is written down as one.
    for danger in ["danger-self", "danger-other"] {
        if fields.answer(danger) == Some(true) {
            let text = inside.words().say(&format!("safety-{danger}-note")).into();
            events.push(Event::Note { text });
        }
    }
    inside.write(events, next).await
}

/// How often somebody would reach out, for the choice of an instinct.
const INSTINCTS: [(&str, f64); 6] = [
    ("instinct-many", 28.0),
    ("instinct-two-a-day", 14.0),
    ("instinct-one-a-day", 7.0),
    ("instinct-half-a-day", 3.5),
    ("instinct-one-a-week", 1.0),
    ("instinct-less", 0.5),
];

#[derive(Template)]
#[template(path = "you.html")]
struct YouPage<'a> {
    shell: Shell<'a>,
    instincts: [(&'static str, f64); 6],
    countries: Vec<(&'static str, String)>,
    country: String,
    reach: Reach,
    zone: String,
    zones: Vec<String>,
}

pub(super) async fn you(inside: Inside) -> Answer {
    // Where a service stands says nothing of where somebody lives; their browser may know.
    let reach = inside.house.reach;
    let zone = if reach.is_hosted() { TimeZone::unknown() } else { app::clock::zone() };
    let page = YouPage {
        reach,
        shell: inside.shell("page-you"),
        instincts: INSTINCTS,
        countries: views::help::countries_named(inside.words()),
        country: inside.desk.country().unwrap_or_default(),
        zone: zone.iana_name().unwrap_or_default().to_owned(),
        zones: zones(),
    };
    Ok(render(&page))
}

pub(super) async fn tell_you(Sent { mut inside, fields }: Sent) -> Answer {
    let situation = situation(&fields)?;
    if situation == Situation::default() {
        return Ok(go("/start/keep"));
    }
    inside.write(vec![Event::Situation(Box::new(situation))], "/start/keep").await
}

/// The facts of a form; a field that is empty says nothing.
pub(super) fn situation(fields: &Fields) -> Result<Situation, Unread> {
    let living = fields.named("living", Living::named)?;
    let shares: Vec<Share> = fields.all("shares").filter_map(Share::named).collect();
    let instinct =
        fields.figure("instinct")?.map(|often| PerWeek::new(often).map_err(|_| Unread("instinct")));
    let date = |text: &str| text.parse::<Date>().ok().map(When::Day);
    let country = |text: &str| {
        let code = text.to_ascii_uppercase();
        (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then(|| code.into())
    };
    Ok(Situation {
        wish: fields.named("wish", Wish::named)?,
        left_on: fields.named("left_on", date)?,
        living,
        shares: (fields.ticked("shares_asked")).then_some(shares),
        zone: fields.named("zone", |name| TimeZone::get(name).ok())?,
        country: fields.named("country", country)?,
        instinct_per_week: instinct.transpose()?,
        widest_gap_days: None,
        day_starts: None,
    })
}

/// The names of all zones, for a list to choose from.
pub(super) fn zones() -> Vec<String> {
    jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| {
            name.contains('/')
                && !name.starts_with("Etc/")
                && !name.starts_with("posix")
                && !name.starts_with("right")
        })
        .collect()
}

#[derive(Template)]
#[template(path = "keep.html")]
struct KeepPage<'a> {
    shell: Shell<'a>,
    error: String,
}

pub(super) async fn keep(inside: Inside) -> Answer {
    if inside.desk.stage() != Stage::Unkept {
        return Ok(go("/"));
    }
    Ok(render(&KeepPage { shell: inside.shell("page-keep"), error: String::new() }))
}

#[derive(Template)]
#[template(path = "code.html")]
pub(super) struct CodePage<'a> {
    pub(super) shell: Shell<'a>,
    pub(super) code: String,
    pub(super) error: String,
    /// Where to go without typing it back.
    pub(super) next: &'static str,
}

pub(super) async fn make(Sent { inside, fields }: Sent) -> Answer {
    if inside.desk.stage() != Stage::Unkept {
        return Ok(go("/"));
    }
    let (mut passphrase, again) = (fields.secret("passphrase"), fields.secret("passphrase_again"));
    let refused = |inside: &Inside, id: &str| {
        let error = inside.words().say(id);
        render(&KeepPage { shell: inside.shell("page-keep"), error })
    };
    if passphrase != again {
        return Ok(refused(&inside, "keep-differ"));
    }
    let (inside, kept) =
        inside.aside(async move |desk| desk.keep(std::mem::take(&mut *passphrase)).await).await;
    match kept {
        Ok(code) => {
            let code = code.shown().to_string();
            Ok(render(&CodePage { shell: inside.shell("page-code"), code, error: String::new(), next: "/" }))
        }
        Err(KeepError::Init(InitError::ShortPassphrase)) => Ok(refused(&inside, "keep-short")),
        Err(_) => Ok(refused(&inside, "keep-failed")),
    }
}

/// The code typed back: right, it is noted; wrong, the person may look again. It is not shown a second time.
pub(super) async fn confirm_code(Sent { mut inside, fields }: Sent) -> Answer {
    // Where the vault is made first, the questions follow.
    let begins = inside.house.reach.is_hosted()
        && inside.desk.standing().is_some_and(|standing| standing.entries() == 0);
    let next = if begins { "/start/safety" } else { "/" };
    if inside.desk.confirm_code(&fields.secret("code")).await? {
        return Ok(go(next));
    }
    let error = inside.words().say("code-wrong");
    Ok(render(&CodePage { shell: inside.shell("page-code"), code: String::new(), error, next }))
}
