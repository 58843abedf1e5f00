//! The entries of a backup, one after the other. Who is who is not known here.
//!
//! An entry that is broken costs itself alone: the walk goes on where the next one begins.

use crate::audit::Why;
use crate::broken::{Broken, Patience};
use crate::contact::{self, Contact, Kind};
use crate::json;
use crate::names;
use crate::senders::Senders;
use crate::side_by_side::Stand;
use crate::tapback;
use crate::xml::{self, Tags};

/// The owner's number among the people.
pub(super) const OWNER: u16 = 0;

/// A conversation: with one, or with several at once.
#[derive(Debug, Default)]
pub(super) struct Room {
    pub(super) members: Vec<u16>,
    pub(super) contacts: Vec<Contact>,
    /// What tells apart entries of one moment and length.
    pub(super) prints: Vec<u32>,
}

/// What was read of a stretch of entries.
#[derive(Debug)]
pub(super) struct Half {
    pub(super) senders: Senders,
    /// Numbers the rooms by their addresses as written.
    keys: Senders,
    pub(super) rooms: Vec<Room>,
    pub(super) skipped: Vec<(usize, Why)>,
    /// Reports that something arrived.
    pub(super) reports: u64,
    /// Whether anybody has a name.
    pub(super) named: bool,
}

impl Half {
    pub(super) fn new() -> Self {
        let mut senders = Senders::default();
        // Nobody's number is empty.
        senders.number(b"");
        Self {
            senders,
            keys: Senders::default(),
            rooms: Vec::new(),
            skipped: Vec::new(),
            reports: 0,
            named: false,
        }
    }

    /// Takes in the half behind this one.
    pub(super) fn take_in(&mut self, mut other: Self) {
        let people = self.senders.take_in(&other.senders);
        let rooms = self.keys.take_in(&other.keys);
        for (room, mut more) in rooms.into_iter().zip(other.rooms) {
            let room = usize::from(room);
            if self.rooms.len() <= room {
                self.rooms.resize_with(room + 1, Room::default);
            }
            let known = &mut self.rooms[room];
            for contact in &mut more.contacts {
                contact.who = people[usize::from(contact.who)];
            }
            known.members = more.members.iter().map(|&member| people[usize::from(member)]).collect();
            known.contacts.append(&mut more.contacts);
            known.prints.append(&mut more.prints);
        }
        self.skipped.append(&mut other.skipped);
        self.reports += other.reports;
        self.named |= other.named;
    }
}

/// At or behind `at`, where an entry seems to begin.
pub(super) fn next(bytes: &[u8], at: usize) -> Option<usize> {
    let mut from = at;
    loop {
        from += memchr::memchr(b'<', bytes.get(from..)?)?;
        if is_entry(&bytes[from..]) {
            return Some(from);
        }
        from += 1;
    }
}

fn is_entry(rest: &[u8]) -> bool {
    let names: [&[u8]; 3] = [b"<sms", b"<mms", b"<call"];
    names.iter().any(|name| {
        rest.starts_with(name) && rest.get(name.len()).is_some_and(|&byte| byte.is_ascii_whitespace())
    })
}

/// Reads entries.
pub(super) struct Reader<'a> {
    tags: Tags<'a>,
    bytes: &'a [u8],
    half: Half,
}

/// The fields of an entry that are looked at, as written.
#[derive(Default)]
struct Row<'a> {
    address: &'a [u8],
    name: &'a [u8],
    date: &'a [u8],
    sort: &'a [u8],
    m_type: &'a [u8],
    duration: &'a [u8],
    body: Option<&'a [u8]>,
    /// Of a picture message: who sent it, to whom, what its texts add up to.
    from: &'a [u8],
    to: Vec<&'a [u8]>,
    length: usize,
    medium: bool,
    print: u32,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { tags: Tags::new(bytes, 0), bytes, half: Half::new() }
    }

    /// Reads entries from `from` on; stops before one that begins at or behind `until`.
    pub(super) fn read(mut self, from: usize, until: usize) -> (Half, Stand) {
        self.tags.go(from);
        let mut patience = Patience::new();
        let ended = loop {
            let Some(place) = self.tags.next() else {
                self.tags.go(self.bytes.len());
                break true;
            };
            if !is_entry(self.tags.rest()) {
                self.tags.go(place + 1);
                continue;
            }
            if place >= until {
                break false;
            }
            let Err(broken) = self.entry(place) else { continue };
            let far = broken == Broken::CutShort;
            let (why, next) = patience.after(broken, far, || next(self.bytes, place + 1));
            self.half.skipped.push((place, why));
            let Some(next) = next else {
                self.tags.go(self.bytes.len());
                break true;
            };
            self.tags.go(next);
        };
        (self.half, Stand { at: self.tags.at(), ended })
    }

    fn entry(&mut self, place: usize) -> Result<(), Broken> {
        let outcome = if self.tags.enter(b"sms") {
            let row = self.row()?;
            self.text(&row)
        } else if self.tags.enter(b"call") {
            let row = self.row()?;
            self.call(&row)
        } else {
            self.tags.enter(b"mms");
            let mut row = self.row()?;
            if !self.tags.closed_itself() {
                self.parts(&mut row)?;
            }
            self.picture(&row)
        };
        if let Err(why) = outcome {
            self.half.skipped.push((place, why));
        }
        Ok(())
    }

    /// Reads the attributes of an entry.
    #[inline]
    fn row(&mut self) -> Result<Row<'a>, Broken> {
        let mut row = Row::default();
        while let Some((name, value)) = self.tags.attribute()? {
            match name {
                b"address" | b"number" => row.address = value,
                b"contact_name" => row.name = value,
                b"date" => row.date = value,
                b"type" | b"msg_box" => row.sort = value,
                b"m_type" => row.m_type = value,
                b"duration" => row.duration = value,
                b"body" => row.body = Some(value),
                _ => {}
            }
        }
        Ok(row)
    }

    /// Reads what lies within a picture message, up to its end.
    fn parts(&mut self, row: &mut Row<'a>) -> Result<(), Broken> {
        loop {
            let place = self.tags.next().ok_or(Broken::CutShort)?;
            if self.tags.rest().starts_with(b"</mms") {
                let end = memchr::memchr(b'>', self.tags.rest()).ok_or(Broken::CutShort)?;
                self.tags.go(place + end + 1);
                return Ok(());
            }
            if is_entry(self.tags.rest()) {
                // Its end is missing; the next entry is not.
                return Ok(());
            }
            if self.tags.enter(b"part") {
                self.part(row)?;
            } else if self.tags.enter(b"addr") {
                let (mut address, mut sort): (&[u8], &[u8]) = (b"", b"");
                while let Some((name, value)) = self.tags.attribute()? {
                    match name {
                        b"address" => address = value,
                        b"type" => sort = value,
                        _ => {}
                    }
                }
                match sort {
                    b"137" => row.from = address,
                    _ => row.to.push(address),
                }
            } else {
                self.tags.go(place + 1);
            }
        }
    }

    fn part(&mut self, row: &mut Row<'a>) -> Result<(), Broken> {
        let (mut sort, mut text): (&[u8], &[u8]) = (b"", b"");
        while let Some((name, value)) = self.tags.attribute()? {
            match name {
                b"ct" => sort = value,
                b"text" => text = value,
                _ => {}
            }
        }
        if sort == b"text/plain" {
            if text != b"null" {
                row.length += xml::length(text);
                row.print = print(row.print, text);
            }
        } else if sort != b"application/smil" {
            row.medium = true;
            row.print = print(row.print, sort);
        }
        Ok(())
    }

    fn text(&mut self, row: &Row<'a>) -> Result<(), Why> {
        let at = moment(row.date)?;
        let body = row.body.unwrap_or_default();
        let sent = match row.sort {
            b"1" => false,
            b"2" => true,
            b"3" | b"4" | b"5" | b"6" => return Err(Why::NotSent),
            _ => return Err(Why::NoSender),
        };
        let reaction = tapback::may_be(body) && tapback::is(&xml::decoded(body));
        let kind = if reaction { Kind::Reaction } else { Kind::Text };
        let length = if body == b"null" { 0 } else { short(xml::length(body)) };
        let room = self.room(row.address, row.name);
        let other = self.half.rooms[room].members.first().copied();
        let who = if sent { OWNER } else { other.ok_or(Why::NoSender)? };
        let print = print(print(0, row.date), body);
        self.add(room, Contact { at, who, kind, minutes: None, length }, print);
        Ok(())
    }

    fn picture(&mut self, row: &Row<'a>) -> Result<(), Why> {
        let at = moment(row.date)?;
        if matches!(row.m_type, b"134" | b"135" | b"136") {
            self.half.reports += 1;
            return Ok(());
        }
        let sent = match (row.sort, row.m_type) {
            (b"3" | b"4" | b"5", _) => return Err(Why::NotSent),
            (b"1", _) => false,
            (b"2", _) | (_, b"128") => true,
            (_, b"130" | b"132") => false,
            _ => return Err(Why::NoSender),
        };
        // Some write no address of their own; those within then tell whom it is with.
        let joined: Vec<u8>;
        let (address, name): (&[u8], &[u8]) = if is_address(row.address) {
            (row.address, row.name)
        } else if sent {
            joined = row.to.iter().copied().filter(|to| is_address(to)).collect::<Vec<_>>().join(&b'~');
            (&joined, b"")
        } else {
            (row.from, b"")
        };
        if !is_address(address) {
            return Err(if sent { Why::NoReceiver } else { Why::NoSender });
        }
        let room = self.room(address, name);
        let who = if sent { OWNER } else { self.sender(room, row.from)? };
        let kind = if row.medium || row.length == 0 { Kind::Media } else { Kind::Text };
        let contact = Contact { at, who, kind, minutes: None, length: short(row.length) };
        self.add(room, contact, print(row.print, row.date));
        Ok(())
    }

    /// Who of a room sent a picture message that was received.
    fn sender(&mut self, room: usize, from: &[u8]) -> Result<u16, Why> {
        let members = &self.half.rooms[room].members;
        if let [only] = members.as_slice() {
            return Ok(*only);
        }
        if !is_address(from) {
            return Err(Why::NoSender);
        }
        let from_text = xml::decoded(from);
        let known = members.iter().copied().find(|&member| {
            let key = xml::decoded(self.half.senders.key(member));
            names::same_name(key.trim(), from_text.trim())
        });
        Ok(known.unwrap_or_else(|| self.half.senders.number(from.trim_ascii())))
    }

    fn call(&mut self, row: &Row<'a>) -> Result<(), Why> {
        let at = moment(row.date)?;
        let made = match row.sort {
            b"1" | b"3" | b"4" | b"5" | b"6" | b"7" => false,
            b"2" => true,
            _ => return Err(Why::NoSender),
        };
        // A number that was withheld is empty or below nought.
        let withheld = !is_address(row.address) || row.address.starts_with(b"-");
        let room = if withheld { self.room(b"withheld", b"") } else { self.room(row.address, row.name) };
        let other = self.half.rooms[room].members.first().copied();
        let who = if made { OWNER } else { other.ok_or(Why::NoSender)? };
        let seconds = json::whole(row.duration).unwrap_or(0);
        // What was not answered has no minutes, whatever ringing is told.
        let answered = matches!(row.sort, b"1" | b"2" | b"7");
        let minutes = Some(contact::minutes(if answered { seconds } else { 0 }));
        self.add(room, Contact { at, who, kind: Kind::Call, minutes, length: 0 }, print(0, row.date));
        Ok(())
    }

    /// The room of an address as written, which may be several.
    #[inline]
    fn room(&mut self, address: &[u8], name: &[u8]) -> usize {
        let room = usize::from(self.half.keys.number(address));
        if room == self.half.rooms.len() {
            let senders = &mut self.half.senders;
            let members = address.split(|&byte| byte == b'~').filter(|part| is_address(part));
            let mut members: Vec<u16> = members.map(|part| senders.number(part.trim_ascii())).collect();
            members.sort_unstable();
            members.dedup();
            self.half.rooms.push(Room { members, ..Room::default() });
        }
        if let [only] = self.half.rooms[room].members.as_slice()
            && is_name(name)
        {
            self.half.senders.name(*only, name);
            self.half.named = true;
        }
        room
    }

    #[inline]
    fn add(&mut self, room: usize, contact: Contact, print: u32) {
        let room = &mut self.half.rooms[room];
        room.contacts.push(contact);
        room.prints.push(print);
    }
}

/// Whether something stands there that is an address, and not the sign for the phone itself.
fn is_address(raw: &[u8]) -> bool {
    let raw = raw.trim_ascii();
    !raw.is_empty() && raw != b"null" && raw != b"insert-address-token"
}

/// Whether the phone knew a name.
fn is_name(raw: &[u8]) -> bool {
    let raw = raw.trim_ascii();
    !raw.is_empty() && raw != b"null" && raw != b"(Unknown)"
}

fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[inline]
fn moment(date: &[u8]) -> Result<i64, Why> {
    json::whole(date).and_then(contact::moment).ok_or(Why::NoTime)
}

/// Takes `bytes` into a figure that tells entries apart: FNV-1a over eight bytes at a time, folded.
#[inline]
fn print(so_far: u32, bytes: &[u8]) -> u32 {
    const PRIME: u64 = 0x0100_0000_01B3;
    let mut sum = 0xCBF2_9CE4_8422_2325_u64 ^ u64::from(so_far);
    let (chunks, rest) = bytes.as_chunks::<8>();
    for chunk in chunks {
        sum = (sum ^ u64::from_le_bytes(*chunk)).wrapping_mul(PRIME);
        sum ^= sum >> 29;
    }
    for &byte in rest {
        sum = (sum ^ u64::from(byte)).wrapping_mul(PRIME);
    }
    u32::try_from((sum ^ (sum >> 32)) & u64::from(u32::MAX)).unwrap_or_default()
}
