//! The three layouts of tables that are known, told by their headers, or by their first row.
//! It reads no row beyond that.

use super::date;
use super::fields::Rows;
use crate::contact::{self, Kind};
use crate::json;
use std::borrow::Cow;

/// A layout.
#[derive(Debug)]
pub(super) enum Layout {
    /// Our own: see `docs/CSV.md`.
    Ours(Ours),
    /// iMazing's.
    Imazing(Imazing),
    /// PhoneView's.
    PhoneView,
}

/// Which column is which.
#[derive(Debug)]
pub(super) struct Ours {
    width: usize,
    time: usize,
    from: usize,
    kind: Option<usize>,
    minutes: Option<usize>,
    length: Option<usize>,
    text: Option<usize>,
}

/// Which column is which.
#[derive(Debug)]
pub(super) struct Imazing {
    width: usize,
    session: usize,
    date: usize,
    sort: usize,
    id: Option<usize>,
    name: Option<usize>,
    text: Option<usize>,
    attachment: Option<usize>,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Kind(Kind),
    /// The app's own.
    System,
    /// Nothing that is known.
    Unknown,
}

/// The fields of a row that are looked at.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) date: &'a [u8],
    pub(super) sort: Sort,
    /// Whether the owner of the phone sent it.
    pub(super) sent: bool,
    pub(super) chat: &'a [u8],
    pub(super) name: &'a [u8],
    pub(super) address: &'a [u8],
    /// Name and address are the other's, also on what was sent.
    pub(super) other_is_told: bool,
    pub(super) text: &'a [u8],
    pub(super) length: Option<u32>,
    pub(super) minutes: Option<u16>,
}

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Whether `beginning`, the first part of a text, is a table in a known layout.
pub(crate) fn is_table(beginning: &[u8]) -> bool {
    of(beginning).is_some()
}

/// The layout of a table, and what separates its fields.
pub(super) fn of(bytes: &[u8]) -> Option<(Layout, u8)> {
    /// No first row is longer.
    const LONGEST: usize = 16 << 10;
    let beginning = &bytes[..bytes.len().min(LONGEST)];
    SEPARATORS.iter().find_map(|&separator| {
        let row = Rows::new(beginning, separator).next()?;
        let names: Vec<String> =
            row.all.iter().map(|field| String::from_utf8_lossy(field).trim().to_lowercase()).collect();
        let layout = imazing(&names).or_else(|| ours(&names)).or_else(|| phone_view(&row.all));
        Some((layout?, separator))
    })
}

fn ours(names: &[String]) -> Option<Layout> {
    const KNOWN: [&str; 6] = ["time", "from", "kind", "minutes", "length", "text"];
    let column = |name: &str| names.iter().position(|known| known == name);
    // A column that is not known would be read as if it said nothing; it may say what matters.
    if names.iter().any(|name| !KNOWN.contains(&name.as_str())) {
        return None;
    }
    Some(Layout::Ours(Ours {
        width: names.len(),
        time: column("time")?,
        from: column("from")?,
        kind: column("kind"),
        minutes: column("minutes"),
        length: column("length"),
        text: column("text"),
    }))
}

fn imazing(names: &[String]) -> Option<Layout> {
    let column = |name: &str| names.iter().position(|known| known == name);
    Some(Layout::Imazing(Imazing {
        width: names.len(),
        session: column("chat session")?,
        date: column("message date")?,
        sort: column("type")?,
        id: column("sender id"),
        name: column("sender name"),
        text: column("text"),
        attachment: column("attachment"),
    }))
}

fn phone_view(fields: &[Cow<'_, [u8]>]) -> Option<Layout> {
    let [direction, date, _, _, _, _] = fields else { return None };
    let known = matches!(&**direction, b"Received" | b"Sent");
    (known && date::read(date).is_some()).then_some(Layout::PhoneView)
}

impl Layout {
    /// Whether the first row names the columns.
    pub(super) const fn has_header(&self) -> bool {
        !matches!(self, Self::PhoneView)
    }

    /// How many fields every row has.
    pub(super) const fn width(&self) -> usize {
        match self {
            Self::Ours(ours) => ours.width,
            Self::Imazing(imazing) => imazing.width,
            Self::PhoneView => 6,
        }
    }

    /// Whether it is of somebody's phone, and says of each entry whether they sent it.
    pub(super) const fn has_owner(&self) -> bool {
        !matches!(self, Self::Ours(_))
    }

    /// Whether chats bear the names of everybody in them.
    pub(super) const fn names_groups(&self) -> bool {
        matches!(self, Self::Imazing(_))
    }

    /// Reads a row of the right width.
    pub(super) fn row<'a>(&self, fields: &'a [Cow<'a, [u8]>]) -> Row<'a> {
        let field = |place: usize| fields.get(place).map_or(b"".as_slice(), |field| field.trim_ascii());
        let maybe = |place: Option<usize>| place.map_or(b"".as_slice(), field);
        match self {
            Self::Ours(ours) => {
                let sort = match maybe(ours.kind).to_ascii_lowercase().as_slice() {
                    b"" | b"text" => Sort::Kind(Kind::Text),
                    b"media" => Sort::Kind(Kind::Media),
                    b"call" => Sort::Kind(Kind::Call),
                    b"email" => Sort::Kind(Kind::Mail),
                    b"reaction" => Sort::Kind(Kind::Reaction),
                    _ => Sort::Unknown,
                };
                let minutes = json::whole(maybe(ours.minutes))
                    .map(|minutes| contact::minutes(minutes.saturating_mul(60)));
                Row {
                    date: field(ours.time),
                    sort,
                    sent: false,
                    chat: b"",
                    name: field(ours.from),
                    address: b"",
                    other_is_told: false,
                    text: maybe(ours.text),
                    length: json::whole(maybe(ours.length)).and_then(|length| u32::try_from(length).ok()),
                    minutes: minutes.filter(|_| sort == Sort::Kind(Kind::Call)),
                }
            }
            Self::Imazing(imazing) => {
                let media = !maybe(imazing.attachment).is_empty() || maybe(imazing.text).is_empty();
                let kind = Sort::Kind(if media { Kind::Media } else { Kind::Text });
                let (sort, sent) = match field(imazing.sort) {
                    b"Incoming" => (kind, false),
                    b"Outgoing" => (kind, true),
                    b"Notification" => (Sort::System, false),
                    _ => (Sort::Unknown, false),
                };
                Row {
                    date: field(imazing.date),
                    sort,
                    sent,
                    chat: field(imazing.session),
                    // A sender without a name is whom the chat is named after.
                    name: if sent || !(maybe(imazing.name).is_empty() && maybe(imazing.id).is_empty()) {
                        maybe(imazing.name)
                    } else {
                        field(imazing.session)
                    },
                    address: maybe(imazing.id),
                    other_is_told: false,
                    text: maybe(imazing.text),
                    length: None,
                    minutes: None,
                }
            }
            Self::PhoneView => {
                let text = field(4);
                let address = field(3);
                Row {
                    date: field(1),
                    sort: match field(0) {
                        b"Received" | b"Sent" if text.is_empty() => Sort::Kind(Kind::Media),
                        b"Received" | b"Sent" => Sort::Kind(Kind::Text),
                        _ => Sort::Unknown,
                    },
                    sent: field(0) == b"Sent",
                    chat: if address.is_empty() { field(2) } else { address },
                    name: field(2),
                    address,
                    other_is_told: true,
                    text,
                    length: None,
                    minutes: None,
                }
            }
        }
    }
}
