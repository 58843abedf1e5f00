//! The draft review over 150 words, and what it costs beside: memory, and bytes of the binary.
//! How well it reads is not measured here: `score` does that.
//!
//! Aims: 60 ms where the encoder is asked, 2 ms where it is not, 20 MiB, 20 MB.

use std::fs;
use std::hint::black_box;
use std::time::Duration;

use review::tend::bags;
use review::{Context, crisis, read};

use crate::run::{Failed, cargo, root, tell};
use crate::stopwatch::{kibibytes, median, ms, timed};
use crate::train_review::kept_aside;

const RUNS: usize = 51;
/// Texts read one after the other, as when a journal is read anew: drafts kept aside, more marked than most journals.
const TEXTS: usize = 2000;
/// A draft of 150 words, some of them marked.
const DRAFT: &str = "I have been sitting here for an hour and I still do not know how to begin, so I will just begin. \
    The house is quiet and the dog keeps looking at the door. Did you get my last message? I know you said you need \
    some time, and I do try, but I cannot stop thinking about the evening by the lake and what you said there. Maybe I \
    was wrong about the money, and I am sorry that I shouted. Mia asked to call at six on Sunday, and the school sent a \
    form that both of us have to sign. You never answered about the holidays, so please tell me by Friday what you want \
    to do. My mother asks after you every day. I am sleeping badly, if you want to know, and the doctor has given me \
    something for it. Take care of yourself, and please think about what I wrote.";

/// Prints the figures.
pub(crate) fn run() -> Result<(), Failed> {
    let before = own_memory();
    let (_, first) = timed(|| black_box(read(DRAFT, &Context::default())));
    let grown = own_memory().saturating_sub(before);
    let words = DRAFT.split_whitespace().count();
    let whole = middle(|| drop(black_box(read(black_box(DRAFT), &Context::default()))));
    let signs = middle(|| {
        black_box(crisis(black_box(DRAFT)));
    });
    let note = middle(|| {
        black_box(crisis(black_box("Slept a little, walked by the river.")));
    });
    let asked = middle(|| {
        black_box(crisis(black_box("My guitar is yours now, I shall have no use for it.")));
    });
    let texts: Vec<String> = kept_aside()?.into_iter().take(TEXTS).map(|draft| draft.text).collect();
    let ((), all) = timed(|| texts.iter().for_each(|text| _ = black_box(crisis(text))));
    let ((), alone) = timed(|| texts.iter().for_each(|text| drop(black_box(bags(text)))));
    tell(&format!("{words} words; medians of {RUNS} runs"));
    tell(&format!("read a draft                 {:>8.3} ms   (aim: 60 ms)", ms(whole)));
    tell(&format!("signs of crisis in it        {:>8.3} ms", ms(signs)));
    tell(&format!("signs in a note of 7 words   {:>8.3} ms   (aim: 2 ms)", ms(note)));
    tell(&format!("in one that is looked into   {:>8.3} ms   (aim: 10 ms)", ms(asked)));
    tell(&format!(
        "signs in {} drafts kept aside {:>6.0} ms, {:.0} ms of it without the encoder",
        texts.len(),
        ms(all),
        ms(alone)
    ));
    tell(&format!("the first draft of a process {:>8.3} ms", ms(first)));
    tell(&format!("memory it then holds         {:>8.1} MiB  (aim: 20 MiB)", mebibytes(grown)));
    cargo(&["build", "--quiet", "--release", "--package", "review", "--examples"])?;
    let size =
        |name: &str| fs::metadata(root().join("target/release/examples").join(name)).map(|file| file.len());
    let with = size("signs")?.saturating_sub(size("nothing")?);
    tell(&format!("bytes it adds to a binary    {:>8.1} MiB  (aim: 20 MB)", mebibytes(with)));
    Ok(())
}

fn middle(mut work: impl FnMut()) -> Duration {
    median((0..RUNS).map(|_| timed(&mut work).1).collect())
}

/// The memory of this process that is its own, in bytes.
fn own_memory() -> u64 {
    kibibytes("self", "RssAnon").map_or(0, u64::from) * 1024
}

#[expect(clippy::cast_precision_loss, reason = "a size in mebibytes")]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1_048_576.0
}
