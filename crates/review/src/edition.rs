//! Which edition of the phrase data reads the words: whoever keeps a reading asks this before trusting it again.

use std::hash::{DefaultHasher, Hasher};

const DATA: &[&str] = &[
    env!("CARGO_PKG_VERSION"),
    include_str!("../data/spellings.txt"),
    include_str!("../data/ordinary.txt"),
    include_str!("../data/common.txt"),
    include_str!("../data/crisis/sets.txt"),
    include_str!("../data/crisis/self.txt"),
    include_str!("../data/crisis/other.txt"),
    include_str!("../data/crisis/afraid.txt"),
    include_str!("../data/crisis/quiet.txt"),
];

/// A number that changes whenever the data does by which words are read.
#[must_use]
pub fn edition() -> u64 {
    let mut hash = DefaultHasher::new();
    for data in DATA {
        hash.write(data.as_bytes());
        hash.write_u8(0xff);
    }
    hash.finish()
}
