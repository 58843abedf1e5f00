//! What a case expects of a guidance, and what of it does not hold. It knows no rule.

use serde_json::Value;

use crate::notation::{expanded, outside_quotes, zoned};

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
