//! A walk over JSON that looks at each byte once and keeps none.
//!
//! Made for exports of hundreds of megabytes of which a few fields count: values that nobody asked for are passed
//! over at the speed of finding the next quotation mark. It reads what exports really hold: Telegram writes control
//! signs as `\x1F`, which JSON does not know. It is no validator: what it passes over it does not judge.

use crate::broken::Broken;

/// A string as written between its quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Text<'a> {
    /// The bytes, escapes and all.
    pub(crate) raw: &'a [u8],
    /// Whether there are escapes among them.
    pub(crate) escaped: bool,
}

/// A place in a JSON text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// No object in a list of messages is longer than this.
pub(crate) const FAR: usize = 1 << 20;

/// Objects and lists deeper than this are no export's.
const DEEPEST: usize = 200;

/// At or behind `at`, where an object of a list seems to begin: a brace behind a comma, and then `first`, the name that
/// each begins with, in its quotation marks.
pub(crate) fn next_object(bytes: &[u8], first: &[u8], at: usize) -> Option<usize> {
    let finder = memchr::memmem::Finder::new(first);
    let mut from = at;
    loop {
        let found = from + finder.find(bytes.get(from..)?)?;
        if let Some(before) = bytes[..found].trim_ascii_end().strip_suffix(b"{")
            && before.trim_ascii_end().ends_with(b",")
            && before.len() >= at
        {
            return Some(before.len());
        }
        from = found + 1;
    }
}

impl<'a> Walk<'a> {
    /// A walk from `at` on.
    pub(crate) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Where it stands.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// Goes on at another place.
    pub(crate) fn go(&mut self, at: usize) {
        self.at = at;
    }

    /// The next byte that is no blank; it is not passed.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<u8, Broken> {
        loop {
            match self.bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(&byte) => return Ok(byte),
                None => return Err(Broken::CutShort),
            }
        }
    }

    /// Passes `byte` if it comes next.
    #[inline]
    pub(crate) fn eat(&mut self, byte: u8) -> Result<bool, Broken> {
        let here = self.peek()? == byte;
        self.at += usize::from(here);
        Ok(here)
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Result<(), Broken> {
        if self.eat(byte)? { Ok(()) } else { Err(Broken::OutOfPlace) }
    }

    /// Reads a string.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Text<'a>, Broken> {
        self.expect(b'"')?;
        let from = self.at;
        let mut escaped = false;
        loop {
            let Some(found) = memchr::memchr2(b'"', b'\\', &self.bytes[self.at..]) else {
                self.at = self.bytes.len();
                return Err(Broken::CutShort);
            };
            self.at += found;
            if self.bytes[self.at] == b'"' {
                let raw = &self.bytes[from..self.at];
                self.at += 1;
                return Ok(Text { raw, escaped });
            }
            escaped = true;
            self.at = (self.at + 2).min(self.bytes.len());
        }
    }

    /// Reads the next name of an object and its colon; `None` at the object's end. The brace that opens it was
    /// passed before.
    #[inline]
    pub(crate) fn key(&mut self) -> Result<Option<&'a [u8]>, Broken> {
        if self.peek()? == b',' {
            self.at += 1;
        }
        if self.eat(b'}')? {
            return Ok(None);
        }
        let key = self.string()?;
        self.expect(b':')?;
        Ok(Some(key.raw))
    }

    /// Whether a list goes on with another value; passes the comma before it, or the bracket that ends it.
    #[inline]
    pub(crate) fn more(&mut self) -> Result<bool, Broken> {
        if self.peek()? == b',' {
            self.at += 1;
        }
        Ok(!self.eat(b']')?)
    }

    /// Reads a string where there is one; passes anything else.
    #[inline]
    pub(crate) fn string_or_skip(&mut self) -> Result<Option<Text<'a>>, Broken> {
        if self.peek()? == b'"' {
            return self.string().map(Some);
        }
        self.skip()?;
        Ok(None)
    }

    /// Reads a whole number, in quotation marks or not; `None` where something else stands, which is passed.
    #[inline]
    pub(crate) fn whole_or_skip(&mut self) -> Result<Option<i64>, Broken> {
        let raw = if self.peek()? == b'"' {
            self.string()?.raw
        } else {
            let from = self.at;
            self.skip()?;
            &self.bytes[from..self.at]
        };
        Ok(whole(raw))
    }

    /// Reads `true` or `false`; `None` where something else stands, which is passed.
    pub(crate) fn truth_or_skip(&mut self) -> Result<Option<bool>, Broken> {
        self.peek()?;
        let from = self.at;
        self.skip()?;
        Ok(match &self.bytes[from..self.at] {
            b"true" => Some(true),
            b"false" => Some(false),
            _ => None,
        })
    }

    /// Passes a value of any kind.
    #[inline]
    pub(crate) fn skip(&mut self) -> Result<(), Broken> {
        match self.peek()? {
            b'"' => self.string().map(|_| ()),
            b'{' | b'[' => self.skip_nested(),
            b'}' | b']' | b',' | b':' => Err(Broken::OutOfPlace),
            _ => {
                // A number or a word: to the next sign of structure.
                let rest = &self.bytes[self.at..];
                let end = rest.iter().position(|byte| {
                    matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t' | b'"')
                });
                let Some(length) = end else {
                    self.at = self.bytes.len();
                    return Err(Broken::CutShort);
                };
                self.at += length;
                Ok(())
            }
        }
    }

    fn skip_nested(&mut self) -> Result<(), Broken> {
        let mut depth = 0_usize;
        loop {
            match self.bytes.get(self.at) {
                None => return Err(Broken::CutShort),
                Some(b'"') => {
                    self.string()?;
                    continue;
                }
                Some(b'{' | b'[') => depth += 1,
                Some(b'}' | b']') => depth -= 1,
                Some(_) => {}
            }
            self.at += 1;
            if depth == 0 {
                return Ok(());
            }
            if depth > DEEPEST {
                return Err(Broken::OutOfPlace);
            }
        }
    }
}

/// The whole number that `raw` is; what follows a point is dropped.
pub(crate) fn whole(raw: &[u8]) -> Option<i64> {
    let (negative, digits) = match raw.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, raw),
    };
    let digits = &digits[..digits.iter().position(|&byte| byte == b'.').unwrap_or(digits.len())];
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value = 0_i64;
    for byte in digits {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(byte - b'0');
    }
    Some(if negative { -value } else { value })
}

/// One step through a string with escapes.
enum Step {
    /// A byte as it is.
    Byte(u8),
    /// What an escape stands for.
    Sign(u32),
}

/// The steps of a string.
fn steps(raw: &[u8]) -> impl Iterator<Item = Step> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let byte = *raw.get(at)?;
        if byte != b'\\' {
            at += 1;
            return Some(Step::Byte(byte));
        }
        let hex = |from: usize, digits: usize| -> Option<u32> {
            let digits = std::str::from_utf8(raw.get(from..from + digits)?).ok()?;
            u32::from_str_radix(digits, 16).ok()
        };
        let kind = raw.get(at + 1).copied().unwrap_or(b'\\');
        let (sign, length) = match kind {
            b'u' => match hex(at + 2, 4) {
                // Two that make up one sign beyond the first plane.
                Some(high @ 0xD800..=0xDBFF) if raw.get(at + 6..at + 8) == Some(b"\\u") => {
                    match hex(at + 8, 4) {
                        Some(low @ 0xDC00..=0xDFFF) => {
                            (0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00), 12)
                        }
                        _ => (0xFFFD, 6),
                    }
                }
                Some(sign) => (sign, 6),
                None => (0xFFFD, 2),
            },
            // Telegram's own, which JSON does not know.
            b'x' => hex(at + 2, 2).map_or((0xFFFD, 2), |sign| (sign, 4)),
            b'n' => (10, 2),
            b't' => (9, 2),
            b'r' => (13, 2),
            b'b' => (8, 2),
            b'f' => (12, 2),
            other => (u32::from(other), 2),
        };
        at += length;
        Some(Step::Sign(sign))
    })
}

impl Text<'_> {
    /// The length of what it says, in bytes of UTF-8.
    pub(crate) fn length(&self) -> usize {
        if !self.escaped {
            return self.raw.len();
        }
        let length = |step| match step {
            Step::Byte(_) => 1,
            Step::Sign(sign) => char::from_u32(sign).unwrap_or('\u{fffd}').len_utf8(),
        };
        steps(self.raw).map(length).sum()
    }

    /// What it says.
    pub(crate) fn decoded(&self) -> String {
        let mut bytes = Vec::with_capacity(self.raw.len());
        for step in steps(self.raw) {
            match step {
                Step::Byte(byte) => bytes.push(byte),
                Step::Sign(sign) => {
                    let sign = char::from_u32(sign).unwrap_or('\u{fffd}');
                    bytes.extend(sign.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
        }
        String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    /// The length of what it says where UTF-8 was written as if each byte were a sign (see [`mended`]).
    pub(crate) fn mended_length(&self) -> usize {
        if !self.escaped {
            return self.raw.len();
        }
        let length = |step| match step {
            Step::Byte(_) | Step::Sign(..0x100) => 1,
            Step::Sign(sign) => char::from_u32(sign).unwrap_or('\u{fffd}').len_utf8(),
        };
        steps(self.raw).map(length).sum()
    }
}

/// Text whose UTF-8 was read as Latin-1, put right; text that is not of that sort stays as it is.
pub(crate) fn mended(text: String) -> String {
    if text.is_ascii() || text.chars().any(|sign| u32::from(sign) > 0xFF) {
        return text;
    }
    let bytes: Vec<u8> = text.chars().filter_map(|sign| u8::try_from(u32::from(sign)).ok()).collect();
    String::from_utf8(bytes).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> Text<'_> {
        Text { raw: raw.as_bytes(), escaped: raw.contains('\\') }
    }

    #[test]
    fn escapes_are_read_and_measured_the_ones_json_does_not_know_too() {
        for (raw, said) in [
            ("plain", "plain"),
            (r"a\nb", "a\nb"),
            (r#"\"\\\/"#, "\"\\/"),
            (r"\u00e9", "é"),
            (r"\ud83d\ude00", "😀"),
            (r"\ud83d alone", "\u{fffd} alone"),
            (r"a\x1Fb", "a\u{1f}b"),
            (r"cut\u00", "cut\u{fffd}00"),
        ] {
            assert_eq!(text(raw).decoded(), said, "{raw}");
            assert_eq!(text(raw).length(), said.len(), "{raw}");
        }
    }

    #[test]
    fn text_read_as_latin_1_is_mended_where_it_decodes_and_kept_else() {
        let read = |raw: &str| mended(text(raw).decoded());
        assert_eq!(read(r"Zo\u00c3\u00ab"), "Zoë");
        assert_eq!(text(r"Zo\u00c3\u00ab").mended_length(), "Zoë".len());
        assert_eq!(read("Zoë"), "Zoë");
        assert_eq!(read(r"\u00e9"), "é");
        assert_eq!(read(r"\u0416\u00e9"), "Жé");
    }

    #[test]
    fn values_nobody_asked_for_are_passed_whole() {
        let json = br#"{"a": {"b": ["}", "\"]", 1, {"c": null}]}, "d": -12.5, "e": "7", "f": true}"#;
        let mut walk = Walk::new(json, 1);
        assert_eq!(walk.key(), Ok(Some(b"a".as_slice())));
        assert_eq!(walk.skip(), Ok(()));
        assert_eq!(walk.key(), Ok(Some(b"d".as_slice())));
        assert_eq!(walk.whole_or_skip(), Ok(Some(-12)));
        assert_eq!(walk.key(), Ok(Some(b"e".as_slice())));
        assert_eq!(walk.whole_or_skip(), Ok(Some(7)));
        assert_eq!(walk.key(), Ok(Some(b"f".as_slice())));
        assert_eq!(walk.truth_or_skip(), Ok(Some(true)));
        assert_eq!(walk.key(), Ok(None));
        assert_eq!(walk.key(), Err(Broken::CutShort));
    }

    #[test]
    fn a_text_that_ends_in_the_middle_is_said_to() {
        for cut in [r#""abc"#, r#""abc\"#, "[1, 2", "{\"a\": ", "12"] {
            assert_eq!(Walk::new(cut.as_bytes(), 0).skip(), Err(Broken::CutShort), "{cut}");
        }
    }

    #[test]
    fn a_tower_of_brackets_is_refused() {
        let tower = "[".repeat(100_000);
        assert_eq!(Walk::new(tower.as_bytes(), 0).skip(), Err(Broken::OutOfPlace));
    }
}
