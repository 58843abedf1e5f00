//! A place in a line of bytes, and the small steps a header is read with.
//!
//! It knows digits of several scripts, the many kinds of blank and the invisible direction marks. It does
//! not know what a date is, and it never copies.

/// A place in one line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// The marks that steer the direction of writing; they carry no meaning of their own.
const MARKS: [&[u8]; 14] = [
    b"\xE2\x80\x8E", // left-to-right mark
    b"\xE2\x80\x8F", // right-to-left mark
    b"\xE2\x80\xAA",
    b"\xE2\x80\xAB",
    b"\xE2\x80\xAC",
    b"\xE2\x80\xAD",
    b"\xE2\x80\xAE",
    b"\xE2\x81\xA6",
    b"\xE2\x81\xA7",
    b"\xE2\x81\xA8",
    b"\xE2\x81\xA9",
    b"\xD8\x9C",     // Arabic letter mark
    b"\xEF\xBB\xBF", // byte order mark
    b"\xE2\x80\x8B", // zero width space
];

/// The zero of each script whose digits phones write, as its UTF-8 bytes.
const ZEROS: [&[u8]; 17] = [
    b"\xD9\xA0",     // Arabic-Indic
    b"\xDB\xB0",     // Persian, Urdu
    b"\xE0\xA5\xA6", // Devanagari
    b"\xE0\xA7\xA6", // Bengali
    b"\xE0\xA9\xA6", // Gurmukhi
    b"\xE0\xAB\xA6", // Gujarati
    b"\xE0\xAF\xA6", // Tamil
    b"\xE0\xB1\xA6", // Telugu
    b"\xE0\xB3\xA6", // Kannada
    b"\xE0\xB5\xA6", // Malayalam
    b"\xE0\xB9\x90", // Thai
    b"\xE0\xAD\xA6", // Odia
    b"\xE0\xBB\x90", // Lao
    b"\xE0\xBC\xA0", // Tibetan
    b"\xE1\x81\x80", // Myanmar
    b"\xE1\x9F\xA0", // Khmer
    b"\xEF\xBC\x90", // full width
];

/// The length of the direction mark that `bytes` begins with, or 0.
#[inline]
pub(crate) fn mark_length(bytes: &[u8]) -> usize {
    match bytes.first() {
        Some(0xE2 | 0xD8 | 0xEF) => {
            MARKS.iter().find(|mark| bytes.starts_with(mark)).map_or(0, |mark| mark.len())
        }
        _ => 0,
    }
}

/// The length of the blank that `bytes` begins with, or 0.
#[inline]
pub(crate) fn blank_length(bytes: &[u8]) -> usize {
    match bytes {
        [b' ' | b'\t', ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        [0xE2, 0x80, 0x80..=0x8A | 0xAF, ..] | [0xE3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

/// `bytes` without blanks and marks at either end.
pub(crate) fn trim(mut bytes: &[u8]) -> &[u8] {
    loop {
        let step = blank_length(bytes).max(mark_length(bytes));
        if step == 0 {
            break;
        }
        bytes = &bytes[step..];
    }
    'end: while let Some(&last) = bytes.last() {
        if last == b' ' || last == b'\t' || last == b'\r' {
            bytes = &bytes[..bytes.len() - 1];
            continue;
        }
        if last >= 0x80 {
            for length in [2, 3] {
                let Some(cut) = bytes.len().checked_sub(length) else { continue };
                let tail = &bytes[cut..];
                if blank_length(tail) == length || mark_length(tail) == length {
                    bytes = &bytes[..cut];
                    continue 'end;
                }
            }
        }
        break;
    }
    bytes
}

impl<'a> Cursor<'a> {
    /// The beginning of `bytes`.
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// How many bytes were passed.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// What lies ahead.
    pub(crate) fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..]
    }

    /// The next byte.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes `count` bytes that were looked at before.
    pub(crate) fn pass(&mut self, count: usize) {
        self.at = (self.at + count).min(self.bytes.len());
    }

    /// Passes one byte if it is `byte`.
    pub(crate) fn eat(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    /// Passes `text` if it stands here.
    pub(crate) fn eat_text(&mut self, text: &str) -> bool {
        let here = self.rest().starts_with(text.as_bytes());
        if here {
            self.at += text.len();
        }
        here
    }

    /// Passes direction marks.
    pub(crate) fn marks(&mut self) {
        while self.peek().is_some_and(|byte| byte >= 0x80) {
            let length = mark_length(self.rest());
            if length == 0 {
                break;
            }
            self.at += length;
        }
    }

    /// Passes blanks and direction marks; says how many blanks.
    #[inline]
    pub(crate) fn blanks(&mut self) -> usize {
        match self.rest() {
            [b'!'..=0x7F, ..] => 0,
            [b' ', b'!'..=0x7F, ..] => {
                self.at += 1;
                1
            }
            _ => self.many_blanks(),
        }
    }

    fn many_blanks(&mut self) -> usize {
        let mut passed = 0;
        loop {
            let rest = self.rest();
            match rest.first() {
                Some(b' ' | b'\t' | 0x80..) => {}
                _ => return passed,
            }
            let length = blank_length(rest);
            if length > 0 {
                passed += 1;
                self.at += length;
                continue;
            }
            let length = mark_length(rest);
            if length == 0 {
                return passed;
            }
            self.at += length;
        }
    }

    /// The value and length of the digit that stands here.
    #[inline]
    fn digit(&self) -> Option<(u8, usize)> {
        let rest = self.rest();
        match rest.first()? {
            byte @ b'0'..=b'9' => Some((byte - b'0', 1)),
            0xD9 | 0xDB | 0xE0 | 0xE1 | 0xEF => ZEROS.iter().find_map(|zero| {
                let (last, head) = zero.split_last()?;
                let digit = rest.get(head.len())?.checked_sub(*last)?;
                (rest.starts_with(head) && digit <= 9).then_some((digit, zero.len()))
            }),
            _ => None,
        }
    }

    /// Whether a digit of any script stands here.
    #[inline]
    pub(crate) fn at_digit(&self) -> bool {
        self.digit().is_some()
    }

    /// Reads a whole number of at most four digits, with how many digits it was written; more digits are
    /// no number of a date.
    #[inline]
    pub(crate) fn number(&mut self) -> Option<(u16, u8)> {
        let mut value = 0_u16;
        let mut written = 0_u8;
        // Nearly always plain digits, one or two.
        while written < 4
            && let Some(byte @ b'0'..=b'9') = self.peek()
        {
            value = value * 10 + u16::from(byte - b'0');
            written += 1;
            self.at += 1;
        }
        if written > 0 && self.peek().is_none_or(|byte| byte < 0x80 && !byte.is_ascii_digit()) {
            return Some((value, written));
        }
        while let Some((digit, length)) = self.digit() {
            if written == 4 {
                return None;
            }
            value = value * 10 + u16::from(digit);
            written += 1;
            self.at += length;
        }
        (written > 0).then_some((value, written))
    }

    /// Reads exactly two digits.
    pub(crate) fn two_digits(&mut self) -> Option<u16> {
        let before = *self;
        if let Some((value, 2)) = self.number() {
            return Some(value);
        }
        *self = before;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_many_scripts_are_numbers() {
        for (text, value) in [("24", 24), ("٢٤", 24), ("۲۴", 24), ("२४", 24), ("２４", 24), ("๒๔", 24)]
        {
            assert_eq!(Cursor::new(text.as_bytes()).number(), Some((value, 2)), "{text}");
        }
    }

    #[test]
    fn five_digits_are_no_part_of_a_date() {
        assert_eq!(Cursor::new(b"20245").number(), None);
    }

    #[test]
    fn trimming_takes_marks_and_blanks_at_both_ends_and_nothing_within() {
        assert_eq!(trim("\u{200e}\u{202a}+49 30\u{a0}1\u{202c} \r".as_bytes()), "+49 30\u{a0}1".as_bytes());
        assert_eq!(trim("é".as_bytes()), "é".as_bytes());
        assert_eq!(trim(b""), b"");
    }
}
