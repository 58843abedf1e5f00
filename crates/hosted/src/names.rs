//! Names to sign in by: chosen, or made of words that say nothing of anybody. No e-mail, no number, nobody's own name
//! asked for.

use journal::secret::{NoRandomness, Random as _};
use unicode_normalization::UnicodeNormalization as _;

/// The fewest characters of a name.
pub(crate) const SHORTEST: usize = 3;
/// The most characters of a name.
pub(crate) const LONGEST: usize = 64;

/// The name as it is looked for: one form of letters, small, bare of white space around; none where it is no name.
pub(crate) fn as_known(typed: &str) -> Option<String> {
    let name: String = typed.trim().nfkc().flat_map(char::to_lowercase).collect();
    let long = (SHORTEST..=LONGEST).contains(&name.chars().count());
    (long && !name.chars().any(char::is_control)).then_some(name)
}

const FIRST: [&str; 32] = [
    "amber", "birch", "calm", "cedar", "clear", "cloud", "copper", "dawn", "early", "ember", "fern", "field",
    "gentle", "grey", "hazel", "late", "light", "linen", "maple", "mild", "moss", "north", "oak", "pale",
    "quiet", "river", "silver", "slow", "soft", "still", "stone", "willow",
];

const SECOND: [&str; 32] = [
    "anchor", "bench", "boat", "bridge", "brook", "candle", "coat", "corner", "door", "garden", "gate",
    "harbour", "hill", "island", "kettle", "ladder", "lake", "lamp", "lane", "ledge", "meadow", "mill",
    "orchard", "path", "pond", "porch", "shore", "stair", "table", "valley", "well", "window",
];

/// A name that nobody has yet, most likely: two words and four figures.
///
/// # Errors
/// [`NoRandomness`].
pub(crate) fn made() -> Result<String, NoRandomness> {
    let mut bytes = [0; 4];
    app::random::System.fill(&mut bytes)?;
    let [first, second, rest @ ..] = bytes;
    let figures = u16::from_le_bytes(rest) % 10_000;
    Ok(format!("{}-{}-{figures:04}", FIRST[usize::from(first % 32)], SECOND[usize::from(second % 32)]))
}

/// What a writer is called on one page: two words and two figures that follow from a keyed hash, and lead back to nobody.
pub(crate) fn pen(print: &[u8]) -> String {
    let word = |at: usize, words: &[&'static str; 32]| {
        let chosen = words[usize::from(print.get(at).copied().unwrap_or_default() % 32)];
        let (first, rest) = chosen.split_at(1);
        first.to_uppercase() + rest
    };
    let figures = print.get(2).copied().unwrap_or_default() % 90 + 10;
    format!("{} {} {figures}", word(0, &FIRST), word(1, &SECOND))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        assert_eq!(as_known("  Quiet-Lamp-0420 ").as_deref(), Some("quiet-lamp-0420"));
        assert_eq!(as_known("Ｚｏë"), as_known("zoe\u{308}"));
        assert_eq!(as_known("ab"), None);
        assert_eq!(as_known(&"a".repeat(65)), None);
        assert_eq!(as_known("a\u{7}bc"), None);
    }

    #[test]
    fn a_made_name_is_a_name() {
        for _ in 0..100 {
            let name = made().expect("randomness");
            assert_eq!(as_known(&name).as_deref(), Some(&*name));
        }
    }
}
