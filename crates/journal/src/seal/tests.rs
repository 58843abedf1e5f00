//! Golden seals, kept for ever, and what must not open.

use super::*;
use crate::secret::{Key, NoRandomness, Random};

/// Counts up, so that what is sealed in a test is always the same.
#[derive(Default)]
pub(crate) struct Counting(u64);

impl Counting {
    pub(crate) fn starting(at: u64) -> Self {
        Self(at << 32)
    }
}

impl Random for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for chunk in bytes.chunks_mut(32) {
            self.0 += 1;
            chunk.copy_from_slice(&Sha256::digest(self.0.to_le_bytes())[..chunk.len()]);
        }
        Ok(())
    }
}

fn keys(byte: u8) -> Keys {
    let mut key = Key::empty();
    key.0.fill(byte);
    Keys::of([9; 16], key)
}

fn sealed(plain: &[u8], seq: u64) -> Sealed {
    keys(1)
        .seal(plain.to_vec(), Seq(seq), Link::NONE, &mut Counting::default())
        .expect("counting never fails")
}

fn opens(keys: &Keys, sealed: &Sealed) -> bool {
    keys.open(sealed).is_ok()
}

#[test]
fn what_version_one_sealed_still_opens() {
    let golden = sealed(b"golden", 3);
    let hex = golden
        .body
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16));
    let hex: String = hex.collect();
    assert_eq!(
        hex,
        "1cef36cee99cdfd78c4e71d7fe7b61e0f13fe4132e54a2a2f397bdcc8395bde9935364a8298f22dda664e240c0446d33"
    );
    let opened = keys(1).open(&golden).map_err(|_| "shut");
    assert_eq!(opened.map(|plain| plain.map(|plain| plain.to_vec())), Ok(Some(b"golden".to_vec())));
}

#[test]
fn a_record_opens_at_its_own_place_alone() {
    let mut record = sealed(b"words", 3);
    assert!(opens(&keys(1), &record));
    record.seq = Seq(4);
    assert!(!opens(&keys(1), &record));
}

#[test]
fn a_record_opens_with_its_own_key_alone() {
    assert!(!opens(&keys(2), &sealed(b"words", 3)));
}

#[test]
fn a_record_without_its_salt_is_gone_whoever_has_the_key() {
    let record = sealed(b"words", 3).erased();
    assert_eq!(record.body.len(), 32);
    assert!(keys(1).open(&record).is_ok_and(|plain| plain.is_none()));
    let guessed = Sealed { salt: Some([0; 32]), ..sealed(b"words", 3) };
    assert!(!opens(&keys(1), &guessed));
}

#[test]
fn an_erased_record_keeps_its_link() {
    let record = sealed(b"words", 3);
    assert_eq!(record.digest(), record.erased().digest());
    assert_eq!(record.link, record.erased().link);
}

#[test]
fn any_flipped_bit_shuts_a_record() {
    let record = sealed(b"words", 3);
    for at in 0..record.body.len() {
        let mut flipped = record.clone();
        flipped.body[at] ^= 1;
        assert!(!opens(&keys(1), &flipped), "byte {at}");
    }
}

#[test]
fn lengths_tell_no_more_than_their_block() {
    let lengths: Vec<usize> =
        [0, 1, 30, 31, 32].map(|length| sealed(&vec![7; length], 1).body.len()).to_vec();
    assert_eq!(lengths, [48, 48, 48, 48, 80]);
}

#[test]
fn words_that_end_in_zeros_come_back_whole() {
    for plain in [&b"\0\0"[..], b"a\x80", b"a\x80\0", b""] {
        let opened = keys(1).open(&sealed(plain, 1)).ok().flatten();
        assert_eq!(opened.map(|opened| opened.to_vec()).as_deref(), Some(plain));
    }
}

#[test]
fn a_head_opens_with_its_own_revision_alone() {
    let head = Head { revision: 5, count: 7, erasure: 2, link: Link([3; 32]) };
    let mut sealed = keys(1).seal_head(head, &mut Counting::default()).expect("counting never fails");
    assert_eq!(keys(1).open_head(&sealed).ok(), Some(head));
    sealed.revision = 6;
    assert_eq!(keys(1).open_head(&sealed).ok(), None);
}

#[test]
fn a_snapshot_opens_with_its_own_place_alone() {
    let head = Head { revision: 5, count: 7, erasure: 2, link: Link([3; 32]) };
    let mut sealed =
        keys(1).seal_snapshot(b"standing", head, &mut Counting::default()).expect("counting never fails");
    assert!(keys(1).open_snapshot(&sealed).is_ok_and(|(count, link, _)| (count, link) == (7, head.link)));
    sealed[0] = 8;
    assert!(keys(1).open_snapshot(&sealed).is_err());
}
