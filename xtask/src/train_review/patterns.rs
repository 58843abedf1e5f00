//! Patterns of drafts: `(a|b|c)` stands for one of several; each pattern gives some of its readings, by fixed chance.
//! It writes no label.

use std::collections::BTreeSet;

use crate::dice::Dice;

/// How many readings a pattern gives at most; one that has few gives fewer.
const MOST: usize = 12;

enum Part {
    Letter(char),
    OneOf(Vec<Vec<Part>>),
}

/// Some readings of a pattern, each once. A bracket that is not closed ends with the line.
pub(crate) fn readings(pattern: &str, dice: &mut Dice) -> BTreeSet<String> {
    let letters: Vec<char> = pattern.chars().collect();
    let parts = read(&letters, &mut 0, false).pop().unwrap_or_default();
    let wanted = wanted(&parts);
    let mut readings = BTreeSet::new();
    for _ in 0..wanted * 3 {
        if readings.len() >= wanted {
            break;
        }
        let mut reading = String::new();
        speak(&parts, dice, &mut reading);
        readings.insert(reading);
    }
    readings
}

fn read(letters: &[char], at: &mut usize, inside: bool) -> Vec<Vec<Part>> {
    let mut options = vec![Vec::new()];
    while let Some(letter) = letters.get(*at) {
        *at += 1;
        let part = match letter {
            '(' => Part::OneOf(read(letters, at, true)),
            ')' if inside => break,
            '|' if inside => {
                options.push(Vec::new());
                continue;
            }
            letter => Part::Letter(*letter),
        };
        if let Some(last) = options.last_mut() {
            last.push(part);
        }
    }
    options
}

/// The square root of how many readings there are, at most `MOST`.
fn wanted(parts: &[Part]) -> usize {
    (1..MOST).find(|root| root * root >= count(parts)).unwrap_or(MOST)
}

fn count(parts: &[Part]) -> usize {
    parts.iter().fold(1, |product: usize, part| match part {
        Part::Letter(_) => product,
        Part::OneOf(options) => product.saturating_mul(options.iter().map(|option| count(option)).sum()),
    })
}

fn speak(parts: &[Part], dice: &mut Dice, out: &mut String) {
    for part in parts {
        match part {
            Part::Letter(letter) => out.push(*letter),
            Part::OneOf(options) => {
                if let Some(option) = options.get(dice.below(options.len())) {
                    speak(option, dice, out);
                }
            }
        }
    }
}
