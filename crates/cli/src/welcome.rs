//! `halflight` without a command, until there is an app to open: what this is, and a real run over a labelled sample.
//! It reads nothing of the person's.

use std::io::{self, Write};

use method::Moment;
use views::Words;

use crate::advise;
use crate::exit::Failure;
use crate::page;

/// The journal of a fictional person, made by `cargo xtask sample`.
const SAMPLE: &str = include_str!("../../../samples/journal.jsonl");
/// The evening that the sample is read at.
const SAMPLE_NOW: &str = "2026-03-05T21:40:00+01:00";

/// What to type next, and the message that says what it does.
const COMMANDS: &[(&str, &str)] = &[
    ("halflight advise --journal FILE.jsonl", "welcome-advise"),
    ("halflight why SPACE-2", "welcome-why"),
    ("halflight help", "welcome-help-command"),
    ("halflight --help", "welcome-more"),
];

pub(crate) fn run() -> Result<(), Failure> {
    let words = Words::english();
    let mut out = anstream::stdout().lock();
    let width = page::width();
    page::heading(&mut out, "Halflight", env!("CARGO_PKG_VERSION"))?;
    page::paragraph(&mut out, &words.say("welcome-what"), width, "  ")?;
    writeln!(out)?;
    page::heading(&mut out, &words.say("welcome-help-heading"), "")?;
    page::paragraph(&mut out, &words.say("welcome-help"), width, "  ")?;
    writeln!(out)?;
    page::heading(&mut out, &words.say("welcome-sample-heading"), &words.say("welcome-sample"))?;
    writeln!(out)?;
    let advised = app::advise(io::Cursor::new(SAMPLE), sample_now()?)?;
    advise::write_page(&mut out, &advised)?;
    writeln!(out)?;
    page::heading(&mut out, &words.say("welcome-yours-heading"), "")?;
    for (command, does) in COMMANDS {
        writeln!(out, "  {command:<40} {}", words.say(does))?;
    }
    Ok(out.flush()?)
}

fn sample_now() -> Result<Moment, Failure> {
    journal::lines::parse_moment(SAMPLE_NOW).map_err(|error| {
        Failure::work(
            format!("the sample's evening {error}"),
            "This is a fault in Halflight itself; please report it.",
        )
    })
}
