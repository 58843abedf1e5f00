//! Logistic regression with a pull towards nought, by limited-memory BFGS. It knows nothing of drafts.
//!
//! Sums run in one order, in double precision, with `libm` for logarithms: the same on every machine.
//! Source: Nocedal and Wright, Numerical Optimization, second edition, algorithms 7.4 and 3.1.

/// The features of a part of a draft, by number, and by how much many of them are weakened.
pub(crate) struct Example {
    pub(crate) features: Vec<u32>,
    pub(crate) share: f64,
}

impl Example {
    /// The score under a column.
    pub(crate) fn score(&self, column: &[f64]) -> f64 {
        let bias = column.last().copied().unwrap_or_default();
        let sum: f64 = self.features.iter().map(|&n| column[n as usize]).sum();
        bias + self.share * sum
    }
}

/// Steps at most.
const STEPS: usize = 60;
/// How many steps back the curvature is remembered.
const MEMORY: usize = 8;

/// Fits a column to examples that are or are not of its kind, each with its weight: a weight a feature, then the bias.
///
/// What is rarer weighs more, by the square root of how much rarer it is.
pub(crate) fn fit(rows: &[(&Example, bool, f64)], features: usize, pull: f64) -> Vec<f64> {
    let sum = |kind: bool| -> f64 { rows.iter().filter(|(_, is, _)| *is == kind).map(|(.., w)| w).sum() };
    let rarer = (sum(false) / sum(true).max(1.0)).max(1.0).sqrt();
    let task = Task { rows, rarer, pull };
    let mut at = vec![0.0; features + 1];
    let (mut loss, mut slope) = task.loss(&at);
    let mut past: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    for _ in 0..STEPS {
        let way = way(&slope, &past);
        let down = -dot(&slope, &way);
        if down > -1e-9 {
            break;
        }
        let mut length = 1.0;
        let (next, next_loss, next_slope) = loop {
            let next: Vec<f64> = at.iter().zip(&way).map(|(at, way)| at - length * way).collect();
            let (next_loss, next_slope) = task.loss(&next);
            if next_loss <= loss + 1e-4 * length * down || length < 1e-6 {
                break (next, next_loss, next_slope);
            }
            length *= 0.5;
        };
        let moved: Vec<f64> = next.iter().zip(&at).map(|(new, old)| new - old).collect();
        let turned: Vec<f64> = next_slope.iter().zip(&slope).map(|(new, old)| new - old).collect();
        let curve = dot(&moved, &turned);
        if curve > 1e-10 {
            past.push((moved, turned, 1.0 / curve));
            if past.len() > MEMORY {
                past.remove(0);
            }
        }
        let still = (loss - next_loss).abs() < 1e-5 * loss.abs().max(1.0);
        (at, loss, slope) = (next, next_loss, next_slope);
        if still {
            break;
        }
    }
    at
}

struct Task<'r> {
    rows: &'r [(&'r Example, bool, f64)],
    rarer: f64,
    pull: f64,
}

impl Task<'_> {
    /// The loss at a column, and its slope.
    fn loss(&self, column: &[f64]) -> (f64, Vec<f64>) {
        let bias = column.len() - 1;
        let mut slope: Vec<f64> = column.iter().map(|weight| weight * self.pull).collect();
        slope[bias] = 0.0;
        let mut loss = column[..bias].iter().map(|weight| weight * weight).sum::<f64>() * 0.5 * self.pull;
        for (example, is, weight) in self.rows {
            let (sign, weight) = if *is { (1.0, weight * self.rarer) } else { (-1.0, *weight) };
            let margin = sign * example.score(column);
            let small = libm::exp(-margin.abs());
            let (cost, wrong) = if margin > 0.0 {
                (libm::log1p(small), small / (1.0 + small))
            } else {
                (libm::log1p(small) - margin, 1.0 / (1.0 + small))
            };
            loss += weight * cost;
            let by = -sign * wrong * weight;
            slope[bias] += by;
            for &n in &example.features {
                slope[n as usize] += by * example.share;
            }
        }
        (loss, slope)
    }
}

/// The way uphill that the slope and the remembered curvature point.
fn way(slope: &[f64], past: &[(Vec<f64>, Vec<f64>, f64)]) -> Vec<f64> {
    let mut way = slope.to_vec();
    let mut shares = Vec::with_capacity(past.len());
    for (moved, turned, inverse) in past.iter().rev() {
        let share = dot(moved, &way) * inverse;
        way.iter_mut().zip(turned).for_each(|(way, turned)| *way -= share * turned);
        shares.push(share);
    }
    let size = match past.last() {
        Some((moved, turned, _)) => dot(moved, turned) / dot(turned, turned),
        None => 1.0 / dot(slope, slope).sqrt().max(1e-9),
    };
    for way in &mut way {
        *way *= size;
    }
    for ((moved, turned, inverse), share) in past.iter().zip(shares.iter().rev()) {
        let back = dot(turned, &way) * inverse;
        way.iter_mut().zip(moved).for_each(|(way, moved)| *way += moved * (share - back));
    }
    way
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}
