#![doc = include_str!("closure.md")]

use crate::clause::Id;
use crate::event::Wish;
use crate::present::Present;
use crate::ruling::{Opening, Ruling};
use crate::space::draft;

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("closure.md");

/// The entry by which a closure was sent, while the partner has started nothing since.
#[must_use]
pub fn in_force(present: &Present<'_>) -> Option<u32> {
    let sent = draft::closure_sent(present)?;
    present.partner_start_after(sent).is_none().then_some(sent.1)
}

/// After a closure nothing is started; with the wish to end it and none sent, the way is open for the closure alone.
#[must_use]
pub fn on_starting(present: &Present<'_>) -> Option<Ruling<Opening>> {
    if let Some(entry) = in_force(present) {
        return Some(Ruling::new(Id::Decide5, Opening::Never, [entry]));
    }
    let first = present.wish == Wish::End && draft::closure_sent(present).is_none();
    first.then(|| Ruling::new(Id::Decide5, Opening::Open, []))
}

/// With the wish to end it no gift is made.
#[must_use]
pub fn on_giving(present: &Present<'_>) -> Option<Ruling<Opening>> {
    (present.wish == Wish::End).then(|| Ruling::new(Id::Decide5, Opening::Never, []))
}
