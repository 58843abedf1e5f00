//! `halflight export`: everything as plain JSON Lines.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use super::trouble::Told as _;
use super::{Place, warn};
use crate::exit::Failure;

/// What `export` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    place: Place,
    /// Write into this file, which must not be there yet; without it, to standard output
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

pub(super) async fn run(args: ExportArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    let mut vault = args.place.open_to_read().await?;
    let mut out: Box<dyn Write + Send> = match &args.file {
        None => Box::new(BufWriter::new(io::stdout())),
        Some(path) => Box::new(BufWriter::new(super::init::make_file(path).map_err(|_| {
            Failure::work(
                format!("{} could not be made", path.display()),
                "Name a file that is not there yet, in a folder that is.",
            )
        })?)),
    };
    let faults = vault.export(&mut out).await.map_err(|error| error.told(&folder))?;
    drop(out);
    if let Some(path) = &args.file {
        anstream::eprintln!(
            "{} holds your words in plain text. Keep it as you would keep the vault.",
            path.display()
        );
    }
    warn(&faults);
    vault.close().await.map_err(|error| error.told(&folder))
}
