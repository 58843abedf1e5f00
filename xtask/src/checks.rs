//! What must hold before anything lands: the tests, and all that is not a test.

use crate::run::{self, Failed, cargo};
use crate::{bench, fuzz, setup};

/// Every test of the workspace.
pub(crate) fn test() -> Result<(), Failed> {
    setup::programs()?;
    setup::axe()?;
    cargo(&["test", "--workspace", "--locked", "--quiet"])
}

/// Format, lints, documentation, the trained weights, purity of the method, licences, and twenty seconds of fuzzing for
/// each target.
pub(crate) fn ci() -> Result<(), Failed> {
    setup::programs()?;
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"])?;
    documentation()?;
    bench::train_in_release(&["--check"])?;
    purity()?;
    licences()?;
    fuzz::every_target("20")
}

/// Formats, and applies what lints can mend by themselves.
pub(crate) fn tidy() -> Result<(), Failed> {
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--fix",
        "--allow-dirty",
        "--allow-staged",
        "--quiet",
    ])?;
    cargo(&["fmt", "--all"])
}

fn documentation() -> Result<(), Failed> {
    let flags = "RUSTDOCFLAGS=-D warnings";
    run::run(
        "env",
        &[flags, "cargo", "doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"],
    )
}

/// The method alone: the features that other rooms switch on would hide a breach.
fn purity() -> Result<(), Failed> {
    cargo(&["check", "--package", "method", "--quiet"])?;
    let tree = std::process::Command::new("cargo")
        .args(["tree", "--package", "method", "--edges", "features,no-dev", "--prefix", "none"])
        .current_dir(run::root())
        .output()?;
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    match tree.lines().find(|line| line.contains("feature \"std\"") || line.starts_with("serde")) {
        None => Ok(()),
        Some(line) => Err(Failed(format!(
            "the method is `no_std` and knows no serialisation, but its tree has: {line}"
        ))),
    }
}

fn licences() -> Result<(), Failed> {
    let deny = setup::tool("cargo-deny")?;
    // Advisories want a network; they are for the release check.
    run::run(&deny.display().to_string(), &["--log-level", "error", "check", "bans", "licenses", "sources"])
}
