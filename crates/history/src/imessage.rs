//! Reading the database that Apple's Messages keeps: `chat.db` of a Mac, `sms.db` in a phone's backup.
//!
//! The rows are read on two connections at once, each a half of them. The database is its owner's: every row says
//! whether it is from them. It writes nothing: see `store` for how it is opened. It keeps no text.
//!
//! # Quirks, and where they are known from
//! The schema is the database's own; what its numbers mean is gathered in the notes of public readers of it
//! (`ReagentX/imessage-exporter` documents the tables, the typedstream and tapbacks):
//! - `text` is empty since macOS Ventura and iOS 16; the words are in `attributedBody` (see `body`).
//! - `date` counts from the first of January 2001: nanoseconds, or seconds before macOS 10.13 and iOS 11.
//! - What was written last may stand in `chat.db-wal` alone.
//! - One partner has a handle for each number and address and for each service; `person_centric_id` joins some.
//! - A message may be in a chat twice, in several chats of one person, or in none.
//! - Tapbacks are rows: `associated_message_type` 2000 to 2007 set one, 3000 to 3007 take it back; 1000 is a sticker
//!   put on a message. To those without iMessage they go as text (see `tapback`).
//! - `item_type` other than 0 is the app's own: who came, left, renamed or shared a place.
//! - Edited messages stay one row, and so do those that were unsent, without words.
//! - Names are not in it: people are numbers and addresses.

mod body;
mod row;
mod store;

use crate::audit::{Format, Place, Skipped, Why};
use crate::error::Foreign;
use crate::export::{Chat, Export, Told, Trouble};
use crate::senders::Senders;
use row::{Half, OWNER, People, Room, Who};
use rusqlite::Connection;
use std::collections::HashMap;
use std::path::Path;
use store::Store;

/// A group's `style` in the table of chats; of two people it is 45.
const GROUP: i64 = 43;
/// Below this many rows a second thread costs more than it saves.
const WORTH_SPLITTING: i64 = 20_000;

/// Reads a database: the file at `path`, or else `bytes`.
pub(crate) fn read(bytes: &[u8], path: Option<&Path>) -> Result<Export, Trouble> {
    let store = Store::new(bytes, path).map_err(|error| Trouble::Database(error.to_string()))?;
    let connection = store.open().map_err(|error| trouble(&error))?;
    if !has_tables(&connection).map_err(|error| trouble(&error))? {
        return Err(Trouble::Foreign(Foreign::Database));
    }
    let mut house = House::of(&connection).map_err(|error| trouble(&error))?;
    let (first, last) = ends(&connection).map_err(|error| trouble(&error))?;
    let people = People::new(house.people_of.iter().map(|(&handle, &person)| (handle, person)).collect());
    let who = Who { people: &people, rooms: &house.rooms };
    let middle = first + last.saturating_sub(first) / 2;
    let halves = if last.saturating_sub(first) < WORTH_SPLITTING || !store.opens_again() {
        vec![row::read(&connection, i64::MIN..=i64::MAX, (first, last), who)]
    } else {
        std::thread::scope(|scope| {
            let half = middle + 1..=i64::MAX;
            let second = scope.spawn(|| row::read(&store.open()?, half, (middle + 1, last), who));
            let first = row::read(&connection, i64::MIN..=middle, (first, middle), who);
            vec![first, second.join().expect("reading rows does not panic")]
        })
    };
    let mut export = Export::new(Format::Imessage);
    export.told = Told::ByAddress;
    export.owner = Some(OWNER);
    export.has_names = false;
    for half in halves {
        house.take_in(half.map_err(|error| trouble(&error))?, &mut export);
    }
    export.people = house.senders.people(|raw| String::from_utf8_lossy(raw).into_owned());
    export.chats = house.chats;
    if export.contacts() == 0 {
        return Err(Trouble::Nothing(export.skipped.first().map(|skipped| skipped.why)));
    }
    Ok(export)
}

/// The numbers of the first and the last message.
fn ends(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    let ask = |sql: &str| connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)));
    // Asked for one by one, each is a look at one end of the table. Both at once go over all of it: where it is damaged
    // that may lead further.
    ask("SELECT coalesce((SELECT min(ROWID) FROM message), 0), coalesce((SELECT max(ROWID) FROM message), -1)")
        .or_else(|_| ask("SELECT coalesce(min(ROWID), 0), coalesce(max(ROWID), -1) FROM message"))
}

/// What the database says, which names tables at most and never what is in them.
fn trouble(error: &rusqlite::Error) -> Trouble {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => Trouble::Foreign(Foreign::Database),
        Some(code) => Trouble::Database(format!("{code:?}")),
        None => Trouble::Database(error.to_string()),
    }
}

/// Whether the tables of Messages are there, as plain tables: a view could be anything.
fn has_tables(connection: &Connection) -> rusqlite::Result<bool> {
    let count: i64 = connection.query_row(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' \
         AND name IN ('message', 'handle', 'chat', 'chat_message_join')",
        [],
        |row| row.get(0),
    )?;
    Ok(count == 4)
}

/// The names of a table's columns.
fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))?;
    let names = statement.query_map([], |row| row.get(0))?;
    names.collect()
}

/// People and rooms, as the smaller tables tell them.
struct House {
    senders: Senders,
    /// The person of each handle.
    people_of: HashMap<i64, u16>,
    /// What the first of `chats` are in the database, the oldest first.
    rooms: Vec<Room>,
    chats: Vec<Chat>,
    /// The place of the chat of each person whose messages are in none.
    homes: HashMap<u16, usize>,
}

impl House {
    fn of(connection: &Connection) -> rusqlite::Result<Self> {
        let mut house = Self {
            senders: Senders::default(),
            people_of: HashMap::new(),
            rooms: Vec::new(),
            chats: Vec::new(),
            homes: HashMap::new(),
        };
        // Nobody's address is empty.
        house.senders.number(b"");
        house.handles(connection)?;
        house.chats(connection)?;
        Ok(house)
    }

    fn handles(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let joins = columns(connection, "handle")?.iter().any(|name| name == "person_centric_id");
        let sql = if joins {
            "SELECT ROWID, id, person_centric_id FROM handle"
        } else {
            "SELECT ROWID, id, NULL FROM handle"
        };
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let address: Option<String> = row.get(1).unwrap_or_default();
            let address = address.unwrap_or_default().trim().to_lowercase();
            if address.is_empty() {
                continue;
            }
            let together: Option<String> = row.get(2).unwrap_or_default();
            let together = together.filter(|together| !together.trim().is_empty());
            // A group of handles goes by the first address that was met in it.
            let key = together.map_or_else(|| address.clone(), |together| format!("\0{together}"));
            let person = self.senders.number(key.as_bytes());
            self.senders.name(person, address.as_bytes());
            self.people_of.insert(row.get(0)?, person);
        }
        Ok(())
    }

    fn chats(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut members: HashMap<i64, Vec<u16>> = HashMap::new();
        if !columns(connection, "chat_handle_join")?.is_empty() {
            let mut statement = connection.prepare("SELECT chat_id, handle_id FROM chat_handle_join")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (chat, handle): (i64, i64) = (row.get(0)?, row.get(1)?);
                let Some(&person) = self.people_of.get(&handle) else { continue };
                let members = members.entry(chat).or_default();
                if !members.contains(&person) {
                    members.push(person);
                }
            }
        }
        let known = columns(connection, "chat")?;
        let column = |name: &str| {
            if known.iter().any(|known| known == name) { name.to_owned() } else { "NULL".to_owned() }
        };
        let sql = format!(
            "SELECT ROWID, {}, {} FROM chat ORDER BY ROWID",
            column("style"),
            column("chat_identifier")
        );
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let style: Option<i64> = row.get(1).unwrap_or_default();
            let mut members = members.remove(&id).unwrap_or_default();
            let group = style == Some(GROUP) || members.len() > 1;
            if members.is_empty() && !group {
                let address: Option<String> = row.get(2).unwrap_or_default();
                let address = address.unwrap_or_default().trim().to_lowercase();
                members.extend((!address.is_empty()).then(|| self.senders.number(address.as_bytes())));
            }
            let only = if let ([only], false) = (members.as_slice(), group) { Some(*only) } else { None };
            self.rooms.push(Room { id, only });
            self.chats.push(Chat { members, group, ..Chat::default() });
        }
        Ok(())
    }

    /// Takes in rows that were read.
    fn take_in(&mut self, half: Half, export: &mut Export) {
        for (place, contacts) in half.rooms.into_iter().enumerate() {
            let known = &mut self.chats[place].contacts;
            if known.is_empty() {
                *known = contacts;
            } else {
                known.extend(contacts);
            }
        }
        for (person, contact) in half.homeless {
            let home = *self.homes.entry(person).or_insert_with(|| {
                self.chats.push(Chat { members: vec![person], ..Chat::default() });
                self.chats.len() - 1
            });
            self.chats[home].contacts.push(contact);
        }
        let told = |(row, why): (i64, Why)| Skipped { at: Place::Row(row), why };
        export.skipped.extend(half.skipped.into_iter().map(told));
        export.notes.system_lines += half.system;
    }
}
