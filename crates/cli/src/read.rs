//! `halflight read`: message exports in, the flow of contact out.
//!
//! The edge of the reading: it opens files, asks for the system's time zone, and turns errors into a sentence and
//! an exit code. What is counted is `history`'s matter, what is said `views`'.

use crate::exit::Failure;
use crate::input;
use clap::Args;
use history::{DateOrder, Options, ReadError, Source};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use views::Words;

/// The order of day, month and year.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum Order {
    /// Day first.
    Dmy,
    /// Month first.
    Mdy,
    /// Year first.
    Ymd,
}

/// Reads message exports and shows how the flow of contact changed.
///
/// Nothing leaves this computer, and no words are kept: only times, sides, kinds and lengths.
#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    /// Exports of the chat between you and your partner: text or zip, as the app made them
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Your name, as the chat writes it
    #[arg(long, value_name = "NAME")]
    me: String,
    /// Your partner's name; needed where more than two people write
    #[arg(long, value_name = "NAME")]
    partner: Option<String>,
    /// The day your partner left, as 2026-02-20
    #[arg(long, value_name = "DATE")]
    left: Option<Date>,
    /// The time zone of the phone that made the export, as Europe/Berlin [default: this computer's]
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    zone: Option<TimeZone>,
    /// The order of day and month, where the file cannot tell
    #[arg(long, value_enum)]
    dates: Option<Order>,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
    /// Also draw the starts a week into this file
    #[arg(long, value_name = "OUT")]
    svg: Option<PathBuf>,
}

pub(crate) fn zone(name: &str) -> Result<TimeZone, String> {
    TimeZone::get(name)
        .map_err(|_| format!("no time zone is called {name}; try Europe/Berlin or America/New_York"))
}

impl Order {
    pub(crate) const fn order(self) -> DateOrder {
        match self {
            Self::Dmy => DateOrder::Dmy,
            Self::Mdy => DateOrder::Mdy,
            Self::Ymd => DateOrder::Ymd,
        }
    }
}

/// Reads one export into a timeline, for whoever keeps it.
pub(crate) fn timeline(path: &Path, options: &Options) -> Result<history::Timeline, Failure> {
    history::gather(&[open(path)?], options).map_err(|error| failed(&Words::english(), &error))
}

/// Runs the command.
pub(crate) fn run(args: &ReadArgs) -> Result<(), Failure> {
    let words = Words::english();
    let mut out = anstream::stdout().lock();
    let files = args.files.iter().map(|path| open(path)).collect::<Result<Vec<_>, _>>()?;
    let options = Options {
        me: args.me.clone(),
        partner: args.partner.clone(),
        left: args.left,
        zone: args.zone.clone().unwrap_or_else(app::clock::zone),
        dates: args.dates.map(Order::order),
    };
    let reading = history::read(&files, &options).map_err(|error| failed(&words, &error))?;
    if let Some(path) = &args.svg {
        let chart = render::svg::starts(&views::reading::chart(&words, &reading));
        std::fs::write(path, chart).map_err(|error| {
            let what = format!("{} could not be written ({})", path.display(), error.kind());
            Failure::work(what, "Choose another place with --svg.")
        })?;
    }
    if args.json {
        serde_json::to_writer(&mut out, &reading).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        out.write_all(views::reading::page(&words, &reading, width()).as_bytes())?;
    }
    Ok(out.flush()?)
}

fn open(path: &Path) -> Result<Source, Failure> {
    let mapped = File::open(path).and_then(|file| Source::mapped(path.display().to_string(), &file));
    mapped.map_err(|error| input::unread(path, &error))
}

/// The width to write for: that of the terminal where it tells it, within bounds that read well.
fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    told.unwrap_or(80).clamp(60, 100)
}

/// Why a history could not be read, and what to do now.
fn failed(words: &Words, error: &ReadError) -> Failure {
    let (what, now) = views::reading::trouble(words, error);
    Failure::work(what.trim_end_matches('.'), now)
}
