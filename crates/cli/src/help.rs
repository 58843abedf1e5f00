//! `halflight help`: the help page in a terminal. Always open: it reads no journal and asks for nothing.

use std::io::Write;

use views::Words;
use views::help::Concern;

use crate::exit::Failure;
use crate::page;

/// What `help` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct HelpArgs {
    /// The country, by its two letters, such as DE
    country: Option<String>,
}

pub(crate) fn run(args: &HelpArgs) -> Result<(), Failure> {
    let words = Words::english();
    let mut out = anstream::stdout().lock();
    let width = page::width();
    let country = args.country.as_ref().map(|country| country.to_uppercase());
    page::help(&mut out, &views::help::page(&words, country.as_deref(), Concern::ALL), width)?;
    if country.is_none() {
        writeln!(out)?;
        page::quiet(&mut out, &words.say("help-which-country"))?;
    }
    Ok(out.flush()?)
}
