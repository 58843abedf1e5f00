//! The lines at the head of a page, between two rows of hyphens: its title and what leads to it. It reads a handful of
//! plain fields and no YAML: `name: value`, or a name with `- value` lines below.

use method::Id;

use crate::page::Fault;

/// What stands at the head of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// Its title.
    pub title: String,
    /// What it is about, in one line.
    pub brief: String,
    /// The clauses whose page this is; each clause has one.
    pub clauses: Vec<Id>,
    /// Further clauses it speaks of.
    pub also: Vec<Id>,
    /// The themes it stands under in the index.
    pub themes: Vec<String>,
    /// What a person would ask who needs this page, in their own words.
    pub questions: Vec<String>,
    /// Where its facts are from.
    pub sources: Vec<Source>,
}

/// Where a fact is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Who says it and where, in words.
    pub words: String,
    /// Where to read it, if it can be named.
    pub link: Option<String>,
}

const RULE: &str = "---";

/// Parts a file into its front and its Markdown.
pub(crate) fn split(text: &str) -> Result<(Front, &str), Fault> {
    let rest = text.strip_prefix(RULE).and_then(|rest| rest.strip_prefix('\n')).ok_or(Fault::NoFront)?;
    let (head, body) = rest.split_once("\n---\n").ok_or(Fault::NoFront)?;
    let fields = fields(head)?;
    let of = |name| fields.iter().filter(move |(field, _)| *field == name).map(|(_, value)| *value);
    let one = |name| of(name).next().map(str::to_owned).ok_or(Fault::Missing(name));
    let some = |name| {
        let all: Vec<String> = of(name).map(str::to_owned).collect();
        if all.is_empty() { Err(Fault::Missing(name)) } else { Ok(all) }
    };
    let front = Front {
        title: one("title")?,
        brief: one("brief")?,
        clauses: clauses(of("clauses"))?,
        also: clauses(of("also"))?,
        themes: some("themes")?,
        questions: some("questions")?,
        sources: some("sources")?.iter().map(|source| self::source(source)).collect(),
    };
    Ok((front, body))
}

/// The fields that are lists with commas on their one line.
const LISTS: &[&str] = &["clauses", "also", "themes"];
/// The others.
const LINES: &[&str] = &["title", "brief", "questions", "sources"];

/// Every field with its values, one pair a value.
fn fields(head: &str) -> Result<Vec<(&'static str, &str)>, Fault> {
    let mut fields = Vec::new();
    let mut current = None;
    for line in head.lines() {
        if let Some(value) = line.strip_prefix("- ") {
            fields.push((current.ok_or_else(|| Fault::Stray(line.to_owned()))?, bare(value)));
            continue;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| Fault::Stray(line.to_owned()))?;
        let known = LISTS.iter().chain(LINES).find(|known| **known == name);
        let name = *known.ok_or_else(|| Fault::Stray(line.to_owned()))?;
        current = Some(name);
        let values = if LISTS.contains(&name) { value.split(',').collect() } else { vec![value] };
        fields.extend(values.iter().map(|value| bare(value)).filter(|v| !v.is_empty()).map(|v| (name, v)));
    }
    Ok(fields)
}

/// A value without the quotation marks that other readers of such fronts want around a colon.
fn bare(value: &str) -> &str {
    let value = value.trim();
    value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value)
}

fn clauses<'a>(ids: impl Iterator<Item = &'a str>) -> Result<Vec<Id>, Fault> {
    ids.map(|id| Id::named(id).ok_or_else(|| Fault::NoSuchClause(id.to_owned()))).collect()
}

/// `words | link`, or words alone.
fn source(text: &str) -> Source {
    match text.split_once(" | ") {
        Some((words, link)) => Source { words: words.trim().into(), link: Some(link.trim().into()) },
        None => Source { words: text.into(), link: None },
    }
}
