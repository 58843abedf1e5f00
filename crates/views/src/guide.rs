//! The guide's frame as page data: its contents, what a search found, the names of its parts and notes, and the map. The
//! pages themselves come from the room `guide`, block by block; nothing here changes their words.

use ::guide::{Guide, Hit, Note, Page, Part};
use method::event::{Skill, Stage};
use method::map::OnTheMap;
use serde::Serialize;

use crate::Words;

/// The contents: every part with its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The guide's name.
    pub heading: String,
    /// What it is, and the ways in.
    pub intro: String,
    /// Its parts, in order.
    pub parts: Vec<PartOfContents>,
}

/// A part with its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartOfContents {
    /// Which.
    pub part: Part,
    /// Its name.
    pub heading: String,
    /// Its pages.
    pub pages: Vec<Entry>,
}

/// A page in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, as in its address.
    pub page: &'static str,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub brief: String,
    /// How long it takes to read.
    pub minutes: String,
    /// The clauses it speaks of.
    pub clauses: Vec<&'static str>,
}

/// The contents of the guide.
#[must_use]
pub fn contents(words: &Words, guide: &Guide) -> Contents {
    let parts = Part::ALL.iter().map(|&part| PartOfContents {
        part,
        heading: part_name(words, part),
        pages: guide.part(part).map(|page| entry(words, page)).collect(),
    });
    Contents { heading: words.say("guide-heading"), intro: words.say("guide-intro"), parts: parts.collect() }
}

/// A page as it stands in a list.
#[must_use]
pub fn entry(words: &Words, page: &Page) -> Entry {
    Entry {
        page: page.name,
        title: page.title().to_owned(),
        brief: page.front.brief.clone(),
        minutes: words.say_with("guide-minutes", &[("minutes", page.minutes().into())]),
        clauses: page.clauses().map(method::Id::as_str).collect(),
    }
}

/// The name of a part.
#[must_use]
pub fn part_name(words: &Words, part: Part) -> String {
    words.say(&format!("guide-part-{}", part.name()))
}

/// What stands beside something set apart.
#[must_use]
pub fn note_name(words: &Words, note: Note) -> String {
    words.say(match note {
        Note::Remark => "guide-note-remark",
        Note::Say => "guide-note-say",
        Note::RatherNot => "guide-note-rather-not",
        Note::Safety => "guide-note-safety",
    })
}

/// What a search found, as `guide --json` prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The pages, the best first.
    pub hits: Vec<FoundPage>,
}

/// A page that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundPage {
    /// Its name.
    pub page: &'static str,
    /// Its title.
    pub title: String,
    /// The clauses it speaks of.
    pub clauses: Vec<&'static str>,
}

/// What a search found, for other programs.
#[must_use]
pub fn found(hits: &[Hit<'_>]) -> Found {
    Found { hits: hits.iter().map(|hit| found_page(hit.page)).collect() }
}

/// Every page, for other programs.
#[must_use]
pub fn every_page(guide: &Guide) -> Found {
    Found { hits: guide.pages().iter().map(found_page).collect() }
}

fn found_page(page: &Page) -> FoundPage {
    let clauses = page.clauses().map(method::Id::as_str).collect();
    FoundPage { page: page.name, title: page.title().to_owned(), clauses }
}

/// The map (MAP-1, MAP-2), with where a person placed themselves, if they did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// What it is, in one line.
    pub title: String,
    /// All of it in words, for whoever does not see it.
    pub description: String,
    /// The places along the road, in the order of [`Stage::ALL`].
    pub places: Vec<Place>,
    /// The skills between learning and a love that lasts.
    pub skills: Vec<Step>,
    /// What the way back from parting is called.
    pub again: String,
    /// What stands beside the place a person chose.
    pub here: String,
    /// What stands beside the next skill.
    pub next: String,
    /// What to bear in mind, at its foot.
    pub foot: String,
}

/// A place along the road.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub stage: Stage,
    /// Its name.
    pub name: String,
    /// What it is like.
    pub more: String,
    /// Whether the person placed themselves here.
    pub here: bool,
}

/// A skill along the road.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub skill: Skill,
    /// Its name.
    pub name: String,
    /// Whether it is the next to learn.
    pub next: bool,
}

/// The map. Without a place it marks nothing: only a person places themselves.
#[must_use]
pub fn map(words: &Words, named: Option<OnTheMap>) -> Map {
    let stage = named.and_then(|named| named.stage);
    let next = named.and_then(|named| named.next);
    let places: Vec<Place> = Stage::ALL
        .iter()
        .map(|&place| Place {
            stage: place,
            name: words.say(&format!("map-{}", place.name())),
            more: words.say(&format!("map-{}-more", place.name())),
            here: stage == Some(place),
        })
        .collect();
    let skills: Vec<Step> = Skill::ALL
        .iter()
        .map(|&skill| Step {
            skill,
            name: words.say(&format!("map-skill-{}", skill.name())),
            next: next == Some(skill),
        })
        .collect();
    Map {
        title: words.say("map-title"),
        description: description(words, &places, &skills),
        again: words.say("map-again"),
        here: words.say("map-here"),
        next: words.say("map-next"),
        foot: words.say("map-foot"),
        places,
        skills,
    }
}

fn description(words: &Words, places: &[Place], skills: &[Step]) -> String {
    let again = words.say("map-again");
    let each = places.iter().enumerate().map(|(at, place)| {
        let more = match place.stage {
            Stage::Parting => format!("{} {again}", place.more),
            _ => place.more.clone(),
        };
        let fill = [("number", (at + 1).into()), ("name", place.name.as_str().into()), ("more", more.into())];
        words.say_with("map-description-place", &fill)
    });
    let told = each.collect::<Vec<_>>().join(" ");
    let named = skills.iter().map(|step| step.name.as_str()).collect::<Vec<_>>().join(", ");
    let mut text = words
        .say_with("map-description", &[("places", told.into()), ("skills", named.to_lowercase().into())]);
    let here = places.iter().find(|place| place.here).map(|place| ("map-description-here", &place.name));
    let next = skills.iter().find(|step| step.next).map(|step| ("map-description-next", &step.name));
    for (id, name) in here.into_iter().chain(next) {
        text.push(' ');
        text.push_str(&words.say_with(id, &[("name", name.as_str().into())]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_note_place_and_skill_has_its_words() {
        let words = Words::english();
        for &part in Part::ALL {
            assert!(words.has(&format!("guide-part-{}", part.name())), "{}", part.name());
        }
        for note in [Note::Remark, Note::Say, Note::RatherNot, Note::Safety] {
            assert!(!note_name(&words, note).starts_with("guide-"), "{note:?}");
        }
        for place in map(&words, None).places {
            assert!(!place.name.starts_with("map-") && !place.more.starts_with("map-"), "{place:?}");
        }
        for step in map(&words, None).skills {
            assert!(!step.name.starts_with("map-"), "{step:?}");
        }
    }

    #[test]
    fn the_contents_hold_every_page_once() {
        let contents = contents(&Words::english(), Guide::english());
        let listed: Vec<&str> =
            contents.parts.iter().flat_map(|part| &part.pages).map(|entry| entry.page).collect();
        let pages: Vec<&str> = Guide::english().pages().iter().map(|page| page.name).collect();
        assert_eq!(listed, pages);
    }

    #[test]
    fn what_was_found_has_the_shape_of_the_contract() {
        let found = found(&Guide::english().search("gifts"));
        let json = serde_json::to_value(&found).expect("JSON");
        let first = &json["hits"][0];
        assert_eq!(first["page"], "gifts");
        assert_eq!(first["title"], "Gifts");
        assert_eq!(first["clauses"][0], "SPACE-4");
        assert_eq!(first.as_object().map(serde_json::Map::len), Some(3));
        assert_eq!(json.as_object().map(serde_json::Map::len), Some(1));
    }

    #[test]
    fn the_map_marks_what_a_person_named_and_nothing_else() {
        let words = Words::english();
        let bare = map(&words, None);
        assert!(bare.places.iter().all(|place| !place.here) && bare.skills.iter().all(|step| !step.next));
        let placed = OnTheMap { stage: Some(Stage::Learning), next: Some(Skill::Diversity) };
        let map = map(&words, Some(placed));
        let here: Vec<Stage> =
            map.places.iter().filter(|place| place.here).map(|place| place.stage).collect();
        let next: Vec<Skill> = map.skills.iter().filter(|step| step.next).map(|step| step.skill).collect();
        assert_eq!((here, next), (vec![Stage::Learning], vec![Skill::Diversity]));
        assert!(map.description.contains("You placed yourself at: Learning."), "{}", map.description);
        assert!(map.description.contains("Next to learn: Difference."), "{}", map.description);
    }
}
