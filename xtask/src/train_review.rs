//! `cargo xtask train-review`: trains the draft review from `crates/review/dev`, bit for bit: the linear model, and what
//! the encoder's numbers say.
//!
//! No chance but a fixed one, no clock, and threads only side by side: the same data give the same files. Thresholds are
//! chosen where each writer's drafts are scored by models that have not read that writer. The encoder's own weights are
//! published ones (`pack_encoder`) and are not trained.

mod abreast;
mod askers;
mod blend;
mod drafts;
mod logistic;
mod patterns;
mod thresholds;

use std::collections::BTreeMap;
use std::fs;

use review::tend::{COLUMNS, bags, pack, pack_sense, share, states};

pub(crate) use drafts::{Draft, NAMES, kept_aside, of_fields};

use crate::run::{Failed, root, tell};
use abreast::abreast;
use askers::{Askers, Part, Spread};
use blend::{Both, blended};
use logistic::{Example, fit};

/// Where the weights are kept.
const WEIGHTS: &str = "crates/review/data/model/weights.bin";
/// Where the askers are kept, and how both scores are put together.
const SENSE: &str = "crates/review/data/model/sense.bin";
/// The strength of the pull of every weight towards nought.
const PULL: f64 = 0.3;
/// A feature is learned that this many drafts hold.
const FEWEST: u32 = 3;
/// A feature is shipped if one of its weights is at least this, of 127.
const LEAST: i8 = 3;

/// A draft with what the models see of it, part by part.
struct Seen<'d> {
    draft: &'d Draft,
    bags: Vec<Vec<u64>>,
    parts: Vec<Part>,
}

impl<'d> Seen<'d> {
    fn of(draft: &'d Draft) -> Self {
        let bags = bags(&draft.text);
        let kinds = std::array::from_fn(|column| {
            let (is, weight) = draft.teaches(column);
            #[expect(clippy::cast_possible_truncation, reason = "learned from in single precision")]
            let weight = (weight / shared(bags.len(), is)) as f32;
            (is, weight)
        });
        let parts = states(&draft.text).into_iter().map(|states| Part { states, kinds }).collect();
        Self { draft, bags, parts }
    }
}

/// By how much the parts of a draft weigh less each: what is of its kind may be so in one part only.
#[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
fn shared(parts: usize, is: bool) -> f64 {
    let parts = parts.max(1) as f64;
    if is { parts } else { parts.sqrt() }
}

/// A trained column: a weight a feature, then the bias.
pub(crate) type Column = Vec<f64>;

/// Writers left out together.
const WRITERS: [&str; 5] = ["abc", "defg", "ijk", "lmq", "rstu"];

/// Trains, chooses thresholds, writes the weights; with `check`, only says whether the files are what would be written.
pub(crate) fn run(check: bool) -> Result<(), Failed> {
    let drafts = drafts::learned()?;
    let seen = abreast(&drafts, Seen::of);
    let spread = Spread::of(&seen.iter().flat_map(|one| &one.parts).collect::<Vec<_>>());
    tell(&format!("{} drafts read", seen.len()));
    // All writers' own models, then the one that is shipped.
    let left_out: Vec<&str> = WRITERS.iter().copied().chain([""]).collect();
    let mut trained = abreast(&left_out, |writers| {
        let others: Vec<&Seen<'_>> = seen.iter().filter(|one| !writers.contains(one.draft.writer)).collect();
        let parts: Vec<&Part> = others.iter().flat_map(|one| &one.parts).collect();
        let both = (Model::train(&others), Askers::train(&parts, &spread));
        tell(&format!("without {writers:?}: {} features", both.0.numbers.len()));
        both
    });
    let (model, askers) = trained.pop().ok_or_else(|| Failed("nothing was trained".to_owned()))?;
    let mut judged = Vec::new();
    for (writers, (model, askers)) in WRITERS.iter().zip(&trained) {
        for one in seen.iter().filter(|one| writers.contains(one.draft.writer)) {
            let (words, sense) = (model.scores(&one.bags), sensed(askers, &one.parts));
            judged.push(Both { draft: one.draft, words, sense });
        }
    }
    let mut blends = blend::choose(&judged);
    let scored: Vec<(&Draft, [f64; COLUMNS])> =
        judged.iter().map(|one| (one.draft, blended(&blends, one))).collect();
    let thresholds = thresholds::choose(&scored);
    blend::gates(&mut blends, &judged, &thresholds);
    for (blend, offset) in blends.iter_mut().zip(askers.offsets) {
        blend.offset += blend.sense * offset;
    }
    settle(WEIGHTS, &model.packed(&thresholds), check)?;
    settle(SENSE, &pack_sense(&blends, &askers.numbers), check)
}

/// The highest scores of the parts of a draft.
fn sensed(askers: &Askers, parts: &[Part]) -> [f64; COLUMNS] {
    let mut scores = [-9.0_f64; COLUMNS];
    for part in parts {
        for (score, own) in scores.iter_mut().zip(askers.scores(&part.states)) {
            *score = score.max(f64::from(own));
        }
    }
    scores
}

/// Writes a file, or only says whether it is what would be written.
fn settle(name: &str, bytes: &[u8], check: bool) -> Result<(), Failed> {
    let path = root().join(name);
    if !check {
        fs::write(&path, bytes)?;
    } else if fs::read(&path)? != bytes {
        return Err(Failed(format!("{name} is not what the data give; run `cargo xtask train-review`")));
    }
    tell(&format!("{name}: {} bytes, {}", bytes.len(), if check { "as the data give" } else { "written" }));
    Ok(())
}

/// Weights before they are packed.
struct Model {
    /// Feature → its number.
    numbers: BTreeMap<u64, u32>,
    columns: Vec<Column>,
}

impl Model {
    fn train(seen: &[&Seen<'_>]) -> Self {
        let mut held: BTreeMap<u64, u32> = BTreeMap::new();
        for one in seen {
            let mut all: Vec<u64> = one.bags.iter().flatten().copied().collect();
            all.sort_unstable();
            all.dedup();
            for feature in all {
                *held.entry(feature).or_default() += 1;
            }
        }
        let often = held.into_iter().filter(|(_, drafts)| *drafts >= FEWEST).map(|(feature, _)| feature);
        let numbers: BTreeMap<u64, u32> = often.zip(0..).collect();
        let examples: Vec<Vec<Example>> =
            seen.iter().map(|one| one.bags.iter().map(|bag| example(bag, &numbers)).collect()).collect();
        let columns = (0..COLUMNS)
            .map(|column| {
                let mut rows: Vec<(&Example, bool, f64)> = Vec::new();
                for (one, parts) in seen.iter().zip(&examples) {
                    let (is, weight) = one.draft.teaches(column);
                    let weight = weight / shared(parts.len(), is);
                    rows.extend(parts.iter().map(|part| (part, is, weight)));
                }
                fit(&rows, numbers.len(), PULL)
            })
            .collect();
        Self { numbers, columns }
    }

    /// The highest score of the parts of a draft, one a column.
    fn scores(&self, bags: &[Vec<u64>]) -> [f64; COLUMNS] {
        let mut scores = [-9.0_f64; COLUMNS];
        for bag in bags {
            let example = example(bag, &self.numbers);
            for (score, column) in scores.iter_mut().zip(&self.columns) {
                *score = score.max(example.score(column));
            }
        }
        scores
    }

    /// The weights as they are shipped, each column in 255 steps.
    fn packed(&self, thresholds: &[[f32; 2]; COLUMNS]) -> Vec<u8> {
        let mut numbers = [[0.0_f32; 4]; COLUMNS];
        let mut steps = Vec::new();
        for (n, column) in self.columns.iter().enumerate() {
            let (bias, weights) = column.split_last().unwrap_or((&0.0, &[]));
            let most = weights.iter().fold(0.0_f64, |most, weight| most.max(weight.abs()));
            let step = (most / 127.0).max(1e-9);
            #[expect(clippy::cast_possible_truncation, reason = "shipped as single precision")]
            let (scale, bias) = (step as f32, *bias as f32);
            numbers[n] = [scale, bias, thresholds[n][0], thresholds[n][1]];
            steps.push(step);
        }
        let mut rows = Vec::new();
        for (feature, number) in &self.numbers {
            let mut row = [0_i8; COLUMNS];
            for (n, (column, step)) in self.columns.iter().zip(&steps).enumerate() {
                let weight = column.get(*number as usize).copied().unwrap_or_default();
                #[expect(clippy::cast_possible_truncation, reason = "between -127 and 127 by its scale")]
                let whole = libm::round(weight / step) as i8;
                row[n] = whole;
            }
            if row.iter().any(|weight| weight.unsigned_abs() >= LEAST.unsigned_abs()) {
                rows.push((*feature, row));
            }
        }
        pack(&numbers, &rows)
    }
}

fn example(bag: &[u64], numbers: &BTreeMap<u64, u32>) -> Example {
    Example {
        features: bag.iter().filter_map(|feature| numbers.get(feature).copied()).collect(),
        share: f64::from(share(bag.len())),
    }
}
