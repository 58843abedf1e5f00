//! `cargo xtask dist`: everything that a release hands out, in `target/dist/`: the program, the Debian package, what is
//! in them, under which licences, and checksums of it all.
//!
//! It signs nothing and puts nothing anywhere: `docs/RELEASE.md` says what a person does with it.

mod binary;
mod crates;
mod deb;
mod licences;
mod outside;
mod sbom;
mod stage;
mod walk;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest as _, Sha256};

use crate::run::{self, Failed, tell};

pub(crate) use walk::run as walk;

/// What a release is of.
#[derive(Clone, Debug)]
pub(crate) struct Release {
    /// Its version, as the workspace has it.
    pub(crate) version: String,
    /// The moment of its last commit, in seconds: the time that every file of it bears.
    pub(crate) epoch_seconds: u64,
}

impl Release {
    /// What the workspace holds now.
    fn now() -> Result<Self, Failed> {
        let epoch = said("git", &["log", "-1", "--format=%ct"])?;
        let epoch_seconds =
            epoch.parse().map_err(|_| Failed(format!("git names no time of the last commit: {epoch:?}")))?;
        Ok(Self { version: version()?, epoch_seconds })
    }

    /// The name of the Debian package.
    fn deb(&self) -> String {
        format!("halflight_{}_{}.deb", self.version, deb::ARCHITECTURE)
    }
}

/// Where a release is put.
fn folder() -> PathBuf {
    run::root().join("target/dist")
}

/// The version of the workspace.
pub(crate) fn version() -> Result<String, Failed> {
    let manifest = fs::read_to_string(run::root().join("Cargo.toml"))?;
    let package = manifest.split("[workspace.package]").nth(1).unwrap_or_default();
    let version = package.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(Into::into).ok_or_else(|| Failed("Cargo.toml names no version of the workspace".into()))
}

/// Makes everything.
pub(crate) fn run() -> Result<(), Failed> {
    let release = Release::now()?;
    let program = binary::build()?;
    let crates = crates::in_the_program()?;
    let outside = outside::in_the_program()?;

    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let named = |ending: &str| folder.join(format!("halflight-{}{ending}", release.version));
    fs::write(named(".cdx.json"), sbom::of(&release, &crates, &outside)?)?;
    fs::write(named("-licences.txt"), licences::of(&crates, &outside)?)?;
    fs::copy(&program, named(&format!("-{}", binary::TARGET)))?;

    let texts = [(named(".cdx.json"), "sbom.cdx.json"), (named("-licences.txt"), "licences.txt")];
    let deb = folder.join(release.deb());
    stage::packed_twice(&release, &program, &texts, &deb)?;

    let sums = checksums(&folder)?;
    fs::write(folder.join("SHA256SUMS"), &sums)?;
    tell(&sums);
    tell(&format!("{} crates, and {} things that are none", crates.len(), outside.len()));
    tell(&format!("all of it is in {}", folder.display()));
    Ok(())
}

/// The checksum of every file in a folder, as `sha256sum --check` reads them.
fn checksums(folder: &Path) -> Result<String, Failed> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, Failed>>()?;
    files.sort();
    let mut sums = String::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        sums.extend([&sha256(&fs::read(&file)?), "  ", &name, "\n"]);
    }
    Ok(sums)
}

/// The SHA-256 of some bytes, in small letters.
fn sha256(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)])).collect()
}

/// What a command says, without the space after it.
pub(crate) fn said(program: &str, args: &[&str]) -> Result<String, Failed> {
    let line = format!("{program} {}", args.join(" "));
    let output = Command::new(program).args(args).current_dir(run::root()).output();
    let output = output.map_err(|error| Failed(format!("`{line}` could not be run: {error}")))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    } else {
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(Failed(format!("`{line}` failed ({})\n{why}", output.status)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_as_the_standard_tool_checks_them() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("b"), "two").expect("written");
        fs::write(folder.path().join("a"), "one").expect("written");
        let sums = checksums(folder.path()).expect("summed");
        let one = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  a\n";
        assert!(sums.starts_with(one), "{sums}");
        fs::write(folder.path().join("SHA256SUMS"), sums).expect("written");
        let check = |folder: &Path| {
            let mut tool = Command::new("sha256sum");
            tool.args(["--check", "--quiet", "SHA256SUMS"]).current_dir(folder);
            tool.output().expect("it runs").status.success()
        };
        assert!(check(folder.path()));
        fs::write(folder.path().join("b"), "three").expect("written");
        assert!(!check(folder.path()));
    }

    #[test]
    fn the_version_is_that_of_the_packages() {
        assert_eq!(version().map_err(|failed| failed.0), Ok(env!("CARGO_PKG_VERSION").to_owned()));
    }
}
