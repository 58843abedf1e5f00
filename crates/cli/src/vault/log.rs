//! `halflight log`: one event in short, or many as JSON Lines, each answered once it is on the disk.

use std::io::{self, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};

use app::vault::Vault;
use journal::lines;
use journal::short::{self, ShortError};
use method::Entry;
use serde_json::{Value, json};

use super::trouble::Told as _;
use super::{Place, finish};
use crate::exit::Failure;
use crate::input;

/// What `log` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = after_help())]
pub(crate) struct LogArgs {
    #[command(flatten)]
    place: Place,
    /// Read JSON Lines from this file, or from standard input with -, and answer each line
    #[arg(long, value_name = "FILE", conflicts_with = "event")]
    json: Option<PathBuf>,
    /// The event in short: its name, then words, figures and texts in any order, and name=value for any field
    #[arg(
        value_name = "EVENT",
        required_unless_present = "json",
        trailing_var_arg = true,
        allow_negative_numbers = true
    )]
    event: Vec<String>,
}

fn after_help() -> String {
    let events: Vec<&str> = short::events().collect();
    format!(
        "Examples:\n  halflight log urge text 8 a song in the kitchen\n  halflight log contact me starts call personal\n  \
         halflight log request meal 60min for=2026-03-07T19:00:00+01:00\n  halflight log checkin 4 6.5h suffered\n\n\
         Without at=TIME it happened now.\nEvents: {}",
        events.join(", ")
    )
}

pub(super) async fn run(args: LogArgs) -> Result<(), Failure> {
    match &args.json {
        Some(path) => many(&args.place, path).await,
        None => one(&args.place, &args.event).await,
    }
}

async fn one(place: &Place, words: &[String]) -> Result<(), Failure> {
    let entry = parse(words)?;
    let mut vault = place.open().await?;
    let folder = place.folder()?;
    let seqs = vault.record(vec![entry]).await.map_err(|error| error.told(&folder))?;
    let seq = seqs.first().map_or(0, |seq| seq.0);
    anstream::println!("Noted, as entry {seq}.");
    finish(vault, place).await
}

/// An entry from the words of a command line.
fn parse(words: &[String]) -> Result<Entry, Failure> {
    let unread = |why: String| Failure::usage(why, "`halflight log --help` shows examples.");
    let line: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    let mut object = short::parse(&line.join(" ")).map_err(|error| unread(told(&error, words)))?;
    if !object.contains_key("at") {
        let now = app::clock::now();
        object.insert("at".into(), now.instant.display_with_offset(now.offset).to_string().into());
    }
    let (entry, unknown) = lines::parse_object(object).map_err(|error| unread(error.to_string()))?;
    match unknown.first() {
        Some(field) => Err(unread(format!("the field {field:?} is not known to this event"))),
        None => Ok(entry),
    }
}

/// What is wrong with a line, without the line's words: they may be the person's own.
fn told(error: &ShortError, words: &[String]) -> String {
    match error {
        ShortError::UnknownEvent(_) => {
            let events: Vec<&str> = short::events().collect();
            format!("the first word names no event; the events are: {}", events.join(", "))
        }
        ShortError::UnknownWord { word, event, known } => {
            let place = words.iter().position(|other| other == word).map_or(0, |place| place + 1);
            format!("word {place} means nothing to {event:?}; it knows: {known}")
        }
        ShortError::Empty | ShortError::OpenQuotation => error.to_string(),
    }
}

/// A word as the shell gave it, so that what the shell held together stays together.
fn quoted(word: &str) -> String {
    if !word.contains(|letter: char| letter.is_whitespace() || letter == '"') {
        return word.to_owned();
    }
    let escape = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
    };
    match word.split_once('=') {
        Some((name, value)) if is_name(name) => format!("{name}=\"{}\"", escape(value)),
        _ => format!("\"{}\"", escape(word)),
    }
}

/// So many lines that have come by then share one sync of the disk.
const TOGETHER: usize = 256;

/// A line with its number; none where it was too long, an error where reading broke off.
type Line = Result<(u64, Option<Vec<u8>>), io::ErrorKind>;

async fn many(place: &Place, path: &Path) -> Result<(), Failure> {
    let folder = place.folder()?;
    let input = input::open(path)?;
    let mut vault = place.open().await?;
    let lines = reader(input);
    let (mut taken, mut refused, mut failed) = (0_u64, 0_u64, None);
    while let Ok(first) = lines.recv() {
        let waiting = std::iter::once(first).chain(lines.try_iter().take(TOGETHER - 1));
        let (mut answers, mut entries) = (Vec::new(), Vec::new());
        for line in waiting {
            match line {
                Ok((number, line)) => answers.extend(read(number, line.as_deref(), &mut entries)),
                Err(kind) => failed = Some(broke_off(kind)),
            }
        }
        let count = entries.len() as u64;
        match record(&mut vault, entries, &mut answers).await {
            Ok(()) => taken += count,
            Err(error) => failed = Some(error.told(&folder)),
        }
        refused += answers.len() as u64 - count;
        answer(&answers)?;
    }
    finish(vault, place).await?;
    match failed {
        Some(failure) => Err(failure),
        None if taken == 0 && refused > 0 => Err(Failure::work(
            format!("none of the {refused} lines could be read as an event"),
            "A journal has one event a line, as `halflight export` writes it.",
        )),
        None => Ok(()),
    }
}

fn broke_off(kind: io::ErrorKind) -> Failure {
    Failure::work(format!("reading broke off ({kind})"), "What was answered with a number is kept.")
}

/// The answer to a line; where it is an entry, its number is filled in once it is durable.
struct Answer {
    line: u64,
    told: Result<Option<u64>, String>,
}

/// One line read; a blank one has no answer.
fn read(number: u64, line: Option<&[u8]>, entries: &mut Vec<Entry>) -> Option<Answer> {
    let refused = |why: String| Some(Answer { line: number, told: Err(why) });
    let Some(line) = line else { return refused(lines::too_long()) };
    if line.trim_ascii().is_empty() {
        return None;
    }
    match lines::parse_line(line) {
        Ok((entry, unknown)) => {
            for field in unknown {
                anstream::eprintln!(
                    "line {number}: the field {field:?} is not known; the rest of the line counts"
                );
            }
            entries.push(entry);
            Some(Answer { line: number, told: Ok(None) })
        }
        Err(error) => refused(error.to_string()),
    }
}

async fn record(
    vault: &mut Vault,
    entries: Vec<Entry>,
    answers: &mut [Answer],
) -> Result<(), journal::ledger::WriteError> {
    if entries.is_empty() {
        return Ok(());
    }
    let recorded = vault.record(entries).await;
    let waiting = answers.iter_mut().filter(|answer| answer.told.is_ok());
    match recorded {
        Ok(seqs) => {
            for (answer, seq) in waiting.zip(seqs) {
                answer.told = Ok(Some(seq.0));
            }
            Ok(())
        }
        Err(error) => {
            for answer in waiting {
                answer.told = Err(format!("it was not kept: {error}"));
            }
            Err(error)
        }
    }
}

fn answer(answers: &[Answer]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for answer in answers {
        let told: Value = match &answer.told {
            Ok(seq) => json!({ "seq": seq }),
            Err(why) => json!({ "line": answer.line, "error": why }),
        };
        writeln!(out, "{told}")?;
    }
    out.flush()
}

/// Reads lines on a thread of their own, so that those that have come can be kept together.
fn reader(input: Box<dyn io::Read + Send>) -> Receiver<Line> {
    let (sender, lines) = sync_channel(TOGETHER);
    std::thread::spawn(move || {
        let read = lines::each(BufReader::new(input), |number, line| {
            sender.send(Ok((number, line.map(<[u8]>::to_vec)))).is_ok()
        });
        if let Err(error) = read {
            // Nobody waits for it any more if this fails.
            let _told = sender.send(Err(error.kind()));
        }
    });
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(words: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        let entry = parse(&words).unwrap_or_else(|failure| panic!("{failure:?}"));
        let line = lines::print(&entry);
        line[line.find("\"event\"").expect("it has one")..].to_owned()
    }

    #[test]
    fn what_the_shell_held_together_stays_together() {
        assert_eq!(text_of(&["note", "he said \"no\""]), r#""event":"note","text":"he said \"no\""}"#);
        assert_eq!(
            text_of(&["urge", "text", "8", "trigger=a song"]),
            r#""event":"urge","channel":"text","strength":8,"trigger":"a song","acted":false}"#
        );
    }

    #[test]
    fn a_field_that_the_event_does_not_have_is_told_and_nothing_is_written() {
        let words = ["fear", "yes", "minutes=3"].map(String::from);
        assert!(matches!(parse(&words), Err(Failure::Usage { .. })));
    }
}
