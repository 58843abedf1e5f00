#![doc = include_str!("answer.md")]

use alloc::vec::Vec;

use crate::clause::Id;
use crate::event::WidestGap;
use crate::moment::days_after;
use crate::present::{Personal, Present};
use crate::ruling::{Opening, Ruling};

/// The clauses with their reasons and cases.
pub const TEXT: &str = include_str!("answer.md");

/// Starts without any word back after which nothing more is started.
const STARTS_WITHOUT_A_WORD: usize = 2;

/// The person's starts since the partner's last word for which `heard` holds; all of them where there is none.
fn starts_since(present: &Present<'_>, heard: fn(&Personal) -> bool) -> Vec<u32> {
    let after = present.contacts.iter().rposition(heard).map_or(0, |index| index + 1);
    present.contacts[after..]
        .iter()
        .filter(|contact| contact.is_my_start())
        .map(|contact| contact.entry)
        .collect()
}

/// How many starts of the person's came since the partner's last personal word of any tone.
#[must_use]
pub fn starts_without_word(present: &Present<'_>) -> usize {
    starts_since(present, Personal::is_partners_word).len()
}

/// How many starts of the person's came since the partner's last personal word that was not cold.
#[must_use]
pub fn starts_without_kind_word(present: &Present<'_>) -> usize {
    starts_since(present, Personal::is_kind_word).len()
}

/// The gap doubled once for each of `starts`, to at most the widest.
#[must_use]
pub fn doubled(base: u16, starts: usize, widest: WidestGap) -> u16 {
    let doublings = starts.min(4);
    (base << doublings).min(widest.days())
}

/// Two starts since the partner's last word of any tone: nothing more until they write.
#[must_use]
pub fn on_starting(present: &Present<'_>) -> Option<Ruling<Opening>> {
    let starts = starts_since(present, Personal::is_partners_word);
    (starts.len() >= STARTS_WITHOUT_A_WORD).then(|| Ruling::new(Id::Space8, Opening::Never, starts))
}

/// Whether so long has passed without any contact at all that one light line would fit (SPACE-6); said if asked,
/// never as a reminder.
#[must_use]
pub fn is_long_silent(present: &Present<'_>) -> bool {
    let by_hand = present.standing.contacts.newest(present.now).map(|noted| noted.at);
    let imported = present.standing.messages.newest(present.now).map(|noted| noted.at);
    let last = by_hand.max(imported).or_else(|| present.left_on.map(|when| when.instant(&present.zone)));
    let last = last.or_else(|| present.first_entry());
    last.is_some_and(|last| present.now >= days_after(last, present.widest.days(), &present.zone))
}
