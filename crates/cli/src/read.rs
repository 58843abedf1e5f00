//! `halflight read`: message exports in, the flow of contact out.
//!
//! The edge of the reading: it opens files, asks for the system's time zone, and turns errors into a sentence and
//! an exit code. What is counted is `history`'s matter, what is said `views`'.

use crate::exit;
use clap::Args;
use history::{DateOrder, Options, ReadError, Source};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
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
pub(crate) fn timeline(path: &Path, options: &Options) -> Result<history::Timeline, exit::Failure> {
    let gathered = open(path).and_then(|file| history::gather(&[file], options).map_err(Failure::Reading));
    gathered.map_err(|failure| {
        let (what, now) = told(&Words::english(), &failure);
        exit::Failure::work(what.trim_end_matches('.'), now)
    })
}

/// What kept the command from its work.
enum Failure {
    Opening(PathBuf, io::Error),
    Reading(ReadError),
    Writing(PathBuf, io::Error),
    Printing(io::Error),
}

/// Runs the command: the reading to `out`, what went wrong to `err`.
pub(crate) fn run(args: &ReadArgs, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    let words = Words::english();
    match read(&words, args, out) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(Failure::Printing(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let (what, advice) = told(&words, &failure);
            // Nothing is left to tell it to if this fails as well.
            let _ = writeln!(err, "halflight read: {what}\n{advice}");
            ExitCode::FAILURE
        }
    }
}

fn read(words: &Words, args: &ReadArgs, out: &mut dyn Write) -> Result<(), Failure> {
    let files = args.files.iter().map(|path| open(path)).collect::<Result<Vec<_>, _>>()?;
    let options = Options {
        me: args.me.clone(),
        partner: args.partner.clone(),
        left: args.left,
        zone: args.zone.clone().unwrap_or_else(app::clock::zone),
        dates: args.dates.map(Order::order),
    };
    let reading = history::read(&files, &options).map_err(Failure::Reading)?;
    if let Some(path) = &args.svg {
        std::fs::write(path, render::svg::starts(&views::reading::chart(words, &reading)))
            .map_err(|error| Failure::Writing(path.clone(), error))?;
    }
    if args.json {
        serde_json::to_writer(&mut *out, &reading).map_err(|error| Failure::Printing(error.into()))?;
        writeln!(out).map_err(Failure::Printing)?;
    } else {
        out.write_all(views::reading::page(words, &reading, width()).as_bytes())
            .map_err(Failure::Printing)?;
    }
    out.flush().map_err(Failure::Printing)
}

fn open(path: &Path) -> Result<Source, Failure> {
    let name = path.display().to_string();
    let open = || Source::mapped(name, &File::open(path)?);
    open().map_err(|error| Failure::Opening(path.to_owned(), error))
}

/// The width to write for: that of the terminal where it tells it, within bounds that read well.
fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    told.unwrap_or(80).clamp(60, 100)
}

/// What happened, and what to do now.
fn told(words: &Words, failure: &Failure) -> (String, String) {
    match failure {
        Failure::Opening(path, error) => {
            let path = path.display();
            let advice = match error.kind() {
                io::ErrorKind::IsADirectory => {
                    "Give the export itself: a .txt or .zip file inside that folder."
                }
                io::ErrorKind::NotFound => "Check the path; put it in quotes if it holds blanks.",
                _ => "Check that the file is there and that you may read it.",
            };
            (format!("{path} could not be opened: {error}."), advice.to_owned())
        }
        Failure::Reading(error) => views::reading::trouble(words, error),
        Failure::Writing(path, error) => (
            format!("{} could not be written: {error}.", path.display()),
            "Choose another place with --svg.".to_owned(),
        ),
        Failure::Printing(error) => (
            format!("the reading could not be printed: {error}."),
            "Try again with another output.".to_owned(),
        ),
    }
}
