//! `cargo xtask score`: how well the draft review and the crisis reader do on the sets kept aside.
//!
//! It scores and prints; it sets no bar and changes nothing.

use std::fmt::Write as _;
use std::io::Write as _;

use review::{Category, Context, crisis, read};

/// Drafts kept aside: headers `[threat3 family]`, then a draft a line.
const DRAFTS: &str = include_str!("../../crates/review/dev/aside/drafts.txt");
/// Texts kept aside: `label<TAB>text`.
const TEXTS: &str = include_str!("../../crates/review/dev/aside/crisis.tsv");

/// Found and meant, found and not meant, meant and not found.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    hits: u32,
    false_alarms: u32,
    missed: u32,
}

impl Tally {
    fn count(&mut self, found: bool, meant: bool) {
        self.hits += u32::from(found && meant);
        self.false_alarms += u32::from(found && !meant);
        self.missed += u32::from(!found && meant);
    }

    fn line(self, name: &str) -> String {
        let share = |part: u32, whole: u32| if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) };
        let precision = share(self.hits, self.hits + self.false_alarms);
        let recall = share(self.hits, self.hits + self.missed);
        let f1 = share(2 * self.hits, 2 * self.hits + self.false_alarms + self.missed);
        let of = self.hits + self.missed;
        format!("{name:10} precision {precision:.2}  recall {recall:.2}  F1 {f1:.2}  ({of} meant)")
    }
}

/// Scores both sets and prints the figures and every text that was read otherwise.
///
/// # Errors
///
/// If standard output cannot be written to.
pub(crate) fn run() -> std::io::Result<()> {
    let mut page = String::new();
    drafts(&mut page);
    texts(&mut page);
    std::io::stdout().lock().write_all(page.as_bytes())
}

fn drafts(page: &mut String) {
    let mut tallies = [Tally::default(); Category::ALL.len()];
    let (mut harmless, mut at_one, mut at_two) = (0_u32, 0_u32, 0_u32);
    let mut confusion = String::new();
    let mut label = "";
    for line in DRAFTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(header) = line.strip_prefix('[') {
            label = header.split(' ').next().unwrap_or_default();
            continue;
        }
        let meant = Category::of_name(label.trim_end_matches(|c: char| c.is_ascii_digit()));
        let review = read(line, &Context::default());
        let marks: Vec<_> = review.marks.iter().filter(|mark| mark.severity > 0).collect();
        for (category, tally) in Category::ALL.into_iter().zip(&mut tallies) {
            tally.count(marks.iter().any(|mark| mark.category == category), meant == Some(category));
        }
        if meant.is_none() {
            harmless += 1;
            at_one += u32::from(!marks.is_empty());
            at_two += u32::from(marks.iter().any(|mark| mark.severity > 1));
        }
        let right =
            marks.iter().any(|mark| Some(mark.category) == meant) || (marks.is_empty() && meant.is_none());
        if !right {
            let found: Vec<_> = marks.iter().map(|mark| mark.category.name()).collect();
            let _ = writeln!(confusion, "  {label} read as {}: {line}", found.join(", "));
        }
    }
    for (category, tally) in Category::ALL.into_iter().zip(tallies) {
        let _ = writeln!(page, "{}", tally.line(category.name()));
    }
    let _ = writeln!(
        page,
        "harmless {harmless}: marked at 1 or more {at_one}, at 2 or more {at_two}\n{confusion}"
    );
}

fn texts(page: &mut String) {
    let mut tallies = [("self", Tally::default()), ("other", Tally::default()), ("afraid", Tally::default())];
    let (mut quiet, mut alarms) = (0_u32, 0_u32);
    let mut confusion = String::new();
    for (label, text) in TEXTS.lines().filter_map(|line| line.split_once('\t')) {
        let crisis = crisis(text);
        let found = [crisis.to_self, crisis.to_other, crisis.afraid];
        let meant = |name: &str| label == name || (label == "both" && name != "afraid");
        let mut right = true;
        for ((name, tally), found) in tallies.iter_mut().zip(found) {
            tally.count(found, meant(name));
            right &= found == meant(name);
        }
        if label == "none" {
            quiet += 1;
            alarms += u32::from(found.contains(&true));
        }
        if !right {
            let _ = writeln!(confusion, "  {label} read as {crisis:?}: {text}");
        }
    }
    for (name, tally) in tallies {
        let _ = writeln!(page, "{}", tally.line(name));
    }
    let _ = writeln!(page, "quiet {quiet}: false alarms {alarms}\n{confusion}");
}
