//! A walk over XML tags that looks at each byte once.
//!
//! Made for backups of hundreds of megabytes whose words stand in attributes. It reads what they really hold: emoji
//! written as two halves (`&#55357;&#56396;`), which XML forbids, control signs, and files that end in the middle. It
//! is no validator, and it resolves no entity but those of XML itself: nothing outside the file is ever looked at.

use crate::broken::Broken;

/// The name of an attribute, and its value as written.
type Attribute<'a> = (&'a [u8], &'a [u8]);

/// A place in an XML text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tags<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tags<'a> {
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

    /// What lies ahead.
    pub(crate) fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at.min(self.bytes.len())..]
    }

    /// Goes to the next tag and says where its bracket stands; comments and declarations are passed.
    pub(crate) fn next(&mut self) -> Option<usize> {
        loop {
            self.at += memchr::memchr(b'<', self.rest())?;
            let end: &[u8] = match self.rest() {
                [b'<', b'!', b'-', b'-', ..] => b"-->",
                [b'<', b'!' | b'?', ..] => b">",
                _ => return Some(self.at),
            };
            self.at += memchr::memmem::find(self.rest(), end)? + end.len();
        }
    }

    /// Passes the bracket and name of a tag if it is called so.
    pub(crate) fn enter(&mut self, name: &[u8]) -> bool {
        let rest = self.rest();
        let here = rest.len() > name.len() + 1
            && rest[0] == b'<'
            && rest[1..].starts_with(name)
            && matches!(rest[name.len() + 1], b' ' | b'\t' | b'\r' | b'\n' | b'/' | b'>');
        if here {
            self.at += name.len() + 1;
        }
        here
    }

    /// Reads the next attribute of the tag that was entered: its name and its value as written. `None` at the end of
    /// the tag, which is passed.
    #[inline]
    pub(crate) fn attribute(&mut self) -> Result<Option<Attribute<'a>>, Broken> {
        let bytes = self.bytes;
        let mut at = self.at;
        loop {
            match bytes.get(at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => at += 1,
                Some(b'/') if bytes.get(at + 1) == Some(&b'>') => {
                    self.at = at + 2;
                    return Ok(None);
                }
                Some(b'>') => {
                    self.at = at + 1;
                    return Ok(None);
                }
                Some(b'<' | b'"' | b'\'') => return Err(Broken::OutOfPlace),
                Some(_) => break,
                None => return Err(Broken::CutShort),
            }
        }
        let name = at;
        let end = loop {
            match bytes.get(at) {
                Some(b'=') => break at,
                Some(b'<' | b'>' | b'"' | b'\'') => return Err(Broken::OutOfPlace),
                Some(_) => at += 1,
                None => return Err(Broken::CutShort),
            }
        };
        at += 1;
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        let quote = match bytes.get(at) {
            Some(&quote @ (b'"' | b'\'')) => quote,
            Some(_) => return Err(Broken::OutOfPlace),
            None => return Err(Broken::CutShort),
        };
        let value = at + 1;
        let Some(length) = memchr::memchr(quote, &bytes[value..]) else { return Err(Broken::CutShort) };
        self.at = value + length + 1;
        Ok(Some((bytes[name..end].trim_ascii_end(), &bytes[value..value + length])))
    }

    /// Whether the tag whose end was just passed closed itself.
    pub(crate) fn closed_itself(&self) -> bool {
        self.bytes[..self.at].ends_with(b"/>")
    }
}

/// What an attribute says.
pub(crate) fn decoded(raw: &[u8]) -> String {
    if memchr::memchr(b'&', raw).is_none() {
        return String::from_utf8_lossy(raw).into_owned();
    }
    let mut text = Vec::with_capacity(raw.len());
    let mut half: Option<u32> = None;
    each_sign(raw, |sign| match sign {
        Sign::Bytes(bytes) => {
            half = None;
            text.extend_from_slice(bytes);
        }
        Sign::Number(number) => {
            let number = match (half.take(), number) {
                (Some(high), 0xDC00..=0xDFFF) => {
                    let length = text.len();
                    text.truncate(length - '\u{fffd}'.len_utf8());
                    0x1_0000 + ((high - 0xD800) << 10) + (number - 0xDC00)
                }
                (_, high @ 0xD800..=0xDBFF) => {
                    half = Some(high);
                    high
                }
                (_, number) => number,
            };
            let sign = char::from_u32(number).unwrap_or('\u{fffd}');
            text.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes());
        }
    });
    String::from_utf8(text).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The length of what an attribute says, in bytes of UTF-8.
#[inline]
pub(crate) fn length(raw: &[u8]) -> usize {
    if memchr::memchr(b'&', raw).is_none() {
        return raw.len();
    }
    let mut length = 0;
    let mut half = false;
    each_sign(raw, |sign| match sign {
        Sign::Bytes(bytes) => {
            half = false;
            length += bytes.len();
        }
        Sign::Number(0xDC00..=0xDFFF) if half => {
            // The first half was counted as a sign of three bytes.
            half = false;
            length += 1;
        }
        Sign::Number(number) => {
            half = (0xD800..=0xDBFF).contains(&number);
            length += char::from_u32(number).unwrap_or('\u{fffd}').len_utf8();
        }
    });
    length
}

/// A piece of a text with entities.
enum Sign<'a> {
    Bytes(&'a [u8]),
    Number(u32),
}

fn each_sign<'a>(raw: &'a [u8], mut each: impl FnMut(Sign<'a>)) {
    /// No entity that is known has more letters.
    const LONGEST: usize = 12;
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'&', &raw[at..]) {
        if found > 0 {
            each(Sign::Bytes(&raw[at..at + found]));
        }
        at += found;
        let window = &raw[at + 1..raw.len().min(at + 1 + LONGEST)];
        let entity = memchr::memchr(b';', window).and_then(|end| Some((named(&window[..end])?, end)));
        if let Some((number, end)) = entity {
            each(Sign::Number(number));
            at += end + 2;
        } else {
            each(Sign::Bytes(b"&"));
            at += 1;
        }
    }
    if at < raw.len() {
        each(Sign::Bytes(&raw[at..]));
    }
}

/// What an entity stands for.
fn named(entity: &[u8]) -> Option<u32> {
    let number =
        |digits: &[u8], radix: u32| u32::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok();
    match entity {
        b"amp" => Some(u32::from('&')),
        b"lt" => Some(u32::from('<')),
        b"gt" => Some(u32::from('>')),
        b"quot" => Some(u32::from('"')),
        b"apos" => Some(u32::from('\'')),
        [b'#', b'x' | b'X', digits @ ..] => number(digits, 16),
        [b'#', digits @ ..] => number(digits, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_read_and_measured_the_ones_xml_forbids_too() {
        for (raw, said) in [
            ("plain", "plain"),
            ("a &amp; b &lt;c&gt; &quot;d&apos;", "a & b <c> \"d'"),
            ("&#55357;&#56832;!", "😀!"),
            ("&#128512;", "😀"),
            ("&#x1F600;", "😀"),
            ("&#55357; alone", "\u{fffd} alone"),
            ("&#56832;&#55357;&#55357;&#56832;", "\u{fffd}\u{fffd}😀"),
            ("&#55357;x&#56832;", "\u{fffd}x\u{fffd}"),
            ("a&#10;b&#0;", "a\nb\0"),
            ("AT&T; &unknown; &", "AT&T; &unknown; &"),
        ] {
            assert_eq!(decoded(raw.as_bytes()), said, "{raw}");
            assert_eq!(length(raw.as_bytes()), said.len(), "{raw}");
        }
    }

    #[test]
    fn attributes_come_one_by_one_in_either_quotes() {
        let mut tags = Tags::new(
            b"<?xml version='1.0'?><!-- <sms a=\"b\"> --><sms a=\"1\" b = 'say \"hi\"'\n c=\"<x>\" />x",
            0,
        );
        assert!(tags.next().is_some() && !tags.enter(b"smses") && tags.enter(b"sms"));
        assert_eq!(tags.attribute(), Ok(Some((b"a".as_slice(), b"1".as_slice()))));
        assert_eq!(tags.attribute(), Ok(Some((b"b".as_slice(), b"say \"hi\"".as_slice()))));
        assert_eq!(tags.attribute(), Ok(Some((b"c".as_slice(), b"<x>".as_slice()))));
        assert_eq!(tags.attribute(), Ok(None));
        assert!(tags.closed_itself());
        assert_eq!(tags.rest(), b"x");
    }

    #[test]
    fn a_tag_that_ends_in_the_middle_is_said_to() {
        for (text, expect) in [
            ("<sms a=\"1", Broken::CutShort),
            ("<sms a", Broken::CutShort),
            ("<sms ", Broken::CutShort),
            ("<sms a=1>", Broken::OutOfPlace),
            ("<sms a<b", Broken::OutOfPlace),
        ] {
            let mut tags = Tags::new(text.as_bytes(), 0);
            assert!(tags.enter(b"sms"));
            assert_eq!(tags.attribute(), Err(expect), "{text}");
        }
    }
}
