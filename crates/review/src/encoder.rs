//! A small sentence encoder: the published weights of all-MiniLM-L6-v2, in whole numbers of eight bits.
//!
//! It gives each piece of a text a few hundred numbers that stand for what it means where it stands; what they say of a
//! mark or a sign, `sense` was trained to tell. The weights are read where they lie in the program and never changed.
//! Source, licence and form: `data/encoder/SOURCE.md`.

mod kernel;
mod pieces;

use std::sync::LazyLock;

use kernel::{Bend, Weights, Whole, level, multiply, shares};
pub(crate) use kernel::{dot, exp};
use pieces::Pieces;

/// Numbers that a piece has.
pub(crate) const WIDTH: usize = 384;
/// Pieces of a text that are read at most, the two that open and close it included.
const MOST: usize = 192;

static DATA: &[u8] = include_bytes!("../data/encoder/minilm.bin");
static ENCODER: LazyLock<Option<Encoder>> = LazyLock::new(|| Encoder::open(DATA));

/// Scale and offset of each column.
struct Level {
    scale: Vec<f32>,
    offset: Vec<f32>,
}

struct Layer {
    /// Of what is asked, what answers, what is said; and how the heads' words are joined.
    attention: [Weights; 4],
    after_attention: Level,
    up: Weights,
    down: Weights,
    after: Level,
}

struct Encoder {
    pieces: Pieces,
    width: usize,
    heads: usize,
    words: Weights,
    places: Weights,
    first: Level,
    layers: Vec<Layer>,
    bend: Bend,
    /// The numbers of what opens a text, closes it, and stands for what cannot be cut.
    signs: [u32; 3],
}

/// A run through the data: what is missing is not there.
struct Reader(&'static [u8]);

impl Reader {
    fn bytes(&mut self, count: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn count(&mut self) -> Option<usize> {
        u32::from_le_bytes(self.bytes(4)?.try_into().ok()?).try_into().ok()
    }

    fn numbers(&mut self, count: usize) -> Option<Vec<f32>> {
        let bytes = self.bytes(count.checked_mul(4)?)?;
        Some(
            bytes
                .chunks_exact(4)
                .filter_map(|four| Some(f32::from_le_bytes(four.try_into().ok()?)))
                .collect(),
        )
    }

    fn table(&mut self, rows: usize, width: usize) -> Option<Weights> {
        let steps = self.numbers(rows)?;
        Some(Weights { steps, offsets: Vec::new(), rows: self.bytes(rows.checked_mul(width)?)? })
    }

    fn weights(&mut self, rows: usize, width: usize) -> Option<Weights> {
        let offsets = self.numbers(rows)?;
        Some(Weights { offsets, ..self.table(rows, width)? })
    }

    fn level(&mut self, width: usize) -> Option<Level> {
        Some(Level { scale: self.numbers(width)?, offset: self.numbers(width)? })
    }

    fn layer(&mut self, width: usize, inner: usize) -> Option<Layer> {
        let mut square = || self.weights(width, width);
        Some(Layer {
            attention: [square()?, square()?, square()?, square()?],
            after_attention: self.level(width)?,
            up: self.weights(inner, width)?,
            down: self.weights(width, inner)?,
            after: self.level(width)?,
        })
    }
}

impl Encoder {
    /// Opens the data; of data that is cut short, nothing.
    fn open(data: &'static [u8]) -> Option<Self> {
        let mut reader = Reader(data);
        let [count, letters, width, layers, heads, inner, places] = {
            let mut counts = [0; 7];
            for one in &mut counts {
                *one = reader.count()?;
            }
            counts
        };
        let pieces = Pieces::new(reader.bytes(count * 4)?, reader.bytes(letters)?);
        let sign = |name: &str| pieces.number(name.as_bytes());
        let signs = [sign("[CLS]")?, sign("[SEP]")?, sign("[UNK]")?];
        Some(Self {
            words: reader.table(count, width / 2)?,
            places: reader.table(places, width)?,
            first: reader.level(width)?,
            layers: (0..layers).map(|_| reader.layer(width, inner)).collect::<Option<_>>()?,
            bend: Bend::new(),
            pieces,
            width,
            heads,
            signs,
        })
    }

    fn states(&self, text: &str) -> Vec<f32> {
        let [opens, closes, unknown] = self.signs;
        let mut numbers = vec![opens];
        numbers.extend(self.pieces.cut(text, unknown, MOST - 2));
        numbers.push(closes);
        let mut rows = self.entered(&numbers);
        for layer in &self.layers {
            self.pass(layer, &mut rows);
        }
        rows
    }

    /// What each piece means by itself, and where it stands. A byte of the table holds two numbers.
    fn entered(&self, numbers: &[u32]) -> Vec<f32> {
        let half = self.width / 2;
        let mut rows = Vec::with_capacity(numbers.len() * self.width);
        for (place, number) in numbers.iter().enumerate() {
            let number = *number as usize;
            let word = self.words.rows.get(number * half..(number + 1) * half).unwrap_or_default();
            let step = self.words.steps.get(number).copied().unwrap_or_default();
            let there =
                self.places.rows.get(place * self.width..(place + 1) * self.width).unwrap_or_default();
            let there_step = self.places.steps.get(place).copied().unwrap_or_default();
            let nibbles = word.iter().flat_map(|byte| [byte & 15, byte >> 4]);
            rows.extend(nibbles.zip(there).map(|(nibble, there)| {
                (f32::from(nibble) - 8.0) * step + f32::from(there.cast_signed()) * there_step
            }));
        }
        level(&mut rows, &self.first.scale, &self.first.offset);
        rows
    }

    fn pass(&self, layer: &Layer, rows: &mut [f32]) {
        let heard = self.attended(layer, rows);
        add(rows, &multiply(&Whole::of(&heard, self.width), &layer.attention[3]));
        level(rows, &layer.after_attention.scale, &layer.after_attention.offset);
        let mut inner = multiply(&Whole::of(rows, self.width), &layer.up);
        self.bend.each(&mut inner);
        add(rows, &multiply(&Whole::of(&inner, layer.up.steps.len()), &layer.down));
        level(rows, &layer.after.scale, &layer.after.offset);
    }

    /// What each piece hears from the others, head by head.
    fn attended(&self, layer: &Layer, rows: &[f32]) -> Vec<f32> {
        let (width, part) = (self.width, self.width / self.heads);
        let whole = Whole::of(rows, width);
        let [asked, answers, said, _] = &layer.attention;
        let (asked, answers, said) =
            (multiply(&whole, asked), multiply(&whole, answers), multiply(&whole, said));
        #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
        let soften = 1.0 / (part as f32).sqrt();
        let count = rows.len() / width;
        let mut heard = vec![0.0; rows.len()];
        let mut ears = vec![0.0; count];
        for at in (0..self.heads).map(|n| n * part..(n + 1) * part) {
            for (asks, out) in asked.chunks_exact(width).zip(heard.chunks_exact_mut(width)) {
                for (ear, answer) in ears.iter_mut().zip(answers.chunks_exact(width)) {
                    *ear = dot(&asks[at.clone()], &answer[at.clone()]) * soften;
                }
                shares(&mut ears);
                let out = &mut out[at.clone()];
                for (ear, word) in ears.iter().zip(said.chunks_exact(width)) {
                    for (out, word) in out.iter_mut().zip(&word[at.clone()]) {
                        *out += ear * word;
                    }
                }
            }
        }
        heard
    }
}

fn add(rows: &mut [f32], more: &[f32]) {
    for (number, more) in rows.iter_mut().zip(more) {
        *number += more;
    }
}

/// What the pieces of a text mean where they stand: `WIDTH` numbers a piece; nothing if there are no weights.
pub(crate) fn states(text: &str) -> Vec<f32> {
    ENCODER.as_ref().map(|encoder| encoder.states(text)).unwrap_or_default()
}
