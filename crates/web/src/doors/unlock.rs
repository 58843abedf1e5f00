//! Unlocking: with the passphrase, or with the recovery code and a new passphrase. Help is one tap away from here too.

use app::desk::{RecoverError, Stage, UnlockError};
use app::vault::PassphraseError;
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use jiff::Timestamp;

use super::{Answer, admit};
use crate::fields::Fields;
use crate::house::House;
use crate::page::{Shell, go, render};

#[derive(Template)]
#[template(path = "unlock.html")]
struct UnlockPage<'a> {
    shell: Shell<'a>,
    error: String,
}

#[derive(Template)]
#[template(path = "recover.html")]
struct RecoverPage<'a> {
    shell: Shell<'a>,
    error: String,
}

/// The frame of a page outside: it shows nothing of what may lie open for others.
fn outside<'a>(house: &'a House, name: &'static str) -> Shell<'a> {
    Shell::new(&house.words, name, Stage::Locked, 0.0)
}

pub(super) async fn page(State(house): State<House>, headers: HeaderMap) -> Answer {
    let stage = house.desk.lock().await.stage();
    let admitted = house.tickets.lock().await.admits(&headers);
    if stage == Stage::New || (stage.is_open() && admitted) {
        return Ok(go("/"));
    }
    if matches!(stage, Stage::Unkept | Stage::Sample) {
        return Ok(go("/start"));
    }
    Ok(render(&UnlockPage { shell: outside(&house, "page-unlock"), error: String::new() }))
}

/// An hour and minute of this machine, for a time from which one may try again.
fn hour(at: Timestamp) -> String {
    views::hour(at, &app::clock::zone())
}

fn unlock_error(house: &House, error: &UnlockError) -> (StatusCode, String) {
    match error {
        UnlockError::Wrong => (StatusCode::FORBIDDEN, house.words.say("unlock-wrong")),
        UnlockError::Wait(then) => {
            let fill = [("hour", hour(*then).into())];
            (StatusCode::TOO_MANY_REQUESTS, house.words.say_with("unlock-wait", &fill))
        }
        UnlockError::Vault(_) => (StatusCode::INTERNAL_SERVER_ERROR, house.words.say("unlock-failed")),
    }
}

fn with_status(mut answer: Response, status: StatusCode) -> Response {
    *answer.status_mut() = status;
    answer
}

pub(super) async fn unlock(State(house): State<House>, fields: Fields) -> Answer {
    let mut desk = house.desk.lock().await;
    if desk.stage() == Stage::New {
        return Ok(go("/start"));
    }
    match desk.unlock(fields.secret("passphrase")).await {
        Ok(()) => Ok(admit(&house, &desk, "/").await),
        Err(error) => {
            let (status, error) = unlock_error(&house, &error);
            Ok(with_status(render(&UnlockPage { shell: outside(&house, "page-unlock"), error }), status))
        }
    }
}

pub(super) async fn recovery(State(house): State<House>) -> Answer {
    Ok(render(&RecoverPage { shell: outside(&house, "page-recover"), error: String::new() }))
}

pub(super) async fn recover(State(house): State<House>, fields: Fields) -> Answer {
    let mut desk = house.desk.lock().await;
    if desk.stage() == Stage::New {
        return Ok(go("/start"));
    }
    let (status, error) = match desk.recover(&fields.secret("code"), fields.secret("passphrase")).await {
        Ok(()) => {
            house.tickets.lock().await.void_all();
            return Ok(admit(&house, &desk, "/").await);
        }
        Err(RecoverError::Code(_)) => (StatusCode::UNPROCESSABLE_ENTITY, house.words.say("recover-no-code")),
        Err(RecoverError::Passphrase(PassphraseError::Short)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, house.words.say("keep-short"))
        }
        Err(RecoverError::Passphrase(PassphraseError::Write(_))) => {
            (StatusCode::INTERNAL_SERVER_ERROR, house.words.say("unlock-failed"))
        }
        Err(RecoverError::Unlock(error)) => unlock_error(&house, &error),
    };
    Ok(with_status(render(&RecoverPage { shell: outside(&house, "page-recover"), error }), status))
}
