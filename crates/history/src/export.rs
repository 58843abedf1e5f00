//! The one way out of every format: people, chats, contacts, and what a person should know of the file.
//!
//! A reader knows its format and nothing of who is asking; who of the people is who is `cast`'s matter. Of a message
//! nothing is left here but numbers.

use crate::audit::{DateOrder, DecidedBy, Format, Skipped, Why};
use crate::contact::Contact;
use crate::error::Foreign;
use jiff::tz::TimeZone;

/// What every reader is told.
#[derive(Clone, Debug)]
pub(crate) struct Settings<'a> {
    /// The zone of the device that exported.
    pub(crate) zone: TimeZone,
    /// The order of dates, where it was given.
    pub(crate) dates: Option<DateOrder>,
    /// The names that were given.
    pub(crate) hints: Vec<&'a str>,
}

/// Somebody in an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Person {
    /// Names, numbers and addresses; the first is the one to show.
    pub(crate) names: Vec<String>,
}

impl Person {
    /// Somebody of one name.
    pub(crate) fn named(name: impl Into<String>) -> Self {
        Self { names: vec![name.into()] }
    }

    /// The name to show.
    pub(crate) fn shown(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// Adds a name that is not there yet.
    pub(crate) fn add(&mut self, name: &str) {
        if !name.is_empty() && self.names.iter().all(|known| known != name) {
            self.names.push(name.to_owned());
        }
    }
}

/// One chat of an export.
#[derive(Debug, Default)]
pub(crate) struct Chat {
    /// What tells it from others of the export, where parts of one chat lie in several files.
    pub(crate) key: String,
    /// Messages and calls in the order of the file; `Contact::who` numbers `Export::people`.
    pub(crate) contacts: Vec<Contact>,
    /// People who are in it, whether they write or not.
    pub(crate) members: Vec<u16>,
    /// Whether it is said to be a group.
    pub(crate) group: bool,
}

/// What people of an export are told apart by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Told {
    /// By name: two that fit one name are two people.
    #[default]
    ByName,
    /// By number or address: one person may have several.
    ByAddress,
}

/// What a reader made of a file.
#[derive(Debug)]
pub(crate) struct Export {
    /// Its format.
    pub(crate) format: Format,
    /// Everybody in it.
    pub(crate) people: Vec<Person>,
    /// Whose device or account it is from, where the format tells that without a name.
    pub(crate) owner: Option<u16>,
    /// What people are told apart by.
    pub(crate) told: Told,
    /// Whether messages to several people stand among the others and are counted with them.
    pub(crate) groups_with_the_rest: bool,
    /// Whether the people have names at all, and not only numbers or addresses.
    pub(crate) has_names: bool,
    /// The chats.
    pub(crate) chats: Vec<Chat>,
    /// What could not be read.
    pub(crate) skipped: Vec<Skipped>,
    /// What else is known.
    pub(crate) notes: Notes,
}

/// What is known of a file beside its contacts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    /// The order of dates and how it was found, where dates have one that must be found.
    pub(crate) order: Option<(DateOrder, DecidedBy)>,
    /// Entries of the app itself.
    pub(crate) system_lines: u64,
    /// Entries that may be the app's, counted as messages.
    pub(crate) unsure: u64,
    /// Entries taken for the app's by its mark.
    pub(crate) assumed: u64,
    /// Calls that stand under no name.
    pub(crate) nameless_calls: u64,
    /// Lines that look like messages of another chat.
    pub(crate) pasted: u64,
    /// Messages more than a day earlier than one before them.
    pub(crate) out_of_order: u64,
    /// Whether the file begins at the limit of an export.
    pub(crate) cut_at_limit: bool,
    /// Times in an hour that ran twice.
    pub(crate) repeated_hour: u64,
    /// Times in an hour that never was.
    pub(crate) missing_hour: u64,
    /// Whether times are told to the minute only.
    pub(crate) minutes_only: bool,
    /// Entries that the file itself holds twice.
    pub(crate) doubled: u64,
}

impl Export {
    /// An export with nobody in it yet.
    pub(crate) fn new(format: Format) -> Self {
        Self {
            format,
            people: Vec::new(),
            owner: None,
            told: Told::ByName,
            groups_with_the_rest: false,
            has_names: true,
            chats: Vec::new(),
            skipped: Vec::new(),
            notes: Notes::default(),
        }
    }

    /// How many contacts it holds.
    pub(crate) fn contacts(&self) -> usize {
        self.chats.iter().map(|chat| chat.contacts.len()).sum()
    }

    /// Takes in another part of the same export: people of one first name are one, and so are chats of one key.
    pub(crate) fn take_in(&mut self, part: Self) {
        let mut numbers: Vec<u16> = Vec::with_capacity(part.people.len());
        for person in part.people {
            let found = self.people.iter().position(|known| known.shown() == person.shown());
            let number = found.unwrap_or(self.people.len());
            if found.is_none() {
                self.people.push(Person::default());
            }
            for name in &person.names {
                self.people[number].add(name);
            }
            numbers.push(u16::try_from(number).unwrap_or(u16::MAX));
        }
        for mut chat in part.chats {
            for contact in &mut chat.contacts {
                contact.who = numbers[usize::from(contact.who)];
            }
            for member in &mut chat.members {
                *member = numbers[usize::from(*member)];
            }
            match self.chats.iter_mut().find(|known| !known.key.is_empty() && known.key == chat.key) {
                Some(known) => {
                    known.contacts.append(&mut chat.contacts);
                    known.members.append(&mut chat.members);
                    known.members.sort_unstable();
                    known.members.dedup();
                    known.group |= chat.group;
                }
                None => self.chats.push(chat),
            }
        }
        self.owner = self.owner.or(part.owner.map(|owner| numbers[usize::from(owner)]));
        self.skipped.extend(part.skipped);
        let (notes, more) = (&mut self.notes, part.notes);
        notes.system_lines += more.system_lines;
        notes.unsure += more.unsure;
        notes.nameless_calls += more.nameless_calls;
        notes.repeated_hour += more.repeated_hour;
        notes.missing_hour += more.missing_hour;
        notes.out_of_order += more.out_of_order;
        notes.doubled += more.doubled;
        notes.minutes_only |= more.minutes_only;
        notes.order = notes.order.or(more.order);
    }
}

/// Why a file could not be read by the reader of its format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It is something else after all.
    Foreign(Foreign),
    /// Day and month cannot be told apart.
    BothWays([u16; 3]),
    /// Some dates can only be day first, others only month first.
    Contradiction {
        /// Days that only the day first explains.
        day_first: u32,
        /// Days that only the month first explains.
        month_first: u32,
    },
    /// No date of it is a day of our calendar in this order; this is one of them.
    NoDays([u16; 3], DateOrder),
    /// A word beside the clock is not known, in the head of this line.
    UnknownWord {
        /// The line.
        line: u32,
        /// Its head.
        head: String,
    },
    /// It is of the format, and holds not one message or call that could be read.
    Nothing(Option<Why>),
    /// A database that cannot be read: what the database says.
    Database(String),
}

/// Counts lines up to places that rise, for telling where something stands.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    /// The lines of `bytes`.
    pub(crate) const fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, line: 1 }
    }

    /// The line that the byte at `place` stands on, from 1.
    pub(crate) fn at(&mut self, place: usize) -> u32 {
        let place = place.min(self.bytes.len());
        if place < self.at {
            (self.at, self.line) = (0, 1);
        }
        let more = memchr::memchr_iter(b'\n', &self.bytes[self.at..place]).count();
        self.line = self.line.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        self.at = place;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::Kind;

    fn part(names: &[&str], key: &str, whos: &[u16]) -> Export {
        let mut export = Export::new(Format::Messenger);
        export.people = names.iter().map(|name| Person::named(*name)).collect();
        let contact = |who: &u16| Contact { at: 0, who: *who, kind: Kind::Text, minutes: None, length: 1 };
        let contacts = whos.iter().map(contact).collect();
        export.chats.push(Chat { key: key.to_owned(), contacts, ..Chat::default() });
        export
    }

    #[test]
    fn parts_of_one_chat_become_one_and_people_keep_their_own_messages() {
        let mut whole = part(&["Jo", "Mia"], "a", &[0, 1]);
        whole.take_in(part(&["Mia", "Jo"], "a", &[0, 0, 1]));
        whole.take_in(part(&["Cy", "Jo"], "b", &[0, 1]));
        let whos = |chat: usize| -> Vec<u16> { whole.chats[chat].contacts.iter().map(|c| c.who).collect() };
        assert_eq!((whole.chats.len(), whos(0), whos(1)), (2, vec![0, 1, 1, 1, 0], vec![2, 0]));
    }

    #[test]
    fn a_place_is_told_by_its_line_also_when_asked_backward() {
        let mut lines = Lines::of(b"a\nb\nc");
        assert_eq!((lines.at(4), lines.at(0), lines.at(2)), (3, 1, 2));
    }
}
