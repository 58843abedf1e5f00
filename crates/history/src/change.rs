//! Where a weekly count changed its level: an interval and a probability, not a verdict.
//!
//! Optimal partitioning with pruning (Killick, Fearnhead, Eckley 2012, "PELT") under a negative-binomial cost,
//! since weekly counts of real chats come in bursts: under a Poisson cost a bursty series without any change is
//! full of them. The dispersion is estimated once from the whole series in a way that a step cannot inflate. It
//! knows nothing of weeks, people or messages: a series of counts goes in.

#![expect(clippy::cast_precision_loss, reason = "lengths of weekly series stay far below 2^52")]

/// A change of level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The first place of the new level.
    pub at: usize,
    /// The earliest place that the data allow, at [`COVERAGE`].
    pub earliest: usize,
    /// The latest.
    pub latest: usize,
    /// The mean before, back to the change before.
    pub before: f64,
    /// The mean after, up to the next change.
    pub after: f64,
    /// How sure it is that the level changed here at all, between 0 and 1.
    pub probability: f64,
}

/// How much of the probability of the place the interval from `earliest` to `latest` holds.
pub const COVERAGE: f64 = 0.9;
/// Shorter series are not looked at.
pub const FEWEST: usize = 12;
/// The shortest stretch that counts as a level.
const SHORTEST: usize = 4;
/// The bounds of the dispersion: below, hardly anything is a change; above, counts are as good as Poisson.
const DISPERSION: std::ops::RangeInclusive<f64> = 0.5..=30.0;

/// Finds the changes of level in `counts`; none where there is too little to tell.
#[must_use]
pub fn find(counts: &[u32]) -> Vec<Change> {
    if counts.len() < FEWEST {
        return Vec::new();
    }
    let series = Series::of(counts, dispersion(counts, &[]));
    let first = series.partition();
    // The levels that were found tell the dispersion around them better than the raw series could.
    let series = Series::of(counts, dispersion(counts, &first));
    let places = series.partition();
    let mut bounds = vec![0];
    bounds.extend(&places);
    bounds.push(counts.len());
    bounds.windows(3).map(|window| series.change(window[0], window[1], window[2])).collect()
}

/// The dispersion r of a negative binomial (variance = mean + mean² / r), by moments: from the differences of
/// neighbours, which a step touches once only, within the levels that are known.
fn dispersion(counts: &[u32], changes: &[usize]) -> f64 {
    let mut bounds = vec![0];
    bounds.extend(changes);
    bounds.push(counts.len());
    let (mut excess, mut square, mut pairs) = (0.0, 0.0, 0.0);
    for window in bounds.windows(2) {
        let level = &counts[window[0]..window[1]];
        let mean = level.iter().map(|&count| f64::from(count)).sum::<f64>() / level.len().max(1) as f64;
        for pair in level.windows(2) {
            let difference = f64::from(pair[0]) - f64::from(pair[1]);
            excess += difference * difference / 2.0 - mean;
            square += mean * mean;
            pairs += 1.0;
        }
    }
    // A weak belief in bursts (r = 6, worth twelve pairs) keeps short series from looking smoother than life.
    let belief = 12.0 * square / f64::max(pairs, 1.0);
    let r = (square + belief) / f64::max(excess + belief / 6.0, 1e-9);
    r.clamp(*DISPERSION.start(), *DISPERSION.end())
}

/// A series with what makes the cost of any stretch a matter of two looks.
struct Series {
    sums: Vec<f64>,
    r: f64,
    penalty: f64,
}

impl Series {
    fn of(counts: &[u32], r: f64) -> Self {
        let mut sums = Vec::with_capacity(counts.len() + 1);
        sums.push(0.0);
        let mut sum = 0.0;
        for &count in counts {
            sum += f64::from(count);
            sums.push(sum);
        }
        Self { sums, r, penalty: 3.0 * (counts.len() as f64).ln() }
    }

    fn len(&self) -> usize {
        self.sums.len() - 1
    }

    fn mean(&self, from: usize, to: usize) -> f64 {
        (self.sums[to] - self.sums[from]) / (to - from) as f64
    }

    /// Minus the log-likelihood of a stretch at its own mean, but for terms that no partition changes.
    fn cost(&self, from: usize, to: usize) -> f64 {
        let sum = self.sums[to] - self.sums[from];
        if sum <= 0.0 {
            return 0.0;
        }
        let length = (to - from) as f64;
        let mean = sum / length;
        (length * self.r + sum) * (self.r + mean).ln() - length * self.r * self.r.ln() - sum * mean.ln()
    }

    /// The places of change of the cheapest partition.
    fn partition(&self) -> Vec<usize> {
        let n = self.len();
        let mut best = vec![f64::INFINITY; n + 1];
        let mut from = vec![0; n + 1];
        best[0] = -self.penalty;
        let mut candidates = vec![0];
        for to in SHORTEST..=n {
            let costs: Vec<f64> =
                candidates.iter().map(|&start| best[start] + 2.0 * self.cost(start, to)).collect();
            for (&start, &cost) in candidates.iter().zip(&costs) {
                if to - start >= SHORTEST && cost + self.penalty < best[to] {
                    best[to] = cost + self.penalty;
                    from[to] = start;
                }
            }
            let limit = best[to];
            let mut costs = costs.into_iter();
            candidates
                .retain(|&start| costs.next().is_some_and(|cost| cost <= limit || to - start < SHORTEST));
            candidates.push(to + 1 - SHORTEST);
            candidates.dedup();
        }
        let mut places = Vec::new();
        let mut at = n;
        while from[at] > 0 {
            at = from[at];
            places.push(at);
        }
        places.reverse();
        places
    }

    /// What is known of the change at `at` between the places `from` and `to` of its neighbours.
    fn change(&self, from: usize, at: usize, to: usize) -> Change {
        let places: Vec<usize> = (from + SHORTEST..=to - SHORTEST).collect();
        let likelihoods: Vec<f64> =
            places.iter().map(|&place| -self.cost(from, place) - self.cost(place, to)).collect();
        let highest = likelihoods.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = likelihoods.iter().map(|likelihood| (likelihood - highest).exp()).collect();
        let total: f64 = weights.iter().sum();
        let (mut low, mut high) = (at - from - SHORTEST, at - from - SHORTEST);
        let mut held = weights[low];
        while held < COVERAGE * total && (low > 0 || high + 1 < weights.len()) {
            let below = if low > 0 { weights[low - 1] } else { -1.0 };
            let above = weights.get(high + 1).copied().unwrap_or(-1.0);
            if below >= above {
                low -= 1;
                held += below;
            } else {
                high += 1;
                held += above;
            }
        }
        // One more mean to fit costs half a logarithm of the length (Schwarz); every place is as likely beforehand.
        let evidence = highest + (total / places.len() as f64).ln() + self.cost(from, to)
            - 0.5 * ((to - from) as f64).ln();
        let probability = 1.0 / (1.0 + (-evidence).exp());
        Change {
            at,
            earliest: places[low],
            latest: places[high],
            before: self.mean(from, at),
            after: self.mean(at, to),
            probability,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A bursty series of mean four: weeks of plenty among weeks of little, as in life.
    const BURSTS: [u32; 12] = [1, 9, 3, 0, 7, 4, 2, 11, 5, 0, 3, 3];

    fn bursts(weeks: usize, times: u32) -> Vec<u32> {
        BURSTS.iter().cycle().take(weeks).map(|count| count * times).collect()
    }

    #[test]
    fn bursts_alone_are_no_change() {
        assert_eq!(find(&bursts(120, 1)), []);
        assert_eq!(find(&bursts(120, 5)), []);
    }

    #[test]
    fn a_step_is_one_change_near_its_place_with_its_means() {
        let mut counts = vec![6, 7, 5, 6, 8, 5, 6, 7, 6, 5, 7, 6, 5, 6, 7, 6];
        counts.extend([2, 1, 3, 2, 2, 1, 2, 3, 2, 1, 2, 2, 3, 1, 2, 2]);
        let changes = find(&counts);
        let [change] = changes.as_slice() else { panic!("one change, not {changes:?}") };
        assert_eq!(change.at, 16);
        assert!(change.probability > 0.95, "{change:?}");
        assert!((change.before - 6.1).abs() < 0.1 && (change.after - 1.9).abs() < 0.1, "{change:?}");
    }

    #[test]
    fn too_little_is_nothing() {
        assert_eq!(find(&[9, 9, 9, 9, 9, 0, 0, 0, 0, 0, 0]), []);
        assert_eq!(find(&[]), []);
        assert_eq!(find(&[0; 100]), []);
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_place_and_places_are_in_order(counts in prop::collection::vec(0_u32..40, 12..120)) {
            let changes = find(&counts);
            for change in &changes {
                prop_assert!(change.earliest <= change.at && change.at <= change.latest);
                prop_assert!(change.latest < counts.len());
                prop_assert!((0.0..=1.0).contains(&change.probability));
            }
            prop_assert!(changes.is_sorted_by(|one, next| one.at + SHORTEST <= next.at));
        }
    }
}
