//! How far the reading of the flow can be trusted, by simulation: printed, so that the aims are held to what is reached.
//!
//! It simulates what real contact looks like (bursts, holidays, gaps, slow drifts), not what would be easy.

mod journals;
mod lives;
mod standing;
mod starts;

pub(crate) use standing::standing;
pub(crate) use starts::starts;

/// Both calibrations, one after the other.
pub(crate) fn all() {
    starts();
    standing();
}

/// A share in per cent.
fn share(part: u32, whole: u32) -> f64 {
    100.0 * f64::from(part) / f64::from(whole.max(1))
}
