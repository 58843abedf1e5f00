//! Prints, for each line read, the signs of crisis seen in it: a tool for those who tend the phrase files.
//!
//! A line may begin with a label and a tab (`self`, `other`, `both`, `afraid`, `none`, joined by `+`); then only
//! lines read otherwise are printed, and a count at the end.

use std::io::{BufRead as _, Write as _};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let (mut lines, mut wrong) = (0_u32, 0_u32);
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (label, text) = line.split_once('\t').unwrap_or(("", &line));
        let found = review::crisis(text);
        let has = |name: &str| label.split('+').any(|part| part == name);
        let meant = (has("self") || has("both"), has("other") || has("both"), has("afraid"));
        lines += 1;
        if !label.is_empty() && meant == (found.to_self, found.to_other, found.afraid) {
            continue;
        }
        wrong += 1;
        writeln!(out, "{label}\t{text}")?;
        for sign in review::signs(text) {
            let words = text.get(sign.span.clone()).unwrap_or_default();
            writeln!(out, "    {} {} {}: {words}", sign.label, sign.family, sign.line)?;
        }
    }
    writeln!(out, "{lines} lines, {wrong} shown")
}
