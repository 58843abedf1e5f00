//! A calendar of one's own: appointments, hard dates, and ends of meetings, under titles that say nothing. What would be an
//! occasion to make contact stands in none.

use jiff::Timestamp;
use jiff::civil::Date;
use method::{Guidance, Noted, Present, When};

use crate::Words;
use crate::asked::{self, Appointment};

/// The secret of the address at which a calendar may read; none where there is none, or it was taken back. One before it
/// never comes to life again.
#[must_use]
pub fn secret<'a>(present: &Present<'a>) -> Option<&'a str> {
    let newest = present.standing.feeds.said(present.now).next_back()?;
    newest.what.secret.as_deref().filter(|_| newest.counts(present.now))
}

/// An entry without a time takes this long, in minutes.
const LASTS: i64 = 60;

/// What stands in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An appointment of care or work.
    Timed(Appointment),
    /// What was agreed with the partner, with its end. Nothing reminds of it.
    Meeting(Appointment),
    /// A whole day.
    Day {
        /// A name that stays the same for the same entry, and says nothing.
        uid: String,
        /// The day.
        on: Date,
        /// Whether it comes every year.
        yearly: bool,
        /// A neutral title.
        title: String,
    },
}

/// Everything that has a time, as calendars take it.
#[must_use]
pub fn entries(words: &Words, guidance: &Guidance, present: &Present<'_>) -> Vec<Entry> {
    let standing = present.standing;
    let mut entries: Vec<Entry> = Vec::new();
    for noted in standing.appointments.seen(present.now) {
        let uid = uid(noted);
        let title = words.say("calendar-title");
        entries.push(match noted.what.on {
            When::Day(on) => Entry::Day { uid, on, yearly: false, title },
            When::At(moment) => {
                let starts = moment.instant;
                let ends =
                    starts.checked_add(jiff::SignedDuration::from_mins(LASTS)).unwrap_or(Timestamp::MAX);
                Entry::Timed(Appointment { uid, starts, ends, title })
            }
        });
    }
    let mut named: Vec<&str> = Vec::new();
    for noted in standing.hard_dates.seen(present.now).rev() {
        // Of one name the newest counts.
        if named.contains(&&*noted.what.name) {
            continue;
        }
        named.push(&noted.what.name);
        entries.push(Entry::Day {
            uid: uid(noted),
            on: noted.what.on.date(&present.zone),
            yearly: noted.what.yearly,
            title: words.say("calendar-day"),
        });
    }
    entries.extend(asked::appointment(words, guidance).map(Entry::Meeting));
    entries
}

/// The chance name of an entry, which says nothing; what came without one goes by its own time.
fn uid<T>(noted: &Noted<T>) -> String {
    noted.name().map_or_else(|| format!("at-{}", noted.at.as_second()), str::to_owned)
}
