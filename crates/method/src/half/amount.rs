#![doc = include_str!("amount.md")]

use crate::event::What;

/// The clauses with their reasons and cases.
pub const TEXT: &str = include_str!("amount.md");

/// From more than this many minutes on, halves are rounded down to quarters of an hour.
const LONG_MINUTES: f64 = 120.0;
/// A short half is rounded down to so many minutes, and is at least that.
const FINE_MINUTES: f64 = 5.0;
/// A long half is rounded down to so many minutes.
const COARSE_MINUTES: f64 = 15.0;

/// Half of the minutes asked: rounded down to 5 (to 15 where more than two hours are asked), at least 5, never more
/// than asked.
#[must_use]
pub fn half_of_minutes(asked: f64) -> f64 {
    let step = if asked > LONG_MINUTES { COARSE_MINUTES } else { FINE_MINUTES };
    let half = libm::floor(asked / 2.0 / step) * step;
    half.max(FINE_MINUTES).min(asked)
}

/// Half of the days asked: rounded down, at least one, never more than asked.
#[must_use]
pub fn half_of_days(asked: f64) -> f64 {
    libm::floor(asked / 2.0).max(1.0).min(asked)
}

/// The minutes agreed to where no length is meant even when asked: "as long as you like".
#[must_use]
pub const fn open_ended_minutes(what: What) -> Option<f64> {
    match what {
        What::Talk | What::Call => Some(20.0),
        What::Visit => Some(45.0),
        What::Meal => Some(60.0),
        What::Outing => Some(90.0),
        What::Night | What::Weekend | What::Trip | What::Boundary | What::Practical => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn half_is_never_more_than_asked(asked in 0.0..100_000.0_f64) {
            prop_assert!(half_of_minutes(asked) <= asked);
            prop_assert!(half_of_days(asked) <= asked);
        }

        #[test]
        fn half_of_ten_minutes_or_more_is_at_most_half(asked in 10.0..100_000.0_f64) {
            prop_assert!(half_of_minutes(asked) <= asked / 2.0);
        }

        #[test]
        fn asking_for_more_never_brings_less_than_a_step(asked in 0_u32..10_000) {
            let (less, more) = (half_of_minutes(f64::from(asked)), half_of_minutes(f64::from(asked + 1)));
            prop_assert!(more >= less - COARSE_MINUTES);
        }
    }
}
