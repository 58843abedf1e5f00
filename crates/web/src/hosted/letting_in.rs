//! One request of the hosted edition: the cookie is read, the vault behind it opened and laid on a desk of the request's
//! own, and afterwards put back, with a fresh cookie; or the session ended, if the person locked or left.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::desk::{Desk, Stage};
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::header::STRICT_TRANSPORT_SECURITY;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use hosted::{Admitted, EnterError, Service, Session};
use tokio::sync::OwnedSemaphorePermit;

use super::pace::{Pace, too_fast};
use super::{Peer, Proxies, parcels};
use crate::cookies::{add, cookie, removal, shown};
use crate::doors::aside;
use crate::house::{House, LARGEST_FORM, LONGEST};
use crate::ticket::Tickets;

/// The cookie of a session; browsers take one of this beginning over a sealed line, for this host and no other.
const SESSION: &str = "__Host-session";
/// The cookie of whoever looks at the sample.
const SAMPLE: &str = "__Host-sample";

/// So long help and leaving wait for the database.
const SOON: Duration = Duration::from_millis(700);
/// So long anything else does.
const LONG: Duration = Duration::from_secs(30);

/// What letting people in takes.
#[derive(Clone)]
pub(crate) struct Door {
    pub(crate) service: Service,
    pub(crate) proxies: Proxies,
    pub(crate) pace: Pace,
    /// What all houses have in common.
    pub(crate) shared: House,
}

/// Whoever asks, for the doors that let in and out.
#[derive(Clone)]
pub(crate) struct Guest {
    pub(crate) service: Service,
    pub(crate) from: IpAddr,
    /// Their session; none for whoever is not inside.
    pub(crate) session: Option<Session>,
    /// Whether they answer others in the talk as a guide.
    pub(crate) is_guide: bool,
    /// Whether a history that they sent waits to be looked over.
    pub(crate) looks_over: bool,
}

/// Somebody whom a door let in: their vault is put back, and their cookie given, on the way out.
#[derive(Clone)]
pub(crate) struct LetIn(Arc<Mutex<Option<Admitted>>>);

impl LetIn {
    /// Adds them to an answer.
    pub(crate) fn with(answer: impl axum::response::IntoResponse, admitted: Admitted) -> Response {
        let mut answer = answer.into_response();
        answer.extensions_mut().insert(Self(Arc::new(Mutex::new(Some(admitted)))));
        answer
    }
}

/// The answer that a look at the sample begins with, or that it ends with.
pub(crate) fn sample(begins: bool, next: &str) -> Response {
    let mut answer = crate::page::go(next);
    add(&mut answer, &if begins { cookie(SAMPLE, "1") } else { removal(SAMPLE) });
    answer
}

/// What a request has open.
struct Opened {
    /// None for whoever is not inside.
    session: Option<Session>,
    desk: Desk,
    is_guide: bool,
    /// Whether the database cannot be reached.
    away: bool,
    /// Its place among those of the same person, until it is answered.
    place: Option<OwnedSemaphorePermit>,
}

impl Door {
    /// Opens what a request's cookie leads to; what `always` is answered waits for no database and keeps no pace.
    async fn open(&self, headers: &HeaderMap, always: bool) -> Result<Opened, Response> {
        let cookie = shown(headers, SESSION);
        let entered = match &cookie {
            Some(cookie) => self.service.enter_within(if always { SOON } else { LONG }, cookie).await,
            None => Err(EnterError::Ended),
        };
        let desk = |vault, known| Desk::hosted(vault, known, self.service.clock().clone());
        let nobody = |desk, away| Opened { session: None, desk, is_guide: false, away, place: None };
        match entered {
            Ok(Admitted { session, vault, .. }) if !always && !self.pace.lets_person(session.owner.0) => {
                self.service.put_back(&session, vault).await;
                Err(too_fast())
            }
            Ok(Admitted { session, vault, is_guide, place }) => {
                let desk = desk(Some(vault), true);
                Ok(Opened { session: Some(session), desk, is_guide, away: false, place })
            }
            Err(EnterError::Ended) => {
                let mut desk = desk(None, cookie.is_some());
                // The sample lies on each desk anew; what is written into it is gone with the page.
                let looks = !always && shown(headers, SAMPLE).is_some();
                let fails = looks && desk.open_sample().await.is_err();
                Ok(nobody(desk, fails))
            }
            Err(error) => {
                tracing::error!(kind = kind(&error), "nobody could be let in");
                Ok(nobody(desk(None, true), true))
            }
        }
    }
}

/// Lets a request in.
pub(crate) async fn enter(State(door): State<Door>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let path = path.as_str();
    // What shows nothing of anybody asks for nobody; help and leaving are never too much.
    let asks_nobody = path.starts_with("/assets/") || path == "/measures";
    let always = asks_nobody || ["/help", "/leave", "/lock"].contains(&path);
    let peer = request.extensions().get::<Peer>().copied().unwrap_or(Peer(IpAddr::from([0; 4])));
    if !door.proxies.lets_through(peer) {
        return (StatusCode::FORBIDDEN, "Only through its proxy.\n").into_response();
    }
    let from = door.proxies.caller(peer, request.headers());
    if !always && !door.pace.lets_address(from) {
        return too_fast();
    }
    if asks_nobody {
        return next.run(request).await;
    }
    // A form is read whole before anything is opened, so that a slow sender keeps nobody waiting; files have limits of their own.
    if path != "/flow/read" {
        request = match whole(request).await {
            Ok(request) => request,
            Err(refused) => return refused,
        };
    }
    let opened = door.open(request.headers(), always).await;
    let Opened { session, desk, is_guide, away, place } = match opened {
        Ok(opened) => opened,
        Err(refused) => return refused,
    };
    let inside = session.is_some() || desk.stage() == Stage::Sample;
    let (service, owned) = (door.service.clone(), session.clone());
    let looks_over = session.is_some() && parcels::is_shown(request.headers());
    let guest = Guest { service, from, session: owned, is_guide, looks_over };
    let house = House { away, ..door.shared.with_desk(desk, Tickets::of_bearer(inside)) };
    // A history that was sent before lies on the desk again where it is looked over.
    let taken_up = looks_over && ["/flow/audit", "/flow/keep"].contains(&path) && {
        let _turn = door.shared.reading.clone().acquire_owned().await;
        let (guest, headers) = (guest.clone(), request.headers().clone());
        let take_up = async move |desk: &mut Desk| parcels::take_up(&guest, &headers, desk).await;
        aside(house.desk.clone().lock_owned().await, take_up).await.1
    };
    request.extensions_mut().insert(house.clone());
    request.extensions_mut().insert(guest.clone());
    let mut answer = next.run(request).await;
    let let_in = answer.extensions_mut().remove::<LetIn>();
    let let_in = let_in.and_then(|let_in| let_in.0.lock().unwrap_or_else(PoisonError::into_inner).take());
    if let Some(Admitted { session, vault, .. }) = let_in {
        give(&mut answer, &session, &door.service);
        door.service.put_back(&session, vault).await;
        return answer;
    }
    let lets_go = path == "/flow/cancel";
    if looks_over && (lets_go || taken_up && house.desk.lock().await.offered().is_none()) {
        parcels::put_away(&guest, &mut answer).await;
    }
    if let Some(session) = session {
        close(&door.service, &house, &session, &guest, &mut answer).await;
    } else if ["/leave", "/lock"].contains(&path) {
        // Whatever the database says, this browser shows nothing any more.
        for name in [SESSION, SAMPLE] {
            add(&mut answer, &removal(name));
        }
    }
    drop(place);
    answer
}

/// A request with its body read.
async fn whole(request: Request) -> Result<Request, Response> {
    let (parts, body) = request.into_parts();
    match tokio::time::timeout(LONGEST, to_bytes(body, LARGEST_FORM)).await {
        Ok(Ok(body)) => Ok(Request::from_parts(parts, body.into())),
        Ok(Err(_)) => {
            Err((StatusCode::PAYLOAD_TOO_LARGE, "The form is larger than 1 MiB.\n").into_response())
        }
        Err(_) => Err((StatusCode::REQUEST_TIMEOUT, "The form took too long.\n").into_response()),
    }
}

/// Says to browsers that this host is called over sealed lines alone.
pub(crate) async fn sealed(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    answer.headers_mut().insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    answer
}

/// Puts back what a request had open; or ends the session everywhere, where the person locked or left.
async fn close(service: &Service, house: &House, session: &Session, guest: &Guest, answer: &mut Response) {
    let mut desk = house.desk.lock().await;
    let (holds, minutes) = (house.tickets.lock().await.hold(), desk.lock_minutes());
    match desk.take_vault() {
        Some(vault) if holds => {
            let now = service.clock().now().instant;
            if session.is_stale(now) {
                give(answer, &session.touched(now, minutes), service);
            }
            service.put_back(session, vault).await;
        }
        // What a request took along is gone; the person is still there.
        None if holds => {}
        _ => {
            if guest.looks_over {
                parcels::put_away(guest, answer).await;
            }
            // What cannot be ended in the database ends in the browser, and everywhere with the time.
            if service.sign_out(session.owner).await.is_err() {
                tracing::error!("a session could not be ended");
            }
            add(answer, &removal(SESSION));
        }
    }
}

/// Gives a session its cookie. Without randomness there is none, and the one before goes on until its end.
fn give(answer: &mut Response, session: &Session, service: &Service) {
    if let Ok(sealed) = session.seal(service.key()) {
        add(answer, &cookie(SESSION, sealed));
    }
}

/// What kind of thing went wrong; never what about.
fn kind(error: &EnterError) -> &'static str {
    match error {
        EnterError::Ended => "ended",
        EnterError::Late => "late",
        EnterError::Vault(_) => "vault",
        EnterError::Store(_) => "database",
    }
}
