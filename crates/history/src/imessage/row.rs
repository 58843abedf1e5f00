//! The rows of messages, in the order they were written down. It opens no database, and joins no chats.

use super::{body, columns};
use crate::audit::Why;
use crate::contact::{Contact, Kind};
use crate::tapback;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// The owner's number among the people.
pub(super) const OWNER: u16 = 0;
/// Seconds from 1970 to 2001, from which Apple counts.
const EPOCH: i64 = 978_307_200;
/// The sign that stands for a medium within a text.
const MEDIUM: &[u8] = "\u{fffc}".as_bytes();

/// Who is who, as the smaller tables tell.
#[derive(Clone, Copy)]
pub(super) struct Who<'a> {
    pub(super) people: &'a HashMap<i64, u16>,
    pub(super) rooms: &'a HashMap<i64, (u32, Option<u16>)>,
}

/// What was read of a stretch of rows.
#[derive(Default)]
pub(super) struct Half {
    /// The contacts of each chat.
    pub(super) rooms: Vec<Vec<Contact>>,
    /// Contacts in no chat, with whom.
    pub(super) homeless: Vec<(u16, Contact)>,
    pub(super) skipped: Vec<(i64, Why)>,
    pub(super) system: u64,
}

/// In which chat each message is.
struct Chats {
    first: i64,
    /// The chat of each row from the first on; nought is none.
    of_row: Vec<u32>,
}

impl Chats {
    fn of(connection: &Connection, rows: &RangeInclusive<i64>) -> rusqlite::Result<Self> {
        /// Rows are numbered one after the other, but for those deleted.
        const MOST: i64 = 20_000_000;
        let first = *rows.start();
        let span = (rows.end() - first + 1).clamp(0, MOST);
        let mut chats = Self { first, of_row: vec![0; usize::try_from(span).unwrap_or_default()] };
        let mut statement = connection.prepare(
            "SELECT message_id, chat_id FROM chat_message_join WHERE message_id BETWEEN ?1 AND ?2",
        )?;
        let mut found = statement.query((rows.start(), rows.end()))?;
        while let Some(row) = found.next()? {
            let (message, chat): (i64, i64) = (row.get(0)?, row.get(1)?);
            let place = usize::try_from(message - first).ok().and_then(|place| chats.of_row.get_mut(place));
            // Of several chats of one message the oldest counts.
            if let (Some(known), Ok(chat)) = (place, u32::try_from(chat))
                && (*known == 0 || chat < *known)
            {
                *known = chat;
            }
        }
        Ok(chats)
    }

    fn of_message(&self, row: i64) -> Option<i64> {
        let place = usize::try_from(row - self.first).ok()?;
        self.of_row.get(place).copied().filter(|&chat| chat > 0).map(i64::from)
    }
}

/// Reads the rows of a range.
pub(super) fn read(
    connection: &Connection,
    rows: RangeInclusive<i64>,
    who: Who<'_>,
) -> rusqlite::Result<Half> {
    let chats = Chats::of(connection, &rows)?;
    let known = columns(connection, "message")?;
    let column = |name: &'static str| if known.iter().any(|known| known == name) { name } else { "NULL" };
    let sql = format!(
        "SELECT ROWID, date, is_from_me, {}, {}, {}, {}, {}, {}, {} FROM message WHERE ROWID BETWEEN ?1 AND ?2",
        column("handle_id"),
        column("item_type"),
        column("associated_message_type"),
        column("cache_has_attachments"),
        if known.iter().any(|known| known == "is_sent") && known.iter().any(|known| known == "error") {
            "is_from_me = 1 AND is_sent = 0 AND error > 0"
        } else {
            "0"
        },
        column("text"),
        if known.iter().any(|known| known == "attributedBody") {
            "CASE WHEN text IS NULL OR text = '' THEN attributedBody END"
        } else {
            "NULL"
        },
    );
    let mut half = Half::default();
    half.rooms.resize_with(who.rooms.len(), Vec::new);
    let mut statement = connection.prepare(&sql)?;
    let mut found = statement.query((rows.start(), rows.end()))?;
    let mut last = *rows.start();
    loop {
        let row = match found.next() {
            Ok(Some(row)) => row,
            Ok(None) => break,
            Err(error) if half.is_empty() => return Err(error),
            Err(_) => {
                // A damaged page: what was read before it counts.
                half.skipped.push((last + 1, Why::Broken));
                break;
            }
        };
        let number = |place: usize| match row.get_ref(place) {
            Ok(ValueRef::Integer(number)) => number,
            #[expect(clippy::cast_possible_truncation, reason = "a time that was written as a fraction")]
            Ok(ValueRef::Real(number)) => number as i64,
            _ => 0,
        };
        let bytes = |place: usize| match row.get_ref(place) {
            Ok(ValueRef::Text(bytes) | ValueRef::Blob(bytes)) => bytes,
            _ => b"",
        };
        last = number(0);
        let message = Message {
            date: number(1),
            from_me: number(2) != 0,
            handle: number(3),
            item: number(4),
            associated: number(5),
            has_media: number(6) != 0,
            failed: number(7) != 0,
        };
        let text = bytes(8);
        let words = if text.is_empty() { body::words(bytes(9)).unwrap_or_default() } else { text };
        if let Err(why) = half.take_in(&message, words, chats.of_message(last), who) {
            half.skipped.push((last, why));
        }
    }
    Ok(half)
}

/// A row, but for its words.
struct Message {
    date: i64,
    from_me: bool,
    handle: i64,
    item: i64,
    associated: i64,
    has_media: bool,
    failed: bool,
}

impl Half {
    fn is_empty(&self) -> bool {
        self.homeless.is_empty() && self.rooms.iter().all(Vec::is_empty)
    }

    fn take_in(
        &mut self,
        message: &Message,
        words: &[u8],
        chat: Option<i64>,
        who: Who<'_>,
    ) -> Result<(), Why> {
        if message.item != 0 || (3000..4000).contains(&message.associated) {
            self.system += 1;
            return Ok(());
        }
        if message.failed {
            return Err(Why::NotSent);
        }
        let at = moment(message.date).ok_or(Why::NoTime)?;
        let (kind, length) = kind(message, words);
        let room = chat.and_then(|chat| who.rooms.get(&chat)).copied();
        let other = who.people.get(&message.handle).copied();
        let sender = if message.from_me {
            OWNER
        } else {
            other.or(room.and_then(|(_, only)| only)).ok_or(Why::NoSender)?
        };
        let contact = Contact { at, who: sender, kind, minutes: None, length };
        match (room, other) {
            (Some((place, _)), _) => {
                self.rooms[place as usize].push(contact);
            }
            (None, Some(other)) => self.homeless.push((other, contact)),
            (None, None) => return Err(Why::NoReceiver),
        }
        Ok(())
    }
}

/// What a row is, and the length of its words.
fn kind(message: &Message, words: &[u8]) -> (Kind, u32) {
    if (1000..3000).contains(&message.associated) {
        return (Kind::Reaction, 0);
    }
    let media = memchr::memmem::find_iter(words, MEDIUM).count();
    let length = u32::try_from(words.len() - media * MEDIUM.len()).unwrap_or(u32::MAX);
    if media > 0 || message.has_media || length == 0 {
        return (Kind::Media, length);
    }
    let reaction = tapback::may_be(words) && std::str::from_utf8(words).is_ok_and(tapback::is);
    (if reaction { Kind::Reaction } else { Kind::Text }, length)
}

/// The moment of a date counted from 2001, in nanoseconds or in seconds.
fn moment(date: i64) -> Option<i64> {
    /// In nanoseconds a quarter of an hour into 2001, in seconds the year 33 000.
    const SMALLEST: i64 = 1_000_000_000_000;
    match date {
        SMALLEST.. => Some(date / 1_000_000_000 + EPOCH),
        1.. => Some(date + EPOCH),
        _ => None,
    }
}
