//! Reading what SMS Backup & Restore writes on Android: texts and picture messages, and calls beside them.
//!
//! One pass over the tags, on both halves of the file at once. The backup is its owner's: whose it is stands nowhere in
//! it, and every entry says whether it was sent or received. It keeps no text.
//!
//! # Quirks, and where they are known from
//! The maker lists the fields ("Fields in XML backup files", synctech.com.au); the numbers are those of Android's
//! telephony provider (`Telephony.TextBasedSmsColumns`, `Telephony.BaseMmsColumns`, `PduHeaders`, `CallLog.Calls`).
//! - An emoji may be written as two halves, `&#55357;&#56396;`, which is no XML (many parsers stop there).
//! - `count` in the first tag is what the app meant to write: it lies where a backup was cut, merged or filtered.
//! - A backup may hold an entry twice, and end in the middle of one.
//! - Values may stand in single quotation marks: the writer takes them where the value holds double ones.
//! - `type` 1 was received and 2 sent; 3 is a draft, 4 to 6 were on their way, failed or queued: nobody got those.
//! - A picture message to several has their numbers in `address`, joined by `~`. Who sent one that was received is the
//!   `addr` of type 137; `insert-address-token` stands there for the phone itself.
//! - `date` is in milliseconds; some picture messages have it in seconds.
//! - `m_type` 134 and 136 are reports that something arrived or was read, no messages.
//! - A name that the phone does not know is `(Unknown)` or `null`; one person appears under `+1…`, `(555)…` and short.
//! - Calls have `type` 1 received, 2 made, 3 missed, 4 voicemail, 5 declined, 6 blocked, 7 taken on another device.

mod row;

use crate::audit::{Format, Place, Skipped, Why};
use crate::contact::Contact;
use crate::export::{Chat, Export, Lines, Told, Trouble};
use crate::side_by_side;
use crate::xml;
use row::{Half, OWNER, Reader};

/// Whether `beginning`, the first part of a text, is such a backup.
pub(crate) fn is_backup(beginning: &[u8]) -> bool {
    let first = &beginning[..beginning.len().min(8192)];
    let has = |tag: &str| memchr::memmem::find(first, tag.as_bytes()).is_some();
    first.starts_with(b"<")
        && (has("<smses") || has("<calls") || (has("address=") && (has("<sms ") || has("<mms "))))
}

/// Reads a backup.
pub(crate) fn read(bytes: &[u8]) -> Result<Export, Trouble> {
    let guess = |at: usize| row::next(bytes, at);
    let read = |from: usize, until: usize| Reader::new(bytes).read(from, until);
    let (halves, _) = side_by_side::read(0..bytes.len(), guess, read);
    let mut whole = Half::new();
    let mut first = true;
    for half in halves {
        if std::mem::take(&mut first) {
            whole = half;
        } else {
            whole.take_in(half);
        }
    }
    let mut export = Export::new(Format::SmsBackup);
    export.told = Told::ByAddress;
    export.groups_with_the_rest = true;
    export.owner = Some(OWNER);
    export.has_names = whole.named;
    export.people = whole.senders.people(xml::decoded);
    let mut lines = Lines::of(bytes);
    let told = |(place, why): (usize, Why)| Skipped { at: Place::Line(lines.at(place)), why };
    export.skipped = whole.skipped.into_iter().map(told).collect();
    export.notes.system_lines = whole.reports;
    for room in whole.rooms {
        let (contacts, doubled) = once(room.contacts, &room.prints);
        export.notes.doubled += doubled;
        let members = room.members;
        let group = members.len() > 1;
        export.chats.push(Chat { contacts, members, group, ..Chat::default() });
    }
    if export.contacts() == 0 {
        return Err(Trouble::Nothing(export.skipped.first().map(|skipped| skipped.why)));
    }
    Ok(export)
}

/// Contacts without those that stand there twice, and how many those were. `prints` tells the words apart.
fn once(mut contacts: Vec<Contact>, prints: &[u32]) -> (Vec<Contact>, u64) {
    /// In a file that is in order, what is the same stands together.
    const NEAR: usize = 16;
    let same = |contacts: &[Contact], one: usize, other: usize| {
        contacts[one] == contacts[other] && prints[one] == prints[other]
    };
    let in_order = contacts.is_sorted_by_key(|contact| contact.at)
        && contacts.iter().zip(contacts.iter().skip(NEAR)).all(|(one, far)| one.at != far.at);
    let mut doubled: Vec<bool> = Vec::new();
    if in_order {
        for place in 1..contacts.len() {
            let mut before = place;
            while before > 0 && contacts[before - 1].at == contacts[place].at {
                before -= 1;
                if same(&contacts, before, place) {
                    doubled.resize(contacts.len(), false);
                    doubled[place] = true;
                    break;
                }
            }
        }
    } else {
        let mut places: Vec<u32> = (0..u32::try_from(contacts.len()).unwrap_or(u32::MAX)).collect();
        let key = |place: &u32| {
            let contact = &contacts[*place as usize];
            (contact.at, contact.who, contact.kind, contact.length, prints[*place as usize], *place)
        };
        places.sort_unstable_by_key(key);
        for pair in places.windows(2) {
            if same(&contacts, pair[0] as usize, pair[1] as usize) {
                doubled.resize(contacts.len(), false);
                doubled[pair[1] as usize] = true;
            }
        }
    }
    if doubled.is_empty() {
        return (contacts, 0);
    }
    let before = contacts.len();
    let mut told = doubled.into_iter();
    contacts.retain(|_| !told.next().unwrap_or(false));
    let dropped = (before - contacts.len()) as u64;
    (contacts, dropped)
}
