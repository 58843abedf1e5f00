//! What a clause says of a question, and how several clauses come to one answer.
//!
//! Precedence is data ([`Id::yields_to`]); this is the one place that applies it. No clause is named here.

use alloc::vec::Vec;

use jiff::Timestamp;

use crate::clause::Id;

/// May something be started?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It may.
    Open,
    /// Not before then; without a time where nothing is recorded to count from.
    Wait(Option<Timestamp>),
    /// Not at all, as things stand.
    Never,
}

/// An answer that one clause may find too bold and another too cautious.
pub trait Verdict: Copy + PartialEq {
    /// The more cautious of two.
    #[must_use]
    fn cautious(self, other: Self) -> Self;
}

impl Verdict for Opening {
    fn cautious(self, other: Self) -> Self {
        match (self, other) {
            (Self::Never, _) | (_, Self::Never) => Self::Never,
            (Self::Open, rest) | (rest, Self::Open) => rest,
            (Self::Wait(None), _) | (_, Self::Wait(None)) => Self::Wait(None),
            (Self::Wait(Some(a)), Self::Wait(Some(b))) => Self::Wait(Some(a.max(b))),
        }
    }
}

/// What one clause says, and the entries that it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruling<V> {
    /// The clause.
    pub clause: Id,
    /// What it says.
    pub verdict: V,
    /// Other clauses that shaped it and say the same.
    pub shaped_by: Vec<Id>,
    /// The entries behind it, by their number in the replay; none where it rests on an absence.
    pub rests_on: Vec<u32>,
}

impl<V> Ruling<V> {
    /// A ruling that rests on `entries`.
    pub fn new(clause: Id, verdict: V, entries: impl IntoIterator<Item = u32>) -> Self {
        Self { clause, verdict, shaped_by: Vec::new(), rests_on: entries.into_iter().collect() }
    }

    /// The same ruling, with the clauses that shaped it.
    #[must_use]
    pub fn shaped_by(mut self, clauses: impl IntoIterator<Item = Id>) -> Self {
        self.shaped_by.extend(clauses);
        self
    }
}

/// Several rulings brought to one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved<V> {
    /// The answer.
    pub verdict: V,
    /// The clauses that decided it, in the order of the method.
    pub because: Vec<Id>,
    /// The entries behind them.
    pub rests_on: Vec<u32>,
    /// Clauses that disagreed with none of them outranked; the more cautious was taken.
    pub conflict: Vec<Id>,
}

/// Brings rulings to one answer.
///
/// A ruling whose clause yields to another that rules as well is set aside. Of the rest the most cautious holds.
/// SAFE only ever adds caution. Two clauses outside SAFE that disagree, neither yielding, are told as a conflict.
/// None at all: `None`.
#[must_use]
pub fn resolve<V: Verdict>(rulings: &[Ruling<V>]) -> Option<Resolved<V>> {
    let standing: Vec<&Ruling<V>> = rulings
        .iter()
        .filter(|ruling| {
            let yields = ruling.clause.yields_to();
            !rulings.iter().any(|other| yields.contains(&other.clause))
        })
        .collect();
    let verdict = standing.iter().map(|ruling| ruling.verdict).reduce(Verdict::cautious)?;
    let deciding: Vec<&&Ruling<V>> = standing.iter().filter(|ruling| ruling.verdict == verdict).collect();
    let mut because: Vec<Id> = deciding
        .iter()
        .flat_map(|ruling| core::iter::once(ruling.clause).chain(ruling.shaped_by.iter().copied()))
        .collect();
    because.sort_unstable();
    because.dedup();
    let mut rests_on: Vec<u32> = deciding.iter().flat_map(|ruling| ruling.rests_on.iter().copied()).collect();
    rests_on.sort_unstable();
    rests_on.dedup();
    let outside: Vec<&&Ruling<V>> = standing.iter().filter(|ruling| !ruling.clause.is_safe()).collect();
    let clash = |a: &Ruling<V>, b: &Ruling<V>| a.clause != b.clause && a.verdict != b.verdict;
    let disagree = outside.iter().any(|a| outside.iter().any(|b| clash(a, b)));
    let conflict = if disagree { outside.iter().map(|ruling| ruling.clause).collect() } else { Vec::new() };
    Some(Resolved { verdict, because, rests_on, conflict })
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    fn said(clause: Id, verdict: Opening) -> Ruling<Opening> {
        Ruling::new(clause, verdict, [])
    }

    #[test]
    fn safe_forbids_what_another_clause_opens() {
        let both = [said(Id::Decide5, Opening::Open), said(Id::Safe2, Opening::Never)];
        let resolved = resolve(&both).expect("two rulings");
        assert_eq!((resolved.verdict, resolved.because), (Opening::Never, vec![Id::Safe2]));
    }

    #[test]
    fn safe_never_opens_what_another_clause_forbids() {
        let both = [said(Id::Space8, Opening::Never), said(Id::Safe3, Opening::Wait(Some(Timestamp::MIN)))];
        assert_eq!(resolve(&both).expect("two rulings").verdict, Opening::Never);
    }

    #[test]
    fn the_pace_yields_to_a_closure() {
        let both = [said(Id::Space2, Opening::Wait(None)), said(Id::Decide5, Opening::Open)];
        assert_eq!(resolve(&both).expect("two rulings").verdict, Opening::Open);
    }

    #[test]
    fn an_unsettled_clash_is_told_and_the_cautious_ruling_holds() {
        let both = [said(Id::Space4, Opening::Wait(None)), said(Id::Work5, Opening::Open)];
        let resolved = resolve(&both).expect("two rulings");
        assert_eq!(resolved.verdict, Opening::Wait(None));
        assert_eq!(resolved.conflict, vec![Id::Space4, Id::Work5]);
    }

    #[test]
    fn no_ruling_is_no_answer() {
        assert_eq!(resolve::<Opening>(&[]), None);
    }
}
