//! `halflight init`: makes the vault, and shows the recovery code this once.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use app::vault::{Vault, init, tuned_kdf};
use journal::seal::Unlock;
use journal::secret::RecoveryCode;
use journal::store::{Access, Folder};

use super::trouble::Told as _;
use super::{Place, secrets};
use crate::exit::Failure;

/// What `init` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct InitArgs {
    #[command(flatten)]
    place: Place,
    /// Write the recovery code into this file instead of showing it
    #[arg(long, value_name = "PATH")]
    recovery_file: Option<PathBuf>,
}

pub(super) async fn run(args: InitArgs) -> Result<(), Failure> {
    let folder = args.place.folder()?;
    if folder.has_vault() {
        return Err(journal::store::StoreError::Exists.told(&folder));
    }
    // The file is there before the vault is: a code that cannot be kept must not be the only one.
    let file = args.recovery_file.as_deref().map(make_file).transpose()?;
    let passphrase = secrets::first_passphrase()?;
    let made = init(&folder, &passphrase, tuned_kdf()).await;
    let code = match made {
        Ok(code) => code,
        Err(error) => {
            if let Some(path) = &args.recovery_file {
                let _empty = std::fs::remove_file(path);
            }
            return Err(error.told(&folder));
        }
    };
    let mut out = anstream::stdout().lock();
    writeln!(out, "The vault is made, in {}.", folder.path().display())?;
    drop(out);
    hand_over(&folder, &code, file.zip(args.recovery_file)).await
}

/// Shows the code, or writes it into its file, and has it typed back where somebody can.
pub(super) async fn hand_over(
    folder: &Folder,
    code: &RecoveryCode,
    file: Option<(std::fs::File, PathBuf)>,
) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    if let Some((mut file, path)) = file {
        let written = writeln!(file, "{}", *code.shown()).and_then(|()| file.sync_all());
        written.map_err(|error| unwritten(&path, &error))?;
        writeln!(out, "The recovery code is in {}. Keep it away from this machine.", path.display())?;
        return confirm(folder, code).await;
    }
    writeln!(out, "\nRecovery code, shown this once:\n\n    {}\n", *code.shown())?;
    writeln!(
        out,
        "It opens the vault if the passphrase is forgotten. Write it down, on paper, away from here."
    )?;
    out.flush()?;
    drop(out);
    let typed = secrets::typed_back();
    match typed {
        Ok(Some(typed)) if typed.is_same(code) => {
            confirm(folder, code).await?;
            anstream::println!("It was typed back right.");
        }
        Ok(Some(_)) | Err(_) => anstream::eprintln!(
            "halflight: what was typed back is not the code\n\
             The vault is made. `halflight passphrase --new-code` gives another code and asks again."
        ),
        Ok(None) => anstream::eprintln!(
            "halflight: nobody typed the recovery code back\n\
             The vault is made. `halflight passphrase --confirm-code` does it later."
        ),
    }
    Ok(())
}

async fn confirm(folder: &Folder, code: &RecoveryCode) -> Result<(), Failure> {
    let opened = Vault::open(folder, Access::Write, Unlock::Recovery(code)).await;
    let mut vault = opened.map_err(|error| error.told(folder))?;
    vault.confirm_recovery(code).await.map_err(|error| error.told(folder))?;
    vault.close().await.map_err(|error| error.told(folder))
}

/// Makes the file for the code: new, and for its owner alone.
pub(super) fn make_file(path: &Path) -> Result<std::fs::File, Failure> {
    journal::private::options().create_new(true).open(path).map_err(|error| unwritten(path, &error))
}

fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("the recovery code could not be written into {} ({})", path.display(), error.kind()),
        "Name a file that is not there yet, in a folder that is.",
    )
}
