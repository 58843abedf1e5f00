//! The change points in weekly starts, over simulated lives. Where it stands (FLOW-4) is measured in `standing`.

#![expect(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a chore tells what it found to whoever ran it, in rounded figures"
)]

use super::lives::{self, Life};
use super::share;
use crate::dice::Dice;
use crate::stopwatch::{median, timed};
use history::change::{self, Change};
use std::hint::black_box;

/// How many lives of each of the four sorts: a clear step, any step, none, a drift.
const LIVES: u32 = 1000;
/// A place within this many weeks of the truth is a hit.
const NEAR: usize = 3;

/// What was reached on one sort of step.
#[derive(Debug, Default)]
struct Steps {
    all: u32,
    hit_alone: u32,
    found: u32,
    interval_holds: u32,
    width: usize,
}

/// What was reached.
#[derive(Debug, Default)]
struct Score {
    clear: Steps,
    any: Steps,
    quiet: u32,
    drifts_changed: u32,
    sure: u32,
    sure_and_true: u32,
}

/// Simulates the weekly starts and prints what the change points reach.
pub(crate) fn starts() {
    let mut dice = Dice::new(20_260_220);
    let mut score = Score::default();
    for _ in 0..LIVES {
        let levels = lives::two_levels(&mut dice, (2.0, 3.0), (3.0, 9.0));
        score.step(&mut dice, levels, true);
        let levels = lives::any_levels(&mut dice);
        score.step(&mut dice, levels, false);
        score.flat(&mut dice);
        score.drift(&mut dice);
    }
    println!(
        "change points in weekly starts: {} lives of 60 to 200 weeks, r 2 to 50, holidays, gaps",
        4 * LIVES
    );
    println!("  steps by two to three times, rates 3 to 9:");
    score.clear.print(true);
    println!("  steps by half as much to five times, rates 0.5 to 9:");
    score.any.print(false);
    println!("  flat, left quiet                            {:5.1} %   aim 97", share(score.quiet, LIVES));
    println!(
        "  drifting, said to have stepped              {:5.1} %   (a drift is no step, but it is a change)",
        share(score.drifts_changed, LIVES)
    );
    println!(
        "  changes said at 0.9 or more that are true   {:5.1} %   (of those in flat and stepping lives)",
        share(score.sure_and_true, score.sure)
    );
    println!("  520 weeks                                   {:5.2} ms  aim 2", milliseconds(&mut dice));
}

impl Steps {
    fn print(&self, aims: bool) {
        let aim = |aim: &'static str| if aims { aim } else { "        " };
        println!(
            "    the step and nothing else, within {NEAR} weeks {:5.1} %   {}",
            share(self.hit_alone, self.all),
            aim("aim 55")
        );
        println!("    found at all                              {:5.1} %", share(self.found, self.all));
        println!(
            "    the interval holds the truth              {:5.1} %   {} (mean width {:.1} weeks)",
            share(self.interval_holds, self.found),
            aim("aim 80"),
            self.width as f64 / f64::from(self.found.max(1))
        );
    }
}

/// What the reading sees: the weeks of which something is known.
fn seen(life: &Life) -> Vec<u32> {
    life.counts.iter().zip(&life.gap).filter(|(_, gap)| !**gap).map(|(&count, _)| count).collect()
}

impl Score {
    fn step(&mut self, dice: &mut Dice, levels: (f64, f64), clear: bool) {
        let weeks = 60 + dice.below(140);
        let at = weeks / 5 + dice.below(weeks * 3 / 5);
        let life = Life::lived(dice, lives::step(levels, at, weeks), weeks);
        let truth = life.gap[..at].iter().filter(|gap| !**gap).count();
        let changes = change::find(&seen(&life));
        let near = |change: &&Change| change.at.abs_diff(truth) <= NEAR;
        let steps = if clear { &mut self.clear } else { &mut self.any };
        steps.all += 1;
        steps.hit_alone += u32::from(changes.len() == 1 && changes.iter().any(|change| near(&change)));
        // The change that speaks of the step, near or not: of several, the nearest.
        if let Some(change) = changes.iter().min_by_key(|change| change.at.abs_diff(truth)) {
            steps.found += 1;
            steps.width += change.latest - change.earliest + 1;
            steps.interval_holds += u32::from((change.earliest..=change.latest).contains(&truth));
        }
        for change in changes.iter().filter(|change| change.probability >= 0.9) {
            self.sure += 1;
            self.sure_and_true +=
                u32::from((change.earliest..=change.latest).contains(&truth) || near(&change));
        }
    }

    fn flat(&mut self, dice: &mut Dice) {
        let weeks = 60 + dice.below(140);
        let rates = lives::flat(dice, weeks);
        let changes = change::find(&seen(&Life::lived(dice, rates, weeks)));
        self.quiet += u32::from(changes.is_empty());
        self.sure +=
            u32::try_from(changes.iter().filter(|change| change.probability >= 0.9).count()).unwrap_or(0);
    }

    fn drift(&mut self, dice: &mut Dice) {
        let weeks = 60 + dice.below(140);
        let rates = lives::drift(dice, weeks);
        let changes = change::find(&seen(&Life::lived(dice, rates, weeks)));
        self.drifts_changed += u32::from(!changes.is_empty());
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
