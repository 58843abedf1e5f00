//! Which sentences in Messenger and Instagram are the app's own, and which are signs under a message.
//!
//! They stand among the messages, as if the person in question had written them. The tables are in `words.txt`. A
//! sentence about what somebody did begins with their name, or with "You": only then is it looked up.

use crate::json::{self, Text};
use std::sync::LazyLock;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Somebody's words.
    Words,
    /// A sign under a message.
    Reaction,
    /// The app's own.
    System,
    /// A call, told in words.
    Call,
}

/// A sentence: how it begins and how it ends.
struct Sentence {
    said: Said,
    begins: &'static str,
    /// `None` where anything may follow; empty where nothing may.
    ends: Option<&'static str>,
}

struct Tables {
    /// What follows a name.
    of_somebody: Vec<Sentence>,
    whole: Vec<Sentence>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables { of_somebody: Vec::new(), whole: Vec::new() };
    for line in include_str!("words.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (said, sentence) = line.split_once(' ').expect("a sort stands before every sentence");
        let said = match said {
            "reaction" => Said::Reaction,
            "call" => Said::Call,
            _ => Said::System,
        };
        let (sentence, of_somebody) = match sentence.strip_prefix("NAME") {
            Some(rest) => (rest, true),
            None => (sentence, false),
        };
        let (begins, ends) = match sentence.split_once('*') {
            Some((begins, "")) => (begins, None),
            Some((begins, ends)) => (begins, Some(ends)),
            None => (sentence, Some("")),
        };
        let sentence = Sentence { said, begins, ends };
        if of_somebody { tables.of_somebody.push(sentence) } else { tables.whole.push(sentence) }
    }
    tables
});

impl Sentence {
    fn is(&self, text: &str) -> bool {
        text.strip_prefix(self.begins).is_some_and(|rest| match self.ends {
            None => true,
            Some("") => rest.is_empty(),
            Some(ends) => rest.len() > ends.len() && rest.ends_with(ends),
        })
    }
}

/// What `text` of `sender` is.
#[inline]
pub(super) fn said(text: Text<'_>, sender: Text<'_>) -> Said {
    /// The app is brief.
    const LONGEST: usize = 400;
    let raw = text.raw;
    if raw.len() > LONGEST || raw.len() < 8 {
        return Said::Words;
    }
    let first = sender.raw.split(|&byte| byte == b' ').next().unwrap_or_default();
    let named = raw.starts_with(b"You ") || (!first.is_empty() && raw.starts_with(first));
    // The first letters of the sentences in the table.
    let pair = [raw[0], raw[1]];
    if named || PAIRS.contains(&pair) { looked_up(text, sender) } else { Said::Words }
}

/// The first two letters of the sentences that name nobody.
static PAIRS: LazyLock<Vec<[u8; 2]>> = LazyLock::new(|| {
    let mut pairs: Vec<[u8; 2]> = TABLES
        .whole
        .iter()
        .map(|sentence| [sentence.begins.as_bytes()[0], sentence.begins.as_bytes()[1]])
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
});

fn looked_up(text: Text<'_>, sender: Text<'_>) -> Said {
    let text = json::mended(text.decoded());
    let text = text.trim().trim_end_matches('.');
    let found = |table: &[Sentence], text: &str| {
        table.iter().find(|sentence| sentence.is(text)).map(|sentence| sentence.said)
    };
    if let Some(said) = found(&TABLES.whole, text) {
        return said;
    }
    let name = json::mended(sender.decoded());
    let first = name.split(' ').next().unwrap_or_default();
    [name.as_str(), first, "You"]
        .into_iter()
        .filter(|subject| !subject.is_empty())
        .filter_map(|subject| text.strip_prefix(subject))
        .find_map(|rest| found(&TABLES.of_somebody, rest))
        .unwrap_or(Said::Words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_apps_sentences_are_told_from_words() {
        let text = |raw: &'static str| Text { raw: raw.as_bytes(), escaped: raw.contains('\\') };
        for (words, expect) in [
            (r"Reacted \u00e2\u009d\u00a4 to your message ", Said::Reaction),
            ("Liked a message", Said::Reaction),
            (r"Hat mit \u00e2\u009d\u00a4 auf deine Nachricht reagiert", Said::Reaction),
            ("Reacted badly, I know", Said::Words),
            ("Liked a message of yours", Said::Words),
            ("Mia Sommer named the group Us.", Said::System),
            ("Mia set the nickname for Jo to J.", Said::System),
            ("You set your nickname to M.", Said::System),
            ("Mia Sommer sent an attachment.", Said::Words),
            ("You set the table, I cook", Said::Words),
            ("Mia is here", Said::Words),
            ("Say hi to your new Facebook friend, Jo.", Said::System),
            ("Mia called you.", Said::Call),
            ("Jo named the group Us.", Said::Words),
        ] {
            assert_eq!(said(text(words), text("Mia Sommer")), expect, "{words}");
        }
    }
}
