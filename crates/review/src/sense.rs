//! What the encoder's numbers say of each mark and sign, and what they and the linear model say together.
//!
//! Each column has a few askers: each looks over the pieces of a text, dwells on those that answer it, and takes from
//! them one number. Trained by `cargo xtask train-review`, bit for bit. Whether the encoder is asked at all is decided
//! here too: it costs a hundred times what the linear model does.

use std::sync::LazyLock;

use crate::encoder::{self, dot, exp};
use crate::model::COLUMNS;

/// Askers of a column.
pub const ASKERS: usize = 2;
/// Numbers that the encoder gives a piece.
pub const WIDTH: usize = encoder::WIDTH;

/// How a column's two scores are put together.
#[derive(Clone, Copy, Debug, Default)]
pub struct Blend {
    /// The weight of the linear model's score.
    pub words: f32,
    /// The weight of the encoder's.
    pub sense: f32,
    /// What is added.
    pub offset: f32,
    /// What is added where the encoder was not asked.
    pub unasked: f32,
    /// From this score of the linear model on, the encoder is asked.
    pub asked: f32,
}

static DATA: &[u8] = include_bytes!("../data/model/sense.bin");
static SENSE: LazyLock<Sense> = LazyLock::new(|| Sense::open(DATA));

struct Sense {
    blends: [Blend; COLUMNS],
    /// Of each asker what it looks for, then what it takes: `WIDTH` numbers each.
    askers: Vec<f32>,
}

impl Sense {
    /// Reads the file; of one that is cut short, what is there.
    fn open(bytes: &[u8]) -> Self {
        let mut numbers = bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four));
        let mut blends = [Blend { words: 1.0, ..Blend::default() }; COLUMNS];
        for blend in &mut blends {
            let mut next = || numbers.next().unwrap_or_default();
            *blend = Blend { words: next(), sense: next(), offset: next(), unasked: next(), asked: next() };
        }
        Self { blends, askers: numbers.collect() }
    }
}

/// What each column's askers take from the pieces of a text, given their numbers.
#[must_use]
pub fn answers(askers: &[f32], states: &[f32]) -> [f32; COLUMNS] {
    let mut columns = [0.0; COLUMNS];
    let mut looks = vec![0.0; states.len() / WIDTH];
    for (n, asker) in askers.chunks_exact(2 * WIDTH).enumerate().take(COLUMNS * ASKERS) {
        let (looks_for, takes) = asker.split_at(WIDTH);
        for (look, piece) in looks.iter_mut().zip(states.chunks_exact(WIDTH)) {
            *look = dot(looks_for, piece);
        }
        let most = looks.iter().fold(f32::MIN, |most, look| most.max(*look));
        let (mut sum, mut found) = (0.0, 0.0);
        for (look, piece) in looks.iter().zip(states.chunks_exact(WIDTH)) {
            let weight = exp(look - most);
            sum += weight;
            if weight > 1e-5 {
                found += weight * dot(takes, piece);
            }
        }
        columns[n / ASKERS] += found / f32::max(sum, 1e-9);
    }
    columns
}

/// How far the linear model's scores of a part are above those from which on the encoder is asked.
pub(crate) fn wanted(words: &[f32; COLUMNS]) -> f32 {
    let above = words.iter().zip(&SENSE.blends).map(|(score, blend)| score - blend.asked);
    above.fold(f32::MIN, f32::max)
}

/// Both models' scores of a part of a text, put together. Without the part the encoder is not asked, and is taken to say
/// what the linear model says.
pub(crate) fn blended(words: &[f32; COLUMNS], part: Option<&str>) -> [f32; COLUMNS] {
    let sense = &*SENSE;
    let answers = part.map_or(*words, |part| answers(&sense.askers, &encoder::states(part)));
    let mut scores = [0.0; COLUMNS];
    for (n, blend) in sense.blends.iter().enumerate() {
        let offset = if part.is_some() { blend.offset } else { blend.unasked };
        scores[n] = blend.words * words[n] + blend.sense * answers[n] + offset;
    }
    scores
}

/// Puts what was trained into the form in which it is shipped.
pub(crate) fn pack(blends: &[Blend; COLUMNS], askers: &[f32]) -> Vec<u8> {
    let numbers =
        blends.iter().flat_map(|blend| [blend.words, blend.sense, blend.offset, blend.unasked, blend.asked]);
    numbers.chain(askers.iter().copied()).flat_map(f32::to_le_bytes).collect()
}
