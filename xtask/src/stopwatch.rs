//! How long something takes. The product asks for the time in one place only; its chores, which measure it, in this.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io};

/// The middle one of several times; nought of none.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Begins to measure; what it gives says how long ago that was.
#[expect(
    clippy::disallowed_methods,
    reason = "a stopwatch measures the machine; nothing the product says depends on it"
)]
pub(crate) fn started() -> impl FnOnce() -> Duration {
    let start = Instant::now();
    move || start.elapsed()
}

/// Does `work` and says how long it took.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let took = started();
    let done = work();
    (done, took())
}

/// How long a command runs, its output thrown away.
pub(crate) fn time(mut command: Command) -> io::Result<Duration> {
    let (status, time) = timed(|| command.stdout(Stdio::null()).status());
    if status?.success() { Ok(time) } else { Err(io::Error::other(format!("{command:?} failed"))) }
}

/// A time in milliseconds.
pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A figure of a process's memory in KiB, by its name in `/proc/PROCESS/status` (proc(5)); none where the system tells
/// none.
pub(crate) fn kibibytes(process: &str, name: &str) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let told = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    told.split_whitespace().next()?.parse().ok()
}

/// The most memory of its own a process had, in KiB: what it holds beside the file, asked many times a second.
pub(crate) fn peak(mut command: Command) -> io::Result<u64> {
    let mut child = command.stdout(Stdio::null()).spawn()?;
    let process = child.id().to_string();
    let mut most = 0;
    while child.try_wait()?.is_none() {
        most = most.max(kibibytes(&process, "RssAnon").map_or(0, u64::from));
    }
    Ok(most)
}
