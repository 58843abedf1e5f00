//! Personal contact in one line: what was entered by hand, and what an imported history shows.
//!
//! Of a history, the start of each conversation is a contact for the clock, and an answer within one is the
//! partner's word; marked practical, neither. Practical contact is left out altogether.

use alloc::vec::Vec;

use jiff::{SignedDuration, Timestamp};

use crate::event::{About, Channel, Contact, MessageKind, Side, Tone};
use crate::moment::elapsed;
use crate::standing::{Noted, Position, Standing};

/// Silence after which the next message starts a conversation.
pub const CONVERSATION_GAP: SignedDuration = SignedDuration::from_hours(8);

/// A personal contact by either side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Personal {
    /// When.
    pub at: Timestamp,
    /// The entry it comes from.
    pub entry: u32,
    /// Whose.
    pub by: Side,
    /// Begun, or a reply.
    pub started: bool,
    /// The partner's tone, where known.
    pub tone: Option<Tone>,
    /// Whether the clock counts from it; an answer within an imported conversation is a word, not an opening.
    pub on_clock: bool,
    /// Whether it was read in; else it was written down by hand.
    pub imported: bool,
}

impl Personal {
    /// Its place: by time, ties by the order of writing.
    #[must_use]
    pub fn place(&self) -> Position {
        (self.at, self.entry)
    }

    /// Whether the partner began it, with a word other than stop.
    #[must_use]
    pub fn is_partners_start(&self) -> bool {
        self.by == Side::Partner && self.started && self.tone != Some(Tone::Stop)
    }

    /// Whether it is a word of the partner's, begun or answered.
    #[must_use]
    pub fn is_partners_word(&self) -> bool {
        self.by == Side::Partner
    }

    /// Whether it is a word of the partner's that was not cold.
    #[must_use]
    pub fn is_kind_word(&self) -> bool {
        self.is_partners_word() && !matches!(self.tone, Some(Tone::Cold | Tone::Stop))
    }

    /// Whether the person began it.
    #[must_use]
    pub fn is_my_start(&self) -> bool {
        self.by == Side::Me && self.started
    }
}

/// A gift from the person always counts, whatever it is said to be about (SPACE-4, SPACE-13).
fn is_personal(contact: &Contact) -> bool {
    contact.about == About::Personal || (contact.by == Side::Me && contact.channel == Channel::Gift)
}

fn by_hand(noted: &Noted<Contact>) -> Personal {
    let contact = &noted.what;
    let tone = if contact.by == Side::Partner { contact.tone } else { None };
    Personal {
        at: noted.at,
        entry: noted.entry,
        by: contact.by,
        started: contact.started,
        tone,
        on_clock: true,
        imported: false,
    }
}

/// All personal contact seen at `now`, oldest first.
pub(super) fn personal(standing: &Standing, now: Timestamp) -> Vec<Personal> {
    let mut contacts: Vec<Personal> =
        standing.contacts.seen(now).filter(|noted| is_personal(&noted.what)).map(by_hand).collect();
    let by_hand = contacts.len();
    imported(standing, now, &mut contacts);
    if contacts.len() > by_hand {
        contacts.sort_by_key(Personal::place);
    }
    contacts
}

fn imported(standing: &Standing, now: Timestamp, contacts: &mut Vec<Personal>) {
    let mut last: Option<Timestamp> = None;
    let mut answered = false;
    for noted in standing.messages.seen(now).filter(|noted| noted.what.kind != MessageKind::Reaction) {
        let started = last.is_none_or(|last| elapsed(last, noted.at) >= CONVERSATION_GAP);
        last = Some(noted.at);
        if started {
            answered = false;
        }
        let message = &noted.what;
        let answers = !started && !answered && message.by == Side::Partner;
        if message.about == Some(About::Practical) || !(started || answers) {
            continue;
        }
        answered = message.by == Side::Partner;
        contacts.push(Personal {
            at: noted.at,
            entry: noted.entry,
            by: message.by,
            started,
            tone: None,
            on_clock: started,
            imported: true,
        });
    }
}
