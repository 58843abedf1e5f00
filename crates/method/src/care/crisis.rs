#![doc = include_str!("crisis.md")]

use alloc::vec::Vec;

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
    let harm = danger::harm_needs_help(present);
    if harm || self_harm(present) {
        care.push(Care::new(Do::Crisis, Soon::Now, &[Id::Safe5, Id::Care8]));
    }
    if harm {
        care.push(Care::new(Do::Emergency, Soon::Now, &[Id::Safe5, Id::Care8]));
    }
    if fear::words(present) {
        care.push(Care::new(Do::DvHelp, Soon::Now, &[Id::Safe4]));
    } else if fear::in_force(present).is_some() {
        care.push(Care::new(Do::DvHelp, Soon::Soon, &[Id::Safe4]));
    }
    care
}

/// Words of suicide, or an answer above 0 to the ninth item, within 14 days; taken back or answered anew, it stays.
#[must_use]
pub fn self_harm(present: &Present<'_>) -> bool {
    let stays = |at| within_hours(at, danger::HELP_STAYS_HOURS, present.now);
    let standing = present.standing;
    let words = standing.signs.said(present.now).any(|noted| noted.what.to_self && stays(noted.at));
    let mut forms = standing.questionnaires.said(present.now);
    words
        || forms.any(|noted| {
            let ninth = noted.what.answers().last().copied().flatten();
            noted.what.instrument() == Instrument::Phq9
                && ninth.is_some_and(|answer| answer > 0)
                && stays(noted.at)
        })
}
