//! Search in words: capitals, accents and the shape of apostrophes do not matter; several words are all looked for.
//! What was found is marked by pieces of text, never by markup.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// So many words are looked for at most; more narrow nothing any more.
const MOST_WORDS: usize = 12;
/// So many characters are shown before the first word found in a long text.
const BEFORE: usize = 80;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether it is what was sought.
    pub is_found: bool,
}

/// The words that are sought, as they are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought(Vec<String>);

/// A text as it is compared, and where in the text each byte of it comes from.
struct Folded {
    text: String,
    from: Vec<usize>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), from: Vec::with_capacity(text.len()) };
        for (index, letter) in text.char_indices() {
            fold(letter, &mut |letter| {
                folded.text.push(letter);
                folded.from.resize(folded.text.len(), index);
            });
        }
        folded
    }

    /// Where a run of compared bytes stands in the text itself, marks that stand on its last letter among it.
    fn place(&self, start: usize, end: usize, whole: &str) -> (usize, usize) {
        let last = self.from[end - 1];
        let next = self.from[end..].iter().copied().find(|&from| from > last).unwrap_or(whole.len());
        (self.from[start], next)
    }
}

fn fold(letter: char, each: &mut dyn FnMut(char)) {
    if letter.is_ascii() {
        each(letter.to_ascii_lowercase());
        return;
    }
    decompose_canonical(letter, |part| {
        for lower in part.to_lowercase().filter(|lower| !is_combining_mark(*lower)) {
            match lower {
                'ß' => "ss".chars().for_each(&mut *each),
                'æ' => "ae".chars().for_each(&mut *each),
                'œ' => "oe".chars().for_each(&mut *each),
                'ø' => each('o'),
                'ł' => each('l'),
                'đ' => each('d'),
                'ı' => each('i'),
                '\u{2018}' | '\u{2019}' | '\u{02bc}' => each('\''),
                other => each(other),
            }
        }
    });
}

impl Sought {
    /// Nothing: everything has it, and nothing is marked.
    #[must_use]
    pub const fn nothing() -> Self {
        Self(Vec::new())
    }

    /// The words of what was typed.
    #[must_use]
    pub fn words(typed: &str) -> Self {
        let words = typed.split_whitespace().map(|word| Folded::of(word).text);
        Self(words.filter(|word| !word.is_empty()).take(MOST_WORDS).collect())
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each of the words stands in one of the texts.
    #[must_use]
    pub fn is_in(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| Folded::of(text).text).collect();
        self.0.iter().all(|word| texts.iter().any(|text| text.contains(word)))
    }

    /// Where what is sought stands in a text: in order, none touching another.
    fn places(&self, text: &str) -> Vec<(usize, usize)> {
        let folded = Folded::of(text);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for word in &self.0 {
            let matches = folded.text.match_indices(word);
            found.extend(matches.map(|(start, word)| folded.place(start, start + word.len(), text)));
        }
        found.sort_unstable();
        let mut apart: Vec<(usize, usize)> = Vec::new();
        for (start, end) in found {
            match apart.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => apart.push((start, end)),
            }
        }
        apart
    }

    /// A text in pieces, those that are sought marked.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<Piece> {
        pieces(text, &self.places(text))
    }

    /// The beginning of a text in pieces or, where what is sought comes later, the part around it.
    #[must_use]
    pub fn excerpt(&self, text: &str, characters: usize) -> Vec<Piece> {
        let places = self.places(text);
        let cut = |from: usize, count: usize| {
            text[from..].char_indices().nth(count).map_or(text.len(), |(index, _)| from + index)
        };
        let first = places.first().map_or(0, |place| place.0);
        let start = if first < cut(0, characters) {
            0
        } else {
            text[..first].char_indices().rev().nth(BEFORE - 1).map_or(0, |(index, _)| index)
        };
        let end = cut(start, characters);
        let inside = places.iter().filter(|(from, to)| *from >= start && *to <= end);
        let inside: Vec<(usize, usize)> = inside.map(|(from, to)| (from - start, to - start)).collect();
        let mut shown = pieces(&text[start..end], &inside);
        let dots = || Piece { text: "…".to_owned(), is_found: false };
        if start > 0 {
            shown.insert(0, dots());
        }
        if end < text.len() {
            shown.push(dots());
        }
        shown
    }
}

fn pieces(text: &str, places: &[(usize, usize)]) -> Vec<Piece> {
    let (mut pieces, mut done) = (Vec::new(), 0);
    let mut add = |from: usize, to: usize, is_found: bool| {
        if from < to {
            pieces.push(Piece { text: text[from..to].to_owned(), is_found });
        }
    };
    for &(from, to) in places {
        add(done, from, false);
        add(from, to, true);
        done = to;
    }
    add(done, text.len(), false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, typed: &str) -> String {
        let pieces = Sought::words(typed).mark(text);
        let shown = pieces
            .iter()
            .map(|piece| if piece.is_found { format!("[{}]", piece.text) } else { piece.text.clone() });
        shown.collect()
    }

    #[test]
    fn capitals_and_accents_do_not_matter() {
        assert_eq!(marked("Über die Brücke", "uber brucke"), "[Über] die [Brücke]");
        assert_eq!(marked("a STRASSE, eine Straße", "straße"), "a [STRASSE], eine [Straße]");
        assert_eq!(marked("the cafe\u{301} there", "café"), "the [cafe\u{301}] there");
        assert_eq!(marked("don\u{2019}t", "don't"), "[don\u{2019}t]");
    }

    #[test]
    fn words_that_touch_are_one_mark() {
        assert_eq!(marked("rainbow", "rain inbow bow"), "[rainbow]");
    }

    #[test]
    fn all_the_words_have_to_stand_somewhere() {
        let sought = Sought::words("rain walk");
        assert!(sought.is_in(&["A walk", "in the Rain"]));
        assert!(!sought.is_in(&["A walk", "in the sun"]));
        assert!(Sought::nothing().is_in(&["anything"]) && Sought::words("  \t").is_nothing());
    }

    #[test]
    fn a_long_text_is_shown_around_what_was_found() {
        let text = format!("{} needle {}", "é".repeat(500), "x".repeat(500));
        let shown = Sought::words("needle").excerpt(&text, 200);
        let whole: String = shown.iter().map(|piece| piece.text.as_str()).collect();
        assert!(whole.starts_with('…') && whole.ends_with('…'), "{whole}");
        assert!(whole.chars().count() <= 202 && shown.iter().any(|piece| piece.is_found), "{whole}");
        let begins = Sought::nothing().excerpt(&text, 200);
        assert_eq!(begins.len(), 2);
        assert_eq!(begins[0].text.chars().count(), 200);
    }

    #[test]
    fn markup_is_text_like_any_other() {
        assert_eq!(marked("<mark>x</mark>", "mark"), "<[mark]>x</[mark]>");
    }
}
