//! A vault of 50 000 entries: opening, verifying, recording, memory; and one of a million imported messages: size and
//! time. Goals: today from the snapshot and its tail in 60 ms after unlocking, all verified in 400 ms, a warm record
//! with new guidance in 3 ms beyond the disk's own sync, 60 MiB.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use app::vault::{Vault, init};
use journal::seal::{Kdf, Unlock};
use journal::secret::Passphrase;
use journal::store::{Access, Folder};
use method::Moment;

use crate::bench_advise;
use crate::dice::Dice;
use crate::run::{Failed, root, tell};
use crate::stopwatch::{kibibytes, median, started, timed};

const RUNS: usize = 9;
const RECORDED: usize = 200;
const MESSAGES: u64 = 1_000_000;
const FOLDER: &str = "HALFLIGHT_BENCH_VAULT";

/// Prints the figures.
pub(crate) fn run() -> Result<(), Failed> {
    let target = root().join("target");
    let temporary = tempfile::tempdir_in(&target)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    runtime.block_on(entries(&Folder::at(temporary.path().join("entries"))))?;
    runtime.block_on(messages(&Folder::at(temporary.path().join("messages"))))
}

fn phrase() -> Passphrase {
    Passphrase::new("correct horse battery".into())
}

fn now() -> Result<Moment, Failed> {
    journal::lines::parse_moment("2030-01-01T12:00:00+01:00").map_err(|error| Failed(error.to_string()))
}

async fn open(folder: &Folder) -> Result<Vault, Failed> {
    let opened = Vault::open(folder, Access::Write, Unlock::Passphrase(&phrase())).await;
    opened.map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> Failed {
    Failed(error.to_string())
}

async fn entries(folder: &Folder) -> Result<(), Failed> {
    // Unlocking is half a second on purpose; what is measured comes after it, so that here it costs nothing.
    init(folder, &phrase(), Kdf::CHEAPEST).await.map_err(failed)?;
    let text = bench_advise::journal();
    let mut lines: Vec<&str> = text.lines().collect();
    let tail = lines.split_off(lines.len() - RECORDED);
    let mut vault = open(folder).await?;
    let took = started();
    vault.import(lines.join("\n").as_bytes()).await.map_err(failed)?;
    let imported = took();
    vault.keep_snapshot(true).await.map_err(failed)?;
    vault.import(tail.join("\n").as_bytes()).await.map_err(failed)?;
    vault.close().await.map_err(failed)?;
    let size = fs::metadata(folder.vault())?.len();
    tell(&format!("50 000 entries, {} in the vault's file; medians of {RUNS} runs", megabytes(size)));
    tell(&row("import", imported, ""));

    let mut todays = Vec::new();
    for _ in 0..RUNS {
        let took = started();
        let mut vault = open(folder).await?;
        let guidance = vault.today(now()?).await.map_err(failed)?;
        todays.push(took());
        drop(std::hint::black_box(guidance));
        drop(vault);
    }
    tell(&row("open from the snapshot and a tail of 200, today", median(todays), "(goal: 60 ms)"));

    let mut vault = open(folder).await?;
    let mut verified = Vec::new();
    for _ in 0..RUNS {
        let took = started();
        let faults = vault.verify().await.map_err(failed)?;
        verified.push(took());
        if let Some(fault) = faults.first() {
            return Err(failed(fault));
        }
    }
    tell(&row("verify every entry and the chain", median(verified), "(goal: 400 ms)"));
    warm(&mut vault, folder, tail[0]).await?;
    vault.close().await.map_err(failed)?;
    if let Ok(program) =
        Command::new("sqlite3").arg(folder.vault()).arg("SELECT sum(length(body)) FROM record").output()
    {
        let again = || {
            Command::new("sqlite3").arg(folder.vault()).arg("SELECT sum(length(body)) FROM record").output()
        };
        let (_, took) = timed(again);
        if program.status.success() {
            tell(&row("  beside it: sqlite3 reads the same file through", took, ""));
        }
    }
    remembered(folder, "(goal: 60 MiB)").await
}

async fn warm(vault: &mut Vault, folder: &Folder, line: &str) -> Result<(), Failed> {
    let entry = journal::lines::parse_line(line.as_bytes()).map_err(failed)?.0;
    let mut recorded = Vec::new();
    for _ in 0..RECORDED {
        let took = started();
        vault.record(vec![entry.clone()]).await.map_err(failed)?;
        let guidance = vault.today(now()?).await.map_err(failed)?;
        recorded.push(took());
        drop(std::hint::black_box(guidance));
    }
    let recorded = median(recorded);
    let sync = sync(folder.path())?;
    tell(&row("record one and say what the method says now", recorded, ""));
    tell(&row("  of it: the disk's sync of two pages", sync, ""));
    tell(&row("  beyond the sync", recorded.saturating_sub(sync), "(goal: 3 ms)"));
    Ok(())
}

/// What the disk takes for as much as a record's log holds: appended, then synced.
fn sync(folder: &Path) -> Result<Duration, Failed> {
    let mut file = File::create(folder.join("sync"))?;
    let mut times = Vec::new();
    for _ in 0..RECORDED {
        // In the same place again, as a log that was emptied is written again.
        file.seek(SeekFrom::Start(0))?;
        let (synced, took) = timed(|| file.write_all(&[7; 8192]).and_then(|()| file.sync_data()));
        synced?;
        times.push(took);
    }
    fs::remove_file(folder.join("sync"))?;
    Ok(median(times))
}

/// What a process holds after unlocking at the recommended cost; a process of its own, so that nothing else counts.
async fn remembered(folder: &Folder, goal: &str) -> Result<(), Failed> {
    let mut vault = open(folder).await?;
    vault.change_passphrase(&phrase(), Kdf::RECOMMENDED).await.map_err(failed)?;
    vault.close().await.map_err(failed)?;
    let this = std::env::current_exe()?;
    let output = Command::new(this).args(["measure", "vault-memory"]).env(FOLDER, folder.path()).output()?;
    let told = String::from_utf8_lossy(&output.stderr);
    for (line, goal) in told.lines().zip([goal, ""]) {
        tell(format!("{line}   {goal}").trim_end());
    }
    Ok(())
}

/// Opens the vault that the variable names, and tells what the process holds.
pub(crate) fn memory() -> Result<(), Failed> {
    let path =
        std::env::var_os(FOLDER).map(PathBuf::from).ok_or_else(|| failed("for `bench vault` alone"))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    runtime.block_on(async {
        let mut vault = open(&Folder::at(path)).await?;
        let guidance = vault.today(now()?).await.map_err(failed)?;
        let figure =
            |name| format!("{:>8.1} MiB", f64::from(kibibytes("self", name).unwrap_or_default()) / 1024.0);
        tell(&format!("{:<50}{}", "memory after unlocking and today", figure("VmRSS")));
        tell(&format!(
            "{:<50}{}   (64 MiB of it while deriving the key)",
            "  at its highest",
            figure("VmHWM")
        ));
        drop(std::hint::black_box((vault, guidance)));
        Ok(())
    })
}

async fn messages(folder: &Folder) -> Result<(), Failed> {
    init(folder, &phrase(), Kdf::CHEAPEST).await.map_err(failed)?;
    let text = history();
    let mut vault = open(folder).await?;
    let took = started();
    let imported = vault.import(text.as_bytes()).await.map_err(failed)?;
    let took = took();
    vault.keep_snapshot(true).await.map_err(failed)?;
    vault.close().await.map_err(failed)?;
    let size = fs::metadata(folder.vault())?.len();
    tell(&format!(
        "\n{} imported messages: {} as JSON Lines, {} in the vault with its snapshot",
        imported.added,
        megabytes(text.len() as u64),
        megabytes(size)
    ));
    tell(&row("import", took, ""));
    let mut vault = open(folder).await?;
    let (again, took) = {
        let took = started();
        let again = vault.import(text.as_bytes()).await.map_err(failed)?;
        (again, took())
    };
    tell(&row(&format!("import the same again ({} added)", again.added), took, ""));
    let took = started();
    vault.verify().await.map_err(failed)?;
    tell(&row("verify", took(), ""));
    let took = started();
    vault.export(&mut std::io::sink()).await.map_err(failed)?;
    tell(&row("export", took(), ""));
    drop(vault);
    let took = started();
    let mut vault = open(folder).await?;
    tell(&row("open from the snapshot", took(), ""));
    let took = started();
    drop(std::hint::black_box(vault.today(now()?).await.map_err(failed)?));
    tell(&row("today", took(), ""));
    drop(vault);
    remembered(folder, "").await?;
    let mut vault = open(folder).await?;
    let took = started();
    vault.erase(app::vault::Target::Import("phone".into())).await.map_err(failed)?;
    tell(&row("erase the import", took(), ""));
    vault.close().await.map_err(failed)?;
    tell(&format!("{:<50}{:>12}", "  the file after it", megabytes(fs::metadata(folder.vault())?.len())));
    Ok(())
}

fn history() -> String {
    let mut dice = Dice::new(MESSAGES);
    let mut text = String::new();
    let mut second = 1_500_000_000_u64;
    for _ in 0..MESSAGES {
        second += dice.whole(1, 400);
        let at = i64::try_from(second).ok().and_then(|second| jiff::Timestamp::from_second(second).ok());
        let at = at.unwrap_or_default();
        let by = dice.pick(&["me", "partner"]);
        let length = dice.whole(1, 200);
        let written = writeln!(
            text,
            r#"{{"at":"{at}","event":"message","by":"{by}","channel":"text","kind":"text","length":{length},"import":"phone"}}"#
        );
        debug_assert!(written.is_ok());
    }
    text
}

fn row(what: &str, took: Duration, goal: &str) -> String {
    format!("{what:<50}{:>9.2} ms   {goal}", took.as_secs_f64() * 1000.0).trim_end().to_owned()
}

#[expect(clippy::cast_precision_loss, reason = "a size in megabytes")]
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
