//! Prints how the drafts of the development sets given as files are marked: a tool for those who tend the phrases.
//!
//! With `-q` the counts alone; else every draft that is read otherwise than its header says.

use std::collections::BTreeMap;
use std::io::Write as _;

use review::{Category, Context, read};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let quiet = std::env::args().any(|arg| arg == "-q");
    let mut tally: BTreeMap<Category, [u32; 3]> = BTreeMap::new();
    let (mut harmless, mut at_one, mut at_two) = (0_u32, 0_u32, 0_u32);
    for path in std::env::args().skip(1).filter(|arg| arg != "-q") {
        let file = std::fs::read_to_string(&path)?;
        let mut header = String::new();
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(inner) = line.strip_prefix('[') {
                inner.trim_end_matches(']').clone_into(&mut header);
                continue;
            }
            let labels = header.split(' ').next().unwrap_or_default();
            let meant: Vec<Category> = labels
                .split('+')
                .filter(|label| !label.ends_with('0'))
                .filter_map(|label| Category::of_name(label.trim_end_matches(|c: char| c.is_ascii_digit())))
                .collect();
            let review = read(line, &Context::default());
            let found: Vec<(Category, u8)> = review
                .marks
                .iter()
                .filter(|mark| mark.severity > 0)
                .map(|mark| (mark.category, mark.severity))
                .collect();
            for category in Category::ALL {
                let (is, was) = (found.iter().any(|(c, _)| *c == category), meant.contains(&category));
                let counts = tally.entry(category).or_default();
                counts[0] += u32::from(is && was);
                counts[1] += u32::from(is && labels == "none");
                counts[2] += u32::from(!is && was);
            }
            if labels == "none" {
                harmless += 1;
                at_one += u32::from(!found.is_empty());
                at_two += u32::from(found.iter().any(|(_, severity)| *severity > 1));
            }
            let missed = meant.iter().any(|category| !found.iter().any(|(c, _)| c == category));
            if !quiet && (missed || (labels == "none" && !found.is_empty())) {
                writeln!(out, "[{header}] {line}")?;
                for mark in review.marks {
                    let words = line.get(mark.start..mark.end).unwrap_or_default();
                    writeln!(
                        out,
                        "    {}{} {} {}: {words}",
                        mark.category.name(),
                        mark.severity,
                        mark.family,
                        mark.line
                    )?;
                }
            }
        }
    }
    for (category, [hit, false_alarm, missed]) in tally {
        writeln!(out, "{:10} found {hit} missed {missed} on harmless {false_alarm}", category.name())?;
    }
    writeln!(out, "harmless {harmless}: marked at 1 or more {at_one}, at 2 or more {at_two}")
}
