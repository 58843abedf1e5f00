//! `halflight today`: what the method says now, from the vault.

use std::io::Write as _;

use app::Advised;
use journal::lines::Report;

use super::trouble::Told as _;
use super::{Place, finish};
use crate::advise;
use crate::exit::Failure;
use crate::tongue::Tongue;

/// What `today` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct TodayArgs {
    #[command(flatten)]
    place: Place,
    /// One JSON document, and nothing else
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    tongue: Tongue,
}

pub(super) async fn run(args: TodayArgs) -> Result<(), Failure> {
    let mut vault = args.place.open_to_read().await?;
    let folder = args.place.folder()?;
    let guidance = vault.today(app::clock::now()).await.map_err(|error| error.told(&folder))?;
    let advised = Advised { guidance, report: Report::default() };
    let mut out = anstream::stdout().lock();
    if args.json {
        advise::write_json(&mut out, &advised)?;
    } else {
        advise::write_page(&mut out, &args.tongue.words(), &advised)?;
    }
    out.flush()?;
    drop(out);
    finish(vault, &args.place).await
}
