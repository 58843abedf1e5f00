//! Writes `samples/`: two people who do not exist, fourteen months, from a fixed seed.

use std::fs;

use crate::run::{self, Failed, tell};
use crate::{sample_chats, sample_journal};

/// Writes every sample anew.
pub(crate) fn write() -> Result<(), Failed> {
    let folder = run::root().join("samples");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("journal.jsonl"), sample_journal::text())?;
    sample_chats::write(&folder)?;
    tell("samples/ is written");
    Ok(())
}
