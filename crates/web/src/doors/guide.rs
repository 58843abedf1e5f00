//! The guide: start here, ask in your own words, or look at the map; and each page. It needs no key, since it says nothing of
//! anybody; only placing oneself on the map does. A question is sent in the body of a request, so that no address holds it.

use ::guide::{Guide, Page};
use askama::Template;
use axum::Extension;
use axum::extract::Path;
use axum::response::Response;
use method::event::{Place, Skill, Stage};
use method::{Event, Signs};
use render::svg::Stand;
use views::guide::{Contents, Entry};

use super::{Answer, Sent, talk};
use crate::fields::Fields;
use crate::hosted::Guest;
use crate::page::{Shell, Trouble, go, render};
use crate::prose;
use crate::tongue::Caller;

#[derive(Template)]
#[template(path = "guide.html")]
struct GuidePage<'a> {
    shell: Shell<'a>,
    contents: Contents,
    /// Questions as people ask them, each with the name of its page.
    questions: Vec<(String, &'static str)>,
    themes: Vec<(String, Vec<Entry>)>,
    /// What was asked; empty where nothing was.
    asked: String,
    found: Vec<Entry>,
    /// The question itself points to danger: help stands before any page.
    help: bool,
}

/// So many pages answer a question.
const MOST_FOUND: usize = 6;
/// A question is read so far, in characters.
const LONGEST_QUESTION: usize = 300;

fn shelf(caller: &Caller, asked: &str, signs: Signs) -> Response {
    let (words, guide) = (caller.words(), Guide::english());
    let found = guide.search(asked);
    let themes = guide.themes().into_iter().map(|(theme, pages)| {
        (theme.to_owned(), pages.into_iter().map(|page| views::guide::entry(words, page)).collect())
    });
    // One question a page, so that the list stays short.
    let mut questions: Vec<(String, &'static str)> = Vec::new();
    for (question, page) in guide.questions() {
        if questions.last().is_none_or(|(_, last)| *last != page.name) {
            questions.push((question.to_owned(), page.name));
        }
    }
    let page = GuidePage {
        shell: caller.shell("page-guide"),
        contents: views::guide::contents(words, guide),
        questions,
        themes: themes.collect(),
        asked: asked.to_owned(),
        found: found.iter().take(MOST_FOUND).map(|hit| views::guide::entry(words, hit.page)).collect(),
        help: !signs.is_quiet(),
    };
    render(&page)
}

pub(super) async fn contents(caller: Caller) -> Response {
    shelf(&caller, "", Signs::default())
}

pub(super) async fn ask(caller: Caller, fields: Fields) -> Answer {
    let asked: String = fields.text("question").unwrap_or_default().chars().take(LONGEST_QUESTION).collect();
    // Words of danger bring help at once (CARE-8); words of one who is afraid bring help beside the pages that are for them.
    let signs = app::noticed(&asked);
    if signs.to_self || signs.to_other {
        return Ok(go("/help"));
    }
    Ok(shelf(&caller, &asked, signs))
}

#[derive(Template)]
#[template(path = "guide_page.html")]
struct Reading<'a> {
    shell: Shell<'a>,
    page: &'static Page,
    minutes: String,
    part: String,
    body: String,
    clauses: Vec<&'static str>,
    before: Option<&'static Page>,
    after: Option<&'static Page>,
    /// What others ask and answer; none where there is no talk.
    talk: Option<talk::Under>,
}

pub(super) async fn page(
    caller: Caller,
    guest: Option<Extension<Guest>>,
    Path(name): Path<String>,
) -> Answer {
    let (words, guide) = (caller.words(), Guide::english());
    let page = guide.page(&name).ok_or(Trouble::NoPage)?;
    let entry = views::guide::entry(words, page);
    let (before, after) = guide.beside(page.name);
    let talk = match &guest {
        Some(Extension(guest)) => talk::under(&caller, guest, page.name).await,
        None => None,
    };
    let reading = Reading {
        shell: caller.shell("page-guide"),
        minutes: entry.minutes,
        part: views::guide::part_name(words, page.part),
        body: prose::html(words, &page.blocks),
        clauses: entry.clauses,
        page,
        before,
        after,
        talk,
    };
    Ok(render(&reading))
}

#[derive(Template)]
#[template(path = "map.html")]
struct MapPage<'a> {
    shell: Shell<'a>,
    map: views::guide::Map,
    drawing: String,
}

pub(super) async fn map(caller: Caller) -> Answer {
    let placed = match caller.house.soon().await {
        Some(desk) if caller.house.tickets.lock().await.admits(&caller.headers) => {
            desk.present().map(|present| method::map::place(&present))
        }
        _ => None,
    };
    let map = views::guide::map(caller.words(), placed);
    let drawing = render::map::map(&map, Stand::Page("map"));
    Ok(render(&MapPage { shell: caller.shell("page-map"), map, drawing }))
}

/// Where the person places themselves, and what they hold to be learnt.
pub(super) async fn place(Sent { mut inside, fields }: Sent) -> Answer {
    let place =
        Place { stage: fields.named("stage", Stage::named)?, learnt: fields.named("learnt", Skill::named)? };
    if place == Place::default() {
        return Ok(go("/map"));
    }
    inside.write(vec![Event::Place(place)], "/map").await
}
