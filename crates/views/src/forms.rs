//! The screening questionnaires, in their own words: optional, a form to take to a doctor, never a verdict on anybody
//! (CARE-5). The wording and the two weeks are the instruments'; nothing of them is changed.

use method::Present;
use method::care::mood::{DOCTOR, OFFER_PHQ9};
use method::event::{Instrument, Questionnaire};

use crate::{Words, day};

/// A questionnaire to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its name in the journal.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// What it asks about all its items.
    pub question: String,
    /// The items.
    pub items: Vec<String>,
    /// The answers, from 0.
    pub answers: Vec<String>,
    /// Who made it, and that it may be shown.
    pub notice: String,
}

/// How many answers each item has.
const ANSWERS: usize = 4;

/// A questionnaire to fill in.
#[must_use]
pub fn form(words: &Words, instrument: Instrument) -> Form {
    let name = instrument.name();
    // The two items are the first two of the nine.
    let (family, asked) = match instrument {
        Instrument::Phq2 | Instrument::Phq9 => ("phq", "phq-question"),
        Instrument::Gad7 => ("gad", "gad-question"),
    };
    let items = (1..=instrument.items()).map(|item| words.say(&format!("{family}-item-{item}")));
    Form {
        name,
        title: words.say(&format!("form-{name}")),
        question: words.say(asked),
        items: items.collect(),
        answers: (0..ANSWERS).map(|answer| words.say(&format!("form-answer-{answer}"))).collect(),
        notice: words.say("form-notice"),
    }
}

/// A questionnaire that was filled in, in the sentences that may be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Its title.
    pub title: String,
    /// On which day.
    pub day: String,
    /// What may be said of it.
    pub told: Vec<String>,
    /// Whether the longer one is offered.
    pub offers_phq9: bool,
}

/// So many are shown.
const MOST: usize = 24;

/// The questionnaires that were filled in, newest first.
#[must_use]
pub fn filled(words: &Words, present: &Present<'_>) -> Vec<Filled> {
    let today = present.date_of(present.now);
    let all = present.standing.questionnaires.seen(present.now).rev().take(MOST);
    all.map(|noted| Filled {
        title: words.say(&format!("form-{}", noted.what.instrument().name())),
        day: day(words, present.date_of(noted.at), today),
        told: told(words, &noted.what),
        offers_phq9: noted.what.instrument() == Instrument::Phq2 && noted.what.at_least() >= OFFER_PHQ9,
    })
    .collect()
}

fn told(words: &Words, filled: &Questionnaire) -> Vec<String> {
    let mut told = vec![match filled.total() {
        Some(total) => words.say_with("form-total", &[("total", total.into())]),
        None => words.say("form-missing"),
    }];
    if filled.instrument() != Instrument::Phq2 {
        told.push(words.say_with("form-doctor", &[("score", DOCTOR.into())]));
    }
    told.push(words.say("form-no-diagnosis"));
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_of_every_form_has_its_words() {
        let words = Words::english();
        for &instrument in Instrument::ALL {
            let form = form(&words, instrument);
            assert_eq!(form.items.len(), instrument.items());
            let said =
                form.items.iter().chain(&form.answers).chain([&form.title, &form.question, &form.notice]);
            assert!(
                said.clone().all(|text| text.contains(' ') || text.chars().all(char::is_uppercase)),
                "{form:?}"
            );
        }
    }

    #[test]
    fn a_missing_answer_shows_no_total() {
        let words = Words::english();
        let filled = Questionnaire::new(Instrument::Phq2, vec![Some(3), None]).expect("two answers");
        assert!(!told(&words, &filled).concat().contains('3'));
        let whole = Questionnaire::new(Instrument::Phq2, vec![Some(3), Some(1)]).expect("two answers");
        assert!(told(&words, &whole)[0].contains('4'));
    }
}
