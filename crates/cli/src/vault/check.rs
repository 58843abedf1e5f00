//! `halflight check`: reads every entry, follows the chain to its sealed end, and names what is damaged. It repairs
//! nothing.

use serde_json::json;

use super::Place;
use super::trouble::Told as _;
use crate::exit::Failure;

/// What `check` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    place: Place,
    /// One JSON document, and nothing else
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: CheckArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    let mut vault = args.place.open_to_read().await?;
    let mut faults = vault.verify().await.map_err(|error| error.told(&folder))?;
    faults.extend(vault.check_file().await.map_err(|error| error.told(&folder))?);
    let (count, confirmed) = (vault.count(), vault.is_recovery_confirmed());
    vault.close().await.map_err(|error| error.told(&folder))?;
    if args.json {
        let faults: Vec<_> = faults
            .iter()
            .map(|fault| json!({ "entry": fault.seq().map(|seq| seq.0), "what": fault.to_string() }))
            .collect();
        let document = json!({ "entries": count, "recovery_code_confirmed": confirmed, "faults": faults });
        anstream::println!("{document}");
    } else {
        for fault in &faults {
            anstream::println!("{fault}");
        }
        if faults.is_empty() {
            anstream::println!("{count} entries, every one whole and in its place.");
        }
        if !confirmed {
            anstream::println!(
                "The recovery code was never typed back: `halflight passphrase --confirm-code`."
            );
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure::work(
        format!("the vault in {} is damaged in {} places", folder.path().display(), faults.len()),
        "Nothing was repaired. `halflight export` writes out what is whole; a backup made earlier holds the rest.",
    ))
}
