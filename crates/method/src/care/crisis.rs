#![doc = include_str!("crisis.md")]

use alloc::vec::Vec;

use jiff::Timestamp;

use crate::clause::Id;
use crate::event::Instrument;
use crate::moment::within_hours;
use crate::present::Present;
use crate::safe::{danger, fear};

use super::{Care, Do, Soon};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("crisis.md");

/// Help that comes before all else: for suicide, for harm to others, for one who is hurt or afraid.
#[must_use]
pub fn called_for(present: &Present<'_>) -> Vec<Care> {
    let mut care = Vec::new();
    if words_of_harm(present) || ninth_item(present) {
        care.push(Care::new(Do::Crisis, Soon::Now, &[Id::Safe5, Id::Care8]));
    }
    if danger::harm_needs_help(present) {
        care.push(Care::new(Do::Emergency, Soon::Now, &[Id::Safe5, Id::Care8]));
    }
    if fear::words(present) {
        care.push(Care::new(Do::DvHelp, Soon::Now, &[Id::Safe4]));
    } else if fear::in_force(present).is_some() {
        care.push(Care::new(Do::DvHelp, Soon::Soon, &[Id::Safe4]));
    }
    care
}

/// Words of suicide or of harm within 14 days, whatever came since: taken back or called a false alarm, they stay.
fn words_of_harm(present: &Present<'_>) -> bool {
    let mut words = present.standing.signs.said(present.now);
    words.any(|noted| (noted.what.to_self || noted.what.to_other) && stays(noted.at, present))
}

/// An answer above 0 to the ninth item within 14 days, whatever was answered since.
fn ninth_item(present: &Present<'_>) -> bool {
    let mut forms = present.standing.questionnaires.said(present.now);
    forms.any(|noted| {
        let ninth = noted.what.answers().last().copied().flatten();
        let above = noted.what.instrument() == Instrument::Phq9 && ninth.is_some_and(|answer| answer > 0);
        above && stays(noted.at, present)
    })
}

fn stays(at: Timestamp, present: &Present<'_>) -> bool {
    within_hours(at, danger::HELP_STAYS_HOURS, present.now)
}
