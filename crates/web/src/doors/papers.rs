//! Papers as PDF: for the doctor, for the counsellor, the safety plan, the journal, the guide. They are made here, under names
//! that say nothing, and kept nowhere.

use app::vault::Written;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use guide::Guide;
use method::{Event, Id};
use views::guide::Contents;
use views::journal::Reader;
use views::paper::Paper;
use views::papers;

use super::{Answer, Inside, Sent};
use crate::page::{Shell, Trouble, file, render};

#[derive(Template)]
#[template(path = "papers.html")]
struct PapersPage<'a> {
    shell: Shell<'a>,
    /// Each paper: how it is asked for.
    papers: [&'static str; 4],
    contents: Contents,
    /// The address at which a calendar may read; empty where there is none.
    feed: String,
    /// Whether there may be one.
    has_feed: bool,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let contents = views::guide::contents(inside.words(), Guide::english());
    let present = inside.present()?;
    let feed = views::calendar::secret(&present);
    // A calendar program says at no door who it is.
    let reach = inside.house.reach;
    let has_feed = !reach.is_household() && !reach.is_hosted();
    let scheme = if reach.is_network() { "https" } else { "http" };
    let host = inside.house.hosts.first().filter(|_| has_feed);
    let feed = feed.zip(host).map(|(secret, host)| format!("{scheme}://{host}/feed/{secret}"));
    let feed = feed.unwrap_or_default();
    let papers = ["doctor", "counsellor", "plan", "journal"];
    Ok(render(&PapersPage { shell: inside.shell("page-papers"), papers, contents, feed, has_feed }))
}

/// Sets a paper on a thread of its own, since a long one takes seconds; one after the other.
async fn set(inside: Inside, paper: Paper, name: &'static str) -> Answer {
    let turn = inside.house.turn.clone();
    drop(inside);
    let turn = turn.acquire_owned().await;
    let set = tokio::task::spawn_blocking(move || {
        let set = render::pdf::pdf(&paper);
        drop(turn);
        set
    });
    let set = set.await;
    match set {
        Ok(Ok(bytes)) => Ok(file("application/pdf", name, bytes)),
        Ok(Err(_)) | Err(_) => Err(Trouble::Paper),
    }
}

pub(super) async fn paper(Path(which): Path<String>, mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let (words, present) = (inside.words(), inside.present()?);
    let (paper, name) = match which.as_str() {
        "doctor" => (papers::doctor(words, &present), "attachment; filename=\"summary.pdf\""),
        "counsellor" => {
            // Under an order there is no reading of old messages (SAFE-1).
            let order = guidance.limits.contains(&Id::Safe1);
            let flow = || inside.desk.flow(&words.say("flow-me"), &words.say("flow-partner"));
            let flow = if order { None } else { flow() };
            (papers::counsellor(words, &present, flow.as_ref()), "attachment; filename=\"notes.pdf\"")
        }
        "plan" => (papers::plan(words, &present), "attachment; filename=\"plan.pdf\""),
        "journal" => {
            let (reader, diary) = (Reader::new(words, &guidance, &present), inside.diary()?);
            let written: Vec<Written> = (0..diary.count()).filter_map(|nth| diary.get(nth)).collect();
            // By which names histories call the two stands in no paper (FLOW-5).
            let told = written.iter().filter(|each| !matches!(each.entry.event, Event::Names(_)));
            let entries = told.map(|each| (&each.entry, each.is_taken_back));
            (papers::journal(words, &present, &reader, entries), "attachment; filename=\"pages.pdf\"")
        }
        _ => return Err(Trouble::NoPage),
    };
    drop(present);
    set(inside, paper, name).await
}

const GUIDE: &str = "attachment; filename=\"guide.pdf\"";

/// A page of the guide.
pub(super) async fn guide_page(Path(name): Path<String>, inside: Inside) -> Result<Response, Trouble> {
    let page = Guide::english().page(&name).ok_or(Trouble::NoPage)?;
    let paper = papers::pages(inside.words(), &[page]);
    set(inside, paper, GUIDE).await
}

/// The pages that were chosen, in the guide's order; all of it where none was.
pub(super) async fn guide(Sent { inside, fields }: Sent) -> Answer {
    let guide = Guide::english();
    let chosen: Vec<&str> = fields.all("page").collect();
    let pages: Vec<_> = guide.pages().iter().filter(|page| chosen.contains(&page.name)).collect();
    let words = inside.words();
    let paper = if pages.is_empty() { papers::whole(words, guide) } else { papers::pages(words, &pages) };
    set(inside, paper, GUIDE).await
}
