//! How the scores of the linear model and of the encoder are put together, column by column.
//!
//! It sees scores given by models that had not read the draft's writer: a logistic regression on the two, by Newton's
//! method in double precision. And from which score of the linear model on it is worth asking the encoder.

use review::tend::{Blend, COLUMNS};

use super::Draft;

/// A draft with both scores, each by a model that had not read its writer.
pub(crate) struct Both<'d> {
    pub(crate) draft: &'d Draft,
    pub(crate) words: [f64; COLUMNS],
    pub(crate) sense: [f64; COLUMNS],
}

/// Of the drafts that both together would show, the share that may go unasked.
const UNASKED: f64 = 0.01;
/// Rounds of Newton's method.
const ROUNDS: usize = 25;

/// The blend of each column; the gate is still open.
pub(crate) fn choose(judged: &[Both<'_>]) -> [Blend; COLUMNS] {
    std::array::from_fn(|column| {
        let rows: Vec<([f64; 3], f64)> = judged
            .iter()
            .map(|one| {
                let is = f64::from(u8::from(one.draft.is(column)));
                ([one.words[column], one.sense[column], 1.0], is)
            })
            .collect();
        let [words, sense, offset] = fit(&rows);
        #[expect(clippy::cast_possible_truncation, reason = "shipped as single precision")]
        Blend {
            words: words as f32,
            sense: sense as f32,
            offset: offset as f32,
            unasked: offset as f32,
            asked: f32::MIN,
        }
    })
}

/// The scores put together.
pub(crate) fn blended(blends: &[Blend; COLUMNS], one: &Both<'_>) -> [f64; COLUMNS] {
    std::array::from_fn(|n| {
        let Blend { words, sense, offset, .. } = blends[n];
        f64::from(words) * one.words[n] + f64::from(sense) * one.sense[n] + f64::from(offset)
    })
}

/// Sets from which score of the linear model on the encoder is asked, so that few of those are lost that both together
/// show rightly.
pub(crate) fn gates(blends: &mut [Blend; COLUMNS], judged: &[Both<'_>], shown: &[[f32; 2]; COLUMNS]) {
    let all: Vec<[f64; COLUMNS]> = judged.iter().map(|one| blended(blends, one)).collect();
    for (column, blend) in blends.iter_mut().enumerate() {
        let rightly = |(one, scores): &(&Both<'_>, &[f64; COLUMNS])| {
            one.draft.is(column) && scores[column] >= f64::from(shown[column][0])
        };
        let mut words: Vec<f64> =
            judged.iter().zip(&all).filter(rightly).map(|(one, _)| one.words[column]).collect();
        words.sort_by(f64::total_cmp);
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count of drafts"
        )]
        let lost = (words.len() as f64 * UNASKED) as usize;
        #[expect(clippy::cast_possible_truncation, reason = "shipped as single precision")]
        let asked = words.get(lost).copied().unwrap_or(-4.0) as f32;
        // Where it is not asked, the linear model alone must not show anything.
        let silent = (shown[column][0] - blend.unasked) / (blend.words + blend.sense).max(0.1);
        blend.asked = asked.min(silent);
    }
}

fn fit(rows: &[([f64; 3], f64)]) -> [f64; 3] {
    let mut at = [1.0, 0.0, 0.0];
    for _ in 0..ROUNDS {
        let mut slope = [0.0; 3];
        let mut bend = [[0.0; 3]; 3];
        for (row, is) in rows {
            let score: f64 = row.iter().zip(at).map(|(number, at)| number * at).sum();
            let likely = 1.0 / (1.0 + libm::exp(-score));
            let weight = likely * (1.0 - likely);
            for i in 0..3 {
                slope[i] += (likely - is) * row[i];
                for j in 0..3 {
                    bend[i][j] += weight * row[i] * row[j];
                }
            }
        }
        for (i, row) in bend.iter_mut().enumerate() {
            row[i] += 1e-6;
        }
        let step = solved(bend, slope);
        at.iter_mut().zip(step).for_each(|(at, step)| *at -= step);
    }
    at
}

/// Solves three equations by elimination; the matrix is positive.
fn solved(mut left: [[f64; 3]; 3], mut right: [f64; 3]) -> [f64; 3] {
    for i in 0..3 {
        for below in i + 1..3 {
            let times = left[below][i] / left[i][i];
            let row = left[i];
            for (below, above) in left[below].iter_mut().zip(row).skip(i) {
                *below -= times * above;
            }
            right[below] -= times * right[i];
        }
    }
    let mut solved = [0.0; 3];
    for i in (0..3).rev() {
        let known: f64 = (i + 1..3).map(|j| left[i][j] * solved[j]).sum();
        solved[i] = (right[i] - known) / left[i][i];
    }
    solved
}
