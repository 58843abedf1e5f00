//! Practical needs: what is missing, and who other than the partner can help with it (CARE-7).
//! The partner is never among them.

use method::Present;
use method::care::needs::unmet;
use method::event::NeedKind;

use crate::Words;

/// A need, and whether it is missing now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedRow {
    /// Its name in the journal.
    pub name: &'static str,
    /// What it is.
    pub what: String,
    /// Whom else to ask.
    pub whom: String,
    /// Whether it is missing.
    pub missing: bool,
}

/// Every need.
#[must_use]
pub fn rows(words: &Words, present: &Present<'_>) -> Vec<NeedRow> {
    let missing = unmet(present);
    let row = |&need: &NeedKind| NeedRow {
        name: need.name(),
        what: words.say(&format!("need-{}", need.name())),
        whom: words.say(&format!("need-{}-whom", need.name())),
        missing: missing.contains(&need),
    };
    NeedKind::ALL.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_has_its_words_and_somebody_to_ask() {
        let words = Words::english();
        for need in NeedKind::ALL {
            assert!(words.has(&format!("need-{}", need.name())), "{}", need.name());
            assert!(words.has(&format!("need-{}-whom", need.name())), "{}", need.name());
        }
    }
}
