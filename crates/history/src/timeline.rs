//! From files to one line of contacts between two people: who is who, what is counted once, what is not covered.
//!
//! A chat without the person asking in it is refused (SAFE-6). Of a group, two people are counted and nobody
//! else. It does not reckon with weeks: that is `reading`.

mod join;
mod kept;

use crate::Options;
use crate::audit::{DecidedBy, FileAudit, Format};
use crate::cast::{self, Cast, Wanted};
use crate::contact::{Contact, Kind};
use crate::error::ReadError;
use crate::export::{Export, Settings};
use crate::format::{self, Found};
use crate::names::Number;
use crate::source::Source;
use crate::warning::Warning;
use jiff::{Timestamp, Zoned};
use serde::{Serialize, Serializer};

pub use kept::Kept;

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

/// What stretch of time a file knows of a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The channel, by its format.
    pub format: Format,
    /// From the first contact in it.
    #[serde(serialize_with = "moment")]
    pub first: Zoned,
    /// To the last.
    #[serde(serialize_with = "moment")]
    pub last: Zoned,
    /// How many messages and calls it adds.
    pub contacts: u64,
}

fn moment<S: Serializer>(zoned: &Zoned, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&zoned.timestamp().display_with_offset(zoned.offset()))
}

/// All contacts between two people, in the order of time, with what is known of the files they are from.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// The files.
    pub files: Vec<FileAudit>,
    /// The person asking, as the files write the name.
    pub me: String,
    /// The partner, as the files write the name.
    pub partner: String,
    /// Messages and calls; `who` is [`ME`] or [`PARTNER`].
    pub contacts: Vec<Contact>,
    /// Stretches of which no file knows anything, in seconds since 1970.
    pub gaps: Vec<(i64, i64)>,
    /// Stretches in which contacts were written down one by one, a whole conversation as one.
    pub by_hand: Vec<(i64, i64)>,
    /// What stretch each channel is known for.
    pub coverage: Vec<Coverage>,
    /// What the person should know about the files.
    pub warnings: Vec<Warning>,
    /// Every name, number and address by which the files know the partner, or that were given.
    pub known_as: Vec<String>,
}

/// The part of one export that is counted.
pub(crate) struct Part {
    audit: FileAudit,
    me: String,
    partner: String,
    contacts: Vec<Contact>,
    /// The first and the last moment of what the file holds, also where an earlier one holds it too.
    span: Option<(i64, i64)>,
    warnings: Vec<Warning>,
}

/// Reads `files` into one timeline.
///
/// # Errors
/// If a file is no export that is read, its dates cannot be understood, or it is not about the two people.
pub fn gather(files: &[Source], options: &Options) -> Result<Timeline, ReadError> {
    let settings = Settings {
        zone: options.zone.clone(),
        dates: options.dates,
        hints: std::iter::once(options.me.as_str())
            .chain(options.also_mine.iter().map(String::as_str))
            .chain(options.partner.as_deref())
            .chain(options.also_known_as.iter().map(String::as_str))
            .collect(),
    };
    let mut found = Vec::new();
    for file in files {
        found.extend(format::read(file, &settings)?);
    }
    let (parts, known_as, passed_over) = parts(found, options)?;
    let mut timeline = Timeline { known_as, ..join::parts(parts, options) };
    if passed_over > 0 {
        timeline.warnings.push(Warning::PassedOver { count: passed_over });
    }
    Ok(timeline)
}

/// Finds out who is who in each export, and counts. What one export knows of the partner (a name, a number) helps with
/// the next, whatever their order. Gives the parts in the order of the files, all names of the partner, and how many files
/// that were found by searching are not about the two.
fn parts(found: Vec<Found>, options: &Options) -> Result<(Vec<Part>, Vec<String>, usize), ReadError> {
    if found.is_empty() {
        return Err(ReadError::NoFile);
    }
    let mine = options.mine();
    let mut names: Vec<String> = options.partner.iter().chain(&options.also_known_as).cloned().collect();
    let mut parts: Vec<Option<Part>> = found.iter().map(|_| None).collect();
    let mut waiting: Vec<(usize, Found)> = found.into_iter().enumerate().collect();
    loop {
        let mut later = Vec::new();
        let mut trouble: Option<ReadError> = None;
        let mut settled = false;
        for (place, found) in waiting {
            let wanted = Wanted { me: &mine, partner: &names };
            match cast::of(&found.name, &found.export, wanted) {
                Ok(cast) => {
                    learn(&mut names, &found.export, &cast);
                    parts[place] = Some(counted(found, &cast, options, &names));
                    settled = true;
                }
                Err(error) => {
                    let about_others = matches!(
                        error,
                        ReadError::NotInIt { .. }
                            | ReadError::PartnerNotInIt { .. }
                            | ReadError::AloneInIt { .. }
                            | ReadError::NotYourDevice { .. }
                    );
                    if !(found.searched && about_others) {
                        trouble = trouble.or(Some(error));
                    }
                    later.push((place, found));
                }
            }
        }
        waiting = later;
        let may_learn = settled && trouble.is_some();
        match trouble {
            Some(error) if !may_learn => return Err(error),
            Some(_) => {}
            None if settled && !waiting.is_empty() => {}
            None => break,
        }
    }
    let parts: Vec<Part> = parts.into_iter().flatten().collect();
    if let ([], Some((_, first))) = (parts.as_slice(), waiting.first()) {
        let wanted = Wanted { me: &mine, partner: &names };
        return Err(cast::of(&first.name, &first.export, wanted).err().unwrap_or(ReadError::NoFile));
    }
    Ok((parts, names, waiting.len()))
}

/// Takes the partner's names of an export into those that are known.
fn learn(names: &mut Vec<String>, export: &Export, cast: &Cast) {
    /// More names than this are noise.
    const MOST: usize = 64;
    for &who in cast.partner.iter().chain(&cast.also) {
        for name in &export.people[usize::from(who)].names {
            let telling = Number::of(name).is_some() || name.contains('@') || export.has_names;
            if telling && !names.contains(name) && names.len() < MOST {
                names.push(name.clone());
            }
        }
    }
}

/// The part of an export that is counted, with its audit.
fn counted(found: Found, cast: &Cast, options: &Options, names: &[String]) -> Part {
    let Found { name: file, mut export, .. } = found;
    let mut sides: Vec<Option<u16>> = vec![None; export.people.len()];
    for who in cast.partner.iter().chain(&cast.also) {
        sides[usize::from(*who)] = Some(PARTNER);
    }
    for who in &cast.me {
        sides[usize::from(*who)] = Some(ME);
    }
    let mut strangers = vec![false; export.people.len()];
    let mut others = 0;
    let mut counts = Counts { calls: export.notes.nameless_calls, ..Counts::default() };
    let mut contacts: Vec<Contact> = Vec::new();
    let all_chats = export.chats.len();
    for &chat in &cast.chats {
        let mut chat = std::mem::take(&mut export.chats[chat].contacts);
        chat.retain_mut(|contact| {
            let Some(side) = sides[usize::from(contact.who)] else {
                strangers[usize::from(contact.who)] = true;
                others += 1;
                return false;
            };
            contact.who = side;
            counts.see(contact);
            true
        });
        if contacts.is_empty() {
            contacts = chat;
        } else {
            contacts.append(&mut chat);
        }
    }
    export.chats = Vec::new();
    if export.format == Format::Mbox {
        // A mail to two addresses of one person is one mail.
        let before = contacts.len();
        contacts.sort_by_key(|contact| (contact.at, contact.who));
        contacts.dedup();
        counts.messages -= (before - contacts.len()) as u64;
    }
    let strangers = strangers.iter().filter(|&&stranger| stranger).count();
    let shown = |who: Option<&u16>| {
        who.map(|&who| export.people[usize::from(who)].shown().to_owned()).filter(|name| !name.is_empty())
    };
    let me = shown(cast.me.first()).unwrap_or_else(|| options.me.clone());
    // Of a file that knows numbers only, the name that was given says more.
    let given = options.partner.clone().filter(|_| !export.has_names);
    let shown = given.or_else(|| shown(cast.partner.first()));
    let partner = shown.or_else(|| names.first().cloned()).unwrap_or_default();
    let warnings = warnings(&file, &export, cast, strangers, &partner);
    let span = join::span(&contacts);
    let zoned = |at: i64| Timestamp::from_second(at).unwrap_or_default().to_zoned(options.zone.clone());
    let notes = export.notes;
    let audit = FileAudit {
        path: file,
        format: export.format,
        messages: counts.messages,
        calls: counts.calls,
        skipped: export.skipped,
        date_order: notes.order.map(|(order, _)| order),
        zone: zone_name(options),
        date_order_by: notes.order.map(|(_, by)| by),
        system_lines: notes.system_lines,
        reactions: counts.reactions,
        others,
        other_chats: (all_chats - cast.chats.len()) as u64,
        group: strangers > 0,
        cut_at_limit: notes.cut_at_limit,
        repeated_hour: notes.repeated_hour,
        missing_hour: notes.missing_hour,
        duplicates: 0,
        doubled: notes.doubled,
        minutes_only: notes.minutes_only,
        first: span.map(|(first, _)| zoned(first)),
        last: span.map(|(_, last)| zoned(last)),
    };
    Part { audit, me, partner, contacts, span, warnings }
}

/// What an export adds.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    messages: u64,
    calls: u64,
    reactions: u64,
}

impl Counts {
    fn see(&mut self, contact: &Contact) {
        match contact.kind {
            Kind::Call => self.calls += 1,
            Kind::Reaction => self.reactions += 1,
            Kind::Text | Kind::Media | Kind::Mail => self.messages += 1,
        }
    }
}

fn zone_name(options: &Options) -> String {
    let fixed = || options.zone.to_offset(jiff::Timestamp::UNIX_EPOCH).to_string();
    options.zone.iana_name().map_or_else(fixed, str::to_owned)
}

fn warnings(file: &str, export: &Export, cast: &Cast, others: usize, partner: &str) -> Vec<Warning> {
    let file = || file.to_owned();
    let notes = &export.notes;
    let mut warnings = Vec::new();
    if notes.cut_at_limit {
        warnings.push(Warning::CutAtLimit { file: file() });
    }
    if others > 0 {
        warnings.push(Warning::Group { file: file(), others });
    }
    if cast.groups_left > 0 {
        warnings.push(Warning::GroupsLeft { file: file(), count: cast.groups_left });
    }
    for &other in &cast.also {
        let other = export.people[usize::from(other)].shown().to_owned();
        warnings.push(Warning::Renamed { file: file(), kept: partner.to_owned(), other });
    }
    if notes.order.is_some_and(|(_, by)| by == DecidedBy::FewestJumps) {
        warnings.push(Warning::OrderInferred { file: file() });
    }
    if !export.skipped.is_empty() {
        warnings.push(Warning::Skipped { file: file(), count: export.skipped.len() });
    }
    let counted = [
        (notes.nameless_calls, Warning::NamelessCalls { file: file(), count: notes.nameless_calls }),
        (notes.unsure, Warning::Unsure { file: file(), count: notes.unsure }),
        (notes.assumed, Warning::Assumed { file: file(), count: notes.assumed }),
        (notes.out_of_order, Warning::OutOfOrder { file: file(), count: notes.out_of_order }),
        (notes.pasted, Warning::Pasted { file: file(), count: notes.pasted }),
        (notes.repeated_hour, Warning::RepeatedHour { file: file(), count: notes.repeated_hour }),
        (notes.missing_hour, Warning::MissingHour { file: file(), count: notes.missing_hour }),
        (notes.doubled, Warning::Doubled { file: file(), count: notes.doubled }),
    ];
    warnings.extend(counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, warning)| warning));
    warnings
}
