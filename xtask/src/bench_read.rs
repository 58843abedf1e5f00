//! `halflight read` against the floor: a million messages, beside what `rg` and `wc` need to look at the same bytes.
//!
//! Everything is measured in one run on one machine and told as a ratio, since seconds travel badly.

#![expect(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a chore tells what it found to whoever ran it, in rounded figures"
)]

use crate::dice::Dice;
use crate::run::{Failed, cargo, root};
use crate::stopwatch::{median, peak, time};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The heads of the file, as ripgrep counts them.
const HEADS: &str = r"^\d{1,2}/\d{1,2}/\d{2}, \d{1,2}:\d{2} [AP]M - ";
const MESSAGES: u32 = 1_000_000;
const ROUNDS: usize = 7;

/// Makes the export if it is not there, measures, prints.
pub(crate) fn read() -> Result<(), Failed> {
    let file = million()?;
    cargo(&["build", "--release", "--quiet", "--package", "cli"])?;
    let path = file.display().to_string();
    let ours = || {
        let mut command = Command::new("target/release/halflight");
        command.args(["read", &path, "--me", ME, "--zone", "America/New_York", "--json"]);
        command
    };
    let floor = || {
        let mut command = Command::new("rg");
        command.args(["-c", HEADS, &path]);
        command
    };
    let lines = || {
        let mut command = Command::new("wc");
        command.args(["-l", &path]);
        command
    };
    let (mut us, mut rg, mut wc) = (Vec::new(), Vec::new(), Vec::new());
    // In turn, so that a busy moment of the machine falls on all three.
    for _ in 0..ROUNDS {
        us.push(time(ours())?);
        rg.push(time(floor())?);
        wc.push(time(lines())?);
    }
    let (us, rg, wc) = (median(us), median(rg), median(wc));
    let megabytes = fs::metadata(&file)?.len() as f64 / 1e6;
    println!("read, {MESSAGES} WhatsApp messages, {megabytes:.0} MB, median of {ROUNDS}, whole process");
    println!("  halflight read --json  {:7.3} s", us.as_secs_f64());
    println!(
        "  rg -c HEADS            {:7.3} s   ratio {:.2}, aim 1.2",
        rg.as_secs_f64(),
        us.as_secs_f64() / rg.as_secs_f64()
    );
    println!(
        "  wc -l                  {:7.3} s   ratio {:.2}",
        wc.as_secs_f64(),
        us.as_secs_f64() / wc.as_secs_f64()
    );
    println!("  peak memory beyond the mapped file  {:.1} MiB, aim 64", peak(ours())? as f64 / 1024.0);
    Ok(())
}

/// The name of the person in the export of [`million`].
pub(crate) const ME: &str = "Jo Winter";

/// The export of a million messages, made if it is not there.
pub(crate) fn million() -> io::Result<PathBuf> {
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder)?;
    let file = folder.join("whatsapp-1m.txt");
    if !file.exists() {
        export(&file)?;
    }
    Ok(file)
}

/// Writes ten years of a chat as an American Android phone exports it.
fn export(path: &Path) -> io::Result<()> {
    const WORDS: [&str; 24] = [
        "the", "train", "is", "late", "again", "see", "you", "at", "home", "bread", "and", "milk", "yes",
        "no", "maybe", "tomorrow", "call", "me", "when", "you", "are", "there", "❤️", "😂",
    ];
    let mut dice = Dice::new(1);
    let mut file = BufWriter::new(File::create(path)?);
    let zone = jiff::tz::TimeZone::UTC;
    let start = jiff::civil::date(2015, 1, 1)
        .to_zoned(zone.clone())
        .map_err(io::Error::other)?
        .timestamp()
        .as_second();
    writeln!(file, "1/1/15, 12:00 AM - Messages and calls are end-to-end encrypted.")?;
    for message in 0..i64::from(MESSAGES) {
        let at = jiff::Timestamp::from_second(start + message * 316)
            .map_err(io::Error::other)?
            .to_zoned(zone.clone());
        let who = if dice.chance(0.5) { ME } else { "Mia Sommer" };
        write!(file, "{} - {who}: ", at.strftime("%-m/%-d/%y, %-I:%M %p"))?;
        if dice.chance(0.06) {
            writeln!(file, "<Media omitted>")?;
            continue;
        }
        for _ in 0..2 + dice.below(13) {
            write!(file, "{} ", dice.pick(&WORDS))?;
        }
        if dice.chance(0.05) {
            write!(file, "\nand a second line")?;
        }
        writeln!(file)?;
    }
    file.flush()
}
