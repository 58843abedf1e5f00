//! The journal: everything written, by day, newest first, a page at a time; and search in all of it. What is sought
//! comes in the body of a request, so that no word of it stands in an address.

use app::vault::{Diary, Import, Written};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use method::{Entry, moment};
use views::journal::{Counts, Day, ImportLine, Reader, Sought};

use super::{Answer, Inside, Sent};
use crate::page::{Shell, Trouble, go, render};

/// So many entries stand on a page at most.
const MOST_ENTRIES: usize = 100;
/// So many days with something written stand on a page at most.
const MOST_DAYS: usize = 30;

#[derive(Template)]
#[template(path = "journal.html")]
struct JournalPage<'a> {
    shell: Shell<'a>,
    days: Vec<Day>,
    /// The day up to which this page goes, as an address has it and in words; both empty on the newest.
    until: String,
    until_name: String,
    /// Where the page before this one in time is; empty where there is none.
    earlier: String,
    today: String,
    imports: Vec<ImportLine>,
    imports_heading: String,
    is_empty: bool,
}

/// The part of the journal that one page shows: from the entry `start` to before the entry `end`, of the oldest first.
fn span(diary: &Diary<'_>, end: usize, zone: &TimeZone) -> (usize, usize) {
    let date = |nth: usize| diary.time(nth).map(|at| zone.to_datetime(at).date());
    let (mut start, mut days, mut day_began, mut last) = (end, 0, end, None);
    while start > 0 {
        let this = date(start - 1);
        if this != last {
            if days == MOST_DAYS {
                break;
            }
            (days, last, day_began) = (days + 1, this, start);
        }
        if end - start == MOST_ENTRIES {
            // A day stands on one page as a whole, unless it fills more than a page.
            start = if day_began == end { start } else { day_began };
            break;
        }
        start -= 1;
    }
    (start, end)
}

/// The address of the page that ends before the entry `end`.
fn address(diary: &Diary<'_>, end: usize, zone: &TimeZone) -> Option<String> {
    let date = zone.to_datetime(diary.time(end.checked_sub(1)?)?).date();
    let skip = diary.count_before(moment::day_after(date, zone)) - end;
    Some(if skip == 0 { format!("/journal/{date}") } else { format!("/journal/{date}/{skip}") })
}

fn told(written: &[Written]) -> impl Iterator<Item = (u64, &Entry, bool)> {
    written.iter().map(|each| (each.seq.0, &each.entry, each.is_taken_back))
}

/// The page that goes up to the end of a day, or of all of it.
async fn page_until(mut inside: Inside, until: Option<Date>, skip: usize) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let (Some(present), Some(diary)) = (inside.desk.present(), inside.desk.diary()) else {
        return Ok(go("/unlock"));
    };
    let (reader, zone) = (Reader::new(inside.words(), &guidance, &present), &present.zone);
    let end = until.map_or(diary.count(), |date| diary.count_before(moment::day_after(date, zone)));
    let (start, end) = span(&diary, end.saturating_sub(skip), zone);
    let written: Vec<Written> = (start..end).rev().filter_map(|nth| diary.get(nth)).collect();
    let imports = if until.is_none() { imports(&diary, &reader) } else { Vec::new() };
    let heading = [("count", imports.len().into())];
    let page = JournalPage {
        shell: inside.shell("page-journal"),
        days: reader.days(told(&written)),
        until: until.map(|date| date.to_string()).unwrap_or_default(),
        until_name: until.map(|date| reader.day(date)).unwrap_or_default(),
        earlier: address(&diary, start, zone).unwrap_or_default(),
        today: present.date_of(present.now).to_string(),
        imports_heading: inside.words().say_with("imports-heading", &heading),
        is_empty: diary.count() == 0 && imports.is_empty(),
        imports,
    };
    Ok(render(&page))
}

/// The histories that were read in, the newest first.
pub(super) fn imports(diary: &Diary<'_>, reader: &Reader<'_>) -> Vec<ImportLine> {
    diary.imports().iter().rev().filter_map(|import| import_line(diary, reader, import)).collect()
}

/// One of them.
pub(super) fn import_line(diary: &Diary<'_>, reader: &Reader<'_>, import: &Import) -> Option<ImportLine> {
    let (messages, calls) = (import.messages, import.calls);
    let counts = Counts { messages, calls, first: import.first, last: import.last };
    let is_taken_back = diary.is_import_taken_back(import);
    Some(reader.import(import.places.first()?.0, import.name.as_deref(), counts, is_taken_back))
}

pub(super) async fn newest(inside: Inside) -> Answer {
    page_until(inside, None, 0).await
}

pub(super) async fn of_day(Path(date): Path<String>, inside: Inside) -> Answer {
    let date = date.parse().map_err(|_| Trouble::NoPage)?;
    page_until(inside, Some(date), 0).await
}

/// A day that fills more than a page goes on here.
pub(super) async fn within_day(Path((date, skip)): Path<(String, String)>, inside: Inside) -> Answer {
    let date = date.parse().map_err(|_| Trouble::NoPage)?;
    let skip = skip.parse().map_err(|_| Trouble::NoPage)?;
    page_until(inside, Some(date), skip).await
}

pub(super) async fn go_to_day(Sent { fields, .. }: Sent) -> Answer {
    let date = fields.must("day", |text| text.parse::<Date>().ok())?;
    Ok(go(&format!("/journal/{date}")))
}

#[derive(Template)]
#[template(path = "journal-found.html")]
struct FoundPage<'a> {
    shell: Shell<'a>,
    words: String,
    days: Vec<Day>,
    count: String,
    /// How many older entries were not looked at yet; nought where all were.
    left: usize,
}

/// A search that was reloaded without its words.
pub(super) async fn no_search(_inside: Inside) -> Response {
    go("/journal")
}

pub(super) async fn search(Sent { mut inside, fields }: Sent) -> Answer {
    let typed = fields.text("words").unwrap_or_default().to_owned();
    // What is typed here is written down nowhere; where its words ask for help, they bring it all the same (CARE-8).
    let signs = app::noticed(&typed);
    if signs.to_self || signs.to_other {
        return Ok(go("/help"));
    }
    let sought = Sought::words(&typed);
    if sought.is_nothing() {
        return Ok(go("/journal"));
    }
    let guidance = inside.desk.guidance().await?;
    let (Some(present), Some(diary)) = (inside.desk.present(), inside.desk.diary()) else {
        return Ok(go("/unlock"));
    };
    let reader = Reader::new(inside.words(), &guidance, &present);
    let end = fields.named("left", |text| text.parse().ok())?.unwrap_or(usize::MAX).min(diary.count());
    let (mut found, mut left) = (Vec::new(), end);
    while left > 0 && found.len() < MOST_ENTRIES {
        left -= 1;
        found.extend(diary.get(left).filter(|written| reader.has(&written.entry, &sought)));
    }
    let fill = [("count", found.len().into())];
    let count = match (found.len(), left) {
        (0, _) => inside.words().say("found-none"),
        (_, 0) => inside.words().say_with("found-count", &fill),
        _ => inside.words().say_with("found-more", &fill),
    };
    let days = reader.found(told(&found), &sought);
    Ok(render(&FoundPage { shell: inside.shell("page-search"), words: typed, days, count, left }))
}
