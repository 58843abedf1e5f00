//! Reactions that reach a telephone as text: `Liked “see you at eight”`.
//!
//! An iPhone tells a reaction to a message to those without iMessage as a sentence of its own, and Android's Messages
//! sends an emoji and the words it stands under. Such a text is a sign under a message, no message of its own. Known
//! from Apple's support pages ("If you see 'Liked' or 'Loved' in a text") and from Google's Messages help. It knows
//! English sentences; of other languages only those that begin with the emoji itself.

/// What such a text begins with.
const VERBS: [&str; 8] =
    ["Liked ", "Loved ", "Disliked ", "Laughed at ", "Emphasized ", "Emphasised ", "Questioned ", "Reacted "];
/// And where a reaction is taken back.
const TAKEN_BACK: &str = "Removed ";
/// What may stand instead of quoted words.
const THINGS: [&str; 6] = ["an image", "a movie", "an attachment", "a link", "an audio message", "a photo"];

/// Whether `text` may be a reaction, by its first letters alone.
pub(crate) fn may_be(text: &[u8]) -> bool {
    match text.first() {
        Some(b'L' | b'D' | b'E' | b'Q' | b'R') => {
            VERBS.iter().any(|verb| text.starts_with(verb.as_bytes()))
                || text.starts_with(TAKEN_BACK.as_bytes())
        }
        Some(0xE2 | 0xF0) => memchr::memmem::find(&text[..text.len().min(40)], " to “".as_bytes()).is_some(),
        _ => false,
    }
}

/// Whether `text` is a reaction.
pub(crate) fn is(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}' || c == '\u{200a}');
    let quoted = |rest: &str| {
        let rest = rest.trim();
        (rest.starts_with('“') && rest.ends_with('”')) || THINGS.contains(&rest)
    };
    if let Some(rest) = text.strip_prefix(TAKEN_BACK) {
        return rest.split_once(" from ").is_some_and(|(_, rest)| quoted(rest));
    }
    if let Some(rest) = text.strip_prefix("Reacted ") {
        return rest
            .split_once(" to ")
            .is_some_and(|(sign, rest)| sign.len() <= 24 && !sign.is_ascii() && quoted(rest));
    }
    if let Some(rest) = VERBS.iter().find_map(|verb| text.strip_prefix(verb)) {
        return quoted(rest);
    }
    text.split_once(" to ").is_some_and(|(sign, rest)| {
        !sign.is_empty()
            && sign.chars().count() <= 8
            && sign.chars().all(|c| !c.is_alphanumeric() && !c.is_ascii())
            && quoted(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_quotes_what_it_stands_under_is_a_reaction() {
        for (text, expect) in [
            ("Liked “see you”", true),
            ("Laughed at “a “b” c”", true),
            ("Loved an image", true),
            ("Removed a heart from “see you”", true),
            ("Reacted 😂 to “see you”", true),
            ("\u{200b}👍\u{200b} to “\u{200a}see you\u{200a}”", true),
            ("👍🏽 to “x”", true),
            ("Liked the film", false),
            ("Liked “see you” very much", false),
            ("Loved it", false),
            ("Reacted badly to “no”", false),
            ("Questioned", false),
            ("Removed the “x”", false),
            ("😂 to be honest", false),
            ("to “x”", false),
        ] {
            assert_eq!(may_be(text.as_bytes()) && is(text), expect, "{text}");
        }
    }
}
