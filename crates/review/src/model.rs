//! The linear model: weights for what `features` sees, one column a mark or sign of crisis.
//!
//! The weights are trained by `cargo xtask train-review` from `dev/` and rebuilt bit for bit. It finds scores; what is
//! made of a score, `draft` and `crisis` decide.

use std::sync::LazyLock;

/// The columns: the ten marks in their order, then the signs of crisis.
pub const COLUMNS: usize = 13;
/// The column of crisis to oneself; those to another and of fear follow.
pub(crate) const TO_SELF: usize = 10;

/// What a column needs besides its weights.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Column {
    scale: f32,
    bias: f32,
    /// From this score on, it is shown.
    pub(crate) shown: f32,
    /// From this score on, it is shown with its full severity.
    pub(crate) sure: f32,
}

/// Bytes of the weights file before the table: a word for the number of slots and four numbers a column.
const HEAD: usize = 4 + COLUMNS * 16;
/// Bytes of a slot: a mark of the feature, then its weights.
const SLOT: usize = 2 + COLUMNS;
/// How far a feature may stand from its place.
const REACH: usize = 64;

static WEIGHTS: &[u8] = include_bytes!("../data/model/weights.bin");
static MODEL: LazyLock<Model> = LazyLock::new(|| Model::open(WEIGHTS));

struct Model {
    columns: [Column; COLUMNS],
    slots: usize,
    table: &'static [u8],
}

impl Model {
    /// Reads the weights; of a file that is cut short, what is there.
    fn open(bytes: &'static [u8]) -> Self {
        let number = |at: usize| {
            bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0.0, f32::from_le_bytes)
        };
        let mut columns = [Column::default(); COLUMNS];
        for (n, column) in columns.iter_mut().enumerate() {
            let at = 4 + n * 16;
            *column = Column {
                scale: number(at),
                bias: number(at + 4),
                shown: number(at + 8),
                sure: number(at + 12),
            };
        }
        let table = bytes.get(HEAD..).unwrap_or_default();
        Self { columns, slots: table.len() / SLOT, table }
    }

    fn weights(&self, feature: u64) -> Option<&'static [u8]> {
        let mark = mark(feature);
        let mut at = place(feature, self.slots)?;
        for _ in 0..REACH {
            let slot = self.table.get(at * SLOT..(at + 1) * SLOT)?;
            match u16::from_le_bytes([slot[0], slot[1]]) {
                0 => return None,
                found if found == mark => return slot.get(2..),
                _ => at = (at + 1) % self.slots,
            }
        }
        None
    }
}

/// The mark of a feature in its slot: never nought, which is an empty slot.
fn mark(feature: u64) -> u16 {
    u16::try_from(feature >> 48).unwrap_or(0).max(1)
}

/// Where a feature stands in a table of so many slots.
fn place(feature: u64, slots: usize) -> Option<usize> {
    usize::try_from((feature & 0xffff_ffff).checked_rem(u64::try_from(slots).ok()?)?).ok()
}

/// The thresholds of a column.
pub(crate) fn column(column: usize) -> Column {
    MODEL.columns.get(column).copied().unwrap_or_default()
}

/// The scores of what was seen, one a column.
pub(crate) fn scores(bag: &[u64]) -> [f32; COLUMNS] {
    let model = &*MODEL;
    let mut sums = [0_i32; COLUMNS];
    for feature in bag {
        let Some(weights) = model.weights(*feature) else { continue };
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += i32::from(weight.cast_signed());
        }
    }
    let length = share(bag.len());
    let mut scores = [0.0; COLUMNS];
    for ((score, sum), column) in scores.iter_mut().zip(sums).zip(&model.columns) {
        #[expect(clippy::cast_precision_loss, reason = "a sum of a few thousand small weights")]
        let sum = sum as f32;
        *score = column.bias + column.scale * length * sum;
    }
    scores
}

/// By how much many features together are weakened.
#[expect(clippy::cast_precision_loss, reason = "a count of features")]
pub(crate) fn share(features: usize) -> f32 {
    8.0 / (features.max(1) as f32).sqrt()
}

/// Puts trained weights into the form in which they are shipped.
///
/// `columns` are scale, bias and the two thresholds of each column; `rows` the features, each with its weights.
pub(crate) fn pack(columns: &[[f32; 4]; COLUMNS], rows: &[(u64, [i8; COLUMNS])]) -> Vec<u8> {
    let slots = rows.len() * 5 / 4 + 1;
    let mut bytes = vec![0; HEAD + slots * SLOT];
    bytes[..4].copy_from_slice(&u32::try_from(slots).unwrap_or(0).to_le_bytes());
    for (n, number) in columns.iter().flatten().enumerate() {
        bytes[4 + n * 4..8 + n * 4].copy_from_slice(&number.to_le_bytes());
    }
    for (feature, weights) in rows {
        let Some(mut at) = place(*feature, slots) else { continue };
        for _ in 0..REACH {
            let slot = &mut bytes[HEAD + at * SLOT..HEAD + (at + 1) * SLOT];
            if slot[0] == 0 && slot[1] == 0 {
                slot[..2].copy_from_slice(&mark(*feature).to_le_bytes());
                for (byte, weight) in slot[2..].iter_mut().zip(weights) {
                    *byte = weight.cast_unsigned();
                }
                break;
            }
            at = (at + 1) % slots;
        }
    }
    bytes
}
