//! For those who tend the data: what the linear model sees of a text, and how its weights are packed.
//!
//! The product uses none of it.

use crate::{crisis, encoder, marks, model, sense};

pub use crate::model::COLUMNS;
pub use crate::sense::{ASKERS, Blend, WIDTH, answers};

/// What the model sees of each part of a text: hashed features, sorted, each once.
#[must_use]
pub fn bags(text: &str) -> Vec<Vec<u64>> {
    let read = marks::read(text);
    let sight = read.sight(text, crisis::phrases(text).1);
    sight.windows().iter().map(|window| sight.bag(window)).collect()
}

/// By how much many features together are weakened.
#[must_use]
pub fn share(features: usize) -> f32 {
    model::share(features)
}

/// Puts trained weights into the form in which they are shipped: of each column the scale, the bias and the two
/// thresholds; of each feature its weights.
#[must_use]
pub fn pack(columns: &[[f32; 4]; COLUMNS], rows: &[(u64, [i8; COLUMNS])]) -> Vec<u8> {
    model::pack(columns, rows)
}

/// What the encoder makes of each part of a text that `bags` tells of: `WIDTH` numbers a piece.
#[must_use]
pub fn states(text: &str) -> Vec<Vec<f32>> {
    let read = marks::read(text);
    let sight = read.sight(text, crisis::phrases(text).1);
    sight.windows().iter().map(|window| encoder::states(sight.written(window))).collect()
}

/// Puts what was trained over the encoder's numbers into the form in which it is shipped: of each column how the two
/// scores are put together; of each asker what it looks for and what it takes.
#[must_use]
pub fn pack_sense(blends: &[Blend; COLUMNS], askers: &[f32]) -> Vec<u8> {
    sense::pack(blends, askers)
}
