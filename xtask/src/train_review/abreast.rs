//! The same work on many things, on as many threads as there are cores; what comes out stands in the order of what
//! went in, so it is the same however many there are.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The results of `work` on each thing.
pub(crate) fn abreast<'t, T: Sync, R: Send>(things: &'t [T], work: impl Fn(&'t T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(things.len()));
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((at, thing)) = {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    things.get(at).map(|thing| (at, thing))
                } {
                    let result = work(thing);
                    done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::abreast;

    #[test]
    fn results_stand_in_the_order_of_what_went_in() {
        let things: Vec<u64> = (0..500).collect();
        let squares: Vec<u64> = things.iter().map(|n| n * n).collect();
        assert_eq!(abreast(&things, |n| n * n), squares);
    }
}
