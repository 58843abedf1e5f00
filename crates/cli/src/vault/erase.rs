//! `halflight erase`: one entry, one import, or everything, for good; and what may remain elsewhere is said.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use app::vault::{Target, everything};
use journal::lines;
use journal::store::{Folder, Scrubbed};
use journal::wire::{Record, Seq};

use super::Place;
use super::trouble::Told as _;
use crate::exit::Failure;

/// What `erase` takes.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("what").required(true)))]
pub(crate) struct EraseArgs {
    #[command(flatten)]
    place: Place,
    /// Erase this entry, by its number; may be given more than once
    #[arg(long = "entry", value_name = "NUMBER", group = "what")]
    entries: Vec<u64>,
    /// Erase every entry of this id
    #[arg(long, value_name = "ID", group = "what")]
    id: Option<String>,
    /// Erase every message of this import
    #[arg(long, value_name = "NAME", group = "what")]
    import: Option<String>,
    /// Erase the vault that the last restore set aside
    #[arg(long, group = "what")]
    previous: bool,
    /// Erase the whole vault; needs no passphrase
    #[arg(long, group = "what")]
    everything: bool,
    /// Erase nothing; show so many of the newest entries with their numbers
    #[arg(long, value_name = "COUNT", num_args = 0..=1, default_missing_value = "20", group = "what")]
    list: Option<usize>,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

pub(super) async fn run(args: EraseArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    if args.everything {
        return erase_everything(&folder, args.yes);
    }
    if args.previous {
        folder.destroy(&folder.previous())?;
        anstream::println!("The vault that was set aside is gone.");
        return Ok(());
    }
    if let Some(count) = args.list {
        return list(&args.place, count).await;
    }
    let target = match (args.id, args.import) {
        (Some(id), _) => Target::Named(id),
        (_, Some(import)) => Target::Import(import),
        _ => Target::Places(args.entries.into_iter().map(Seq).collect()),
    };
    sure("Erase this for good?", args.yes)?;
    let mut vault = args.place.open().await?;
    let erased = vault.erase(target).await.map_err(|error| error.told(&folder))?;
    vault.keep_snapshot(false).await.map_err(|error| error.told(&folder))?;
    vault.close().await.map_err(|error| error.told(&folder))?;
    anstream::println!("Erased: {}. The words and the key to them are gone from the vault.", erased.records);
    if erased.left > 0 {
        anstream::println!(
            "Of {} the bare fact stays, without its words: erasing lifts no limit (halflight why SAFE-11).",
            erased.left
        );
    }
    if erased.scrubbed == Scrubbed::Later {
        anstream::println!(
            "Another process is reading the vault; freed pages are overwritten when it closes."
        );
    }
    remains(&folder);
    Ok(())
}

/// What no program can reach.
fn remains(folder: &Folder) {
    anstream::println!(
        "It may remain in backups and exports made before, and in what a disk keeps of overwritten blocks."
    );
    if folder.previous().exists() {
        anstream::println!("It may remain in {}: `halflight erase --previous`.", folder.previous().display());
    }
}

fn erase_everything(folder: &Folder, yes: bool) -> Result<(), Failure> {
    if !folder.has_vault() && !folder.previous().exists() {
        return Err(journal::store::StoreError::Missing.told(folder));
    }
    sure(&format!("Erase the whole vault in {} for good?", folder.path().display()), yes)?;
    everything(folder).map_err(|error| match error {
        app::vault::EverythingError::Lock(error) => error.told(folder),
        app::vault::EverythingError::Io(error) => Failure::from(error),
    })?;
    anstream::println!("Everything is erased.");
    remains(folder);
    Ok(())
}

async fn list(place: &Place, count: usize) -> Result<(), Failure> {
    let folder = place.folder()?;
    let mut vault = place.open_to_read().await?;
    let mut newest = std::collections::VecDeque::new();
    vault
        .each(&mut |seq, record| {
            if newest.len() == count {
                newest.pop_front();
            }
            newest.push_back((seq, record));
        })
        .await
        .map_err(|error| error.told(&folder))?;
    vault.close().await.map_err(|error| error.told(&folder))?;
    let mut out = anstream::stdout().lock();
    for (seq, record) in newest {
        match record {
            Record::Entry(entry) | Record::Unread(entry) => {
                writeln!(out, "{seq:>7}  {}", lines::print(&entry))?;
            }
            Record::Batch(batch) => {
                let import = batch.import().unwrap_or("no name");
                writeln!(out, "{seq:>7}  {} messages of the import {import}", batch.len())?;
            }
            Record::Erasure(_) => {}
        }
    }
    Ok(out.flush()?)
}

/// Asks once; without a terminal only `--yes` is a yes.
fn sure(question: &str, yes: bool) -> Result<(), Failure> {
    if yes {
        return Ok(());
    }
    let kept = || Failure::work("nothing was erased", "Answer yes, or give --yes.");
    if !io::stdin().is_terminal() {
        return Err(kept());
    }
    anstream::eprint!("{question} [yes/no] ");
    io::stderr().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    if matches!(answer.trim(), "yes" | "y") { Ok(()) } else { Err(kept()) }
}
