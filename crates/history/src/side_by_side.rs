//! Reading the entries of a long list in two halves at once, so that the cut leaves no trace.
//!
//! Where the second half may begin is only guessed. The first half is read from the list's beginning; if it comes to
//! stand exactly on the guess, between two entries, the second half is what one reader would have read from there on.
//! If not, the guess was wrong, what the second made of it is dropped, and the first goes on alone. It knows no format.

use std::ops::Range;

/// Where a reader came to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    /// At the next entry that begins at or behind where it was to stop, or behind the list's end.
    pub(crate) at: usize,
    /// Whether the list has ended.
    pub(crate) ended: bool,
}

/// Below this a second thread costs more than it saves.
const WORTH_SPLITTING: usize = 2 << 20;

/// Reads the entries of a list that begins at `range.start` and ends, at the latest, at `range.end`. `guess` gives a
/// place at or behind another where an entry seems to begin; `read` reads entries from one place up to another.
/// Gives the halves in order, and the place behind the list.
pub(crate) fn read<T: Send>(
    range: Range<usize>,
    guess: impl Fn(usize) -> Option<usize>,
    read: impl Fn(usize, usize) -> (T, Stand) + Sync,
) -> (Vec<T>, usize) {
    let middle = range.start + range.len() / 2;
    let cut = if range.len() < WORTH_SPLITTING { None } else { guess(middle).filter(|&cut| cut < range.end) };
    let Some(cut) = cut else {
        let (only, stand) = read(range.start, range.end);
        return (vec![only], stand.at);
    };
    std::thread::scope(|scope| {
        let second = scope.spawn(|| read(cut, range.end));
        let (first, stand) = read(range.start, cut);
        let (second, end) = second.join().expect("readers do not panic");
        if stand.ended {
            return (vec![first], stand.at);
        }
        if stand.at == cut {
            return (vec![first, second], end.at);
        }
        drop(second);
        let (rest, end) = read(stand.at, range.end);
        (vec![first, rest], end.at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Entries of ten bytes each; one reader sees them all, and so do two, wherever the second thought to begin.
    #[test]
    fn the_cut_leaves_no_trace_and_a_wrong_guess_costs_nothing_but_time() {
        let length = 10 * (WORTH_SPLITTING / 4);
        for (wrong_by, list) in [(0, length), (3, length), (0, length / 4), (7, length / 4)] {
            let entries = |from: usize, until: usize| -> (Vec<usize>, Stand) {
                let mut seen = Vec::new();
                let mut at = from;
                while at < until && at < list {
                    seen.push(at);
                    at += 10;
                }
                (seen, Stand { at, ended: at >= list })
            };
            let guess = |at: usize| Some(at.next_multiple_of(10) + wrong_by);
            let (halves, end) = read(0..length, guess, entries);
            let all: Vec<usize> = halves.concat();
            assert!(all.iter().copied().eq((0..list).step_by(10)), "wrong by {wrong_by} in {list}");
            assert_eq!(end, list.next_multiple_of(10));
        }
    }
}
