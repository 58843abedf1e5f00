//! The languages that the pages speak, and how one is chosen from what a browser or a system asks for.
//! A language comes in here only once signs of crisis are read in it (`review::reads`); a test holds that.
//! The words themselves are not here.

/// A language that every page can be read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, which also stands in where another language lacks a message.
    #[default]
    English,
    /// German.
    German,
}

/// The way a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// As HTML's `dir` has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
    /// All of them, in the order of a list to choose from.
    pub const ALL: &'static [Self] = &[Self::English, Self::German];

    /// Its BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Its name in itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The way its script runs.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::English | Self::German => Direction::LeftToRight,
        }
    }

    /// The language that a BCP 47 tag such as `de` or `de-AT` names, if it is one of these.
    #[must_use]
    pub fn tagged(tag: &str) -> Option<Self> {
        let language = tag.trim().split('-').next()?;
        Self::ALL.iter().copied().find(|known| known.tag().eq_ignore_ascii_case(language))
    }

    /// The language of a system's locale such as `de_AT.UTF-8`, if it is one of these.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        Self::tagged(locale.split(['_', '.', '@']).next()?)
    }

    /// The first of these that an `Accept-Language` header (RFC 9110, 12.5.4) asks for, in the order of its weights;
    /// `*` stands for English. None where it asks for none of them.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        let mut asked: Vec<(f32, Self)> = header.split(',').filter_map(weighed).collect();
        // What weighs the same keeps its order.
        asked.sort_by(|one, other| other.0.total_cmp(&one.0));
        asked.first().map(|&(_, language)| language)
    }
}

/// A language of the header and its weight; none for what is not spoken here, refused (`q=0`) or unreadable.
fn weighed(range: &str) -> Option<(f32, Language)> {
    let mut parts = range.split(';').map(str::trim);
    let tag = parts.next()?;
    let weight = match parts.next() {
        None => 1.0,
        Some(weight) => {
            weight.strip_prefix("q=").or_else(|| weight.strip_prefix("Q="))?.trim().parse().ok()?
        }
    };
    let language = if tag == "*" { Language::English } else { Language::tagged(tag)? };
    (weight > 0.0 && weight <= 1.0).then_some((weight, language))
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, German};

    #[test]
    fn a_tag_names_its_language_whatever_its_region_and_case() {
        for (tag, language) in [("de", German), ("de-AT", German), ("DE-ch-1996", German), ("en-GB", English)]
        {
            assert_eq!(Language::tagged(tag), Some(language), "{tag}");
        }
        for none in ["", "fr", "den", "d", "deu", "-de"] {
            assert_eq!(Language::tagged(none), None, "{none}");
        }
        for &language in Language::ALL {
            assert_eq!(Language::tagged(language.tag()), Some(language));
        }
    }

    #[test]
    fn a_locale_of_the_system_names_its_language_or_none() {
        assert_eq!(Language::of_locale("de_AT.UTF-8"), Some(German));
        assert_eq!(Language::of_locale("de@euro"), Some(German));
        assert_eq!(Language::of_locale("en_US"), Some(English));
        for none in ["C", "C.UTF-8", "POSIX", "", "fr_FR.UTF-8"] {
            assert_eq!(Language::of_locale(none), None, "{none}");
        }
    }

    #[test]
    fn the_heaviest_of_the_languages_spoken_here_is_taken_in_whatever_order_they_stand() {
        for (header, language) in [
            ("de", Some(German)),
            ("de-DE,de;q=0.9,en;q=0.8", Some(German)),
            ("en;q=0.8,de;q=0.9", Some(German)),
            ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", Some(English)),
            ("fr, de ; q=0.2", Some(German)),
            ("de;q=0.5, en;q=0.5", Some(German)),
            ("fr, *;q=0.5, de;q=0.3", Some(English)),
            ("de;q=0, en;q=0.1", Some(English)),
            ("de;q=0", None),
            ("fr, it;q=0.9", None),
            ("", None),
            ("de;q=heavy, de;q=2, de;q=-1, de;q=NaN, ;;;,,", None),
        ] {
            assert_eq!(Language::accepted(header), language, "{header}");
        }
    }

    #[test]
    fn each_names_itself_in_its_own_words() {
        let names: Vec<_> = Language::ALL.iter().map(|language| language.name()).collect();
        assert_eq!(names, ["English", "Deutsch"]);
    }
}
