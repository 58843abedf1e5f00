//! Many records in one run of bytes, each with its place: what a snapshot of a journal holds. Whoever reads words in
//! another edition takes no notice of it.

use zeroize::Zeroizing;

use crate::wire::{Record, Seq, WireError, bytes};

const VERSION: u8 = 2;

/// Records, packed.
pub struct Pack(Zeroizing<Vec<u8>>);

impl Pack {
    /// An empty pack; `edition` names whoever reads the words.
    #[must_use]
    pub fn new(edition: u64) -> Self {
        let mut bytes = Zeroizing::new(vec![VERSION]);
        bytes.extend_from_slice(&edition.to_le_bytes());
        Self(bytes)
    }

    /// A pack as it was kept; none where it is of another version or edition.
    #[must_use]
    pub fn kept(bytes: Zeroizing<Vec<u8>>, edition: u64) -> Option<Self> {
        let head = [&[VERSION][..], &edition.to_le_bytes()].concat();
        bytes.starts_with(&head).then_some(Self(bytes))
    }

    /// Adds a record at the end, and says where it begins.
    pub fn push(&mut self, seq: Seq, record: &Record) -> usize {
        let begins = self.0.len();
        let encoded = Zeroizing::new(record.encode());
        bytes::put(&seq.0, &mut self.0);
        bytes::put_count(encoded.len(), &mut self.0);
        self.0.extend_from_slice(&encoded);
        begins
    }

    /// Hands over every record, in order, with where it begins.
    ///
    /// # Errors
    /// [`WireError`]: it is no pack; what was handed over before counts for nothing.
    pub fn unpack(&self, mut each: impl FnMut(usize, Seq, Record)) -> Result<(), WireError> {
        let mut reader = bytes::Reader::new(self.0.get(1 + 8..).ok_or(WireError::Short)?);
        while !reader.is_empty() {
            let begins = self.0.len() - reader.left();
            let (seq, record) = next(&mut reader)?;
            each(begins, seq, record);
        }
        Ok(())
    }

    /// The record that begins there.
    ///
    /// # Errors
    /// [`WireError`]: none begins there.
    pub fn at(&self, begins: usize) -> Result<(Seq, Record), WireError> {
        next(&mut bytes::Reader::new(self.0.get(begins..).ok_or(WireError::Short)?))
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

fn next(reader: &mut bytes::Reader<'_>) -> Result<(Seq, Record), WireError> {
    let seq = Seq(bytes::read(reader)?);
    let count = reader.count()?;
    Ok((seq, Record::decode(reader.bytes(count)?)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines;

    fn entry(line: &str) -> Record {
        let mut entry = lines::parse_line(line.as_bytes()).expect("a line").0;
        entry.signs.to_other = true;
        Record::Entry(entry)
    }

    fn pack() -> (Pack, Record) {
        let record = entry(r#"{"at":"2026-03-01T18:30:00+01:00","event":"note","text":"words"}"#);
        let mut pack = Pack::new(7);
        pack.push(Seq(1), &record);
        pack.push(Seq(300), &record);
        (pack, record)
    }

    #[test]
    fn records_come_back_with_their_places() {
        let (pack, record) = pack();
        let kept = Pack::kept(Zeroizing::new(pack.bytes().to_vec()), 7).expect("of the same edition");
        let mut back = Vec::new();
        kept.unpack(|_, seq, record| back.push((seq, record))).expect("it unpacks");
        assert_eq!(back, [(Seq(1), record.clone()), (Seq(300), record)]);
    }

    #[test]
    fn a_record_is_found_again_where_it_begins() {
        let (mut pack, record) = pack();
        let begins = pack.push(Seq(301), &record);
        let mut begun = Vec::new();
        pack.unpack(|begins, seq, _| begun.push((begins, seq))).expect("it unpacks");
        assert_eq!(begun.last(), Some(&(begins, Seq(301))));
        for (begins, seq) in begun {
            assert_eq!(pack.at(begins), Ok((seq, record.clone())));
        }
        assert!(pack.at(pack.bytes().len()).is_err());
    }

    #[test]
    fn a_pack_of_another_edition_is_none() {
        assert!(Pack::kept(Zeroizing::new(pack().0.bytes().to_vec()), 8).is_none());
    }

    #[test]
    fn a_pack_that_is_cut_is_told() {
        let bytes = pack().0.bytes().to_vec();
        let cut =
            Pack::kept(Zeroizing::new(bytes[..bytes.len() - 1].to_vec()), 7).expect("its head is whole");
        assert!(cut.unpack(|_, _, _| {}).is_err());
    }
}
