//! How far the change points can be trusted, by simulation: printed, so that the aims are held to what is reached.
//!
//! It simulates what real chats look like (bursts, `r` from 3 to 20; weekly means of 3 to 9), not what would be easy.

#![expect(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a chore tells what it found to whoever ran it, in rounded figures"
)]

use crate::dice::Dice;
use crate::stopwatch::{median, timed};
use history::change::{self, Change};
use std::hint::black_box;

/// How many series of each sort.
const SERIES: u32 = 500;
/// A place within this many weeks of the truth is a hit.
const NEAR: usize = 3;

/// What was reached.
#[derive(Debug, Default)]
struct Score {
    steps: u32,
    hit_alone: u32,
    found: u32,
    interval_holds: u32,
    width: usize,
    flat: u32,
    quiet: u32,
    sure: u32,
    sure_and_true: u32,
}

/// Simulates the weekly starts and prints what the change points reach.
pub(crate) fn starts() {
    let mut dice = Dice::new(20_260_220);
    let mut score = Score::default();
    for _ in 0..SERIES {
        score.step(&mut dice);
        score.flat(&mut dice);
    }
    let share = |part: u32, whole: u32| 100.0 * f64::from(part) / f64::from(whole.max(1));
    println!(
        "change points in weekly starts, {SERIES} series with one step and {SERIES} flat, r 3 to 20, means 3 to 9"
    );
    println!(
        "  the step and nothing else, within {NEAR} weeks   {:5.1} %   aim 55",
        share(score.hit_alone, score.steps)
    );
    println!("  found at all                                {:5.1} %", share(score.found, score.steps));
    println!(
        "  the interval holds the truth                {:5.1} %   aim 80   (mean width {:.1} weeks)",
        share(score.interval_holds, score.found),
        score.width as f64 / f64::from(score.found.max(1))
    );
    println!(
        "  flat series left quiet                      {:5.1} %   aim 97",
        share(score.quiet, score.flat)
    );
    println!(
        "  changes said at 0.9 or more that are true   {:5.1} %   aim 85",
        share(score.sure_and_true, score.sure)
    );
    println!("  520 weeks                                   {:5.2} ms  aim 2", milliseconds(&mut dice));
}

impl Score {
    fn step(&mut self, dice: &mut Dice) {
        let weeks = 60 + dice.below(140);
        let r = dice.between(3.0, 20.0);
        let low = dice.between(3.0, 4.5);
        let high = low * dice.between(2.0, 9.0 / low);
        let (before, after) = if dice.chance(0.5) { (low, high) } else { (high, low) };
        let truth = weeks / 5 + dice.below(weeks * 3 / 5);
        let counts: Vec<u32> =
            (0..weeks).map(|week| dice.burst(if week < truth { before } else { after }, r)).collect();
        let changes = change::find(&counts);
        let near = |change: &&Change| change.at.abs_diff(truth) <= NEAR;
        self.steps += 1;
        self.hit_alone += u32::from(changes.len() == 1 && changes.iter().any(|change| near(&change)));
        // The change that speaks of the step, near or not: of several, the nearest.
        if let Some(change) = changes.iter().min_by_key(|change| change.at.abs_diff(truth)) {
            self.found += 1;
            self.width += change.latest - change.earliest + 1;
            self.interval_holds += u32::from((change.earliest..=change.latest).contains(&truth));
        }
        for change in changes.iter().filter(|change| change.probability >= 0.9) {
            self.sure += 1;
            self.sure_and_true +=
                u32::from((change.earliest..=change.latest).contains(&truth) || near(&change));
        }
    }

    fn flat(&mut self, dice: &mut Dice) {
        let weeks = 60 + dice.below(140);
        let (r, mean) = (dice.between(3.0, 20.0), dice.between(3.0, 9.0));
        let counts: Vec<u32> = (0..weeks).map(|_| dice.burst(mean, r)).collect();
        let changes = change::find(&counts);
        self.flat += 1;
        self.quiet += u32::from(changes.is_empty());
        self.sure +=
            u32::try_from(changes.iter().filter(|change| change.probability >= 0.9).count()).unwrap_or(0);
    }
}

/// The time ten years of weeks take, at their median.
fn milliseconds(dice: &mut Dice) -> f64 {
    let series: Vec<Vec<u32>> = (0..50)
        .map(|_| (0..520).map(|week| dice.burst([4.0, 8.0, 3.0, 7.0][week / 130], 5.0)).collect())
        .collect();
    let times = series.iter().map(|counts| timed(|| black_box(change::find(black_box(counts)))).1);
    median(times.collect()).as_secs_f64() * 1000.0
}
