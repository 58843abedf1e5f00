//! Mends what cutting alone leaves wrong: letters that stand apart, words run together or cut in two, and short
//! forms that look like other words.
//!
//! It looks at neighbouring words only.

use crate::fold::{Sort, fold};
use crate::lexicon::{Lexicon, UNKNOWN, WordId};
use crate::words::{BREAK, CLAUSE, QUOTED, Word};

/// The words of a run of letters without spaces, if known words fill it and one of them is a key word.
pub(crate) fn run_together(run: &str, lexicon: &Lexicon) -> Option<Vec<WordId>> {
    if !(7..=40).contains(&run.len()) || !run.is_ascii() {
        return None;
    }
    // best[n]: how many words fill the first n letters, the start of the last one, whether a key is among them.
    let mut best: Vec<Option<(usize, usize, bool)>> = vec![None; run.len() + 1];
    best[0] = Some((0, 0, false));
    for end in 1..=run.len() {
        for start in end.saturating_sub(12)..end {
            let Some((count, _, key)) = best[start] else { continue };
            let part = &run[start..end];
            if part.len() == 1 && part != "i" && part != "u" {
                continue;
            }
            let known =
                lexicon.find(part).or_else(|| lexicon.meant(part).and_then(|ids| ids.first().copied()));
            let Some(id) = known else { continue };
            let better = best[end].is_none_or(|(old, _, _)| count + 1 < old);
            if better {
                best[end] = Some((count + 1, start, key || lexicon.is_key(id)));
            }
        }
    }
    let (count, _, true) = best[run.len()]? else { return None };
    if count < 2 {
        return None;
    }
    let mut parts = Vec::with_capacity(count);
    let mut end = run.len();
    while end > 0 {
        let (_, start, _) = best[end]?;
        let part = &run[start..end];
        match lexicon.find(part) {
            Some(id) => parts.push(id),
            None => parts.extend(lexicon.meant(part)?.iter().rev()),
        }
        end = start;
    }
    parts.reverse();
    Some(parts)
}

/// Joins letters that stand apart (`k i l l`) and words cut in two (`sui cide`) where a known word results.
pub(crate) fn join_letters(words: &[Word], lexicon: &Lexicon, text: &str) -> Vec<Word> {
    let lone = |word: &Word| word.end - word.start <= 2 && letter_of(text, word).is_some();
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let run = words[at..].iter().take(40).take_while(|word| lone(word)).count();
        if run >= 3 {
            let letters: String =
                words[at..at + run].iter().filter_map(|word| letter_of(text, word)).collect();
            if let Some(ids) = spelled(&letters, lexicon) {
                let (first, last) = (words[at], words[at + run - 1]);
                for (n, id) in ids.into_iter().enumerate() {
                    let flags = if n == 0 { first.flags } else { 0 };
                    joined.push(Word { id, flags, start: first.start, end: last.end });
                }
                at += run;
                continue;
            }
        }
        let word = words[at];
        if let Some(next) = words.get(at + 1).filter(|next| halves(&word, next))
            && let Some(id) = rejoined(text, &word, next, lexicon)
        {
            joined.push(Word { id, end: next.end, ..word });
            at += 2;
            continue;
        }
        joined.push(word);
        at += 1;
    }
    joined
}

/// Whether two words may be the halves of one.
fn halves(word: &Word, next: &Word) -> bool {
    (word.id == UNKNOWN || next.id == UNKNOWN)
        && next.flags & (BREAK | CLAUSE) == 0
        && next.start <= word.end + 1
}

fn rejoined(text: &str, word: &Word, next: &Word, lexicon: &Lexicon) -> Option<WordId> {
    let (left, right) = (slice(text, word)?, slice(text, next)?);
    if left.len() + right.len() > 14 || left.len() < 2 || right.len() < 2 {
        return None;
    }
    let whole = format!("{left}{right}").to_lowercase();
    lexicon.find(&whole).filter(|id| lexicon.is_key(*id))
}

fn slice<'t>(text: &'t str, word: &Word) -> Option<&'t str> {
    text.get(usize::try_from(word.start).ok()?..usize::try_from(word.end).ok()?)
}

fn letter_of(text: &str, word: &Word) -> Option<char> {
    let mut letter = None;
    for c in slice(text, word)?.chars() {
        let mut folded = None;
        fold(c, |sort| {
            if let Sort::Letter(c) = sort {
                folded = Some(c);
            }
        });
        match (letter, folded) {
            (None, Some(_)) => letter = folded,
            (_, None) => {}
            (Some(_), Some(_)) => return None,
        }
    }
    letter
}

fn spelled(letters: &str, lexicon: &Lexicon) -> Option<Vec<WordId>> {
    if let Some(ids) = lexicon.meant(letters) {
        return Some(ids.to_vec());
    }
    if let Some(id) = lexicon.find(letters).filter(|_| letters.len() > 2) {
        return Some(vec![id]);
    }
    run_together(letters, lexicon)
}

/// After one of these, `ill` is an illness.
const BEFORE_ILLNESS: [&str; 22] = [
    "am",
    "is",
    "was",
    "be",
    "feel",
    "feeling",
    "felt",
    "fell",
    "so",
    "very",
    "mentally",
    "really",
    "got",
    "get",
    "been",
    "are",
    "were",
    "seriously",
    "terminally",
    "my",
    "too",
    "being",
];
/// Before one of these, `ill` is an illness.
const AFTER_ILLNESS: [&str; 12] =
    ["with", "and", "for", "so", "today", "since", "at", "but", "or", "health", "person", "people"];
/// Before one of these, `hell` and `shell` stand for `he'll` and `she'll`.
const AFTER_WILL: [&str; 18] = [
    "pay", "kill", "hurt", "regret", "be", "never", "find", "see", "come", "wish", "get", "die", "do", "hit",
    "beat", "make", "take", "not",
];

/// Writes out the short forms whose missing apostrophe makes another word of them: `ill`, `id`, `hell`, `shell`.
pub(crate) fn write_out(words: Vec<Word>, lexicon: &Lexicon) -> Vec<Word> {
    let number = |word: &str| lexicon.find(word).filter(|id| *id != UNKNOWN);
    let (Some(ill), Some(id), Some(hell), Some(shell)) =
        (number("ill"), number("id"), number("hell"), number("shell"))
    else {
        return words;
    };
    let short = |word: &Word| [ill, id, hell, shell].contains(&word.id);
    if !words.iter().any(short) {
        return words;
    }
    let among = |word: Option<&Word>, list: &[&str]| {
        word.is_some_and(|word| list.iter().any(|known| lexicon.find(known) == Some(word.id)))
    };
    let mut out = Vec::with_capacity(words.len() + 4);
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).filter(|next| next.flags & BREAK == 0);
        let before = at.checked_sub(1).and_then(|at| words.get(at)).filter(|_| word.flags & BREAK == 0);
        let parts: Option<[&str; 2]> = if word.id == ill {
            (next.is_some() && !among(next, &AFTER_ILLNESS) && !among(before, &BEFORE_ILLNESS))
                .then_some(["i", "will"])
        } else if word.id == id {
            (next.is_some() && !among(before, &["my", "your", "an", "the", "his", "her", "photo"]))
                .then_some(["i", "would"])
        } else if word.id == hell && among(next, &AFTER_WILL) {
            Some(["he", "will"])
        } else if word.id == shell && among(next, &AFTER_WILL) {
            Some(["she", "will"])
        } else {
            None
        };
        match parts {
            Some([first, second]) => {
                out.push(Word { id: number(first).unwrap_or(UNKNOWN), ..*word });
                let flags = word.flags & QUOTED;
                out.push(Word { id: number(second).unwrap_or(UNKNOWN), flags, ..*word });
            }
            None => out.push(*word),
        }
    }
    out
}
