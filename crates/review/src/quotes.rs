//! Finds what stands between quotation marks, or behind a `>` at the start of a line: words that may be another's.
//!
//! Whose they are it does not know. A mark that is opened and never closed quotes nothing.

use std::ops::Range;

/// The longest quotation in single marks, in bytes; apostrophes further apart are no pair.
const FARTHEST: usize = 400;
/// Words whose first letters fell away, apostrophe in their place.
const SHORTENED: [&str; 14] =
    ["cause", "cos", "coz", "em", "til", "till", "tis", "twas", "n", "bout", "round", "im", "er", "ere"];

/// The quoted parts of a text, in bytes, in order.
pub(crate) fn quotes(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('>') {
            found.push(at..at + line.len());
        }
        at += line.len();
    }
    let mut open: Option<(char, usize)> = None;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, after)| *after);
        match (open, c) {
            (Some((sign, start)), _) if sign == c && !is_single(c) => {
                found.push(start..at);
                open = None;
            }
            (Some((_, start)), _)
                if is_single(c) && closes(open, c) && !before.is_whitespace() && !after.is_alphanumeric() =>
            {
                found.push(start..at);
                open = None;
            }
            (Some((sign, start)), _) if is_single(sign) && (c == '\n' || at - start > FARTHEST) => {
                open = None;
            }
            (None, _) => {
                if let Some(sign) = closing(c) {
                    let single = is_single(sign);
                    let begins = !single || (!before.is_alphanumeric() && after.is_alphabetic());
                    if begins && !(single && shortened(text.get(at + c.len_utf8()..).unwrap_or_default())) {
                        open = Some((sign, at));
                    }
                }
            }
            _ => {}
        }
        before = c;
    }
    found.sort_by_key(|range| range.start);
    found
}

/// What closes a quotation that this sign opens.
fn closing(c: char) -> Option<char> {
    Some(match c {
        '"' => '"',
        '\u{201c}' => '\u{201d}',
        '\u{201e}' => '\u{201c}',
        '«' => '»',
        '»' => '«',
        '\u{ff02}' => '\u{ff02}',
        '\'' => '\'',
        '\u{2018}' => '\u{2019}',
        '\u{201a}' => '\u{2018}',
        _ => return None,
    })
}

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}')
}

fn closes(open: Option<(char, usize)>, c: char) -> bool {
    open.is_some_and(|(sign, _)| sign == c)
}

/// Whether a text begins with a word whose first letters fell away.
fn shortened(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).take(6).collect();
    SHORTENED.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::quotes;

    fn quoted(text: &str) -> Vec<&str> {
        quotes(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn quotation_marks_of_every_shape_are_paired() {
        assert_eq!(quoted("you said \"stop it\" and left"), ["\"stop it"]);
        assert_eq!(quoted("you said “stop it” and left"), ["“stop it"]);
        assert_eq!(quoted("you said 'don't call me' and left"), ["'don't call me"]);
        assert_eq!(quoted("you said ‘don’t call me’ and left"), ["‘don’t call me"]);
        assert_eq!(quoted("you wrote:\n> never again\nI see"), ["> never again\n"]);
    }

    #[test]
    fn apostrophes_and_open_marks_quote_nothing() {
        for text in
            ["I don't think we're ok, it's the boys' room", "'cause I can't", "5'10\" tall", "he said \"wait"]
        {
            assert_eq!(quoted(text), Vec::<&str>::new(), "{text}");
        }
    }
}
