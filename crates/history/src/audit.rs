//! What is said about each file that was read, so that a person can check the reading against it.
//!
//! Facts only: the words a person reads on a page are made elsewhere.

use jiff::Zoned;
use serde::Serialize;

/// The formats that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// A chat that WhatsApp exported on Android.
    WhatsappAndroid,
    /// A chat that WhatsApp exported on an iPhone.
    WhatsappIos,
    /// The database that Apple's Messages keeps.
    Imessage,
    /// What SMS Backup & Restore writes on Android: messages, or calls.
    SmsBackup,
    /// What Telegram Desktop exports.
    Telegram,
    /// What Messenger and Facebook export.
    Messenger,
    /// What Instagram exports.
    Instagram,
    /// Mail.
    Mbox,
    /// A table: our own layout, or that of iMazing or of PhoneView.
    Csv,
}

/// In which order dates are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

impl std::fmt::Display for DateOrder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
            Self::Ymd => "ymd",
        })
    }
}

/// How the order of dates was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecidedBy {
    /// Whoever runs the program said so.
    Given,
    /// The year stands first.
    YearFirst,
    /// A number above 12 can only be a day.
    #[serde(rename = "number-above-12")]
    NumberAbove12,
    /// The names of media hold their date.
    MediaNames,
    /// In the other order time would run backward more often.
    FewestJumps,
    /// Day and month are the same number in every date.
    SameEitherWay,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On this line of a text, from 1.
    Line(u32),
    /// In this row of a database.
    Row(i64),
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line}"),
            Self::Row(row) => write!(f, "row {row}"),
        }
    }
}

/// Why something was not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It stands before the first message.
    BeforeTheFirst,
    /// Its date is no day of the calendar.
    NoDay {
        /// The numbers of the date as written.
        parts: [u16; 3],
        /// How they were read.
        order: DateOrder,
    },
    /// A word beside its time is not known.
    UnknownWord,
    /// No clock shows its time.
    NoClock,
    /// It is not written as this format is.
    Broken,
    /// The file ends in the middle of it.
    CutShort,
    /// It tells no time that can be read.
    NoTime,
    /// It does not tell who sent it.
    NoSender,
    /// It does not tell whom it is to.
    NoReceiver,
    /// The app that exported did not know what it is and left it out.
    NotExported,
    /// It came here with a chat from another app and bears the time of the move.
    Moved,
    /// It was never sent.
    NotSent,
    /// It has more or fewer fields than the table.
    Fields,
}

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::BeforeTheFirst => f.write_str("it stands before the first message"),
            Self::NoDay { parts: [first, second, third], order } => {
                write!(f, "{first}/{second}/{third}, read {order}, is no day of the calendar")
            }
            Self::UnknownWord => f.write_str("a word beside its time is not known"),
            Self::NoClock => f.write_str("no clock shows this time"),
            Self::Broken => f.write_str("it is not written as this format is"),
            Self::CutShort => f.write_str("the file ends in the middle of it"),
            Self::NoTime => f.write_str("it tells no time that can be read"),
            Self::NoSender => f.write_str("it does not tell who sent it"),
            Self::NoReceiver => f.write_str("it does not tell whom it is to"),
            Self::NotExported => f.write_str("the app that exported left out what it is"),
            Self::Moved => f.write_str("it came from another app and bears the time of the move"),
            Self::NotSent => f.write_str("it was never sent"),
            Self::Fields => f.write_str("it has more or fewer fields than the table"),
        }
    }
}

/// An entry that was not counted, where it stands and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// `line 12`
    #[serde(serialize_with = "told")]
    pub at: Place,
    /// Why.
    #[serde(serialize_with = "told")]
    pub why: Why,
}

fn told<S: serde::Serializer>(what: &impl std::fmt::Display, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(what)
}

/// What is known of one file after reading it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileAudit {
    /// The path or name it was given under.
    pub path: String,
    /// Its format.
    pub format: Format,
    /// Messages of the two people counted.
    pub messages: u64,
    /// Calls: of the two people, and such as stand under no name.
    pub calls: u64,
    /// Lines that could not be read.
    pub skipped: Vec<Skipped>,
    /// The order of its dates.
    pub date_order: Option<DateOrder>,
    /// The time zone its clock times were read in.
    pub zone: String,
    /// How the order was found.
    pub date_order_by: Option<DecidedBy>,
    /// Entries that the app wrote itself; not counted as messages.
    pub system_lines: u64,
    /// Signs set under a message, of the two people; no messages of their own.
    pub reactions: u64,
    /// Messages of others in a group; not counted.
    pub others: u64,
    /// Chats in it that are not about the two people alone; not counted.
    pub other_chats: u64,
    /// Whether more than two people write in it.
    pub group: bool,
    /// Whether it begins where WhatsApp's limit cuts an export.
    pub cut_at_limit: bool,
    /// Messages in an hour that the clock ran through twice.
    pub repeated_hour: u64,
    /// Messages at a clock time that a clock change skipped.
    pub missing_hour: u64,
    /// Messages and calls that an earlier file held already; counted once.
    pub duplicates: u64,
    /// Entries that the file itself holds twice; counted once.
    pub doubled: u64,
    /// Whether times are told to the minute only.
    pub minutes_only: bool,
    /// The first message or call of the two people in it.
    #[serde(serialize_with = "moment")]
    pub first: Option<Zoned>,
    /// The last.
    #[serde(serialize_with = "moment")]
    pub last: Option<Zoned>,
}

#[expect(clippy::ref_option, reason = "serde hands over the field as it is")]
fn moment<S: serde::Serializer>(zoned: &Option<Zoned>, to: S) -> Result<S::Ok, S::Error> {
    match zoned {
        Some(zoned) => to.collect_str(&zoned.timestamp().display_with_offset(zoned.offset())),
        None => to.serialize_none(),
    }
}
