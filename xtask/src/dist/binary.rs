//! The program of a release: static, so that it asks the system for no library, and without a path of the machine that
//! built it. `docs/RELEASE.md` says what a static glibc means.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::said;
use crate::run::{self, Failed, tell};

/// What a release is built for. Its own folder in `target/` comes with naming it, and build scripts and macros, which
/// cannot be static, are left alone.
pub(super) const TARGET: &str = "x86_64-unknown-linux-gnu";

/// What paths of the sources are called inside the program.
const SOURCES: &str = "/halflight";
const CRATES: &str = "/crates";

/// Builds it; its path.
pub(super) fn build() -> Result<PathBuf, Failed> {
    let root = run::root().display().to_string();
    let registry = registry()?.display().to_string();
    let rust = [
        "-Ctarget-feature=+crt-static".to_owned(),
        format!("--remap-path-prefix={root}={SOURCES}"),
        format!("--remap-path-prefix={registry}={CRATES}"),
    ];
    let c = format!("-ffile-prefix-map={root}={SOURCES} -ffile-prefix-map={registry}={CRATES}");
    let args = ["build", "--release", "--locked", "--package", "cli", "--target", TARGET];
    tell(&format!("> cargo {}", args.join(" ")));
    let status = Command::new("cargo")
        .args(args)
        .env("CARGO_ENCODED_RUSTFLAGS", rust.join("\u{1f}"))
        .env(format!("CFLAGS_{}", TARGET.replace('-', "_")), c)
        .current_dir(run::root())
        .status()?;
    if !status.success() {
        return Err(Failed(format!("the program was not built ({status})")));
    }
    let program = run::root().join("target").join(TARGET).join("release/halflight");
    let bytes = fs::read(&program)?;
    if let Some(library) = needed(&bytes)? {
        return Err(Failed(format!("the program still asks the system for libraries: {library}")));
    }
    for path in [&root, &registry] {
        if holds(&bytes, path.as_bytes()) {
            return Err(Failed(format!("the program holds a path of this machine: {path}")));
        }
    }
    tell(&format!("the program: {} bytes, no shared library", bytes.len()));
    Ok(program)
}

/// Where cargo keeps the sources of crates.
fn registry() -> Result<PathBuf, Failed> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let home = home.ok_or_else(|| Failed("neither CARGO_HOME nor HOME says where the crates lie".into()))?;
    Ok(home.join("registry/src"))
}

/// What the system's loader would have to find first: the interpreter that the program names, if it names one. A
/// static program has none.
fn needed(program: &[u8]) -> Result<Option<String>, Failed> {
    let elf = || Failed("the program is no 64-bit ELF file".into());
    let number = |at: usize, length: usize| -> Option<usize> {
        let bytes = program.get(at..at.checked_add(length)?)?;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    };
    if program.get(..5) != Some(b"\x7fELF\x02") {
        return Err(elf());
    }
    let (table, size) = (number(32, 8).ok_or_else(elf)?, number(54, 2).ok_or_else(elf)?);
    for entry in 0..number(56, 2).ok_or_else(elf)? {
        let at = table + entry * size;
        if number(at, 4).ok_or_else(elf)? == INTERPRETER {
            let (from, length) = (number(at + 8, 8).ok_or_else(elf)?, number(at + 32, 8).ok_or_else(elf)?);
            let name = program.get(from..from + length).ok_or_else(elf)?;
            return Ok(Some(String::from_utf8_lossy(name).trim_end_matches('\0').to_owned()));
        }
    }
    Ok(None)
}

/// `PT_INTERP` of the ELF specification.
const INTERPRETER: usize = 3;

fn holds(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

/// The C library that is linked in, and its version.
pub(super) fn c_library() -> Result<String, Failed> {
    let told = said("getconf", &["GNU_LIBC_VERSION"])?;
    told.strip_prefix("glibc ").map(Into::into).ok_or_else(|| Failed(format!("no glibc: {told}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_asks_for_shared_libraries_is_told_from_one_that_does_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let source = folder.path().join("nothing.rs");
        fs::write(&source, "fn main() {}").expect("written");
        let built = |feature: &str| {
            let out = folder.path().join("nothing");
            let mut rustc = Command::new("rustc");
            rustc.args(["--target", TARGET, "-C", feature, "-o"]).arg(&out).arg(&source);
            assert!(rustc.status().expect("it runs").success());
            needed(&fs::read(out).expect("it reads")).map_err(|failed| failed.0).expect("an ELF file")
        };
        assert_eq!(built("target-feature=+crt-static"), None);
        assert!(built("target-feature=-crt-static").is_some_and(|loader| loader.contains("ld-linux")));
        assert!(needed(b"#!/bin/sh").is_err());
    }
}
