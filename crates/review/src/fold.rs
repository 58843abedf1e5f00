//! Folds the letters of a text: case, accents, full-width and look-alike letters, and marks that cannot be
//! seen, so that a word is the same word however it was typed.
//!
//! It knows letters only. What a word is, `words` decides; what it means, the phrase files.

use unicode_normalization::char::decompose_compatible;

/// What one character of a text is to a reader of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Part of a word, folded to a small letter or a digit.
    Letter(char),
    /// An apostrophe or single quotation mark of any shape.
    Apostrophe,
    /// A sign that people put in the place of a letter: `@`, `$`, `!`, `*` and the like.
    Mask(char),
    /// Ends a sentence.
    Stop,
    /// A full stop, which ends a sentence only where a space follows.
    Point,
    /// Ends a clause: comma, colon, dash, bracket.
    Pause,
    /// A double quotation mark.
    Quote,
    /// A picture that stands for a word, already named.
    Picture(&'static str),
    /// Cannot be seen: joiners, direction marks, combining marks, variation selectors.
    Unseen,
    /// Anything else.
    Other,
}

/// Folds one character; a character that decomposes into several letters hands each to `give`.
pub(crate) fn fold(c: char, mut give: impl FnMut(Sort)) {
    if c.is_ascii() {
        give(ascii(c));
        return;
    }
    if let Some(sort) = sign(c) {
        give(sort);
        return;
    }
    match c {
        'ß' | 'ẞ' => {
            give(Sort::Letter('s'));
            give(Sort::Letter('s'));
        }
        'æ' | 'Æ' => {
            give(Sort::Letter('a'));
            give(Sort::Letter('e'));
        }
        _ => decompose_compatible(c, |part| {
            if part.is_ascii() {
                give(ascii(part));
            } else if let Some(sort) = sign(part) {
                give(sort);
            } else if part.is_alphanumeric() {
                for small in part.to_lowercase() {
                    give(Sort::Letter(latin(small)));
                }
            } else {
                give(Sort::Other);
            }
        }),
    }
}

fn ascii(c: char) -> Sort {
    match c {
        'a'..='z' | '0'..='9' => Sort::Letter(c),
        'A'..='Z' => Sort::Letter(c.to_ascii_lowercase()),
        '\'' | '`' => Sort::Apostrophe,
        '@' | '$' | '*' | '|' | '#' | '+' => Sort::Mask(c),
        '!' => Sort::Mask('!'),
        '.' => Sort::Point,
        '?' | ';' | '\n' | '\r' => Sort::Stop,
        ',' | ':' | '(' | ')' | '[' | ']' => Sort::Pause,
        '"' => Sort::Quote,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}' => Sort::Unseen,
        _ => Sort::Other,
    }
}

/// Signs outside ASCII that are no letters.
fn sign(c: char) -> Option<Sort> {
    Some(match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2bc}' | '\u{2b9}' | '\u{b4}' | '\u{2032}'
        | '\u{ff07}' | '\u{2039}' | '\u{203a}' => Sort::Apostrophe,
        '\u{201c}'..='\u{201f}' | '«' | '»' | '\u{ff02}' => Sort::Quote,
        '…' | '—' | '–' | '―' | '،' | '、' => Sort::Pause,
        '。' | '！' | '？' | '‽' | '¿' | '¡' | '؟' | '।' | '\u{2028}' | '\u{2029}' | '\u{85}' => {
            Sort::Stop
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{feff}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0000}'..='\u{e01ef}' => Sort::Unseen,
        _ => return picture(c).map(Sort::Picture),
    })
}

/// The word a picture stands for, where a reader of crisis or of jest needs it.
fn picture(c: char) -> Option<&'static str> {
    Some(match c {
        '😂' | '🤣' | '😆' | '😹' | '😅' | '😄' | '😁' | '😜' | '🙃' | '😝' | '🤪' => {
            "lol"
        }
        '🔪' | '🗡' => "knife",
        '🔫' => "gun",
        '💊' => "pills",
        '⚰' | '🪦' => "grave",
        '💣' => "bomb",
        _ => return None,
    })
}

/// Letters of other scripts that look like Latin ones, already in small form.
fn latin(c: char) -> char {
    match c {
        'а' | 'α' | 'ɑ' | 'ạ' => 'a',
        'ь' | 'ɓ' | 'в' => 'b',
        'с' | 'ϲ' | 'ᴄ' => 'c',
        'ԁ' | 'ɗ' | 'đ' => 'd',
        'е' | 'ε' | 'є' | 'ҽ' | 'ǝ' | 'ə' => 'e',
        'ƒ' => 'f',
        'ɡ' | 'ԍ' => 'g',
        'һ' | 'н' | 'η' | 'ħ' => 'h',
        'і' | 'ι' | 'ı' | 'ɩ' | 'ӏ' => 'i',
        'ј' => 'j',
        'к' | 'κ' | 'ķ' => 'k',
        'ⅼ' | 'ł' | 'ʟ' => 'l',
        'м' => 'm',
        'п' | 'ո' | 'ɴ' => 'n',
        'о' | 'ο' | 'σ' | 'ø' | 'օ' | 'ө' => 'o',
        'р' | 'ρ' | 'ƿ' => 'p',
        'ԛ' => 'q',
        'г' | 'ʀ' => 'r',
        'ѕ' | 'ꜱ' => 's',
        'т' | 'τ' | 'ŧ' => 't',
        'υ' | 'ս' | 'ц' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' | 'ω' | 'ш' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'ү' => 'y',
        'ʐ' | 'ᴢ' => 'z',
        other => other,
    }
}
