//! The clause texts, found by id. Each stands beside the rule that carries it out; here they are only gathered.

use crate::clause::Id;
use crate::{care, decide, flow, half, map, ready, safe, shelf, space, work};

/// The clause texts, a file a room, in the order of the method.
pub const TEXTS: &[&str] = &[
    safe::order::TEXT,
    safe::stop::TEXT,
    safe::space::TEXT,
    safe::fear::TEXT,
    safe::danger::TEXT,
    safe::RESTRAINT,
    space::STEP_ONE,
    space::pace::TEXT,
    space::clock::TEXT,
    space::gift::TEXT,
    space::answer::TEXT,
    space::reply::TEXT,
    space::draft::TEXT,
    care::STEP_TWO,
    care::people::TEXT,
    care::sleep::TEXT,
    care::mood::TEXT,
    care::needs::TEXT,
    care::crisis::TEXT,
    work::STEP_THREE,
    work::change::TEXT,
    work::hard_dates::TEXT,
    work::mention::TEXT,
    half::STEP_FOUR,
    half::amount::TEXT,
    half::request::TEXT,
    half::word::TEXT,
    flow::TEXT,
    flow::standing_now::TEXT,
    decide::TEXT,
    decide::closure::TEXT,
    ready::TEXT,
    map::TEXT,
    shelf::TEXT,
];

impl Id {
    /// Its text in Markdown, from the line below its heading: the clause, its reason, its cases.
    #[must_use]
    pub fn text(self) -> &'static str {
        TEXTS.iter().find_map(|file| section(file, self.as_str())).unwrap_or_default()
    }
}

/// The part of `file` under the heading `## id. title`, up to the next such heading.
fn section<'a>(file: &'a str, id: &str) -> Option<&'a str> {
    let mut from = None;
    let mut offset = 0;
    for line in file.split_inclusive('\n') {
        let heading = line.strip_prefix("## ").and_then(|rest| rest.split('.').next());
        if let (Some(start), Some(_)) = (from, heading) {
            return file.get(start..offset).map(str::trim);
        }
        offset += line.len();
        if heading == Some(id) {
            from = Some(offset);
        }
    }
    from.and_then(|start| file.get(start..)).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clause_has_a_text_of_its_own() {
        for &id in Id::ALL {
            assert!(id.text().len() > 40, "{} has no text", id.as_str());
        }
    }

    #[test]
    fn every_heading_in_the_texts_is_a_clause_with_its_title() {
        let mut found = 0;
        for line in TEXTS.iter().flat_map(|file| file.lines()) {
            let Some(heading) = line.strip_prefix("## ") else { continue };
            let (id, title) = heading.split_once(". ").expect("a heading is `## ID. Title`");
            let clause = Id::named(id).expect("a heading names a clause");
            assert_eq!(clause.title(), title, "the title of {id}");
            found += 1;
        }
        assert_eq!(found, Id::ALL.len(), "each clause has one heading");
    }
}
