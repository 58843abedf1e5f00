//! The index: which term stands on which page with what weight, made once; and the ranking of pages for a question.
//! It knows no language: `language` does.

use std::collections::HashMap;

use rust_stemmers::Algorithm;

use super::fields::FIELDS;
use super::language::{Language, Term, cut};
use super::typos::Spelling;
use crate::page::Page;

/// BM25's saturation: how soon a further occurrence of a word adds little.
const SATURATION: f32 = 4.0;
/// How much a page gains whose own question is the one asked, next to its words (ours).
const QUESTION: f32 = 1.2;
/// How much less a word counts that was only guessed from a misspelt one, by slip (ours).
const GUESSED: [f32; 3] = [1.0, 0.8, 0.6];
/// Pages that fit far less than the best are left out (ours).
const FAR_BELOW_THE_BEST: f32 = 0.2;
/// As many pages are found at most.
const MOST_HITS: usize = 10;

/// The index of a guide.
#[derive(Debug)]
pub(crate) struct Index {
    language: Language,
    spelling: Spelling,
    terms: HashMap<Term, Posting>,
    questions: Vec<Question>,
    pages: usize,
}

#[derive(Debug, Default)]
struct Posting {
    /// How rare the term is.
    rarity: f32,
    /// The pages it stands on, with its weight there.
    pages: Vec<(usize, f32)>,
}

/// A question that a page answers.
#[derive(Debug)]
struct Question {
    page: usize,
    terms: Vec<Term>,
}

impl Index {
    /// The index of the pages.
    pub(crate) fn of(pages: &[Page], words: &str, stems: Algorithm) -> Self {
        let language = Language::new(words, stems);
        let mut written: HashMap<String, u32> = HashMap::new();
        let mut weights: HashMap<Term, HashMap<usize, f32>> = HashMap::new();
        for field in FIELDS {
            let texts: Vec<String> = pages.iter().map(|page| field.of(page)).collect();
            let terms: Vec<Vec<Term>> =
                texts.iter().map(|text| by_line(&language, text, field.ideas)).collect();
            let mean = number(terms.iter().map(Vec::len).sum::<usize>()) / number(pages.len().max(1));
            for (page, terms) in terms.into_iter().enumerate() {
                let length = number(terms.len()) / mean.max(1.0);
                let share = field.weight / (1.0 - field.by_length + field.by_length * length);
                for term in terms {
                    *weights.entry(term).or_default().entry(page).or_default() += share;
                }
            }
            for word in texts.iter().flat_map(|text| cut(text)) {
                *written.entry(word).or_default() += 1;
            }
        }
        let known = language.known.iter().map(|word| (word.clone(), 1)).collect::<Vec<_>>();
        let spelling = Spelling::of(written.into_iter().chain(known));
        let terms = weights.into_iter().map(|(term, on)| (term, posting(on, pages.len()))).collect();
        let questions = pages
            .iter()
            .enumerate()
            .flat_map(|(page, of)| of.front.questions.iter().map(move |question| (page, question)));
        let questions =
            questions.map(|(page, text)| Question { page, terms: once(language.read(text)) }).collect();
        Self { language, spelling, terms, questions, pages: pages.len() }
    }

    /// The places of the pages that fit best, with their scores.
    pub(crate) fn search(&self, question: &str) -> Vec<(usize, f32)> {
        let asked = self.asked(question);
        let mut scores = vec![0.0_f32; self.pages];
        let mut whole = 0.0;
        for (term, sure) in &asked {
            let Some(posting) = self.terms.get(term) else { continue };
            whole += posting.rarity * sure;
            for &(page, weight) in &posting.pages {
                if let Some(score) = scores.get_mut(page) {
                    *score += posting.rarity * sure * weight / (SATURATION + weight);
                }
            }
        }
        let mut alike = vec![0.0_f32; self.pages];
        for question in &self.questions {
            if let Some(best) = alike.get_mut(question.page) {
                *best = best.max(self.likeness(&asked, whole, question));
            }
        }
        let together = scores.into_iter().zip(alike).map(|(words, alike)| words + QUESTION * whole * alike);
        let mut hits: Vec<(usize, f32)> = together.enumerate().filter(|&(_, score)| score > 0.0).collect();
        hits.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let least = hits.first().map_or(0.0, |&(_, best)| best * FAR_BELOW_THE_BEST);
        hits.retain(|&(_, score)| score >= least);
        hits.truncate(MOST_HITS);
        hits
    }

    /// The terms of a question, each once, with how sure it is that they were meant.
    fn asked(&self, question: &str) -> Vec<(Term, f32)> {
        let mut asked: HashMap<Term, f32> = HashMap::new();
        let mut add = |term: Term, sure: f32| {
            let known = asked.entry(term).or_default();
            *known = known.max(sure);
        };
        let mut row = Vec::new();
        let mut guessed: HashMap<String, f32> = HashMap::new();
        for word in cut(question) {
            let meant = self.meant(&word);
            let Some((first, sure)) = meant.first() else { continue };
            for word in first.split(' ') {
                let stem = self.language.stem(word);
                if *sure < 1.0 {
                    guessed.insert(stem.text.clone(), *sure);
                }
                row.push(stem);
            }
            for (other, sure) in meant.iter().skip(1) {
                for term in self.language.read(other) {
                    add(term, *sure / 2.0);
                }
            }
        }
        for term in self.language.terms(&row) {
            let sure = match &term {
                Term::Stem(stem) => guessed.get(stem).copied().unwrap_or(1.0),
                Term::Idea(_) => 1.0,
            };
            add(term, sure);
        }
        let mut asked: Vec<(Term, f32)> = asked.into_iter().collect();
        asked.sort_by(|a, b| a.0.cmp(&b.0));
        asked
    }

    /// What a word may have been meant as, the likeliest first; a word that is known is meant as itself.
    fn meant(&self, word: &str) -> Vec<(String, f32)> {
        let stands = |stem: String| self.terms.contains_key(&Term::Stem(stem));
        if !self.language.tells(word) || self.spelling.knows(word) || stands(self.language.stem(word).text) {
            return vec![(word.to_owned(), 1.0)];
        }
        let near = self.spelling.meant(word);
        if near.first().is_none_or(|&(_, slips)| slips > 1)
            && let Some((left, right)) = self.spelling.parted(word)
        {
            return vec![(format!("{left} {right}"), GUESSED[1])];
        }
        near.into_iter()
            .map(|(text, slips)| (text.to_owned(), GUESSED.get(slips).copied().unwrap_or(0.5)))
            .collect()
    }

    /// How alike two questions are: what they share, of all that either says, the rarer the heavier.
    fn likeness(&self, asked: &[(Term, f32)], whole: f32, question: &Question) -> f32 {
        let rarity = |term: &Term| self.terms.get(term).map_or(0.0, |posting| posting.rarity);
        let (mut shared, mut theirs) = (0.0, 0.0);
        for term in &question.terms {
            let rarity = rarity(term);
            theirs += rarity;
            if let Ok(at) = asked.binary_search_by(|(known, _)| known.cmp(term)) {
                shared += rarity * asked.get(at).map_or(0.0, |(_, sure)| *sure);
            }
        }
        let all = whole + theirs - shared;
        if all > 0.0 { shared / all } else { 0.0 }
    }
}

/// The terms of a text, line by line: no phrase runs from one line into the next.
fn by_line(language: &Language, text: &str, ideas: bool) -> Vec<Term> {
    let terms = text.lines().flat_map(|line| language.read(line));
    terms.filter(|term| ideas || matches!(term, Term::Stem(_))).collect()
}

fn posting(on: HashMap<usize, f32>, pages: usize) -> Posting {
    let (pages, with) = (number(pages), number(on.len()));
    let rarity = (1.0 + (pages - with + 0.5) / (with + 0.5)).ln();
    let mut pages: Vec<(usize, f32)> = on.into_iter().collect();
    pages.sort_unstable_by_key(|&(page, _)| page);
    Posting { rarity, pages }
}

fn once(mut terms: Vec<Term>) -> Vec<Term> {
    terms.sort_unstable();
    terms.dedup();
    terms
}

#[expect(clippy::cast_precision_loss, reason = "pages and words of a guide stay far below 2^24")]
fn number(count: usize) -> f32 {
    count as f32
}
