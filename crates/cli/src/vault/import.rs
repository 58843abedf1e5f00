//! `halflight import`: a journal of JSON Lines into the vault; only what it does not hold yet is added.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::trouble::Told as _;
use super::{Place, warn};
use crate::exit::Failure;

/// What `import` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    #[command(flatten)]
    place: Place,
    /// The journal, as JSON Lines; - reads it from standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// So many skipped lines are named.
const NAMED: usize = 20;

pub(super) async fn run(args: ImportArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    let input = open(&args.file)?;
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
        let what = format!("no line of {} could be read as an event", args.file.display());
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

fn open(path: &Path) -> Result<Box<dyn BufRead>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path).map_err(|error| {
        Failure::work(
            format!("{} could not be opened ({})", path.display(), error.kind()),
            "See whether the name is right.",
        )
    })?;
    Ok(Box::new(BufReader::new(file)))
}
