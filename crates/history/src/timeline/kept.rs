//! A timeline of contacts that were kept as counts: some read from files once, others written down one by one.
//!
//! A silence is told from a stretch of which nobody wrote anything: between the files and the first thing written by
//! hand nothing is known (FLOW-3). It reads no file and knows no name.

use super::Timeline;
use super::join::{put_in_order, span};
use crate::contact::Contact;

/// What was kept of the contacts between two people.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// From each history that was read in, in whatever order.
    pub read_in: Vec<Vec<Contact>>,
    /// Those written down one by one, in whatever order.
    pub by_hand: Vec<Contact>,
    /// Since when things are written down by hand, in seconds since 1970; none where nothing ever was.
    pub written_since: Option<i64>,
}

impl Kept {
    /// Puts it into one line.
    #[must_use]
    pub fn timeline(self, me: impl Into<String>, partner: impl Into<String>) -> Timeline {
        let mut spans: Vec<(i64, i64)> = self.read_in.iter().filter_map(|history| span(history)).collect();
        spans.sort_unstable();
        let written = self.written_since.into_iter().chain(span(&self.by_hand).map(|(first, _)| first)).min();
        let (gaps, by_hand) = between(&spans, written.unwrap_or(i64::MAX));
        let mut contacts: Vec<Contact> = self.read_in.into_iter().flatten().chain(self.by_hand).collect();
        put_in_order(&mut contacts);
        Timeline { contacts, gaps, by_hand, me: me.into(), partner: partner.into(), ..Timeline::default() }
    }
}

/// Stretches, from their beginnings to their ends, in seconds since 1970.
type Stretches = Vec<(i64, i64)>;

/// The stretches that no sorted span covers: those before anything was written by hand, and those after.
fn between(spans: &[(i64, i64)], written: i64) -> (Stretches, Stretches) {
    let (mut unknown, mut by_hand) = (Vec::new(), Vec::new());
    // Before the first history nothing is unknown: there is nothing to be told of then.
    let mut known = written.min(spans.first().map_or(written, |&(first, _)| first));
    for &(first, last) in spans.iter().chain(&[(i64::MAX, i64::MAX)]) {
        if known < first {
            let begun = written.clamp(known, first);
            unknown.extend((known < begun).then_some((known, begun)));
            by_hand.extend((begun < first).then_some((begun, first)));
        }
        known = known.max(last);
    }
    (unknown, by_hand)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_after_a_history_is_unknown_until_something_is_written() {
        assert_eq!(between(&[(10, 20)], 50), (vec![(20, 50)], vec![(50, i64::MAX)]));
        assert_eq!(between(&[(10, 20)], i64::MAX), (vec![(20, i64::MAX)], vec![]));
    }

    #[test]
    fn who_writes_all_along_leaves_nothing_unknown() {
        assert_eq!(between(&[(10, 20), (30, 40)], 5), (vec![], vec![(5, 10), (20, 30), (40, i64::MAX)]));
        assert_eq!(between(&[(10, 20), (15, 40)], 35), (vec![], vec![(40, i64::MAX)]));
    }

    #[test]
    fn between_two_histories_nothing_is_known() {
        assert_eq!(between(&[(10, 20), (30, 40)], 60), (vec![(20, 30), (40, 60)], vec![(60, i64::MAX)]));
    }

    #[test]
    fn without_a_history_all_is_by_hand() {
        assert_eq!(between(&[], 7), (vec![], vec![(7, i64::MAX)]));
    }
}
