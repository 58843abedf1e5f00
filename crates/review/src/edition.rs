//! Which edition of the phrase data reads the words: whoever keeps a reading asks this before trusting it again.

use std::hash::{DefaultHasher, Hasher};

const DATA: &[&[u8]] = &[
    env!("CARGO_PKG_VERSION").as_bytes(),
    include_bytes!("../data/common.txt"),
    include_bytes!("../data/crisis/afraid.txt"),
    include_bytes!("../data/crisis/de-afraid.txt"),
    include_bytes!("../data/crisis/de-common.txt"),
    include_bytes!("../data/crisis/de-other.txt"),
    include_bytes!("../data/crisis/de-quiet.txt"),
    include_bytes!("../data/crisis/de-self.txt"),
    include_bytes!("../data/crisis/de-sets.txt"),
    include_bytes!("../data/crisis/de-spellings.txt"),
    include_bytes!("../data/crisis/other.txt"),
    include_bytes!("../data/crisis/quiet.txt"),
    include_bytes!("../data/crisis/self.txt"),
    include_bytes!("../data/crisis/sets.txt"),
    include_bytes!("../data/marks/approach.txt"),
    include_bytes!("../data/marks/quiet.txt"),
    include_bytes!("../data/marks/reach.txt"),
    include_bytes!("../data/marks/sets.txt"),
    include_bytes!("../data/marks/sorts.txt"),
    include_bytes!("../data/marks/wider.txt"),
    include_bytes!("../data/marks/wound.txt"),
    // The note names the digest of the encoder's weights, and a test holds it to them.
    include_bytes!("../data/encoder/SOURCE.md"),
    include_bytes!("../data/model/kinds.txt"),
    include_bytes!("../data/model/sense.bin"),
    include_bytes!("../data/model/weights.bin"),
    include_bytes!("../data/ordinary.txt"),
    include_bytes!("../data/spellings.txt"),
];

/// A number that changes whenever the data does by which words are read.
#[must_use]
pub fn edition() -> u64 {
    let mut hash = DefaultHasher::new();
    for data in DATA {
        hash.write(data);
        hash.write_u8(0xff);
    }
    hash.finish()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn files(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).expect("a folder of data").flatten();
        entries.map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { 1 }).sum()
    }

    #[test]
    fn every_data_file_has_its_part_in_the_edition() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        // The version has its part too; the encoder's weights have it by their note, and a licence reads no words.
        assert_eq!(DATA.len(), files(&data) + 1 - 2);
    }
}
