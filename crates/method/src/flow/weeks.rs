//! The partner's starts by week, as far back as they help, and of which weeks nothing is known (FLOW-3, FLOW-4).
//!
//! It counts; what the counts mean is not its matter.

use alloc::vec::Vec;

use jiff::{SignedDuration, Timestamp};

use crate::event::Side;
use crate::moment::elapsed;
use crate::present::{CONVERSATION_GAP, Personal, Present};

/// A week, in elapsed time.
pub(super) const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The weeks looked at: the twelve that are compared, and the year before them.
const LOOKED_AT: usize = 64;
/// From so many written weeks on it is known whether somebody writes in most.
const FEWEST_WRITTEN: usize = 4;

/// Counts by weeks before a moment, the newest first.
type ByWeek<T> = [T; LOOKED_AT];

/// The partner's starts in each week, the newest first; none for a week of which nothing is known.
pub(super) fn starts(present: &Present<'_>) -> ByWeek<Option<u32>> {
    let now = present.now;
    let mut starts = [0; LOOKED_AT];
    let mut last: Option<&Personal> = None;
    for start in present.contacts.iter().filter(|contact| contact.is_partners_start()) {
        // One that was written down and also read in is one.
        let again = |last: &Personal| {
            last.imported != start.imported && elapsed(last.at, start.at) < CONVERSATION_GAP
        };
        if last.is_some_and(again) {
            continue;
        }
        last = Some(start);
        count(&mut starts, start.at, now);
    }
    let begun = present.first_recorded();
    let holes = Holes::of(present);
    core::array::from_fn(|week| {
        let whole = begun.is_some_and(|begun| elapsed(begun, now) >= whole_weeks(week + 1));
        (whole && !holes.hold(week)).then_some(starts[week])
    })
}

/// Counts `at` into its week. The far end of a week belongs to it: a start of 28 days ago to the last 28 days, one of 84
/// to the 84.
fn count(weeks: &mut ByWeek<u32>, at: Timestamp, now: Timestamp) {
    let ago = (elapsed(at, now).as_secs() - 1).max(0);
    if let Some(week) = usize::try_from(ago / WEEK.as_secs()).ok().and_then(|week| weeks.get_mut(week)) {
        *week += 1;
    }
}

fn whole_weeks(weeks: usize) -> SignedDuration {
    WEEK * i32::try_from(weeks).unwrap_or(i32::MAX)
}

/// A stretch of time, from its beginning to its end.
type Span = (Timestamp, Timestamp);

/// Where nothing is known.
struct Holes {
    now: Timestamp,
    /// Between two histories that were read in, as long as nothing was written by hand either.
    between: Vec<Span>,
    /// Weeks in which somebody who else writes in most weeks wrote nothing.
    unwritten: ByWeek<bool>,
}

impl Holes {
    fn of(present: &Present<'_>) -> Self {
        let first_written = present.first_written();
        let read_in = read_in(present);
        let mut between = Vec::new();
        let mut end: Option<Timestamp> = None;
        for &(first, last) in &read_in {
            let until = first_written.map_or(first, |written| written.min(first));
            between.extend(end.filter(|&end| end < until).map(|end| (end, until)));
            end = Some(end.map_or(last, |end| end.max(last)));
        }
        let unwritten = first_written.map_or([false; LOOKED_AT], |first| unwritten(present, first, &read_in));
        Self { now: present.now, between, unwritten }
    }

    fn hold(&self, week: usize) -> bool {
        let hole: SignedDuration = self.between.iter().map(|&hole| within(week, hole, self.now)).sum();
        self.unwritten[week] || hole * 2 > WEEK
    }
}

/// How much of a week lies in a span.
fn within(week: usize, (first, last): Span, now: Timestamp) -> SignedDuration {
    let from = elapsed(first, now).min(whole_weeks(week + 1));
    let to = elapsed(last, now).max(whole_weeks(week));
    (from - to).max(SignedDuration::ZERO)
}

/// From where to where each history that was read in reaches, in order of their beginnings.
fn read_in(present: &Present<'_>) -> Vec<Span> {
    let mut spans: Vec<(Option<&str>, Span)> = Vec::new();
    for message in present.standing.messages.seen(present.now) {
        match spans.iter_mut().rfind(|(import, _)| *import == message.import()) {
            Some((_, span)) => span.1 = message.at,
            None => spans.push((message.import(), (message.at, message.at))),
        }
    }
    spans.into_iter().map(|(_, span)| span).collect()
}

/// The weeks without any entry, of somebody who else writes something besides the partner's starts in three weeks of
/// four. Who writes down nothing but those falls silent when the partner does, and their empty weeks count as empty.
fn unwritten(present: &Present<'_>, first: Timestamp, read_in: &[Span]) -> ByWeek<bool> {
    let now = present.now;
    let (mut entries, mut theirs) = ([0; LOOKED_AT], [0; LOOKED_AT]);
    for trace in present.standing.traces.seen(now) {
        count(&mut entries, trace.at, now);
    }
    for contact in present.standing.contacts.seen(now) {
        if contact.what.by == Side::Partner && contact.what.started {
            count(&mut theirs, contact.at, now);
        }
    }
    let by_hand = |week: usize| elapsed(first, now) >= whole_weeks(week + 1);
    let written = (0..LOOKED_AT).filter(|&week| by_hand(week) && entries[week] > 0);
    let (written, of_their_own) = written
        .fold((0, 0), |(written, own), week| (written + 1, own + usize::from(entries[week] > theirs[week])));
    let writes_in_most = written >= FEWEST_WRITTEN && of_their_own * 4 >= written * 3;
    core::array::from_fn(|week| {
        let covered = read_in.iter().any(|&span| within(week, span, now) > SignedDuration::ZERO);
        writes_in_most && by_hand(week) && entries[week] == 0 && !covered
    })
}
