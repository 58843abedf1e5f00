//! The talk under the guide's pages, where there is one: reading it, asking, answering, reporting, removing; and what waits
//! for a guide. Whoever writes words of danger sees help first (CARE-8). It judges no post: guides do.

use ::guide::Guide;
use askama::Template;
use axum::Extension;
use axum::extract::Path;
use hosted::talk::{LONGEST, Post, State, Talk, TalkError, Voice, Writing};
use views::Words;
use views::help::{Concern, HelpPage};

use super::{Answer, Inside, Sent};
use crate::hosted::Guest;
use crate::page::{Shell, Trouble, go, render};
use crate::tongue::Caller;

/// A post with its words for a page.
pub(super) struct Told {
    pub(super) post: Post,
    pub(super) day: String,
    /// The title of the page it stands under.
    pub(super) title: String,
    /// How many reported it, as figures.
    reports: String,
}

impl Told {
    fn of(words: &Words, post: Post) -> Self {
        let title = Guide::english().page(&post.page).map(|page| page.title().to_owned()).unwrap_or_default();
        Self { day: views::day_of_year(words, post.day), title, reports: post.reports.to_string(), post }
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.post.state == State::Waiting
    }

    pub(super) fn reports(&self) -> &str {
        &self.reports
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.post.state == State::Hidden
    }
}

/// A question and its answers.
pub(super) struct Thread {
    pub(super) id: String,
    /// Whether it can be answered: its question is there, and shown.
    pub(super) open: bool,
    pub(super) posts: Vec<Told>,
}

/// What stands under a page of the guide.
pub(super) struct Under {
    pub(super) page: &'static str,
    pub(super) threads: Vec<Thread>,
    /// Whether whoever looks may write; others are asked to sign in.
    pub(super) inside: bool,
    pub(super) is_guide: bool,
    pub(super) longest: usize,
}

/// The talk under a page; none where there is none, or the database is away.
pub(super) async fn under(caller: &Caller, guest: &Guest, page: &'static str) -> Option<Under> {
    let talk = guest.service.talk();
    if !talk.is_on().await.ok()? {
        return None;
    }
    let voice = voice(guest);
    let posts = match voice {
        Some(voice) => talk.under(page, voice).await.ok()?,
        None => Vec::new(),
    };
    let mut threads: Vec<Thread> = Vec::new();
    for post in posts {
        let open = post.id == post.thread && post.state == State::Shown;
        if !threads.iter().any(|thread| thread.id == post.thread) {
            threads.push(Thread { id: post.thread.clone(), open: false, posts: Vec::new() });
        }
        let thread = threads.iter_mut().find(|thread| thread.id == post.thread)?;
        thread.open |= open;
        thread.posts.push(Told::of(caller.words(), post));
    }
    let is_guide = guest.is_guide;
    Some(Under { page, threads, inside: voice.is_some(), is_guide, longest: LONGEST })
}

fn voice(guest: &Guest) -> Option<Voice> {
    let session = guest.session.as_ref()?;
    Some(Voice { owner: session.owner, is_guide: guest.is_guide })
}

/// The voice of somebody inside. Where the talk has ended they still find and remove what they wrote.
fn speaker(guest: &Guest) -> Result<(Talk<'_>, Voice), Trouble> {
    Ok((guest.service.talk(), voice(guest).ok_or(Trouble::NotNow)?))
}

#[derive(Template)]
#[template(path = "talk-write.html")]
struct WritePage<'a> {
    shell: Shell<'a>,
    page: &'static str,
    title: &'static str,
    thread: String,
    text: String,
    consent: bool,
    /// Why it was not taken; empty where only help comes first.
    error: String,
    help: Option<HelpPage>,
    longest: usize,
}

pub(super) async fn write(
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    Sent { inside, fields }: Sent,
) -> Answer {
    let (talk, voice) = speaker(&guest)?;
    let page = Guide::english().page(&name).ok_or(Trouble::NoPage)?;
    let text = fields.text("text").unwrap_or_default().replace("\r\n", "\n");
    let thread = fields.text("thread").map(str::to_owned);
    let consent = fields.ticked("consent");
    let again = |error: String, help: Option<HelpPage>| {
        let thread = thread.clone().unwrap_or_default();
        let shell = inside.shell("page-guide");
        let (title, text) = (page.title(), text.clone());
        let page = page.name;
        render(&WritePage { shell, page, title, thread, text, consent, error, help, longest: LONGEST })
    };
    if !app::noticed(&text).is_quiet() && !fields.ticked("seen") {
        let country = inside.desk.country();
        let help = views::help::page(inside.words(), country.as_deref(), Concern::ALL);
        return Ok(again(String::new(), Some(help)));
    }
    let writing = Writing { page: page.name.to_owned(), thread: thread.clone(), text: text.clone(), consent };
    let id = match talk.write(&writing, voice).await {
        // Where its writer sees what has become of it.
        Ok(()) => return Ok(go("/talk")),
        Err(TalkError::Empty) => "talk-empty",
        Err(TalkError::Long) => "talk-long",
        Err(TalkError::Address) => "talk-address",
        Err(TalkError::Enough) => "talk-enough",
        Err(TalkError::Nothing) => "talk-closed",
        Err(TalkError::Off) => return Err(Trouble::NoPage),
        Err(TalkError::Store(_) | TalkError::Random(_)) => return Err(Trouble::Away),
    };
    let mut answer = again(inside.words().say(id), None);
    *answer.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}

pub(super) async fn act(
    Extension(guest): Extension<Guest>,
    Path(name): Path<String>,
    Sent { fields, .. }: Sent,
) -> Answer {
    let (talk, voice) = speaker(&guest)?;
    let page = Guide::english().page(&name).ok_or(Trouble::NoPage)?;
    let id = fields.must("id", |id| Some(id.to_owned()))?;
    let done = match fields.must("do", |act| Some(act.to_owned()))?.as_str() {
        "report" => talk.report(page.name, &id, voice).await,
        "remove" => talk.remove(page.name, &id, voice).await,
        "show" => talk.judge(page.name, &id, State::Shown, voice).await,
        "hide" => talk.judge(page.name, &id, State::Hidden, voice).await,
        _ => Err(TalkError::Nothing),
    };
    match done {
        Ok(()) if fields.ticked("from_list") => Ok(go("/talk")),
        Ok(()) => Ok(go(&format!("/guide/{}#talk", page.name))),
        Err(TalkError::Store(_)) => Err(Trouble::Away),
        Err(_) => Err(Trouble::NotNow),
    }
}

#[derive(Template)]
#[template(path = "talk.html")]
struct TalkPage<'a> {
    shell: Shell<'a>,
    is_guide: bool,
    waiting: Vec<Told>,
    own: Vec<Told>,
}

pub(super) async fn list(Extension(guest): Extension<Guest>, inside: Inside) -> Answer {
    let (talk, voice) = speaker(&guest)?;
    let words = inside.words();
    let told = |posts: Vec<Post>| posts.into_iter().map(|post| Told::of(words, post)).collect();
    let waiting = talk.waiting(voice).await.map_err(|_| Trouble::Away)?;
    let own = talk.of(voice).await.map_err(|_| Trouble::Away)?;
    let page = TalkPage {
        shell: inside.shell("page-guide"),
        is_guide: guest.is_guide,
        waiting: told(waiting),
        own: told(own),
    };
    Ok(render(&page))
}
