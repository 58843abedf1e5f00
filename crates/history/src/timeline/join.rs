//! From parts to one line: what two files both hold is counted once, and what none of them covers is a gap.

use super::{Counts, Coverage, Part, Timeline};
use crate::Options;
use crate::audit::Format;
use crate::contact::{Contact, Kind};
use crate::names::same_name;
use crate::warning::Warning;
use jiff::Timestamp;
use std::collections::HashMap;
use std::ops::Range;

/// The first and the last moment of `contacts`.
pub(super) fn span(contacts: &[Contact]) -> Option<(i64, i64)> {
    let first = contacts.first()?.at;
    let wider = |(from, to): (i64, i64), contact: &Contact| (from.min(contact.at), to.max(contact.at));
    Some(contacts.iter().fold((first, first), wider))
}

/// Joins the parts of all files, which are at least one.
pub(super) fn parts(parts: Vec<Part>, options: &Options) -> Timeline {
    let mut timeline = Timeline::default();
    let mut spans: Vec<(Format, i64, i64, u64)> = Vec::new();
    let mut origins: Vec<Origin> = Vec::new();
    for mut part in parts {
        if timeline.files.is_empty() {
            (timeline.me, timeline.partner) = (part.me, part.partner);
        } else {
            drop_what_is_held(&mut part, &timeline.contacts, &origins);
            if !same_name(&timeline.partner, &part.partner) && !part.partner.is_empty() {
                let file = part.audit.path.clone();
                let (kept, other) = (timeline.partner.clone(), part.partner);
                part.warnings.push(Warning::AnotherName { file, kept, other });
            }
        }
        if let Some((first, last)) = part.span {
            spans.push((part.audit.format, first, last, part.contacts.len() as u64));
        }
        let from = timeline.contacts.len();
        let range = from..from + part.contacts.len();
        origins.push(Origin { format: part.audit.format, minutes_only: part.audit.minutes_only, range });
        timeline.files.push(part.audit);
        if timeline.contacts.is_empty() {
            timeline.contacts = part.contacts;
        } else {
            timeline.contacts.append(&mut part.contacts);
        }
        timeline.warnings.append(&mut part.warnings);
    }
    put_in_order(&mut timeline.contacts);
    timeline.gaps = gaps(&spans);
    let zoned = |at: i64| Timestamp::from_second(at).unwrap_or_default().to_zoned(options.zone.clone());
    let coverage = |(format, first, last, contacts): (Format, i64, i64, u64)| Coverage {
        format,
        first: zoned(first),
        last: zoned(last),
        contacts,
    };
    timeline.coverage = spans.into_iter().map(coverage).collect();
    timeline
}

/// The stretches between the first and the last moment that no span covers.
fn gaps(spans: &[(Format, i64, i64, u64)]) -> Vec<(i64, i64)> {
    let mut spans: Vec<(i64, i64)> = spans.iter().map(|&(_, first, last, _)| (first, last)).collect();
    spans.sort_unstable();
    let mut gaps = Vec::new();
    let mut known: Option<i64> = None;
    for (first, last) in spans {
        if let Some(known) = known.filter(|&known| known < first) {
            gaps.push((known, first));
        }
        known = known.max(Some(last));
    }
    gaps
}

/// Where a stretch of contacts is from.
struct Origin {
    format: Format,
    minutes_only: bool,
    range: Range<usize>,
}

/// Whether two formats may hold the same messages: a table may be of any app of a telephone.
const fn may_share(one: Format, other: Format) -> bool {
    use Format::{
        Csv, Imessage, Instagram, Mbox, Messenger, SmsBackup, Telegram, WhatsappAndroid, WhatsappIos,
    };
    matches!(
        (one, other),
        (Csv, Csv | Imessage | SmsBackup | WhatsappAndroid | WhatsappIos)
            | (Imessage | SmsBackup | WhatsappAndroid | WhatsappIos, Csv)
            | (Imessage | SmsBackup, Imessage | SmsBackup)
            | (WhatsappAndroid | WhatsappIos, WhatsappAndroid | WhatsappIos)
            | (Telegram, Telegram)
            | (Messenger, Messenger)
            | (Instagram, Instagram)
            | (Mbox, Mbox)
    )
}

/// What makes two contacts of two files the same, as finely as the coarser file tells.
type Key = (i64, u16, Kind, u32);

fn key(contact: &Contact, to_the_minute: bool) -> Key {
    let at = if to_the_minute { contact.at.div_euclid(60) } else { contact.at };
    // A medium may be exported with the file or without: its length tells nothing.
    let length = if matches!(contact.kind, Kind::Text | Kind::Mail) { contact.length } else { 0 };
    (at, contact.who, contact.kind, length)
}

/// Drops from `part` what the files before it hold already, as often as they hold it.
fn drop_what_is_held(part: &mut Part, held: &[Contact], origins: &[Origin]) {
    let mut dropped = Counts::default();
    for origin in origins.iter().filter(|origin| may_share(origin.format, part.audit.format)) {
        let Some((first, last)) = span(&part.contacts) else { break };
        let to_the_minute = part.audit.minutes_only || origin.minutes_only;
        let near = |contact: &&Contact| (first - 60..=last + 60).contains(&contact.at);
        let mut held_of: HashMap<Key, u32> = HashMap::new();
        for contact in held[origin.range.clone()].iter().filter(near) {
            *held_of.entry(key(contact, to_the_minute)).or_default() += 1;
        }
        if held_of.is_empty() {
            continue;
        }
        part.contacts.retain(|contact| {
            let left = held_of.get_mut(&key(contact, to_the_minute)).filter(|left| **left > 0);
            let Some(left) = left else { return true };
            *left -= 1;
            dropped.see(contact);
            false
        });
    }
    let audit = &mut part.audit;
    audit.duplicates = dropped.messages + dropped.calls;
    audit.messages -= dropped.messages;
    audit.calls -= dropped.calls;
    audit.reactions -= dropped.reactions;
    if audit.duplicates > 0 {
        part.warnings.push(Warning::Duplicates { file: audit.path.clone(), count: audit.duplicates });
    }
}

/// Sorts by time and leaves what is of one moment as it stood. Chats are in order but for a few late lines, which
/// are moved one by one; where many are out of order, all are sorted.
pub(super) fn put_in_order(contacts: &mut [Contact]) {
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

#[cfg(test)]
mod tests {
    use super::super::ME;
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

        #[test]
        fn a_gap_is_what_no_file_covers(spans in prop::collection::vec((0_i64..100, 0_i64..30), 1..8)) {
            let spans: Vec<(Format, i64, i64, u64)> =
                spans.into_iter().map(|(first, length)| (Format::Telegram, first, first + length, 1)).collect();
            let gaps = gaps(&spans);
            let end = spans.iter().map(|span| span.2).max().unwrap_or_default();
            let start = spans.iter().map(|span| span.1).min().unwrap_or_default();
            for moment in start..end {
                // Halves of a second lie within no end.
                let covered = spans.iter().any(|&(_, first, last, _)| first <= moment && moment < last);
                let gap = gaps.iter().any(|&(from, to)| from <= moment && moment < to);
                prop_assert_eq!(covered, !gap, "{} in {:?} of {:?}", moment, gaps, spans);
            }
        }
    }
}
