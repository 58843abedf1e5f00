//! Tea leaves (FLOW-2): what of the partner's side fell first, when, and what one's own side did in the eight weeks
//! after. Shown to learn from, never as a charge.
//!
//! It looks at weekly counts only. Where there is too little to tell, that is what it tells (FLOW-3).

#![expect(clippy::cast_precision_loss, reason = "counts of weeks stay far below 2^52")]

use crate::reading::{Measure, Shift, Week};
use crate::timeline::Side;
use serde::Serialize;

/// Over how many weeks after the fall one's own side is looked at.
const WEEKS_AFTER: usize = 8;
/// Over how many weeks before it, at most and at least.
const WEEKS_BEFORE: std::ops::RangeInclusive<usize> = 8..=26;
/// Of fewer contacts in both stretches together nothing is said.
const FEWEST: u32 = 12;
/// A change that is less sure than this is no sign.
const SURE: f64 = 0.8;
/// From this probability on it is said that one side did more, or fewer.
const CLEAR: f64 = 0.9;

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// Too few weeks or contacts to look at all.
    TooLittleToTell,
    /// Nothing of the partner's fell by more than its ordinary ups and downs.
    NothingFell,
    /// Something fell first.
    SomethingFell,
}

/// What fell first, and what the other side did then.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeaLeaves {
    /// What is told.
    pub told: Told,
    /// The first fall on the partner's side, before the leaving where it is known.
    pub first_fall: Option<Shift>,
    /// What one's own side did in the eight weeks after.
    pub answer: Option<Answer>,
}

/// How one side changed its reaching out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answered {
    /// More often than before.
    More,
    /// Less often.
    Fewer,
    /// No difference that is clear.
    NotClear,
    /// Too few weeks or contacts.
    TooLittleToTell,
}

/// Starts and unanswered follow-ups of one's own, before the fall and in the weeks after.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// What is told.
    pub answered: Answered,
    /// A week, over the weeks before.
    pub before_per_week: f64,
    /// A week, over the weeks after.
    pub after_per_week: f64,
    /// How many weeks before were looked at.
    pub weeks_before: usize,
    /// How many after.
    pub weeks_after: usize,
    /// How sure it is that it was more often; `None` where there is too little to tell.
    pub probability_more: Option<f64>,
}

/// Reads the tea leaves of `weeks`, whose changes were found, up to the week of the leaving.
pub(crate) fn of(weeks: &[Week], changes: &[Shift], left: Option<usize>) -> TeaLeaves {
    let none = |told: Told| TeaLeaves { told, first_fall: None, answer: None };
    let counted = |measure: Measure| -> u64 {
        weeks.iter().map(|week| u64::from(week.count(Side::Partner, measure))).sum()
    };
    if weeks.len() < crate::change::FEWEST + 1 || counted(Measure::Messages) < u64::from(FEWEST) {
        return none(Told::TooLittleToTell);
    }
    let place = |shift: &Shift| weeks.iter().position(|week| week.week == shift.week);
    let first = changes
        .iter()
        .filter(|shift| shift.side == Side::Partner && shift.after_per_week < shift.before_per_week)
        .filter(|shift| shift.probability >= SURE && !shift.at_edge_of_coverage)
        .filter_map(|shift| Some((place(shift)?, shift)))
        .filter(|(place, _)| left.is_none_or(|left| *place <= left))
        .min_by_key(|(place, shift)| (*place, shift.measure == Measure::Messages));
    let Some((place, shift)) = first else { return none(Told::NothingFell) };
    TeaLeaves {
        told: Told::SomethingFell,
        first_fall: Some(shift.clone()),
        answer: Some(answer(weeks, place)),
    }
}

/// How one's own side reached out before the week `place` and after.
fn answer(weeks: &[Week], place: usize) -> Answer {
    let reached = |week: &Week| week.me.starts + week.me.follow_ups;
    let known = |week: &&Week| !week.gap && week.by_hand == weeks[place].by_hand;
    let before: Vec<u32> =
        weeks[..place].iter().rev().filter(known).take(*WEEKS_BEFORE.end()).map(reached).collect();
    // The last week is never surely whole.
    let end = (weeks.len() - 1).max(place);
    let after: Vec<u32> = weeks[place..end].iter().filter(known).take(WEEKS_AFTER).map(reached).collect();
    let mean = |counts: &[u32]| f64::from(counts.iter().sum::<u32>()) / counts.len().max(1) as f64;
    let hundredths = |value: f64| (value * 100.0).round() / 100.0;
    let enough = WEEKS_BEFORE.contains(&before.len())
        && after.len() == WEEKS_AFTER
        && before.iter().chain(&after).sum::<u32>() >= FEWEST;
    let probability = enough.then(|| probability_more(&before, &after));
    let answered = match probability {
        None => Answered::TooLittleToTell,
        Some(CLEAR..) => Answered::More,
        Some(probability) if probability <= 1.0 - CLEAR => Answered::Fewer,
        Some(_) => Answered::NotClear,
    };
    Answer {
        answered,
        before_per_week: hundredths(mean(&before)),
        after_per_week: hundredths(mean(&after)),
        weeks_before: before.len(),
        weeks_after: after.len(),
        probability_more: probability.map(|probability| hundredths(probability).clamp(0.01, 0.99)),
    }
}

/// How sure it is that the rate of `after` is above that of `before`: the logarithm of their ratio is taken for
/// normal, its spread widened by the bursts that the weeks themselves show (never narrower than chance alone).
fn probability_more(before: &[u32], after: &[u32]) -> f64 {
    let sum = |counts: &[u32]| f64::from(counts.iter().sum::<u32>()) + 0.5;
    let mean = |counts: &[u32]| sum(counts) / counts.len() as f64;
    let excess: f64 = [before, after]
        .into_iter()
        .flat_map(|counts| {
            let mean = mean(counts);
            counts.iter().map(move |&count| (f64::from(count) - mean).powi(2) / mean)
        })
        .sum();
    let bursts = (excess / (before.len() + after.len() - 2) as f64).max(1.0);
    let spread = (bursts * (1.0 / sum(before) + 1.0 / sum(after))).sqrt();
    normal((mean(after) / mean(before)).ln() / spread)
}

/// The share of a normal distribution below `x` (Abramowitz and Stegun 26.2.17, right to seven places).
fn normal(x: f64) -> f64 {
    const TERMS: [f64; 5] = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let t = 1.0 / (1.0 + 0.231_641_9 * x.abs());
    let tail = TERMS.iter().rev().fold(0.0, |sum, term| (sum + term) * t);
    let above = tail * (-x * x / 2.0).exp() / std::f64::consts::TAU.sqrt();
    if x < 0.0 { above } else { 1.0 - above }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::SideWeek;

    /// Weeks of so many starts of mine and of the partner's.
    fn weeks(counts: &[(u32, u32)]) -> Vec<Week> {
        let side = |starts: u32| SideWeek { messages: starts, starts, ..SideWeek::default() };
        let week = |(place, &(me, partner)): (usize, &(u32, u32))| Week {
            week: format!("{place}"),
            me: side(me),
            partner: side(partner),
            longest_silence_hours: 0.0,
            gap: false,
            by_hand: false,
        };
        counts.iter().enumerate().map(week).collect()
    }

    fn fall(week: &str, measure: Measure, probability: f64) -> Shift {
        Shift {
            side: Side::Partner,
            measure,
            week: week.to_owned(),
            earliest: week.to_owned(),
            latest: week.to_owned(),
            before_per_week: 6.0,
            after_per_week: 2.0,
            probability,
            at_edge_of_coverage: false,
        }
    }

    #[test]
    fn the_first_fall_is_told_with_what_one_did_after_it() {
        let mut counts = vec![(3, 6); 20];
        counts.extend([(7, 2); 20]);
        let changes = [fall("22", Measure::Messages, 0.99), fall("20", Measure::Starts, 0.95)];
        let leaves = of(&weeks(&counts), &changes, None);
        let answer = leaves.answer.expect("something fell");
        assert_eq!(leaves.first_fall.map(|fall| fall.week).as_deref(), Some("20"));
        assert_eq!((answer.answered, answer.weeks_before, answer.weeks_after), (Answered::More, 20, 8));
        assert_eq!((answer.before_per_week, answer.after_per_week), (3.0, 7.0));
    }

    #[test]
    fn what_fell_after_the_leaving_or_is_not_sure_is_no_sign() {
        let counts = vec![(3, 6); 40];
        let unsure = of(&weeks(&counts), &[fall("20", Measure::Starts, 0.5)], None);
        assert_eq!((unsure.told, unsure.answer), (Told::NothingFell, None));
        let later = of(&weeks(&counts), &[fall("20", Measure::Starts, 0.99)], Some(10));
        assert_eq!(later.told, Told::NothingFell);
        let edge = Shift { at_edge_of_coverage: true, ..fall("20", Measure::Starts, 0.99) };
        assert_eq!(of(&weeks(&counts), &[edge], None).told, Told::NothingFell);
    }

    #[test]
    fn too_little_is_told_to_be_too_little() {
        assert_eq!(of(&weeks(&[(3, 6); 10]), &[], None).told, Told::TooLittleToTell);
        assert_eq!(of(&weeks(&[(3, 0); 40]), &[], None).told, Told::TooLittleToTell);
        let answer = |counts: &[(u32, u32)], week: &str| {
            of(&weeks(counts), &[fall(week, Measure::Starts, 0.99)], None).answer.expect("something fell")
        };
        // Too near the beginning, too near the end, too seldom.
        for (counts, week) in [(vec![(3, 6); 40], "5"), (vec![(3, 6); 40], "35"), (vec![(0, 6); 40], "20")] {
            let answer = answer(&counts, week);
            assert_eq!((answer.answered, answer.probability_more), (Answered::TooLittleToTell, None));
        }
    }

    #[test]
    fn bursts_make_less_sure() {
        let steady = probability_more(&[3; 16], &[5; 8]);
        let bursty =
            probability_more(&[0, 9, 0, 6, 0, 3, 0, 6, 0, 9, 0, 6, 0, 3, 0, 6], &[0, 10, 0, 10, 5, 0, 10, 5]);
        assert!(steady > 0.95 && bursty < steady && bursty > 0.5, "{steady} {bursty}");
        assert!((probability_more(&[4; 16], &[4; 8]) - 0.5).abs() < 0.05);
    }

    #[test]
    fn the_normal_distribution_is_that_of_the_tables() {
        for (x, share) in [(0.0, 0.5), (1.0, 0.841_344_7), (-1.96, 0.024_997_9), (3.0, 0.998_650_1)] {
            assert!((normal(x) - share).abs() < 1e-6, "{x}");
        }
    }
}
