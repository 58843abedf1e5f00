//! Where it stands (FLOW-4), over simulated lives: how often what is said at a probability is true.
//!
//! True is what METHOD's definition makes of the true rates: their mean over the last 28 days, holidays included, against
//! their mean over the 56 days before. What was recorded of them does not enter into it.

#![expect(clippy::print_stdout, reason = "a chore tells what it found to whoever ran it")]

use std::iter::Sum;
use std::ops::Add;

use method::Standing;
use method::flow::standing_now::{Course, Flow};

use super::journals::{self, Way};
use super::lives::{self, LATELY, Life};
use super::share;
use crate::dice::Dice;
use crate::stopwatch::{median, timed};

/// How many lives.
const LIVES: u32 = 6000;
/// How many of the steps are falls to next to nothing.
const NEAR_SILENCE: f64 = 0.1;
/// The bands of stated probability, each from its bound to the next.
const BANDS: [f64; 7] = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
/// From here a claim is called sure.
const SURE: usize = 5;
/// The courses that can be true.
const COURSES: [Course; 3] = [Course::MovingAway, Course::Still, Course::ComingCloser];

/// What becomes of the rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Nothing.
    Flat,
    /// One step.
    Step,
    /// A slow drift, straight or wandering.
    Drift,
}

/// Claims of one band.
#[derive(Clone, Copy, Debug, Default)]
struct Claims {
    made: u32,
    stated: f64,
    variance: f64,
    held: u32,
}

impl Claims {
    fn count(&mut self, probability: f64, held: bool) {
        self.made += 1;
        self.stated += probability;
        self.variance += probability * (1.0 - probability);
        self.held += u32::from(held);
    }

    /// By how many standard deviations of chance more of them held than was stated.
    fn off(self) -> f64 {
        (f64::from(self.held) - self.stated) / f64::max(self.variance, 1e-9).sqrt()
    }

    fn print(self) -> String {
        if self.made == 0 {
            return format!("{:>26}", "-");
        }
        let made = f64::from(self.made);
        let mark = if self.off().abs() > 2.0 { '!' } else { ' ' };
        format!(
            "{:>6} {:.3} {:.3} ±{:.2}{mark}",
            self.made,
            self.stated / made,
            f64::from(self.held) / made,
            { 2.0 * self.variance.sqrt() / made }
        )
    }
}

impl Add for Claims {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            made: self.made + other.made,
            stated: self.stated + other.stated,
            variance: self.variance + other.variance,
            held: self.held + other.held,
        }
    }
}

impl Sum for Claims {
    fn sum<I: Iterator<Item = Self>>(claims: I) -> Self {
        claims.fold(Self::default(), Add::add)
    }
}

/// What was said of one life, and what was true.
#[derive(Clone, Copy, Debug)]
struct Said {
    sort: Sort,
    way: Way,
    /// Whether something of the twelve weeks went unrecorded.
    gap: bool,
    flow: Flow,
    truth: Course,
}

impl Said {
    /// What is said of one life of those that come.
    fn of(dice: &mut Dice) -> Self {
        let way = Way::ALL[dice.below(Way::ALL.len())];
        let weeks = match way {
            Way::ReadIn | Way::Both => 20 + dice.below(160),
            Way::Diary | Way::StartsOnly => 12 + dice.below(40),
        };
        let sort = match dice.below(10) {
            0..3 => Sort::Flat,
            3..6 => Sort::Drift,
            _ => Sort::Step,
        };
        let rates = match sort {
            Sort::Flat => lives::flat(dice, weeks),
            Sort::Drift => lives::drift(dice, weeks),
            Sort::Step => {
                // Within the twelve weeks that are compared; before them it would be a flat life.
                let silent = dice.chance(NEAR_SILENCE);
                let levels = if silent { lives::near_silence(dice) } else { lives::any_levels(dice) };
                lives::step(levels, weeks - 1 - dice.below(11), weeks)
            }
        };
        let mut life = Life::lived(dice, rates, LATELY);
        if way == Way::ReadIn {
            // An export reaches to the day on which it is read in.
            life.gap[weeks - 1] = false;
        }
        let journal = journals::journal(dice, &life, way);
        let flow = method::advise(&Standing::replay(journal), journals::now()).flow;
        Self { sort, way, gap: life.gap[weeks - 12..].contains(&true), flow, truth: truth(&life.rates) }
    }

    fn holds(&self) -> bool {
        self.flow.course == self.truth
    }
}

/// What METHOD's definition makes of the true rates.
fn truth(rates: &[f64]) -> Course {
    let mean = |rates: &[f64]| rates.iter().sum::<f64>() / f64::from(u32::try_from(rates.len()).unwrap_or(1));
    let (before, recent) = rates.split_at(rates.len() - 4);
    let factor = mean(recent) / mean(&before[before.len() - 8..]);
    if factor < 2.0 / 3.0 {
        Course::MovingAway
    } else if factor > 1.5 {
        Course::ComingCloser
    } else {
        Course::Still
    }
}

/// How often claims hold, by stated probability.
fn reliability<'a>(said: impl Iterator<Item = &'a Said>) -> [Claims; BANDS.len()] {
    let mut bands = [Claims::default(); BANDS.len()];
    for said in said {
        if let Some(probability) = said.flow.probability {
            let band = BANDS.iter().rposition(|&bound| probability >= bound).unwrap_or_default();
            bands[band].count(probability, said.holds());
        }
    }
    bands
}

fn sure(bands: &[Claims]) -> Claims {
    bands[SURE..].iter().copied().sum()
}

/// Simulates lives and prints how often what is said of them is true.
pub(crate) fn standing() {
    let mut dice = Dice::new(20_260_221);
    let said: Vec<Said> = (0..LIVES).map(|_| Said::of(&mut dice)).collect();
    println!(
        "where it stands: {LIVES} lives, r 2 to 50, rates 0.5 to 9 a week; four in ten with a step in the twelve weeks"
    );
    println!(
        "  (a tenth of these to next to nothing), three flat, three drifting; holidays in three of ten, gaps in a quarter"
    );
    println!("  stated at            claims, stated, true, ± of chance (two deviations; ! is beyond them)");
    println!("               {:>26}{:>26}{:>26}{:>26}", "all", "moving away", "still", "coming closer");
    let columns: Vec<[Claims; BANDS.len()]> = std::iter::once(reliability(said.iter()))
        .chain(
            COURSES
                .iter()
                .map(|&course| reliability(said.iter().filter(move |said| said.flow.course == course))),
        )
        .collect();
    for (band, bound) in BANDS.iter().enumerate() {
        let row: String = columns.iter().map(|column| column[band].print()).collect();
        println!("  {bound:4.2} or more {row}");
    }
    print_sure("all", &said, |_| true);
    for sort in [Sort::Flat, Sort::Step, Sort::Drift] {
        print_sure(&format!("{sort:?}").to_lowercase(), &said, |said| said.sort == sort);
    }
    for way in Way::ALL {
        print_sure(way.name(), &said, |said| said.way == way);
    }
    print_sure("nothing unrecorded", &said, |said| !said.gap);
    print_sure("something unrecorded", &said, |said| said.gap);
    print_misses(&said);
    println!("  the whole advice on such a journal          {:5.2} ms", milliseconds(&mut dice));
}

fn print_sure(name: &str, said: &[Said], of: impl Fn(&Said) -> bool) {
    let of: Vec<Said> = said.iter().copied().filter(|said| of(said)).collect();
    let all = u32::try_from(of.len()).unwrap_or(u32::MAX);
    let sure = sure(&reliability(of.iter()));
    let little = of.iter().filter(|said| said.flow.probability.is_none()).count();
    println!(
        "  said at 0.9 or more, {name:34} of {:5.1} %, true {:5.1} %{}; too little said of {:4.1} %",
        share(sure.made, all),
        share(sure.held, sure.made),
        if name == "all" { "   aim 85" } else { "" },
        share(u32::try_from(little).unwrap_or(u32::MAX), all)
    );
}

fn print_misses(said: &[Said]) {
    for truth in COURSES {
        let true_ones: Vec<&Said> = said.iter().filter(|said| said.truth == truth).collect();
        let of = u32::try_from(true_ones.len()).unwrap_or(u32::MAX);
        let part = |course: Course| {
            let said = true_ones.iter().filter(|said| said.flow.course == course).count();
            share(u32::try_from(said).unwrap_or(u32::MAX), of)
        };
        println!(
            "  truly {:13} {of:5} lives: said away {:5.1} %, still {:5.1} %, closer {:5.1} %, too little {:4.1} %",
            truth.name(),
            part(Course::MovingAway),
            part(Course::Still),
            part(Course::ComingCloser),
            part(Course::TooLittle)
        );
    }
}

/// The time the advice takes, at its median.
fn milliseconds(dice: &mut Dice) -> f64 {
    let times = (0..50).map(|_| {
        let rates = lives::flat(dice, 100);
        let life = Life::lived(dice, rates, LATELY);
        let standing = Standing::replay(journals::journal(dice, &life, Way::ReadIn));
        timed(|| std::hint::black_box(method::advise(std::hint::black_box(&standing), journals::now()))).1
    });
    median(times.collect()).as_secs_f64() * 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lives(seed: u64, lives: u32) -> Vec<Said> {
        let mut dice = Dice::new(seed);
        (0..lives).map(|_| Said::of(&mut dice)).collect()
    }

    /// A band may lie off by chance; not by more than this many of its deviations.
    const CHANCE: f64 = 3.0;

    #[test]
    fn what_is_said_at_a_probability_is_true_about_so_often() {
        let said = lives(7, 1200);
        for (band, claims) in
            reliability(said.iter()).iter().enumerate().filter(|(_, claims)| claims.made > 30)
        {
            assert!(claims.off().abs() < CHANCE, "from {}: {claims:?}", BANDS[band]);
        }
        for course in COURSES {
            let of_it = said.iter().filter(|said| said.flow.course == course);
            let all: Claims = reliability(of_it).into_iter().sum();
            assert!(all.made > 30 && all.off().abs() < CHANCE, "{course:?}: {all:?}");
        }
    }

    #[test]
    fn nine_of_ten_sure_claims_are_made_and_true() {
        let said = lives(8, 1200);
        let sure = sure(&reliability(said.iter()));
        assert!(sure.made > 100, "{sure:?}");
        assert!(f64::from(sure.held) >= 0.85 * f64::from(sure.made), "{sure:?}");
    }

    #[test]
    fn the_truth_is_of_the_rates_and_of_no_count() {
        let rates = |recent: f64| [vec![3.0; 20], vec![recent; 4]].concat();
        assert_eq!(truth(&rates(1.9)), Course::MovingAway);
        assert_eq!(truth(&rates(2.1)), Course::Still);
        assert_eq!(truth(&rates(4.4)), Course::Still);
        assert_eq!(truth(&rates(4.6)), Course::ComingCloser);
    }
}
