//! The notation of the case tables: a journal in a cell, and a moment.
//!
//! Times are written `MM-DDTHH:MM` and mean 2026 in Berlin; `YYYY-` may stand before them. It knows no rule.

use jiff::tz::TimeZone;
use jiff::{Span, Zoned, civil};
use serde_json::Value;

/// An event without a time of its own happens then.
const UNTIMED: &str = "03-01T00:00";

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").expect("a zone of the bundled database")
}

/// A journal cell as JSON Lines.
pub(crate) fn journal(cell: &str) -> String {
    outside_quotes(cell, ';').iter().flat_map(|event| events(event.trim())).map(|line| line + "\n").collect()
}

fn events(event: &str) -> Vec<String> {
    if event.is_empty() {
        return Vec::new();
    }
    let Some((times, rest)) = event.split_once("x[") else { return vec![one(event)] };
    let inner = rest.strip_suffix(']').unwrap_or_else(|| panic!("no closing bracket in {event:?}"));
    let (what, when) = inner.rsplit_once(" @ ").unwrap_or_else(|| panic!("no ` @ ` in {event:?}"));
    let (first, step) = when.split_once(" +").unwrap_or_else(|| panic!("no ` +` in {event:?}"));
    let count: i64 = times.parse().unwrap_or_else(|_| panic!("no count in {event:?}"));
    let first = zoned(first.trim()).unwrap_or_else(|| panic!("no time in {event:?}"));
    let at = |n: i64| first.checked_add(span(step.trim(), n)).expect("a time of the calendar");
    (0..count).map(|n| object(&printed(&at(n)), what.trim())).collect()
}

fn span(step: &str, times: i64) -> Span {
    let (figure, unit) = step.split_at(step.len() - 1);
    let figure: i64 = figure.parse().unwrap_or_else(|_| panic!("no step in {step:?}"));
    match unit {
        "m" => Span::new().minutes(figure * times),
        "h" => Span::new().hours(figure * times),
        "d" => Span::new().days(figure * times),
        other => panic!("no unit {other:?}"),
    }
}

fn one(event: &str) -> String {
    let (first, rest) = event.split_once(' ').unwrap_or((event, ""));
    match zoned(first) {
        Some(at) => object(&printed(&at), rest),
        None => object(&printed(&zoned(UNTIMED).expect("a time")), event),
    }
}

fn object(at: &str, event: &str) -> String {
    let words: Vec<String> = outside_quotes(event, ' ').iter().map(|word| expanded_word(word)).collect();
    let mut object =
        journal::short::parse(&words.join(" ")).unwrap_or_else(|error| panic!("{event:?}: {error}"));
    object.insert("at".into(), at.into());
    Value::Object(object).to_string()
}

/// A word with its time or date written out; `name=` before it stays.
fn expanded_word(word: &str) -> String {
    match word.split_once('=') {
        Some((name, value)) => format!("{name}={}", expanded(value)),
        None => word.to_owned(),
    }
}

/// A short time or date written out; anything else as it is.
pub(crate) fn expanded(text: &str) -> String {
    if let Some(zoned) = zoned(text) {
        return printed(&zoned);
    }
    let dated = if text.len() == 5 { format!("2026-{text}") } else { text.to_owned() };
    dated.parse::<civil::Date>().map_or_else(|_| text.to_owned(), |date| date.to_string())
}

pub(crate) fn zoned(text: &str) -> Option<Zoned> {
    let (date, time) = text.split_once('T')?;
    let year = if date.len() == 5 { "2026-" } else { "" };
    let local: civil::DateTime = format!("{year}{date}T{time}").parse().ok()?;
    if !time.chars().all(|letter| letter.is_ascii_digit() || letter == ':') {
        return None;
    }
    local.to_zoned(berlin()).ok()
}

fn printed(zoned: &Zoned) -> String {
    zoned.timestamp().display_with_offset(zoned.offset()).to_string()
}

/// The moment of a cell.
pub(crate) fn now(cell: &str) -> String {
    printed(&zoned(cell).unwrap_or_else(|| panic!("no time in {cell:?}")))
}

/// Splits at a letter that stands outside quotation marks and brackets.
pub(crate) fn outside_quotes(text: &str, at: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut quoted, mut depth) = (false, 0);
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            '[' if !quoted => depth += 1,
            ']' if !quoted => depth -= 1,
            _ => {}
        }
        if letter == at && !quoted && depth == 0 {
            parts.push(String::new());
        } else {
            parts.last_mut().expect("one part at least").push(letter);
        }
    }
    parts
}
