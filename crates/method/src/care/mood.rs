#![doc = include_str!("mood.md")]

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::clause::Id;
use crate::event::{Ate, CheckIn, Instrument, Questionnaire};
use crate::moment::{day_before, within_hours};
use crate::present::Present;
use crate::standing::Noted;

use super::days::{self, Days};
use super::{Care, Do, Soon};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("mood.md");

/// From here a score calls for a doctor (CARE-5).
pub const DOCTOR: u32 = 10;
/// From here PHQ-9 calls for a doctor this week.
const DOCTOR_THIS_WEEK: u32 = 20;
/// From here PHQ-2 offers PHQ-9 (CARE-5).
pub const OFFER_PHQ9: u32 = 2;
/// A questionnaire counts for 30 days.
const COUNTS_HOURS: u32 = 30 * 24;
/// Mood at this or less ...
const LOW_MOOD: u8 = 2;
/// ... on so many days running.
const LOW_MOOD_DAYS: usize = 7;
/// Hardly eating on so many days ...
const HARDLY_ATE_DAYS: usize = 3;
/// ... of the last seven.
const HARDLY_ATE_WITHIN_DAYS: i64 = 7;

/// The newest questionnaire of that name, while it counts.
#[must_use]
pub fn newest<'a>(present: &'a Present<'_>, instrument: Instrument) -> Option<&'a Noted<Questionnaire>> {
    let mut all = present.standing.questionnaires.seen(present.now);
    let newest = all.rfind(|noted| noted.what.instrument() == instrument)?;
    within_hours(newest.at, COUNTS_HOURS, present.now).then_some(newest)
}

/// Why mood, food or a score calls for a doctor.
#[must_use]
pub(super) fn doctor(present: &Present<'_>, days: &Days) -> Vec<(Soon, Id)> {
    let score = |instrument| newest(present, instrument).map_or(0, |noted| noted.what.at_least());
    let phq9 = score(Instrument::Phq9);
    let low = |day: &CheckIn| day.mood.is_some_and(|mood| mood.get() <= LOW_MOOD);
    let reasons = [
        (phq9 >= DOCTOR_THIS_WEEK, Soon::ThisWeek),
        (phq9 >= DOCTOR || score(Instrument::Gad7) >= DOCTOR, Soon::Soon),
        (days::run(present, days, low) >= LOW_MOOD_DAYS, Soon::Soon),
        (days_hardly_eaten(present, days) >= HARDLY_ATE_DAYS, Soon::Soon),
    ];
    reasons.into_iter().filter_map(|(holds, when)| holds.then_some((when, Id::Care5))).collect()
}

fn days_hardly_eaten(present: &Present<'_>, days: &Days) -> usize {
    let recent =
        present.standing.check_ins.seen(present.now).filter(|noted| {
            day_before(noted.at, present.now).is_some_and(|day| day <= HARDLY_ATE_WITHIN_DAYS)
        });
    let recent: BTreeSet<_> = recent.map(|noted| present.day_of(noted.at)).collect();
    let hardly = |day: &CheckIn| day.ate == Some(Ate::Hardly);
    days.iter().filter(|(date, day)| recent.contains(date) && hardly(day)).count()
}

/// PHQ-9 offered after PHQ-2; or asked once more for its ninth item, where that was left out.
#[must_use]
pub fn questionnaire(present: &Present<'_>) -> Option<Care> {
    let phq2 = newest(present, Instrument::Phq2).filter(|noted| noted.what.at_least() >= OFFER_PHQ9);
    let phq9 = present.standing.questionnaires.seen(present.now);
    let mut phq9 = phq9.filter(|noted| noted.what.instrument() == Instrument::Phq9);
    let answered_since = |place| phq9.clone().any(|noted| noted.place() > place);
    let offer = phq2.is_some_and(|phq2| !answered_since(phq2.place()));
    let lacks_ninth = |noted: &&Noted<Questionnaire>| noted.what.answers().last() == Some(&None);
    let last_lacks = phq9
        .next_back()
        .as_ref()
        .is_some_and(|last| lacks_ninth(last) && within_hours(last.at, COUNTS_HOURS, present.now));
    let asked_before = phq9.next_back().as_ref().is_some_and(lacks_ninth);
    (offer || (last_lacks && !asked_before)).then(|| Care::new(Do::Questionnaire, Soon::Soon, &[Id::Care5]))
}
