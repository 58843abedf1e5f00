//! From files to one line of contacts between two people: who is who, what is counted once, what is not covered.
//!
//! A chat without the person asking in it is refused (SAFE-6). Of a group, two people are counted and nobody
//! else. It does not reckon with weeks: that is `reading`.

use crate::audit::{DecidedBy, FileAudit};
use crate::contact::{Contact, Kind};
use crate::error::{Foreign, ReadError};
use crate::names::{self, Found, fold, same_name};
use crate::sniff::{self, Holds};
use crate::source::Source;
use crate::warning::Warning;
use crate::whatsapp::{self, Chat, Settings, Trouble, Undecided};
use crate::{Options, archive, text};
use serde::Serialize;
use std::borrow::Cow;

/// Whose a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The person asking.
    Me,
    /// The partner.
    Partner,
}

/// `Contact::who` of the person asking in a [`Timeline`].
pub const ME: u16 = 0;
/// `Contact::who` of the partner in a [`Timeline`].
pub const PARTNER: u16 = 1;

/// All contacts between two people, in the order of time, with what is known of the files they are from.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The files.
    pub files: Vec<FileAudit>,
    /// The person asking, as the files write the name.
    pub me: String,
    /// The partner, as the files write the name.
    pub partner: String,
    /// Messages and calls; `who` is [`ME`] or [`PARTNER`].
    pub contacts: Vec<Contact>,
    /// Stretches between files of which nothing is known, in seconds since 1970.
    pub gaps: Vec<(i64, i64)>,
    /// What the person should know about the files.
    pub warnings: Vec<Warning>,
}

/// Reads `files` into one timeline.
///
/// # Errors
/// If a file is no export that is read, its dates cannot be understood, or it is not about the two people.
pub fn gather(files: &[Source], options: &Options) -> Result<Timeline, ReadError> {
    let mut read = Vec::new();
    for file in files {
        read.push((file.name.clone(), chat(file, options)?));
    }
    let mut gathering: Option<Timeline> = None;
    for (file, chat) in read {
        let named = gathering.as_ref().map(|so_far| so_far.partner.clone());
        let wanted = options.partner.clone().or(named);
        let part = counted(file, chat, options, wanted.as_deref())?;
        gathering = Some(match gathering {
            None => part,
            Some(so_far) => joined(so_far, part),
        });
    }
    let mut timeline = gathering.ok_or(ReadError::NoFile)?;
    put_in_order(&mut timeline.contacts);
    Ok(timeline)
}

/// Sorts by time and leaves what is of one moment as it stood. Chats are in order but for a few late lines, which
/// are moved one by one; where many are out of order, all are sorted.
fn put_in_order(contacts: &mut [Contact]) {
    let mut moves_left = 4 * contacts.len();
    for late in 1..contacts.len() {
        let at = contacts[late].at;
        if at >= contacts[late - 1].at {
            continue;
        }
        let place = contacts[..late].partition_point(|contact| contact.at <= at);
        let Some(left) = moves_left.checked_sub(late - place) else {
            return contacts.sort_by_key(|contact| contact.at);
        };
        moves_left = left;
        contacts[place..=late].rotate_right(1);
    }
}

/// Reads one file as a chat.
fn chat(file: &Source, options: &Options) -> Result<Chat, ReadError> {
    let name = || file.name.clone();
    if file.bytes().is_empty() {
        return Err(ReadError::Empty { file: name() });
    }
    let settings = Settings {
        zone: options.zone.clone(),
        dates: options.dates,
        hints: std::iter::once(options.me.as_str()).chain(options.partner.as_deref()).collect(),
    };
    let plain = text::utf8(file.bytes());
    let text: Cow<'_, [u8]> = match sniff::of(&plain) {
        Holds::WhatsappText => plain,
        Holds::Zip => {
            let unpacked =
                archive::chat(file.bytes()).map_err(|trouble| ReadError::Zip { file: name(), trouble })?;
            Cow::Owned(text::utf8(&unpacked).into_owned())
        }
        Holds::Other(what) => return Err(ReadError::Foreign { file: name(), what }),
    };
    whatsapp::read(&text, &settings).map_err(|trouble| explained(trouble, name(), options))
}

fn explained(trouble: Trouble, file: String, options: &Options) -> ReadError {
    let example = |[first, second, third]: [u16; 3]| format!("{first}/{second}/{third}");
    match trouble {
        Trouble::UnknownWord { line, head } => ReadError::UnknownWord { file, line, head },
        Trouble::KakaoTalk => ReadError::Foreign { file, what: Foreign::KakaoTalk },
        Trouble::NoRecords => ReadError::Foreign { file, what: Foreign::OtherText },
        Trouble::Order(Undecided::BothWays(parts)) => {
            ReadError::DatesUndecided { file, example: example(parts) }
        }
        Trouble::Order(Undecided::Contradiction { day_first, month_first }) => {
            ReadError::DatesContradict { file, day_first, month_first }
        }
        Trouble::NoDays(parts, order) => {
            ReadError::NoDays { file, example: example(parts), order: options.dates.unwrap_or(order) }
        }
    }
}

/// What is known of each person of a chat before it is decided who is who.
struct Writer {
    name: String,
    contacts: u64,
    first: usize,
    last: usize,
}

fn writers(chat: &Chat) -> Vec<Writer> {
    let mut writers: Vec<Writer> = chat
        .people
        .iter()
        .map(|name| Writer { name: name.clone(), contacts: 0, first: 0, last: 0 })
        .collect();
    for (place, contact) in chat.contacts.iter().enumerate() {
        let writer = &mut writers[usize::from(contact.who)];
        if writer.contacts == 0 {
            writer.first = place;
        }
        writer.contacts += 1;
        writer.last = place;
    }
    writers
}

/// Who of a chat's people is who.
struct Cast {
    me: usize,
    /// `None` where the partner never wrote.
    partner: Option<usize>,
    /// Other names of the partner.
    also: Vec<usize>,
    others: usize,
}

fn cast(file: &str, writers: &[Writer], options: &Options, wanted: Option<&str>) -> Result<Cast, ReadError> {
    let writing: Vec<usize> = (0..writers.len()).filter(|&place| writers[place].contacts > 0).collect();
    let names: Vec<String> = writing.iter().map(|&place| writers[place].name.clone()).collect();
    let file = || file.to_owned();
    let me = match names::find(&options.me, &names) {
        Found::One(place) => writing[place],
        Found::Nobody => {
            return Err(ReadError::NotInIt { file: file(), name: options.me.clone(), people: names });
        }
        Found::Several => {
            return Err(ReadError::SeveralFit { file: file(), name: options.me.clone(), people: names });
        }
    };
    let others: Vec<usize> = writing.into_iter().filter(|&place| place != me).collect();
    let names: Vec<String> = others.iter().map(|&place| writers[place].name.clone()).collect();
    let partner = match (wanted, others.as_slice()) {
        (None, []) => return Err(ReadError::AloneInIt { file: file(), name: writers[me].name.clone() }),
        (None, [only]) => *only,
        (None, several) => one_person(several, writers)
            .ok_or_else(|| ReadError::PartnerNeeded { file: file(), people: names.clone() })?,
        (Some(wanted), []) if !same_name(wanted, &writers[me].name) => {
            // The partner never wrote; the chat tells the name nowhere, so it is taken as given.
            return Ok(Cast { me, partner: None, also: Vec::new(), others: 0 });
        }
        (Some(wanted), _) => match names::find(wanted, &names) {
            Found::One(place) => others[place],
            Found::Several => {
                return Err(ReadError::SeveralFit { file: file(), name: wanted.to_owned(), people: names });
            }
            Found::Nobody if same_name(wanted, &writers[me].name) => {
                return Err(ReadError::BothTheSame { name: wanted.to_owned() });
            }
            Found::Nobody => match others.as_slice() {
                [only] if alike(wanted, &writers[*only].name) => *only,
                _ => {
                    return Err(ReadError::PartnerNotInIt {
                        file: file(),
                        name: wanted.to_owned(),
                        people: names,
                    });
                }
            },
        },
    };
    // In a group two people may share a first name; only where nobody else writes are they taken for one.
    let also: Vec<usize> = match one_person(&others, writers) {
        Some(_) => others.iter().copied().filter(|&place| place != partner).collect(),
        None => Vec::new(),
    };
    let others = others.len() - 1 - also.len();
    Ok(Cast { me, partner: Some(partner), also, others })
}

/// The last of several names if they are names of one person, one after the other.
fn one_person(names: &[usize], writers: &[Writer]) -> Option<usize> {
    let last = *names.iter().max_by_key(|&&place| writers[place].last)?;
    let one = names.iter().all(|&place| {
        place == last
            || (alike(&writers[place].name, &writers[last].name)
                && names.iter().all(|&other| other == place || !overlap(&writers[other], &writers[place])))
    });
    one.then_some(last)
}

/// Whether two people write in the same stretch of a chat; one person under two names never does.
fn overlap(one: &Writer, other: &Writer) -> bool {
    one.first < other.last && other.first < one.last
}

/// Whether two names may be one person's: they share the first word.
fn alike(one: &str, other: &str) -> bool {
    let first = |name: &str| {
        fold(name).split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).map(str::to_owned)
    };
    match (first(one), first(other)) {
        (Some(one), Some(other)) => {
            one == other && one.chars().count() >= 3 && one.chars().any(char::is_alphabetic)
        }
        _ => false,
    }
}

/// The part of a chat that is counted, with its audit.
fn counted(
    file: String,
    mut chat: Chat,
    options: &Options,
    wanted: Option<&str>,
) -> Result<Timeline, ReadError> {
    let writers = writers(&chat);
    let cast = cast(&file, &writers, options, wanted)?;
    let mut others = 0;
    let (mut messages, mut calls) = (0, chat.nameless_calls);
    chat.contacts.retain_mut(|contact| {
        let who = usize::from(contact.who);
        contact.who = if who == cast.me {
            ME
        } else if Some(who) == cast.partner || cast.also.contains(&who) {
            PARTNER
        } else {
            others += 1;
            return false;
        };
        if contact.kind == Kind::Call {
            calls += 1;
        } else {
            messages += 1;
        }
        true
    });
    let warnings = warnings(&file, &chat, &cast, &writers);
    let audit = FileAudit {
        path: file,
        format: chat.format,
        messages,
        calls,
        skipped: chat.skipped,
        date_order: Some(chat.order),
        zone: zone_name(options),
        date_order_by: chat.decided_by,
        system_lines: chat.system_lines,
        others,
        group: cast.others > 0,
        cut_at_limit: chat.cut_at_limit,
        repeated_hour: chat.repeated_hour,
        missing_hour: chat.missing_hour,
        duplicates: 0,
        minutes_only: chat.minutes_only,
    };
    let name = |place: usize| writers[place].name.clone();
    Ok(Timeline {
        files: vec![audit],
        me: name(cast.me),
        partner: cast.partner.map_or_else(|| wanted.unwrap_or_default().to_owned(), name),
        contacts: chat.contacts,
        gaps: Vec::new(),
        warnings,
    })
}

fn zone_name(options: &Options) -> String {
    let fixed = || options.zone.to_offset(jiff::Timestamp::UNIX_EPOCH).to_string();
    options.zone.iana_name().map_or_else(fixed, str::to_owned)
}

fn warnings(file: &str, chat: &Chat, cast: &Cast, writers: &[Writer]) -> Vec<Warning> {
    let file = || file.to_owned();
    let mut warnings = Vec::new();
    if chat.cut_at_limit {
        warnings.push(Warning::CutAtLimit { file: file() });
    }
    if cast.others > 0 {
        warnings.push(Warning::Group { file: file(), others: cast.others });
    }
    for &other in &cast.also {
        let kept = cast.partner.map(|place| writers[place].name.clone()).unwrap_or_default();
        let other = writers[other].name.clone();
        warnings.push(Warning::Renamed { file: file(), kept, other });
    }
    if chat.decided_by == DecidedBy::FewestJumps {
        warnings.push(Warning::OrderInferred { file: file() });
    }
    if !chat.skipped.is_empty() {
        warnings.push(Warning::Skipped { file: file(), count: chat.skipped.len() });
    }
    let counted = [
        (chat.nameless_calls, Warning::NamelessCalls { file: file(), count: chat.nameless_calls }),
        (chat.unsure, Warning::Unsure { file: file(), count: chat.unsure }),
        (chat.assumed, Warning::Assumed { file: file(), count: chat.assumed }),
        (chat.out_of_order, Warning::OutOfOrder { file: file(), count: chat.out_of_order }),
        (chat.pasted, Warning::Pasted { file: file(), count: chat.pasted }),
        (chat.repeated_hour, Warning::RepeatedHour { file: file(), count: chat.repeated_hour }),
        (chat.missing_hour, Warning::MissingHour { file: file(), count: chat.missing_hour }),
    ];
    warnings.extend(counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, warning)| warning));
    warnings
}

/// Joins the next file to those before: contacts that both hold are counted once.
fn joined(mut so_far: Timeline, mut next: Timeline) -> Timeline {
    type Key = (i64, u16, Kind, u32);
    // A medium may be exported with the file or without: its length tells nothing.
    let key = |contact: &Contact| -> Key {
        (contact.at, contact.who, contact.kind, if contact.kind == Kind::Text { contact.length } else { 0 })
    };
    let mut held: std::collections::HashMap<Key, u32> = std::collections::HashMap::new();
    for contact in &so_far.contacts {
        *held.entry(key(contact)).or_default() += 1;
    }
    let (mut messages, mut calls) = (0, 0);
    next.contacts.retain(|contact| {
        let left = held.get_mut(&key(contact)).filter(|left| **left > 0);
        let Some(left) = left else { return true };
        *left -= 1;
        if contact.kind == Kind::Call {
            calls += 1;
        } else {
            messages += 1;
        }
        false
    });
    if let Some(audit) = next.files.first_mut() {
        audit.duplicates = messages + calls;
        audit.messages -= messages;
        audit.calls -= calls;
        if audit.duplicates > 0 {
            let warning = Warning::Duplicates { file: audit.path.clone(), count: audit.duplicates };
            next.warnings.push(warning);
        }
    }
    if !same_name(&so_far.partner, &next.partner) {
        let file = next.files.first().map(|audit| audit.path.clone()).unwrap_or_default();
        let warning = Warning::Renamed { file, kept: so_far.partner.clone(), other: next.partner.clone() };
        next.warnings.push(warning);
    }
    let span = |contacts: &[Contact]| {
        let times = || contacts.iter().map(|contact| contact.at);
        times().min().zip(times().max())
    };
    if let (Some(before), Some(after)) = (span(&so_far.contacts), span(&next.contacts)) {
        if before.1 < after.0 {
            so_far.gaps.push((before.1, after.0));
        } else if after.1 < before.0 {
            so_far.gaps.push((after.1, before.0));
        }
        // A gap that the new file fills is none.
        so_far.gaps.retain(|&(from, to)| !(after.0 < to && after.1 > from));
    }
    so_far.files.append(&mut next.files);
    so_far.contacts.append(&mut next.contacts);
    so_far.warnings.append(&mut next.warnings);
    so_far
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn order_is_that_of_a_stable_sort(times in prop::collection::vec(0_i64..30, 0..60)) {
            let contact = |(place, at): (usize, i64)| {
                let length = u32::try_from(place).expect("small");
                Contact { at, who: ME, kind: Kind::Text, minutes: None, length }
            };
            let mut ours: Vec<Contact> = times.into_iter().enumerate().map(contact).collect();
            let mut sorted = ours.clone();
            sorted.sort_by_key(|contact| contact.at);
            put_in_order(&mut ours);
            prop_assert_eq!(ours, sorted);
        }
    }
}
