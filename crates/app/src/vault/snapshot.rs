//! The snapshot: every record with its signs already read, in one sealed piece. It spares opening each record and
//! reading its words again, and is thrown away wherever it does not fit.

use journal::ledger::{Ledger, WriteError};
use journal::pack::Pack;
use journal::store::StoreError;
use journal::wire::{Record, Seq};
use method::Standing;

use super::diary::Index;
use super::replay;
use crate::random;

/// What a snapshot would hold now.
pub(super) struct Kept {
    pack: Pack,
    /// Records that the snapshot in the store does not have.
    tail: usize,
    /// Where in it each entry stands, by time.
    index: Index,
}

impl Kept {
    pub(super) fn nothing() -> Self {
        Self { pack: Pack::new(review::edition()), tail: 0, index: Index::default() }
    }

    /// The snapshot of the store, the standing that it comes to, and the last place that it covers.
    pub(super) async fn load(ledger: &mut Ledger) -> Result<Option<(Self, Standing, Seq)>, StoreError> {
        let Some((count, bytes)) = ledger.snapshot().await? else { return Ok(None) };
        let Some(pack) = Pack::kept(bytes, review::edition()) else { return Ok(None) };
        let (mut standing, mut index) = (Standing::default(), Index::default());
        let each = |begins, seq, record| {
            index.add(begins, seq, &record);
            replay(&mut standing, record);
        };
        let whole = pack.unpack(each).is_ok();
        Ok(whole.then_some((Self { pack, tail: 0, index }, standing, Seq(count))))
    }

    pub(super) fn push(&mut self, seq: Seq, record: &Record) {
        let begins = self.pack.push(seq, record);
        self.index.add(begins, seq, record);
        self.tail += 1;
    }

    pub(super) const fn index(&self) -> &Index {
        &self.index
    }

    pub(super) const fn pack(&self) -> &Pack {
        &self.pack
    }

    /// How many records the snapshot in the store does not have.
    pub(super) const fn tail(&self) -> usize {
        self.tail
    }

    pub(super) async fn save(&mut self, ledger: &mut Ledger) -> Result<(), WriteError> {
        ledger.put_snapshot(self.pack.bytes(), &mut random::System).await?;
        self.tail = 0;
        Ok(())
    }
}
