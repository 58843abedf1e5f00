//! The one place of the product that asks what time it is, and in which zone this machine stands.
//! Everything else is told.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use method::Moment;

/// A clock to be handed round: this machine's, or one set ahead of it. The sample lives on an evening of its own, and
/// a test need not wait for ten minutes to pass. Clones of one clock move together.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    ahead_seconds: Arc<AtomicI64>,
}

impl Clock {
    /// This moment by this clock.
    #[must_use]
    pub fn now(&self) -> Moment {
        let now = now();
        let ahead = SignedDuration::from_secs(self.ahead_seconds.load(Ordering::Relaxed));
        Moment { instant: now.instant.saturating_add(ahead).unwrap_or(now.instant), offset: now.offset }
    }

    /// Sets it so many seconds ahead of the machine's.
    pub fn set_ahead(&self, seconds: i64) {
        self.ahead_seconds.store(seconds, Ordering::Relaxed);
    }
}

/// This moment, with the offset of the machine's zone.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the clock module")]
pub fn now() -> Moment {
    let now = Zoned::now();
    Moment { instant: whole_seconds(now.timestamp()), offset: now.offset() }
}

/// The machine's zone; UTC where it does not say.
#[must_use]
pub fn zone() -> TimeZone {
    TimeZone::try_system().unwrap_or(TimeZone::UTC)
}

/// How long `work` takes.
#[expect(clippy::disallowed_methods, reason = "this is the clock module")]
pub fn time<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// How long a future takes.
#[expect(clippy::disallowed_methods, reason = "this is the clock module")]
pub async fn time_of<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let start = Instant::now();
    let done = work.await;
    (done, start.elapsed())
}

/// A person's moments are seconds.
fn whole_seconds(instant: Timestamp) -> Timestamp {
    Timestamp::from_second(instant.as_second()).unwrap_or(instant)
}
