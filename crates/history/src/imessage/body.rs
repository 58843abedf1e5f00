//! The words in an `attributedBody`: an `NSAttributedString` as Apple's typedstream writes it.
//!
//! The stream names the classes first, and then, behind `84 01 2B` (one object, of C's sort "+", bytes), the length of
//! the words and the words in UTF-8. A length below 0x80 is one byte; 0x81 says that two follow, 0x82 that four do, the
//! lowest first (`darling`'s typedstream and `python-typedstream` document the coding). Attributes follow; nobody reads
//! them here.

use memchr::memmem::Finder;

/// What stands before the length of the words.
const BEFORE: &[u8] = b"\x84\x01+";

/// The sign that stands for a medium within a text.
pub(super) const MEDIUM: &[u8] = "\u{fffc}".as_bytes();

/// What is sought in every row, made ready once.
pub(super) struct Bodies {
    named: Finder<'static>,
    before: Finder<'static>,
    medium: Finder<'static>,
}

impl Bodies {
    pub(super) fn new() -> Self {
        Self { named: Finder::new("String"), before: Finder::new(BEFORE), medium: Finder::new(MEDIUM) }
    }

    /// How many media stand among `words`.
    pub(super) fn media(&self, words: &[u8]) -> usize {
        self.medium.find_iter(words).count()
    }

    /// The words in UTF-8; `None` where there is no such text.
    pub(super) fn words<'a>(&self, stream: &'a [u8]) -> Option<&'a [u8]> {
        let rest = &stream[self.named.find(stream)?..];
        let rest = &rest[self.before.find(rest)? + BEFORE.len()..];
        let number =
            |bytes: &[u8]| bytes.iter().rev().fold(0_usize, |sum, &byte| sum << 8 | usize::from(byte));
        let (length, rest) = match rest {
            [length @ ..=0x7F, rest @ ..] => (usize::from(*length), rest),
            [0x81, low, high, rest @ ..] => (number(&[*low, *high]), rest),
            [0x82, a, b, c, d, rest @ ..] => (number(&[*a, *b, *c, *d]), rest),
            _ => return None,
        };
        rest.get(..length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginning of a stream as Messages writes it.
    const HEAD: &[u8] = b"\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x12NSAttributedString\x00\x84\x84\x08NSObject\x00\x85\x92\x84\x84\x84\x08NSString\x01\x94\x84\x01+";

    fn stream(length: &[u8], words: &[u8]) -> Vec<u8> {
        [HEAD, length, words, b"\x86\x84\x02iI\x01\x05"].concat()
    }

    #[test]
    fn words_of_each_length_are_found() {
        let long = "é".repeat(100);
        let longer = "x".repeat(70_000);
        for (length, words) in [
            (&b"\x05"[..], "hello"),
            (b"\x00", ""),
            (b"\x81\xc8\x00", &long),
            (b"\x82\x70\x11\x01\x00", &longer),
        ] {
            assert_eq!(Bodies::new().words(&stream(length, words.as_bytes())), Some(words.as_bytes()));
        }
    }

    #[test]
    fn what_is_no_such_text_has_no_words() {
        assert_eq!(Bodies::new().words(b""), None);
        assert_eq!(Bodies::new().words(b"bplist00"), None);
        assert_eq!(Bodies::new().words(&stream(b"\x83", b"")), None);
        assert_eq!(Bodies::new().words(&stream(b"\x82\xff\xff\xff\xff", b"short")), None);
    }
}
