//! A history that somebody sent and is looking over, between two requests: laid down sealed, taken up again by whichever
//! node is asked next, gone once it is kept or let go of.

use app::desk::Desk;
use axum::http::HeaderMap;
use axum::response::Response;
use hosted::parcels::Parcel;

use super::Guest;
use crate::cookies::{add, cookie, removal, shown};
use crate::doors::correct_again;
use crate::page::Trouble;

/// The cookie that leads back to it.
const NAME: &str = "__Host-parcel";

/// Lays files down, if somebody is inside; what the browser is to show for them.
pub(crate) async fn lay_down(guest: &Guest, files: &[(String, Vec<u8>)]) -> Result<Option<String>, Trouble> {
    let Some(session) = &guest.session else { return Ok(None) };
    let parcel = guest.service.parcels().put(session.owner, files).await.map_err(|_| Trouble::Away)?;
    parcel.seal(guest.service.key(), session.owner).map(Some).map_err(|_| Trouble::Away)
}

/// Lets the browser keep what it is to show.
pub(crate) fn give(answer: &mut Response, shown: String) {
    add(answer, &cookie(NAME, shown));
}

/// What a browser shows as laid down.
fn laid(guest: &Guest, headers: &HeaderMap) -> Option<Parcel> {
    let session = guest.session.as_ref()?;
    Parcel::open(&shown(headers, NAME)?, guest.service.key(), session.owner)
}

/// Notes what was answered about the files, as the form said it.
pub(crate) async fn answer(guest: &Guest, headers: &HeaderMap, form: &str) -> Result<(), Trouble> {
    let (Some(session), Some(parcel)) = (&guest.session, laid(guest, headers)) else { return Ok(()) };
    guest.service.parcels().answer(session.owner, &parcel, form).await.map_err(|_| Trouble::Away)
}

/// Lays what was sent before on the desk again, with what was answered about it; whether it is there.
pub(crate) async fn take_up(guest: &Guest, headers: &HeaderMap, desk: &mut Desk) -> bool {
    let (Some(session), Some(parcel)) = (&guest.session, laid(guest, headers)) else { return false };
    let laid = guest.service.parcels().get(session.owner, &parcel).await;
    let Ok(Some((files, form))) = laid else { return false };
    if desk.offer_history(files).is_err() {
        return false;
    }
    correct_again(desk, &form);
    true
}

/// Takes away what is no longer offered.
pub(crate) async fn put_away(guest: &Guest, answer: &mut Response) {
    if let Some(session) = &guest.session {
        // What stays is swept within half an hour, and its key goes with the cookie.
        let _gone_or_later = guest.service.parcels().drop_all(session.owner).await;
    }
    add(answer, &removal(NAME));
}

/// Whether a browser shows something that was laid down.
pub(crate) fn is_shown(headers: &HeaderMap) -> bool {
    shown(headers, NAME).is_some()
}
