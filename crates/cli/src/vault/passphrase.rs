//! `halflight passphrase`: another passphrase, or another recovery code. No entry is rewritten.

use std::path::PathBuf;

use app::vault::{Vault, tuned_kdf};
use journal::seal::Unlock;
use journal::store::{Access, Scrubbed};

use super::trouble::{Told as _, there_is_one};
use super::{Place, init, secrets};
use crate::exit::Failure;

/// What `passphrase` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct PassphraseArgs {
    #[command(flatten)]
    place: Place,
    /// Open the vault with the recovery code, because the passphrase is forgotten
    #[arg(long)]
    recover: bool,
    /// Leave the passphrase, and make a new recovery code; the old one opens nothing any more
    #[arg(long, conflicts_with_all = ["recover", "confirm_code"])]
    new_code: bool,
    /// With --new-code: write it into this file instead of showing it
    #[arg(long, value_name = "PATH", requires = "new_code")]
    recovery_file: Option<PathBuf>,
    /// Type the recovery code back, to know that it was written down right
    #[arg(long, conflicts_with = "recover")]
    confirm_code: bool,
}

pub(super) async fn run(args: PassphraseArgs) -> Result<(), Failure> {
    if args.new_code {
        return new_code(args).await;
    }
    if args.confirm_code {
        return confirm_code(&args.place).await;
    }
    let folder = args.place.folder()?;
    there_is_one(&folder)?;
    let mut vault = if args.recover {
        let code = secrets::recovery_code()?;
        let opened = Vault::open(&folder, Access::Write, Unlock::Recovery(&code)).await;
        opened.map_err(|error| error.told(&folder))?
    } else {
        args.place.open().await?
    };
    let new = secrets::new_passphrase()?;
    let scrubbed = vault.change_passphrase(&new, tuned_kdf()).await.map_err(|error| error.told(&folder))?;
    vault.close().await.map_err(|error| error.told(&folder))?;
    anstream::println!("The passphrase is changed. The recovery code is the same.");
    if scrubbed == Scrubbed::Later {
        anstream::println!(
            "Another process is reading the vault; the old wrapping is overwritten when it closes."
        );
    }
    anstream::println!("Backups made before still open with the passphrase they were made with.");
    Ok(())
}

async fn new_code(args: PassphraseArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    let mut vault = args.place.open().await?;
    let file = args.recovery_file.as_deref().map(init::make_file).transpose()?;
    let code = vault.new_recovery_code().await.map_err(|error| error.told(&folder))?;
    vault.close().await.map_err(|error| error.told(&folder))?;
    init::hand_over(&folder, &code, file.zip(args.recovery_file)).await
}

async fn confirm_code(place: &Place) -> Result<(), Failure> {
    let folder = place.folder()?;
    let mut vault = place.open().await?;
    let code = secrets::recovery_code()?;
    let right = vault.confirm_recovery(&code).await.map_err(|error| error.told(&folder))?;
    vault.close().await.map_err(|error| error.told(&folder))?;
    if right {
        anstream::println!("That is the recovery code.");
        return Ok(());
    }
    Err(Failure::work(
        "that is not the vault's recovery code",
        "`halflight passphrase --new-code` makes another.",
    ))
}
