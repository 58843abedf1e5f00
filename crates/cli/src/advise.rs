//! `halflight advise`: a plain journal in, what the method says now out. It touches no vault.

use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use app::Advised;
use journal::lines::{Report, Skipped};
use method::Moment;
use views::Words;
use views::advice::json;

use crate::exit::Failure;
use crate::input;
use crate::page;
use crate::tongue::Tongue;

/// What `advise` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct AdviseArgs {
    /// The journal, as JSON Lines; - reads it from standard input
    #[arg(long, value_name = "FILE.jsonl")]
    journal: PathBuf,
    /// The moment to advise for, such as 2026-03-01T18:30:00+01:00; this moment where it is left out
    #[arg(long, value_name = "TIME", value_parser = moment)]
    now: Option<Moment>,
    /// One JSON document, and nothing else
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    tongue: Tongue,
}

fn moment(text: &str) -> Result<Moment, String> {
    journal::lines::parse_moment(text).map_err(|error| error.to_string())
}

pub(crate) fn run(args: &AdviseArgs) -> Result<(), Failure> {
    let now = args.now.unwrap_or_else(app::clock::now);
    let advised = read(&args.journal, now)?;
    let mut out = anstream::stdout().lock();
    if args.json {
        write_json(&mut out, &advised)?;
    } else {
        write_page(&mut out, &args.tongue.words(), &advised)?;
    }
    Ok(out.flush()?)
}

fn read(path: &Path, now: Moment) -> Result<Advised, Failure> {
    let journal = BufReader::with_capacity(1 << 16, input::open(path)?);
    let advised = app::advise(journal, now).map_err(|error| input::unread(path, &error))?;
    if advised.report.is_usable() {
        return Ok(advised);
    }
    Err(Failure::work(
        unusable(path, &advised.report),
        "A journal has one event a line, as `halflight export` writes it.",
    ))
}

fn unusable(path: &Path, report: &Report) -> String {
    let first = report.skipped.first();
    let first = first.map(|skipped| format!("; line {}: {}", skipped.line, skipped.why)).unwrap_or_default();
    let bad = report.bad;
    format!("no line of {} could be read as an event ({bad} tried{first})", path.display())
}

pub(crate) fn write_json(out: &mut impl Write, advised: &Advised) -> io::Result<()> {
    let document = json::document(&Words::english(), &advised.guidance, skipped(&advised.report));
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// Writes the page, and what could not be read under it.
pub(crate) fn write_page(out: &mut impl Write, words: &Words, advised: &Advised) -> io::Result<()> {
    let width = page::width();
    page::advice(out, &views::advice::page(words, &advised.guidance), width)?;
    let skipped = skipped(&advised.report);
    if !skipped.is_empty() {
        writeln!(out)?;
        page::heading(out, &words.say("not-read-heading"), &words.say("not-read-rest"))?;
        for skipped in skipped.iter().take(SHOWN) {
            page::paragraph(out, &format!("{}: {}", skipped.at, skipped.why), width, "  ")?;
        }
        if skipped.len() > SHOWN {
            let more = [("count", (skipped.len() - SHOWN).to_string().into())];
            page::quiet(out, &format!("  {}", words.say_with("not-read-more", &more)))?;
        }
    }
    writeln!(out)?;
    let first = advised.guidance.first.first().and_then(|item| item.because.first());
    let clause = first.map_or("SPACE-2", |id| id.as_str());
    let why = words.say_with("why-line", &[("clause", clause.into())]);
    page::quiet(out, &format!("{}  {why}", words.say("label-why")))
}

/// So many skipped lines are shown on a page.
const SHOWN: usize = 5;

fn skipped(report: &Report) -> Vec<json::Skipped> {
    let one =
        |skipped: &Skipped| json::Skipped { at: format!("line {}", skipped.line), why: skipped.why.clone() };
    let mut all: Vec<json::Skipped> = report.skipped.iter().map(one).collect();
    if report.more > 0 {
        let after = report.skipped.last().map_or(0, |skipped| skipped.line);
        all.push(json::Skipped {
            at: format!("after line {after}"),
            why: format!("{} more that are not listed", report.more),
        });
    }
    all
}
