//! What search knows of a language: stems, words that say little, and turns of phrase that mean the same.
//!
//! The words file has a line for each idea, `name = phrase, phrase`. Three names are kept: `+drop` lists words that are
//! passed over; `+not` and `+partner` list words that are all read as one and that matter only within a phrase.

use std::collections::{HashMap, HashSet};

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization as _;

/// The language of a guide.
pub(crate) struct Language {
    stemmer: Stemmer,
    dropped: HashSet<String>,
    /// Words that are read as one, and as what.
    read_as: HashMap<String, &'static str>,
    /// Phrases by their first stem: the whole phrase, and its idea.
    phrases: HashMap<String, Vec<(Vec<String>, String)>>,
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

const NOT: &str = "+not";
const PARTNER: &str = "+partner";

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
        let stems: Vec<String> = words.iter().filter_map(|word| self.stem(word)).collect();
        self.known.extend(words);
        if let Some(first) = stems.first() {
            self.phrases.entry(first.clone()).or_default().push((stems.clone(), idea.to_owned()));
        }
    }

    /// The stem of a word, `None` if it is passed over.
    pub(crate) fn stem(&self, word: &str) -> Option<String> {
        if let Some(name) = self.read_as.get(word) {
            return Some((*name).to_owned());
        }
        (!self.dropped.contains(word)).then(|| self.stemmer.stem(word).into_owned())
    }

    /// The terms of stems in a row: each stem, and each idea that a phrase among them stands for.
    pub(crate) fn terms(&self, stems: &[String]) -> Vec<Term> {
        let mut terms = Vec::new();
        for (at, stem) in stems.iter().enumerate() {
            if stem != NOT && stem != PARTNER {
                terms.push(Term::Stem(stem.clone()));
            }
            let here = stems.get(at..).unwrap_or_default();
            for (phrase, idea) in self.phrases.get(stem).into_iter().flatten() {
                if here.starts_with(phrase) {
                    terms.push(Term::Idea(idea.clone()));
                }
            }
        }
        terms
    }

    /// The terms of a text that needs no mending.
    pub(crate) fn read(&self, text: &str) -> Vec<Term> {
        let stems: Vec<String> = cut(text).iter().filter_map(|word| self.stem(word)).collect();
        self.terms(&stems)
    }
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

    const WORDS: &str = "# made for tests\n+drop = the, a, has, me\n+not = not, doesnt\n+partner = partner, wife, husband\n\
                         silence = not answer, ghosting\nsomeone-new = new partner\n";

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
    fn whoever_the_partner_is_the_phrase_is_the_same() {
        assert!(language().read("my husband has a new wife").contains(&idea("someone-new")));
        assert!(!language().read("my husband").iter().any(|term| matches!(term, Term::Idea(_))));
    }
}
