//! `cargo xtask score`: how well the draft review and the crisis reader do on the sets kept aside.
//!
//! It scores and prints; it sets no bar and changes nothing. With a file of drafts (labels, family, style, text) it
//! scores that file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use review::{Context, crisis, read};

use crate::run::{Failed, root};
use crate::train_review::{Draft, NAMES, kept_aside, of_fields};

/// German texts kept aside: `label<TAB>text`.
const GERMAN: &str = "crates/review/dev/aside/crisis-de.tsv";
/// The first column of a sign of crisis.
const SIGNS: usize = 10;

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
        let f1 =
            f64::from(2 * self.hits) / f64::from((2 * self.hits + self.false_alarms + self.missed).max(1));
        let of = self.hits + self.missed;
        let precision = within(self.hits, self.hits + self.false_alarms);
        format!("{name:10} precision {precision}  recall {}  F1 {f1:.2}  ({of} meant)", within(self.hits, of))
    }
}

/// A share and where it may lie: Wilson's interval at 95 %.
fn within(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "  -             ".to_owned();
    }
    let (n, share, z) = (f64::from(whole), f64::from(part) / f64::from(whole), 1.96_f64);
    let middle = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    format!("{share:.2} ({:.2}-{:.2})", (middle - half).max(0.0), (middle + half).min(1.0))
}

/// Scores the sets kept aside, or the drafts of one file.
pub(crate) fn run(file: Option<&str>) -> Result<(), Failed> {
    let mut page = String::new();
    if let Some(path) = file {
        drafts(&of_fields(&std::fs::read_to_string(path)?)?, &mut page);
    } else {
        drafts(&kept_aside()?, &mut page);
        german(&std::fs::read_to_string(root().join(GERMAN))?, &mut page);
    }
    std::io::stdout().lock().write_all(page.as_bytes())?;
    Ok(())
}

fn drafts(drafts: &[Draft], page: &mut String) {
    let context = Context { unanswered: 1, ..Context::default() };
    let mut tallies = [Tally::default(); NAMES.len()];
    let (mut harmless, mut at_one, mut at_two, mut quiet, mut alarms) = (0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
    let mut taken: BTreeMap<(String, String), u32> = BTreeMap::new();
    for draft in drafts {
        let review = read(&draft.text, &context);
        let signs = crisis(&draft.text);
        let mut found = [false; NAMES.len()];
        for mark in review.marks.iter().filter(|mark| mark.severity > 0) {
            found[mark.category as usize] = true;
        }
        found[SIGNS..].copy_from_slice(&[signs.to_self, signs.to_other, signs.afraid]);
        for (column, tally) in tallies.iter_mut().enumerate() {
            tally.count(found[column], draft.is(column));
        }
        if draft.harmless() {
            harmless += 1;
            at_one += u32::from(found[..SIGNS].contains(&true));
            at_two += u32::from(review.marks.iter().any(|mark| mark.severity > 1));
        }
        if !(SIGNS..NAMES.len()).any(|column| draft.is(column)) {
            quiet += 1;
            alarms += u32::from(found[SIGNS..].contains(&true));
        }
        let names = |which: &dyn Fn(usize) -> bool| {
            let named: Vec<&str> = (0..NAMES.len()).filter(|n| which(*n)).map(|n| NAMES[n]).collect();
            if named.is_empty() { "none".to_owned() } else { named.join("+") }
        };
        let missed = names(&|n| draft.is(n) && !found[n]);
        let extra = names(&|n| found[n] && !draft.is(n));
        if missed != "none" || extra != "none" {
            *taken.entry((missed, extra)).or_default() += 1;
        }
    }
    let _ = writeln!(page, "{} drafts", drafts.len());
    for (name, tally) in NAMES.iter().zip(tallies) {
        let _ = writeln!(page, "{}", tally.line(name));
    }
    let _ = writeln!(page, "harmless {harmless}: marked at 1 or more {}", within(at_one, harmless));
    let _ = writeln!(page, "harmless {harmless}: marked at 2 or more {}", within(at_two, harmless));
    let _ = writeln!(page, "without a sign of crisis {quiet}: false alarms {}", within(alarms, quiet));
    let mut taken: Vec<_> = taken.into_iter().collect();
    taken.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let _ = writeln!(page, "what remains, most first (missed, shown instead):");
    for ((missed, extra), count) in taken.iter().take(25) {
        let _ = writeln!(page, "  {count:3}  {missed}  →  {extra}");
    }
}

fn german(texts: &str, page: &mut String) {
    let mut tallies = [("self", Tally::default()), ("other", Tally::default()), ("afraid", Tally::default())];
    let (mut quiet, mut alarms) = (0_u32, 0_u32);
    for (label, text) in
        texts.lines().filter(|line| !line.starts_with('#')).filter_map(|l| l.split_once('\t'))
    {
        let crisis = crisis(text);
        let found = [crisis.to_self, crisis.to_other, crisis.afraid];
        for ((name, tally), found) in tallies.iter_mut().zip(found) {
            tally.count(found, label == *name || (label == "both" && *name != "afraid"));
        }
        if label == "none" {
            quiet += 1;
            alarms += u32::from(found.contains(&true));
        }
    }
    let _ = writeln!(page, "\nGerman, crisis alone");
    for (name, tally) in tallies {
        let _ = writeln!(page, "{}", tally.line(name));
    }
    let _ = writeln!(page, "without a sign of crisis {quiet}: false alarms {}", within(alarms, quiet));
}
