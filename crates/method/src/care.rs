//! CARE: step two, live and look after yourself. When help, a doctor, a form or people are called for.
//! Never a diagnosis; each threshold only says "talk to somebody".

pub mod crisis;
mod days;
pub mod mood;
pub mod needs;
pub mod people;
pub mod sleep;

use alloc::vec::Vec;

use crate::clause::Id;
use crate::event::names::named;
use crate::present::Present;

pub use days::checked_in_today;

/// The clauses of step two that compute nothing here (CARE-1, 2, 6, 9, 10).
pub const STEP_TWO: &str = include_str!("care/step_two.md");

named! {
    /// What care calls for.
    Do {
        /// The crisis page.
        Crisis = "crisis",
        /// Distance, and the emergency number.
        Emergency = "emergency",
        /// Help for one who is afraid or hurt.
        DvHelp = "dv-help",
        /// A doctor.
        Doctor = "doctor",
        /// A questionnaire, offered.
        Questionnaire = "questionnaire",
        /// People to turn to.
        People = "people",
        /// A practical need.
        Practical = "practical",
    }
}

named! {
    /// How soon, most urgent first.
    Soon {
        /// Now.
        Now = "now",
        /// Today.
        Today = "today",
        /// This week.
        ThisWeek = "this-week",
        /// Soon.
        Soon = "soon",
    }
}

/// Something that care calls for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Care {
    /// What.
    pub what: Do,
    /// How soon.
    pub when: Soon,
    /// The clauses that say so.
    pub because: Vec<Id>,
}

impl Care {
    fn new(what: Do, when: Soon, because: &[Id]) -> Self {
        Self { what, when, because: because.to_vec() }
    }
}

/// All that care calls for at the moment, most urgent first; the doctor at most once.
#[must_use]
pub fn called_for(present: &Present<'_>) -> Vec<Care> {
    let mut care = crisis::called_for(present);
    care.extend(doctor(present));
    care.extend(mood::questionnaire(present));
    care.extend(people::called_for(present));
    care.extend(needs::called_for(present));
    care.sort_by_key(|care| care.when);
    care
}

/// One word on the doctor, as soon as the most urgent of its reasons asks.
fn doctor(present: &Present<'_>) -> Option<Care> {
    let days = days::by_day(present);
    let sleep = sleep::doctor(present, &days);
    let reasons: Vec<(Soon, Id)> = sleep.into_iter().chain(mood::doctor(present, &days)).collect();
    let when = reasons.iter().map(|reason| reason.0).min()?;
    let mut because: Vec<Id> = reasons.into_iter().map(|reason| reason.1).collect();
    because.sort_unstable();
    because.dedup();
    Some(Care { what: Do::Doctor, when, because })
}
