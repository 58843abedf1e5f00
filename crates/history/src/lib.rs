//! Message exports → contact facts → the reading of the flow (FLOW).
//!
//! A file of a messenger is read into times, sides, kinds and lengths; the words are dropped with their line
//! (FLOW-5). From these facts come weeks, starts, silences and changes. A chat one is not in is refused (SAFE-6).
//! Nothing here opens a file that it was not given, asks a clock, or talks to a network or a person.
//!
//! ```
//! use history::{Options, Source};
//!
//! let chat = "[05.03.25, 14:05:33] Mia: hi\r\n[05.03.25, 14:07:00] Jo: hello\r\n[15.03.25, 14:05:33] Mia: hi\r\n";
//! let options = Options::new("Mia", jiff::tz::TimeZone::UTC);
//! let reading = history::read(&[Source::held("chat.txt", chat.into())], &options)?;
//! assert_eq!((reading.starts.me, reading.starts.partner), (2, 0));
//! # Ok::<(), history::ReadError>(())
//! ```

mod archive;
mod audit;
mod broken;
mod cast;
pub mod change;
mod contact;
mod error;
mod export;
mod format;
mod imessage;
mod json;
mod mail;
mod meta;
mod names;
mod reading;
mod senders;
mod shifts;
mod side_by_side;
mod sms;
mod sniff;
mod source;
mod table;
mod tapback;
mod tea_leaves;
mod telegram;
mod text;
mod timeline;
mod warning;
mod weeks;
mod whatsapp;
mod xml;
mod zone;

pub use audit::{DateOrder, DecidedBy, FileAudit, Format, Place, Skipped, Why};
pub use contact::{Contact, Kind};
pub use error::{Foreign, ReadError, ZipTrouble};
pub use reading::{Measure, Person, Reading, Shift, SideWeek, Starts, Week};
pub use source::Source;
pub use tea_leaves::{Answer, Answered, TeaLeaves, Told};
pub use timeline::{Coverage, Kept, ME, PARTNER, Side, Timeline, gather};
pub use warning::Warning;

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Options {
    /// The name of the person asking, as the chat writes it.
    pub me: String,
    /// Other names, numbers and addresses of the person asking.
    pub also_mine: Vec<String>,
    /// The partner's; needed in a group.
    pub partner: Option<String>,
    /// Other names, numbers and addresses of the partner.
    pub also_known_as: Vec<String>,
    /// The day of the leaving.
    pub left: Option<Date>,
    /// The time zone of the phone that exported, and of the weeks.
    pub zone: TimeZone,
    /// The order of day and month, where the file cannot tell.
    pub dates: Option<DateOrder>,
}

impl Options {
    /// Asks for `me` in `zone`; everything else is inferred.
    #[must_use]
    pub fn new(me: impl Into<String>, zone: TimeZone) -> Self {
        let me = me.into();
        Self {
            me,
            also_mine: Vec::new(),
            partner: None,
            also_known_as: Vec::new(),
            left: None,
            zone,
            dates: None,
        }
    }

    /// All names of the person asking.
    fn mine(&self) -> Vec<String> {
        std::iter::once(&self.me).chain(&self.also_mine).cloned().collect()
    }
}

/// Reads `files`, all channels into one timeline, and reports the flow.
///
/// # Errors
/// If a file is no export that is read, its dates cannot be understood, or it is not about the two people.
pub fn read(files: &[Source], options: &Options) -> Result<Reading, ReadError> {
    Ok(flow(gather(files, options)?, options))
}

/// Reports the flow of contacts that were gathered before.
#[must_use]
pub fn flow(timeline: Timeline, options: &Options) -> Reading {
    reading::of(timeline, options)
}
