//! The messages of a Telegram export, one after the other.
//! Which list is the chat's, and who is who, is not known here.
//!
//! A message that is broken costs itself alone: the walk goes on where the next one seems to begin.

use crate::audit::Why;
use crate::broken::{Broken, Patience};
use crate::contact::{self, Contact, Kind};
use crate::json::{self, Habit, Text, Walk};
use crate::senders::Senders;
use crate::side_by_side::Stand;
use crate::zone::WallClock;
use jiff::civil::Date;

/// What was read of a stretch of messages.
#[derive(Debug, Default)]
pub(super) struct Half {
    pub(super) contacts: Vec<Contact>,
    pub(super) senders: Senders,
    /// Where something could not be read, and why.
    pub(super) skipped: Vec<(usize, Why)>,
    /// Rows of the app's own.
    pub(super) system: u64,
    pub(super) repeated: u64,
    pub(super) missing: u64,
}

/// Reads messages.
pub(super) struct Reader<'a> {
    walk: Walk<'a>,
    bytes: &'a [u8],
    clock: WallClock,
    half: Half,
    habit: Habit<'a, Field>,
    moved: Moved,
    patience: Patience,
}

/// The name that every message begins with.
const FIRST: &[u8] = b"\"id\"";

/// Messages in a row that were all forwarded within the same second.
#[derive(Debug, Default)]
struct Moved {
    at: i64,
    /// The first of them among the contacts, and where each stands in the file.
    first: usize,
    places: Vec<usize>,
}

/// What a name in a message means.
#[derive(Clone, Copy, Debug)]
enum Field {
    Sort,
    Date,
    Unixtime,
    From,
    FromId,
    Text,
    Action,
    Seconds,
    ForwardedFrom,
    Medium,
    Other,
}

impl Field {
    fn of(key: &[u8]) -> Self {
        match key {
            b"type" => Self::Sort,
            b"date" => Self::Date,
            b"date_unixtime" => Self::Unixtime,
            b"from" | b"actor" => Self::From,
            b"from_id" | b"actor_id" => Self::FromId,
            b"text" => Self::Text,
            b"action" => Self::Action,
            b"duration_seconds" => Self::Seconds,
            b"forwarded_from" => Self::ForwardedFrom,
            b"photo"
            | b"file"
            | b"media_type"
            | b"contact_information"
            | b"location_information"
            | b"poll"
            | b"game_title"
            | b"invoice_information"
            | b"place_name"
            | b"todo_list"
            | b"giveaway_information"
            | b"paid_media" => Self::Medium,
            _ => Self::Other,
        }
    }
}

/// The fields of a message that are looked at.
#[derive(Default)]
struct Row<'a> {
    sort: &'a [u8],
    action: &'a [u8],
    date: &'a [u8],
    unixtime: Option<i64>,
    from: Option<Text<'a>>,
    from_id: Option<&'a [u8]>,
    /// The id without what older versions added.
    bare_id: Option<i64>,
    seconds: Option<i64>,
    medium: bool,
    forwarded: bool,
    length: usize,
}

/// At or behind `at`, where a message seems to begin.
pub(super) fn next(bytes: &[u8], at: usize) -> Option<usize> {
    json::next_object(bytes, FIRST, at)
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], clock: WallClock) -> Self {
        Self {
            walk: Walk::new(bytes, 0),
            bytes,
            clock,
            half: Half::default(),
            habit: Habit::new(),
            moved: Moved::default(),
            patience: Patience::new(),
        }
    }

    /// Reads the messages of a list from `from` on; stops before one that begins at or behind `until`.
    pub(super) fn read(mut self, from: usize, until: usize) -> (Half, Stand) {
        // A message is rarely shorter than this; a wrong guess costs one more growth of the list.
        self.half.contacts.reserve(until.min(self.bytes.len()).saturating_sub(from) / 330);
        self.walk.go(from);
        let ended = loop {
            match self.walk.more() {
                Ok(false) => break true,
                Ok(true) if self.walk.at() >= until => break false,
                Ok(true) => {
                    let place = self.walk.at();
                    if let Err(broken) = self.message(place)
                        && !self.goes_on(place, broken)
                    {
                        break true;
                    }
                }
                Err(_) => {
                    self.half.skipped.push((self.walk.at(), Why::CutShort));
                    break true;
                }
            }
        };
        self.end_moved();
        (self.half.repeated, self.half.missing) = (self.clock.repeated, self.clock.missing);
        (self.half, Stand { at: self.walk.at(), ended })
    }

    /// After a message that is broken: whether there is another one behind it.
    fn goes_on(&mut self, place: usize, broken: Broken) -> bool {
        let far = self.walk.at() - place > json::FAR;
        let (why, next) = self.patience.after(broken, far, || next(self.bytes, place + 1));
        self.half.skipped.push((place, why));
        self.walk.go(next.unwrap_or(self.bytes.len()));
        next.is_some()
    }

    fn message(&mut self, place: usize) -> Result<(), Broken> {
        if !self.walk.eat(b'{')? {
            self.walk.skip()?;
            self.half.skipped.push((place, Why::Broken));
            return Ok(());
        }
        let mut row = Row::default();
        self.habit.again();
        while let Some(field) = self.walk.field(&mut self.habit, Field::of)? {
            self.field(field, &mut row)?;
        }
        if let Err(why) = self.take_in(&row, place) {
            self.half.skipped.push((place, why));
        }
        Ok(())
    }

    #[inline]
    fn field(&mut self, field: Field, row: &mut Row<'a>) -> Result<(), Broken> {
        let walk = &mut self.walk;
        let raw = |text: Option<Text<'a>>| text.map(|text| text.raw).unwrap_or_default();
        match field {
            Field::Sort => row.sort = raw(walk.string_or_skip()?),
            Field::Date => row.date = raw(walk.string_or_skip()?),
            Field::Unixtime => row.unixtime = walk.whole_or_skip()?,
            Field::From => row.from = walk.string_or_skip()?,
            Field::FromId => {
                walk.peek()?;
                let from = walk.at();
                walk.skip()?;
                let id = self.bytes[from..walk.at()].trim_ascii();
                row.bare_id = bare(id);
                let id = id.strip_prefix(b"\"").and_then(|id| id.strip_suffix(b"\"")).unwrap_or(id);
                let id = id.strip_prefix(b"user").unwrap_or(id);
                row.from_id = (!id.is_empty() && id != b"null").then_some(id);
            }
            Field::Text => row.length = text_length(walk)?,
            Field::Action => row.action = raw(walk.string_or_skip()?),
            Field::Seconds => row.seconds = walk.whole_or_skip()?,
            Field::ForwardedFrom => {
                row.forwarded = true;
                walk.skip()?;
            }
            Field::Medium => {
                row.medium = true;
                walk.skip()?;
            }
            Field::Other => walk.skip()?,
        }
        Ok(())
    }

    fn take_in(&mut self, row: &Row<'a>, place: usize) -> Result<(), Why> {
        let call = row.sort == b"service" && row.action == b"phone_call";
        match row.sort {
            b"service" if !call => {
                self.half.system += 1;
                return Ok(());
            }
            b"unsupported" => return Err(Why::NotExported),
            _ => {}
        }
        let at = match row.unixtime.and_then(contact::sound) {
            Some(at) => at,
            None => self.wall_clock(row.date).and_then(contact::sound).ok_or(Why::NoTime)?,
        };
        let name = row.from.filter(|name| !name.raw.is_empty());
        let key = row.from_id.or(name.map(|name| name.raw)).ok_or(Why::NoSender)?;
        let who = match row.bare_id {
            Some(id) => self.half.senders.number(id.to_string().as_bytes()),
            None => self.half.senders.number(key),
        };
        if let Some(name) = name {
            self.half.senders.name(who, name.raw);
        }
        let kind = match (call, row.medium) {
            (true, _) => Kind::Call,
            (_, true) => Kind::Media,
            _ => Kind::Text,
        };
        let minutes = if call { Some(contact::minutes(row.seconds.unwrap_or(0))) } else { None };
        let length = if call { 0 } else { u32::try_from(row.length).unwrap_or(u32::MAX) };
        if row.forwarded {
            self.forwarded(at, place);
        } else {
            self.end_moved();
        }
        self.half.contacts.push(Contact { at, who, kind, minutes, length });
        Ok(())
    }

    /// Notes a forwarded message that is about to be taken in.
    fn forwarded(&mut self, at: i64, place: usize) {
        if self.moved.places.is_empty() || (at - self.moved.at).abs() > 1 {
            self.end_moved();
            self.moved.first = self.half.contacts.len();
        }
        self.moved.at = at;
        self.moved.places.push(place);
    }

    /// Drops forwarded messages of one second that are more than anybody can forward at once: a chat that was moved
    /// here from elsewhere.
    fn end_moved(&mut self) {
        /// Telegram forwards a hundred at once.
        const MOST_AT_ONCE: usize = 100;
        if self.moved.places.len() > MOST_AT_ONCE {
            self.half.contacts.truncate(self.moved.first);
            self.half.skipped.extend(self.moved.places.iter().map(|&place| (place, Why::Moved)));
        }
        self.moved.places.clear();
    }

    /// The moment of `2021-05-01T10:20:30` on the wall clock of the computer that exported.
    fn wall_clock(&mut self, date: &[u8]) -> Option<i64> {
        let number = |range: std::ops::Range<usize>| -> Option<i16> {
            let digits = std::str::from_utf8(date.get(range)?).ok()?;
            digits.parse().ok()
        };
        let small = |from: usize| i8::try_from(number(from..from + 2)?).ok();
        if date.len() < 19 || date[4] != b'-' || date[7] != b'-' || date[13] != b':' || date[16] != b':' {
            return None;
        }
        let day = Date::new(number(0..4)?, small(5)?, small(8)?).ok()?;
        let clock = [small(11)?, small(14)?, small(17)?].map(|part| u32::try_from(part).unwrap_or(99));
        let [hour, minute, second] = clock;
        (hour < 24 && minute < 60 && second < 60)
            .then(|| self.clock.moment(day, hour * 3600 + minute * 60 + second))
    }
}

/// The id of a person in a number to which 2^32 was added; `None` of any other id.
fn bare(id: &[u8]) -> Option<i64> {
    const ADDED: i64 = 1 << 32;
    json::whole(id).filter(|id| (ADDED..2 * ADDED).contains(id)).map(|id| id - ADDED)
}

/// The length of a `text`: a string, or a list of strings and of objects with a `text` of their own.
#[inline]
fn text_length(walk: &mut Walk<'_>) -> Result<usize, Broken> {
    match walk.peek()? {
        b'"' => Ok(walk.string()?.length()),
        b'[' => {
            walk.eat(b'[')?;
            let mut length = 0;
            while walk.more()? {
                if !walk.eat(b'{')? {
                    length += walk.string_or_skip()?.map_or(0, |text| text.length());
                    continue;
                }
                while let Some(key) = walk.key()? {
                    if key == b"text" {
                        length += walk.string_or_skip()?.map_or(0, |text| text.length());
                    } else {
                        walk.skip()?;
                    }
                }
            }
            Ok(length)
        }
        _ => walk.skip().map(|()| 0),
    }
}
