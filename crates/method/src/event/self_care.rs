//! The person's own days: check-ins and questionnaires, as facts. No threshold lives here.

use alloc::vec::Vec;

use super::figure::{Amount, Hours, OutOfRange, Rating};
use super::names::named;

named! {
    /// How one ate.
    Ate {
        /// Well.
        Well = "well",
        /// A little.
        Little = "little",
        /// Hardly at all.
        Hardly = "hardly",
    }
}

/// A day's check-in; every field may be left out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CheckIn {
    /// Hours slept.
    pub sleep_hours: Option<Hours>,
    /// Minutes to fall asleep.
    pub to_fall_asleep_minutes: Option<Amount>,
    /// Minutes awake in the night.
    pub awake_minutes: Option<Amount>,
    /// Whether the day suffered from the night.
    pub day_suffered: Option<bool>,
    /// How one ate.
    pub ate: Option<Ate>,
    /// Minutes moved.
    pub moved_minutes: Option<Amount>,
    /// Whether one worked.
    pub worked: Option<bool>,
    /// How many people one was among.
    pub people: Option<Amount>,
    /// Mood, 0 to 10.
    pub mood: Option<Rating>,
    /// Drinks, or other drugs, in the person's own count; noted without reproach (CARE-2).
    pub drinks: Option<Amount>,
}

named! {
    /// A screening questionnaire.
    Instrument {
        /// Two items on mood.
        Phq2 = "phq-2",
        /// Nine items on mood; the ninth asks for thoughts of death or self-harm.
        Phq9 = "phq-9",
        /// Seven items on worry.
        Gad7 = "gad-7",
    }
}

impl Instrument {
    /// How many items it has.
    #[must_use]
    pub const fn items(self) -> usize {
        match self {
            Self::Phq2 => 2,
            Self::Phq9 => 9,
            Self::Gad7 => 7,
        }
    }
}

/// Answers to a questionnaire, each 0 to 3 or missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    instrument: Instrument,
    answers: Vec<Option<u8>>,
}

impl Questionnaire {
    /// Takes as many answers as the instrument has items.
    ///
    /// # Errors
    /// [`OutOfRange`] for another number of answers, or an answer above 3.
    pub fn new(instrument: Instrument, answers: Vec<Option<u8>>) -> Result<Self, OutOfRange> {
        if answers.len() != instrument.items() {
            return Err(OutOfRange::of(match instrument {
                Instrument::Phq2 => "2 answers",
                Instrument::Phq9 => "9 answers",
                Instrument::Gad7 => "7 answers",
            }));
        }
        if answers.iter().flatten().any(|&answer| answer > 3) {
            return Err(OutOfRange::of("answers from 0 to 3, or null"));
        }
        Ok(Self { instrument, answers })
    }

    /// Which one.
    #[must_use]
    pub const fn instrument(&self) -> Instrument {
        self.instrument
    }

    /// The answers, in order.
    #[must_use]
    pub fn answers(&self) -> &[Option<u8>] {
        &self.answers
    }

    /// What the given answers add up to: the total where none is missing, else the least it can be.
    #[must_use]
    pub fn at_least(&self) -> u32 {
        self.answers.iter().flatten().map(|&answer| u32::from(answer)).sum()
    }

    /// The total; none where an answer is missing (CARE-5).
    #[must_use]
    pub fn total(&self) -> Option<u32> {
        self.answers.iter().copied().map(|answer| answer.map(u32::from)).sum()
    }
}

named! {
    /// Something that calms (CARE-9).
    Exercise {
        /// Breathing at a pace.
        Breath = "breath",
        /// The five senses.
        Ground = "ground",
        /// Something cold.
        Cold = "cold",
        /// Tensing and letting go.
        Muscles = "muscles",
        /// A walk.
        Walk = "walk",
        /// Saying what it is.
        Name = "name",
        /// Watching an urge rise and fall.
        Wave = "wave",
    }
}

named! {
    /// What a person says of an exercise; the newest word on each counts.
    CalmWord {
        /// It helped.
        Helped = "helped",
        /// It is not for them, and is put away.
        NotForMe = "not-for-me",
        /// It is to be shown again.
        Again = "again",
    }
}

/// A word on an exercise that calms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calm {
    /// Which.
    pub exercise: Exercise,
    /// What of it.
    pub word: CalmWord,
}
