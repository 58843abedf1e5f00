//! Where the weekly counts changed (FLOW-1): over which weeks it is looked for, and what is too little to tell (FLOW-3).
//!
//! Weeks read from files and weeks written down by hand are looked at apart: a person who writes down what happens
//! counts otherwise than a file does. How a change is found is [`change`]'s matter.

use crate::change::{self, Change};
use crate::reading::{Measure, Shift, Week, hundredths};
use crate::timeline::{Coverage, Side};
use crate::warning::Warning;
use crate::weeks::Weeks;

/// Series with fewer contacts than this are not looked at for changes.
const FEWEST_CONTACTS: u64 = 20;
/// A week of which more than this is not known is not whole, in seconds.
const DAY: i64 = 86_400;

/// Weeks that are counted alike, known from end to end.
struct Series<'a> {
    places: Vec<usize>,
    weeks: Vec<&'a Week>,
    measures: &'static [Measure],
}

impl<'a> Series<'a> {
    fn of(rows: &'a [Week], within: impl Fn(usize) -> bool, measures: &'static [Measure]) -> Self {
        let (places, weeks) = rows.iter().enumerate().filter(|&(place, _)| within(place)).unzip();
        Self { places, weeks, measures }
    }

    /// The changes of one count; none where there is too little to look at.
    fn changes(&self, side: Side, measure: Measure, edges: &[usize]) -> Option<Vec<Shift>> {
        let Self { places, weeks, .. } = self;
        let counts: Vec<u32> = weeks.iter().map(|week| week.count(side, measure)).collect();
        let total: u64 = counts.iter().map(|&count| u64::from(count)).sum();
        if counts.len() < change::FEWEST || total < FEWEST_CONTACTS {
            return None;
        }
        let shift = |found: &Change| Shift {
            side,
            measure,
            week: weeks[found.at].week.clone(),
            earliest: weeks[found.earliest].week.clone(),
            latest: weeks[found.latest].week.clone(),
            before_per_week: hundredths(found.before),
            after_per_week: hundredths(found.after),
            probability: (hundredths(found.probability)).min(0.99),
            at_edge_of_coverage: edges.iter().any(|&edge| {
                (places[found.earliest].saturating_sub(1)..=places[found.latest] + 1).contains(&edge)
            }),
        };
        Some(change::find(&counts).iter().map(shift).collect())
    }
}

/// Looks for changes in the weekly counts of `rows`, which begin with the moment `first`; of `gaps` nothing is known.
pub(crate) fn changes(
    rows: &[Week],
    weeks: &Weeks,
    first: i64,
    gaps: &[(i64, i64)],
    edges: &[usize],
    warnings: &mut Vec<Warning>,
) -> Vec<Shift> {
    // The first week is whole only if the first message stands at its beginning; the last one never is surely.
    let from = usize::from(first - weeks.bounds[0] > DAY);
    let whole = from..rows.len().saturating_sub(1).max(from);
    let by_hand = |place: usize| rows[place].by_hand;
    let missed = |place: usize| -> i64 {
        let (start, end) = (weeks.bounds[place], weeks.bounds[place + 1]);
        gaps.iter().map(|&(from, to)| (to.min(end) - from.max(start)).max(0)).sum()
    };
    let read = |place: usize| whole.contains(&place) && missed(place) <= DAY && !by_hand(place);
    // The week in which somebody begins to write things down is not whole either.
    let written = |place: usize| whole.contains(&place) && by_hand(place) && place > 0 && by_hand(place - 1);
    let series = [
        Series::of(rows, read, &[Measure::Starts, Measure::Messages]),
        Series::of(rows, written, &[Measure::Starts]),
    ];
    let (mut shifts, mut looked, mut too_few) = (Vec::new(), false, Vec::new());
    for side in [Side::Partner, Side::Me] {
        let mut starts_looked_at = false;
        for (series, &measure) in
            series.iter().flat_map(|each| each.measures.iter().map(move |of| (each, of)))
        {
            let Some(found) = series.changes(side, measure, edges) else { continue };
            looked = true;
            starts_looked_at |= measure == Measure::Starts;
            shifts.extend(found);
        }
        too_few.extend((!starts_looked_at).then_some(Warning::TooFewStarts { side }));
    }
    warnings.extend(if looked { too_few } else { vec![Warning::TooLittle] });
    shifts
}

/// The weeks in which a channel that matters begins or ends to be known, while others are.
pub(crate) fn edges(coverage: &[Coverage], weeks: &Weeks, first: i64, last: i64) -> Vec<usize> {
    /// Nearer to either end than this it is the end.
    const MARGIN: i64 = 28 * 86_400;
    let total: u64 = coverage.iter().map(|channel| channel.contacts).sum();
    let mut edges = Vec::new();
    for channel in coverage.iter().filter(|channel| channel.contacts * 20 >= total) {
        let (begins, ends) = (channel.first.timestamp().as_second(), channel.last.timestamp().as_second());
        edges
            .extend([begins, ends].into_iter().filter(|&edge| edge > first + MARGIN && edge < last - MARGIN));
    }
    edges
        .into_iter()
        .map(|edge| weeks.bounds.partition_point(|&bound| bound <= edge).saturating_sub(1))
        .collect()
}
