//! Runs a command and says which, so that a failure names what to type again.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A chore that failed.
#[derive(Debug)]
pub(crate) struct Failed(pub(crate) String);

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Says a line.
#[expect(clippy::print_stderr, reason = "a chore talks to whoever typed it")]
pub(crate) fn tell(text: &str) {
    eprintln!("{text}");
}

/// Runs a command in the workspace's folder.
pub(crate) fn run(program: &str, args: &[&str]) -> Result<(), Failed> {
    run_in(&root(), program, args)
}

/// Runs a command in `folder`.
pub(crate) fn run_in(folder: &Path, program: &str, args: &[&str]) -> Result<(), Failed> {
    let line = format!("{program} {}", args.join(" "));
    tell(&format!("> {line}"));
    let status = Command::new(program).args(args).current_dir(folder).status();
    let status = status.map_err(|error| Failed(format!("`{line}` could not be run: {error}")))?;
    if status.success() { Ok(()) } else { Err(Failed(format!("`{line}` failed ({status})"))) }
}

/// Whether a program can be found.
pub(crate) fn is_there(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}

/// Runs cargo.
pub(crate) fn cargo(args: &[&str]) -> Result<(), Failed> {
    run("cargo", args)
}
