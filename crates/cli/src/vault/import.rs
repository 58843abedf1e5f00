//! `halflight import`: a journal of JSON Lines into the vault, or (with `--me`) a message export, as counts and never
//! words; only what the vault does not hold yet is added.

use std::io::BufReader;
use std::path::PathBuf;

use jiff::tz::TimeZone;

use super::trouble::Told as _;
use super::{Place, warn};
use crate::exit::Failure;
use crate::{input, read};

/// What `import` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    #[command(flatten)]
    place: Place,
    /// The journal, as JSON Lines; - reads it from standard input. With --me, message exports: files, zips, folders
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Your name in a message export, as the chat writes it. Further names, numbers and addresses of yours by giving it
    /// again
    #[arg(long, value_name = "NAME")]
    me: Vec<String>,
    /// Your partner's name in it; needed where more than two people write. Further names, numbers and addresses by
    /// giving it again
    #[arg(long, value_name = "NAME", requires = "me")]
    partner: Vec<String>,
    /// The time zone of the phone that made it [default: this computer's]
    #[arg(long, value_name = "ZONE", requires = "me", value_parser = read::zone)]
    zone: Option<TimeZone>,
    /// The order of day and month, where the file cannot tell
    #[arg(long, value_enum, requires = "me")]
    dates: Option<read::Order>,
    /// The name to keep it under: `halflight erase --import NAME` takes it out again
    #[arg(long = "as", value_name = "NAME", requires = "me", default_value = "chat")]
    name: String,
}

/// So many skipped lines are named.
const NAMED: usize = 20;

pub(super) async fn run(args: ImportArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    if !args.me.is_empty() {
        return history(&args).await;
    }
    let [file] = args.files.as_slice() else {
        return Err(Failure::usage(
            "a journal is one file",
            "Import journals one by one; several exports with --me.",
        ));
    };
    let input = BufReader::new(input::open(file)?);
    let mut vault = args.place.open().await?;
    let imported = vault.import(input).await.map_err(|error| error.told(&folder))?;
    let report = &imported.report;
    for skipped in report.skipped.iter().take(NAMED) {
        anstream::eprintln!("line {}: {}", skipped.line, skipped.why);
    }
    let more = report.more + report.skipped.len().saturating_sub(NAMED) as u64;
    if more > 0 {
        anstream::eprintln!("and {more} more");
    }
    warn(vault.faults());
    vault.keep_snapshot(false).await.map_err(|error| error.told(&folder))?;
    vault.close().await.map_err(|error| error.told(&folder))?;
    if !report.is_usable() {
        let what = format!("no line of {} could be read as an event", file.display());
        return Err(Failure::work(what, "A journal has one event a line, as `halflight export` writes it."));
    }
    anstream::println!(
        "{} added, {} known already, {} not read.",
        imported.added,
        imported.known,
        report.bad
    );
    Ok(())
}

/// Message exports: read and audited before the vault is opened, then kept as counts.
async fn history(args: &ImportArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    let options = read::options(&args.me, &args.partner, args.zone.as_ref(), args.dates);
    let timeline = read::timeline(&args.files, &options)?;
    let mut vault = args.place.open().await?;
    let imported = vault.import_history(&timeline, &options.zone, &args.name).await;
    let imported = imported.map_err(|error| error.told(&folder))?;
    warn(vault.faults());
    vault.keep_snapshot(false).await.map_err(|error| error.told(&folder))?;
    vault.close().await.map_err(|error| error.told(&folder))?;
    anstream::println!("{} added, {} known already; counts alone, no words.", imported.added, imported.known);
    anstream::println!("`halflight erase --import {}` takes them out again.", args.name);
    Ok(())
}
