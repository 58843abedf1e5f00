//! The guide: reading its pages once, and a search. Goal: every search in under 5 ms.
//! How well it finds is not measured here.

use std::hint::black_box;
use std::time::Duration;

use guide::Guide;

use crate::run::{Failed, tell};
use crate::stopwatch::{median, ms, timed};

const RUNS: usize = 200;
/// Short and long, well spelt and not; the last is as long as anyone would type.
const QUESTIONS: &[&str] = &[
    "gifts",
    "cant sleep",
    "he blocked me",
    "shes ghosting me n i dont no wot to do",
    "anivercery comming up and i allready beged her too come home",
    "my husbend left me for anothr womman and i cant eat or sleep or go to work and i keep lookng at her instagramm and \
     writting leters i never send and my mother in law calls evry day to ask me how the childern are and i don't know what to \
     tell her becouse we still live in the same appartment until the end of the lease",
];

/// Prints the figures.
pub(crate) fn run() -> Result<(), Failed> {
    // The first search makes the index.
    let read = timed(|| Guide::read_english().inspect(|guide| drop(black_box(guide.search("gifts")))));
    let guide = read.0.map_err(|unfit| Failed(unfit.to_string()))?;
    let words: usize = guide.pages().iter().map(|page| page.plain().split_whitespace().count()).sum();
    tell(&format!("{} pages, {words} words; searches are medians and worst of {RUNS}", guide.pages().len()));
    tell(&format!("read and index, once                   {:>8.2} ms", ms(read.1)));
    for question in QUESTIONS {
        let times: Vec<Duration> =
            (0..RUNS).map(|_| timed(|| drop(black_box(guide.search(black_box(question))))).1).collect();
        let worst = times.iter().max().copied().unwrap_or_default();
        let shown: String = question.chars().take(34).collect();
        tell(&format!(
            "{shown:<38} {:>8.3} ms   worst {:>8.3} ms   (goal: under 5 ms)",
            ms(median(times)),
            ms(worst)
        ));
    }
    Ok(())
}
