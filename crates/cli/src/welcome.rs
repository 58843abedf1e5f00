//! `halflight` without a command, until there is an app to open: what this is, and a real run over a labelled sample.

use std::io::{self, Write};

use method::Moment;

use crate::advise;
use crate::exit::Failure;
use crate::page;

/// The journal of a fictional person, made by `cargo xtask sample`.
const SAMPLE: &str = include_str!("../../../samples/journal.jsonl");
/// The evening that the sample is read at.
const SAMPLE_NOW: &str = "2026-03-05T21:40:00+01:00";

const WHAT: &str = "A private companion for someone whose partner is leaving, who wants them back, and who would \
                    do well to do less. It paces your own contact, holds your drafts, looks after you, and stands \
                    aside where any contact would do harm. Nobody can give you your odds, and neither does it. \
                    Nothing leaves this machine.";

pub(crate) fn run() -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    let width = page::width();
    page::heading(&mut out, "Halflight", env!("CARGO_PKG_VERSION"))?;
    page::paragraph(&mut out, WHAT, width, "  ")?;
    writeln!(out)?;
    page::heading(&mut out, "In danger, or afraid?", "")?;
    page::paragraph(&mut out, HELP, width, "  ")?;
    writeln!(out)?;
    page::heading(&mut out, "A sample", "two people who do not exist; nothing of yours is read")?;
    writeln!(out)?;
    let advised = app::advise(io::Cursor::new(SAMPLE), sample_now()?).map_err(Failure::from)?;
    advise::write_page(&mut out, &advised)?;
    writeln!(out)?;
    page::heading(&mut out, "Yours", "")?;
    for (command, does) in COMMANDS {
        writeln!(out, "  {command:<44} {does}")?;
    }
    Ok(out.flush()?)
}

const HELP: &str = "Call the emergency number of your country (112 in Europe, 911 in North America, 999 in the UK). \
                    findahelpline.com lists people to talk to, by country.";

const COMMANDS: &[(&str, &str)] = &[
    ("halflight advise --journal FILE.jsonl", "what the method says now"),
    ("halflight why SPACE-2", "the clause behind a line"),
    ("halflight --help", "everything else"),
];

fn sample_now() -> Result<Moment, Failure> {
    journal::lines::parse_moment(SAMPLE_NOW).map_err(|error| {
        Failure::work(format!("the sample's evening {error}"), "This is a fault in Halflight itself.")
    })
}
