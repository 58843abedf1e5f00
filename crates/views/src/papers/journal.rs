//! The journal as a paper: everything written, by day, oldest first.

use method::{Entry, Present};

use super::made_on;
use crate::Words;
use crate::journal::{Reader, Told};
use crate::paper::{Block, Paper, Run, Style};

/// The whole journal. `entries` are the oldest first, each with whether it was taken back.
#[must_use]
pub fn journal<'e>(
    words: &Words,
    present: &Present<'_>,
    reader: &Reader<'_>,
    entries: impl IntoIterator<Item = (&'e Entry, bool)>,
) -> Paper {
    let mut paper = made_on(words, "page-journal", present);
    paper.dense = true;
    let mut last = None;
    for (entry, is_taken_back) in entries {
        let date = reader.date(entry.at.instant);
        if last != Some(date) {
            paper.blocks.push(Block::heading(1, reader.day(date)));
            last = Some(date);
        }
        let told: Told = reader.told(entry);
        let hour = crate::hour(entry.at.instant, &present.zone);
        let mut runs = vec![Run::set(format!("{hour}  "), Style::Quiet), Run::plain(told.what.clone())];
        let details = told.details();
        if !details.is_empty() {
            runs.push(Run::plain(format!(" · {details}")));
        }
        if is_taken_back {
            runs.push(Run::set(format!("  {}", words.say("entry-is-back")), Style::Quiet));
        }
        paper.blocks.push(Block::Text { runs });
        if !told.own.is_empty() {
            let own = told.own.split('\n').filter(|line| !line.trim().is_empty());
            let own = own.map(|line| Block::Text { runs: vec![Run::set(line, Style::Emphasis)] });
            paper.blocks.extend(own);
        }
    }
    paper
}
