//! Dates: appointments that come, hard dates with their plans (WORK-4). A date is told as a day; nothing counts towards it.

use jiff::civil::Date;
use method::work::hard_dates;
use method::{Present, When};

use crate::{Words, day, day_of_year, hour};

/// Hard dates of so many days are listed: all that anybody lives to see.
const DAYS: i32 = 36_500;

/// A hard date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hard {
    /// The name by which the entry is taken back; empty where it has none.
    pub id: String,
    /// What it is.
    pub name: String,
    /// Its next day, in words.
    pub day: String,
    /// What one will do instead; may be empty.
    pub plan: String,
    /// Whether it is one of the next ten days.
    pub near: bool,
}

/// The hard dates that come, soonest first; of one name the newest entry counts.
#[must_use]
pub fn hard(words: &Words, present: &Present<'_>) -> Vec<Hard> {
    let today = present.date_of(present.now);
    let soon: Vec<_> = hard_dates::near(present).into_iter().map(|near| near.name).collect();
    let told = |near: hard_dates::Near| {
        let newest =
            present.standing.hard_dates.seen(present.now).rfind(|noted| noted.what.name == near.name);
        Hard {
            id: newest.and_then(|noted| noted.name()).unwrap_or_default().to_owned(),
            day: told(words, near.on, today),
            plan: newest.and_then(|noted| noted.what.plan.as_deref()).unwrap_or_default().to_owned(),
            near: soon.contains(&near.name),
            name: near.name.to_string(),
        }
    };
    hard_dates::within(present, DAYS).into_iter().map(told).collect()
}

/// A day of this year without its year.
fn told(words: &Words, on: Date, today: Date) -> String {
    if on.year() == today.year() { day(words, on, today) } else { day_of_year(words, on) }
}

/// An appointment that comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// The name by which the entry is taken back; empty where it has none.
    pub id: String,
    /// What it is: its title, or with whom.
    pub what: String,
    /// When, in words.
    pub when: String,
}

/// The appointments of today and later, soonest first.
#[must_use]
pub fn appointments(words: &Words, present: &Present<'_>) -> Vec<Coming> {
    let today = present.date_of(present.now);
    let mut coming: Vec<_> = present
        .standing
        .appointments
        .seen(present.now)
        .filter(|noted| noted.what.on.date(&present.zone) >= today)
        .collect();
    coming.sort_by_key(|noted| noted.what.on.instant(&present.zone));
    let told = |noted: &method::Noted<method::event::Appointment>| {
        let sort = words.say(&format!("appointment-{}", noted.what.sort.name()));
        let day = told(words, noted.what.on.date(&present.zone), today);
        Coming {
            id: noted.name().unwrap_or_default().to_owned(),
            what: noted.what.title.as_deref().map_or(sort, str::to_owned),
            when: match noted.what.on {
                When::Day(_) => day,
                When::At(at) => format!("{day}, {}", hour(at.instant, &present.zone)),
            },
        }
    };
    coming.into_iter().map(told).collect()
}
