//! What a person should know about how far a reading can be trusted.
//!
//! A value each, and one plain sentence for programs; pages find their own words.

use crate::timeline::Side;

/// Something about the files that bears on how far they can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Begins where an export is cut.
    CutAtLimit {
        /// The file.
        file: String,
    },
    /// Others write in it; they are not counted.
    Group {
        /// The file.
        file: String,
        /// How many others.
        others: usize,
    },
    /// Two names were taken for one person.
    Renamed {
        /// The file.
        file: String,
        /// The name that is kept.
        kept: String,
        /// The other.
        other: String,
    },
    /// Chats in it hold the two among others, and are left out: the two have a chat of their own.
    GroupsLeft {
        /// The file.
        file: String,
        /// How many.
        count: usize,
    },
    /// Files of a folder or a zip that are exports, and not of the two.
    PassedOver {
        /// How many.
        count: usize,
    },
    /// The partner has another name in it.
    AnotherName {
        /// The file.
        file: String,
        /// The name that is kept.
        kept: String,
        /// The other.
        other: String,
    },
    /// Entries that the file itself holds twice, counted once.
    Doubled {
        /// The file.
        file: String,
        /// How many.
        count: u64,
    },
    /// Calls that stand under no name, counted for the file and for nobody.
    NamelessCalls {
        /// The file.
        file: String,
        /// How many.
        count: u64,
    },
    /// Lines of WhatsApp's own in no table, counted as messages.
    Unsure {
        /// The file.
        file: String,
        /// How many.
        count: u64,
    },
    /// Lines behind WhatsApp's mark that are in no table, taken for its own.
    Assumed {
        /// The file.
        file: String,
        /// How many.
        count: u64,
    },
    /// Lines that begin like messages of another layout, read as pasted words.
    Pasted {
        /// The file.
        file: String,
        /// How many.
        count: u64,
    },
    /// Messages more than a day earlier than one before them.
    OutOfOrder {
        /// The file.
        file: String,
        /// How many.
        count: u64,
    },
    /// Clock times that happened twice.
    RepeatedHour {
        /// The file.
        file: String,
        /// How many.
        count: u64,
    },
    /// Clock times that never happened in this zone.
    MissingHour {
        /// The file.
        file: String,
        /// How many.
        count: u64,
    },
    /// The order of dates was inferred from time running forward.
    OrderInferred {
        /// The file.
        file: String,
    },
    /// Lines were skipped.
    Skipped {
        /// The file.
        file: String,
        /// How many.
        count: usize,
    },
    /// Contacts held by an earlier file too.
    Duplicates {
        /// The file.
        file: String,
        /// How many.
        count: u64,
    },
    /// Too few weeks or contacts to look for changes at all.
    TooLittle,
    /// Too few starts of one side to look for changes in them.
    TooFewStarts {
        /// Whose.
        side: Side,
    },
    /// A change lies where a channel begins or ends to be known.
    EdgeOfCoverage,
    /// The leaving lies outside what the files cover, or too near their end.
    LeavingNotCovered,
}

impl std::fmt::Display for Warning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::CutAtLimit { file } => write!(
                f,
                "{file}: begins where WhatsApp cuts an export (40 000 messages, 10 000 with media); what came before is not in it"
            ),
            Self::Group { file, others } => {
                write!(f, "{file}: a group; only you and the partner are counted, {others} others are not")
            }
            Self::Renamed { file, kept, other } => {
                write!(
                    f,
                    "{file}: {other} and {kept} look like one person under two names and are counted as one"
                )
            }
            Self::GroupsLeft { file, count } => {
                write!(
                    f,
                    "{file}: groups that hold you both: {count}; not counted, since you have a chat of your own"
                )
            }
            Self::PassedOver { count } => {
                write!(f, "files that are exports but not of the two of you: {count}; not counted")
            }
            Self::AnotherName { file, kept, other } => {
                write!(f, "{file}: the partner is called {other} there, and {kept} elsewhere")
            }
            Self::Doubled { file, count } => {
                write!(f, "{file}: entries that it holds twice: {count}; counted once")
            }
            Self::NamelessCalls { file, count } => {
                write!(f, "{file}: calls without a name: {count}; counted for the file, for neither of you")
            }
            Self::Unsure { file, count } => {
                write!(f, "{file}: lines that may be WhatsApp's own: {count}; counted as messages")
            }
            Self::Assumed { file, count } => {
                write!(
                    f,
                    "{file}: lines taken for WhatsApp's own by its mark: {count}; not counted as messages"
                )
            }
            Self::Pasted { file, count } => {
                write!(
                    f,
                    "{file}: lines that look like messages of another chat: {count}; read as part of the message before"
                )
            }
            Self::OutOfOrder { file, count } => write!(
                f,
                "{file}: messages more than a day earlier than one before them: {count}; counted at their own time (were they pasted?)"
            ),
            Self::RepeatedHour { file, count } => {
                write!(
                    f,
                    "{file}: messages in an hour that the clock ran through twice: {count}; told apart by their order"
                )
            }
            Self::MissingHour { file, count } => {
                write!(
                    f,
                    "{file}: messages in an hour that the clock skipped: {count}; moved forward by it (is the zone right?)"
                )
            }
            Self::OrderInferred { file } => {
                write!(
                    f,
                    "{file}: day and month were told apart only by time running forward; --dates decides"
                )
            }
            Self::Skipped { file, count } => write!(f, "{file}: lines that could not be read: {count}"),
            Self::Duplicates { file, count } => {
                write!(f, "{file}: also held by an earlier file and counted once: {count}")
            }
            Self::TooLittle => write!(f, "too little to tell whether anything changed"),
            Self::TooFewStarts { side: Side::Me } => {
                write!(f, "too little to tell whether your starts changed")
            }
            Self::TooFewStarts { side: Side::Partner } => {
                write!(f, "too little to tell whether the partner's starts changed")
            }
            Self::EdgeOfCoverage => {
                write!(f, "a change lies where a file begins or ends; it may be no more than that")
            }
            Self::LeavingNotCovered => {
                write!(
                    f,
                    "the first 14 days after the leaving are not all in these files; the instinct may be more"
                )
            }
        }
    }
}
