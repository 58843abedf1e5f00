//! What the tests need beside the toolchain: as root it is installed, otherwise it is named and nothing is done.

use std::path::PathBuf;

use crate::run::{self, Failed};

/// Programs that tests run, and the Debian packages that hold them.
const PROGRAMS: &[(&str, &str)] = &[
    ("cc", "gcc"),
    ("dpkg-deb", "dpkg"),
    ("c++", "g++"),
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("npm", "npm"),
    ("ip", "iproute2"),
    ("pdftotext", "poppler-utils"),
    ("pg_createcluster", "postgresql"),
    ("tcpdump", "tcpdump"),
    ("unshare", "util-linux"),
];

/// What reads the pages for whoever cannot see them or cannot use a mouse; tests alone use it.
const AXE: &str = "axe-core@4.14.1";

/// Installs the system packages that are missing.
pub(crate) fn programs() -> Result<(), Failed> {
    let missing: Vec<&str> =
        PROGRAMS.iter().filter(|(program, _)| !run::is_there(program)).map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_root() {
        return Err(Failed(format!(
            "these packages are missing: {list}\nInstall them: sudo apt-get install {list}"
        )));
    }
    run::run("apt-get", &["update", "-qq"])?;
    let mut words = vec!["install", "-y", "-qq", "--no-install-recommends"];
    words.extend(missing);
    run::run("apt-get", &words)
}

/// Installs one system package, where its program is missing.
pub(crate) fn package(program: &str, package: &str) -> Result<(), Failed> {
    if !is_root() {
        return Err(Failed(format!(
            "this needs root, and {package}: it makes a system of its own in a folder"
        )));
    }
    if run::is_there(program) {
        return Ok(());
    }
    run::run("apt-get", &["update", "-qq"])?;
    let installed = run::run("apt-get", &["install", "-y", "-qq", "--no-install-recommends", package]);
    installed
        .map_err(|failed| Failed(format!("{package} is not to be had here, so nothing was tried: {failed}")))
}

/// A tool from the registry, built once into the target folder; its path.
pub(crate) fn tool(name: &str) -> Result<PathBuf, Failed> {
    let folder = run::root().join("target/tools");
    let path = folder.join("bin").join(name);
    if !path.is_file() {
        let folder = folder.display().to_string();
        run::cargo(&["install", name, "--locked", "--root", &folder])?;
    }
    Ok(path)
}

/// Fetches axe-core from the registry, once, into the target folder.
pub(crate) fn axe() -> Result<(), Failed> {
    let folder = run::root().join("target/tools/axe-core");
    if folder.join("package/axe.min.js").is_file() {
        return Ok(());
    }
    std::fs::create_dir_all(&folder)?;
    run::run_in(&folder, "npm", &["pack", "--silent", AXE])?;
    let packed = format!("{}.tgz", AXE.replace('@', "-"));
    run::run_in(&folder, "tar", &["-xzf", &packed])
}

fn is_root() -> bool {
    std::process::Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}
