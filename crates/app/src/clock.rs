//! The one place of the product that asks what time it is, and in which zone this machine stands.
//! Everything else is told.

use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use method::Moment;

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

/// A person's moments are seconds.
fn whole_seconds(instant: Timestamp) -> Timestamp {
    Timestamp::from_second(instant.as_second()).unwrap_or(instant)
}
