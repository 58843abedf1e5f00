//! Reading a journal through: every record opened at its place, the chain followed link by link to the sealed end.
//! What an erasure left behind is handed over in the place of what was erased.

use std::collections::BTreeMap;

use method::Entry;
use zeroize::Zeroizing;

use super::{Fault, Ledger};
use crate::seal::{Keys, Link};
use crate::store::{Page, Row, StoreError};
use crate::wire::{Record, Seq, WireError};

/// So many records are read and opened at a time.
const PAGE: u32 = 4096;
/// So many records at the end are read in one question.
const TAIL: u64 = 64;
/// Below so many, a second thread costs more than it gains.
const WORTH_SHARING: usize = 512;

/// How a reading went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Records handed over.
    pub read: u64,
    /// Erasures among them: then what was read before them may be gone.
    pub erasures: u64,
    /// What was wrong, in order of place.
    pub faults: Vec<Fault>,
}

/// Where the chain stands while it is followed.
struct Chain {
    /// The last place seen.
    seq: Seq,
    /// What the link after it must build on: as the record says, and as its content gives.
    links: Option<[Link; 2]>,
}

type Erasures = BTreeMap<Seq, Option<Entry>>;

enum Content {
    Record(Box<Record>),
    Erased,
    Shut,
    Strange(WireError),
}

impl Ledger {
    /// Reads every record after `after`, in order, and hands each over; an erasure itself is not handed over, but what
    /// it left behind is, where the erased one stood. What is wrong is told, and the rest is read.
    ///
    /// # Errors
    /// [`StoreError`] where the store itself fails; damage is none.
    pub async fn read(
        &mut self,
        after: Seq,
        each: &mut (dyn FnMut(Seq, Record) + Send),
    ) -> Result<Reading, StoreError> {
        if self.store.is_of_many()
            && let Some(tail) = self.tail(after).await?
        {
            let reading =
                Reading { read: tail.len() as u64, faults: self.faults.clone(), ..Reading::default() };
            for (seq, record) in tail {
                each(seq, record);
            }
            return Ok(reading);
        }
        self.store.freeze().await?;
        let reading = self.read_frozen(after, each).await;
        self.store.thaw().await;
        reading
    }

    /// The records from `after` to the end as it was seen last, in one question to the store; none where they are many, or
    /// anything but plain records that follow each other to that end: then they are to be read with care. What was
    /// written since comes with the next look at the end.
    async fn tail(&mut self, after: Seq) -> Result<Option<Vec<(Seq, Record)>>, StoreError> {
        let Some(head) = self.head.filter(|head| after.0 > 0 && after.0 <= head.count) else {
            return Ok(None);
        };
        let more = head.count - after.0;
        if more == 0 || more > TAIL {
            return Ok(Some(Vec::new()).filter(|_| more == 0));
        }
        // The record before them tells the link on which they build.
        let page =
            self.store.read(self.owner, Seq(after.0 - 1), u32::try_from(more + 1).unwrap_or(PAGE)).await?;
        let mut rows = page.rows.into_iter();
        let Some(Ok(before)) = rows.next().filter(|row| row.as_ref().is_ok_and(|sealed| sealed.seq == after))
        else {
            return Ok(None);
        };
        let mut chain = Chain { seq: after, links: Some([before.link; 2]) };
        let (mut reading, mut tail) = (Reading::default(), Vec::new());
        for (row, content) in open_all(&self.keys, rows.collect()) {
            let end = Some(Seq(head.count));
            tail.extend(follow(&self.keys, &mut chain, end, row, content, &Erasures::new(), &mut reading));
        }
        self.check_end(&chain, &mut reading.faults);
        Ok(Some(tail).filter(|_| reading == Reading::default()))
    }

    /// Whether another process has changed the journal since; reads the sealed end anew.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn has_moved(&mut self) -> Result<bool, StoreError> {
        let before = self.revision;
        self.renew_head().await?;
        Ok(self.revision != before)
    }

    async fn renew_head(&mut self) -> Result<(), StoreError> {
        let sealed = match self.store.head(self.owner).await {
            Err(StoreError::Torn(_)) => None,
            sealed => sealed?,
        };
        self.head = sealed.as_ref().and_then(|sealed| self.keys.open_head(sealed).ok());
        self.revision = sealed.map_or(self.revision, |sealed| sealed.revision);
        Ok(())
    }

    async fn read_frozen(
        &mut self,
        after: Seq,
        each: &mut (dyn FnMut(Seq, Record) + Send),
    ) -> Result<Reading, StoreError> {
        self.renew_head().await?;
        let end = self.head.map(|head| Seq(head.count));
        let start = self.link_at(after).await?;
        let mut chain = Chain { seq: after, links: start.map(|link| [link; 2]) };
        let mut reading = Reading { faults: self.faults.clone(), ..Reading::default() };
        let erasures = self.erasures().await?;
        let mut next = Some(after);
        while let Some(from) = next {
            let page = self.store.read(self.owner, from, PAGE).await?;
            next = next_page(&page, end);
            for (row, content) in open_all(&self.keys, page.rows) {
                let handed = follow(&self.keys, &mut chain, end, row, content, &erasures, &mut reading);
                if let Some((seq, record)) = handed {
                    reading.read += 1;
                    each(seq, record);
                }
            }
        }
        self.check_end(&chain, &mut reading.faults);
        Ok(reading)
    }

    /// What was erased, and what it left behind: from one erasure to the one before; where that way is broken, by
    /// reading everything.
    async fn erasures(&mut self) -> Result<Erasures, StoreError> {
        let mut erasures = Erasures::new();
        let Some(head) = self.head else { return self.erasures_one_by_one().await };
        let mut next = Some(Seq(head.erasure)).filter(|seq| seq.0 > 0);
        while let Some(seq) = next {
            let page = self.store.read(self.owner, Seq(seq.0 - 1), 1).await?;
            match open_all(&self.keys, page.rows).into_iter().next() {
                Some((Ok(sealed), Content::Record(record))) if sealed.seq == seq => {
                    let Record::Erasure(erasure) = *record else { return self.erasures_one_by_one().await };
                    next = erasure.before.filter(|before| *before < seq);
                    erasures.extend(erasure.gone.into_iter().map(|gone| (gone.seq, gone.shadow)));
                }
                _ => return self.erasures_one_by_one().await,
            }
        }
        Ok(erasures)
    }

    async fn erasures_one_by_one(&mut self) -> Result<Erasures, StoreError> {
        let mut erasures = Erasures::new();
        let end = self.head.map(|head| Seq(head.count));
        let mut next = Some(Seq(0));
        while let Some(from) = next {
            let page = self.store.read(self.owner, from, PAGE).await?;
            next = next_page(&page, end);
            for (_, content) in open_all(&self.keys, page.rows) {
                if let Content::Record(record) = content
                    && let Record::Erasure(erasure) = *record
                {
                    erasures.extend(erasure.gone.into_iter().map(|gone| (gone.seq, gone.shadow)));
                }
            }
        }
        Ok(erasures)
    }

    fn check_end(&self, chain: &Chain, faults: &mut Vec<Fault>) {
        let Some(head) = self.head else {
            faults.push(Fault::End);
            return;
        };
        let last = Seq(head.count);
        for seq in (chain.seq.0 + 1..=last.0).map(Seq) {
            faults.push(Fault::Missing { seq });
        }
        let ends_well = chain.links.is_none_or(|links| links.contains(&head.link));
        if chain.seq == last && !ends_well {
            faults.push(Fault::OtherEnd);
        }
    }
}

/// On a damaged file pages may be empty though more is to come: the sealed end says how far to look.
fn next_page(page: &Page, end: Option<Seq>) -> Option<Seq> {
    page.next.filter(|next| end.is_none_or(|end| *next <= Seq(end.0 + u64::from(PAGE))))
}

/// One more row: checks it against the chain, and gives what is to be handed over.
fn follow(
    keys: &Keys,
    chain: &mut Chain,
    end: Option<Seq>,
    row: Row,
    content: Content,
    erasures: &Erasures,
    reading: &mut Reading,
) -> Option<(Seq, Record)> {
    let faults = &mut reading.faults;
    let seq = row.as_ref().map_or_else(|seq| *seq, |sealed| sealed.seq);
    if end.is_some_and(|end| seq > end) {
        faults.push(Fault::Beyond { seq });
        return None;
    }
    for missing in (chain.seq.0 + 1..seq.0).map(Seq) {
        faults.push(Fault::Missing { seq: missing });
        chain.links = None;
    }
    chain.seq = seq;
    let Ok(sealed) = row else {
        faults.push(Fault::Unreadable { seq });
        chain.links = None;
        return None;
    };
    let digest = sealed.digest();
    let is_whole = !matches!(content, Content::Shut) && digest.is_some();
    let given = |before: Link| digest.map(|digest| before.then(&keys.vault, seq, &digest));
    let follows = |before: &Link| given(*before) == Some(sealed.link);
    let linked = chain.links.is_none_or(|links| links.iter().any(follows));
    let computed = chain.links.and_then(|links| given(links[0]));
    if !is_whole {
        // Its link may be as false as its content; what follows is taken as it comes.
        chain.links = None;
        faults.push(Fault::Altered { seq });
        return None;
    }
    chain.links = Some([sealed.link, computed.unwrap_or(sealed.link)]);
    if !linked {
        faults.push(Fault::Exchanged { seq });
    }
    hand_over(seq, content, erasures, reading).map(|record| (seq, record))
}

fn hand_over(seq: Seq, content: Content, erasures: &Erasures, reading: &mut Reading) -> Option<Record> {
    let faults = &mut reading.faults;
    match content {
        Content::Shut => None,
        Content::Strange(why) => {
            faults.push(Fault::Strange { seq, why });
            None
        }
        Content::Erased => {
            let Some(shadow) = erasures.get(&seq) else {
                faults.push(Fault::Emptied { seq });
                return None;
            };
            shadow.clone().map(Record::Entry)
        }
        Content::Record(record) => {
            if erasures.contains_key(&seq) {
                faults.push(Fault::Returned { seq });
                return None;
            }
            match *record {
                Record::Erasure(_) => {
                    reading.erasures += 1;
                    None
                }
                record => Some(record),
            }
        }
    }
}

/// Opens and decodes a page of records, on two threads where there are many.
fn open_all(keys: &Keys, rows: Vec<Row>) -> Vec<(Row, Content)> {
    let open = |rows: &[Row]| rows.iter().map(|row| content(keys, row)).collect::<Vec<_>>();
    let contents = if rows.len() < WORTH_SHARING {
        open(&rows)
    } else {
        let (front, back) = rows.split_at(rows.len() / 2);
        std::thread::scope(|scope| {
            let back = scope.spawn(|| open(back));
            let mut contents = open(front);
            // A panic there is a panic here.
            contents.extend(back.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            contents
        })
    };
    rows.into_iter().zip(contents).collect()
}

fn content(keys: &Keys, row: &Row) -> Content {
    let Ok(sealed) = row else { return Content::Shut };
    let plain: Zeroizing<Vec<u8>> = match keys.open(sealed) {
        Ok(Some(plain)) => plain,
        Ok(None) => return Content::Erased,
        Err(_) => return Content::Shut,
    };
    match Record::decode(&plain) {
        Ok(record) => Content::Record(Box::new(record)),
        Err(why) => Content::Strange(why),
    }
}
