//! Trains the askers: what each column looks for in the encoder's numbers, and what it takes from what it finds.
//!
//! Logistic loss by Adam in small groups of texts, shuffled by fixed chance; single precision in one order, with `libm`
//! for exponentials: the same on every machine. It knows nothing of words.
//! Source: Kingma and Ba, Adam, 2015, algorithm 1, with the pull towards nought apart from the steps.

use review::tend::{ASKERS, COLUMNS, WIDTH, answers};

use crate::dice::Dice;

/// A part of a draft as the encoder gives it, and what each column has to learn from it: whether it is of its kind, and
/// how much that weighs.
pub(crate) struct Part {
    pub(crate) states: Vec<f32>,
    pub(crate) kinds: [(bool, f32); COLUMNS],
}

/// Times that all parts are seen.
const ROUNDS: usize = 6;
/// Parts of a step.
const GROUP: usize = 64;
/// The first step's length; it falls to nought.
const LENGTH: f32 = 2e-3;
/// The pull of every number towards nought, by length of step.
const PULL: f32 = 0.05;
/// A slope below this moves nothing.
const SLIGHT: f32 = 1e-7;
const ALL: usize = COLUMNS * ASKERS;

/// The numbers' mean, and one over their spread, so that all weigh alike while they are learned from.
pub(crate) struct Spread {
    mean: Vec<f32>,
    narrow: Vec<f32>,
}

impl Spread {
    /// Of every piece of some parts.
    pub(crate) fn of(parts: &[&Part]) -> Self {
        let (mut sums, mut squares, mut count) = (vec![0.0_f64; WIDTH], vec![0.0_f64; WIDTH], 0.0_f64);
        for piece in parts.iter().flat_map(|part| part.states.chunks_exact(WIDTH)) {
            count += 1.0;
            for ((sum, square), number) in sums.iter_mut().zip(&mut squares).zip(piece) {
                *sum += f64::from(*number);
                *square += f64::from(*number) * f64::from(*number);
            }
        }
        let means = || sums.iter().map(|sum| sum / count.max(1.0));
        #[expect(clippy::cast_possible_truncation, reason = "kept in single precision")]
        Self {
            mean: means().map(|mean| mean as f32).collect(),
            narrow: means()
                .zip(&squares)
                .map(|(mean, square)| (1.0 / (square / count.max(1.0) - mean * mean).max(1e-4).sqrt()) as f32)
                .collect(),
        }
    }

    fn apply(&self, states: &[f32]) -> Vec<f32> {
        let all = self.mean.iter().zip(&self.narrow).cycle();
        states.iter().zip(all).map(|(number, (mean, narrow))| (number - mean) * narrow).collect()
    }
}

/// Trained askers, as they read the encoder's own numbers, and each column's offset.
pub(crate) struct Askers {
    pub(crate) numbers: Vec<f32>,
    pub(crate) offsets: [f32; COLUMNS],
}

impl Askers {
    /// The scores of a part.
    pub(crate) fn scores(&self, states: &[f32]) -> [f32; COLUMNS] {
        let mut scores = answers(&self.numbers, states);
        scores.iter_mut().zip(self.offsets).for_each(|(score, offset)| *score += offset);
        scores
    }

    /// Trains on parts.
    pub(crate) fn train(parts: &[&Part], spread: &Spread) -> Self {
        let weights = weights(parts);
        let mut task = Task::new();
        let mut order: Vec<usize> = (0..parts.len()).collect();
        let mut dice = Dice::new(7);
        let groups = parts.len().div_ceil(GROUP);
        for round in 0..ROUNDS {
            for at in (1..order.len()).rev() {
                order.swap(at, dice.below(at + 1));
            }
            for (n, group) in order.chunks(GROUP).enumerate() {
                for &at in group {
                    #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
                    let share = 1.0 / group.len() as f32;
                    task.see(&spread.apply(&parts[at].states), &parts[at].kinds, &weights, share);
                }
                #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
                let done = (round * groups + n) as f32 / (ROUNDS * groups) as f32;
                task.step(LENGTH * (1.0 - done));
            }
        }
        task.freed(spread)
    }
}

/// Of each column how much its kind and all else weigh: what is rarer weighs more, by the root of how much rarer it is,
/// and all columns weigh one in the mean.
fn weights(parts: &[&Part]) -> [[f32; 2]; COLUMNS] {
    let mut weights = [[1.0; 2]; COLUMNS];
    for (column, both) in weights.iter_mut().enumerate() {
        let mut sums = [0.0_f64; 2];
        for part in parts {
            let (is, weight) = part.kinds[column];
            sums[usize::from(is)] += f64::from(weight);
        }
        let rarer = (sums[0] / sums[1].max(1.0)).max(1.0).sqrt();
        #[expect(clippy::cast_precision_loss, reason = "a count of drafts")]
        let mean = (sums[0] + rarer * sums[1]) / parts.len().max(1) as f64;
        #[expect(clippy::cast_possible_truncation, reason = "kept in single precision")]
        let pair = [(1.0 / mean.max(1e-9)) as f32, (rarer / mean.max(1e-9)) as f32];
        *both = pair;
    }
    weights
}

/// The numbers that are learned, their slopes and Adam's memory.
struct Task {
    /// Of each asker what it looks for, then what it takes; then the columns' offsets.
    at: Vec<f32>,
    slope: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
    /// What Adam's means still lack of their full weight.
    lacks: [f32; 2],
    looks: Vec<f32>,
    gives: Vec<f32>,
}

impl Task {
    fn new() -> Self {
        let count = ALL * 2 * WIDTH + COLUMNS;
        let mut dice = Dice::new(3);
        #[expect(clippy::cast_precision_loss, reason = "below a thousand")]
        let mut at: Vec<f32> = (0..count).map(|_| (dice.below(801) as f32 - 400.0) * 1e-4).collect();
        at[count - COLUMNS..].fill(-3.0);
        let empty = vec![0.0; count];
        Self {
            at,
            slope: empty.clone(),
            mean: empty.clone(),
            square: empty,
            lacks: [1.0; 2],
            looks: Vec::new(),
            gives: Vec::new(),
        }
    }

    /// Adds the slopes of one part.
    fn see(
        &mut self,
        states: &[f32],
        kinds: &[(bool, f32); COLUMNS],
        weights: &[[f32; 2]; COLUMNS],
        share: f32,
    ) {
        let pieces = states.len() / WIDTH;
        let mut scores = [0.0; COLUMNS];
        let mut found = [0.0; ALL];
        self.looks.resize(ALL * pieces, 0.0);
        self.gives.resize(ALL * pieces, 0.0);
        for (n, asker) in self.at.chunks_exact(2 * WIDTH).enumerate().take(ALL) {
            let (looks_for, takes) = asker.split_at(WIDTH);
            let looks = &mut self.looks[n * pieces..(n + 1) * pieces];
            let gives = &mut self.gives[n * pieces..(n + 1) * pieces];
            for (piece, (look, give)) in
                states.chunks_exact(WIDTH).zip(looks.iter_mut().zip(gives.iter_mut()))
            {
                (*look, *give) = (dot(looks_for, piece), dot(takes, piece));
            }
            let most = looks.iter().fold(f32::MIN, |most, look| most.max(*look));
            let mut sum = 0.0;
            for look in looks.iter_mut() {
                *look = libm::expf(*look - most);
                sum += *look;
            }
            for look in looks.iter_mut() {
                *look /= sum;
            }
            found[n] = looks.iter().zip(gives.iter()).map(|(weight, give)| weight * give).sum();
            scores[n / ASKERS] += found[n];
        }
        let offsets = ALL * 2 * WIDTH;
        for column in 0..COLUMNS {
            let (is, weight) = kinds[column];
            let score = scores[column] + self.at[offsets + column];
            let wrong = 1.0 / (1.0 + libm::expf(-score)) - f32::from(u8::from(is));
            let pull = wrong * weight * weights[column][usize::from(is)] * share;
            self.slope[offsets + column] += pull;
            for (n, found) in found.iter().enumerate().skip(column * ASKERS).take(ASKERS) {
                let (look_slope, take_slope) =
                    self.slope[n * 2 * WIDTH..(n + 1) * 2 * WIDTH].split_at_mut(WIDTH);
                for (piece, numbers) in states.chunks_exact(WIDTH).enumerate() {
                    let (weight, give) = (self.looks[n * pieces + piece], self.gives[n * pieces + piece]);
                    let by_take = pull * weight;
                    if by_take.abs() > SLIGHT {
                        add(take_slope, numbers, by_take);
                        add(look_slope, numbers, by_take * (give - found));
                    }
                }
            }
        }
    }

    /// Moves down the slopes, and forgets them.
    fn step(&mut self, length: f32) {
        self.lacks = [self.lacks[0] * 0.9, self.lacks[1] * 0.999];
        let [first, second] = self.lacks.map(|lack| 1.0 / (1.0 - lack));
        let offsets = ALL * 2 * WIDTH;
        for (n, at) in self.at.iter_mut().enumerate() {
            let slope = std::mem::take(&mut self.slope[n]);
            self.mean[n] = 0.9 * self.mean[n] + 0.1 * slope;
            self.square[n] = 0.999 * self.square[n] + 0.001 * slope * slope;
            let pull = if n < offsets { PULL * *at } else { 0.0 };
            *at -= length * (self.mean[n] * first / ((self.square[n] * second).sqrt() + 1e-8) + pull);
        }
    }

    /// The same askers over numbers that were not evened out.
    fn freed(&self, spread: &Spread) -> Askers {
        let mut offsets = [0.0; COLUMNS];
        let (askers, own) = self.at.split_at(ALL * 2 * WIDTH);
        offsets.copy_from_slice(own);
        let mut numbers = askers.to_vec();
        for (n, row) in numbers.chunks_exact_mut(WIDTH).enumerate() {
            row.iter_mut().zip(&spread.narrow).for_each(|(number, narrow)| *number *= narrow);
            if n % 2 == 1 {
                offsets[n / 2 / ASKERS] -= dot(row, &spread.mean);
            }
        }
        Askers { numbers, offsets }
    }
}

const LANES: usize = 8;

fn dot(left: &[f32], right: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    for (left, right) in left.as_chunks::<LANES>().0.iter().zip(right.as_chunks::<LANES>().0) {
        for n in 0..LANES {
            lanes[n] += left[n] * right[n];
        }
    }
    lanes.iter().sum()
}

fn add(to: &mut [f32], numbers: &[f32], times: f32) {
    to.iter_mut().zip(numbers).for_each(|(to, number)| *to += number * times);
}
