//! Reading tables of messages: our own layout (`docs/CSV.md`), and what iMazing and PhoneView write of an iPhone.
//!
//! Dates are settled for the whole table at once. It does not know who is asking, and it keeps no text.
//!
//! # Quirks, and where they are known from
//! - **iMazing** (headers as several public importers list them): `Chat Session`, `Message Date`, `Service`, `Type`,
//!   `Sender ID`, `Sender Name`, `Status`, `Text`, `Attachment`, …; versions differ in which further columns there are.
//!   `Type` is `Incoming`, `Outgoing` or `Notification`, the last the app's own. What was sent has no sender. A picture
//!   without words has an `Attachment` alone. Words with line breaks stand in quotation marks.
//! - **PhoneView** writes no header: `Received` or `Sent`, a date such as `Jul 23, 2011 6:12:54 AM` in the words of the
//!   Mac's language, the name, the number, the words, and `SMS`, `iMessage` or `WhatsApp` (the reader `phoneview` by
//!   J. Lumbroso documents it). The name is the other's also on what was sent.
//! - Spreadsheets save with semicolons where the comma is for decimals, and with tabs.

mod date;
mod fields;
mod layout;

use crate::audit::{Format, Place, Skipped, Why};
use crate::contact::{Contact, Kind};
use crate::export::{Chat, Export, Lines, Settings, Told, Trouble};
use crate::senders::Senders;
use crate::tapback;
use crate::zone::WallClock;
use date::{Day, Moment};
use fields::Rows;
use layout::{Layout, Row, Sort};
use std::collections::HashMap;

pub(crate) use layout::is_table;

/// The owner's number among the people of a phone's table.
const OWNER: u16 = 0;

/// A row with its time not yet settled.
struct Entry {
    place: usize,
    moment: Moment,
    chat: usize,
    contact: Contact,
}

/// Reads a table.
pub(crate) fn read(bytes: &[u8], settings: &Settings<'_>) -> Result<Export, Trouble> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let (layout, separator) = layout::of(bytes).ok_or(Trouble::Foreign(crate::Foreign::OtherText))?;
    let mut table = Table::new(&layout);
    let mut rows = Rows::new(bytes, separator);
    if layout.has_header() {
        rows.next();
    }
    let width = layout.width();
    while let Some(row) = rows.next() {
        if row.is_blank() {
            continue;
        }
        if row.cut || row.all.len() != width {
            // A quotation mark too many may have swallowed rows: they are looked at one by one.
            table.skipped.push((row.place, if row.cut { Why::CutShort } else { Why::Fields }));
            rows.again_from_the_next_line(&row);
            continue;
        }
        let entry = layout.row(&row.all);
        if let Err(why) = table.take_in(&entry, row.place) {
            table.skipped.push((row.place, why));
        }
    }
    table.export(bytes, settings)
}

struct Table<'a> {
    layout: &'a Layout,
    senders: Senders,
    chats: Vec<Chat>,
    keys: HashMap<Vec<u8>, usize>,
    entries: Vec<Entry>,
    skipped: Vec<(usize, Why)>,
    system: u64,
}

impl<'a> Table<'a> {
    fn new(layout: &'a Layout) -> Self {
        let mut senders = Senders::default();
        if layout.has_owner() {
            senders.number(b"");
        }
        Self {
            layout,
            senders,
            chats: Vec::new(),
            keys: HashMap::new(),
            entries: Vec::new(),
            skipped: Vec::new(),
            system: 0,
        }
    }

    fn take_in(&mut self, row: &Row<'_>, place: usize) -> Result<(), Why> {
        let kind = match row.sort {
            Sort::System => {
                self.system += 1;
                return Ok(());
            }
            Sort::Unknown => return Err(Why::Broken),
            Sort::Kind(kind) => kind,
        };
        let moment = date::read(row.date).filter(date::Moment::is_sound).ok_or(Why::NoTime)?;
        let reaction = self.layout.has_owner()
            && kind == Kind::Text
            && tapback::may_be(row.text)
            && std::str::from_utf8(row.text).is_ok_and(tapback::is);
        let kind = if reaction { Kind::Reaction } else { kind };
        // People go by number or address; whoever has none goes by name.
        let key = if row.address.is_empty() { row.name } else { row.address };
        let chat = self.chat(row);
        let who = if row.sent {
            OWNER
        } else {
            if key.is_empty() {
                return Err(Why::NoSender);
            }
            self.person(key, row.name)
        };
        if row.other_is_told {
            let other = if row.sent { self.person(key, row.name) } else { who };
            let members = &mut self.chats[chat].members;
            if !members.contains(&other) {
                members.push(other);
            }
        }
        let length = row.length.unwrap_or_else(|| u32::try_from(row.text.len()).unwrap_or(u32::MAX));
        let contact = Contact { at: 0, who, kind, minutes: row.minutes, length };
        self.entries.push(Entry { place, moment, chat, contact });
        Ok(())
    }

    fn person(&mut self, key: &[u8], name: &[u8]) -> u16 {
        let lower = key.to_ascii_lowercase();
        let key = if memchr::memchr(b'@', key).is_some() { lower.as_slice() } else { key };
        let number = self.senders.number(key);
        if !name.is_empty() {
            self.senders.name(number, name);
        }
        number
    }

    /// The chat of a row.
    fn chat(&mut self, row: &Row<'_>) -> usize {
        if let Some(&known) = self.keys.get(row.chat) {
            return known;
        }
        let place = self.chats.len();
        self.keys.insert(row.chat.to_vec(), place);
        let key = String::from_utf8_lossy(row.chat).into_owned();
        let group = self.layout.names_groups() && (key.contains(" & ") || key.contains(", "));
        self.chats.push(Chat { key, group, ..Chat::default() });
        place
    }

    fn export(mut self, bytes: &[u8], settings: &Settings<'_>) -> Result<Export, Trouble> {
        let mut dates = date::Dates::default();
        for entry in &self.entries {
            dates.see(&entry.moment);
        }
        let order = dates.decide(settings.dates)?;
        let mut clock = WallClock::new(settings.zone.clone());
        let (mut minutes_only, mut no_day) = (true, None);
        let mut bad_days = 0;
        for mut entry in std::mem::take(&mut self.entries) {
            minutes_only &= !entry.moment.has_seconds();
            match entry.moment.at(order.map(|(order, _)| order), &mut clock) {
                Ok(at) => {
                    entry.contact.at = at;
                    self.chats[entry.chat].contacts.push(entry.contact);
                }
                Err(Day { parts, order }) => {
                    bad_days += 1;
                    no_day = no_day.or(Some((parts, order)));
                    self.skipped.push((entry.place, Why::NoDay { parts, order }));
                }
            }
        }
        let mut export = Export::new(Format::Csv);
        let good = self.chats.iter().map(|chat| chat.contacts.len()).sum::<usize>();
        if let Some((parts, order)) = no_day.filter(|_| bad_days > good.min(20 + good / 10)) {
            return Err(Trouble::NoDays(parts, order));
        }
        // Some tables tell the newest first.
        for chat in &mut self.chats {
            if let [first, .., last] = chat.contacts.as_slice()
                && first.at > last.at
            {
                chat.contacts.reverse();
            }
        }
        export.people = self.senders.people(|raw| String::from_utf8_lossy(raw).into_owned());
        if self.layout.has_owner() {
            export.owner = Some(OWNER);
            export.told = Told::ByAddress;
            self.name_rooms(&mut export);
        }
        let mut lines = Lines::of(bytes);
        self.skipped.sort_by_key(|(place, _)| *place);
        let told = |(place, why): (usize, Why)| Skipped { at: Place::Line(lines.at(place)), why };
        export.skipped = self.skipped.into_iter().map(told).collect();
        export.notes.order = order;
        export.notes.system_lines = self.system;
        export.notes.minutes_only = minutes_only;
        export.notes.repeated_hour = clock.repeated;
        export.notes.missing_hour = clock.missing;
        export.chats = self.chats;
        if export.contacts() == 0 {
            return Err(Trouble::Nothing(export.skipped.first().map(|skipped| skipped.why)));
        }
        Ok(export)
    }

    /// A chat in which only the owner writes is with whom it is named after.
    fn name_rooms(&mut self, export: &mut Export) {
        for chat in &mut self.chats {
            let silent = chat.contacts.iter().all(|contact| contact.who == OWNER);
            if silent && chat.members.is_empty() && !chat.key.is_empty() && !chat.group {
                let number = self.senders.number(chat.key.as_bytes());
                if usize::from(number) == export.people.len() {
                    export.people.push(crate::export::Person::named(chat.key.clone()));
                }
                chat.members.push(number);
            }
        }
    }
}
