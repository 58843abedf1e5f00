//! For the doctor: sleep, mood, scores, what was tried, in figures and the allowed sentences; and the safety plan on one page.

use method::Present;
use method::event::{Amount, CheckIn, Hours};

use super::{heads, made_on, on, section};
use crate::paper::{Block, Paper};
use crate::{Words, calm, check_ins, forms, plan as plans};

/// So many days of check-ins are listed.
const DAYS: usize = 28;
/// So many lines stand under a part of the plan that is not written.
const LINES: u8 = 3;

/// The summary for the doctor.
#[must_use]
pub fn doctor(words: &Words, present: &Present<'_>) -> Paper {
    let mut paper = made_on(words, "paper-doctor", present);
    paper.blocks.push(Block::text(words.say("paper-doctor-what")));
    let as_written = format!("{} {}", words.say("paper-as-written"), words.say("form-no-diagnosis"));
    paper.blocks.push(Block::quiet(as_written));
    let figures = check_ins::figures(words, present);
    if !figures.is_empty() {
        paper.blocks.push(Block::heading(1, words.say("paper-over-time")));
        for figure in figures {
            paper.draw(figure);
        }
    }
    paper.blocks.extend(section(words, "paper-scores", scores(words, present)));
    paper.blocks.extend(section(words, "paper-nights", nights(words, present)));
    paper.blocks.extend(section(words, "paper-tried", tried(words, present)));
    paper.blocks.push(Block::heading(1, words.say("paper-to-ask")));
    paper.blocks.push(Block::Lines { count: 5 });
    paper
}

fn scores(words: &Words, present: &Present<'_>) -> Vec<Block> {
    let filled = forms::filled(words, present);
    let rows = filled.into_iter().map(|each| vec![each.day, each.title, each.told.join(" ")]);
    let rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::table(&heads(words, ["paper-day", "paper-form", "paper-answers"]), rows)]
}

/// The check-ins of the last days, a row each.
fn nights(words: &Words, present: &Present<'_>) -> Vec<Block> {
    let figure = |figure: f64| words.say_with("paper-figure", &[("figure", figure.into())]);
    let amount = |amount: Option<Amount>| amount.map(|amount| figure(amount.get())).unwrap_or_default();
    let row = |noted: &method::Noted<CheckIn>| {
        let it = &noted.what;
        vec![
            on(words, present.day_of(noted.at)),
            it.sleep_hours.map(|hours: Hours| figure(hours.get())).unwrap_or_default(),
            amount(it.to_fall_asleep_minutes),
            amount(it.awake_minutes),
            it.mood.map(|mood| mood.get().to_string()).unwrap_or_default(),
            it.ate.map(|ate| words.say(&format!("ate-{}", ate.name()))).unwrap_or_default(),
            amount(it.moved_minutes),
        ]
    };
    let rows: Vec<_> = present.standing.check_ins.seen(present.now).rev().take(DAYS).map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = heads(
        words,
        [
            "paper-day",
            "paper-slept",
            "paper-to-fall-asleep",
            "paper-awake",
            "paper-mood",
            "paper-ate",
            "paper-moved",
        ],
    );
    vec![Block::table(&columns, rows)]
}

/// What calmed, and what did not.
fn tried(words: &Words, present: &Present<'_>) -> Vec<Block> {
    let told = |aid: &calm::Aid| {
        let id = if aid.helped { "paper-helped" } else { "paper-did-not" };
        words.say_with(id, &[("what", aid.heading.clone().into())])
    };
    let aids = calm::aids(words, present);
    let lines: Vec<String> = aids.iter().filter(|aid| aid.helped || aid.put_away).map(told).collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::list(lines)] }
}

/// The safety plan, on one page; parts that are not written have lines to write on.
#[must_use]
pub fn plan(words: &Words, present: &Present<'_>) -> Paper {
    let mut paper = made_on(words, "plan-heading", present);
    for (place, part) in plans::parts(words, present).into_iter().enumerate() {
        paper.blocks.push(Block::heading(1, format!("{}. {}", place + 1, part.asks)));
        paper.blocks.push(if part.text.is_empty() {
            Block::Lines { count: LINES }
        } else {
            Block::text(part.text)
        });
    }
    paper
}
