//! Makes the kept files of the version that this program writes: a vault, two backups, and the journal in them as
//! lines, under `crates/app/tests/kept`. `cargo run -p app --example keep`; made once a version, and never again.
//!
//! The people in it are those of the samples, and the passphrase is in the test: nothing in these files is a secret.

use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;

use app::vault::{self, Folder, Kdf, Target, Vault};
use journal::backup::For;
use journal::seal::Unlock;
use journal::secret::Passphrase;
use journal::store::Access;

const PASSPHRASE: &str = "kept for the day after tomorrow";
/// To whom the second backup is sealed. `age-keygen` made it for this alone; what opens it lies in the test.
const RECIPIENT: &str = "age1trdd4nsrv06dhtd00q36ayzjnfvqfuwu8g2rd6p9scs82sfajs9qzu4z7g";
/// The least work for a backup's key: whoever tests it should not wait.
const WORK: u8 = 2;
/// The version of vaults that this program writes (`docs/VAULT.md`).
const VERSION: u32 = 1;

const EVERY_EVENT: &str = include_str!("../../journal/src/wire/golden.jsonl");
const SAMPLE: &str = include_str!("../../../samples/journal.jsonl");

fn main() -> Result<(), Box<dyn Error>> {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept").join(VERSION.to_string());
    if kept.exists() {
        // What an earlier program wrote cannot be written again by a later one.
        return Err(format!("{} is there, and stays as it is", kept.display()).into());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let folder = kept.with_extension("part");
    runtime.block_on(keep(&folder))?;
    fs::rename(folder, kept)?;
    Ok(())
}

async fn keep(place: &Path) -> Result<(), Box<dyn Error>> {
    let folder = Folder::at(place);
    let passphrase = Passphrase::new(PASSPHRASE.into());
    let code = vault::init(&folder, &passphrase, Kdf::CHEAPEST).await?;
    let with = Unlock::Passphrase(&passphrase);

    let mut vault = Vault::open(&folder, Access::Write, with).await?;
    vault.import(EVERY_EVENT.as_bytes()).await?;
    vault.import(messages("phone", 10, 40).as_bytes()).await?;
    vault.import(messages("mail", 11, 3).as_bytes()).await?;
    // One entry and one import are erased: their places stay, and that they are gone is sealed as well.
    vault.erase(Target::Named("n1".into())).await?;
    vault.erase(Target::Import("mail".into())).await?;
    vault.keep_snapshot(true).await?;
    // What comes after the snapshot is read from the records.
    vault.import(SAMPLE.as_bytes()).await?;
    vault.close().await?;

    let mut vault = Vault::open(&folder, Access::Write, with).await?;
    let mut lines = Vec::new();
    vault.export(&mut lines).await?;
    fs::write(place.join("journal.jsonl"), lines)?;
    vault.back_up(&place.join("passphrase.age"), For::Passphrase(&passphrase, WORK)).await?;
    vault.back_up(&place.join("recipient.age"), For::Recipients(&[RECIPIENT.into()])).await?;
    vault.close().await?;
    fs::write(place.join("recovery-code"), format!("{}\n", code.shown().as_str()))?;
    for beside in [folder.lock(), folder.country()] {
        fs::remove_file(beside).or_else(|error| match error.kind() {
            io::ErrorKind::NotFound => Ok(()),
            _ => Err(error),
        })?;
    }
    Ok(())
}

/// Messages of an import, one a minute of an hour; a vault keeps them in batches.
fn messages(import: &str, hour: u32, minutes: u32) -> String {
    let message = |minute: u32| {
        format!(
            r#"{{"at":"2026-01-01T{hour:02}:{minute:02}:00+01:00","event":"message","by":"me","channel":"text","kind":"text","length":{minute},"import":"{import}"}}"#
        ) + "\n"
    };
    (0..minutes).map(message).collect()
}
