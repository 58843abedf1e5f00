//! The safety plan: six parts in the person's own words, in the order in which they help (CARE-8).
//! It fills in none of them.

use method::Present;
use method::event::PlanPart;

use crate::Words;

/// A part of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name in the journal.
    pub name: &'static str,
    /// What it asks.
    pub asks: String,
    /// What was written; may be empty.
    pub text: String,
}

/// The parts, written or not.
#[must_use]
pub fn parts(words: &Words, present: &Present<'_>) -> Vec<Part> {
    let newest = |part| present.standing.plans.seen(present.now).rfind(|noted| noted.what.part == part);
    let told = |&part: &PlanPart| Part {
        name: part.name(),
        asks: words.say(&format!("plan-{}", part.name())),
        text: newest(part).map(|noted| noted.what.text.to_string()).unwrap_or_default(),
    };
    PlanPart::ALL.iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_words() {
        let words = Words::english();
        assert!(PlanPart::ALL.iter().all(|part| words.has(&format!("plan-{}", part.name()))));
    }
}
