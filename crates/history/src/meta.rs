//! Reading what Messenger and Instagram export as JSON: a file, the files of a chat, or all chats of an account.
//!
//! Each file holds a part of one chat; parts of one chat are brought together where they are searched for. The list of
//! messages is walked once, on both halves at the same time. It does not know who is asking, and keeps no text.
//!
//! # Quirks, and where they are known from
//! From the field lists that several public readers of these exports keep (`participants`, `sender_name`,
//! `timestamp_ms`, `thread_path`; for the end-to-end encrypted download `senderName`, `timestamp`, `isUnsent`,
//! `threadName`), which agree:
//! - UTF-8 is written as if every byte were a sign of Latin-1: `Zo\u00c3\u00ab`. Mended where it decodes.
//! - The newest message stands first; a chat is cut into `message_1.json`, `message_2.json`, … of ten thousand.
//! - What is end-to-end encrypted is another download with names of its own, in the order they were written.
//! - A message may have no `content` at all: a sticker, a picture, one that was unsent. It is a message.
//! - `Reacted ❤ to your message` and `Liked a message` stand among the messages, as the reactor's own. They are signs
//!   under a message. Which sentences are such, and which are the app's own (`Mia named the group Us.`), is in
//!   `meta/words.txt`; it knows English, and of other languages the reactions only.
//! - A call is a row with `call_duration`, in seconds; one that nobody answered has `missed`.
//! - Times were in seconds (`timestamp`) until about 2018.
//! - Instagram's files have the same shape as Messenger's; they are told apart by the folders and links in them.

mod row;
mod words;

use crate::audit::{Format, Place, Skipped, Why};
use crate::broken::Broken;
use crate::contact::Contact;
use crate::export::{Chat, Export, Lines, Trouble};
use crate::json::{self, Text, Walk};
use crate::senders::Senders;
use crate::side_by_side::{self, Stand};
use row::{Half, Reader};

/// Reads one file, told under `name`.
pub(crate) fn read(bytes: &[u8], name: &str) -> Result<Export, Trouble> {
    let mut file = File::default();
    let start = bytes.iter().position(|&byte| byte == b'{').unwrap_or(bytes.len());
    let mut walk = Walk::new(bytes, start + 1);
    if let Err(broken) = file.fields(bytes, &mut walk)
        && !file.skipped.iter().any(|(_, told)| *told == Why::CutShort)
    {
        let why = if broken == Broken::CutShort { Why::CutShort } else { Why::Broken };
        file.skipped.push((walk.at(), why));
    }
    file.export(bytes, name)
}

#[derive(Default)]
struct File<'a> {
    senders: Senders,
    contacts: Vec<Contact>,
    members: Vec<u16>,
    key: Option<Text<'a>>,
    title: Option<Text<'a>>,
    sort: Option<Text<'a>>,
    skipped: Vec<(usize, Why)>,
    system: u64,
}

impl<'a> File<'a> {
    fn fields(&mut self, bytes: &'a [u8], walk: &mut Walk<'a>) -> Result<(), Broken> {
        while let Some(key) = walk.key()? {
            match key {
                b"messages" if walk.peek()? == b'[' => {
                    walk.eat(b'[')?;
                    self.messages(bytes, walk)?;
                }
                b"participants" if walk.peek()? == b'[' => self.participants(walk)?,
                b"thread_path" => self.key = walk.string_or_skip()?,
                b"title" | b"threadName" => self.title = walk.string_or_skip()?,
                b"thread_type" => self.sort = walk.string_or_skip()?,
                _ => walk.skip()?,
            }
        }
        Ok(())
    }

    /// The people of the chat: objects with a name, or names.
    fn participants(&mut self, walk: &mut Walk<'a>) -> Result<(), Broken> {
        walk.eat(b'[')?;
        while walk.more()? {
            let mut name = None;
            if walk.eat(b'{')? {
                while let Some(key) = walk.key()? {
                    if key == b"name" {
                        name = walk.string_or_skip()?;
                    } else {
                        walk.skip()?;
                    }
                }
            } else {
                name = walk.string_or_skip()?;
            }
            if let Some(name) = name.filter(|name| !name.raw.is_empty()) {
                let number = self.senders.number(name.raw);
                self.members.push(number);
            }
        }
        Ok(())
    }

    /// Reads the list of messages, whose bracket was passed.
    fn messages(&mut self, bytes: &'a [u8], walk: &mut Walk<'a>) -> Result<(), Broken> {
        let from = walk.at();
        let Some(first) = row::first_name(bytes, from) else { return walk.more().map(|_| ()) };
        let guess = |at: usize| json::next_object(bytes, first, at);
        let read =
            |from: usize, until: usize| -> (Half, Stand) { Reader::new(bytes, first).read(from, until) };
        let (halves, end) = side_by_side::read(from..bytes.len(), guess, read);
        walk.go(end);
        for mut half in halves {
            let numbers = self.senders.take_in(&half.senders);
            for contact in &mut half.contacts {
                contact.who = numbers[usize::from(contact.who)];
            }
            if self.contacts.is_empty() {
                self.contacts = half.contacts;
            } else {
                self.contacts.append(&mut half.contacts);
            }
            self.skipped.append(&mut half.skipped);
            self.system += half.system;
        }
        Ok(())
    }

    fn export(mut self, bytes: &[u8], name: &str) -> Result<Export, Trouble> {
        let read = |raw: &[u8]| json::mended(Text { raw, escaped: raw.contains(&b'\\') }.decoded());
        let mut export =
            Export::new(if is_instagram(bytes, name) { Format::Instagram } else { Format::Messenger });
        export.people = self.senders.people(read);
        // The newest stands first.
        if let [first, .., last] = self.contacts.as_slice()
            && first.at > last.at
        {
            self.contacts.reverse();
        }
        let mut lines = Lines::of(bytes);
        let told = |(place, why): (usize, Why)| Skipped { at: Place::Line(lines.at(place)), why };
        export.skipped = self.skipped.into_iter().map(told).collect();
        export.notes.system_lines = self.system;
        let group = self.members.len() > 2 || self.sort.is_some_and(|sort| sort.raw == b"RegularGroup");
        let key = self.key.or(self.title).map(|key| read(key.raw)).unwrap_or_default();
        export.chats.push(Chat { key, contacts: self.contacts, members: self.members, group });
        // The first names of one person may be written in two ways, mended and not.
        if export.contacts() == 0 {
            return Err(Trouble::Nothing(export.skipped.first().map(|skipped| skipped.why)));
        }
        Ok(export)
    }
}

/// Whether a file is Instagram's, by the folders and links in its beginning, and by where it lies.
fn is_instagram(bytes: &[u8], name: &str) -> bool {
    let beginning = &bytes[..bytes.len().min(64 << 10)];
    let has = |word: &str| memchr::memmem::find(beginning, word.as_bytes()).is_some();
    if has("your_instagram_activity") || has("\"Instagram User\"") || has("\"Liked a message\"") {
        return true;
    }
    if has("your_facebook_activity") || has("\"thread_type\"") || has("\"Generic\"") || has("\"senderName\"")
    {
        return false;
    }
    name.to_lowercase().contains("instagram") || (has("instagram.com") && !has("facebook.com"))
}
