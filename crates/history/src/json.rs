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

/// Eight bytes of one kind.
const fn all(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Marks bytes that are nought by their highest bit. Above the lowest mark there may be wrong ones; it itself is right.
const fn noughts(eight: u64) -> u64 {
    eight.wrapping_sub(all(1)) & !eight & all(0x80)
}

/// How many of eight bytes stand below the lowest mark.
const fn below(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

/// The names that the objects of one list have, as the last of them had them. An app writes them alike, blanks and all:
/// what was read once is then only compared.
#[derive(Debug)]
pub(crate) struct Habit<'a, T> {
    /// What stood between two values up to the colon, and what the name in it means.
    known: Vec<(&'a [u8], T)>,
    next: usize,
}

impl<T> Habit<'_, T> {
    /// Of a list of which nothing was seen yet.
    pub(crate) const fn new() -> Self {
        Self { known: Vec::new(), next: 0 }
    }

    /// Begins with the next object.
    pub(crate) fn again(&mut self) {
        self.next = 0;
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
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1 + self.indent(),
                Some(&byte) => return Ok(byte),
                None => return Err(Broken::CutShort),
            }
        }
    }

    /// The next eight bytes, the first the lowest; `None` where fewer are left.
    #[inline]
    fn eight(&self) -> Option<u64> {
        self.bytes.get(self.at..)?.first_chunk().map(|eight| u64::from_le_bytes(*eight))
    }

    /// How many blanks stand behind the next byte, as far as can be seen at once.
    #[inline]
    fn indent(&self) -> usize {
        let ahead = Self { bytes: self.bytes, at: self.at + 1 };
        ahead.eight().map_or(0, |eight| below(eight ^ all(b' ')))
    }

    /// How far the next quotation mark or backslash is; `None` if there is none.
    #[inline]
    fn mark_ahead(&self) -> Option<usize> {
        // Names and most values are short: two looks find their end sooner than a search is begun.
        let mut ahead = *self;
        for _ in 0..2 {
            let Some(eight) = ahead.eight() else { break };
            let marks = noughts(eight ^ all(b'"')) | noughts(eight ^ all(b'\\'));
            if marks != 0 {
                return Some(ahead.at - self.at + below(marks));
            }
            ahead.at += 8;
        }
        memchr::memchr2(b'"', b'\\', &self.bytes[ahead.at..]).map(|found| ahead.at - self.at + found)
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
            let Some(found) = self.mark_ahead() else {
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

    /// Reads the next name of an object as [`Self::key`] does, and gives what `of` makes of it.
    #[inline]
    pub(crate) fn field<T: Copy>(
        &mut self,
        habit: &mut Habit<'a, T>,
        of: impl FnOnce(&'a [u8]) -> T,
    ) -> Result<Option<T>, Broken> {
        /// Objects with more names are rare.
        const MOST: usize = 32;
        let from = self.at;
        let next = habit.next;
        habit.next += 1;
        if let Some(&(written, field)) = habit.known.get(next)
            && self.bytes[from..].starts_with(written)
        {
            // The same bytes from the same stand on are the same name.
            self.at += written.len();
            return Ok(Some(field));
        }
        let Some(key) = self.key()? else { return Ok(None) };
        let field = of(key);
        let known = (&self.bytes[from..self.at], field);
        if next < habit.known.len() {
            habit.known[next] = known;
        } else if next == habit.known.len() && next < MOST {
            habit.known.push(known);
        }
        Ok(Some(field))
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
                Some(b'\n') => self.at += self.indent(),
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

/// The number that `digits` digits of sixteen from `from` on are.
fn hex(raw: &[u8], from: usize, digits: usize) -> Option<u32> {
    let mut value = 0;
    for &byte in raw.get(from..from + digits)? {
        value = value << 4 | char::from(byte).to_digit(16)?;
    }
    Some(value)
}

/// What the escape at `at` stands for, and its length as written.
fn escape(raw: &[u8], at: usize) -> (u32, usize) {
    let kind = raw.get(at + 1).copied().unwrap_or(b'\\');
    match kind {
        b'u' => match hex(raw, at + 2, 4) {
            // Two that make up one sign beyond the first plane.
            Some(high @ 0xD800..=0xDBFF) if raw.get(at + 6..at + 8) == Some(b"\\u") => {
                match hex(raw, at + 8, 4) {
                    Some(low @ 0xDC00..=0xDFFF) => (0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00), 12),
                    _ => (0xFFFD, 6),
                }
            }
            Some(sign) => (sign, 6),
            None => (0xFFFD, 2),
        },
        // Telegram's own, which JSON does not know.
        b'x' => hex(raw, at + 2, 2).map_or((0xFFFD, 2), |sign| (sign, 4)),
        b'n' => (10, 2),
        b't' => (9, 2),
        b'r' => (13, 2),
        b'b' => (8, 2),
        b'f' => (12, 2),
        other => (u32::from(other), 2),
    }
}

fn sign_of(number: u32) -> char {
    char::from_u32(number).unwrap_or('\u{fffd}')
}

impl Text<'_> {
    /// Calls `plain` with each stretch without escapes, and `sign` with what each escape stands for.
    #[inline]
    fn each<T>(&self, to: &mut T, plain: impl Fn(&mut T, &[u8]), sign: impl Fn(&mut T, u32)) {
        let mut rest = self.raw;
        while let Some(found) = memchr::memchr(b'\\', rest) {
            plain(to, &rest[..found]);
            rest = &rest[found..];
            // Escapes come in rows.
            while rest.first() == Some(&b'\\') {
                let (number, length) = escape(rest, 0);
                sign(to, number);
                rest = rest.get(length..).unwrap_or_default();
            }
        }
        plain(to, rest);
    }

    /// The length of what it says, in bytes of UTF-8.
    pub(crate) fn length(&self) -> usize {
        if !self.escaped {
            return self.raw.len();
        }
        let mut sum = 0;
        self.each(&mut sum, |sum, plain| *sum += plain.len(), |sum, sign| *sum += sign_of(sign).len_utf8());
        sum
    }

    /// What it says.
    pub(crate) fn decoded(&self) -> String {
        let mut bytes = Vec::with_capacity(self.raw.len());
        let put = |bytes: &mut Vec<u8>, sign| {
            bytes.extend(sign_of(sign).encode_utf8(&mut [0; 4]).as_bytes());
        };
        self.each(&mut bytes, |bytes, plain| bytes.extend(plain), put);
        String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    /// The length of what it says where UTF-8 was written as if each byte were a sign (see [`mended`]).
    pub(crate) fn mended_length(&self) -> usize {
        if !self.escaped {
            return self.raw.len();
        }
        let mut sum = 0;
        let length = |sum: &mut usize, sign| *sum += if sign < 0x100 { 1 } else { sign_of(sign).len_utf8() };
        self.each(&mut sum, |sum, plain| *sum += plain.len(), length);
        sum
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
    use proptest::prelude::*;

    /// The names in each object of a list, and where each walk came to stand.
    fn names<'a>(
        json: &'a [u8],
        mut next: impl FnMut(&mut Walk<'a>, bool) -> Result<Option<&'a [u8]>, Broken>,
    ) -> (Vec<&'a [u8]>, usize) {
        let mut walk = Walk::new(json, 0);
        let mut names = Vec::new();
        let mut read = |walk: &mut Walk<'a>| -> Result<(), Broken> {
            walk.eat(b'[')?;
            while walk.more()? {
                walk.eat(b'{')?;
                let mut first = true;
                while let Some(name) = next(walk, first)? {
                    first = false;
                    names.push(name);
                    walk.skip()?;
                }
            }
            Ok(())
        };
        let _ = read(&mut walk);
        (names, walk.at())
    }

    proptest! {
        #[test]
        fn a_name_is_the_same_whether_compared_or_read(
            objects in prop::collection::vec(
                prop::collection::vec(("[a-c]{1,12}", "[ \n]{0,20}", "[0-9]{1,3}|\"[a-z\\\\\"]{0,30}\""), 0..5), 0..8
            ),
            cut in 0_usize..1000,
        ) {
            let mut json = String::from("[");
            for object in &objects {
                json += "{";
                for (name, blanks, value) in object {
                    for part in [blanks, "\"", name, "\":", blanks, value, ",", blanks] {
                        json += part;
                    }
                }
                json += "},";
            }
            json += "]";
            let json = &json.as_bytes()[..json.len().min(cut)];
            let mut habit = Habit::new();
            let compared = names(json, |walk, first| {
                if first {
                    habit.again();
                }
                walk.field(&mut habit, |name| name)
            });
            prop_assert_eq!(compared, names(json, |walk, _| walk.key()));
        }
    }

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
