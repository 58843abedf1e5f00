//! The crash test, a thousand times: the writer is killed at moments that nobody chose, and what it said must hold.

use std::process::Command;

use crate::run::{Failed, root, tell};

const KILLS: &str = "1000";

/// Runs it.
pub(crate) fn run() -> Result<(), Failed> {
    tell(&format!("killing a writing vault {KILLS} times"));
    let args = ["test", "--release", "--package", "app", "--test", "crash"];
    let status =
        Command::new("cargo").args(args).env("HALFLIGHT_KILLS", KILLS).current_dir(root()).status()?;
    if status.success() {
        Ok(())
    } else {
        Err(Failed("an acknowledged entry was lost, or the vault did not open".into()))
    }
}
