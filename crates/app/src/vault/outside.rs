//! What lies outside the seal on purpose, so that help is open without a passphrase (SAFE-10): the country, two letters.
//! Nothing of it says who somebody is or what they wrote.

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

/// Keeps the country that was said last, if it is another than before.
pub(super) fn keep_country(folder: &Folder, standing: &Standing) -> io::Result<()> {
    let said = standing.situations.seen(Timestamp::MAX).rev().find_map(|noted| noted.what.country.as_deref());
    match said {
        Some(said) if is_code(said) && country(folder).as_deref() != Some(said) => {
            fs::write(folder.country(), said)
        }
        _ => Ok(()),
    }
}

fn is_code(country: &str) -> bool {
    country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase())
}
