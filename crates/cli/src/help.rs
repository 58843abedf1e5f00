//! `halflight help`: the help page in a terminal. Always open: it reads no journal and asks for nothing.

use std::io::Write;

use views::help::Concern;

use crate::exit::Failure;
use crate::page;
use crate::tongue::{Tongue, locales};
use crate::vault::Place;

/// What `help` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct HelpArgs {
    /// The country, by its two letters, such as DE; where it is left out, that of your journal, else this system's
    country: Option<String>,
    #[command(flatten)]
    tongue: Tongue,
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(args: &HelpArgs) -> Result<(), Failure> {
    let words = args.tongue.words();
    let mut out = anstream::stdout().lock();
    let width = page::width();
    let country = args
        .country
        .as_ref()
        .map(|country| country.to_uppercase())
        .or_else(|| said_country(&args.place))
        .or_else(system_country);
    page::help(&mut out, &views::help::page(&words, country.as_deref(), Concern::ALL), width)?;
    if args.country.is_none() {
        writeln!(out)?;
        page::quiet(&mut out, &words.say("help-which-country"))?;
    }
    Ok(out.flush()?)
}

/// The country of the person at this machine, as far as it is known without asking: that of the journal at its usual place,
/// else that of the system.
pub(crate) fn country() -> Option<String> {
    said_country(&Place::default()).or_else(system_country)
}

/// The country that was written into the vault; it lies outside its seal, so that no passphrase is asked for.
fn said_country(place: &Place) -> Option<String> {
    app::vault::country(&place.folder().ok()?)
}

/// The country that the system is set to, if it has lines here.
fn system_country() -> Option<String> {
    let country = locales().find_map(|locale| country_of(&locale))?;
    views::help::countries().contains(&country.as_str()).then_some(country)
}

/// The country in the name of a locale: `DE` of `de_DE.UTF-8`.
fn country_of(locale: &str) -> Option<String> {
    let after = locale.split(['_', '-']).nth(1)?;
    let country = after.split(['.', '@']).next()?;
    let is_code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code.then(|| country.to_owned())
}

#[cfg(test)]
mod tests {
    use super::country_of;

    #[test]
    fn a_locale_names_its_country_or_none() {
        assert_eq!(country_of("de_DE.UTF-8").as_deref(), Some("DE"));
        assert_eq!(country_of("en_GB").as_deref(), Some("GB"));
        for none in ["C", "C.UTF-8", "POSIX", "en", "", "de_germany"] {
            assert_eq!(country_of(none), None, "{none}");
        }
    }
}
