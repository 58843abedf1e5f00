//! Why a history could not be read. Values, not sentences to a person: those are made where they are shown.

use crate::audit::{DateOrder, Why};
use thiserror::Error;

/// What a file turned out to be instead of an export that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A PDF.
    Pdf,
    /// A picture, a sound or a film.
    Medium,
    /// JSON, as Telegram, Messenger and Instagram export.
    Json,
    /// XML, as SMS Backup & Restore writes.
    Xml,
    /// A web page.
    Html,
    /// A SQLite database, as iMessage and WhatsApp keep.
    Database,
    /// Nothing but zero bytes, or other bytes that are no text.
    NoText,
    /// A chat of `KakaoTalk`.
    KakaoTalk,
    /// A chat of LINE.
    Line,
    /// A mailbox.
    Mailbox,
    /// Another kind of archive.
    Archive,
    /// Text without a line that begins as a chat's lines do.
    OtherText,
}

/// What is wrong with a zip.
#[derive(Debug, Error)]
pub enum ZipTrouble {
    /// It is cut short or damaged.
    #[error("the zip is cut short or damaged")]
    Damaged(#[source] zip::result::ZipError),
    /// It is locked with a password.
    #[error("the zip is locked with a password")]
    Locked,
    /// It holds a path that would leave its folder.
    #[error("the zip holds a path that leads out of its folder")]
    ClimbingPath,
    /// It holds no chat.
    #[error("the zip holds no chat")]
    NoChat,
    /// It holds more than one chat.
    #[error("the zip holds {0} chats")]
    SeveralChats(usize),
    /// Its chat unpacks to more than is read.
    #[error("the chat in the zip unpacks to more than {limit} bytes")]
    TooLarge {
        /// The most that is unpacked.
        limit: u64,
    },
    /// Reading from it failed.
    #[error("the zip could not be unpacked")]
    Unpack(#[source] std::io::Error),
}

/// Why reading failed.
#[derive(Debug, Error)]
pub enum ReadError {
    /// No file was given.
    #[error("no file was given")]
    NoFile,
    /// The file has no bytes.
    #[error("{file} is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// The file is no export that is read.
    #[error("{file} is no chat export that can be read")]
    Foreign {
        /// The file.
        file: String,
        /// What it is.
        what: Foreign,
    },
    /// The zip could not be read.
    #[error("{file}: {trouble}")]
    Zip {
        /// The file.
        file: String,
        /// What is wrong.
        #[source]
        trouble: ZipTrouble,
    },
    /// Every date can be read day first and month first.
    #[error("{file}: day and month cannot be told apart ({example})")]
    DatesUndecided {
        /// The file.
        file: String,
        /// One of the dates.
        example: String,
    },
    /// Some dates can only be day first, others only month first.
    #[error("{file}: the dates contradict each other")]
    DatesContradict {
        /// The file.
        file: String,
        /// Days that only the day first explains.
        day_first: u32,
        /// Days that only the month first explains.
        month_first: u32,
    },
    /// No date is a day of our calendar in this order.
    #[error("{file}: {example} is no day of the calendar ({order})")]
    NoDays {
        /// The file.
        file: String,
        /// One of the dates.
        example: String,
        /// The order that was given or found.
        order: DateOrder,
    },
    /// A word beside the clock is not known, so that nobody can tell morning from evening.
    #[error("{file}, line {line}: a word beside the time is not known ({head})")]
    UnknownWord {
        /// The file.
        file: String,
        /// The line.
        line: u32,
        /// How it begins.
        head: String,
    },
    /// No file of the folder is an export that is read.
    #[error("no file in {file} is a chat export that can be read")]
    NothingInFolder {
        /// The folder.
        file: String,
    },
    /// It is an export, and not one message or call of it could be read.
    #[error("{file} holds no message that could be read")]
    NothingInIt {
        /// The file.
        file: String,
        /// Why the first of them could not.
        why: Option<Why>,
    },
    /// The database could not be read.
    #[error("{file} could not be read ({what})")]
    Database {
        /// The file.
        file: String,
        /// What the database says.
        what: String,
    },
    /// It is from a device or account of somebody else: the person asking is among its contacts (SAFE-6).
    #[error("{file} is not from {name}'s own device")]
    NotYourDevice {
        /// The file.
        file: String,
        /// The name that was given as one's own.
        name: String,
    },
    /// Nobody in it is called so. A chat one is not in is not read (SAFE-6).
    #[error("{name} does not write in {file}")]
    NotInIt {
        /// The file.
        file: String,
        /// The name that was given as one's own.
        name: String,
        /// Who writes in it.
        people: Vec<String>,
    },
    /// More than one person's name fits.
    #[error("more than one person in {file} fits {name}")]
    SeveralFit {
        /// The file.
        file: String,
        /// The name that was given.
        name: String,
        /// Who writes in it.
        people: Vec<String>,
    },
    /// More than two people write, and the partner was not named.
    #[error("{file} is a group")]
    PartnerNeeded {
        /// The file.
        file: String,
        /// Who else writes in it.
        people: Vec<String>,
    },
    /// Nobody in it is called as the partner was.
    #[error("{name} does not write in {file}")]
    PartnerNotInIt {
        /// The file.
        file: String,
        /// The name that was given as the partner's.
        name: String,
        /// Who writes in it.
        people: Vec<String>,
    },
    /// Nobody but the person asking writes in it.
    #[error("nobody but {name} writes in {file}")]
    AloneInIt {
        /// The file.
        file: String,
        /// The person asking.
        name: String,
    },
    /// The same person was named as oneself and as the partner.
    #[error("{name} cannot be both")]
    BothTheSame {
        /// The name.
        name: String,
    },
}

impl ReadError {
    /// Who writes in the file, where the trouble is whom to count.
    #[must_use]
    pub fn people(&self) -> &[String] {
        match self {
            Self::NotInIt { people, .. }
            | Self::SeveralFit { people, .. }
            | Self::PartnerNeeded { people, .. }
            | Self::PartnerNotInIt { people, .. } => people,
            _ => &[],
        }
    }
}
