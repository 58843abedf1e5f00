#![doc = include_str!("gift.md")]

use crate::clause::Id;
use crate::event::{Channel, Side};
use crate::moment::month_after;
use crate::present::Present;
use crate::ruling::{Opening, Ruling};

/// The clause with its reason and cases.
pub const TEXT: &str = include_str!("gift.md");

/// One calendar month after the last gift; open where there was none. The opening of SPACE-3 is needed besides.
#[must_use]
pub fn on_giving(present: &Present<'_>) -> Ruling<Opening> {
    let is_gift =
        |contact: &crate::event::Contact| contact.by == Side::Me && contact.channel == Channel::Gift;
    let Some(last) = present.standing.contacts.seen(present.now).rfind(|noted| is_gift(&noted.what)) else {
        return Ruling::new(Id::Space4, Opening::Open, []);
    };
    let next = month_after(last.at, &present.zone);
    let opening = if present.now >= next { Opening::Open } else { Opening::Wait(Some(next)) };
    Ruling::new(Id::Space4, opening, [last.entry])
}
