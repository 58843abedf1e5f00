//! Finding the person a name means among the names of a chat.
//!
//! Exact first; else without regard to case, blanks, invisible marks and how accents are encoded. Two that fit
//! equally well are refused rather than guessed. It compares whole names only: `Ann` is not `Anna`.

use unicode_normalization::UnicodeNormalization;

/// What a search among names found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// The person with this number.
    One(usize),
    /// Nobody.
    Nobody,
    /// More than one.
    Several,
}

/// Looks for `wanted` among `people`.
pub(crate) fn find(wanted: &str, people: &[String]) -> Found {
    if let Some(place) = people.iter().position(|name| name == wanted) {
        return Found::One(place);
    }
    let mut fitting =
        people.iter().enumerate().filter(|(_, name)| same_name(wanted, name)).map(|(place, _)| place);
    match (fitting.next(), fitting.next()) {
        (Some(place), None) => Found::One(place),
        (Some(_), Some(_)) => Found::Several,
        (None, _) => Found::Nobody,
    }
}

/// Whether two spellings are one name: case, blanks, marks, the encoding of accents and WhatsApp's `~` aside.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one == other || {
        let folded = fold(one);
        !folded.is_empty() && folded == fold(other)
    }
}

/// A name in the form that names are compared in. Of a telephone number, the digits.
pub(crate) fn fold(name: &str) -> String {
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    let is_number = digits.len() >= 6 && !name.chars().any(char::is_alphabetic);
    if is_number {
        return digits;
    }
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

    fn people() -> Vec<String> {
        ["Ana Núñez", "\u{202a}+49 170 1234567\u{202c}", "~ Bo", "Cy", "cy "].map(str::to_owned).into()
    }

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        let people = people();
        assert_eq!(find("Ana Núñez", &people), Found::One(0));
        assert_eq!(find("ana nu\u{301}n\u{303}ez ", &people), Found::One(0));
        assert_eq!(find("+491701234567", &people), Found::One(1));
        assert_eq!(find("Bo", &people), Found::One(2));
    }

    #[test]
    fn an_exact_name_outranks_one_that_only_fits() {
        assert_eq!(find("Cy", &people()), Found::One(3));
        assert_eq!(find("CY", &people()), Found::Several);
    }

    #[test]
    fn a_part_of_a_name_is_nobody() {
        assert_eq!(find("Ana", &people()), Found::Nobody);
        assert_eq!(find("", &people()), Found::Nobody);
    }
}
