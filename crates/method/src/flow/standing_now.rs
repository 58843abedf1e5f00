#![doc = include_str!("standing_now.md")]

use jiff::SignedDuration;

use crate::event::names::named;
use crate::flow::rates::{RECENT_WEEKS, WEEKS, chances};
use crate::flow::weeks::{self, WEEK};
use crate::moment::elapsed;
use crate::present::Present;
use crate::safe::Limits;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("standing_now.md");

/// So many of the partner's starts are needed to tell anything.
const MIN_STARTS: u32 = 6;

named! {
    /// Where it stands; counts of contacts, not of feelings.
    Course {
        /// An order or a stop is in force.
        Stopped = "stopped",
        /// Too little to tell.
        TooLittle = "too-little",
        /// They start fewer contacts than before.
        MovingAway = "moving-away",
        /// About as many.
        Still = "still",
        /// They start more contacts than before.
        ComingCloser = "coming-closer",
    }
}

/// Where it stands, with the probability of the course named and the whole weeks observed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// The course.
    pub course: Course,
    /// Its probability, 0 to 1; none where nothing is claimed.
    pub probability: Option<f64>,
    /// Whole weeks since the first entry or imported message.
    pub weeks: i64,
}

/// Reads the partner's own personal starts: the last 28 days against the 56 before them.
#[must_use]
pub fn flow(present: &Present<'_>, limits: &Limits) -> Flow {
    let observed = present.first_recorded().map_or(SignedDuration::ZERO, |first| elapsed(first, present.now));
    let weeks = observed.as_secs() / WEEK.as_secs();
    let silent = |course| Flow { course, probability: None, weeks };
    if limits.order.is_some() || limits.is_stopped() {
        return silent(Course::Stopped);
    }
    let starts = weeks::starts(present);
    if observed < WEEK * 12 || !is_enough(&starts[..WEEKS]) {
        return silent(Course::TooLittle);
    }
    let (course, probability) = chances(&starts).named();
    Flow { course, probability: Some(probability), weeks }
}

/// Enough starts, and of either stretch at least half known.
fn is_enough(starts: &[Option<u32>]) -> bool {
    let half_known = |weeks: &[Option<u32>]| weeks.iter().flatten().count() * 2 >= weeks.len();
    let (recent, earlier) = starts.split_at(RECENT_WEEKS);
    half_known(recent) && half_known(earlier) && starts.iter().flatten().sum::<u32>() >= MIN_STARTS
}
