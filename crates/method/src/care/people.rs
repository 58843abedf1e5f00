#![doc = include_str!("people.md")]

use alloc::string::String;
use alloc::vec::Vec;

use crate::clause::Id;
use crate::moment::within_hours;
use crate::present::Present;

use super::{Care, Do, Soon};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("people.md");

/// An urge this strong (CARE-3) ...
pub const STRONG_URGE: u8 = 8;
/// ... in so many hours.
const URGE_WITHIN_HOURS: u32 = 24;
/// Mood at this or less ...
const LOW_MOOD: u8 = 3;
/// ... in so many check-ins running.
const LOW_CHECK_INS: usize = 3;
/// Check-ins older than this are no news any more.
const NEWS_HOURS: u32 = 14 * 24;

/// Somebody to be with, or to call, today.
#[must_use]
pub fn called_for(present: &Present<'_>) -> Option<Care> {
    (strong_urge(present) || low_for_a_while(present))
        .then(|| Care::new(Do::People, Soon::Today, &[Id::Care3]))
}

/// Whether an urge of 8 or more was written down in the last 24 hours.
#[must_use]
pub fn strong_urge(present: &Present<'_>) -> bool {
    let mut urges = present.standing.urges.seen(present.now).rev();
    let mut recent = urges.by_ref().take_while(|urge| within_hours(urge.at, URGE_WITHIN_HOURS, present.now));
    recent.any(|urge| urge.what.strength.get() >= STRONG_URGE)
}

fn low_for_a_while(present: &Present<'_>) -> bool {
    let mut last = present.standing.check_ins.seen(present.now).rev().take(LOW_CHECK_INS);
    let mut low = 0;
    let all_low = last.all(|noted| {
        low += 1;
        let recent = low > 1 || within_hours(noted.at, NEWS_HOURS, present.now);
        recent && noted.what.mood.is_some_and(|mood| mood.get() <= LOW_MOOD)
    });
    all_low && low == LOW_CHECK_INS
}

/// Whether this is the name of the partner, or their number: by what message histories gave and the person let be remembered.
/// The partner stands on no list of people to turn to (CARE-3).
#[must_use]
pub fn is_partner(present: &Present<'_>, name: &str, phone: Option<&str>) -> bool {
    let Some(noted) = present.standing.names.newest(present.now) else { return false };
    let (name, phone) = (name.trim().to_lowercase(), phone.map(digits).unwrap_or_default());
    noted.what.theirs.iter().any(|known| {
        let number = digits(known);
        let shorter = number.len().min(phone.len());
        let same_number = shorter >= SURE && number.ends_with(&phone[phone.len() - shorter..]);
        known.trim().to_lowercase() == name || same_number
    })
}

/// Two numbers whose last digits are the same so far are one.
const SURE: usize = 8;

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether a text names the partner, written as it was remembered; no safety plan turns to them.
#[must_use]
pub fn names_partner(present: &Present<'_>, text: &str) -> bool {
    let text: Vec<&str> = words(text).collect();
    let Some(noted) = present.standing.names.newest(present.now) else { return false };
    noted.what.theirs.iter().any(|name| {
        let name: Vec<&str> = words(name).collect();
        !name.is_empty() && text.windows(name.len()).any(|window| *window == *name)
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty())
}
