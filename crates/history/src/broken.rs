//! What a reader of rows does with one that is broken: it costs itself alone, and reading goes on where the next one
//! seems to begin. Where that is each format says; how text is walked is not known here (`json`, `xml`).

use crate::audit::Why;

/// Why a walk over a text ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The text ends in the middle.
    CutShort,
    /// Something stands where it cannot stand.
    OutOfPlace,
}

/// How many more rows may cost a walk far beyond themselves: a row that seems to reach so far costs as much to find out
/// about, and a file made of such rows would be walked once for each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience(u32);

impl Patience {
    pub(crate) const fn new() -> Self {
        Self(32)
    }

    /// After a row that is broken: what is to be told of it, and where the next one begins, if there is one and patience
    /// is left. `far`: whether the walk went far beyond the row.
    pub(crate) fn after(
        &mut self,
        broken: Broken,
        far: bool,
        next: impl FnOnce() -> Option<usize>,
    ) -> (Why, Option<usize>) {
        self.0 = self.0.saturating_sub(u32::from(far));
        let next = if self.0 > 0 { next() } else { None };
        let cut = broken == Broken::CutShort && next.is_none();
        (if cut { Why::CutShort } else { Why::Broken }, next)
    }
}
