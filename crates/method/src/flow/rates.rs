//! How likely it is that a rate of contacts fell, held or rose: the model behind FLOW-4.
//!
//! Weekly counts go in, three chances come out. It knows no journal and no person. How often its chances come true is
//! held to simulated lives (`cargo xtask calibrate standing`), not to what would look well.
//!
//! A week's count is negative-binomial around its rate, since contacts come in bursts; how strong the bursts are is not
//! known and is summed over. Now and then a week is an odd one (a holiday, an illness) that says little. The rate is one
//! that changed once, in any of the weeks and by any factor, or one that moved a little; a change of the last two weeks
//! cannot be told from odd ones and is not looked for. What follows from each for the last four weeks against the eight
//! before is summed likewise. Older weeks tell of the bursts only: how four weeks share their sum does not depend on the
//! rate they had (the conditional likelihood of Robinson and Smyth 2008), so that an old change passes for no burst.

use crate::flow::standing_now::Course;

/// The weeks that are compared with those before.
pub const RECENT_WEEKS: usize = 4;
/// All weeks compared: 28 days against the 56 before them.
pub const WEEKS: usize = 12;

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

    fn add(&mut self, times: f64, rate: f64) {
        let border = 1.5;
        if rate * border < 1.0 {
            self.away += times;
        } else if rate > border {
            self.closer += times;
        } else {
            self.still += times;
        }
    }

    fn map(self, each: impl Fn(f64) -> f64) -> Self {
        Self { away: each(self.away), still: each(self.still), closer: each(self.closer) }
    }
}

/// Rates are laid on a grid in logarithms whose step divides the border of "still", so that no point lies on it.
const GRID: f64 = 0.405_465_108_108_164_4 / 3.5;
/// The lowest rate looked at: about one start in a year.
const LOWEST: f64 = -3.9;
/// Grid points of a rate: up to about 40 a week.
const POINTS: usize = 67;
/// How far apart two rates may lie, downward and upward.
const APART: usize = 2 * POINTS - 1;
/// The dispersions looked at, each as likely: from strong bursts to close to Poisson.
const DISPERSIONS: [f64; 7] = [1.5, 2.5, 4.0, 6.5, 11.0, 20.0, 50.0];
/// The dispersion of an odd week, of which its rate says little.
const ODD_DISPERSION: f64 = 0.3;
/// How many weeks are odd.
const ODD: f64 = 0.04;
/// A change is looked for from so many weeks back on.
const NEWEST_CHANGE: usize = 3;
/// A rate is expected near two starts a week, in logarithms, give or take [`LEVEL_SPREAD`].
const LEVEL: f64 = 0.7;
/// How far, in logarithms, a rate may lie from that.
const LEVEL_SPREAD: f64 = 1.2;
/// How much of the belief goes to one change within the twelve weeks; the rest goes to a rate that moved little.
const CHANGED: f64 = 0.85;
/// How large a change is expected to be, in logarithms; long-tailed, since some fall silent.
const CHANGE: f64 = 0.95;
/// How far a rate moves that moves little, in logarithms.
const LITTLE: f64 = 0.15;
/// How much older weeks count in telling how bursty contacts are; habits change.
const OLDER: f64 = 0.5;
/// So many older weeks are taken together as having had one rate.
const TOGETHER: usize = 4;

/// The chance of each course from weekly counts, the newest first; none stands for a week of which nothing is known.
/// The first twelve are compared; what follows them tells how bursty contacts are.
#[must_use]
pub fn chances(weeks: &[Option<u32>]) -> Chances {
    let (compared, older) = weeks.split_at(WEEKS.min(weeks.len()));
    let belief = Belief::new();
    let odd = compared_at(compared, ODD_DISPERSION);
    let (mut sums, mut scale) = (Chances::default(), f64::NEG_INFINITY);
    for r in DISPERSIONS {
        let stretches = Stretches::of(&compared_at(compared, r), &odd);
        let from_older = OLDER * sharing(older, r);
        for back in NEWEST_CHANGE..WEEKS {
            let (new, high_new) = stretches.likelihoods(0, back);
            let (old, high_old) = stretches.likelihoods(back, WEEKS);
            let high = high_new + high_old + from_older;
            // What was summed so far shrinks where something far likelier comes.
            if high > scale {
                sums = sums.map(|sum| sum * libm::exp(scale - high));
                scale = high;
            }
            belief.weigh(back, &pairs(&old, &new), libm::exp(high - scale), &mut sums);
        }
    }
    let sum = sums.away + sums.still + sums.closer;
    sums.map(|part| part / sum)
}

/// What is believed of a change before any count is seen.
struct Belief {
    /// By how far the new rate lies from the old: the factor between them.
    factors: [f64; APART],
    /// How likely it is in a rate that changed, for each week in which it may have.
    changed: [f64; APART],
    /// How likely it is in one that moved little.
    little: [f64; APART],
}

impl Belief {
    fn new() -> Self {
        let apart = |place: usize| GRID * (as_f64(place) - as_f64(POINTS - 1));
        let share = |of: [f64; APART], whole: f64| {
            let sum: f64 = of.iter().sum();
            of.map(|part| whole * part / sum)
        };
        let changed = core::array::from_fn(|place| libm::exp(-libm::fabs(apart(place)) / CHANGE));
        let little = core::array::from_fn(|place| {
            let moved = apart(place) / LITTLE;
            libm::exp(-0.5 * moved * moved)
        });
        Self {
            factors: core::array::from_fn(|place| libm::exp(apart(place))),
            changed: share(changed, CHANGED / as_f64(WEEKS - NEWEST_CHANGE)),
            little: share(little, 1.0 - CHANGED),
        }
    }

    /// Adds to `sums` what pairs of rates so far apart mean, if the change lies `back` weeks back.
    fn weigh(&self, back: usize, pairs: &[f64; APART], times: f64, sums: &mut Chances) {
        let share = |part: usize, of: usize| as_f64(part) / as_f64(of);
        let new_in_recent = share(back.min(RECENT_WEEKS), RECENT_WEEKS);
        let new_in_earlier = share(back.saturating_sub(RECENT_WEEKS), WEEKS - RECENT_WEEKS);
        for (place, pair) in pairs.iter().enumerate() {
            let mixed = |new: f64| 1.0 + new * (self.factors[place] - 1.0);
            let little = if back == RECENT_WEEKS { self.little[place] } else { 0.0 };
            sums.add(
                times * pair * (self.changed[place] + little),
                mixed(new_in_recent) / mixed(new_in_earlier),
            );
        }
    }
}

/// How likely two rates of the grid are together, by how far the new one lies from the old.
fn pairs(old: &[f64; POINTS], new: &[f64; POINTS]) -> [f64; APART] {
    let mut pairs = [0.0; APART];
    for (point, old) in old.iter().enumerate() {
        for (pair, new) in pairs[POINTS - 1 - point..].iter_mut().zip(new) {
            *pair += old * new;
        }
    }
    pairs
}

/// For each week compared, its log-likelihood at every rate.
type AtRates = [[f64; POINTS]; WEEKS];

/// How likely each week is at every rate, for one dispersion. A week of which nothing is known is as likely at any.
fn compared_at(weeks: &[Option<u32>], r: f64) -> AtRates {
    let rate = |point: usize| libm::exp(LOWEST + GRID * as_f64(point));
    let week: [f64; POINTS] = core::array::from_fn(|point| r * libm::log(r / (r + rate(point))));
    let start: [f64; POINTS] = core::array::from_fn(|point| libm::log(rate(point) / (r + rate(point))));
    let none = libm::lgamma(r);
    core::array::from_fn(|place| {
        let starts = weeks.get(place).copied().flatten().map(f64::from);
        starts.map_or([0.0; POINTS], |starts| {
            let shape = libm::lgamma(starts + r) - none;
            core::array::from_fn(|point| shape + week[point] + starts * start[point])
        })
    })
}

/// The weeks compared, summed from the newest, so that the likelihood of any stretch of them is a matter of two looks.
struct Stretches([[f64; POINTS]; WEEKS + 1]);

impl Stretches {
    fn of(usual: &AtRates, odd: &AtRates) -> Self {
        let (is_usual, is_odd) = (libm::log1p(-ODD), libm::log(ODD));
        let mut sums = [[0.0; POINTS]; WEEKS + 1];
        for (place, (usual, odd)) in usual.iter().zip(odd).enumerate() {
            let either = |point: usize| sum_of_logs(usual[point] + is_usual, odd[point] + is_odd);
            sums[place + 1] = core::array::from_fn(|point| sums[place][point] + either(point));
        }
        Self(sums)
    }

    /// How likely the weeks from `from` to before `to` are at every rate, the highest being 1, and the logarithm of that.
    fn likelihoods(&self, from: usize, to: usize) -> ([f64; POINTS], f64) {
        let logs: [f64; POINTS] = core::array::from_fn(|point| {
            let level = (LOWEST + GRID * as_f64(point) - LEVEL) / LEVEL_SPREAD;
            // Either side of a change bears half of what is believed of its level.
            self.0[to][point] - self.0[from][point] - 0.25 * level * level
        });
        let high = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        (logs.map(|log| libm::exp(log - high)), high)
    }
}

/// The logarithm of the sum of two numbers, from theirs.
fn sum_of_logs(one: f64, other: f64) -> f64 {
    one.max(other) + libm::log1p(libm::exp(-libm::fabs(one - other)))
}

/// The log-likelihood of how neighbouring weeks share their sum, whatever their rate was.
fn sharing(weeks: &[Option<u32>], r: f64) -> f64 {
    let none = libm::lgamma(r);
    let each = |weeks: &[Option<u32>]| {
        let (mut all, mut sum, mut log) = (0.0, 0.0, 0.0);
        for starts in weeks.iter().flatten().copied().map(f64::from) {
            all += r;
            sum += starts;
            log += libm::lgamma(starts + r) - none;
        }
        if sum > 0.0 { log + libm::lgamma(all) - libm::lgamma(all + sum) } else { 0.0 }
    };
    weeks.chunks(TOGETHER).map(each).sum()
}

#[expect(clippy::cast_precision_loss, reason = "weeks and grid points, far below 2^52")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn of(starts: [u32; WEEKS]) -> Chances {
        chances(&starts.map(Some))
    }

    #[test]
    fn the_three_chances_sum_to_one() {
        let chances = of([0, 1, 0, 3, 2, 2, 1, 4, 2, 0, 3, 2]);
        assert!((chances.away + chances.still + chances.closer - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_same_counts_throughout_are_still() {
        assert_eq!(of([3; 12]).named().0, Course::Still);
    }

    #[test]
    fn falling_silent_is_moving_away_and_its_mirror_is_coming_closer() {
        let away = of([0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3]).named();
        let closer = of([5, 5, 5, 5, 1, 0, 1, 1, 0, 1, 1, 1]).named();
        assert_eq!((away.0, closer.0), (Course::MovingAway, Course::ComingCloser));
        assert!(away.1 > 0.9 && closer.1 > 0.9, "{away:?} {closer:?}");
    }

    #[test]
    fn one_busy_week_claims_less_than_a_steady_rise() {
        let burst = of([8, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1]);
        let rise = of([2, 2, 2, 2, 1, 1, 0, 1, 1, 0, 1, 1]);
        assert!(burst.closer < rise.closer, "{burst:?} {rise:?}");
    }

    #[test]
    fn a_fall_long_before_the_last_weeks_is_still_a_fall_against_the_eight_before() {
        let chances = of([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 6]);
        assert!(chances.away > 0.8, "{chances:?}");
    }

    #[test]
    fn one_odd_week_among_many_alike_changes_nothing() {
        let chances = of([0, 4, 5, 4, 4, 3, 4, 5, 4, 3, 4, 4]);
        assert_eq!(chances.named().0, Course::Still, "{chances:?}");
        assert!(chances.still > 0.8, "{chances:?}");
    }

    #[test]
    fn weeks_of_which_nothing_is_known_claim_less_than_weeks_of_silence() {
        let mut weeks = [3; WEEKS].map(Some);
        weeks[0] = None;
        weeks[1] = None;
        let unknown = chances(&weeks);
        let silent = of([0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
        assert!(unknown.away < 0.1 && silent.away > 2.0 * unknown.away, "{unknown:?} {silent:?}");
    }

    #[test]
    fn a_steady_past_makes_a_change_surer_than_a_bursty_one() {
        let recent = [1, 2, 1, 1, 3, 4, 3, 3, 4, 3, 3, 4];
        let with = |past: [u32; 4]| {
            let weeks: Vec<Option<u32>> =
                recent.into_iter().chain(past.into_iter().cycle().take(48)).map(Some).collect();
            chances(&weeks).away
        };
        let (steady, bursty) = (with([3, 4, 3, 3]), with([13, 0, 0, 0]));
        assert!(steady > of(recent).away && of(recent).away > bursty, "{steady} {bursty}");
    }

    #[test]
    fn an_old_change_of_level_is_no_burst() {
        let recent = [1, 2, 1, 1, 3, 4, 3, 3, 4, 3, 3, 4];
        let changed = [[3, 4, 3, 3]; 6].into_iter().chain([[12, 13, 12, 12]; 6]).flatten();
        let weeks: Vec<Option<u32>> = recent.into_iter().chain(changed).map(Some).collect();
        assert!(chances(&weeks).away > of(recent).away);
    }

    #[test]
    fn any_counts_at_all_give_chances() {
        for weeks in [&[][..], &[None; 64], &[Some(0); 64], &[Some(u32::MAX); 64], &[Some(1); 3]] {
            let chances = chances(weeks);
            let sum = chances.away + chances.still + chances.closer;
            assert!((sum - 1.0).abs() < 1e-9, "{weeks:?} {chances:?}");
        }
        assert!(of([u32::MAX; 12]).still > 0.0);
    }
}
