//! An archive of the talk under the guide's pages (SHELF-3): a period of questions and answers, of those who agreed.

use jiff::civil::Date;

use crate::paper::{Block, Paper, Run, Style};
use crate::{Words, day_of_year};

/// A post that may stand in an archive.
#[derive(Clone, Debug)]
pub struct Said {
    /// The title of the page it stands under.
    pub title: String,
    /// What tells its thread from others.
    pub thread: String,
    /// Whether it is the question of its thread.
    pub is_question: bool,
    /// What its writer is called there.
    pub pen: String,
    /// Whether a guide wrote it.
    pub is_guides: bool,
    /// The day.
    pub day: Date,
    /// Its words.
    pub text: String,
}

/// The paper of a period; `said` by page and thread, `left_out` as many posts as are missing for want of consent.
#[must_use]
pub fn talk(words: &Words, from: Date, to: Date, said: &[Said], left_out: usize) -> Paper {
    let days = [("from", day_of_year(words, from).into()), ("to", day_of_year(words, to).into())];
    let made = words.say_with("talk-archive-made", &[("left", left_out.into())]);
    let mut paper = Paper::new(words, words.say_with("talk-archive-title", &days), made);
    let mut page: Option<&str> = None;
    let mut thread: Option<&str> = None;
    for each in said {
        if page != Some(&each.title) {
            paper.blocks.push(Block::heading(1, &each.title));
            (page, thread) = (Some(each.title.as_str()), None);
        }
        let mut runs = vec![Run::set(each.pen.clone(), Style::Strong)];
        let guide =
            if each.is_guides { format!(", {}", words.say("talk-archive-guide")) } else { String::new() };
        runs.push(Run::set(format!("{guide} · {}", day_of_year(words, each.day)), Style::Quiet));
        let paragraphs = each.text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
        let mut blocks = vec![Block::Text { runs }];
        blocks.extend(paragraphs.map(|part| Block::Text { runs: vec![Run::plain(part)] }));
        // A question stands by itself, what answers it is set in below.
        if each.is_question {
            paper.blocks.extend(blocks);
        } else {
            if thread != Some(&each.thread) {
                let missing = Run::set(words.say("talk-archive-missing"), Style::Quiet);
                paper.blocks.push(Block::Text { runs: vec![missing] });
            }
            paper.blocks.push(Block::List { ordered: false, items: vec![blocks] });
        }
        thread = Some(&each.thread);
    }
    if said.is_empty() {
        paper.blocks.push(Block::Text { runs: vec![Run::plain(words.say("talk-archive-empty"))] });
    }
    paper
}
