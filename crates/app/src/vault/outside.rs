//! What lies outside the seal on purpose, so that help is open without a passphrase (SAFE-10): the country, two letters;
//! and, only by the person's own choice, one person to call and the safety plan.

use std::fs;
use std::io;

use jiff::Timestamp;
use journal::store::Folder;
use method::Standing;

/// The country whose help lines to show, if one was said.
#[must_use]
pub fn country(folder: &Folder) -> Option<String> {
    let country = fs::read_to_string(folder.country()).ok()?;
    is_code(&country).then_some(country)
}

/// The country that was said last.
pub(crate) fn said_country(standing: &Standing) -> Option<&str> {
    standing.situations.seen(Timestamp::MAX).rev().find_map(|noted| noted.what.country.as_deref())
}

/// Keeps the country that was said last, if it is another than before.
pub(super) fn keep_country(folder: &Folder, standing: &Standing) -> io::Result<()> {
    match said_country(standing) {
        Some(said) if is_code(said) && country(folder).as_deref() != Some(said) => {
            fs::write(folder.country(), said)
        }
        _ => Ok(()),
    }
}

/// Somebody to call, outside the seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// Their name, as the person calls them.
    pub name: String,
    /// Their number.
    pub phone: String,
}

/// Who may be called from the help page, if the person chose somebody.
#[must_use]
pub fn person(folder: &Folder) -> Option<Outside> {
    let text = fs::read_to_string(folder.person()).ok()?;
    let (name, phone) = text.split_once('\n')?;
    let (name, phone) = (name.trim().to_owned(), phone.trim().to_owned());
    (!name.is_empty() && !phone.is_empty()).then_some(Outside { name, phone })
}

/// Puts one person to call outside the seal, or takes them in again, leaving no trace.
///
/// # Errors
/// What the file system says.
pub fn put_outside(folder: &Folder, person: Option<&Outside>) -> io::Result<()> {
    match person {
        Some(Outside { name, phone }) => {
            fs::write(folder.person(), format!("{}\n{}\n", one_line(name), one_line(phone)))
        }
        None => folder.destroy(&folder.person()),
    }
}

/// The safety plan as it lies outside the seal, a paragraph each; empty where the person did not choose so.
#[must_use]
pub fn plan(folder: &Folder) -> Vec<String> {
    let text = fs::read_to_string(folder.plan()).unwrap_or_default();
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Puts the safety plan outside the seal, or takes it in again, leaving no trace.
///
/// # Errors
/// What the file system says.
pub fn put_plan_outside(folder: &Folder, parts: &[String]) -> io::Result<()> {
    folder.destroy(&folder.plan())?;
    if parts.is_empty() {
        return Ok(());
    }
    let parts: Vec<String> = parts.iter().map(|part| one_line(part)).collect();
    fs::write(folder.plan(), parts.join("\n\n"))
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_code(country: &str) -> bool {
    country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase())
}
