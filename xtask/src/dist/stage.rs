//! What goes into the Debian package, and where: the program, its manual and completions as the program itself tells
//! them, the papers of the house, licences, and whatever lies in `packaging/` at the top of the workspace.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::deb::{ARCHITECTURE, Package};
use super::{Release, sha256};
use crate::run::{self, Failed, tell};

/// Papers of the house that whoever installs it may want to read.
const PAPERS: &[&str] = &["docs/VAULT.md", "docs/NETWORK.md", "docs/JOURNAL.md", "docs/CSV.md"];

/// Shells, and where each looks for completions.
const SHELLS: &[(&str, &str)] = &[
    ("bash", "usr/share/bash-completion/completions/halflight"),
    ("zsh", "usr/share/zsh/vendor-completions/_halflight"),
    ("fish", "usr/share/fish/vendor_completions.d/halflight.fish"),
];

const DOCUMENTS: &str = "usr/share/doc/halflight";

/// Puts the package together and packs it, twice, each time from nothing; the two must be the same bytes. `texts` are
/// files of the release and what they are called inside.
pub(super) fn packed_twice(
    release: &Release,
    program: &Path,
    texts: &[(PathBuf, &str)],
    deb: &Path,
) -> Result<(), Failed> {
    pack(release, program, texts, deb)?;
    let again = deb.with_extension("again");
    pack(release, program, texts, &again)?;
    let (one, other) = (sha256(&fs::read(deb)?), sha256(&fs::read(&again)?));
    fs::remove_file(&again)?;
    if one == other {
        tell("the package was made twice, and is the same to the byte");
        Ok(())
    } else {
        Err(Failed(format!("the package was made twice and is not the same: {one}, {other}")))
    }
}

fn pack(release: &Release, program: &Path, texts: &[(PathBuf, &str)], deb: &Path) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let package = Package::new(&folder.path().join("root"))?;
    package.put_program("usr/bin/halflight", &fs::read(program)?)?;
    manual(&package, program, &folder.path().join("manual"))?;
    for (shell, place) in SHELLS {
        package.put(place, &answer(program, &["completions", shell])?)?;
    }
    let root = run::root();
    for paper in PAPERS {
        let name = Path::new(paper).file_name().unwrap_or_default().to_string_lossy();
        package.put(&format!("{DOCUMENTS}/{name}"), &fs::read(root.join(paper))?)?;
    }
    package.put(
        &format!("{DOCUMENTS}/copyright"),
        copyright(&fs::read_to_string(root.join("LICENSE"))?).as_bytes(),
    )?;
    package.put_packed(&format!("{DOCUMENTS}/changelog"), &fs::read(root.join("CHANGELOG.md"))?)?;
    for (file, name) in texts {
        package.put_packed(&format!("{DOCUMENTS}/{name}"), &fs::read(file)?)?;
    }
    for file in files(&root.join("packaging"))? {
        let name = file.strip_prefix(root.join("packaging")).unwrap_or(&file).to_string_lossy().into_owned();
        match place(&name) {
            Place::Plain(place) => package.put(&place, &fs::read(&file)?)?,
            Place::Script(place) => package.put_program(&place, &fs::read(&file)?)?,
        }
    }
    package.put("DEBIAN/control", control(&release.version, package.installed_kib()?).as_bytes())?;
    package.pack(deb, release.epoch_seconds)
}

/// The pages of every command.
fn manual(package: &Package, program: &Path, folder: &Path) -> Result<(), Failed> {
    answer(program, &["manual", &folder.display().to_string()])?;
    for page in files(folder)? {
        let name = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
        package.put_packed(&format!("usr/share/man/man1/{name}"), &fs::read(&page)?)?;
    }
    Ok(())
}

/// What the program answers, in a place where it finds nothing of whoever packs it.
fn answer(program: &Path, args: &[&str]) -> Result<Vec<u8>, Failed> {
    let output = Command::new(program).args(args).env_clear().current_dir("/").output()?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(Failed(format!("halflight {} failed ({})\n{why}", args.join(" "), output.status)))
    }
}

/// The files of a folder and of those in it, in order; none where there is no such folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failed> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

/// Where a file of `packaging/` goes.
#[derive(Debug, PartialEq, Eq)]
enum Place {
    Plain(String),
    Script(String),
}

/// By the name of a file in `packaging/`: units of systemd and what belongs to them, scripts of the package, and papers.
fn place(name: &str) -> Place {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match (name, ending) {
        ("preinst" | "postinst" | "prerm" | "postrm", _) => Place::Script(format!("DEBIAN/{name}")),
        ("conffiles", _) => Place::Plain("DEBIAN/conffiles".into()),
        (_, "service" | "socket" | "timer") => Place::Plain(format!("usr/lib/systemd/system/{name}")),
        (_, "sysusers") => Place::Plain(format!("usr/lib/sysusers.d/{stem}.conf")),
        (_, "tmpfiles") => Place::Plain(format!("usr/lib/tmpfiles.d/{stem}.conf")),
        _ => Place::Plain(format!("{DOCUMENTS}/{name}")),
    }
}

/// What `dpkg` is told. Nothing is needed beside the package; a way to open a browser is welcome, and
/// `halflight serve` asks the system whom to trust where its database is reached over TLS.
fn control(version: &str, installed_kib: u64) -> String {
    format!(
        "Package: halflight\n\
         Version: {version}\n\
         Architecture: {ARCHITECTURE}\n\
         Maintainer: The people of Halflight <halflight@example.invalid>\n\
         Installed-Size: {installed_kib}\n\
         Recommends: xdg-utils\n\
         Suggests: ca-certificates\n\
         Section: misc\n\
         Priority: optional\n\
         Description: private companion for someone whose partner is leaving\n \
         Paces contact down, holds drafts until the urge has passed, and says what to\n \
         do now and whom to call. It stands aside where there is danger or a \"stop\".\n \
         .\n \
         Everything stays on this machine, in a sealed file; nothing is sent anywhere.\n"
    )
}

/// Debian's copyright file: the licence of the whole, in full, and where those of the parts are.
fn copyright(licence: &str) -> String {
    let lines =
        licence.lines().map(|line| if line.trim().is_empty() { " .".into() } else { format!(" {line}") });
    let licence: Vec<String> = lines.collect();
    format!(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\
         Upstream-Name: halflight\n\
         Comment: What is linked into the program, and under which licence each part came, is in\n \
         /{DOCUMENTS}/licences.txt.gz and, for machines, in sbom.cdx.json.gz beside it.\n\
         \n\
         Files: *\n\
         Copyright: The people of Halflight\n\
         License: AGPL-3.0-or-later\n\
         \n\
         License: AGPL-3.0-or-later\n{}\n",
        licence.join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_goes_to_systemd_a_script_to_dpkg_and_a_paper_to_the_papers() {
        let plain = |place: &str| Place::Plain(place.into());
        assert_eq!(place("halflight.service"), plain("usr/lib/systemd/system/halflight.service"));
        assert_eq!(place("halflight.sysusers"), plain("usr/lib/sysusers.d/halflight.conf"));
        assert_eq!(place("halflight.tmpfiles"), plain("usr/lib/tmpfiles.d/halflight.conf"));
        assert_eq!(place("postinst"), Place::Script("DEBIAN/postinst".into()));
        assert_eq!(place("Containerfile"), plain("usr/share/doc/halflight/Containerfile"));
    }

    #[test]
    fn what_dpkg_is_told_names_no_library_and_the_licence_has_no_empty_line() {
        let control = control("1.2.3", 7);
        assert!(control.contains("\nVersion: 1.2.3\n") && control.contains("\nInstalled-Size: 7\n"));
        assert!(!control.contains("Depends"), "{control}");
        assert!(control.lines().all(|line| !line.is_empty() && !line.starts_with("  ")), "{control}");
        let copyright = copyright("one\n\ntwo\n");
        assert!(copyright.ends_with("License: AGPL-3.0-or-later\n one\n .\n two\n"), "{copyright}");
    }

    #[test]
    fn a_folder_that_is_not_there_holds_nothing_and_one_that_is_gives_its_files_in_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let listed = |path: &Path| files(path).map_err(|failed| failed.0).expect("listed");
        assert!(listed(&folder.path().join("packaging")).is_empty());
        fs::create_dir(folder.path().join("b")).expect("made");
        for name in ["c", "b/one", "a"] {
            fs::write(folder.path().join(name), "").expect("written");
        }
        let names: Vec<PathBuf> = ["a", "b/one", "c"].map(|name| folder.path().join(name)).into();
        assert_eq!(listed(folder.path()), names);
    }
}
