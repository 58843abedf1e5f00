//! The help page: whom to call, by country, and two plain questions (SAFE-10, CARE-8). It needs no journal, no
//! passphrase and no network. Numbers come from a data file; what nobody has checked is hidden, or said to be
//! unchecked.

use method::Present;
use method::moment::within_hours;
use method::safe::danger::HARM_STOPS_HOURS;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::{Words, people};

const LINES: &str = include_str!("../data/help-lines.txt");

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Life in danger.
    Emergency,
    /// Suicide and crisis.
    Crisis,
    /// Violence at home.
    Violence,
    /// One's own behaviour.
    Behaviour,
}

impl Kind {
    /// In the order of a page.
    pub const ALL: &'static [Self] = &[Self::Emergency, Self::Crisis, Self::Violence, Self::Behaviour];

    const fn name(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Crisis => "crisis",
            Self::Violence => "violence",
            Self::Behaviour => "behaviour",
        }
    }
}

/// How a number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grade {
    /// Public knowledge, or a page of the operator, a government or a charity.
    Known,
    /// A list kept by others.
    Listed,
    /// Remembered or weak; hidden.
    Hidden,
}

/// A number to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// What it is for, in words.
    pub label: String,
    /// The number, as it is dialled.
    pub number: String,
    /// Where it holds, and whether it is unchecked; may be empty.
    pub note: String,
}

impl HelpLine {
    /// Whether it is a number that a telephone takes; some lines are a web page.
    #[must_use]
    pub fn is_a_number(&self) -> bool {
        !self.number.chars().any(char::is_alphabetic)
    }

    /// The number as it is dialled; of two, the first.
    #[must_use]
    pub fn dialled(&self) -> String {
        people::dialled(self.number.split('/').next().unwrap_or_default())
    }
}

/// The help page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpPage {
    /// Its heading.
    pub heading: String,
    /// Numbers of the country, the most urgent first.
    pub lines: Vec<HelpLine>,
    /// Where to find more, and what country was not found.
    pub more: Vec<String>,
    /// The two plain questions, and what to do.
    pub questions: Vec<String>,
}

/// What somebody needs help with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Suicide.
    Suicide,
    /// Harming someone.
    Harm,
    /// Being hurt or frightened.
    Fear,
}

impl Concern {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Suicide, Self::Harm, Self::Fear];

    const fn messages(self) -> &'static [&'static str] {
        match self {
            Self::Suicide => &["help-question-self", "help-question-today", "help-if-yes"],
            Self::Harm => &["help-distance"],
            Self::Fear => &["help-afraid"],
        }
    }
}

/// No country that has lines here, said by the person; ISO 3166 leaves these letters to whoever needs them.
pub const NOWHERE: &str = "ZZ";

/// The page for a country (two capital letters), or for any; it speaks to the concerns named.
#[must_use]
pub fn page(words: &Words, country: Option<&str>, concerns: &[Concern]) -> HelpPage {
    let country = country.filter(|&country| country != NOWHERE);
    let lines = country.map(|country| lines(words, country)).unwrap_or_default();
    let unknown = country.filter(|_| lines.is_empty());
    let mut more = Vec::new();
    if let Some(country) = unknown {
        more.push(words.say_with("help-unknown-country", &[("country", country.to_owned().into())]));
    }
    if lines.is_empty() {
        more.push(words.say("welcome-help"));
    } else {
        more.push(words.say("help-directory"));
    }
    let spoken_to = Concern::ALL.iter().filter(|concern| concerns.contains(concern));
    let questions = spoken_to.flat_map(|concern| concern.messages()).chain(&["help-nobody-is-told"]);
    HelpPage {
        heading: words.say("help-heading"),
        lines,
        more,
        questions: questions.map(|id| words.say(id)).collect(),
    }
}

/// The countries that have a line, in the order of the data.
#[must_use]
pub fn countries() -> Vec<&'static str> {
    let mut countries: Vec<&str> = rows().map(|row| row.country).collect();
    countries.dedup();
    countries.sort_unstable();
    countries.dedup();
    countries
}

/// The countries that have a line, with their names, in the order of the names.
#[must_use]
pub fn countries_named(words: &Words) -> Vec<(&'static str, String)> {
    let mut named: Vec<_> =
        countries().into_iter().map(|code| (code, words.say(&format!("country-{code}")))).collect();
    named.sort_by_cached_key(|(_, name)| place(name));
    named
}

/// Where a name stands in a list: by its letters, whatever accents they bear.
fn place(name: &str) -> String {
    name.nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>().to_lowercase()
}

/// The newest words of harm that set a stop and are not marked a false alarm, by the name of their entry (SAFE-5).
#[must_use]
pub fn alarm(present: &Present<'_>) -> Option<Box<str>> {
    let marked =
        |name: &str| present.standing.false_alarms.seen(present.now).any(|noted| &*noted.what == name);
    let mut signs = present.standing.signs.said(present.now).rev();
    let newest =
        signs.find(|noted| noted.what.to_other && within_hours(noted.at, HARM_STOPS_HOURS, present.now))?;
    newest.name().filter(|name| !marked(name)).map(Into::into)
}

fn lines(words: &Words, country: &str) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for &kind in Kind::ALL {
        let of_kind =
            rows().filter(|row| row.country == country && row.kind == kind && row.grade != Grade::Hidden);
        for row in of_kind {
            let unchecked = (row.grade == Grade::Listed).then(|| words.say("help-unchecked"));
            let holds = (!row.holds.is_empty())
                .then(|| words.say(&format!("help-where-{}", row.holds.to_lowercase())));
            lines.push(HelpLine {
                label: words.say(&format!("help-{}", kind.name())),
                number: row.number.to_owned(),
                note: holds.into_iter().chain(unchecked).collect::<Vec<_>>().join(", "),
            });
        }
    }
    lines
}

struct Row {
    country: &'static str,
    kind: Kind,
    number: &'static str,
    grade: Grade,
    holds: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    LINES.lines().filter(|line| !line.starts_with('#')).filter_map(row)
}

fn row(line: &'static str) -> Option<Row> {
    let mut cells = line.split('|');
    let (country, kind, number) = (cells.next()?, cells.next()?, cells.next()?);
    let (grade, holds) = (cells.next()?, cells.next()?);
    let kind = Kind::ALL.iter().copied().find(|known| known.name() == kind)?;
    let grade = match grade {
        "A" | "" => Grade::Known,
        "a" => Grade::Listed,
        _ => Grade::Hidden,
    };
    Some(Row { country, kind, number, grade, holds })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn every_row_of_the_data_can_be_read() {
        for line in LINES.lines().filter(|line| !line.starts_with('#')) {
            assert!(row(line).is_some(), "{line}");
            let cells: Vec<&str> = line.split('|').collect();
            assert_eq!(cells.len(), 6, "{line}");
            let (grade, verified) = (cells[3], cells[5]);
            assert_eq!(grade == "A", !verified.is_empty(), "only what was checked carries a date: {line}");
            assert!(["A", "a", "m", "w", ""].contains(&grade), "{line}");
            assert_eq!(grade.is_empty(), cells[1] == "emergency", "{line}");
        }
    }

    #[test]
    fn every_country_has_its_name_and_every_line_its_place() {
        let words = Words::english();
        assert!(countries().iter().all(|code| words.has(&format!("country-{code}"))));
        for row in rows().filter(|row| !row.holds.is_empty()) {
            assert!(words.has(&format!("help-where-{}", row.holds.to_lowercase())), "{}", row.holds);
        }
    }

    #[test]
    fn countries_stand_where_a_reader_looks_for_them() {
        let named = countries_named(&Words::of(Language::German));
        let told: Vec<&str> = named.iter().map(|(_, name)| name.as_str()).collect();
        let at = |sought: &str| told.iter().position(|name| *name == sought).expect("it is there");
        assert!(at("Dänemark") < at("Deutschland") && at("Norwegen") < at("Österreich"), "{told:?}");
        assert!(at("Österreich") < at("Polen"), "{told:?}");
    }

    #[test]
    fn a_number_is_dialled_without_its_spaces_and_a_page_is_none() {
        let line =
            |number: &str| HelpLine { label: String::new(), number: number.into(), note: String::new() };
        assert_eq!(line("0800 111 0 111").dialled(), "08001110111");
        assert_eq!(line("112 / 113").dialled(), "112");
        assert!(!line("sheltersafe.ca").is_a_number() && line("#8008").is_a_number());
    }

    #[test]
    fn every_country_has_an_emergency_number() {
        for country in countries() {
            let first = lines(&Words::english(), country).into_iter().next();
            assert!(first.is_some_and(|line| line.label == "Emergency"), "{country}");
        }
    }

    #[test]
    fn what_is_only_remembered_is_hidden_and_what_others_list_is_said_to_be_unchecked() {
        let words = Words::english();
        assert!(page(&words, Some("FR"), Concern::ALL).lines.iter().all(|line| line.number != "3114"));
        let germany = page(&words, Some("DE"), Concern::ALL).lines;
        assert!(germany.iter().any(|line| line.number == "0800 1110111" && line.note == "not checked by us"));
        assert!(germany.iter().any(|line| line.number == "116 016" && line.note.is_empty()));
    }

    #[test]
    fn a_country_without_data_is_told_where_to_look() {
        let page = page(&Words::english(), Some("XX"), Concern::ALL);
        assert!(page.lines.is_empty());
        assert!(page.more.iter().any(|text| text.contains("findahelpline.com")), "{:?}", page.more);
    }
}
