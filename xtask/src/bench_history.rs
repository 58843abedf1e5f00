//! `halflight read` on a million messages of every format, beside the floor: what `wc`, `rg` or `sqlite3` need to look
//! at the same bytes.
//!
//! Everything is measured in one run on one machine, in turn, and told as a ratio as well, since seconds travel badly.
//! No figure here is a test. What is not installed is left out and said.

#![expect(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a chore tells what it found to whoever ran it, in rounded figures"
)]

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::made_exports::{self, Made};
use crate::run::{self, Failed};
use crate::stopwatch::{median, peak, time};

const ROUNDS: usize = 5;
/// The aims are for this many messages.
const AIMED_AT: u32 = 1_000_000;

/// What one format is measured with.
struct Case {
    name: &'static str,
    file: &'static str,
    make: fn(&Path, u32) -> io::Result<()>,
    partner: &'static str,
    /// The aim, in seconds for a million messages.
    aim: Option<f64>,
    floors: &'static [&'static [&'static str]],
}

/// The floor of the iMessage databases: what SQLite itself takes to count both sides by week.
const WEEKS_BY_SQLITE: &[&str] = &[
    "sqlite3",
    "FILE",
    "SELECT strftime('%Y-%W', date / 1000000000 + 978307200, 'unixepoch') AS week, is_from_me, count(*) FROM message GROUP BY 1, 2",
];

const CASES: [Case; 8] = [
    Case {
        name: "WhatsApp",
        file: "whatsapp.txt",
        make: made_exports::whatsapp,
        partner: Made::PARTNER,
        aim: None,
        floors: &[&["wc", "-l"], &["rg", "-c", r"^\d{1,2}/\d{1,2}/\d{2}, \d{1,2}:\d{2} [AP]M - "]],
    },
    Case {
        name: "Telegram",
        file: "result.json",
        make: made_exports::telegram,
        partner: Made::PARTNER,
        aim: Some(0.35),
        floors: &[&["wc", "-l"], &["rg", "-c", r#"^   "type": "message""#]],
    },
    Case {
        name: "Messenger",
        file: "message_1.json",
        make: made_exports::messenger,
        partner: Made::PARTNER,
        aim: Some(0.25),
        floors: &[&["wc", "-l"], &["rg", "-c", r#""sender_name""#]],
    },
    Case {
        name: "SMS Backup & Restore",
        file: "sms.xml",
        make: made_exports::sms,
        partner: Made::NUMBER,
        aim: Some(0.5),
        floors: &[&["wc", "-l"], &["rg", "-c", "<sms "]],
    },
    Case {
        name: "iMessage",
        file: "chat.db",
        make: made_exports::imessage,
        partner: Made::NUMBER,
        aim: Some(0.8),
        floors: &[WEEKS_BY_SQLITE],
    },
    Case {
        name: "iMessage, from attributedBody",
        file: "chat-bodies.db",
        make: made_exports::imessage_bodies,
        partner: Made::NUMBER,
        aim: Some(0.8),
        floors: &[WEEKS_BY_SQLITE],
    },
    Case {
        name: "CSV",
        file: "messages.csv",
        make: made_exports::table,
        partner: Made::PARTNER,
        aim: None,
        floors: &[&["wc", "-l"]],
    },
    Case {
        name: "mbox",
        file: "inbox.mbox",
        make: made_exports::mail,
        partner: Made::PARTNER,
        aim: None,
        floors: &[&["wc", "-l"], &["rg", "-c", "^From "]],
    },
];

/// Makes what is not there, measures, prints.
pub(crate) fn run(messages: u32) -> Result<(), Failed> {
    let folder = run::root().join("target/bench").join(messages.to_string());
    fs::create_dir_all(&folder)?;
    run::cargo(&["build", "--release", "--quiet", "--package", "cli"])?;
    println!(
        "history: {messages} messages of each format, median of {ROUNDS}, whole processes, files in memory"
    );
    println!("{:<30}{:>7}{:>10}{:>9}{:>12}   floors (ratio)", "", "MB", "seconds", "MB/s", "own memory");
    for case in &CASES {
        let path = folder.join(case.file);
        if !path.exists() {
            // Under another name first: one that was broken off is not taken for whole.
            let unfinished = path.with_extension("unfinished");
            let _ = fs::remove_file(&unfinished);
            (case.make)(&unfinished, messages)?;
            fs::rename(&unfinished, &path)?;
        }
        measure(case, &path, messages)?;
    }
    Ok(())
}

fn measure(case: &Case, path: &Path, messages: u32) -> io::Result<()> {
    let ours = || {
        let mut command = Command::new(run::root().join("target/release/halflight"));
        command.arg("read").arg(path).args(["--me", Made::ME, "--partner", case.partner]);
        command.args(["--zone", "America/New_York", "--json"]);
        command
    };
    let counted = messages_of(ours())?;
    if counted != u64::from(messages) {
        println!(
            "{}: {counted} messages were counted, not {messages}: what follows measures nothing",
            case.name
        );
    }
    let floors: Vec<&[&str]> = case.floors.iter().copied().filter(|floor| run::is_there(floor[0])).collect();
    let floor = |words: &[&str]| {
        let mut command = Command::new(words[0]);
        let mut named = false;
        for word in &words[1..] {
            if *word == "FILE" {
                named = true;
                command.arg(path);
            } else {
                command.arg(word);
            }
        }
        if !named {
            command.arg(path);
        }
        command
    };
    let mut us = Vec::new();
    let mut them: Vec<Vec<Duration>> = vec![Vec::new(); floors.len()];
    // In turn, so that a busy moment of the machine falls on all.
    for _ in 0..ROUNDS {
        us.push(time(ours())?);
        for (words, times) in floors.iter().zip(&mut them) {
            times.push(time(floor(words))?);
        }
    }
    let seconds = median(us).as_secs_f64();
    let megabytes = fs::metadata(path)?.len() as f64 / 1e6;
    let told: Vec<String> = floors
        .iter()
        .zip(them)
        .map(|(words, times)| {
            let floor = median(times).as_secs_f64();
            format!("{} {floor:.3} s ({:.2})", words[0], seconds / floor)
        })
        .collect();
    let aim =
        case.aim.filter(|_| messages == AIMED_AT).map(|aim| format!("; aim {aim} s")).unwrap_or_default();
    println!(
        "{:<30}{megabytes:>7.0}{seconds:>10.3}{:>9.0}{:>8.1} MiB   {}{aim}",
        case.name,
        megabytes / seconds,
        peak(ours())? as f64 / 1024.0,
        if told.is_empty() { "none is installed".to_owned() } else { told.join(", ") },
    );
    Ok(())
}

/// How many messages `halflight read --json` counts.
fn messages_of(mut command: Command) -> io::Result<u64> {
    let output = command.stderr(Stdio::inherit()).output()?;
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(io::Error::other)?;
    let people = told["people"].as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(people.iter().filter_map(|person| person["messages"].as_u64()).sum())
}
