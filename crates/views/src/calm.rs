//! What calms (CARE-9): the exercises in words, what helped before first, what was put away at the end. It measures
//! nothing and says of none that it works.

use method::Present;
use method::event::{CalmWord, Exercise};

use crate::Words;

/// An exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aid {
    /// Its name in the journal.
    pub name: &'static str,
    /// Its heading.
    pub heading: String,
    /// What to do, a step each.
    pub steps: Vec<String>,
    /// Whether the person said that it helped.
    pub helped: bool,
    /// Whether the person put it away.
    pub put_away: bool,
}

/// All exercises: first what helped, last what was put away.
#[must_use]
pub fn aids(words: &Words, present: &Present<'_>) -> Vec<Aid> {
    let word = |exercise| {
        let said = present.standing.calms.seen(present.now).rfind(|noted| noted.what.exercise == exercise);
        said.map(|noted| noted.what.word)
    };
    let mut aids: Vec<Aid> = Exercise::ALL
        .iter()
        .map(|&exercise| Aid {
            name: exercise.name(),
            heading: words.say(&format!("calm-{}", exercise.name())),
            steps: steps(words, exercise),
            helped: word(exercise) == Some(CalmWord::Helped),
            put_away: word(exercise) == Some(CalmWord::NotForMe),
        })
        .collect();
    // What is alike stays in its order.
    aids.sort_by_key(|aid| (aid.put_away, !aid.helped));
    aids
}

fn steps(words: &Words, exercise: Exercise) -> Vec<String> {
    let ids: &[&str] = match exercise {
        Exercise::Breath => &["breath-how"],
        Exercise::Ground => &["ground-see", "ground-feel", "ground-hear", "ground-smell", "ground-taste"],
        Exercise::Cold => &["cold-hold", "cold-feel"],
        Exercise::Muscles => &["muscles-fists", "muscles-on"],
        Exercise::Walk => &["walk-out", "walk-count"],
        Exercise::Name => &["name-say", "name-let"],
        Exercise::Wave => &["wave-watch", "wave-no-swim"],
    };
    ids.iter().map(|id| words.say(id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exercise_has_its_words() {
        let words = Words::english();
        for &exercise in Exercise::ALL {
            assert!(words.has(&format!("calm-{}", exercise.name())), "{exercise:?}");
            let steps = steps(&words, exercise);
            assert!(steps.iter().all(|step| step.contains(' ')), "{steps:?}");
        }
    }
}
