//! Imported messages, packed: some six bytes each, with times as steps from the message before. Counts, never words
//! (FLOW-5). One batch holds messages of one import, in the order in which they came.

use jiff::Timestamp;
use jiff::tz::Offset;
use method::event::{About, Channel, Message, MessageKind, Side};
use method::{Entry, Event, Moment, Signs};

use super::bytes::{Reader, Wire, WireError, put_count};
use super::fields::small;

/// So many messages a batch, at most.
pub(crate) const MOST: usize = 4096;

/// Imported messages of one import, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    import: Option<Box<str>>,
    messages: Vec<(Moment, Message)>,
}

impl Batch {
    /// Begins a batch with the first message of it; none where `entry` is no message, or has a name of its own and
    /// so needs a record of its own.
    #[must_use]
    pub fn begin(entry: &Entry) -> Option<Self> {
        let Event::Message(message) = &entry.event else { return None };
        if entry.id.is_some() || !message.channel.is_contact() {
            return None;
        }
        Some(Self { import: message.import.clone(), messages: vec![(entry.at, message.clone())] })
    }

    /// Adds `entry` if it is a message of the same import and there is room; says whether it did.
    pub fn add(&mut self, entry: &Entry) -> bool {
        let Some(other) = Self::begin(entry) else { return false };
        if other.import != self.import || self.messages.len() >= MOST {
            return false;
        }
        self.messages.extend(other.messages);
        true
    }

    /// The import that they came with.
    #[must_use]
    pub fn import(&self) -> Option<&str> {
        self.import.as_deref()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.messages.len()
    }

    /// Whether there are none; a batch begins with one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// Its messages with their moments, in their order.
    pub fn messages(&self) -> impl Iterator<Item = &(Moment, Message)> {
        self.messages.iter()
    }

    /// Its messages as entries, in their order.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.messages.iter().map(|(at, message)| Entry {
            at: *at,
            id: None,
            signs: Signs::default(),
            event: Event::Message(message.clone()),
        })
    }
}

const HAS_LENGTH: u8 = 1;
const HAS_MINUTES: u8 = 2;
const HAS_FRACTION: u8 = 4;
const NEW_OFFSET: u8 = 8;

impl Wire for Batch {
    fn put(&self, out: &mut Vec<u8>) {
        self.import.put(out);
        put_count(self.messages.len(), out);
        let (mut last, mut offset) = (0_i64, 0);
        for (at, message) in &self.messages {
            let second = at.instant.as_second();
            let flag = |set: bool, bit: u8| if set { bit } else { 0 };
            let fraction = at.instant.subsec_nanosecond();
            out.push(kind_byte(message));
            out.push(
                flag(message.length.is_some(), HAS_LENGTH)
                    | flag(message.minutes.is_some(), HAS_MINUTES)
                    | flag(fraction != 0, HAS_FRACTION)
                    | flag(at.offset.seconds() != offset, NEW_OFFSET),
            );
            (second - last).put(out);
            last = second;
            if fraction != 0 {
                i64::from(fraction).put(out);
            }
            if at.offset.seconds() != offset {
                offset = at.offset.seconds();
                i64::from(offset).put(out);
            }
            message.length.iter().for_each(|length| length.put(out));
            message.minutes.iter().for_each(|minutes| minutes.put(out));
        }
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let import = Option::<Box<str>>::read_from(reader)?;
        let count = reader.count()?;
        if count == 0 || count > MOST {
            return Err(WireError::Value);
        }
        let mut messages = Vec::with_capacity(count);
        let (mut last, mut offset) = (0_i64, 0);
        for _ in 0..count {
            let (kind, flags) = (reader.byte()?, reader.byte()?);
            if flags > (HAS_LENGTH | HAS_MINUTES | HAS_FRACTION | NEW_OFFSET) {
                return Err(WireError::Value);
            }
            last = last.checked_add(i64::read_from(reader)?).ok_or(WireError::Value)?;
            let fraction = if flags & HAS_FRACTION != 0 { small(reader)? } else { 0 };
            if flags & NEW_OFFSET != 0 {
                offset = small(reader)?;
            }
            let at = Moment {
                instant: Timestamp::new(last, fraction).map_err(|_| WireError::Value)?,
                offset: Offset::from_seconds(offset).map_err(|_| WireError::Value)?,
            };
            let mut message = of_kind_byte(kind, import.clone())?;
            if flags & HAS_LENGTH != 0 {
                message.length = Some(Wire::read_from(reader)?);
            }
            if flags & HAS_MINUTES != 0 {
                message.minutes = Some(Wire::read_from(reader)?);
            }
            messages.push((at, message));
        }
        Ok(Self { import, messages })
    }
}

/// From the lowest bit: one for the side, two for the kind, three for the channel, two for what it is about.
fn kind_byte(message: &Message) -> u8 {
    let about = message.about.map_or(0, |about| about as u8 + 1);
    message.by as u8 | (message.kind as u8) << 1 | (message.channel as u8) << 3 | about << 6
}

fn of_kind_byte(byte: u8, import: Option<Box<str>>) -> Result<Message, WireError> {
    let place = |shift: u8, mask: u8| usize::from(byte >> shift & mask);
    let about = match place(6, 3) {
        0 => None,
        about => Some(*About::ALL.get(about - 1).ok_or(WireError::Value)?),
    };
    Ok(Message {
        by: Side::ALL[place(0, 1)],
        kind: MessageKind::ALL[place(1, 3)],
        channel: Channel::ALL[place(3, 7)],
        length: None,
        minutes: None,
        about,
        import,
    })
}
