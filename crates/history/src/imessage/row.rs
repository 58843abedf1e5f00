//! The rows of messages, in the order they were written down. It opens no database, and joins no chats.

use super::body::{Bodies, MEDIUM};
use super::columns;
use crate::audit::Why;
use crate::contact::{self, Contact, Kind};
use crate::tapback;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// The owner's number among the people.
pub(super) const OWNER: u16 = 0;
/// Seconds from 1970 to 2001, from which Apple counts.
const EPOCH: i64 = 978_307_200;
/// Who is who, as the smaller tables tell.
#[derive(Clone, Copy)]
pub(super) struct Who<'a> {
    pub(super) people: &'a People,
    pub(super) rooms: &'a [Room],
}

/// The person of each handle.
pub(super) struct People(Vec<(i64, u16)>);

impl People {
    /// From pairs of a handle and its person.
    pub(super) fn new(mut pairs: Vec<(i64, u16)>) -> Self {
        pairs.sort_unstable();
        Self(pairs)
    }

    /// The person of `handle`.
    pub(super) fn of(&self, handle: i64) -> Option<u16> {
        let place = self.0.binary_search_by_key(&handle, |pair| pair.0).ok()?;
        Some(self.0[place].1)
    }
}

/// A chat: its number in the database, and the only other person in it, if it is one.
pub(super) struct Room {
    pub(super) id: i64,
    pub(super) only: Option<u16>,
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
    /// The place of the chat of each row from the first on, counted from 1; nought is none.
    of_row: Vec<u32>,
    /// The same of rows that lie elsewhere, as only a damaged table has them.
    elsewhere: HashMap<i64, u32>,
}

impl Chats {
    /// Of `rows`, which begin and end about where `ends` says.
    fn of(
        connection: &Connection,
        rows: &RangeInclusive<i64>,
        ends: (i64, i64),
        rooms: &[Room],
    ) -> rusqlite::Result<Self> {
        /// Rows are numbered one after the other, but for those deleted.
        const MOST: i64 = 20_000_000;
        let span = ends.1.saturating_sub(ends.0).saturating_add(1).clamp(0, MOST);
        let of_row = vec![0; usize::try_from(span).unwrap_or_default()];
        let mut chats = Self { first: ends.0, of_row, elsewhere: HashMap::new() };
        // Of a damaged database another way may still lead to them.
        if by_chat(connection)? && chats.by_chat(connection, rows, rooms).is_ok() {
            return Ok(chats);
        }
        let places: HashMap<i64, usize> =
            rooms.iter().enumerate().map(|(place, room)| (room.id, place)).collect();
        let mut statement = connection.prepare(
            "SELECT message_id, chat_id FROM chat_message_join WHERE message_id BETWEEN ?1 AND ?2",
        )?;
        let mut found = statement.query((rows.start(), rows.end()))?;
        while let Some(row) = found.next()? {
            if let Some(&place) = places.get(&row.get(1)?) {
                chats.note(row.get(0)?, place);
            }
        }
        Ok(chats)
    }

    /// Where chats lead to their messages by an index that holds both, the table is not gone into at all.
    fn by_chat(
        &mut self,
        connection: &Connection,
        rows: &RangeInclusive<i64>,
        rooms: &[Room],
    ) -> rusqlite::Result<()> {
        let mut statement = connection.prepare(
            "SELECT message_id FROM chat_message_join WHERE chat_id = ?1 AND message_id BETWEEN ?2 AND ?3",
        )?;
        for (place, room) in rooms.iter().enumerate() {
            let mut found = statement.query((room.id, rows.start(), rows.end()))?;
            while let Some(row) = found.next()? {
                self.note(row.get(0)?, place);
            }
        }
        Ok(())
    }

    /// Notes that a message is in the chat at `place`. Of several chats of one message the oldest counts.
    fn note(&mut self, message: i64, place: usize) {
        let Ok(place) = u32::try_from(place + 1) else { return };
        let known = match self.row(message) {
            Some(row) => &mut self.of_row[row],
            None => self.elsewhere.entry(message).or_default(),
        };
        if *known == 0 || place < *known {
            *known = place;
        }
    }

    fn row(&self, message: i64) -> Option<usize> {
        usize::try_from(message.checked_sub(self.first)?).ok().filter(|&row| row < self.of_row.len())
    }

    fn of_message(&self, message: i64) -> Option<usize> {
        let known = match self.row(message) {
            Some(row) => self.of_row.get(row),
            None => self.elsewhere.get(&message),
        };
        known?.checked_sub(1).map(|place| place as usize)
    }
}

/// Whether an index leads from a chat to its messages in their order: without one, asking for each chat would go over
/// all messages each time.
fn by_chat(connection: &Connection) -> rusqlite::Result<bool> {
    let first = |place: u8| format!("SELECT name FROM pragma_index_info(list.name) WHERE seqno = {place}");
    let sql = format!(
        "SELECT count(*) FROM pragma_index_list('chat_message_join') AS list \
         WHERE NOT list.partial AND ({}) = 'chat_id' AND ({}) = 'message_id'",
        first(0),
        first(1)
    );
    connection.query_row(&sql, [], |row| row.get(0)).map(|count: i64| count > 0)
}

/// What is asked of each row: its number, its date, its handle, its traits in one number, and its words. One number for
/// many costs less than asking for each.
fn question(known: &[String]) -> String {
    let has = |name: &str| known.iter().any(|known| known == name);
    let when = |name: &str, bit: i64| {
        if has(name) { format!("CASE WHEN {name} THEN {bit} ELSE 0 END") } else { "0".to_owned() }
    };
    let column = |name: &'static str| if has(name) { name } else { "NULL" };
    let failed = if has("is_sent") && has("error") {
        format!("CASE WHEN error > 0 AND is_from_me = 1 AND is_sent = 0 THEN {FAILED} ELSE 0 END")
    } else {
        "0".to_owned()
    };
    let associated = if has("associated_message_type") { "ifnull(associated_message_type, 0)" } else { "0" };
    let words = if has("attributedBody") {
        "CASE WHEN text IS NULL OR text = '' THEN attributedBody ELSE text END"
    } else {
        column("text")
    };
    let (from_me, media, item) = (
        when("is_from_me", FROM_ME),
        when("cache_has_attachments", HAS_MEDIA),
        when("item_type", OF_THE_APP),
    );
    format!(
        "SELECT ROWID, date, {}, {from_me} | {media} | {item} | {failed} | ({associated} << {ASSOCIATED}), {words} \
         FROM message WHERE ROWID BETWEEN ?1 AND ?2",
        column("handle_id"),
    )
}

const FROM_ME: i64 = 1;
const HAS_MEDIA: i64 = 2;
const OF_THE_APP: i64 = 4;
const FAILED: i64 = 8;
/// The associated type stands above so many bits.
const ASSOCIATED: u32 = 4;

/// Reads the rows of a range, which begin and end about where `ends` says.
pub(super) fn read(
    connection: &Connection,
    rows: RangeInclusive<i64>,
    ends: (i64, i64),
    who: Who<'_>,
) -> rusqlite::Result<Half> {
    let chats = Chats::of(connection, &rows, ends, who.rooms)?;
    let known = columns(connection, "message")?;
    let mut half = Half::default();
    half.rooms.resize_with(who.rooms.len(), Vec::new);
    let bodies = Bodies::new();
    let mut statement = connection.prepare(&question(&known))?;
    let mut found = statement.query((rows.start(), rows.end()))?;
    let mut last = ends.0;
    loop {
        let row = match found.next() {
            Ok(Some(row)) => row,
            Ok(None) => break,
            Err(error) if half.is_empty() => return Err(error),
            Err(_) => {
                // A damaged page: what was read before it counts.
                half.skipped.push((last.saturating_add(1), Why::Broken));
                break;
            }
        };
        let number = |place: usize| match row.get_ref(place) {
            Ok(ValueRef::Integer(number)) => number,
            #[expect(clippy::cast_possible_truncation, reason = "a time that was written as a fraction")]
            Ok(ValueRef::Real(number)) => number as i64,
            _ => 0,
        };
        last = number(0);
        let message = Message { date: number(1), handle: number(2), traits: number(3) };
        let words = match row.get_ref(4) {
            Ok(ValueRef::Text(text)) => text,
            Ok(ValueRef::Blob(body)) => bodies.words(body).unwrap_or_default(),
            _ => b"",
        };
        let media = bodies.media(words);
        if let Err(why) = half.take_in(&message, words, media, chats.of_message(last), who) {
            half.skipped.push((last, why));
        }
    }
    Ok(half)
}

/// A row, but for its words.
struct Message {
    date: i64,
    handle: i64,
    /// What [`question`] puts together.
    traits: i64,
}

impl Message {
    const fn is(&self, bit: i64) -> bool {
        self.traits & bit != 0
    }

    const fn associated(&self) -> i64 {
        self.traits >> ASSOCIATED
    }
}

impl Half {
    fn is_empty(&self) -> bool {
        self.homeless.is_empty() && self.rooms.iter().all(Vec::is_empty)
    }

    fn take_in(
        &mut self,
        message: &Message,
        words: &[u8],
        media: usize,
        chat: Option<usize>,
        who: Who<'_>,
    ) -> Result<(), Why> {
        if message.is(OF_THE_APP) || (3000..4000).contains(&message.associated()) {
            self.system += 1;
            return Ok(());
        }
        if message.is(FAILED) {
            return Err(Why::NotSent);
        }
        let at = moment(message.date).ok_or(Why::NoTime)?;
        let (kind, length) = kind(message, words, media);
        let other = who.people.of(message.handle);
        let sender = if message.is(FROM_ME) {
            OWNER
        } else {
            other.or(chat.and_then(|place| who.rooms[place].only)).ok_or(Why::NoSender)?
        };
        let contact = Contact { at, who: sender, kind, minutes: None, length };
        match (chat, other) {
            (Some(place), _) => self.rooms[place].push(contact),
            (None, Some(other)) => self.homeless.push((other, contact)),
            (None, None) => return Err(Why::NoReceiver),
        }
        Ok(())
    }
}

/// What a row is, and the length of its words, among which `media` signs stand for a medium.
fn kind(message: &Message, words: &[u8], media: usize) -> (Kind, u32) {
    if (1000..3000).contains(&message.associated()) {
        return (Kind::Reaction, 0);
    }
    let length = u32::try_from(words.len() - media * MEDIUM.len()).unwrap_or(u32::MAX);
    if media > 0 || message.is(HAS_MEDIA) || length == 0 {
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
        SMALLEST.. => contact::sound(date / 1_000_000_000 + EPOCH),
        1.. => contact::sound(date + EPOCH),
        _ => None,
    }
}
