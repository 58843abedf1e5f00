//! What can be wrong with a sealed journal, each named by its place and never by its content.

use crate::wire::{Seq, WireError};

/// Something wrong with a journal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// One of the two copies of the header.
    #[error("copy {copy} of the header is damaged; the other one is whole")]
    Header {
        /// Which, from 1.
        copy: u8,
    },
    /// The seal of the end does not open.
    #[error("the seal of the journal's end is damaged: entries cut off at the end would not be noticed")]
    End,
    /// The last record is not the one that the end was sealed with.
    #[error("the journal's last entry is not the one that its end was sealed with")]
    OtherEnd,
    /// A record was changed.
    #[error("entry {seq} was changed or damaged and does not open")]
    Altered {
        /// Where.
        seq: Seq,
    },
    /// A record cannot be read off the disk.
    #[error("entry {seq} cannot be read from the file")]
    Unreadable {
        /// Where.
        seq: Seq,
    },
    /// A record is not there.
    #[error("entry {seq} is missing")]
    Missing {
        /// Where.
        seq: Seq,
    },
    /// A record does not follow on the one before.
    #[error(
        "entry {seq} does not follow on the one before it: one of the two was exchanged or its link changed"
    )]
    Exchanged {
        /// Where.
        seq: Seq,
    },
    /// A record is empty, and no erasure says so.
    #[error("entry {seq} was emptied, and not by this program")]
    Emptied {
        /// Where.
        seq: Seq,
    },
    /// A record that was erased is there again.
    #[error("entry {seq} was erased and has been put back; it is not shown")]
    Returned {
        /// Where.
        seq: Seq,
    },
    /// A record beyond the sealed end.
    #[error("entry {seq} stands beyond the journal's sealed end; it is not shown")]
    Beyond {
        /// Where.
        seq: Seq,
    },
    /// A record opens, and is not understood.
    #[error("entry {seq} opens and cannot be understood: {why}")]
    Strange {
        /// Where.
        seq: Seq,
        /// In what way.
        why: WireError,
    },
    /// The database finds its file damaged.
    #[error("the database file: {said}")]
    File {
        /// What it says; about pages, never about content.
        said: String,
    },
}

impl Fault {
    /// The place it names, if it names one.
    #[must_use]
    pub fn seq(&self) -> Option<Seq> {
        match self {
            Self::Altered { seq }
            | Self::Unreadable { seq }
            | Self::Missing { seq }
            | Self::Exchanged { seq }
            | Self::Emptied { seq }
            | Self::Returned { seq }
            | Self::Beyond { seq }
            | Self::Strange { seq, .. } => Some(*seq),
            Self::Header { .. } | Self::End | Self::OtherEnd | Self::File { .. } => None,
        }
    }
}
