//! Who the names of a chat are: people, or lines of the app that happen to hold a colon.
//!
//! It joins a name that is written with and without invisible marks, takes `Anna changed the subject to "Plans:
//! May"` for nobody, and finds the names that hold a colon. It does not know who of them is asking.

use super::cursor::trim;
use super::names::{Name, Settled};
use super::phrases::NOT_NAMES;
use crate::names::same_name;

/// How many records with and without a blank after the colon stand under a name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    /// With.
    pub(crate) spaced: u32,
    /// Without.
    pub(crate) unspaced: u32,
}

/// Names people, in the order they first write, and says for each name which person it is; `None` where it is a
/// line of the app. `hints` are the names that whoever runs the program gave.
pub(crate) fn of(names: &[Name], counts: &[Count], hints: &[&str]) -> (Vec<String>, Vec<Option<u16>>) {
    let mut people: Vec<String> = Vec::new();
    // Some tools leave out the blank after every colon; then the lack of one says nothing against a name.
    let (spaced, unspaced) = counts
        .iter()
        .fold((0, 0), |(spaced, unspaced), count| (spaced + count.spaced, unspaced + count.unspaced));
    let without_blanks = unspaced > spaced;
    let mut verdicts = Vec::with_capacity(names.len());
    for (name, count) in names.iter().zip(counts) {
        let written = text(trim(&name.bytes));
        let hinted = hints.iter().any(|hint| same_name(hint, &written));
        let known = |name: &str| {
            names
                .iter()
                .zip(counts)
                .any(|(other, count)| count.spaced > 0 && text(trim(&other.bytes)) == name)
        };
        let before_colon = written.split(':').next().unwrap_or_default().trim().to_owned();
        let glued = !hinted && before_colon != written && !written.contains(": ") && known(&before_colon);
        let written = if glued { before_colon } else { written };
        let enough =
            count.spaced > 0 || ((without_blanks || count.unspaced >= 3) && written.chars().count() <= 40);
        let is_person = hinted || glued || (enough && !is_a_line_of_the_app(&written, *count));
        let person = is_person.then(|| {
            let place = people.iter().position(|person| *person == written).unwrap_or_else(|| {
                people.push(written.clone());
                people.len() - 1
            });
            u16::try_from(place).unwrap_or(u16::MAX)
        });
        verdicts.push(person);
    }
    (people, verdicts)
}

/// The names with a colon in them that the records of a file prove, or `hints` name; the longest first.
pub(crate) fn settled(names: &[Name], hints: &[&str]) -> Vec<Settled> {
    let is_hinted = |name: &[u8]| hints.iter().any(|hint| same_name(hint, &text(trim(name))));
    let full = |name: &Name| {
        let whole = |second: &[u8]| [&name.bytes, &b": "[..], second].concat();
        let (second, alone) = name.longer.found(|second| is_hinted(&whole(second)))?;
        Some(Settled {
            bytes: whole(second).into(),
            alone: alone && !hints.contains(&text(&name.bytes).as_str()),
        })
    };
    names.iter().filter_map(full).collect()
}

/// Whether this is a line of the app that a colon cut in two, such as a subject with a colon in it.
fn is_a_line_of_the_app(name: &str, count: Count) -> bool {
    const FEW: u32 = 3;
    if count.spaced + count.unspaced > FEW {
        return false;
    }
    let padded = format!("{name} ");
    let odd = |quotes: &[char]| name.matches(quotes).count() % 2 == 1;
    // A quotation that is cut in two is no name in any language.
    let cut = odd(&['"']) || odd(&['“', '”', '„']) || odd(&['«', '»']) || odd(&['「', '」']);
    let quoted = ['“', '”', '„', '«', '»', '"', '「', '『'].iter().any(|&quote| name.contains(quote));
    cut || quoted && name.chars().count() > 30
        || name.chars().count() > 100
        || NOT_NAMES.iter().any(|words| padded.contains(words.as_str()))
}

/// Bytes as text: UTF-8, else what Windows wrote before it.
fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
