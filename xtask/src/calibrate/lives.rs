//! Simulated lives: what somebody's weekly starts truly were, and what of it can be seen.
//!
//! Rates of 0.5 to 9 a week, steady, with one step, or drifting, and some that fall nearly silent; holidays over them; counts in bursts, `r` from 2 to 50;
//! gaps of which nothing was recorded. Levels and bursts are as likely by factor, not by difference.

use crate::dice::Dice;

/// The lowest rate a week.
const LOWEST: f64 = 0.5;
/// The highest, holidays apart.
const HIGHEST: f64 = 9.0;
/// How many lives have a holiday, and how many a gap.
const HOLIDAYS: f64 = 0.3;
const GAPS: f64 = 0.25;
/// Holidays and gaps that matter lie so many weeks back or fewer.
pub(crate) const LATELY: usize = 16;

/// Somebody's weekly starts, the oldest week first.
#[derive(Clone, Debug)]
pub(crate) struct Life {
    /// The true rates, holidays included.
    pub(crate) rates: Vec<f64>,
    /// What happened.
    pub(crate) counts: Vec<u32>,
    /// Where nothing was recorded.
    pub(crate) gap: Vec<bool>,
}

/// A number between two bounds, as likely by factor.
pub(crate) fn by_factor(dice: &mut Dice, low: f64, high: f64) -> f64 {
    dice.between(low.ln(), high.ln()).exp()
}

/// A steady rate.
pub(crate) fn flat(dice: &mut Dice, weeks: usize) -> Vec<f64> {
    vec![by_factor(dice, LOWEST, HIGHEST); weeks]
}

/// Two rates, the one `least` to `most` times the other, between the bounds given.
pub(crate) fn two_levels(dice: &mut Dice, factor: (f64, f64), bounds: (f64, f64)) -> (f64, f64) {
    loop {
        let one = by_factor(dice, bounds.0, bounds.1);
        let factor = by_factor(dice, factor.0, factor.1);
        let other = if dice.chance(0.5) { one * factor } else { one / factor };
        if (bounds.0..=bounds.1).contains(&other) {
            return (one, other);
        }
    }
}

/// Any step: by half as much again up to five times as much.
pub(crate) fn any_levels(dice: &mut Dice) -> (f64, f64) {
    two_levels(dice, (1.5, 5.0), (LOWEST, HIGHEST))
}

/// A fall, from any level to next to nothing.
pub(crate) fn near_silence(dice: &mut Dice) -> (f64, f64) {
    (by_factor(dice, LOWEST, HIGHEST), by_factor(dice, 0.02, LOWEST))
}

/// A rate that steps once, `at` being the first week of the new one.
pub(crate) fn step((before, after): (f64, f64), at: usize, weeks: usize) -> Vec<f64> {
    (0..weeks).map(|week| if week < at { before } else { after }).collect()
}

/// A rate that drifts: by up to four times within a quarter to a whole of a year, or wandering from week to week.
pub(crate) fn drift(dice: &mut Dice, weeks: usize) -> Vec<f64> {
    let last = by_factor(dice, LOWEST, HIGHEST).ln();
    let within = |log: f64| log.clamp(LOWEST.ln(), HIGHEST.ln());
    let mut rates = Vec::with_capacity(weeks);
    if dice.chance(0.5) {
        let (span, by) = (dice.between(12.0, 52.0), dice.between(-(4_f64.ln()), 4_f64.ln()));
        let mut back = 0.0;
        for _ in 0..weeks {
            rates.push(within(last - by * f64::min(back / span, 1.0)).exp());
            back += 1.0;
        }
    } else {
        let (weekly, mut log) = (dice.between(0.03, 0.15), last);
        for _ in 0..weeks {
            rates.push(log.exp());
            log = within(log + weekly * dice.normal());
        }
    }
    rates.reverse();
    rates
}

impl Life {
    /// Lives through `rates`: a holiday perhaps, bursts, and perhaps a gap, both within the last `lately` weeks.
    pub(crate) fn lived(dice: &mut Dice, mut rates: Vec<f64>, lately: usize) -> Self {
        let weeks = rates.len();
        if dice.chance(HOLIDAYS) {
            let factor = if dice.chance(0.5) { dice.between(0.2, 0.5) } else { dice.between(1.5, 3.0) };
            for week in stretch(dice, weeks, lately, 2) {
                rates[week] *= factor;
            }
        }
        let r = by_factor(dice, 2.0, 50.0);
        let counts = rates.iter().map(|&rate| dice.burst(rate, r)).collect();
        let mut gap = vec![false; weeks];
        if dice.chance(GAPS) {
            for week in stretch(dice, weeks, lately, 4) {
                gap[week] = true;
            }
        }
        Self { rates, counts, gap }
    }
}

/// One to `most` weeks on end that begin within the last `lately`.
fn stretch(dice: &mut Dice, weeks: usize, lately: usize, most: usize) -> std::ops::Range<usize> {
    let first = weeks - 1 - dice.below(lately.min(weeks));
    first..(first + 1 + dice.below(most)).min(weeks)
}
