//! A contact as the reading knows it: when, by whom, of what kind, how long. Never the words.

/// What a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Words.
    Text,
    /// A picture, a voice message, a document, a place.
    Media,
    /// A call.
    Call,
}

/// One message or call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Seconds since 1970, UTC.
    pub at: i64,
    /// The person, by number.
    pub who: u16,
    /// What it is.
    pub kind: Kind,
    /// Minutes of a call, where they are told.
    pub minutes: Option<u16>,
    /// Bytes of text; 0 says nothing.
    pub length: u32,
}
