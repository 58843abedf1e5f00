//! The head of a record: date, clock time, and where what follows begins.
//!
//! One grammar for every layout a phone has been seen to write, so that nothing is guessed from the language.
//! It does not decide which number is the day (that is one decision a file, in `order`), nor who wrote.
//!
//! ```text
//! [5/3/24, 14:05:33] Anna: …        12/31/24, 2:05 PM - Anna: …      2024. 3. 5. 오후 2:05 - Anna: …
//! 05.03.24, 14:05 - Anna: …         05/03/2024 à 14:05 - Anna: …     09/12/2012 17:03:48: Anna: …
//! ```

use super::cursor::{Cursor, blank_length, mark_length};
use super::halves::{self, Half};
use super::{months, quick};
use std::sync::LazyLock;

/// How the three numbers of a date are held apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Separator {
    /// `5/3/24`
    Slash,
    /// `5.3.24`, `5. 3. 2024`
    Dot,
    /// `5-3-24`
    Dash,
    /// `2024年3月5日`, `2024년 3월 5일`
    Word,
}

/// What ends the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum End {
    /// `] `, as iPhones write it.
    Bracket,
    /// ` - `, as Android writes it.
    Dash,
    /// `: `, as iPhones wrote it until about 2014.
    Colon,
    /// `, ` before `Name : text`, seen beside Korean dates.
    Comma,
}

/// The layout of a head. All records of one export share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent trait of a layout")]
pub(crate) struct Shape {
    /// How the head ends.
    pub(crate) end: End,
    /// How the date is written.
    pub(crate) separator: Separator,
    /// The clock stands before the date.
    pub(crate) time_first: bool,
    /// The year is the first number, of four digits.
    pub(crate) year_first: bool,
    /// The year has two digits.
    pub(crate) short_year: bool,
    /// Seconds are written.
    pub(crate) seconds: bool,
    /// The clock has twelve hours.
    pub(crate) twelve: bool,
    /// A comma stands between date and clock.
    pub(crate) comma: bool,
    /// A word that is not known stands beside the clock.
    pub(crate) strange: bool,
}

impl Shape {
    /// Whether an iPhone writes so.
    pub(crate) const fn by_iphone(self) -> bool {
        match self.end {
            End::Bracket => true,
            End::Colon => !self.time_first,
            End::Dash | End::Comma => false,
        }
    }
}

/// A head that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// The layout.
    pub(crate) shape: Shape,
    /// The three numbers of the date as written.
    pub(crate) parts: [u16; 3],
    /// Seconds since midnight on the wall clock; `None` where no clock shows such a time.
    pub(crate) clock: Option<u32>,
    /// Where what follows begins.
    pub(crate) rest: usize,
    /// Where a word beside the clock stands that is not known.
    pub(crate) strange: Option<std::ops::Range<usize>>,
}

struct Date {
    parts: [u16; 3],
    separator: Separator,
    year_first: bool,
    short_year: bool,
}

/// What stands between date and clock.
struct Between {
    half: Option<Half>,
    comma: bool,
    strange: Option<std::ops::Range<usize>>,
}

struct Time {
    clock: Option<u32>,
    seconds: bool,
    twelve: bool,
}

/// Reads the head that `line` begins with, if it does.
#[inline]
pub(crate) fn read(line: &[u8]) -> Option<Header> {
    quick::read(line).or_else(|| full(line))
}

/// Reads it by the whole grammar.
pub(super) fn full(line: &[u8]) -> Option<Header> {
    let mut cursor = Cursor::new(line);
    cursor.marks();
    let bracket = cursor.eat(b'[');
    cursor.blanks();
    if !cursor.at_digit() {
        return None;
    }
    let start = cursor;
    let date_first = date_then_time(&mut cursor);
    let time_first = date_first.is_none();
    if time_first {
        cursor = start;
    }
    let (date, time, between) = date_first.or_else(|| time_then_date(&mut cursor))?;
    let mut strange = between.strange;
    let before = cursor;
    let end = if let Some(end) = ending(&mut cursor, bracket, date.separator) {
        end
    } else {
        cursor = before;
        let word = strange_before_the_end(&mut cursor)?;
        strange = strange.or(Some(word));
        ending(&mut cursor, bracket, date.separator).filter(|end| matches!(end, End::Bracket | End::Dash))?
    };
    // A name follows a head; a word that is not known alone does not make one of a sentence.
    if strange.is_some() && !line[cursor.at()..].contains(&b':') {
        return None;
    }
    let shape = Shape {
        end,
        separator: date.separator,
        time_first,
        year_first: date.year_first,
        short_year: date.short_year,
        seconds: time.seconds,
        twelve: time.twelve,
        comma: between.comma,
        strange: strange.is_some(),
    };
    Some(Header { shape, parts: date.parts, clock: time.clock, rest: cursor.at(), strange })
}

/// Passes the words after the clock that are not known; says where the first stands.
fn strange_before_the_end(cursor: &mut Cursor<'_>) -> Option<std::ops::Range<usize>> {
    let mut found: Option<std::ops::Range<usize>> = None;
    for _ in 0..2 {
        cursor.blanks();
        if matches!(cursor.peek(), Some(b']' | b'-')) || cursor.rest().starts_with("–".as_bytes()) {
            break;
        }
        let from = cursor.at();
        short_word(cursor)?;
        let start = found.map_or(from, |word| word.start);
        found = Some(start..cursor.at());
    }
    found
}

fn date_then_time(cursor: &mut Cursor<'_>) -> Option<(Date, Time, Between)> {
    let date = read_date(cursor)?;
    let between = between(cursor)?;
    Some((date, read_time(cursor, between.half)?, between))
}

fn time_then_date(cursor: &mut Cursor<'_>) -> Option<(Date, Time, Between)> {
    let time = read_time(cursor, None)?;
    let between = between(cursor)?;
    Some((read_date(cursor)?, time, between))
}

fn read_date(cursor: &mut Cursor<'_>) -> Option<Date> {
    let (first, first_width) = cursor.number()?;
    if let Some(date) = named_month(cursor, first, first_width) {
        return Some(date);
    }
    let separator = separator(cursor, None)?;
    let (second, second_width) = cursor.number()?;
    if self::separator(cursor, Some(separator))? != separator || second_width > 2 {
        return None;
    }
    let era = match cursor.peek() {
        Some(b'R') => 2018,
        Some(b'H') => 1988,
        _ => 0,
    };
    cursor.pass(usize::from(era > 0));
    let (third, third_width) = cursor.number()?;
    if separator == Separator::Word {
        let _ = cursor.eat_text("日") || cursor.eat_text("일");
    }
    let parts = [first, second, third + era];
    match (first_width, third_width) {
        (4, 1..=2) if era == 0 => Some(Date { parts, separator, year_first: true, short_year: false }),
        (1..=2, 4) => Some(Date { parts, separator, year_first: false, short_year: false }),
        (1..=2, 1..=2) => Some(Date { parts, separator, year_first: false, short_year: era == 0 }),
        _ => None,
    }
}

/// Reads the rest of `5 January 2016`, `5. Jan. 2016`, `5 de enero de 2016`. Without a year it is no date: which
/// year it was, nobody can tell from the line.
fn named_month(cursor: &mut Cursor<'_>, day: u16, width: u8) -> Option<Date> {
    let mut ahead = *cursor;
    ahead.eat(b'.');
    if width > 2 || ahead.blanks() == 0 {
        return None;
    }
    if ahead.eat_text("de ") {
        ahead.blanks();
    }
    let month = months::read(&mut ahead)?;
    ahead.eat(b'.');
    ahead.blanks();
    if ahead.eat_text("de ") {
        ahead.blanks();
    }
    let (year, width) = ahead.number()?;
    if width != 4 {
        return None;
    }
    *cursor = ahead;
    Some(Date { parts: [year, month, day], separator: Separator::Word, year_first: true, short_year: false })
}

/// Reads what holds two numbers of a date apart.
fn separator(cursor: &mut Cursor<'_>, before: Option<Separator>) -> Option<Separator> {
    cursor.blanks();
    let (found, length) = match cursor.rest() {
        [b'/', ..] => (Separator::Slash, 1),
        [b'.', ..] => (Separator::Dot, 1),
        [b'-', ..] => (Separator::Dash, 1),
        [0xE2, 0x80, 0x90..=0x93, ..] => (Separator::Dash, 3),
        rest => {
            let words: &[&str] = if before.is_none() { &["年", "년"] } else { &["月", "월"] };
            words.iter().find(|word| rest.starts_with(word.as_bytes())).map(|_| (Separator::Word, 3))?
        }
    };
    cursor.pass(length);
    cursor.blanks();
    Some(found)
}

/// Passes what stands between date and clock: blanks, a comma of any script, a short word (`à`, `klo`, `kl.`,
/// `at`), and perhaps the half of the day. Says whether there was a comma.
fn between(cursor: &mut Cursor<'_>) -> Option<Between> {
    let before = cursor.at();
    cursor.marks();
    cursor.eat(b'.');
    cursor.blanks();
    let comma = cursor.eat(b',') || cursor.eat_text("،") || cursor.eat_text("、");
    cursor.blanks();
    let (mut half, mut strange) = (None, None);
    for _ in 0..4 {
        if cursor.at_digit() {
            return (cursor.at() > before).then_some(Between { half, comma, strange });
        }
        if half.is_none() {
            half = halves::read(cursor);
            if half.is_some() {
                cursor.blanks();
                continue;
            }
        }
        if let Word::Strange(word) = short_word(cursor)? {
            strange = strange.or(Some(word));
        }
        cursor.eat(b',');
        cursor.blanks();
    }
    None
}

/// What a short word between date and clock, or after the clock, turned out to be.
enum Word {
    /// One that phones put there and that tells nothing.
    Filler,
    /// One nobody has listed: perhaps the half of a day.
    Strange(std::ops::Range<usize>),
}

/// The words that phones put between date and clock. A word that is not among them is never passed over: it may
/// be the half of the day in a language that is not known yet.
static FILLERS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("words/fillers.txt").lines().collect());

/// Passes one short word, or a weekday in parentheses.
fn short_word(cursor: &mut Cursor<'_>) -> Option<Word> {
    const LONGEST: usize = 48;
    let rest = cursor.rest();
    if rest.first() == Some(&b'(') {
        let close = rest.iter().take(24).position(|&byte| byte == b')')?;
        cursor.pass(close + 1);
        return Some(Word::Filler);
    }
    let length = rest
        .iter()
        .take(LONGEST)
        .take_while(|&&byte| byte.is_ascii_alphabetic() || byte >= 0x80 || byte == b'.')
        .count();
    let word = &rest[..length];
    // A blank of several bytes ends a word as well as a plain one does, and so does a digit of any script.
    let ends =
        |at: &usize| blank_length(&word[*at..]) + mark_length(&word[*at..]) > 0 || digit_at(&rest[*at..]);
    let length = (0..length).find(ends).unwrap_or(length);
    let word = &word[..length];
    if !(1..LONGEST).contains(&length) {
        return None;
    }
    let from = cursor.at();
    cursor.pass(length);
    if FILLERS.iter().any(|filler| filler.as_bytes().eq_ignore_ascii_case(word)) {
        Some(Word::Filler)
    } else {
        Some(Word::Strange(from..from + length))
    }
}

fn digit_at(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|&byte| byte >= 0x80) && Cursor::new(bytes).at_digit()
}

fn read_time(cursor: &mut Cursor<'_>, half: Option<Half>) -> Option<Time> {
    let (hour, width) = cursor.number()?;
    if width > 2 {
        return None;
    }
    let (minute, second) = match cursor.rest() {
        [b':' | b'.', ..] => minutes_and_seconds(cursor)?,
        _ => spelled_minutes_and_seconds(cursor)?,
    };
    let before = *cursor;
    let mut half = half;
    if half.is_none() {
        cursor.blanks();
        half = halves::read(cursor);
        if half.is_none() {
            *cursor = before;
            let passed =
                cursor.blanks() > 0 && ["ч.", "Uhr", "น.", "h"].iter().any(|word| cursor.eat_text(word));
            if !passed {
                *cursor = before;
            }
        }
    }
    Some(Time { clock: clock(hour, minute, second, half), seconds: second.is_some(), twelve: half.is_some() })
}

fn minutes_and_seconds(cursor: &mut Cursor<'_>) -> Option<(u16, Option<u16>)> {
    let mark = cursor.peek()?;
    cursor.pass(1);
    cursor.marks();
    let minute = cursor.two_digits()?;
    let before = *cursor;
    cursor.marks();
    if cursor.eat(mark)
        && let Some(second) = {
            cursor.marks();
            cursor.two_digits()
        }
    {
        return Some((minute, Some(second)));
    }
    *cursor = before;
    Some((minute, None))
}

/// `14 h 05`, `14 h 05 min 33 s`, `14时05分`.
fn spelled_minutes_and_seconds(cursor: &mut Cursor<'_>) -> Option<(u16, Option<u16>)> {
    cursor.blanks();
    let _ = ["h", "：", "时", "時", "点", "點", "시"].iter().find(|word| cursor.eat_text(word))?;
    cursor.blanks();
    let minute = cursor.two_digits()?;
    let before = *cursor;
    cursor.blanks();
    if ["min", "：", "分", "분"].iter().any(|word| cursor.eat_text(word)) {
        let minute_only = *cursor;
        cursor.blanks();
        if let Some(second) = cursor.two_digits() {
            cursor.blanks();
            let _ = ["s", "秒", "초"].iter().any(|word| cursor.eat_text(word));
            return Some((minute, Some(second)));
        }
        *cursor = minute_only;
        return Some((minute, None));
    }
    *cursor = before;
    Some((minute, None))
}

/// Seconds since midnight, or `None` if no clock shows this.
fn clock(hour: u16, minute: u16, second: Option<u16>, half: Option<Half>) -> Option<u32> {
    let second = second.unwrap_or(0);
    if minute > 59 || second > 60 || hour > 24 {
        return None;
    }
    let hour = half.map_or(hour, |half| half.hour(hour));
    // Midnight written as 24:00 belongs to the day that begins.
    let hour = if hour == 24 { 0 } else { hour };
    Some(u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second.min(59)))
}

/// Passes what ends the head, blanks after it included.
fn ending(cursor: &mut Cursor<'_>, bracket: bool, separator: Separator) -> Option<End> {
    let blanks = cursor.blanks();
    if bracket {
        if !cursor.eat(b']') {
            return None;
        }
        blank_or_end(cursor, false)?;
        return Some(End::Bracket);
    }
    if cursor.eat(b'-') || cursor.eat_text("–") || cursor.eat_text("—") {
        blank_or_end(cursor, true)?;
        return Some(End::Dash);
    }
    if blanks == 0 && cursor.eat(b':') {
        return blank_or_end(cursor, true).map(|()| End::Colon);
    }
    let korean = separator == Separator::Word || separator == Separator::Dot;
    if blanks == 0 && korean && cursor.eat(b',') {
        return blank_or_end(cursor, true).map(|()| End::Comma);
    }
    None
}

/// Passes one blank (or more marks); where `needed`, there must be a blank or nothing more.
fn blank_or_end(cursor: &mut Cursor<'_>, needed: bool) -> Option<()> {
    let length = blank_length(cursor.rest());
    if length > 0 {
        cursor.pass(length);
        return Some(());
    }
    (!needed || matches!(cursor.peek(), None | Some(b'\r'))).then_some(())
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
