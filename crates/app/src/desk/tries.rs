//! How soon another passphrase may be tried. The key is dear to derive already; this makes guessing by hand or by a
//! program on the same machine slower still, and never locks the person out for good.

use jiff::{SignedDuration, Timestamp};

/// So many wrong ones in a row cost nothing but their own time.
const FREE: u32 = 5;
/// The first wait, in seconds; each further wrong one doubles it.
const FIRST_WAIT: i64 = 15;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 15 * 60;

/// Wrong passphrases in a row.
#[derive(Debug, Default)]
pub(super) struct Tries {
    wrong: u32,
    not_before: Option<Timestamp>,
}

impl Tries {
    /// From when another may be tried; none if now.
    pub(super) fn wait(&self, now: Timestamp) -> Option<Timestamp> {
        self.not_before.filter(|&then| then > now)
    }

    pub(super) fn was_wrong(&mut self, now: Timestamp) {
        self.wrong = self.wrong.saturating_add(1);
        if let Some(doublings) = self.wrong.checked_sub(FREE) {
            let wait = FIRST_WAIT.saturating_mul(1 << doublings.min(10)).min(LONGEST_WAIT);
            self.not_before = now.checked_add(SignedDuration::from_secs(wait)).ok();
        }
    }

    pub(super) fn was_right(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_slips_cost_nothing_and_then_each_costs_more_up_to_a_quarter_of_an_hour() {
        let now = Timestamp::UNIX_EPOCH;
        let mut tries = Tries::default();
        let mut waits = Vec::new();
        for _ in 0..14 {
            tries.was_wrong(now);
            waits.push(tries.wait(now).map_or(0, Timestamp::as_second));
        }
        assert_eq!(waits, [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
    }

    #[test]
    fn the_right_one_forgets_the_wrong_ones() {
        let mut tries = Tries::default();
        (0..9).for_each(|_| tries.was_wrong(Timestamp::UNIX_EPOCH));
        tries.was_right();
        assert_eq!(tries.wait(Timestamp::UNIX_EPOCH), None);
    }
}
