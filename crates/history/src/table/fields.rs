//! The rows and fields of a table in text (RFC 4180), as programs and spreadsheets really write them.
//!
//! A field in quotation marks may hold separators, line breaks, and quotation marks written twice. It does not know
//! what a field means.

use std::borrow::Cow;

/// The fields of a row.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    /// Where it begins, and where the next one does.
    pub(super) place: usize,
    pub(super) all: Vec<Cow<'a, [u8]>>,
    /// The text ends before its last quotation mark.
    pub(super) cut: bool,
}

impl Fields<'_> {
    /// Whether nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.all.iter().all(|field| field.trim_ascii().is_empty())
    }
}

/// The rows of a table.
pub(super) struct Rows<'a> {
    bytes: &'a [u8],
    separator: u8,
    at: usize,
    patience: u32,
}

impl<'a> Rows<'a> {
    pub(super) const fn new(bytes: &'a [u8], separator: u8) -> Self {
        Self { bytes, separator, at: 0, patience: 1000 }
    }

    /// Goes back to the line behind the one a row began on, if it reached further.
    pub(super) fn again_from_the_next_line(&mut self, row: &Fields<'_>) {
        if self.patience == 0 {
            return;
        }
        self.patience -= 1;
        let line = memchr::memchr(b'\n', &self.bytes[row.place..]);
        if let Some(next) = line.map(|length| row.place + length + 1).filter(|&next| next < self.at) {
            self.at = next;
        }
    }

    /// Reads the next row.
    pub(super) fn next(&mut self) -> Option<Fields<'a>> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let mut row = Fields { place: self.at, all: Vec::new(), cut: false };
        loop {
            let field = self.field(&mut row.cut);
            row.all.push(field);
            match self.bytes.get(self.at) {
                Some(&byte) if byte == self.separator => self.at += 1,
                Some(b'\r') => {
                    self.at += 1 + usize::from(self.bytes.get(self.at + 1) == Some(&b'\n'));
                    return Some(row);
                }
                Some(_) => {
                    self.at += 1;
                    return Some(row);
                }
                None => return Some(row),
            }
        }
    }

    /// Reads a field, up to the separator or the line break behind it.
    fn field(&mut self, cut: &mut bool) -> Cow<'a, [u8]> {
        if self.bytes.get(self.at) != Some(&b'"') {
            return Cow::Borrowed(self.plain());
        }
        self.at += 1;
        let from = self.at;
        let mut doubled = false;
        loop {
            let Some(found) = memchr::memchr(b'"', &self.bytes[self.at..]) else {
                self.at = self.bytes.len();
                *cut = true;
                return Cow::Borrowed(&self.bytes[from..]);
            };
            self.at += found + 1;
            if self.bytes.get(self.at) == Some(&b'"') {
                doubled = true;
                self.at += 1;
                continue;
            }
            let raw = &self.bytes[from..self.at - 1];
            // What stands between the mark and the separator belongs to nothing.
            self.plain();
            return if doubled { Cow::Owned(single(raw)) } else { Cow::Borrowed(raw) };
        }
    }

    fn plain(&mut self) -> &'a [u8] {
        let rest = &self.bytes[self.at..];
        let length = memchr::memchr3(self.separator, b'\n', b'\r', rest).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }
}

/// Quotation marks written twice, once.
fn single(raw: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    let mut marks = false;
    for &byte in raw {
        marks = byte == b'"' && !marks;
        if !marks {
            text.push(byte);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let mut rows = Rows::new(text.as_bytes(), b',');
        std::iter::from_fn(move || rows.next())
            .map(|row| row.all.iter().map(|field| String::from_utf8_lossy(field).into_owned()).collect())
            .collect()
    }

    #[test]
    fn fields_hold_separators_breaks_and_marks_in_quotation_marks() {
        assert_eq!(rows("a,b\r\nc,d\n"), [["a", "b"], ["c", "d"]]);
        assert_eq!(rows("\"a,b\",\"c\nd\"\n"), [["a,b", "c\nd"]]);
        assert_eq!(rows("\"say \"\"hi\"\"\",\"\"\"\"\"\"\n"), [["say \"hi\"", "\"\""]]);
        assert_eq!(rows(",\n"), [["", ""]]);
        assert_eq!(rows("a\rb"), [["a"], ["b"]]);
    }

    #[test]
    fn a_mark_that_never_closes_is_told_and_the_next_line_can_be_read() {
        let mut rows = Rows::new(b"\"a,b\nc,d\n", b',');
        let row = rows.next().expect("a row");
        assert!(row.cut);
        rows.again_from_the_next_line(&row);
        let row = rows.next().expect("a row");
        assert_eq!((row.place, row.all.len(), row.cut), (5, 2, false));
        assert!(rows.next().is_none());
    }
}
