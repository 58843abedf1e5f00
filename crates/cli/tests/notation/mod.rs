//! The notation of the case tables: a journal in a cell, a moment, and what is expected of the guidance.
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

fn zoned(text: &str) -> Option<Zoned> {
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
fn outside_quotes(text: &str, at: char) -> Vec<String> {
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

/// What does not hold of the guidance, check by check; empty where all does.
pub(crate) fn unmet(expect: &str, guidance: &Value) -> Vec<String> {
    let checks = outside_quotes(expect, ' ');
    checks.iter().filter(|check| !check.is_empty()).filter_map(|check| unmet_one(check, guidance)).collect()
}

fn unmet_one(check: &str, guidance: &Value) -> Option<String> {
    let sign = check.find(['=', '~', '>', '<']).unwrap_or_else(|| panic!("no sign in {check:?}"));
    let negated = check[..sign].ends_with('!');
    let path = check[..sign].trim_end_matches('!');
    let expected = check[sign + 1..].trim_matches('"');
    let found = path.split('.').fold(guidance, |value, step| match step.parse::<usize>() {
        Ok(index) => &value[index],
        Err(_) => &value[step],
    });
    let holds = match &check[sign..=sign] {
        "=" => equals(expected, found),
        "~" => contains(expected, found) != negated,
        ">" => found.as_f64().is_some_and(|found| found > figure(expected)),
        _ => found.as_f64().is_some_and(|found| found < figure(expected)),
    };
    (!holds).then(|| format!("{check} (found {found})"))
}

fn figure(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("no figure in {text:?}"))
}

fn equals(expected: &str, found: &Value) -> bool {
    if let Some(list) = expected.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let Some(found) = found.as_array() else { return false };
        let expected: Vec<&str> = list.split(',').filter(|item| !item.is_empty()).collect();
        return found.len() == expected.len()
            && expected.iter().all(|item| contains(item, &found.clone().into()));
    }
    match found {
        Value::String(text) => {
            *text == expanded(expected) || *text == expected || same_instant(expected, text)
        }
        Value::Null => expected == "null",
        Value::Number(number) => number.as_f64() == expected.parse().ok(),
        Value::Bool(found) => expected == if *found { "true" } else { "false" },
        _ => false,
    }
}

/// Times are compared as instants: a test does not say in which offset they are told.
fn same_instant(expected: &str, found: &str) -> bool {
    let found: Option<jiff::Timestamp> = found.parse().ok();
    found.is_some() && zoned(expected).map(|zoned| zoned.timestamp()) == found
}

fn contains(expected: &str, found: &Value) -> bool {
    found.as_array().is_some_and(|list| list.iter().any(|item| is_item(expected, item)))
}

/// An item is a text, or (of care) an object told as `do/when`, or (of `first`) its id.
fn is_item(expected: &str, item: &Value) -> bool {
    match item {
        Value::String(text) => text == expected,
        Value::Object(object) => {
            let text = |field: &str| object.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
            expected == text("id")
                || expected == text("do")
                || expected == format!("{}/{}", text("do"), text("when"))
        }
        _ => false,
    }
}
