//! How long something takes. The product asks for the time in one place only; its chores, which measure it, in this.

use std::time::{Duration, Instant};

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
