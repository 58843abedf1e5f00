//! For the counsellor: the work, the changes, the flow and what it rests on, questions; and the reading of a history.

use history::{Reading, Warning};
use method::Present;

use super::{heads, made_on, section};
use crate::paper::{Block, Paper};
use crate::{Words, dates, reading, work};

/// The summary for the counsellor. The flow is told of what is kept, which knows no name.
#[must_use]
pub fn counsellor(words: &Words, present: &Present<'_>, flow: Option<&Reading>) -> Paper {
    let mut paper = made_on(words, "paper-counsellor", present);
    paper.blocks.push(Block::text(words.say("paper-counsellor-what")));
    let done = work::newest(words, present).into_iter();
    let done: Vec<_> = done.map(|row| vec![row.day, row.sort, row.title, row.takeaway]).collect();
    if !done.is_empty() {
        let columns = heads(words, ["paper-day", "paper-sort", "paper-what", "paper-takeaway"]);
        paper.blocks.extend(section(words, "work-heading", vec![Block::table(&columns, done)]));
    }
    let mut changes = Vec::new();
    for change in work::changes(words, present) {
        changes.push(Block::heading(2, change.name));
        changes.extend((!change.if_then.is_empty()).then(|| Block::text(change.if_then)));
        changes.extend((!change.lately.is_empty()).then(|| Block::list(change.lately)));
    }
    paper.blocks.extend(section(words, "changes-heading", changes));
    let hard = dates::hard(words, present).into_iter();
    let hard: Vec<_> = hard.map(|date| vec![date.day, date.name, date.plan]).collect();
    if !hard.is_empty() {
        let columns = heads(words, ["paper-day", "paper-what", "dates-plan"]);
        paper.blocks.extend(section(words, "dates-heading", vec![Block::table(&columns, hard)]));
    }
    if let Some(flow) = flow {
        paper.blocks.push(Block::heading(1, words.say("page-flow")));
        shows(words, flow, &mut paper);
    }
    paper.blocks.push(Block::heading(1, words.say("paper-questions")));
    paper.blocks.push(Block::Lines { count: 6 });
    paper
}

/// What a history shows, and the drawing of it.
fn shows(words: &Words, flow: &Reading, paper: &mut Paper) {
    if flow.weeks.len() >= reading::FEWEST_WEEKS_DRAWN {
        paper.draw(reading::figure_of(words, flow));
    }
    paper.blocks.extend(reading::what_it_shows(words, flow).into_iter().map(Block::text));
}

/// The reading of a history, on two pages: what it shows, and what that rests on; the names of the two and of files only if
/// the person wants them in it.
#[must_use]
pub fn history(words: &Words, flow: &Reading, names: bool) -> Paper {
    if names {
        return read(words, flow);
    }
    let mut nameless = flow.clone();
    (nameless.me, nameless.partner) = (words.say("flow-me"), words.say("flow-partner"));
    for (person, name) in nameless.people.iter_mut().zip([&nameless.me, &nameless.partner]) {
        person.name.clone_from(name);
    }
    // What is said of further names is left out with them.
    nameless
        .warnings
        .retain(|warning| !matches!(warning, Warning::Renamed { .. } | Warning::AnotherName { .. }));
    let mut hidden: Vec<(String, String)> = Vec::new();
    for (place, file) in nameless.files.iter_mut().enumerate() {
        let number = (place + 1).to_string();
        hidden.push((std::mem::replace(&mut file.path, number.clone()), number));
    }
    hidden.push((flow.partner.clone(), words.say("flow-partner")));
    hidden.push((flow.me.clone(), words.say("flow-me")));
    let mut paper = read(words, &nameless);
    paper
        .replace(|text| hidden.iter().fold(text.to_owned(), |text, (name, other)| text.replace(name, other)));
    paper
}

fn read(words: &Words, flow: &Reading) -> Paper {
    let title = words.say_with("reading-heading", &[("partner", flow.partner.as_str().into())]);
    let span = [("first", flow.first.date()), ("last", flow.last.date())];
    let span = span.map(|(name, date)| (name, crate::day_of_year(words, date).into()));
    let mut paper = Paper::new(words, title, words.say_with("paper-span", &span));
    shows(words, flow, &mut paper);
    paper.blocks.push(Block::heading(1, words.say("audit-files")));
    for file in reading::about(words, flow) {
        paper.blocks.push(Block::heading(2, file.name));
        paper.blocks.extend(file.told.into_iter().map(Block::text));
    }
    let notes = reading::notes(words, flow);
    paper.blocks.extend((!notes.is_empty()).then(|| Block::list(notes)));
    paper
}
