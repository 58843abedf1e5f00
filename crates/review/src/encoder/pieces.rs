//! Cuts a text into the pieces of words that the encoder was trained on: greedy, longest first, case and accents folded.
//!
//! Source: the published vocabulary and its `WordPiece` rules (Devlin and others, 2018). It knows nothing of marks.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word that is longer is not read.
const LONGEST_WORD: usize = 40;

/// The pieces, sorted by their letters, as they lie in the data; a piece's number is its place.
pub(crate) struct Pieces {
    /// Where each piece ends, four bytes each.
    ends: &'static [u8],
    letters: &'static [u8],
}

impl Pieces {
    pub(crate) const fn new(ends: &'static [u8], letters: &'static [u8]) -> Self {
        Self { ends, letters }
    }

    fn end(&self, n: usize) -> usize {
        let four = self.ends.get(n * 4..n * 4 + 4).and_then(|four| four.try_into().ok());
        four.map_or(0, u32::from_le_bytes).try_into().unwrap_or(0)
    }

    fn piece(&self, n: usize) -> &'static [u8] {
        let start = n.checked_sub(1).map_or(0, |before| self.end(before));
        self.letters.get(start..self.end(n)).unwrap_or_default()
    }

    /// The number of a piece.
    pub(crate) fn number(&self, letters: &[u8]) -> Option<u32> {
        let (mut low, mut high) = (0, self.ends.len() / 4);
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.piece(middle).cmp(letters) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return u32::try_from(middle).ok(),
            }
        }
        None
    }

    /// The pieces of a text, at most `most`; what cannot be cut is one unknown piece.
    pub(crate) fn cut(&self, text: &str, unknown: u32, most: usize) -> Vec<u32> {
        let mut numbers = Vec::new();
        for word in words(text) {
            if numbers.len() >= most {
                break;
            }
            self.word(&word, unknown, &mut numbers);
        }
        numbers.truncate(most);
        numbers
    }

    fn word(&self, word: &str, unknown: u32, numbers: &mut Vec<u32>) {
        let before = numbers.len();
        let mut rest = word.as_bytes();
        let mut key = Vec::with_capacity(rest.len() + 2);
        while !rest.is_empty() && word.len() <= LONGEST_WORD {
            let inside = rest.len() < word.len();
            let found = (1..=rest.len()).rev().find_map(|length| {
                key.clear();
                key.extend_from_slice(if inside { b"##" } else { b"" });
                key.extend_from_slice(&rest[..length]);
                self.number(&key).map(|number| (number, length))
            });
            let Some((number, length)) = found else { break };
            numbers.push(number);
            rest = &rest[length..];
        }
        if !rest.is_empty() {
            numbers.truncate(before);
            numbers.push(unknown);
        }
    }
}

/// The words of a text, folded; each sign of punctuation is a word.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        let letter = plain(letter);
        if unseen(letter) {
            continue;
        }
        if letter.is_whitespace() || letter.is_control() {
            words.push(String::new());
        } else if letter.is_alphanumeric() {
            if let Some(word) = words.last_mut() {
                word.push(letter);
            }
        } else {
            words.extend([letter.to_string(), String::new()]);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Curved marks are straight to it.
const fn plain(letter: char) -> char {
    match letter {
        '’' | '‘' | '`' | '´' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' => '-',
        letter => letter,
    }
}

/// Signs without width, and those that only choose the shape of another.
const fn unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_signs_stand_alone() {
        assert_eq!(words("I can’t, Zoë…\u{200b} 2day"), ["i", "can", "'", "t", ",", "zoe", "…", "2day"]);
    }

    #[test]
    fn the_longest_piece_comes_first() {
        static LETTERS: &[u8] = b"##ing##sab";
        static ENDS: &[u8] = &[5, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 10, 0, 0, 0];
        let pieces = Pieces::new(ENDS, LETTERS);
        assert_eq!(pieces.cut("as aings b bx", 9, 12), [2, 1, 2, 0, 1, 3, 9]);
        assert_eq!(pieces.cut("a a a a", 9, 2), [2, 2]);
    }
}
