//! A clause of the method as a page: its text in paragraphs and its cases, from the method's own Markdown.

use method::Id;

use crate::Words;

/// A clause to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClausePage {
    /// Its id.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its paragraphs, as plain text.
    pub paragraphs: Vec<String>,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// A row of a table of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What it shows.
    pub name: String,
    /// What was written down.
    pub journal: String,
    /// When it is read.
    pub now: String,
    /// What follows.
    pub expect: String,
}

/// The title of a clause in the language of `words`.
#[must_use]
pub fn title(words: &Words, clause: Id) -> String {
    words.say(&format!("clause-{}", clause.as_str()))
}

/// The page of a clause; its text is in English.
#[must_use]
pub fn page(clause: Id) -> ClausePage {
    let text = clause.text();
    ClausePage {
        id: clause.as_str(),
        title: clause.title(),
        paragraphs: paragraphs(text),
        cases: cases(text),
    }
}

/// The paragraphs of a Markdown text, tables and the word before them left out, emphasis taken off.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(|block| {
            block.lines().map(str::trim).filter(|line| !line.starts_with('|')).collect::<Vec<_>>().join(" ")
        })
        .map(|block| block.replace("**", "").replace('`', ""))
        .filter(|block| !block.is_empty() && block != "Cases.")
        .collect()
}

/// The rows of the tables of cases in a Markdown text.
#[must_use]
pub fn cases(text: &str) -> Vec<Case> {
    let rows = text.lines().map(str::trim).filter(|line| line.starts_with('|'));
    let cells = rows.map(|row| {
        row.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().trim_matches('`').to_owned())
            .collect::<Vec<_>>()
    });
    cells
        .filter(|cells| cells.first().is_some_and(|first| first != "case" && !first.starts_with("---")))
        .filter_map(|cells| <[String; 4]>::try_from(cells).ok())
        .map(|[name, journal, now, expect]| Case { name, journal, now, expect })
        .collect()
}
