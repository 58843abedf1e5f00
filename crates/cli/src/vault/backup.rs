//! `halflight backup`: everything in one sealed file that the standard age tool opens.

use std::path::PathBuf;

use app::vault::Vault;
use journal::backup::{For, WORK};
use journal::seal::Unlock;
use journal::store::Access;

use super::trouble::{Told as _, there_is_one};
use super::{Place, secrets, warn};
use crate::exit::Failure;

/// What `backup` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct BackupArgs {
    #[command(flatten)]
    place: Place,
    /// The file to write, such as halflight.age; it must not be there yet
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Seal it for this age recipient (age1...) instead of the passphrase; may be given more than once
    #[arg(long = "recipient", value_name = "RECIPIENT")]
    recipients: Vec<String>,
}

pub(super) async fn run(args: BackupArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    there_is_one(&folder)?;
    let passphrase = secrets::passphrase()?;
    let own = secrets::backup_passphrase()?;
    // A live vault is only read: another process may have it open, and goes on writing.
    let opened = Vault::open(&folder, Access::Read, Unlock::Passphrase(&passphrase)).await;
    let mut vault = opened.map_err(|error| error.told(&folder))?;
    let whom = if args.recipients.is_empty() {
        For::Passphrase(own.as_ref().unwrap_or(&passphrase), WORK)
    } else {
        For::Recipients(&args.recipients)
    };
    let done = vault.back_up(&args.file, whom).await.map_err(|error| error.told(&folder))?;
    let with = match (args.recipients.is_empty(), own.is_some()) {
        (true, false) => "the vault's passphrase",
        (true, true) => "its own passphrase",
        (false, _) => "its recipient's identity",
    };
    anstream::println!("{} is written; it opens with {with}, here or with `age -d`.", args.file.display());
    warn(&done.faults);
    vault.close().await.map_err(|error| error.told(&folder))
}
