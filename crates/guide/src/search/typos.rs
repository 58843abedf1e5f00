//! Leads a misspelt word back to words that the guide knows: by edit distance, or by the gap that was left out. It changes
//! no word that is known.

use std::collections::HashMap;

/// The words that are known, each with how often it stands in the guide.
#[derive(Debug)]
pub(crate) struct Spelling {
    words: Vec<Word>,
    by_word: HashMap<String, usize>,
}

#[derive(Debug)]
struct Word {
    text: String,
    letters: u32,
    length: usize,
    times: u32,
}

/// As many candidates are tried at most.
const MOST: usize = 3;
/// No half of a word that was split is shorter.
const SHORTEST_HALF: usize = 3;

impl Spelling {
    pub(crate) fn of(counted: impl IntoIterator<Item = (String, u32)>) -> Self {
        let mut by_word = HashMap::new();
        let mut words: Vec<Word> = Vec::new();
        for (text, times) in counted {
            let at = *by_word.entry(text.clone()).or_insert_with(|| {
                let (letters, length) = (letters(&text), text.chars().count());
                words.push(Word { text, letters, length, times: 0 });
                words.len() - 1
            });
            if let Some(word) = words.get_mut(at) {
                word.times += times;
            }
        }
        Self { words, by_word }
    }

    pub(crate) fn knows(&self, word: &str) -> bool {
        self.by_word.contains_key(word)
    }

    /// What a word that is not known may have been meant as, the likeliest first, each with its distance.
    pub(crate) fn meant(&self, word: &str) -> Vec<(&str, usize)> {
        let length = word.chars().count();
        let furthest = furthest(length);
        if furthest == 0 {
            return Vec::new();
        }
        let letters = letters(word);
        let first = word.chars().next();
        let mut near: Vec<(usize, bool, u32, &str)> = self
            .words
            .iter()
            .filter(|known| known.length.abs_diff(length) <= furthest)
            .filter(|known| {
                (known.letters ^ letters).count_ones() <= 2 * u32::try_from(furthest).unwrap_or(2)
            })
            .filter_map(|known| {
                let distance = strsim::osa_distance(word, &known.text);
                let other_first = known.text.chars().next() != first;
                // Two slips in a word, one of them at its very beginning, are another word.
                let fits =
                    distance <= furthest.min(self::furthest(known.length)) && !(distance > 1 && other_first);
                fits.then_some((distance, other_first, known.times, known.text.as_str()))
            })
            .collect();
        near.sort_unstable_by_key(|&(distance, other, times, text)| {
            (distance, other, u32::MAX - times, text)
        });
        let nearest = near.first().map_or(0, |&(distance, ..)| distance);
        near.into_iter()
            .filter(|&(distance, ..)| distance == nearest)
            .take(MOST)
            .map(|(distance, _, _, text)| (text, distance))
            .collect()
    }

    /// The two known words that a word is, if a gap was left out.
    pub(crate) fn parted<'a>(&self, word: &'a str) -> Option<(&'a str, &'a str)> {
        let halves = word.char_indices().filter_map(|(at, _)| word.split_at_checked(at));
        let known = |half: &str| half.chars().count() >= SHORTEST_HALF && self.knows(half);
        halves.filter(|(left, right)| known(left) && known(right)).max_by_key(|(left, _)| left.len())
    }
}

/// How many slips a word of that length may have.
const fn furthest(length: usize) -> usize {
    match length {
        0..4 => 0,
        4..6 => 1,
        _ => 2,
    }
}

/// Which letters a word has, as bits.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelling() -> Spelling {
        let words =
            ["boundary", "sleep", "sleet", "apologise", "anniversary", "letter", "moved", "out", "space"];
        Spelling::of(words.map(|word| (word.to_owned(), if word == "sleep" { 9 } else { 1 })))
    }

    #[test]
    fn slips_of_the_hand_are_led_back() {
        for (written, meant) in [
            ("boundry", "boundary"),
            ("anniversery", "anniversary"),
            ("anivercary", "anniversary"),
            ("appologise", "apologise"),
            ("sleeep", "sleep"),
            ("lettre", "letter"),
            ("spcae", "space"),
        ] {
            assert_eq!(spelling().meant(written).first().map(|found| found.0), Some(meant), "{written}");
        }
    }

    #[test]
    fn of_two_that_are_near_the_commoner_is_likelier() {
        let found = spelling();
        assert_eq!(found.meant("sleek"), [("sleep", 1), ("sleet", 1)]);
    }

    #[test]
    fn short_words_and_far_ones_stay_as_they_are() {
        for written in ["oit", "xylophone", "bread", "betters"] {
            assert!(spelling().meant(written).iter().all(|(word, _)| *word == "letter"), "{written}");
        }
        assert!(spelling().meant("xylophone").is_empty());
    }

    #[test]
    fn a_gap_that_was_left_out_is_put_back() {
        assert_eq!(spelling().parted("movedout"), Some(("moved", "out")));
        assert_eq!(spelling().parted("outxx"), None);
    }
}
