//! `cargo xtask pack-encoder FOLDER`: the published weights of the sentence encoder, made small, into the review's data.
//!
//! It trains nothing. `crates/review/data/encoder/SOURCE.md` says where the folder comes from and what it must hold.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::run::{Failed, root, tell};

/// Where the packed weights are kept.
const PACKED: &str = "crates/review/data/encoder/minilm.bin";
/// Numbers that a piece has.
const WIDTH: usize = 384;
/// Heads that listen side by side.
const HEADS: usize = 12;
/// Numbers that a piece has inside a layer.
const INNER: usize = 1536;
/// Places in a text.
const PLACES: usize = 192;
/// How many of the six layers are kept.
const LAYERS: usize = 4;

/// The tensors of a safetensors file, each a row of numbers.
struct Tensors(BTreeMap<String, Vec<f32>>);

impl Tensors {
    fn read(path: &Path) -> Result<Self, Failed> {
        let bytes = fs::read(path)?;
        let broken = || Failed(format!("{} is no safetensors file of single precision", path.display()));
        let (length, rest) = bytes.split_first_chunk::<8>().ok_or_else(broken)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| broken())?;
        let (head, data) = rest.split_at_checked(length).ok_or_else(broken)?;
        let head: serde_json::Map<String, serde_json::Value> =
            serde_json::from_slice(head).map_err(|_| broken())?;
        let mut tensors = BTreeMap::new();
        for (name, what) in head.iter().filter(|(_, what)| what["dtype"] == "F32") {
            let place = |n: usize| {
                what["data_offsets"][n].as_u64().and_then(|at| usize::try_from(at).ok()).ok_or_else(broken)
            };
            let bytes = data.get(place(0)?..place(1)?).ok_or_else(broken)?;
            let numbers = bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four)).collect();
            tensors.insert(name.trim_start_matches("bert.").to_owned(), numbers);
        }
        Ok(Self(tensors))
    }

    fn get(&self, name: &str) -> Result<&[f32], Failed> {
        self.0.get(name).map(Vec::as_slice).ok_or_else(|| Failed(format!("there is no tensor {name}")))
    }
}

/// Packs the weights in a folder.
pub(crate) fn run(folder: &str) -> Result<(), Failed> {
    let folder = Path::new(folder);
    let tensors = Tensors::read(&folder.join("model.safetensors"))?;
    let vocabulary = fs::read_to_string(folder.join("vocab.txt"))?;
    let pieces: BTreeMap<&str, usize> = vocabulary
        .lines()
        .enumerate()
        .filter(|(_, piece)| is_kept(piece))
        .map(|(n, piece)| (piece, n))
        .collect();
    let letters: usize = pieces.keys().map(|piece| piece.len()).sum();
    let mut packed = Vec::new();
    for count in [pieces.len(), letters, WIDTH, LAYERS, HEADS, INNER, PLACES] {
        packed.extend(whole(count).to_le_bytes());
    }
    let mut end = 0;
    for piece in pieces.keys() {
        end += piece.len();
        packed.extend(whole(end).to_le_bytes());
    }
    for piece in pieces.keys() {
        packed.extend(piece.bytes());
    }
    let order: Vec<usize> = pieces.into_values().collect();
    words(tensors.get("embeddings.word_embeddings.weight")?, &order, &mut packed);
    let kind = &tensors.get("embeddings.token_type_embeddings.weight")?[..WIDTH];
    let places = &tensors.get("embeddings.position_embeddings.weight")?[..PLACES * WIDTH];
    let places: Vec<f32> = places.iter().zip(kind.iter().cycle()).map(|(place, kind)| place + kind).collect();
    bytes(&places, WIDTH, &mut packed);
    let plain = |name: String, packed: &mut Vec<u8>| -> Result<(), Failed> {
        packed.extend(tensors.get(&name)?.iter().flat_map(|number| number.to_le_bytes()));
        Ok(())
    };
    let level = |name: String, packed: &mut Vec<u8>| -> Result<(), Failed> {
        plain(format!("{name}.LayerNorm.weight"), packed)?;
        plain(format!("{name}.LayerNorm.bias"), packed)
    };
    level("embeddings".to_owned(), &mut packed)?;
    for layer in (0..LAYERS).map(|layer| format!("encoder.layer.{layer}")) {
        let weights = |name: &str, width: usize, packed: &mut Vec<u8>| -> Result<(), Failed> {
            plain(format!("{layer}.{name}.bias"), packed)?;
            bytes(tensors.get(&format!("{layer}.{name}.weight"))?, width, packed);
            Ok(())
        };
        for name in ["self.query", "self.key", "self.value", "output.dense"] {
            weights(&format!("attention.{name}"), WIDTH, &mut packed)?;
        }
        level(format!("{layer}.attention.output"), &mut packed)?;
        weights("intermediate.dense", WIDTH, &mut packed)?;
        weights("output.dense", INNER, &mut packed)?;
        level(format!("{layer}.output"), &mut packed)?;
    }
    fs::write(root().join(PACKED), &packed)?;
    tell(&format!("{PACKED}: {} pieces, {LAYERS} layers, {} bytes", order.len(), packed.len()));
    Ok(())
}

/// Pieces of English: letters without accents, figures, the signs of plain text, and what opens and closes a text.
fn is_kept(piece: &str) -> bool {
    let plain = piece.is_ascii() && !piece.starts_with("[unused") && piece != "[MASK]" && piece != "[PAD]";
    plain || matches!(piece, "…" | "£" | "€")
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Rows in eight bits: the steps, then the rows.
fn bytes(numbers: &[f32], width: usize, packed: &mut Vec<u8>) {
    let step = |row: &[f32]| most(row).max(1e-9) / 127.0;
    let rows = || numbers.chunks_exact(width);
    rows().for_each(|row| packed.extend(step(row).to_le_bytes()));
    for row in rows() {
        packed.extend(row.iter().map(|number| rounded(number / step(row), 127.0).cast_unsigned()));
    }
}

/// The rows of the pieces in four bits, two numbers a byte: the steps, then the rows.
fn words(numbers: &[f32], pieces: &[usize], packed: &mut Vec<u8>) {
    let rows = || pieces.iter().map(|n| &numbers[n * WIDTH..(n + 1) * WIDTH]);
    let steps: Vec<f32> = rows().map(finest).collect();
    for step in &steps {
        packed.extend(step.to_le_bytes());
    }
    for (row, step) in rows().zip(&steps) {
        packed.extend(row.as_chunks::<2>().0.iter().map(|two| {
            let [low, high] = two.map(|number| (rounded(number / step, 7.0) + 8).cast_unsigned());
            low | high << 4
        }));
    }
}

/// The step of fifteen that loses least of a row.
fn finest(row: &[f32]) -> f32 {
    let most = most(row).max(1e-9);
    let lost = |step: f32| -> f32 {
        let lost = row.iter().map(|number| number - f32::from(rounded(number / step, 7.0)) * step);
        lost.map(|lost| lost * lost).sum()
    };
    let steps = (6..=20_u8).map(|part| most / 7.0 * f32::from(part) / 20.0);
    steps.min_by(|left, right| lost(*left).total_cmp(&lost(*right))).unwrap_or(most)
}

fn most(row: &[f32]) -> f32 {
    row.iter().fold(0.0, |most, number| most.max(number.abs()))
}

#[expect(clippy::cast_possible_truncation, reason = "held within its limit")]
fn rounded(number: f32, limit: f32) -> i8 {
    number.round().clamp(-limit, limit) as i8
}
