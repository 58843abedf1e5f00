//! Reading what Telegram Desktop exports as `result.json`: one chat, or a whole account.
//!
//! The list of messages is walked once, on both halves at the same time; of each message a few fields are looked at.
//! It does not know who is asking, and it keeps no text.
//!
//! # Quirks, and where they are known from
//! The writer is public (`telegramdesktop/tdesktop`, `export_output_json.cpp`):
//! - `text` is a string, or a list of strings and of objects with a `text` of their own where words are marked.
//! - `date` is the wall clock of the computer that exported, without a zone; `date_unixtime` came later and settles it.
//! - `from` is `null` for an account that was deleted, and absent where the sender is not known; `from_id` tells who it
//!   was. Older files have numbers for ids, newer ones `user123`. People change their names: the id stays.
//! - Control signs are written as `\x1F`, which is no JSON.
//! - Rows of `"type": "service"` are the app's own, calls excepted: those have `action` `phone_call`, an `actor`, and
//!   `duration_seconds` if anybody answered.
//! - A message the exporting version does not know is an id and `"type": "unsupported"`, without date or sender.
//! - Until 2021 ids were numbers, those of senders with 2^32 added to tell people from groups, those of chats and of the
//!   owner without (`kUserPeerIdShift` and `BarePeerId` in `export_data_types.cpp` of that time): taken off again.
//! - `saved_messages` are notes to oneself: nobody else is in them, and none is counted.
//! - A whole account nests its chats in `chats.list` and `left_chats.list`; `personal_information` tells whose it is.
//! - Chats moved here from another app carry the moment of the move on every message (Telegram's FAQ, "moving chat
//!   history"): many of one second, all forwarded. Of these nobody knows when they were written; they are skipped.

mod row;

use crate::audit::{Format, Place, Skipped, Why};
use crate::broken::Broken;
use crate::contact::Contact;
use crate::export::{Chat, Export, Lines, Settings, Trouble};
use crate::json::{Text, Walk};
use crate::senders::Senders;
use crate::side_by_side::{self, Stand};
use crate::zone::WallClock;
use row::{Half, Reader};

/// Reads an export.
pub(crate) fn read(bytes: &[u8], settings: &Settings<'_>) -> Result<Export, Trouble> {
    let mut account = Account {
        bytes,
        settings,
        senders: Senders::default(),
        owner: None,
        chats: Vec::new(),
        skipped: Vec::new(),
        system: 0,
        repeated: 0,
        missing: 0,
        splits_left: MOST_SPLITS,
    };
    let mut walk = Walk::new(bytes, 0);
    let start = bytes.iter().position(|&byte| byte == b'{').unwrap_or(bytes.len());
    walk.go(start + 1);
    if let Err(broken) = account.object(&mut walk, Inside::Top) {
        let why = if broken == Broken::CutShort { Why::CutShort } else { Why::Broken };
        // Where a message was cut, that is told already.
        if !account.skipped.iter().any(|(_, told)| *told == Why::CutShort) {
            account.skipped.push((walk.at(), why));
        }
    }
    account.export()
}

/// A list of messages is cut in two so often in one file; more are short.
const MOST_SPLITS: u32 = 4;

/// In which object of the file a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    /// The outermost: a chat, or an account.
    Top,
    /// `chats` or `left_chats`.
    Chats,
    /// A chat of an account.
    Chat,
}

struct Account<'a> {
    bytes: &'a [u8],
    settings: &'a Settings<'a>,
    senders: Senders,
    owner: Option<Owner>,
    chats: Vec<Chat>,
    skipped: Vec<(usize, Why)>,
    system: u64,
    repeated: u64,
    missing: u64,
    splits_left: u32,
}

/// Whose account it is.
struct Owner {
    id: i64,
    name: String,
}

/// What is known of a chat beside its messages.
#[derive(Default)]
struct About<'a> {
    name: Option<Text<'a>>,
    sort: Option<&'a [u8]>,
    id: Option<i64>,
    contacts: Option<Vec<Contact>>,
}

impl<'a> Account<'a> {
    fn object(&mut self, walk: &mut Walk<'a>, inside: Inside) -> Result<(), Broken> {
        let mut about = About::default();
        let outcome = self.fields(walk, inside, &mut about);
        // What was read before the text broke off counts.
        self.chat(about);
        outcome
    }

    fn fields(&mut self, walk: &mut Walk<'a>, inside: Inside, about: &mut About<'a>) -> Result<(), Broken> {
        while let Some(key) = walk.key()? {
            match (inside, key) {
                (Inside::Top | Inside::Chat, b"messages") if walk.peek()? == b'[' => {
                    walk.eat(b'[')?;
                    let contacts = self.messages(walk);
                    about.contacts.get_or_insert_default().extend(contacts);
                }
                (Inside::Top | Inside::Chat, b"name") => about.name = walk.string_or_skip()?,
                (Inside::Top | Inside::Chat, b"type") => {
                    about.sort = walk.string_or_skip()?.map(|text| text.raw);
                }
                (Inside::Top | Inside::Chat, b"id") => about.id = walk.whole_or_skip()?,
                (Inside::Top, b"chats" | b"left_chats") if walk.peek()? == b'{' => {
                    walk.eat(b'{')?;
                    self.object(walk, Inside::Chats)?;
                }
                (Inside::Top, b"personal_information") if walk.peek()? == b'{' => self.personal(walk)?,
                (Inside::Chats, b"list") if walk.peek()? == b'[' => {
                    walk.eat(b'[')?;
                    while walk.more()? {
                        if walk.eat(b'{')? {
                            self.object(walk, Inside::Chat)?;
                        } else {
                            walk.skip()?;
                        }
                    }
                }
                _ => walk.skip()?,
            }
        }
        Ok(())
    }

    fn personal(&mut self, walk: &mut Walk<'a>) -> Result<(), Broken> {
        walk.eat(b'{')?;
        let (mut id, mut name) = (None, [String::new(), String::new()]);
        while let Some(key) = walk.key()? {
            match key {
                b"user_id" => id = walk.whole_or_skip()?,
                b"first_name" | b"last_name" => {
                    let part = usize::from(key == b"last_name");
                    name[part] = walk.string_or_skip()?.map(|text| text.decoded()).unwrap_or_default();
                }
                _ => walk.skip()?,
            }
        }
        self.owner = id.map(|id| Owner { id, name: name.join(" ").trim().to_owned() });
        Ok(())
    }

    /// Reads a list of messages, whose bracket was passed.
    fn messages(&mut self, walk: &mut Walk<'a>) -> Vec<Contact> {
        let bytes = self.bytes;
        let zone = &self.settings.zone;
        let from = walk.at();
        let guess = |at: usize| (self.splits_left > 0).then(|| row::next(bytes, at)).flatten();
        let read = |from: usize, until: usize| -> (Half, Stand) {
            Reader::new(bytes, WallClock::new(zone.clone())).read(from, until)
        };
        let (halves, end) = side_by_side::read(from..bytes.len(), guess, read);
        if halves.len() > 1 || bytes.len() - from > end - from {
            self.splits_left = self.splits_left.saturating_sub(1);
        }
        walk.go(end);
        let mut contacts: Vec<Contact> = Vec::new();
        for mut half in halves {
            let numbers = self.senders.take_in(&half.senders);
            for contact in &mut half.contacts {
                contact.who = numbers[usize::from(contact.who)];
            }
            if contacts.is_empty() {
                contacts = half.contacts;
            } else {
                contacts.append(&mut half.contacts);
            }
            self.skipped.append(&mut half.skipped);
            self.system += half.system;
            self.repeated += half.repeated;
            self.missing += half.missing;
        }
        contacts
    }

    /// Takes in a chat that was read to its end.
    fn chat(&mut self, about: About<'a>) {
        let Some(mut contacts) = about.contacts else { return };
        let sort = about.sort.unwrap_or_default();
        if sort == b"saved_messages" {
            contacts.clear();
        }
        let mut chat = Chat {
            contacts,
            group: sort.ends_with(b"group") || sort.ends_with(b"channel"),
            ..Chat::default()
        };
        // Of two people, the chat bears the other's name and id: also where that account is gone, or never wrote.
        if let (b"personal_chat", Some(id)) = (sort, about.id) {
            let other = self.senders.number(id.to_string().as_bytes());
            if let Some(name) = about.name {
                self.senders.older_name(other, name.raw);
            }
            chat.members.push(other);
            if let Some(owner) = &self.owner {
                chat.members.push(self.senders.number(owner.id.to_string().as_bytes()));
            }
        }
        self.chats.push(chat);
    }

    fn export(mut self) -> Result<Export, Trouble> {
        let mut export = Export::new(Format::Telegram);
        if let Some(owner) = &self.owner {
            let number = self.senders.number(owner.id.to_string().as_bytes());
            if !owner.name.is_empty() {
                self.senders.older_name(number, owner.name.as_bytes());
            }
        }
        export.people = self.senders.people(|raw| Text { raw, escaped: raw.contains(&b'\\') }.decoded());
        let mut lines = Lines::of(self.bytes);
        self.skipped.sort_by_key(|(place, _)| *place);
        export.skipped = self
            .skipped
            .iter()
            .map(|(place, why)| Skipped { at: Place::Line(lines.at(*place)), why: *why })
            .collect();
        export.notes.system_lines = self.system;
        export.notes.repeated_hour = self.repeated;
        export.notes.missing_hour = self.missing;
        export.chats = self.chats;
        if export.contacts() == 0 {
            return Err(Trouble::Nothing(export.skipped.first().map(|skipped| skipped.why)));
        }
        Ok(export)
    }
}
