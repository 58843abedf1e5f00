//! `halflight restore`: a backup in the place of the vault, once it is verified; the one that was there is kept.

use std::fs::File;
use std::path::PathBuf;

use app::vault::{restore, tuned_kdf};
use journal::backup::With;

use super::trouble::Told as _;
use super::{Place, init, secrets};
use crate::exit::Failure;

/// What `restore` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct RestoreArgs {
    #[command(flatten)]
    place: Place,
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Open it with the age identities in this file instead of a passphrase
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    /// Where there is no vault yet: write the new one's recovery code into this file instead of showing it
    #[arg(long, value_name = "PATH")]
    recovery_file: Option<PathBuf>,
}

pub(super) async fn run(args: RestoreArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    let unread = |path: &PathBuf, error: &std::io::Error| {
        Failure::work(
            format!("{} could not be read ({})", path.display(), error.kind()),
            "Nothing was changed.",
        )
    };
    let backup = File::open(&args.file).map_err(|error| unread(&args.file, &error))?;
    let identities = match &args.identity {
        Some(path) => Some(std::fs::read_to_string(path).map_err(|error| unread(path, &error))?),
        None => None,
    };
    let fresh = !folder.has_vault();
    let passphrase = if fresh { secrets::first_passphrase()? } else { secrets::passphrase()? };
    let own = secrets::backup_passphrase()?;
    let with = match &identities {
        Some(text) => With::Identities(text),
        None => With::Passphrase(own.as_ref().unwrap_or(&passphrase)),
    };
    let file = args.recovery_file.as_deref().filter(|_| fresh).map(init::make_file).transpose()?;
    let restored = match restore(&folder, backup, with, &passphrase, tuned_kdf).await {
        Ok(restored) => restored,
        Err(error) => {
            if let (Some(_), Some(path)) = (&file, &args.recovery_file) {
                let _empty = std::fs::remove_file(path);
            }
            return Err(error.told(&folder));
        }
    };
    anstream::println!("{} entries are restored and verified.", restored.entries);
    if restored.kept_previous {
        anstream::println!(
            "The vault that was there is kept, sealed, as {}. `halflight erase --previous` removes it.",
            folder.previous().display()
        );
    }
    match &restored.code {
        Some(code) => init::hand_over(&folder, code, file.zip(args.recovery_file)).await,
        None => Ok(()),
    }
}
