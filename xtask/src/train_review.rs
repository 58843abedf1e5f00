//! `cargo xtask train-review`: trains the linear model of the draft review from `crates/review/dev`, bit for bit.
//!
//! No chance, no threads, no clock: the same data give the same file. Thresholds are chosen where each writer's drafts
//! are scored by a model that has not read that writer.

mod drafts;
mod logistic;
mod patterns;
mod thresholds;

use std::collections::BTreeMap;
use std::fs;

use review::tend::{COLUMNS, bags, pack, share};

pub(crate) use drafts::{Draft, NAMES, kept_aside, of_fields};

use crate::run::{Failed, root, tell};
use logistic::{Example, fit};

/// Where the weights are kept.
const WEIGHTS: &str = "crates/review/data/model/weights.bin";
/// The strength of the pull of every weight towards nought.
const PULL: f64 = 0.3;
/// A feature is learned that this many drafts hold.
const FEWEST: u32 = 3;
/// A feature is shipped if one of its weights is at least this, of 127.
const LEAST: i8 = 3;

/// A draft with what the model sees of it.
struct Seen<'d> {
    draft: &'d Draft,
    bags: Vec<Vec<u64>>,
}

/// A trained column: a weight a feature, then the bias.
pub(crate) type Column = Vec<f64>;

/// Trains, chooses thresholds, writes the weights; with `check`, only says whether the file is what would be written.
pub(crate) fn run(check: bool) -> Result<(), Failed> {
    let drafts = drafts::learned()?;
    let seen: Vec<Seen<'_>> = drafts.iter().map(|draft| Seen { draft, bags: bags(&draft.text) }).collect();
    let writers = ["abc", "defg", "ijk", "lmq", "rstu"];
    let mut judged = Vec::new();
    for writers in writers {
        let others: Vec<&Seen<'_>> =
            seen.iter().filter(|seen| !writers.contains(seen.draft.writer)).collect();
        let model = Model::train(&others);
        for one in seen.iter().filter(|seen| writers.contains(seen.draft.writer)) {
            judged.push((one.draft, model.scores(&one.bags)));
        }
        tell(&format!("without {writers}: {} features", model.numbers.len()));
    }
    let thresholds = thresholds::choose(&judged);
    let all: Vec<&Seen<'_>> = seen.iter().collect();
    let bytes = Model::train(&all).packed(&thresholds);
    let path = root().join(WEIGHTS);
    if check {
        return if fs::read(&path)? == bytes {
            tell("the weights are what the data give");
            Ok(())
        } else {
            Err(Failed(format!("{WEIGHTS} is not what the data give; run `cargo xtask train-review`")))
        };
    }
    fs::write(&path, &bytes)?;
    tell(&format!("{WEIGHTS}: {} drafts, {} bytes", drafts.len(), bytes.len()));
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
                    #[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
                    let parts_count = parts.len().max(1) as f64;
                    let weight = weight / if is { parts_count } else { parts_count.sqrt() };
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
