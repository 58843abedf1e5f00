//! The messages of a Messenger or Instagram export, one after the other.
//! Which list is the chat's, and who is who, is not known here.
//!
//! A message that is broken costs itself alone: the walk goes on where the next one seems to begin.

use super::words::{self, Said};
use crate::audit::Why;
use crate::broken::{Broken, Patience};
use crate::contact::{self, Contact, Kind};
use crate::json::{self, Habit, Text, Walk};
use crate::senders::Senders;
use crate::side_by_side::Stand;

/// What was read of a stretch of messages.
#[derive(Debug, Default)]
pub(super) struct Half {
    pub(super) contacts: Vec<Contact>,
    pub(super) senders: Senders,
    pub(super) skipped: Vec<(usize, Why)>,
    pub(super) system: u64,
}

/// The first name in the first message of a list that begins at `from`, with its quotation marks: every other message
/// begins so too.
pub(super) fn first_name(bytes: &[u8], from: usize) -> Option<&[u8]> {
    let mut walk = Walk::new(bytes, from);
    if !walk.eat(b'{').ok()? {
        return None;
    }
    let name = walk.key().ok()??;
    let end = memchr::memmem::find(&bytes[from..], name)? + from;
    bytes.get(end - 1..=end + name.len())
}

/// Reads messages.
pub(super) struct Reader<'a> {
    walk: Walk<'a>,
    bytes: &'a [u8],
    first: &'a [u8],
    half: Half,
    habit: Habit<'a, Field>,
}

/// What a name in a message means.
#[derive(Clone, Copy, Debug)]
enum Field {
    Sender,
    Time,
    Text,
    Sort,
    Seconds,
    Unsent,
    Medium,
    Other,
}

impl Field {
    fn of(key: &[u8]) -> Self {
        match key {
            b"sender_name" | b"senderName" => Self::Sender,
            b"timestamp_ms" | b"timestamp" => Self::Time,
            b"content" | b"text" => Self::Text,
            b"type" => Self::Sort,
            b"call_duration" => Self::Seconds,
            b"is_unsent" | b"isUnsent" => Self::Unsent,
            b"photos" | b"videos" | b"audio_files" | b"files" | b"gifs" | b"sticker" | b"share"
            | b"media" => Self::Medium,
            _ => Self::Other,
        }
    }
}

/// The fields of a message that are looked at.
#[derive(Default)]
struct Row<'a> {
    sender: Option<Text<'a>>,
    time: Option<i64>,
    text: Option<Text<'a>>,
    sort: &'a [u8],
    seconds: Option<i64>,
    medium: bool,
    unsent: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], first: &'a [u8]) -> Self {
        Self { walk: Walk::new(bytes, 0), bytes, first, half: Half::default(), habit: Habit::new() }
    }

    /// Reads the messages of a list from `from` on; stops before one that begins at or behind `until`.
    pub(super) fn read(mut self, from: usize, until: usize) -> (Half, Stand) {
        // A message is rarely shorter than this; a wrong guess costs one more growth of the list.
        self.half.contacts.reserve(until.min(self.bytes.len()).saturating_sub(from) / 190);
        self.walk.go(from);
        let mut patience = Patience::new();
        let ended = loop {
            match self.walk.more() {
                Ok(false) => break true,
                Ok(true) if self.walk.at() >= until => break false,
                Ok(true) => {}
                Err(_) => {
                    self.half.skipped.push((self.walk.at(), Why::CutShort));
                    break true;
                }
            }
            let place = self.walk.at();
            let Err(broken) = self.message(place) else { continue };
            let far = self.walk.at() - place > json::FAR;
            let (why, next) =
                patience.after(broken, far, || json::next_object(self.bytes, self.first, place + 1));
            self.half.skipped.push((place, why));
            let Some(next) = next else {
                self.walk.go(self.bytes.len());
                break true;
            };
            self.walk.go(next);
        };
        (self.half, Stand { at: self.walk.at(), ended })
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
            let walk = &mut self.walk;
            match field {
                Field::Sender => row.sender = walk.string_or_skip()?,
                Field::Time => row.time = walk.whole_or_skip()?,
                Field::Text => row.text = walk.string_or_skip()?,
                Field::Sort => row.sort = walk.string_or_skip()?.map(|text| text.raw).unwrap_or_default(),
                Field::Seconds => row.seconds = walk.whole_or_skip()?,
                Field::Unsent => row.unsent = walk.truth_or_skip()?.unwrap_or(false),
                Field::Medium => {
                    // An empty list of media is none.
                    let from = walk.at();
                    walk.skip()?;
                    row.medium |= self.bytes[from..walk.at()].contains(&b'"');
                }
                Field::Other => walk.skip()?,
            }
        }
        if let Err(why) = self.take_in(&row) {
            self.half.skipped.push((place, why));
        }
        Ok(())
    }

    fn take_in(&mut self, row: &Row<'a>) -> Result<(), Why> {
        let at = row.time.and_then(contact::moment).ok_or(Why::NoTime)?;
        if matches!(row.sort, b"Subscribe" | b"Unsubscribe") {
            self.half.system += 1;
            return Ok(());
        }
        let sender = row.sender.filter(|sender| !sender.raw.is_empty()).ok_or(Why::NoSender)?;
        let text = row.text.filter(|text| !text.raw.is_empty());
        let said = match text {
            Some(text) if !row.medium && !row.unsent => words::said(text, sender),
            _ => Said::Words,
        };
        let call = row.seconds.is_some() || row.sort == b"Call" || said == Said::Call;
        let kind = match (call, said) {
            (true, _) => Kind::Call,
            (_, Said::Reaction) => Kind::Reaction,
            (_, Said::System) => {
                self.half.system += 1;
                return Ok(());
            }
            _ if row.medium || text.is_none() => Kind::Media,
            _ => Kind::Text,
        };
        let who = self.half.senders.number(sender.raw);
        let minutes = call.then(|| contact::minutes(row.seconds.unwrap_or(0)));
        let length =
            text.filter(|_| !call).map_or(0, |text| u32::try_from(text.mended_length()).unwrap_or(u32::MAX));
        self.half.contacts.push(Contact { at, who, kind, minutes, length });
        Ok(())
    }
}
