//! `halflight read`: message exports in, the flow of contact out.
//!
//! The edge of the reading: it opens files, asks for the system's time zone, and turns errors into a sentence and
//! an exit code. What is counted is `history`'s matter, what is said `views`'.

use crate::exit::Failure;
use crate::tongue::Tongue;
use crate::{input, output};
use clap::Args;
use history::{DateOrder, Options, ReadError, Source, Timeline};
use jiff::civil::Date;
use jiff::tz::TimeZone;
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
    /// Exports of what you and your partner wrote, by all channels: files as the apps made them, zips, folders
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Your name, as the chat writes it. Further names, numbers and addresses of yours by giving it again
    #[arg(long, value_name = "NAME", required = true)]
    me: Vec<String>,
    /// Your partner's name; needed where more than two people write. Further names, numbers and addresses by giving
    /// it again
    #[arg(long, value_name = "NAME")]
    partner: Vec<String>,
    /// The day your partner left, as 2026-02-20
    #[arg(long, value_name = "DATE")]
    left: Option<Date>,
    /// The time zone of the phone that made the export, as Europe/Berlin [default: this computer's]
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    zone: Option<TimeZone>,
    /// The order of day and month, where the file cannot tell
    #[arg(long, value_enum)]
    dates: Option<Order>,
    /// Write the reading as PDF, without a name in it
    #[arg(long, value_name = "OUT")]
    pdf: Option<PathBuf>,
    /// Let the names stand in the PDF
    #[arg(long, requires = "pdf")]
    names: bool,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
    /// Also draw the starts a week into this file
    #[arg(long, value_name = "OUT")]
    svg: Option<PathBuf>,
    #[command(flatten)]
    tongue: Tongue,
}

pub(crate) fn zone(name: &str) -> Result<TimeZone, String> {
    TimeZone::get(name)
        .map_err(|_| format!("no time zone is called {name}; try Europe/Berlin or America/New_York"))
}

impl Order {
    const fn order(self) -> DateOrder {
        match self {
            Self::Dmy => DateOrder::Dmy,
            Self::Mdy => DateOrder::Mdy,
            Self::Ymd => DateOrder::Ymd,
        }
    }
}

/// Reads exports into a timeline, for whoever keeps it.
pub(crate) fn timeline(paths: &[PathBuf], options: &Options) -> Result<Timeline, Failure> {
    history::gather(&opened(paths)?, options).map_err(|error| failed(&Words::english(), &error))
}

/// Whom to read of: of the names of each of the two the first is shown, the others are other names of the same person.
pub(crate) fn options(
    me: &[String],
    partner: &[String],
    zone: Option<&TimeZone>,
    dates: Option<Order>,
) -> Options {
    let name = me.first().cloned().unwrap_or_default();
    let mut options = Options::new(name, zone.cloned().unwrap_or_else(app::clock::zone));
    options.also_mine = me.iter().skip(1).cloned().collect();
    options.partner = partner.first().cloned();
    options.also_known_as = partner.iter().skip(1).cloned().collect();
    options.dates = dates.map(Order::order);
    options
}

/// Runs the command.
pub(crate) fn run(args: &ReadArgs) -> Result<(), Failure> {
    let words = args.tongue.words();
    let mut out = anstream::stdout().lock();
    let files = opened(&args.files)?;
    let options =
        Options { left: args.left, ..options(&args.me, &args.partner, args.zone.as_ref(), args.dates) };
    let reading = history::read(&files, &options).map_err(|error| failed(&words, &error))?;
    if let Some(path) = &args.pdf {
        output::pdf(path, &views::papers::history(&words, &reading, args.names))?;
    }
    if let Some(path) = &args.svg {
        let figure = views::reading::figure_of(&words, &reading);
        let chart = render::svg::draw(&figure, render::svg::Stand::Alone);
        output::write(path, "--svg", chart.as_bytes())?;
    }
    if args.json {
        serde_json::to_writer(&mut out, &reading).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        out.write_all(views::reading::page(&words, &reading, width()).as_bytes())?;
    }
    Ok(out.flush()?)
}

fn opened(paths: &[PathBuf]) -> Result<Vec<Source>, Failure> {
    let open = |path: &Path| Source::open(path).map_err(|error| input::unread(path, &error));
    paths.iter().map(|path| open(path)).collect()
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
