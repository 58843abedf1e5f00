//! One's own calendar: taken along as a file, or read by a calendar program at a secret address while the app is open. Its
//! titles say nothing, and the address can be revoked.

use axum::extract::Path;
use axum::response::Response;
use method::Event;
use method::event::Feed;

use super::{Answer, Inside, Sent};
use crate::house::Here;
use crate::page::{Trouble, file};
use crate::ticket::same;

const KIND: &str = "text/calendar; charset=utf-8";

pub(super) async fn take(inside: Inside) -> Answer {
    taken(inside, false).await
}

/// The same with reminders of care and work.
pub(super) async fn remind(inside: Inside) -> Answer {
    taken(inside, true).await
}

async fn taken(mut inside: Inside, reminders: bool) -> Answer {
    let guidance = inside.desk.guidance().await?;
    let entries = views::calendar::entries(inside.words(), &guidance, &inside.present()?);
    let calendar = render::ics::all(&entries, reminders).into_bytes();
    Ok(file(KIND, "attachment; filename=\"calendar.ics\"", calendar))
}

/// A new address in the place of the one before, or none.
pub(super) async fn address(Sent { mut inside, fields }: Sent) -> Answer {
    let secret = inside.desk.new_name() + &inside.desk.new_name();
    let secret = Some(secret).filter(|secret| !secret.is_empty() && !fields.ticked("revoke"));
    let feed = Feed { secret: secret.map(Into::into) };
    // The addresses before are taken back, so that none comes to life again should this one be deleted.
    let present = inside.present()?;
    let before = present.standing.feeds.seen(present.now).filter_map(|noted| noted.name());
    let mut events: Vec<Event> = before.map(|id| Event::Retract { id: id.into() }).collect();
    events.push(Event::Feed(feed));
    inside.write(events, "/papers").await
}

/// What a calendar program reads. It does not keep the app open, and a wrong address is answered as one that never was.
pub(super) async fn feed(Here(house): Here, Path(shown): Path<String>) -> Result<Response, Trouble> {
    let mut desk = house.desk.lock().await;
    house.lock_if_idle(&mut desk).await;
    let held = desk.present().and_then(|present| views::calendar::secret(&present).map(str::to_owned));
    if !held.is_some_and(|held| same(&held, &shown)) {
        return Err(Trouble::NoPage);
    }
    let guidance = desk.guidance().await?;
    let present = desk.present().ok_or(Trouble::NoPage)?;
    let words = house.tongues.words(crate::tongue::kept(&desk).unwrap_or_default());
    let entries = views::calendar::entries(words, &guidance, &present);
    Ok(file(KIND, "inline; filename=\"calendar.ics\"", render::ics::all(&entries, false).into_bytes()))
}
