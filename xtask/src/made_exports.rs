//! Exports of every format with as many messages as are asked for, ten years of them, made from a seed.
//! They are no one's words, and test no trap.
//!
//! Each has the shape that its app writes, blanks and all, since that is what a reader has to go over.

use crate::dice::Dice;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Who writes.
pub(crate) struct Made;

impl Made {
    /// The person asking.
    pub(crate) const ME: &str = "Jo Winter";
    /// The partner.
    pub(crate) const PARTNER: &str = "Mia Sommer";
    /// The partner's number.
    pub(crate) const NUMBER: &str = "+15550101234";
}

/// The first of January 2015, in seconds since 1970.
const START: i64 = 1_420_070_400;
/// Ten years in seconds.
const TEN_YEARS: i64 = 315_576_000;

/// A message.
struct Message {
    at: i64,
    mine: bool,
    text: String,
}

impl Message {
    const fn name(&self) -> &'static str {
        if self.mine { Made::ME } else { Made::PARTNER }
    }
}

/// Hands over messages one by one, in the order of time.
fn each(messages: u32, mut take: impl FnMut(i64, &Message) -> io::Result<()>) -> io::Result<()> {
    const WORDS: [&str; 24] = [
        "the", "train", "is", "late", "again", "see", "you", "at", "home", "bread", "and", "milk", "yes",
        "no", "maybe", "tomorrow", "call", "me", "when", "you", "are", "there", "❤️", "😂",
    ];
    let mut dice = Dice::new(1);
    let step = TEN_YEARS / i64::from(messages.max(1));
    for number in 0..i64::from(messages) {
        let mut text = String::new();
        for word in 0..2 + dice.below(13) {
            text.push_str(if word > 0 { " " } else { "" });
            text.push_str(dice.pick(&WORDS));
        }
        take(number, &Message { at: START + number * step, mine: dice.chance(0.5), text })?;
    }
    Ok(())
}

fn at(seconds: i64, form: &str) -> io::Result<String> {
    let zoned =
        jiff::Timestamp::from_second(seconds).map_err(io::Error::other)?.to_zoned(jiff::tz::TimeZone::UTC);
    Ok(zoned.strftime(form).to_string())
}

/// A chat as an American Android phone exports it.
pub(crate) fn whatsapp(path: &Path, messages: u32) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "1/1/15, 12:00 AM - Messages and calls are end-to-end encrypted.")?;
    each(messages, |_, message| {
        writeln!(file, "{} - {}: {}", at(message.at, "%-m/%-d/%y, %-I:%M %p")?, message.name(), message.text)
    })?;
    file.flush()
}

/// A chat as Telegram Desktop exports it.
pub(crate) fn telegram(path: &Path, messages: u32) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    write!(
        file,
        "{{\n \"name\": \"{}\",\n \"type\": \"personal_chat\",\n \"id\": 2222222222,\n \"messages\": [",
        Made::PARTNER
    )?;
    each(messages, |number, message| {
        let id = if message.mine { "1111111111" } else { "2222222222" };
        write!(
            file,
            "{}\n  {{\n   \"id\": {number},\n   \"type\": \"message\",\n   \"date\": \"{}\",\n   \"date_unixtime\": \"{}\",\n   \"from\": \"{}\",\n   \"from_id\": \"user{id}\",\n",
            if number > 0 { "," } else { "" },
            at(message.at, "%Y-%m-%dT%H:%M:%S")?,
            message.at,
            message.name(),
        )?;
        if number % 16 == 0 {
            write!(
                file,
                "   \"photo\": \"(File not included. Change data exporting settings to download.)\",\n   \"width\": 960,\n   \"height\": 1280,\n"
            )?;
        }
        let text = &message.text;
        write!(
            file,
            "   \"text\": \"{text}\",\n   \"text_entities\": [\n    {{\n     \"type\": \"plain\",\n     \"text\": \"{text}\"\n    }}\n   ]\n  }}"
        )
    })?;
    write!(file, "\n ]\n}}")?;
    file.flush()
}

/// A chat as Messenger exports it: the newest first, and UTF-8 as if it were Latin-1.
pub(crate) fn messenger(path: &Path, messages: u32) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    write!(
        file,
        "{{\n  \"participants\": [\n    {{\n      \"name\": \"{}\"\n    }},\n    {{\n      \"name\": \"{}\"\n    }}\n  ],\n  \"messages\": [",
        Made::PARTNER,
        Made::ME
    )?;
    let last = START + TEN_YEARS;
    each(messages, |number, message| {
        write!(
            file,
            "{}\n    {{\n      \"sender_name\": \"{}\",\n      \"timestamp_ms\": {},\n",
            if number > 0 { "," } else { "" },
            message.name(),
            (last - (message.at - START)) * 1000
        )?;
        if number % 16 > 0 {
            write!(file, "      \"content\": \"")?;
            for sign in message.text.chars() {
                if sign.is_ascii() {
                    write!(file, "{sign}")?;
                } else {
                    for byte in sign.encode_utf8(&mut [0; 4]).bytes() {
                        write!(file, "\\u00{byte:02x}")?;
                    }
                }
            }
            writeln!(file, "\",")?;
        }
        write!(file, "      \"is_geoblocked_for_viewer\": false\n    }}")
    })?;
    write!(
        file,
        "\n  ],\n  \"title\": \"{}\",\n  \"is_still_participant\": true,\n  \"thread_path\": \"inbox/mia_1\",\n  \"magic_words\": []\n}}",
        Made::PARTNER
    )?;
    file.flush()
}

/// A backup as SMS Backup & Restore writes it, emoji in two halves.
pub(crate) fn sms(path: &Path, messages: u32) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(
        file,
        "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"{messages}\" backup_set=\"x\" backup_date=\"1735689600000\" type=\"full\">"
    )?;
    each(messages, |number, message| {
        write!(
            file,
            "  <sms protocol=\"0\" address=\"{}\" date=\"{}\" type=\"{}\" subject=\"null\" body=\"",
            Made::NUMBER,
            message.at * 1000 + number % 1000,
            if message.mine { 2 } else { 1 }
        )?;
        for sign in message.text.chars() {
            if u32::from(sign) > 0xFFFF {
                for half in sign.encode_utf16(&mut [0; 2]) {
                    write!(file, "&#{half};")?;
                }
            } else {
                write!(file, "{sign}")?;
            }
        }
        writeln!(
            file,
            "\" toa=\"null\" sc_toa=\"null\" service_center=\"null\" read=\"1\" status=\"-1\" locked=\"0\" date_sent=\"{}\" sub_id=\"1\" readable_date=\"{}\" contact_name=\"{}\" />",
            message.at * 1000,
            at(message.at, "%b %-d, %Y %-I:%M:%S %p")?,
            Made::PARTNER
        )
    })?;
    writeln!(file, "</smses>")?;
    file.flush()
}

/// A database as Apple's Messages keeps it.
pub(crate) fn imessage(path: &Path, messages: u32) -> io::Result<()> {
    database(path, messages, true)
}

/// A database of a newer system, whose words are in `attributedBody` alone.
pub(crate) fn imessage_bodies(path: &Path, messages: u32) -> io::Result<()> {
    database(path, messages, false)
}

fn database(path: &Path, messages: u32, with_text: bool) -> io::Result<()> {
    let connection = rusqlite::Connection::open(path).map_err(io::Error::other)?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
             CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, replace INTEGER DEFAULT 0,
               service_center TEXT, handle_id INTEGER DEFAULT 0, subject TEXT, country TEXT, attributedBody BLOB, version INTEGER DEFAULT 0,
               type INTEGER DEFAULT 0, service TEXT, account TEXT, account_guid TEXT, error INTEGER DEFAULT 0, date INTEGER, date_read INTEGER,
               date_delivered INTEGER, is_delivered INTEGER DEFAULT 0, is_from_me INTEGER DEFAULT 0, is_sent INTEGER DEFAULT 0,
               cache_has_attachments INTEGER DEFAULT 0, item_type INTEGER DEFAULT 0, associated_message_guid TEXT,
               associated_message_type INTEGER DEFAULT 0, date_edited INTEGER DEFAULT 0, date_retracted INTEGER DEFAULT 0);
             CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL, person_centric_id TEXT);
             CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, style INTEGER, state INTEGER, chat_identifier TEXT, service_name TEXT, display_name TEXT);
             CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER, UNIQUE(chat_id, handle_id));
             CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, message_date INTEGER DEFAULT 0, PRIMARY KEY (chat_id, message_id));
             CREATE INDEX message_idx_date ON message(date);
             CREATE INDEX chat_message_join_idx_message_id_only ON chat_message_join(message_id);
             INSERT INTO handle VALUES (1, '+15550101234', 'us', 'iMessage', NULL);
             INSERT INTO chat VALUES (1, 'iMessage;-;+15550101234', 45, 3, '+15550101234', 'iMessage', NULL);
             INSERT INTO chat_handle_join VALUES (1, 1); BEGIN;",
        )
        .map_err(io::Error::other)?;
    let mut insert = connection
        .prepare(
            "INSERT INTO message (guid, text, handle_id, country, attributedBody, service, account, account_guid, date, date_read, is_delivered, is_from_me, is_sent)
             VALUES (?1, ?2, ?3, 'us', ?4, 'iMessage', 'p:+15550105678', '6A7C5E7A-0D44-4E53-9D27-1B3C8A7B2F10', ?5, ?5, 1, ?6, ?6)",
        )
        .map_err(io::Error::other)?;
    let mut join =
        connection.prepare("INSERT INTO chat_message_join VALUES (1, ?1, ?2)").map_err(io::Error::other)?;
    each(messages, |number, message| {
        let guid = format!("{number:08X}-0D44-4E53-9D27-1B3C8A7B2F10");
        let date = (message.at - 978_307_200) * 1_000_000_000;
        let text = with_text.then_some(message.text.as_str());
        insert
            .execute((guid, text, i64::from(!message.mine), stream(&message.text), date, message.mine))
            .and_then(|_| join.execute((number + 1, date)))
            .map(|_| ())
            .map_err(io::Error::other)
    })?;
    drop((insert, join));
    connection.execute_batch("COMMIT;").map_err(io::Error::other)?;
    connection.close().map_err(|(_, error)| io::Error::other(error))
}

/// An attributed text as typedstream writes it.
fn stream(text: &str) -> Vec<u8> {
    let mut stream = b"\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x12NSAttributedString\x00\x84\x84\x08NSObject\x00\x85\x92\x84\x84\x84\x08NSString\x01\x94\x84\x01+".to_vec();
    let length = u16::try_from(text.len()).unwrap_or(u16::MAX);
    if let Some(short) = u8::try_from(length).ok().filter(|&length| length < 0x80) {
        stream.push(short);
    } else {
        stream.push(0x81);
        stream.extend(length.to_le_bytes());
    }
    stream.extend(&text.as_bytes()[..usize::from(length)]);
    stream.extend(b"\x86\x84\x02iI\x01\x05\x92\x84\x84\x84\x0cNSDictionary\x00\x94\x84\x01i\x01\x92\x84\x96\x96\x1d__kIMMessagePartAttributeName\x86\x92\x84\x84\x84\x08NSNumber\x00\x84\x84\x07NSValue\x00\x94\x84\x01*\x84\x99\x99\x00\x86\x86\x86");
    stream
}

/// A table in our own layout.
pub(crate) fn table(path: &Path, messages: u32) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "time,from,kind,minutes,length,text")?;
    each(messages, |_, message| {
        writeln!(
            file,
            "{},{},text,,,\"{}\"",
            at(message.at, "%Y-%m-%d %H:%M:%S")?,
            message.name(),
            message.text
        )
    })?;
    file.flush()
}

/// A mailbox.
pub(crate) fn mail(path: &Path, messages: u32) -> io::Result<()> {
    const ME: &str = "Jo Winter <jo@example.org>";
    const PARTNER: &str = "Mia Sommer <mia@example.org>";
    let mut file = BufWriter::new(File::create(path)?);
    each(messages, |number, message| {
        let (from, to) = if message.mine { (ME, PARTNER) } else { (PARTNER, ME) };
        writeln!(
            file,
            "From x@example.org {}\nFrom: {from}\nTo: {to}\nSubject: hello\nDate: {}\nMessage-ID: <{number}@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{}\n",
            at(message.at, "%a %b %e %H:%M:%S %Y")?,
            at(message.at, "%a, %-d %b %Y %H:%M:%S +0000")?,
            message.text
        )
    })?;
    file.flush()
}
