//! How long something takes. The product asks for the time in one place only; its chores, which measure it, in this.

use std::time::{Duration, Instant};

/// Does `work` and says how long it took.
#[expect(
    clippy::disallowed_methods,
    reason = "a stopwatch measures the machine; nothing the product says depends on it"
)]
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}
