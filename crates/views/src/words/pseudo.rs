//! A language that nobody speaks, for tests alone: every message of English with accents, two fifths longer, and set
//! from right to left. Where a page shows words without its marks, they are no message; where a line is cut, it would be
//! cut in some language.

use std::borrow::Cow;

use super::{Words, bundle};
use crate::language::{Direction, Language};

/// Sets what follows from right to left, apart from what stands around it.
const BEFORE: &str = "\u{2067}";
/// Ends that.
const BEHIND: &str = "\u{2069}";

impl Words {
    /// The pseudo-language.
    #[must_use]
    pub fn pseudo() -> Self {
        let mut bundle = bundle(Language::English);
        bundle.set_transform(Some(stretched));
        let (tag, direction) = ("en-XB", Direction::RightToLeft);
        Self { bundles: vec![bundle], tag, direction, marks: (BEFORE, BEHIND) }
    }
}

/// The same text with accents, and two letters more for every five.
fn stretched(text: &str) -> Cow<'_, str> {
    let mut owed = 0;
    let mut stretched = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        stretched.push(accented(letter));
        if letter.is_alphabetic() {
            owed += 2;
        }
        if owed >= 5 {
            owed -= 5;
            stretched.push(accented(letter));
        }
    }
    stretched.into()
}

const fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'c' => 'ç',
        'd' => 'ð',
        'e' => 'é',
        'g' => 'ğ',
        'h' => 'ĥ',
        'i' => 'î',
        'l' => 'ļ',
        'n' => 'ñ',
        'o' => 'ö',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ţ',
        'u' => 'û',
        'y' => 'ý',
        'A' => 'Å',
        'C' => 'Ç',
        'D' => 'Ð',
        'E' => 'É',
        'I' => 'Î',
        'N' => 'Ñ',
        'O' => 'Ö',
        'S' => 'Š',
        'T' => 'Ţ',
        'U' => 'Û',
        'Y' => 'Ý',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_two_fifths_longer_and_stands_between_its_marks() {
        let (plain, pseudo) = (Words::english(), Words::pseudo());
        for id in ["start-honest", "safety-afraid", "door-urge", "yes"] {
            let said = pseudo.say(id);
            let inner =
                said.strip_prefix(BEFORE).and_then(|said| said.strip_suffix(BEHIND)).expect("the marks");
            let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
            let (before, after) = (letters(&plain.say(id)), letters(inner));
            assert_eq!(after, before + before * 2 / 5, "{said}");
            assert_ne!(plain.say(id), inner);
        }
        assert_eq!((pseudo.tag(), pseudo.direction().name()), ("en-XB", "rtl"));
    }

    #[test]
    fn what_is_filled_in_is_left_as_it_is() {
        let said = Words::pseudo().say_with("practical-by-me", &[("channel", "Mia 42".into())]);
        assert!(said.contains("Mia 42"), "{said}");
    }
}
