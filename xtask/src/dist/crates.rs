//! Which crates are in the program: what cargo's own tree says of the command's normal dependencies on the platform
//! that a release is built for, macros included; not what only tests, build scripts or chores need.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::binary::TARGET;
use super::said;
use crate::run::{self, Failed};

/// A crate in the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression; none where the crate ships a text alone.
    pub(super) licence: Option<String>,
    pub(super) description: Option<String>,
    pub(super) repository: Option<String>,
    /// The SHA-256 of the archive from the registry; none for a room of this house.
    pub(super) checksum: Option<String>,
    /// Where its sources lie.
    pub(super) folder: PathBuf,
    /// Names and versions of the crates in the program that it needs.
    pub(super) needs: Vec<(String, String)>,
}

type Name = (String, String);

/// Every one of them, by name.
pub(super) fn in_the_program() -> Result<Vec<Crate>, Failed> {
    let tree = said(
        "cargo",
        &[
            "tree",
            "--package",
            "cli",
            "--edges",
            "normal",
            "--target",
            TARGET,
            "--locked",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ],
    )?;
    let names: BTreeSet<Name> = tree.lines().filter_map(name).collect();
    let metadata =
        said("cargo", &["metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET])?;
    let metadata: Value = serde_json::from_str(&metadata)
        .map_err(|error| Failed(format!("cargo's metadata cannot be read: {error}")))?;
    let lock = fs::read_to_string(run::root().join("Cargo.lock"))?;
    collected(&names, &metadata, &checksums(&lock))
}

/// A line of the tree: a name, a version, and what may stand behind.
fn name(line: &str) -> Option<Name> {
    let mut words = line.split(' ');
    Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
}

/// The checksums of a lock file.
fn checksums(lock: &str) -> BTreeMap<Name, String> {
    let of = |package: &str| {
        let field = |name: &str| {
            let start = format!("{name} = \"");
            package.lines().find_map(|line| line.strip_prefix(&start)?.strip_suffix('"').map(str::to_owned))
        };
        Some(((field("name")?, field("version")?), field("checksum")?))
    };
    lock.split("[[package]]").filter_map(of).collect()
}

fn collected(
    names: &BTreeSet<Name>,
    metadata: &Value,
    checksums: &BTreeMap<Name, String>,
) -> Result<Vec<Crate>, Failed> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let packages = list(&metadata["packages"]);
    let called = |package: &Value| Some((text(&package["name"])?, text(&package["version"])?));
    let by_id: BTreeMap<String, Name> =
        packages.iter().filter_map(|package| Some((text(&package["id"])?, called(package)?))).collect();
    let mut needs: BTreeMap<Name, Vec<Name>> = BTreeMap::new();
    for node in list(&metadata["resolve"]["nodes"]) {
        let normal = |need: &Value| list(&need["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
        let Some(of) = text(&node["id"]).and_then(|id| by_id.get(&id)) else { continue };
        let found = list(&node["deps"]).into_iter().filter(normal);
        let found = found.filter_map(|need| by_id.get(&text(&need["pkg"])?).cloned());
        let found: BTreeSet<Name> = found.filter(|need| names.contains(need)).collect();
        needs.insert(of.clone(), found.into_iter().collect());
    }
    let mut crates = Vec::new();
    for package in &packages {
        let Some(of) = called(package).filter(|of| names.contains(of)) else { continue };
        let manifest = PathBuf::from(text(&package["manifest_path"]).unwrap_or_default());
        crates.push(Crate {
            licence: text(&package["license"]).map(|told| told.replace('/', " OR ").replace("  ", " ")),
            description: text(&package["description"])
                .map(|told| told.split_whitespace().collect::<Vec<_>>().join(" ")),
            repository: text(&package["repository"]),
            checksum: checksums.get(&of).cloned(),
            folder: manifest.parent().map(Into::into).unwrap_or_default(),
            needs: needs.remove(&of).unwrap_or_default(),
            name: of.0,
            version: of.1,
        });
    }
    crates.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    if crates.len() == names.len() {
        Ok(crates)
    } else {
        let known: BTreeSet<Name> = crates.into_iter().map(|known| (known.name, known.version)).collect();
        let unknown: Vec<&Name> = names.difference(&known).collect();
        Err(Failed(format!("cargo's tree names crates that its metadata does not know: {unknown:?}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(of: &[(&str, &str)]) -> BTreeSet<Name> {
        of.iter().map(|(name, version)| ((*name).to_owned(), (*version).to_owned())).collect()
    }

    fn metadata() -> Value {
        serde_json::json!({
            "packages": [
                { "id": "a 1", "name": "a", "version": "1.0.0", "license": "MIT/Apache-2.0", "manifest_path": "/r/a/Cargo.toml" },
                { "id": "b 2", "name": "b", "version": "2.0.0", "license": "MIT", "manifest_path": "/r/b/Cargo.toml" },
                { "id": "c 3", "name": "c", "version": "3.0.0", "license": "MIT", "manifest_path": "/r/c/Cargo.toml" },
            ],
            "resolve": { "nodes": [
                { "id": "a 1", "deps": [
                    { "pkg": "b 2", "dep_kinds": [{ "kind": null }] },
                    { "pkg": "c 3", "dep_kinds": [{ "kind": "dev" }] },
                ] },
            ] },
        })
    }

    #[test]
    fn only_what_the_tree_names_is_in_the_program_and_only_normal_needs_count() {
        let sums = checksums(
            "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"beef\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n",
        );
        let crates = collected(&names(&[("a", "1.0.0"), ("b", "2.0.0")]), &metadata(), &sums);
        let crates = crates.map_err(|failed| failed.0).expect("collected");
        assert_eq!(crates.len(), 2);
        assert_eq!(crates[0].licence.as_deref(), Some("MIT OR Apache-2.0"));
        assert_eq!(crates[0].checksum.as_deref(), Some("beef"));
        assert_eq!(crates[0].needs, [("b".to_owned(), "2.0.0".to_owned())]);
        assert_eq!((crates[1].checksum.as_deref(), crates[1].needs.len()), (None, 0));
    }

    #[test]
    fn a_crate_that_nothing_is_known_of_is_told() {
        let collected = collected(&names(&[("a", "1.0.0"), ("z", "9.0.0")]), &metadata(), &BTreeMap::new());
        assert!(collected.is_err_and(|failed| failed.0.contains("\"z\"")));
    }

    #[test]
    fn a_line_of_the_tree_is_a_name_and_a_version() {
        let told = ("cli".to_owned(), "0.1.0".to_owned());
        assert_eq!(name("cli v0.1.0 (/somewhere/crates/cli)"), Some(told.clone()));
        assert_eq!(name("cli v0.1.0 (*)"), Some(told));
        assert_eq!(name(""), None);
    }
}
