//! Reading mail: mailboxes (mbox) and single mails (`.eml`).
//!
//! Only the heads of mails are looked at: who wrote when to whom. A mail stands between its writer and each of those it
//! is to; between the two it counts once. It does not know who is asking, and it keeps no text.
//!
//! # Quirks, and where they are known from
//! - A mailbox separates mails by a line `From sender date` (RFC 4155). Some programs write it bare (`From -`), and a
//!   body may hold such a line unescaped: a line separates where a field of a head follows it, and a date ends it, or
//!   nothing but a word does.
//! - A mail may lack `Date`; then the line that separates tells it, else the newest `Received` does.
//! - Names come in encoded words (RFC 2047) of many alphabets.
//! - Replies quote what they answer, heads and all: behind the first empty line nothing is a head.
//! - One mail lies in several folders: its `Message-ID` tells, and it counts once.
//! - Drafts lie among the others (`X-Gmail-Labels`, `X-Mozilla-Draft-Info`); nobody got those.

use crate::audit::{Format, Place, Skipped, Why};
use crate::contact::{self, Contact, Kind};
use crate::export::{Chat, Export, Lines, Told, Trouble};
use crate::senders::Senders;
use mail_parser::{Address, HeaderName, HeaderValue, Message, MessageParser};
use std::collections::{HashMap, HashSet};

/// No head of a mail is longer.
const LONGEST_HEAD: usize = 256 << 10;

/// Whether `beginning`, the first part of a text, is a mailbox or a mail.
pub(crate) fn is_mail(beginning: &[u8]) -> bool {
    if is_separator(beginning) {
        return true;
    }
    // The head of a single mail: fields, and among them who wrote, and when or under which number.
    let (mut from, mut when, mut fields) = (false, false, 0);
    for line in beginning.split(|&byte| byte == b'\n').take(200) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if matches!(line.first(), Some(b' ' | b'\t')) && fields > 0 {
            continue;
        }
        let Some(name) = field_name(line) else { return false };
        fields += 1;
        let name = name.to_ascii_lowercase();
        from |= name == b"from";
        when |= matches!(name.as_slice(), b"date" | b"message-id" | b"received");
    }
    from && when && fields >= 3
}

/// The name of the field that a line of a head begins.
fn field_name(line: &[u8]) -> Option<&[u8]> {
    let colon = memchr::memchr(b':', &line[..line.len().min(80)])?;
    let name = &line[..colon];
    let is_name = !name.is_empty()
        && name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    is_name.then_some(name)
}

/// Whether the line that `text` begins with separates two mails.
fn is_separator(text: &[u8]) -> bool {
    let Some(rest) = text.strip_prefix(b"From ") else { return false };
    let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    let (line, next) = (rest[..end].trim_ascii(), rest.get(end + 1..).unwrap_or_default());
    let next = next.strip_prefix(b">").unwrap_or(next);
    let follows = field_name(&next[..memchr::memchr(b'\n', next).unwrap_or(next.len())]).is_some();
    follows && (line.iter().all(|byte| !byte.is_ascii_whitespace()) || envelope_date(line).is_some())
}

/// The date at the end of a line that separates, in the form of C's `asctime`: `Mon Feb  1 09:00:00 2021`, in UTC.
fn envelope_date(line: &[u8]) -> Option<i64> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let text = std::str::from_utf8(line).ok()?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let month = words.iter().position(|word| MONTHS.contains(word))?;
    let [day, clock, rest @ ..] = words.get(month + 1..)? else { return None };
    // A zone may stand before the year or behind it.
    let year: i16 = rest
        .iter()
        .find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))?
        .parse()
        .ok()?;
    let number = MONTHS.iter().position(|known| *known == words[month])?;
    let mut clock = clock.split(':').map(str::parse::<i8>);
    let (hour, minute) = (clock.next()?.ok()?, clock.next()?.ok()?);
    let second = clock.next().transpose().ok()?.unwrap_or(0);
    let date = jiff::civil::DateTime::new(
        year,
        i8::try_from(number + 1).ok()?,
        day.parse().ok()?,
        hour,
        minute,
        second,
        0,
    );
    let offset = rest.iter().find_map(|word| {
        let (sign, digits) = word.split_at_checked(1)?;
        let sign = match sign {
            "+" => 1,
            "-" => -1,
            _ => return None,
        };
        let digits: i64 = digits.parse().ok().filter(|_| digits.len() == 4)?;
        Some(sign * (digits / 100 * 3600 + digits % 100 * 60))
    });
    let moment = date.ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    Some(moment.timestamp().as_second() - offset.unwrap_or(0))
}

/// Reads a mailbox or a mail.
pub(crate) fn read(bytes: &[u8]) -> Result<Export, Trouble> {
    let bytes = bytes.trim_ascii_start();
    let mut mailbox = Mailbox::default();
    let parser = MessageParser::default();
    let mut starts: Vec<usize> = vec![0];
    let line_breaks = memchr::memmem::find_iter(bytes, b"\nFrom ").map(|at| at + 1);
    if is_separator(bytes) {
        starts.extend(line_breaks.filter(|&at| is_separator(&bytes[at..])));
    }
    for (number, &start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(bytes.len());
        if let Err(why) = mailbox.take_in(&bytes[start..end], &parser) {
            mailbox.skipped.push((start, why));
        }
    }
    mailbox.export(bytes)
}

#[derive(Default)]
struct Mailbox {
    senders: Senders,
    chats: Vec<Chat>,
    pairs: HashMap<(u16, u16), usize>,
    numbers: HashSet<u64>,
    skipped: Vec<(usize, Why)>,
    doubled: u64,
}

/// The head of a mail, without the line that separates it from the one before, and the date of that line.
fn head(mail: &[u8]) -> (&[u8], Option<i64>) {
    let mut rest = mail;
    let mut date = None;
    // Some programs escape a separator of their own within a head.
    while rest.starts_with(b"From ") || rest.starts_with(b">From ") {
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        date = date.or_else(|| envelope_date(&rest[..end]));
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    let ends = [
        memchr::memmem::find(rest, b"\n\n"),
        memchr::memmem::find(&rest[..rest.len().min(LONGEST_HEAD)], b"\n\r\n"),
    ];
    let end = ends.into_iter().flatten().min().map_or(rest.len(), |end| end + 1);
    (&rest[..end.min(LONGEST_HEAD)], date)
}

impl Mailbox {
    fn take_in(&mut self, mail: &[u8], parser: &MessageParser) -> Result<(), Why> {
        let (head, envelope) = head(mail);
        let message = parser.parse_headers(head).ok_or(Why::Broken)?;
        if is_draft(&message) {
            return Err(Why::NotSent);
        }
        let date = message.date().filter(|date| date.is_valid()).map(mail_parser::DateTime::to_timestamp);
        let at = date
            .and_then(contact::sound)
            .or(envelope.and_then(contact::sound))
            .or_else(|| received(&message).and_then(contact::sound))
            .ok_or(Why::NoTime)?;
        if let Some(id) = message.message_id()
            && !self.numbers.insert(hashed(id))
        {
            self.doubled += 1;
            return Ok(());
        }
        let from = self.people(message.from()).first().copied().ok_or(Why::NoSender)?;
        let mut to: Vec<u16> = [message.to(), message.cc(), message.bcc()]
            .into_iter()
            .flat_map(|field| self.people(field))
            .collect();
        if to.is_empty() {
            to.extend(self.delivered_to(&message));
        }
        to.sort_unstable();
        to.dedup();
        to.retain(|&other| other != from);
        if to.is_empty() {
            return Err(Why::NoReceiver);
        }
        let contact = Contact { at, who: from, kind: Kind::Mail, minutes: None, length: 0 };
        for other in to {
            let pair = (from.min(other), from.max(other));
            let chat = *self.pairs.entry(pair).or_insert_with(|| {
                self.chats.push(Chat { members: vec![pair.0, pair.1], ..Chat::default() });
                self.chats.len() - 1
            });
            self.chats[chat].contacts.push(contact);
        }
        Ok(())
    }

    /// The people of a field, by their addresses.
    fn people(&mut self, field: Option<&Address<'_>>) -> Vec<u16> {
        let mut people = Vec::new();
        for person in field.into_iter().flat_map(Address::iter) {
            let Some(address) = person.address() else { continue };
            people.push(self.person(address, person.name().unwrap_or_default()));
        }
        people
    }

    fn person(&mut self, address: &str, name: &str) -> u16 {
        let number = self.senders.number(address.trim().to_lowercase().as_bytes());
        if !name.trim().is_empty() {
            self.senders.name(number, name.trim().as_bytes());
        }
        number
    }

    /// To whom a mail was delivered that names nobody.
    fn delivered_to(&mut self, message: &Message<'_>) -> Option<u16> {
        let field = ["Delivered-To", "X-Original-To", "Envelope-To"]
            .into_iter()
            .find_map(|name| message.header(name))?;
        match field {
            HeaderValue::Text(address) => Some(self.person(address, "")),
            HeaderValue::Address(address) => self.people(Some(address)).first().copied(),
            _ => None,
        }
    }

    fn export(self, bytes: &[u8]) -> Result<Export, Trouble> {
        let mut export = Export::new(Format::Mbox);
        export.told = Told::ByAddress;
        export.people = self.senders.people(|raw| String::from_utf8_lossy(raw).into_owned());
        let mut lines = Lines::of(bytes);
        let told = |(place, why): (usize, Why)| Skipped { at: Place::Line(lines.at(place)), why };
        export.skipped = self.skipped.into_iter().map(told).collect();
        export.notes.doubled = self.doubled;
        export.chats = self.chats;
        if export.contacts() == 0 {
            return Err(Trouble::Nothing(export.skipped.first().map(|skipped| skipped.why)));
        }
        Ok(export)
    }
}

/// Whether a mail was only begun.
fn is_draft(message: &Message<'_>) -> bool {
    let labels = message.header("X-Gmail-Labels").and_then(HeaderValue::as_text).unwrap_or_default();
    labels
        .split(',')
        .any(|label| matches!(label.trim(), "Drafts" | "Draft" | "Entwürfe" | "Brouillons" | "Borradores"))
        || message.header("X-Mozilla-Draft-Info").is_some()
}

/// When a mail arrived, from the newest of the lines that its way left in its head.
fn received(message: &Message<'_>) -> Option<i64> {
    let values = message.headers().iter().filter(|header| header.name == HeaderName::Received);
    values
        .filter_map(|header| match &header.value {
            HeaderValue::Received(received) => {
                received.date.as_ref().map(mail_parser::DateTime::to_timestamp)
            }
            HeaderValue::Text(text) => mail_parser::DateTime::parse_rfc822(text.rsplit(';').next()?.trim())
                .map(|date| date.to_timestamp()),
            _ => None,
        })
        .max()
}

fn hashed(text: &str) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
