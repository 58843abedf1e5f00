//! Drafts: written here, held, read for what may do harm, then sent by the person elsewhere or let go. There is no
//! editor for what SAFE forbids.

use askama::Template;
use axum::extract::Path;
use method::Event;
use method::event::{About, Channel, Contact, Draft, DraftEnd, DraftSort, Side};
use views::draft::{Kinds, Reading, Waiting};

use super::{Answer, Inside, Sent, urge};
use crate::fields::{Fields, Unread};
use crate::page::{Shell, Trouble, go, render};

#[derive(Template)]
#[template(path = "drafts.html")]
struct DraftsPage<'a> {
    shell: Shell<'a>,
    drafts: Vec<Waiting>,
    kinds: Kinds,
}

/// Which drafts may be begun now.
async fn kinds(inside: &mut Inside) -> Result<Kinds, Trouble> {
    let guidance = inside.desk.guidance().await?;
    Ok(inside.desk.present().map(|present| views::draft::kinds(&guidance, &present)).unwrap_or_default())
}

pub(super) async fn list(mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    let drafts = views::draft::waiting(inside.words(), &guidance, &present);
    let kinds = views::draft::kinds(&guidance, &present);
    Ok(render(&DraftsPage { shell: inside.shell("page-drafts"), drafts, kinds }))
}

#[derive(Template)]
#[template(path = "write.html")]
struct WritePage<'a> {
    shell: Shell<'a>,
    id: String,
    sort: &'static str,
    text: String,
}

pub(super) async fn write(Path(sort): Path<String>, mut inside: Inside) -> Answer {
    let sort = DraftSort::named(&sort).ok_or(Trouble::NoPage)?;
    if !kinds(&mut inside).await?.allows(sort) {
        return Err(Trouble::NotNow);
    }
    let (id, text) = (inside.desk.new_name(), String::new());
    Ok(render(&WritePage { shell: inside.shell("page-write"), id, sort: sort.name(), text }))
}

/// The draft of a form; its name is one that the app gave.
fn draft(fields: &Fields) -> Result<Draft, Unread> {
    let named = |name: &str| {
        let is_ours = !name.is_empty()
            && name.len() <= 64
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        is_ours.then(|| name.into())
    };
    Ok(Draft {
        id: fields.must("id", named)?,
        sort: fields.must("sort", DraftSort::named)?,
        text: fields.boxed("text")?.ok_or(Unread("text"))?,
    })
}

/// Keeps a draft of a kind that is open now.
pub(super) async fn keep(Sent { mut inside, fields }: Sent) -> Answer {
    let draft = draft(&fields)?;
    if !kinds(&mut inside).await?.allows(draft.sort) {
        return refused(&draft.text);
    }
    let next = format!("/draft/{}", draft.id);
    inside.write(vec![Event::Draft(draft)], &next).await
}

/// What is refused is written down nowhere; where its words ask for help, they bring it all the same (CARE-8).
fn refused(text: &str) -> Answer {
    if app::noticed(text).is_quiet() { Err(Trouble::NotNow) } else { Ok(go("/help")) }
}

/// Seals unsent text before the app locks or a page is left. A draft that is held or has ended stays as it is: what was
/// being changed is kept beside it, as a letter. So is what may not be written as it was meant; under an order nothing is.
pub(super) async fn keep_quietly(Sent { mut inside, fields }: Sent) -> Answer {
    let id: Box<str> = inside.desk.new_name().into();
    let mut draft = draft(&fields).or_else(|_| {
        let text = fields.boxed("text")?.ok_or(Unread("text"))?;
        Ok::<_, Unread>(Draft { id: id.clone(), sort: DraftSort::NeverSend, text })
    })?;
    let (known, same) = {
        let present = inside.present()?;
        let drafts = || present.standing.drafts.said(present.now).map(|noted| &noted.what.0);
        (drafts().any(|known| known.id == draft.id), drafts().any(|known| known.text == draft.text))
    };
    if same {
        return Ok(go("/"));
    }
    if known {
        (draft.id, draft.sort) = (id, DraftSort::NeverSend);
    }
    let kinds = kinds(&mut inside).await?;
    if !kinds.allows(draft.sort) {
        draft.sort = DraftSort::NeverSend;
    }
    if !kinds.allows(draft.sort) {
        return refused(&draft.text);
    }
    inside.write(vec![Event::Draft(draft)], "/").await
}

#[derive(Template)]
#[template(path = "draft.html")]
struct DraftPage<'a> {
    shell: Shell<'a>,
    reading: Reading,
    channels: Vec<Channel>,
}

pub(super) async fn read(Path(id): Path<String>, mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    let Some((draft, context)) = views::draft::find(&id, &guidance, &present) else {
        return Err(Trouble::NoPage);
    };
    let review = app::review(&draft.text, &context);
    let reading = views::draft::reading(inside.words(), &guidance, &present, draft, &review);
    let channels = urge::contact_channels();
    Ok(render(&DraftPage { shell: inside.shell("page-draft"), reading, channels }))
}

pub(super) async fn end(Path(id): Path<String>, Sent { mut inside, fields }: Sent) -> Answer {
    let how = fields.must("how", DraftEnd::named)?;
    let guidance = inside.desk.guidance().await?;
    let present = inside.present()?;
    let Some((draft, _)) = views::draft::find(&id, &guidance, &present) else {
        return Err(Trouble::NoPage);
    };
    let (sort, id, to_answer) = (draft.sort, draft.id.clone(), views::draft::is_to_answer(&present));
    let mut events = vec![Event::DraftEnded { id, how }];
    if how == DraftEnd::Sent {
        // A letter never to be sent has no such end here; whatever else was sent was a contact, allowed or not.
        if sort == DraftSort::NeverSend {
            return Err(Trouble::NotNow);
        }
        let about = if sort == DraftSort::Practical { About::Practical } else { About::Personal };
        events.push(Event::Contact(Contact {
            by: Side::Me,
            // A reply to nothing is a start, whatever it was called.
            started: sort != DraftSort::Reply || !to_answer,
            channel: urge::contact_channel(&fields)?,
            about,
            tone: None,
            minutes: None,
        }));
    }
    inside.write(events, "/").await
}
