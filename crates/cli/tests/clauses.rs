//! The tables of cases that stand in the clause texts, executed: each row is a journal, a moment, and what the method
//! must then say. A counsellor can add a row; nothing here knows a rule.

mod expectation;
mod notation;

use serde_json::Value;
use views::Words;
use views::advice::json;

/// The guidance, and the lines of the case that are no good ones.
fn guidance(journal: &str, now: &str) -> (Value, Vec<String>) {
    let now = journal::lines::parse_moment(now).expect("a moment");
    let advised = app::advise(journal.as_bytes(), now).expect("memory can be read");
    let bad = advised
        .report
        .skipped
        .iter()
        .map(|skipped| format!("line {}: {}", skipped.line, skipped.why))
        .collect();
    let document = json::document(&Words::english(), &advised.guidance, Vec::new());
    (serde_json::to_value(document).expect("JSON"), bad)
}

#[test]
fn every_case_of_every_clause_holds() {
    let mut run = 0;
    let mut failures = Vec::new();
    for &clause in method::Id::ALL {
        for case in views::clause::page(clause).cases {
            run += 1;
            let journal = notation::journal(&case.journal);
            let (guidance, bad) = guidance(&journal, &notation::now(&case.now));
            let unmet: Vec<String> =
                bad.into_iter().chain(expectation::unmet(&case.expect, &guidance)).collect();
            if !unmet.is_empty() {
                failures.push(format!("{} {:?}\n    {}", clause.as_str(), case.name, unmet.join("\n    ")));
            }
        }
    }
    println!("{run} cases");
    assert!(failures.is_empty(), "{} of {run} cases fail:\n{}", failures.len(), failures.join("\n"));
    assert!(run >= 150, "only {run} cases");
}

#[test]
fn every_row_of_every_table_has_four_cells() {
    for text in method::text::TEXTS {
        let rows = text.lines().filter(|line| line.trim_start().starts_with('|') && !line.contains("---"));
        for row in rows {
            assert_eq!(row.trim().trim_matches('|').split('|').count(), 4, "{row}");
        }
    }
}
