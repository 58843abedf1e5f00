//! `halflight manual`: the manual pages of every command, for whoever packs this. They follow the commands by
//! themselves and carry no date, so that the same commands give the same pages. Hidden: a person has `--help`.

use std::path::PathBuf;

use crate::exit::Failure;

/// What `manual` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct ManualArgs {
    /// The folder, which is made if it is not there
    folder: PathBuf,
}

pub(crate) fn run(args: &ManualArgs, whole: clap::Command) -> Result<(), Failure> {
    let written =
        std::fs::create_dir_all(&args.folder).and_then(|()| clap_mangen::generate_to(whole, &args.folder));
    written.map_err(|error| {
        Failure::work(
            format!("the pages could not be written into {} ({})", args.folder.display(), error.kind()),
            "Name another folder.",
        )
    })
}
