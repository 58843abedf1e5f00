//! The vault from the command line: which folder, which passphrase, and one command a module. What the vault does is
//! `app`'s matter; here it is asked for, and answered in words.

mod backup;
mod check;
mod completions;
mod erase;
mod export;
mod import;
mod init;
mod log;
mod passphrase;
mod restore;
mod secrets;
mod today;
mod trouble;

use std::path::PathBuf;

use app::vault::{Vault, VaultError};
use clap::{Args, Subcommand};
use journal::ledger::{Fault, OpenError};
use journal::seal::Unlock;
use journal::store::{Access, Folder, StoreError};

use crate::exit::Failure;
use trouble::Told as _;

/// The commands of the vault.
#[derive(Debug, Subcommand)]
pub(crate) enum VaultCommand {
    /// Make the vault; the recovery code is shown once
    Init(init::InitArgs),
    /// Say what the method says now, from the vault
    Today(today::TodayArgs),
    /// Write an event into the vault: log urge text 8 a song
    Log(log::LogArgs),
    /// Write everything out as plain JSON Lines
    Export(export::ExportArgs),
    /// Read JSON Lines into the vault; what it holds already is left out
    Import(import::ImportArgs),
    /// Write everything into one sealed file, in the public age format
    Backup(backup::BackupArgs),
    /// Put a backup in the place of the vault, once it is verified
    Restore(restore::RestoreArgs),
    /// Read every entry, and name what is damaged
    Check(check::CheckArgs),
    /// Change the passphrase, or the recovery code
    Passphrase(passphrase::PassphraseArgs),
    /// Erase an entry, an import, or everything, for good
    Erase(erase::EraseArgs),
    /// Print completions for a shell, with the events and their words
    Completions(completions::CompletionsArgs),
}

pub(crate) fn run(command: VaultCommand, whole: fn() -> clap::Command) -> Result<(), Failure> {
    match command {
        VaultCommand::Completions(args) => completions::run(&args, whole()),
        VaultCommand::Init(args) => wait(init::run(args)),
        VaultCommand::Today(args) => wait(today::run(args)),
        VaultCommand::Log(args) => wait(log::run(args)),
        VaultCommand::Export(args) => wait(export::run(args)),
        VaultCommand::Import(args) => wait(import::run(args)),
        VaultCommand::Backup(args) => wait(backup::run(args)),
        VaultCommand::Restore(args) => wait(restore::run(args)),
        VaultCommand::Check(args) => wait(check::run(args)),
        VaultCommand::Passphrase(args) => wait(passphrase::run(args)),
        VaultCommand::Erase(args) => wait(erase::run(args)),
    }
}

fn wait<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let failed = |error: std::io::Error| {
        Failure::work(format!("the system gave no room to work in ({})", error.kind()), "Try again later.")
    };
    runtime.map_err(failed)?.block_on(work)
}

/// Where the vault is.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Place {
    /// The folder of the vault [default: `HALFLIGHT_DATA`, else this system's folder for data]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Place {
    pub(crate) fn folder(&self) -> Result<Folder, Failure> {
        let named = self.data.clone().or_else(|| std::env::var_os("HALFLIGHT_DATA").map(PathBuf::from));
        let named = named.filter(|path| !path.as_os_str().is_empty());
        let path = named.or_else(|| {
            let folders = directories::ProjectDirs::from("", "", "halflight")?;
            Some(folders.data_local_dir().to_path_buf())
        });
        let path = path.ok_or_else(|| {
            Failure::work("this system names no folder for data", "Name one with --data or HALFLIGHT_DATA.")
        })?;
        Ok(Folder::at(path))
    }

    /// Opens the vault for writing with the person's passphrase.
    async fn open(&self) -> Result<Vault, Failure> {
        let folder = self.folder()?;
        trouble::there_is_one(&folder)?;
        let passphrase = secrets::passphrase()?;
        let vault = Vault::open(&folder, Access::Write, Unlock::Passphrase(&passphrase)).await;
        vault.map_err(|error| error.told(&folder))
    }

    /// Opens the vault for reading; from a disk that can be written, as well as any.
    async fn open_to_read(&self) -> Result<Vault, Failure> {
        let folder = self.folder()?;
        trouble::there_is_one(&folder)?;
        let passphrase = secrets::passphrase()?;
        let with = Unlock::Passphrase(&passphrase);
        let vault = match Vault::open(&folder, Access::Write, with).await {
            Err(
                VaultError::Store(StoreError::ReadOnly | StoreError::Torn(_) | StoreError::Full)
                | VaultError::Open(OpenError::Store(
                    StoreError::ReadOnly | StoreError::Torn(_) | StoreError::Full,
                )),
            ) => Vault::open(&folder, Access::Read, with).await,
            vault => vault,
        };
        vault.map_err(|error| error.told(&folder))
    }
}

/// After the answer: reads the vault through, so that damage is noticed whenever it is opened, and lets go of it.
async fn finish(mut vault: Vault, place: &Place) -> Result<(), Failure> {
    let folder = place.folder()?;
    let faults = vault.verify().await.map_err(|error| error.told(&folder))?;
    warn(&faults);
    vault.close().await.map_err(|error| error.told(&folder))
}

/// So many faults are named; `check` names all.
const NAMED: usize = 3;

/// Names damage on stderr; the command's own answer stands.
fn warn(faults: &[Fault]) {
    let Some(first) = faults.first() else { return };
    anstream::eprintln!("halflight: the vault is damaged: {first}");
    for fault in faults.iter().skip(1).take(NAMED - 1) {
        anstream::eprintln!("  {fault}");
    }
    anstream::eprintln!(
        "Everything else was read. `halflight check` names all of it; a backup made earlier holds it whole."
    );
}
