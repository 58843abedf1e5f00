//! `cargo xtask release-check`: what stands in the way of a release, each by name. Help lines whose check is too long
//! ago, a version that the changelog does not know, a tree with changes, advisories against what is in the program.
//!
//! What could not be asked is never taken for an answer. The build itself asks none of this: a program that is a year
//! old still has to build.

use std::fs;
use std::process::Command;

use jiff::civil::Date;

use crate::dist::{said, version};
use crate::run::{self, Failed, tell};
use crate::setup;

/// Where the help lines lie.
const LINES: &str = "crates/views/data/help-lines.txt";
/// From so many days on a check is to be made again (CARE.md, "Help lines").
const OLD_DAYS: i32 = 180;
/// From so many days on nothing is released with it.
const TOO_OLD_DAYS: i32 = 365;

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    /// What a release has to wait for.
    stops: Vec<String>,
    /// What it does not have to wait for.
    warns: Vec<String>,
}

/// Looks at everything, and tells all of it.
pub(crate) fn run() -> Result<(), Failed> {
    let root = run::root();
    let version = version()?;
    let mut found = help_lines(&fs::read_to_string(root.join(LINES))?, today());
    found.stops.extend(heading(&fs::read_to_string(root.join("CHANGELOG.md"))?, &version));
    found.stops.extend(clean(&said("git", &["status", "--porcelain"])?));
    found.stops.extend(ask_for_advisories()?);

    found.warns.iter().for_each(|warning| tell(&format!("soon: {warning}")));
    if found.stops.is_empty() {
        tell(&format!("nothing stands in the way of {version}"));
        return Ok(());
    }
    let list: Vec<String> = found.stops.iter().map(|stop| format!("- {stop}")).collect();
    Err(Failed(format!("{version} cannot be released yet:\n{}", list.join("\n"))))
}

fn today() -> Date {
    let now = app::clock::now();
    now.offset.to_datetime(now.instant).date()
}

/// What the dates of the help lines come to on a day.
fn help_lines(text: &str, today: Date) -> Found {
    let mut found = Found::default();
    let mut dated = 0;
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split('|').collect();
        let [country, kind, number, .., told] = cells[..] else {
            found.stops.push(format!("{LINES}: this is no row: {line}"));
            continue;
        };
        if told.is_empty() {
            continue;
        }
        dated += 1;
        let of = format!("{country} {kind} {number}, checked {told}");
        match days_since(told, today) {
            None => found.stops.push(format!("the date of a help line cannot be read: {of}")),
            Some(days) if days < 0 => {
                found.stops.push(format!("a help line was checked in days to come: {of}"));
            }
            Some(days) if days >= TOO_OLD_DAYS => {
                found.stops.push(format!("a help line was checked {days} days ago: {of}"));
            }
            Some(days) if days >= OLD_DAYS => {
                found.warns.push(format!("a help line was checked {days} days ago: {of}"));
            }
            Some(_) => {}
        }
    }
    if dated == 0 {
        found.stops.push(format!("{LINES}: no line has a date"));
    }
    found
}

/// How many days lie between a check and today. A month alone is taken as its first day, the earliest that it can mean.
fn days_since(told: &str, today: Date) -> Option<i32> {
    let day = if told.len() == "2026-11".len() { format!("{told}-01") } else { told.to_owned() };
    let day: Date = day.parse().ok()?;
    Some(today.since(day).ok()?.get_days())
}

/// The changelog must have a heading for the version.
fn heading(changelog: &str, version: &str) -> Option<String> {
    let of = |line: &str| {
        line.strip_prefix("## ").and_then(|heading| heading.split_whitespace().next()) == Some(version)
    };
    (!changelog.lines().any(of)).then(|| format!("CHANGELOG.md has no heading `## {version}`"))
}

/// Nothing may be changed that is not in a commit: what is released is what others can build.
fn clean(status: &str) -> Option<String> {
    let changed: Vec<&str> = status.lines().collect();
    (!changed.is_empty())
        .then(|| format!("the tree has changes that no commit holds:\n    {}", changed.join("\n    ")))
}

fn ask_for_advisories() -> Result<Option<String>, Failed> {
    let deny = setup::tool("cargo-deny")?;
    tell("> cargo deny check advisories");
    let output = Command::new(deny).args(["check", "advisories"]).current_dir(run::root()).output()?;
    let mut told = String::from_utf8_lossy(&output.stdout).into_owned();
    told += &String::from_utf8_lossy(&output.stderr);
    Ok(advisories(output.status.success(), &told))
}

/// What `cargo deny` says of advisories; only its own word that there are none is taken for that.
fn advisories(succeeded: bool, told: &str) -> Option<String> {
    let lines = || told.lines().filter(|line| !line.trim().is_empty());
    if succeeded && lines().any(|line| line.trim() == "advisories ok") {
        return None;
    }
    let shown = |lines: Vec<&str>| lines.join("\n    ");
    if lines().any(|line| line.trim() == "advisories FAILED") {
        let named = lines().filter(|line| line.starts_with("error[") || line.contains("RUSTSEC-")).collect();
        return Some(format!("there are advisories against what is in the program:\n    {}", shown(named)));
    }
    let why = shown(lines().take(3).collect());
    Some(format!("advisories could not be asked for, so nothing is known of them:\n    {why}"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 26);

    fn lines(told: &str) -> Found {
        help_lines(&format!("# Country and so on\nUS|emergency|911|||\nUS|crisis|988|A||{told}\n"), TODAY)
    }

    #[test]
    fn a_check_holds_for_a_year_and_is_called_old_after_half_of_one() {
        let cases = [
            ("2026-11-26", 0, 0),
            ("2026-11", 0, 0),
            ("2026-05-31", 0, 0),
            ("2026-05-30", 0, 1),
            ("2026-05", 0, 1),
            ("2025-11-27", 0, 1),
            ("2025-11-26", 1, 0),
            // The month of a day that is a year ago by its first day.
            ("2025-11", 1, 0),
            ("2025-12", 0, 1),
            ("2019-01", 1, 0),
        ];
        for (told, stops, warns) in cases {
            let found = lines(told);
            assert_eq!((found.stops.len(), found.warns.len()), (stops, warns), "{told}: {found:?}");
            let all = found.stops.iter().chain(&found.warns);
            assert!(
                all.into_iter().all(|one| one.contains("US crisis 988") && one.contains(told)),
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_date_that_is_none_or_lies_ahead_stops_a_release() {
        for told in ["2026-13", "soon", "2026-02-30", "2026-12", "2027-01-01"] {
            assert_eq!(lines(told).stops.len(), 1, "{told}");
        }
    }

    #[test]
    fn lines_without_any_date_are_not_taken_for_good_ones() {
        assert_eq!(help_lines("US|emergency|911|||\n", TODAY).stops.len(), 1);
        assert_eq!(help_lines("", TODAY).stops.len(), 1);
        assert_eq!(help_lines("no row\nUS|crisis|988|A||2026-11\n", TODAY).stops.len(), 1);
    }

    #[test]
    fn the_lines_of_the_house_can_all_be_read() {
        let text = include_str!("../../crates/views/data/help-lines.txt");
        let dates: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('|').nth(5))
            .collect();
        let dates: Vec<&str> = dates.into_iter().filter(|told| !told.is_empty()).collect();
        assert!(dates.len() > 5, "{dates:?}");
        // Far behind all of them: whatever day it is run on, each is read, and none is of a day to come.
        let found = help_lines(text, date(9000, 1, 1));
        assert_eq!((found.stops.len(), found.warns.len()), (dates.len(), 0));
        assert!(found.stops.iter().all(|stop| stop.contains(" days ago: ")), "{found:?}");
    }

    #[test]
    fn the_changelog_must_name_the_version_itself() {
        let changelog = "# Changelog\n\n## Unreleased\n\n- Of 0.1.0 much is said.\n\n## 0.1.0 (2026-12-01)\n";
        assert_eq!(heading(changelog, "0.1.0"), None);
        for other in ["0.1", "0.1.0-rc", "0.2.0"] {
            assert!(heading(changelog, other).is_some_and(|told| told.contains(other)), "{other}");
        }
    }

    #[test]
    fn a_changed_tree_is_told_file_by_file() {
        assert_eq!(clean(""), None);
        assert!(
            clean("M  README.md\n?? new")
                .is_some_and(|told| told.contains("README.md") && told.contains("new"))
        );
    }

    #[test]
    fn only_its_own_word_is_taken_for_no_advisories() {
        assert_eq!(advisories(true, "advisories ok\n"), None);
        let offline = "[ERROR] failed to fetch advisory database: Could not resolve host\n";
        let unknown = advisories(false, offline).expect("something stands in the way");
        assert!(unknown.contains("nothing is known") && unknown.contains("resolve host"), "{unknown}");
        assert!(advisories(true, "").is_some_and(|told| told.contains("nothing is known")));
        assert!(advisories(false, "advisories ok\n").is_some());
        let found = "error[vulnerability]: a hole\n  ID: RUSTSEC-2026-0001\nadvisories FAILED\n";
        let found = advisories(false, found).expect("something stands in the way");
        assert!(found.contains("RUSTSEC-2026-0001") && !found.contains("nothing is known"), "{found}");
    }
}
