//! What search knows of a language: stems, words that say little, and turns of phrase that mean the same.
//! It knows no page.
//!
//! The words file has a line for each idea, `name = phrase, phrase`. Some names are kept: `+drop` lists words that are
//! passed over; `+they`, `+not` and `+partner` list words that are all read as one and that matter only within a phrase.
//! A phrase with two or more words that say something is found whatever small words stand between them; one with fewer is
//! found only as it is written.

use std::collections::{HashMap, HashSet};

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization as _;

/// The language of a guide.
pub(crate) struct Language {
    stemmer: Stemmer,
    dropped: HashSet<String>,
    /// Words that are read as one, and as what.
    read_as: HashMap<String, &'static str>,
    /// Phrases by their first stem.
    phrases: HashMap<String, Vec<Phrase>>,
    /// Every word of the phrases, as it is written.
    pub(crate) known: Vec<String>,
}

/// A term that can be searched for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Term {
    /// A stem.
    Stem(String),
    /// An idea, whatever its words were.
    Idea(String),
}

/// A word as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stem {
    /// What it is read as.
    pub(crate) text: String,
    /// Whether it says something.
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It can be searched for.
    Telling,
    /// It matters within a phrase.
    Within,
    /// It matters only within a phrase that is found as it is written.
    Small,
}

/// A turn of phrase.
struct Phrase {
    stems: Vec<String>,
    /// Whether the small words count as well.
    as_written: bool,
    idea: String,
}

const NOT: &str = "+not";
const PARTNER: &str = "+partner";
const THEY: &str = "+they";

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Language").finish_non_exhaustive()
    }
}

impl Language {
    /// Reads the words file.
    pub(crate) fn new(words: &str, stems: Algorithm) -> Self {
        let mut language = Self {
            stemmer: Stemmer::create(stems),
            dropped: HashSet::new(),
            read_as: HashMap::new(),
            phrases: HashMap::new(),
            known: Vec::new(),
        };
        let lines: Vec<(&str, Vec<&str>)> = words
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(" = "))
            .map(|(name, list)| (name.trim(), list.split(',').map(str::trim).collect()))
            .collect();
        for (name, list) in &lines {
            let all = list.iter().flat_map(|phrase| cut(phrase));
            match *name {
                "+drop" => language.dropped.extend(all),
                NOT => language.read_as.extend(all.map(|word| (word, NOT))),
                PARTNER => language.read_as.extend(all.map(|word| (word, PARTNER))),
                THEY => language.read_as.extend(all.map(|word| (word, THEY))),
                _ => {}
            }
        }
        for (name, list) in lines.iter().filter(|(name, _)| !name.starts_with('+')) {
            for phrase in list {
                language.learn(name, phrase);
            }
        }
        language.known.extend(language.read_as.keys().cloned());
        language.known.extend(language.dropped.iter().cloned());
        language.known.sort_unstable();
        language.known.dedup();
        language
    }

    fn learn(&mut self, idea: &str, phrase: &str) {
        let words = cut(phrase);
        let stems: Vec<Stem> = words.iter().map(|word| self.stem(word)).collect();
        self.known.extend(words);
        let telling = stems.iter().filter(|stem| stem.kind != Kind::Small).count();
        let as_written = telling < 2 && telling < stems.len();
        let stems = stems.into_iter().filter(|stem| as_written || stem.kind != Kind::Small);
        let stems: Vec<String> = stems.map(|stem| stem.text).collect();
        if let Some(first) = stems.first() {
            let phrase = Phrase { stems: stems.clone(), as_written, idea: idea.to_owned() };
            self.phrases.entry(first.clone()).or_default().push(phrase);
        }
    }

    /// What a word is read as.
    pub(crate) fn stem(&self, word: &str) -> Stem {
        match self.read_as.get(word) {
            Some(&THEY) => Stem { text: THEY.to_owned(), kind: Kind::Small },
            Some(name) => Stem { text: (*name).to_owned(), kind: Kind::Within },
            None if self.dropped.contains(word) => {
                Stem { text: self.stemmer.stem(word).into_owned(), kind: Kind::Small }
            }
            None => Stem { text: self.stemmer.stem(word).into_owned(), kind: Kind::Telling },
        }
    }

    /// The terms of words in a row: each stem that says something, and each idea that a phrase among them stands for.
    pub(crate) fn terms(&self, row: &[Stem]) -> Vec<Term> {
        let telling = row.iter().filter(|stem| stem.kind == Kind::Telling);
        let mut terms: Vec<Term> = telling.map(|stem| Term::Stem(stem.text.clone())).collect();
        let all: Vec<&str> = row.iter().map(|stem| stem.text.as_str()).collect();
        let without_small = row.iter().filter(|stem| stem.kind != Kind::Small);
        let without_small: Vec<&str> = without_small.map(|stem| stem.text.as_str()).collect();
        for (words, as_written) in [(all, true), (without_small, false)] {
            for at in 0..words.len() {
                let here = words.get(at..).unwrap_or_default();
                let phrases = here.first().and_then(|first| self.phrases.get(*first));
                let fits = |phrase: &&Phrase| phrase.as_written == as_written && begins(here, &phrase.stems);
                let ideas = phrases.into_iter().flatten().filter(fits).map(|phrase| phrase.idea.clone());
                terms.extend(ideas.map(Term::Idea));
            }
        }
        terms
    }

    /// The terms of a text that needs no mending.
    pub(crate) fn read(&self, text: &str) -> Vec<Term> {
        let row: Vec<Stem> = cut(text).iter().map(|word| self.stem(word)).collect();
        self.terms(&row)
    }

    /// Whether a word says something on its own.
    pub(crate) fn tells(&self, word: &str) -> bool {
        self.stem(word).kind == Kind::Telling
    }
}

fn begins(words: &[&str], phrase: &[String]) -> bool {
    words.get(..phrase.len()).is_some_and(|start| start.iter().zip(phrase).all(|(word, of)| word == of))
}

/// The words of a text: small letters without accents; an apostrophe is no gap, anything else that is no letter or figure
/// is one.
pub(crate) fn cut(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|sign| !unicode_normalization::char::is_combining_mark(*sign))
        .filter(|sign| !matches!(sign, '\'' | '\u{2019}' | '\u{2018}' | '`'))
        .flat_map(char::to_lowercase)
        .collect();
    plain
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "# made for tests\n+drop = the, a, has, me, over\n+they = she, her, him\n+not = not, doesnt\n+partner = partner, wife, husband\n\
                         silence = not answer, ghosting\nsomeone-new = new partner\nnight = sleep over\n\
                         rage = hurt her\n";

    fn language() -> Language {
        Language::new(WORDS, Algorithm::English)
    }

    fn idea(name: &str) -> Term {
        Term::Idea(name.into())
    }

    #[test]
    fn words_are_cut_without_case_accents_and_apostrophes() {
        assert_eq!(cut("Can\u{2019}t SLEEP, caf\u{e9}?"), ["cant", "sleep", "cafe"]);
    }

    #[test]
    fn a_turn_of_phrase_is_an_idea_in_whatever_form() {
        for said in ["ghosted", "she doesn't answer me", "Not answering"] {
            assert!(language().read(said).contains(&idea("silence")), "{said}");
        }
        assert!(!language().read("the answer").contains(&idea("silence")));
    }

    #[test]
    fn a_phrase_of_one_telling_word_is_found_only_as_it_is_written() {
        assert!(language().read("to sleep over").contains(&idea("night")));
        assert!(!language().read("to sleep").contains(&idea("night")));
        assert!(language().read("I could hurt him").contains(&idea("rage")));
        assert!(!language().read("I am hurt").contains(&idea("rage")));
    }

    #[test]
    fn whoever_the_partner_is_the_phrase_is_the_same() {
        assert!(language().read("my husband has a new wife").contains(&idea("someone-new")));
        assert!(!language().read("my husband").iter().any(|term| matches!(term, Term::Idea(_))));
    }
}
