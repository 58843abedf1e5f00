//! Finding the person a name means among the names of a chat.
//!
//! Exact first; else without regard to case, blanks, invisible marks and how accents are encoded, and numbers and
//! addresses in whatever form they are written. Two that fit equally well are refused rather than guessed. It compares
//! whole names only: `Ann` is not `Anna`.

use unicode_normalization::UnicodeNormalization;

/// Whether two spellings are one name: case, blanks, marks, the encoding of accents and WhatsApp's `~` aside; or one
/// telephone number.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one == other
        || match (Number::of(one), Number::of(other)) {
            (Some(one), Some(other)) => one.same(&other),
            (None, None) => {
                let folded = fold(one);
                !folded.is_empty() && folded == fold(other)
            }
            _ => false,
        }
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    digits: String,
    /// Written with the code of its country, behind `+` or `00`.
    international: bool,
}

/// As many digits as a number has at least without the code of its country, that two may be one for certain.
const SURE: usize = 8;

impl Number {
    /// The number that `text` is, if it is one.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let plain: String = text.nfkc().filter(|c| !is_mark(*c)).collect();
        let plain = plain.trim();
        let digits: String =
            plain.chars().filter_map(|c| c.to_digit(10)).filter_map(|d| char::from_digit(d, 10)).collect();
        let allowed = |c: char| {
            c.is_ascii_digit()
                || matches!(c, '+' | '(' | ')' | '-' | '.' | '/' | ' ' | '\u{2010}'..='\u{2015}')
        };
        if digits.len() < 6 || digits.len() > 20 || !plain.chars().all(allowed) {
            return None;
        }
        if plain.starts_with('+') || plain.starts_with("(+") {
            return Some(Self { digits, international: true });
        }
        match digits.strip_prefix("00") {
            Some(rest) if rest.len() > SURE => Some(Self { digits: rest.to_owned(), international: true }),
            _ => Some(Self { digits, international: false }),
        }
    }

    /// Whether two are one number for certain.
    pub(crate) fn same(&self, other: &Self) -> bool {
        if self.digits == other.digits {
            return true;
        }
        match (self.international, other.international) {
            (true, true) => false,
            (true, false) => self.ends_in(other),
            (false, true) => other.ends_in(self),
            (false, false) => {
                let (one, two) = (self.national(), other.national());
                one.len() >= SURE
                    && (one == two
                        || one.strip_prefix('1') == Some(two)
                        || two.strip_prefix('1') == Some(one))
            }
        }
    }

    /// Whether this one, with the code of a country, is `national` with it.
    fn ends_in(&self, national: &Self) -> bool {
        // Most countries dial a 0 first that is no part of the number; some keep it.
        let fits = |end: &str| {
            end.len() >= SURE
                && self.digits.strip_suffix(end).is_some_and(|code| (1..=3).contains(&code.len()))
        };
        fits(national.national()) || fits(&national.digits)
    }

    fn national(&self) -> &str {
        self.digits.trim_start_matches('0')
    }

    /// Whether `short` may be this number as it is dialled within a town: its last digits.
    pub(crate) fn may_be_short(&self, short: &Self) -> bool {
        !short.international && short.digits.len() < SURE && self.digits.ends_with(&short.digits)
    }
}

/// A name in the form that names are compared in.
pub(crate) fn fold(name: &str) -> String {
    let plain: String = name.nfkc().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase).collect();
    let plain = plain.replace('’', "'");
    plain.trim_start_matches('~').split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}' | '\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        for (one, other, same) in [
            ("Ana Núñez", "ana nu\u{301}n\u{303}ez ", true),
            ("~ Bo", "Bo", true),
            ("Cy", "cy ", true),
            ("Ana Núñez", "Ana", false),
            ("", "", true),
            ("", " ", false),
            ("Mia@X.org", "mia@x.org", true),
            ("Mia 2024", "2024 Mia", false),
        ] {
            assert_eq!(same_name(one, other), same, "{one} {other}");
        }
    }

    #[test]
    fn a_number_is_one_in_every_form_that_is_sure() {
        for (one, other, same) in [
            ("\u{202a}+49 170 1234567\u{202c}", "+491701234567", true),
            ("+49 170 1234567", "0170/1234567", true),
            ("0049 170 1234567", "0170-123 45 67", true),
            ("+1 (555) 010-1234", "(555) 010-1234", true),
            ("15550101234", "555-010-1234", true),
            ("+15550101234", "1 555 010 1234", true),
            ("+39 06 12345678", "06 12345678", true),
            ("+4512345678", "12 34 56 78", true),
            ("+15550101234", "+445550101234", false),
            ("+15550101234", "010-1234", false),
            ("+15550101234", "(556) 010-1234", false),
            ("123456", "0123456", false),
        ] {
            assert_eq!(same_name(one, other), same, "{one} {other}");
            assert_eq!(same_name(other, one), same, "{other} {one}");
        }
    }

    #[test]
    fn a_short_number_may_be_the_end_of_a_long_one() {
        let number = |text: &str| Number::of(text).expect("a number");
        assert!(number("+15550101234").may_be_short(&number("010-1234")));
        assert!(!number("+15550101234").may_be_short(&number("010-1235")));
        assert!(!number("+15550101234").may_be_short(&number("5550101234")));
    }
}
