//! A journal as JSON Lines: one event a line, read as far as it goes.
//!
//! A bad line is skipped and reported with its place and reason; an unknown field is reported and the rest of its line
//! counts. Memory is bounded whatever the input: a line is at most [`LONGEST_LINE`] bytes, and after
//! [`MOST_REPORTED`] reports the rest are only counted. No rule is known here.

mod fields;
mod parse;
mod print;
mod time;

use std::io::{self, BufRead};

use method::Entry;

pub use fields::LineError;
pub use parse::parse_object;
pub use print::print;
pub use time::{TimeError, parse_moment};

/// The longest line that is read, in bytes; a longer one is skipped and reported.
pub const LONGEST_LINE: usize = 1 << 20;
/// So many reports are kept; further ones are only counted.
pub const MOST_REPORTED: usize = 1000;

/// A line, or a field of one, that did not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The line, counted from 1.
    pub line: u64,
    /// What was wrong; never the words of the line itself.
    pub why: String,
}

/// How a reading went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Lines that became entries.
    pub read: u64,
    /// Lines that did not, blank ones apart.
    pub bad: u64,
    /// What did not count, in order; at most [`MOST_REPORTED`].
    pub skipped: Vec<Skipped>,
    /// How many more reports there were.
    pub more: u64,
}

impl Report {
    fn skip(&mut self, line: u64, why: String) {
        if self.skipped.len() < MOST_REPORTED {
            self.skipped.push(Skipped { line, why });
        } else {
            self.more += 1;
        }
    }

    /// Whether anything in the input could be read, or there was nothing in it at all.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.read > 0 || self.bad == 0
    }
}

/// Reads a whole journal and hands over each entry in the order of its lines.
///
/// # Errors
/// What reading the input itself brings; a bad line is none.
pub fn read(input: impl BufRead, mut entry: impl FnMut(Entry)) -> io::Result<Report> {
    let mut report = Report::default();
    each(input, |number, line| {
        if let Some(line) = line {
            one(line, number, &mut report, &mut entry);
        } else {
            report.bad += 1;
            report.skip(number, too_long());
        }
        true
    })?;
    Ok(report)
}

/// What is said of a line that is too long.
#[must_use]
pub fn too_long() -> String {
    format!("longer than {LONGEST_LINE} bytes")
}

/// Hands over each line with its number, counted from 1, for as long as `line` wants more; none where it is longer than
/// [`LONGEST_LINE`]. A byte-order mark before the first is left out.
///
/// # Errors
/// What reading the input itself brings.
pub fn each(mut input: impl BufRead, mut line: impl FnMut(u64, Option<&[u8]>) -> bool) -> io::Result<()> {
    let mut bytes = Vec::new();
    for number in 1.. {
        let whole = match next_line(&mut input, &mut bytes)? {
            Line::End => return Ok(()),
            Line::TooLong => None,
            Line::Whole if number == 1 => Some(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)),
            Line::Whole => Some(&bytes[..]),
        };
        if !line(number, whole) {
            return Ok(());
        }
    }
    Ok(())
}

/// Reads one line of a journal: the entry, and the names of fields that it does not know.
///
/// # Errors
/// [`LineError`]: what is wrong with it.
pub fn parse_line(line: &[u8]) -> Result<(Entry, Vec<String>), LineError> {
    let object = serde_json::from_slice(line).map_err(|error| LineError::json(&error))?;
    parse_object(object)
}

fn one(line: &[u8], number: u64, report: &mut Report, entry: &mut impl FnMut(Entry)) {
    if line.trim_ascii().is_empty() {
        return;
    }
    match parse_line(line) {
        Ok((parsed, unknown)) => {
            for field in unknown {
                report.skip(number, format!("the field {field:?} is not known; the rest of the line counts"));
            }
            report.read += 1;
            entry(parsed);
        }
        Err(error) => {
            report.bad += 1;
            report.skip(number, error.to_string());
        }
    }
}

enum Line {
    Whole,
    TooLong,
    End,
}

/// Reads up to the next newline into `line`, without it; of a line that is too long nothing is kept.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Line> {
    line.clear();
    let mut too_long = false;
    let mut any = false;
    loop {
        let buffer = match input.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            break;
        }
        any = true;
        let newline = memchr::memchr(b'\n', buffer);
        let part = &buffer[..newline.unwrap_or(buffer.len())];
        too_long |= line.len() + part.len() > LONGEST_LINE;
        if too_long {
            line.clear();
        } else {
            line.extend_from_slice(part);
        }
        let used = newline.map_or(buffer.len(), |at| at + 1);
        input.consume(used);
        if newline.is_some() {
            break;
        }
    }
    Ok(match (any, too_long) {
        (false, _) => Line::End,
        (true, true) => Line::TooLong,
        (true, false) => Line::Whole,
    })
}
