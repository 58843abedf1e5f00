//! One entry of the journal, or one import: taken back, so that it stays and counts no more, or deleted for good. Both
//! go by where it is kept, so that what came without a name can be deleted too. Neither lifts a limit (SAFE-11).

use app::vault::{Import, Scrubbed, Seq};
use askama::Template;
use axum::extract::Path;
use method::{Event, Moment};
use views::journal::{EntryPage, ImportLine, Reader};

use super::journal::import_line;
use super::{Answer, Inside, Sent};
use crate::house::Reach;
use crate::page::{Shell, Trouble, go, render};

#[derive(Template)]
#[template(path = "journal-entry.html")]
struct EntryDoor<'a> {
    shell: Shell<'a>,
    seq: u64,
    entry: EntryPage,
    is_taken_back: bool,
    has_id: bool,
    /// That others of the same name are taken back with it; may be empty.
    shared: String,
}

#[derive(Template)]
#[template(path = "journal-delete.html")]
struct DeleteDoor<'a> {
    shell: Shell<'a>,
    seq: u64,
    entry: EntryPage,
    /// That other texts of it go with it; may be empty.
    versions: String,
}

fn seq(text: &str) -> Result<Seq, Trouble> {
    text.parse().map(Seq).map_err(|_| Trouble::NoPage)
}

pub(super) async fn page(Path(at): Path<String>, mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let (Some(present), Some(diary)) = (inside.desk.present(), inside.desk.diary()) else {
        return Ok(go("/unlock"));
    };
    let written = diary.find(seq(&at)?).ok_or(Trouble::NoPage)?;
    let entry = Reader::new(inside.words(), &guidance, &present).entry(&written.entry);
    let others = written.entry.id.as_deref().map_or(0, |id| diary.named(id).len().saturating_sub(1));
    let shared = match others {
        0 => String::new(),
        _ => inside.words().say_with("entry-correct-shared", &[("count", others.into())]),
    };
    let page = EntryDoor {
        shell: inside.shell("page-entry"),
        seq: written.seq.0,
        entry,
        is_taken_back: written.is_taken_back,
        has_id: written.entry.id.is_some(),
        shared,
    };
    Ok(render(&page))
}

/// Writes a retraction: now, or at the moment of what it speaks of where that is still to come.
async fn retract(inside: &mut Inside, id: Box<str>, moment: Moment, next: &str) -> Answer {
    let now = inside.desk.now();
    let at = if moment.instant > now.instant { moment } else { now };
    inside.write_at(at, vec![Event::Retract { id }], next).await
}

pub(super) async fn take_back(Path(at): Path<String>, Sent { mut inside, .. }: Sent) -> Answer {
    inside.desk.refresh().await?;
    let diary = inside.diary()?;
    let written = diary.find(seq(&at)?).ok_or(Trouble::NoPage)?;
    let next = format!("/journal/entry/{}", written.seq);
    let may = !matches!(written.entry.event, Event::Retract { .. } | Event::Erased(_));
    let Some(id) = written.entry.id.filter(|_| may) else { return Err(Trouble::NotNow) };
    if written.is_taken_back {
        return Ok(go(&next));
    }
    let answer = retract(&mut inside, id, written.entry.at, &next).await?;
    inside.desk.take_in().map_err(|_| Trouble::Outside)?;
    Ok(answer)
}

pub(super) async fn sure(Path(at): Path<String>, mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let (Some(present), Some(diary)) = (inside.desk.present(), inside.desk.diary()) else {
        return Ok(go("/unlock"));
    };
    let written = diary.find(seq(&at)?).ok_or(Trouble::NoPage)?;
    let entry = Reader::new(inside.words(), &guidance, &present).entry(&written.entry);
    if entry.is_erased {
        return Err(Trouble::NoPage);
    }
    let versions = match diary.versions(written.seq).len().saturating_sub(1) {
        0 => String::new(),
        more => inside.words().say_with("gone-versions", &[("count", more.into())]),
    };
    let shell = inside.shell("page-erase");
    Ok(render(&DeleteDoor { shell, seq: written.seq.0, entry, versions }))
}

pub(super) async fn delete(Path(at): Path<String>, Sent { mut inside, .. }: Sent) -> Answer {
    inside.desk.refresh().await?;
    let diary = inside.diary()?;
    let versions = diary.versions(seq(&at)?);
    if versions.is_empty() || versions.iter().any(|each| matches!(each.entry.event, Event::Erased(_))) {
        return Err(Trouble::NoPage);
    }
    erase(&mut inside, versions.iter().map(|each| each.seq).collect()).await
}

async fn erase(inside: &mut Inside, places: Vec<Seq>) -> Answer {
    let erased = inside.desk.erase(places).await?;
    inside.desk.take_in().map_err(|_| Trouble::Outside)?;
    Ok(go(match erased.scrubbed {
        Scrubbed::Fully => "/journal/gone",
        Scrubbed::Later => "/journal/gone/later",
    }))
}

#[derive(Template)]
#[template(path = "journal-gone.html")]
struct GonePage<'a> {
    shell: Shell<'a>,
    later: bool,
    reach: Reach,
}

pub(super) async fn gone(inside: Inside) -> Answer {
    Ok(render(&GonePage { shell: inside.shell("page-erase"), later: false, reach: inside.house.reach }))
}

pub(super) async fn gone_later(inside: Inside) -> Answer {
    Ok(render(&GonePage { shell: inside.shell("page-erase"), later: true, reach: inside.house.reach }))
}

#[derive(Template)]
#[template(path = "journal-import.html")]
struct ImportDoor<'a> {
    shell: Shell<'a>,
    import: ImportLine,
}

/// The import whose first record is kept there.
fn find_import(inside: &Inside, at: &str) -> Result<Import, Trouble> {
    let (seq, diary) = (seq(at)?, inside.diary()?);
    let mut imports = diary.imports().iter();
    imports.find(|import| import.places.first() == Some(&seq)).cloned().ok_or(Trouble::NoPage)
}

pub(super) async fn import(Path(at): Path<String>, mut inside: Inside) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let found = find_import(&inside, &at)?;
    let (Some(present), Some(diary)) = (inside.desk.present(), inside.desk.diary()) else {
        return Ok(go("/unlock"));
    };
    let reader = Reader::new(inside.words(), &guidance, &present);
    let import = import_line(&diary, &reader, &found).ok_or(Trouble::NoPage)?;
    Ok(render(&ImportDoor { shell: inside.shell("page-entry"), import }))
}

pub(super) async fn take_import_back(Path(at): Path<String>, Sent { mut inside, .. }: Sent) -> Answer {
    inside.desk.refresh().await?;
    let import = find_import(&inside, &at)?;
    let diary = inside.diary()?;
    let (is_back, next) = (diary.is_import_taken_back(&import), format!("/journal/import/{at}"));
    let Some(name) = import.name else { return Err(Trouble::NotNow) };
    if is_back {
        return Ok(go(&next));
    }
    let last = Moment { instant: import.last, offset: inside.desk.now().offset };
    retract(&mut inside, name, last, &next).await
}

pub(super) async fn delete_import(Path(at): Path<String>, Sent { mut inside, .. }: Sent) -> Answer {
    inside.desk.refresh().await?;
    let import = find_import(&inside, &at)?;
    erase(&mut inside, import.places).await
}
