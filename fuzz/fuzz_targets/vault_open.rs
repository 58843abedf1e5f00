//! A vault in which any bytes of any part are changed: it opens or is told, nothing panics, and no record comes out that
//! did not go in.
#![no_main]

use std::sync::OnceLock;

use journal::ledger::Ledger;
use journal::lines;
use journal::seal::{Kdf, Sealed, SealedHead, Unlock};
use journal::secret::{NoRandomness, Passphrase, Random};
use journal::store::{Change, Memory, Owner, Store};
use journal::wire::{Record, Seq};
use libfuzzer_sys::fuzz_target;

/// The parts of a whole vault.
struct Parts {
    header: Vec<u8>,
    head: SealedHead,
    rows: Vec<Sealed>,
    records: Vec<Record>,
}

struct Counting(u8);

impl Random for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        self.0 = self.0.wrapping_add(1);
        bytes.fill(self.0);
        Ok(())
    }
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(future)
}

fn phrase() -> Passphrase {
    Passphrase::new("correct horse battery".into())
}

fn whole() -> &'static Parts {
    static PARTS: OnceLock<Parts> = OnceLock::new();
    PARTS.get_or_init(|| {
        run(async {
            let store = Store::Memory(Memory::new());
            let created =
                Ledger::create(store, Owner::ONLY, &phrase(), Kdf::CHEAPEST, &mut Counting(0)).await;
            let (mut ledger, _) = created.unwrap_or_else(|error| panic!("{error}"));
            let mut records = Vec::new();
            for number in 0..5 {
                let line = format!(
                    r#"{{"at":"2026-03-01T18:30:0{number}Z","event":"note","text":"words {number}"}}"#
                );
                records.push(Record::Entry(lines::parse_line(line.as_bytes()).expect("a line").0));
            }
            ledger.append(&records, &mut Counting(100)).await.expect("written");
            ledger.erase(&[Seq(2)], &|_| None, &mut Counting(200)).await.expect("erased");
            let store = ledger.store();
            let header = store.headers(Owner::ONLY).await.expect("it reads").remove(0);
            let head = store.head(Owner::ONLY).await.expect("it reads").expect("there is one");
            let rows = store.read(Owner::ONLY, Seq(0), 100).await.expect("it reads").rows;
            Parts { header, head, rows: rows.into_iter().filter_map(Result::ok).collect(), records }
        })
    })
}

/// Three bytes a change: which part, where in it, and what is mixed in.
fn change(parts: &mut Parts, [part, at, with]: [u8; 3]) {
    let flip = |bytes: &mut [u8]| {
        let length = bytes.len().max(1);
        if let Some(byte) = bytes.get_mut(usize::from(at) % length) {
            *byte ^= with;
        }
    };
    let (row, what) = (usize::from(part >> 3) % parts.rows.len().max(1), part & 7);
    let Some(sealed) = parts.rows.get_mut(row) else { return };
    match what {
        0 => flip(&mut parts.header),
        1 => flip(&mut parts.head.body),
        2 => parts.head.revision ^= u64::from(with),
        3 => flip(&mut sealed.body),
        4 => sealed.salt.iter_mut().for_each(|salt| flip(salt)),
        5 => flip(&mut sealed.link.0),
        6 => sealed.seq.0 ^= u64::from(with & 7),
        _ => sealed.body.truncate(usize::from(at)),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let whole = whole();
    let mut parts = Parts {
        header: whole.header.clone(),
        head: whole.head.clone(),
        rows: whole.rows.clone(),
        records: whole.records.clone(),
    };
    for three in bytes.chunks_exact(3).take(16) {
        change(&mut parts, [three[0], three[1], three[2]]);
    }
    parts.rows.sort_by_key(|row| row.seq);
    parts.rows.dedup_by_key(|row| row.seq);
    run(async {
        let mut store = Store::Memory(Memory::new());
        let empty = SealedHead { revision: 0, body: Vec::new() };
        store.create(Owner::ONLY, &parts.header, &empty).await.expect("made");
        let filled = Change { expected: 0, added: &parts.rows, erased: &[], head: &parts.head };
        store.change(Owner::ONLY, filled).await.expect("filled");
        let with = phrase();
        let Ok(mut ledger) = Ledger::open(store, Owner::ONLY, Unlock::Passphrase(&with)).await else {
            return;
        };
        let mut read = 0;
        let mut each = |_, record| {
            assert!(parts.records.contains(&record), "a record that did not go in");
            read += 1;
        };
        let reading = ledger.read(Seq(0), &mut each).await.expect("memory does not fail");
        assert!(read == 4 || !reading.faults.is_empty(), "{read} of 4, and nothing said");
        let _ = ledger.snapshot().await;
    });
});
