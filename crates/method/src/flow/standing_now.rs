#![doc = include_str!("standing_now.md")]

use jiff::SignedDuration;

use crate::event::names::named;
use crate::moment::elapsed;
use crate::present::Present;
use crate::safe::Limits;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("standing_now.md");

/// The weeks that are compared with those before.
const RECENT_WEEKS: usize = 4;
/// All weeks looked at: 28 days against the 56 before them.
const WEEKS: usize = 12;
/// So many of the partner's starts are needed to tell anything.
const MIN_STARTS: u32 = 6;
/// Seconds in a week.
const WEEK_SECONDS: i64 = 7 * 24 * 60 * 60;

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
    let weeks = observed.as_secs() / WEEK_SECONDS;
    let silent = |course| Flow { course, probability: None, weeks };
    if limits.order.is_some() || limits.is_stopped() {
        return silent(Course::Stopped);
    }
    let starts = weekly_starts(present);
    let enough = starts.iter().sum::<u32>() >= MIN_STARTS;
    if observed < SignedDuration::from_secs(WEEK_SECONDS * 12) || !enough {
        return silent(Course::TooLittle);
    }
    let (course, probability) = chances(&starts).named();
    Flow { course, probability: Some(probability), weeks }
}

/// The partner's starts in each of the last twelve weeks, the newest first.
fn weekly_starts(present: &Present<'_>) -> [u32; WEEKS] {
    let mut weeks = [0; WEEKS];
    for contact in present.contacts.iter().filter(|contact| contact.is_partners_start()) {
        // The far end of a week belongs to it: a start of 28 days ago to the last 28 days, one of 84 to the 84.
        let ago = elapsed(contact.at, present.now).as_secs();
        let week = usize::try_from((ago - 1).max(0) / WEEK_SECONDS).ok();
        if let Some(week) = week.and_then(|week| weeks.get_mut(week)) {
            *week += 1;
        }
    }
    weeks
}

/// The chance of each course; the three sum to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Chances {
    /// The true rate is below two thirds of the earlier one.
    pub away: f64,
    /// Between two thirds and one and a half.
    pub still: f64,
    /// Above one and a half.
    pub closer: f64,
}

impl Chances {
    /// The likeliest course and its chance; of equals the one that claims least.
    #[must_use]
    pub fn named(self) -> (Course, f64) {
        let most = self.away.max(self.still).max(self.closer);
        if self.still >= most {
            (Course::Still, self.still)
        } else if self.away >= self.closer {
            (Course::MovingAway, self.away)
        } else {
            (Course::ComingCloser, self.closer)
        }
    }
}

/// Rates are laid on a grid in logarithms whose step divides the border of "still", so that no point lies on it.
const STEP: f64 = 0.405_465_108_108_164_4 / 4.5;
/// The lowest rate looked at: about one start in a year.
const LOWEST: f64 = -3.9;
/// Grid points of a rate: up to about 40 a week.
const POINTS: usize = 85;
/// The dispersions looked at: contacts come in bursts; the largest is close to Poisson.
const DISPERSIONS: [f64; 7] = [1.0, 2.0, 4.0, 8.0, 16.0, 40.0, 200.0];
/// How far, in logarithms, a rate is expected to move in two months; keeps few counts from claiming much.
const DRIFT: f64 = 0.8;

/// The chance of each course, by a negative-binomial model of the weekly counts: a rate for the last four weeks, a
/// rate for the eight before, one dispersion for both, each summed over a grid.
#[must_use]
pub fn chances(starts: &[u32; WEEKS]) -> Chances {
    let (recent, earlier) = starts.split_at(RECENT_WEEKS);
    let drift: [f64; POINTS] = core::array::from_fn(|apart| {
        let apart = STEP * as_f64(apart) / DRIFT;
        libm::exp(-0.5 * apart * apart)
    });
    let likelihoods = DISPERSIONS.map(|r| (likelihood(recent, r), likelihood(earlier, r)));
    let top = |rates: &[f64; POINTS]| rates.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let highest = likelihoods.iter().map(|(a, b)| top(a) + top(b)).fold(f64::NEG_INFINITY, f64::max);
    let mut chances = Chances::default();
    for (recent, earlier) in &likelihoods {
        let (high_recent, high_earlier) = (top(recent), top(earlier));
        let weight = libm::exp(high_recent + high_earlier - highest);
        let recent = recent.map(|log| libm::exp(log - high_recent));
        let earlier = earlier.map(|log| libm::exp(log - high_earlier));
        for (i, now) in recent.iter().enumerate() {
            for (j, before) in earlier.iter().enumerate() {
                let chance = weight * now * before * drift[i.abs_diff(j)];
                if i + 4 < j {
                    chances.away += chance;
                } else if j + 4 < i {
                    chances.closer += chance;
                } else {
                    chances.still += chance;
                }
            }
        }
    }
    let sum = chances.away + chances.still + chances.closer;
    Chances { away: chances.away / sum, still: chances.still / sum, closer: chances.closer / sum }
}

/// The log-likelihood of weekly counts at every rate of the grid, for one dispersion.
fn likelihood(counts: &[u32], r: f64) -> [f64; POINTS] {
    let weeks = as_f64(counts.len());
    let total: f64 = counts.iter().map(|&count| f64::from(count)).sum();
    let shape: f64 = counts.iter().map(|&count| libm::lgamma(f64::from(count) + r) - libm::lgamma(r)).sum();
    core::array::from_fn(|point| {
        let rate = libm::exp(LOWEST + STEP * as_f64(point));
        shape + weeks * r * libm::log(r / (r + rate)) + total * libm::log(rate / (r + rate))
    })
}

#[expect(clippy::cast_precision_loss, reason = "counts and grid points, far below 2^52")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_chances_sum_to_one() {
        let chances = chances(&[0, 1, 0, 3, 2, 2, 1, 4, 2, 0, 3, 2]);
        assert!((chances.away + chances.still + chances.closer - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_same_counts_throughout_are_still() {
        assert_eq!(chances(&[3; 12]).named().0, Course::Still);
    }

    #[test]
    fn falling_silent_is_moving_away_and_its_mirror_is_coming_closer() {
        let away = chances(&[0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3]).named();
        let closer = chances(&[5, 5, 5, 5, 1, 0, 1, 1, 0, 1, 1, 1]).named();
        assert_eq!((away.0, closer.0), (Course::MovingAway, Course::ComingCloser));
        assert!(away.1 > 0.9 && closer.1 > 0.9, "{away:?} {closer:?}");
    }

    #[test]
    fn one_busy_week_claims_less_than_a_steady_rise() {
        let burst = chances(&[8, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1]);
        let rise = chances(&[2, 2, 2, 2, 1, 1, 0, 1, 1, 0, 1, 1]);
        assert!(burst.closer < rise.closer, "{burst:?} {rise:?}");
    }

    #[test]
    fn hundreds_of_starts_a_week_do_not_overflow() {
        let chances = chances(&[u32::MAX; 12]);
        assert!(chances.still.is_finite() && chances.still > 0.0);
    }
}
