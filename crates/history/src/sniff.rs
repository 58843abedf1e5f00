//! What a file is, by what it holds and never by its name.
//!
//! It looks at the beginning only, so that two gigabytes of nothing are refused as fast as two bytes.

use crate::broken::Broken;
use crate::error::Foreign;
use crate::json::Walk;
use crate::{mail, sms, table, whatsapp};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// A zip.
    Zip,
    /// The text of a WhatsApp chat.
    WhatsappText,
    /// A database, perhaps of Apple's Messages.
    Database,
    /// A mailbox, or a mail.
    Mail,
    /// A chat of Messenger or Instagram.
    Meta,
    /// A table of messages.
    Table,
    /// Chats of Telegram.
    Telegram,
    /// A backup of SMS Backup & Restore.
    Sms,
    /// Something else.
    Other(Foreign),
}

/// How much of a file is looked at.
pub(crate) const BEGINNING: usize = 256 * 1024;

/// Says what `bytes` are.
pub(crate) fn of(bytes: &[u8]) -> Holds {
    let beginning = &bytes[..bytes.len().min(BEGINNING)];
    if beginning.starts_with(b"PK\x03\x04") || beginning.starts_with(b"PK\x05\x06") {
        return Holds::Zip;
    }
    if beginning.starts_with(b"SQLite format 3\0") {
        return Holds::Database;
    }
    if let Some(what) = by_signature(beginning) {
        return Holds::Other(what);
    }
    let start = beginning.trim_ascii_start();
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    let first_lines = &start[..start.len().min(600)];
    if contains(first_lines, "카카오톡") || contains(first_lines, "KakaoTalk Chats with") {
        return Holds::Other(Foreign::KakaoTalk);
    }
    if contains(first_lines, "[LINE]") {
        return Holds::Other(Foreign::Line);
    }
    if is_json(start) {
        return by_names(start);
    }
    if sms::is_backup(start) {
        return Holds::Sms;
    }
    // A mail may quote a chat, and a table be sent in one: their own first lines tell.
    if mail::is_mail(start) {
        return Holds::Mail;
    }
    if table::is_table(start) {
        return Holds::Table;
    }
    if whatsapp::looks_like_a_chat(start) {
        return Holds::WhatsappText;
    }
    if beginning.contains(&0) {
        return Holds::Other(Foreign::NoText);
    }
    Holds::Other(by_first_words(start))
}

fn contains(text: &[u8], word: &str) -> bool {
    memchr::memmem::find(text, word.as_bytes()).is_some()
}

fn is_json(start: &[u8]) -> bool {
    match start.first() {
        Some(b'{') => start[1..].trim_ascii_start().starts_with(b"\""),
        Some(b'[') => matches!(start[1..].trim_ascii_start().first(), Some(b'{' | b'"')),
        _ => false,
    }
}

/// The names in a JSON object, as far as its beginning tells them: its own, and those of its first message.
#[derive(Default)]
struct Names<'a> {
    own: Vec<&'a [u8]>,
    of_message: Vec<&'a [u8]>,
    messages: bool,
}

impl<'a> Names<'a> {
    fn of(json: &'a [u8]) -> Self {
        let mut names = Self::default();
        // The beginning of a larger file ends in the middle: what was met before that is enough.
        let _ = names.read(&mut Walk::new(json, 1));
        names
    }

    fn read(&mut self, walk: &mut Walk<'a>) -> Result<(), Broken> {
        /// An object with more names is none that is known here.
        const MOST: usize = 200;
        while let Some(key) = walk.key()? {
            if self.own.len() < MOST {
                self.own.push(key);
            }
            if key != b"messages" || walk.peek()? != b'[' {
                walk.skip()?;
                continue;
            }
            self.messages = true;
            walk.eat(b'[')?;
            while walk.more()? {
                if !walk.eat(b'{')? {
                    walk.skip()?;
                    continue;
                }
                while let Some(key) = walk.key()? {
                    if self.of_message.len() < MOST {
                        self.of_message.push(key);
                    }
                    walk.skip()?;
                }
            }
        }
        Ok(())
    }

    fn has(&self, name: &str) -> bool {
        self.own.contains(&name.as_bytes())
    }

    fn message_has(&self, name: &str) -> bool {
        self.of_message.contains(&name.as_bytes())
    }
}

/// Tells JSON by the names in it.
fn by_names(json: &[u8]) -> Holds {
    if !json.starts_with(b"{") {
        return Holds::Other(Foreign::Json);
    }
    let names = Names::of(json);
    let account = names.has("personal_information") && names.has("about");
    let chat = names.messages && (names.has("type") || names.has("id") || names.has("name"));
    let telegram = names.message_has("date_unixtime")
        || names.message_has("text_entities")
        || (names.message_has("type") && names.message_has("date") && names.message_has("id"));
    let chats = names.has("chats") && names.has("about");
    if account
        || chats
        || (telegram && names.messages)
        || (chat && names.of_message.is_empty() && names.has("type"))
    {
        return Holds::Telegram;
    }
    let sender = names.message_has("sender_name") || names.message_has("senderName");
    if names.messages && (sender || (names.has("participants") && names.of_message.is_empty())) {
        return Holds::Meta;
    }
    Holds::Other(Foreign::Json)
}

fn by_signature(beginning: &[u8]) -> Option<Foreign> {
    const SIGNATURES: &[(&[u8], Foreign)] = &[
        (b"%PDF", Foreign::Pdf),
        (b"\x89PNG", Foreign::Medium),
        (b"\xFF\xD8\xFF", Foreign::Medium),
        (b"GIF8", Foreign::Medium),
        (b"RIFF", Foreign::Medium),
        (b"OggS", Foreign::Medium),
        (b"ID3", Foreign::Medium),
        (b"\x1F\x8B", Foreign::Archive),
        (b"7z\xBC\xAF", Foreign::Archive),
        (b"Rar!", Foreign::Archive),
        (b"\xFD7zXZ", Foreign::Archive),
    ];
    let found = SIGNATURES.iter().find(|(signature, _)| beginning.starts_with(signature));
    let film = beginning.get(4..8) == Some(b"ftyp");
    found.map(|(_, what)| *what).or(film.then_some(Foreign::Medium))
}

fn by_first_words(start: &[u8]) -> Foreign {
    let head: Vec<u8> = start.iter().take(100).map(u8::to_ascii_lowercase).collect();
    if head.starts_with(b"<!doctype html") || head.starts_with(b"<html") {
        Foreign::Html
    } else if head.starts_with(b"<?xml") {
        Foreign::Xml
    } else if std::str::from_utf8(&start[..start.len().min(1000)])
        .is_err_and(|error| error.valid_up_to() < 900)
        && start.iter().take(1000).filter(|byte| byte.is_ascii_control()).count() > 100
    {
        Foreign::NoText
    } else {
        Foreign::OtherText
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expect: Holds) {
        assert_eq!(of(bytes), expect, "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
    }

    #[test]
    fn a_file_is_what_it_holds() {
        check(b"[5/3/24, 14:05:33] Anna: hi", Holds::WhatsappText);
        check(b"a title\n5/3/24, 14:05 - Anna: hi", Holds::WhatsappText);
        check(b"PK\x03\x04...", Holds::Zip);
        check(b"%PDF-1.7", Holds::Other(Foreign::Pdf));
        check(b"{\"name\": \"Anna\", \"messages\": []}", Holds::Other(Foreign::Json));
        check(b"From x@y.z Mon Feb  1 09:00:00 2021\nSubject: a\n\n5/3/24, 14:05 - Anna: hi", Holds::Mail);
        check(b"From: x@y.z\nDate: x\nTo: y@y.z\n\nhi", Holds::Mail);
        check(b"From here on nothing\nis a mail: at all", Holds::Other(Foreign::OtherText));
        check(b"time,from\n2025-01-01T10:00:00Z,Jo\n", Holds::Table);
        check(b"time,from,mood\n2025-01-01T10:00:00Z,Jo,5\n", Holds::Other(Foreign::OtherText));
        check(b"[{\"a\":1}]", Holds::Other(Foreign::Json));
        check(b"<?xml version='1.0'?><smses count=\"1\">", Holds::Sms);
        check(b"<?xml version='1.0'?><feed>", Holds::Other(Foreign::Xml));
        check(b"SQLite format 3\0....", Holds::Database);
        check(&[0; 5000], Holds::Other(Foreign::NoText));
        check("저장한 날짜 : 2024\n카카오톡 대화".as_bytes(), Holds::Other(Foreign::KakaoTalk));
        check(b"Dear diary,\ntoday I wrote nothing.", Holds::Other(Foreign::OtherText));
    }

    #[test]
    fn json_is_told_by_the_names_in_it() {
        check(
            b"{\"name\":\"Mia\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[{\"id\":1,\"type\":\"message\",\"date\":\"2020-01-01T10:00:00\"",
            Holds::Telegram,
        );
        check(b"{\"about\":\"Here is the data\",\"personal_information\":{\"user_id\":1", Holds::Telegram);
        check(b"{\"name\":\"Mia\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[]}", Holds::Telegram);
        check(b"{\"participants\":[{\"name\":\"Mia\"}],\"messages\":[{\"sender_name\":\"Mia\",\"timestamp_ms\":1}]}", Holds::Meta);
        check(b"{\"participants\":[\"Mia\"],\"threadName\":\"x\",\"messages\":[{\"isUnsent\":false,\"senderName\":\"Mia\"}]}", Holds::Meta);
        check(b"{\"guild\":{},\"channel\":{},\"messages\":[{\"id\":\"1\",\"type\":\"Default\",\"timestamp\":\"2020\"}]}", Holds::Other(Foreign::Json));
    }
}
