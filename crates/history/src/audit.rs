//! What is said about each file that was read, so that a person can check the reading against it.
//!
//! Facts only: the words a person reads on a page are made elsewhere.

use serde::Serialize;

/// The formats that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// A chat that WhatsApp exported on Android.
    WhatsappAndroid,
    /// A chat that WhatsApp exported on an iPhone.
    WhatsappIos,
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

/// A line that could not be read, where it stands and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// `line 12`
    pub at: String,
    /// Why.
    pub why: String,
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
    pub date_order_by: DecidedBy,
    /// Lines that WhatsApp wrote itself; not counted as messages.
    pub system_lines: u64,
    /// Messages of others in a group; not counted.
    pub others: u64,
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
    /// Whether times are told to the minute only.
    pub minutes_only: bool,
}
