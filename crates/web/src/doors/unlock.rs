//! Unlocking: with the passphrase, or with the recovery code and a new passphrase. Help is one tap away from here too.
//! It shows nothing of what is sealed.

use app::desk::{Desk, RecoverError, Stage, UnlockError};
use app::vault::PassphraseError;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use views::Words;

use super::{Answer, admit, aside};
use crate::fields::Fields;
use crate::house::Reach;
use crate::page::{Shell, go, render};
use crate::tongue::Caller;

#[derive(Template)]
#[template(path = "unlock.html")]
struct UnlockPage<'a> {
    shell: Shell<'a>,
    reach: Reach,
    error: String,
}

#[derive(Template)]
#[template(path = "recover.html")]
pub(super) struct RecoverPage<'a> {
    pub(super) shell: Shell<'a>,
    /// The name that was typed, where there are many; none where there is one vault.
    pub(super) name: Option<String>,
    pub(super) error: String,
}

pub(super) async fn page(caller: Caller) -> Answer {
    let stage = caller.house.desk.lock().await.stage();
    let admitted = caller.house.tickets.lock().await.admits(&caller.headers);
    if stage == Stage::New || (stage.is_open() && admitted) {
        return Ok(go("/"));
    }
    if matches!(stage, Stage::Unkept | Stage::Sample) {
        return Ok(go("/start"));
    }
    let (shell, reach) = (Shell::outside(caller.words(), "page-unlock"), caller.house.reach);
    Ok(render(&UnlockPage { shell, reach, error: String::new() }))
}

/// An hour and minute of this machine, for a time from which one may try again.
fn hour(at: Timestamp) -> String {
    views::hour(at, &app::clock::zone())
}

fn unlock_error(words: &Words, error: &UnlockError) -> (StatusCode, String) {
    match error {
        UnlockError::Wrong => (StatusCode::FORBIDDEN, words.say("unlock-wrong")),
        UnlockError::Wait(then) => {
            let fill = [("hour", hour(*then).into())];
            (StatusCode::TOO_MANY_REQUESTS, words.say_with("unlock-wait", &fill))
        }
        UnlockError::Vault(_) => (StatusCode::INTERNAL_SERVER_ERROR, words.say("unlock-failed")),
    }
}

fn with_status(mut answer: Response, status: StatusCode) -> Response {
    *answer.status_mut() = status;
    answer
}

pub(super) async fn unlock(caller: Caller, fields: Fields) -> Answer {
    let mut desk = caller.house.desk.clone().lock_owned().await;
    desk.called(caller.house.reach.is_network());
    let stage = desk.stage();
    if stage == Stage::New {
        return Ok(go("/start"));
    }
    let next = if fields.text("next") == Some("checkin") { "/checkin" } else { "/" };
    let mut passphrase = fields.secret("passphrase");
    let (desk, unlocked) =
        aside(desk, async move |desk| desk.unlock(std::mem::take(&mut *passphrase)).await).await;
    match unlocked {
        Ok(()) => {
            // Whoever was let in to something else, the sample above all, is not let in to this.
            if stage != Stage::Open {
                caller.house.tickets.lock().await.void_all();
            }
            Ok(admit(&caller.house, &desk, next).await)
        }
        Err(error) => {
            let (status, error) = unlock_error(caller.words(), &error);
            let shell = Shell::outside(caller.words(), "page-unlock");
            Ok(with_status(render(&UnlockPage { shell, reach: caller.house.reach, error }), status))
        }
    }
}

pub(super) async fn recovery(caller: Caller) -> Answer {
    let shell = Shell::outside(caller.words(), "page-recover");
    Ok(render(&RecoverPage { shell, name: None, error: String::new() }))
}

pub(super) async fn recover(caller: Caller, fields: Fields) -> Answer {
    let words = caller.words();
    let mut desk = caller.house.desk.clone().lock_owned().await;
    desk.called(caller.house.reach.is_network());
    if desk.stage() == Stage::New {
        return Ok(go("/start"));
    }
    let (code, mut passphrase) = (fields.secret("code"), fields.secret("passphrase"));
    let recover = async move |desk: &mut Desk| desk.recover(&code, std::mem::take(&mut *passphrase)).await;
    let (desk, recovered) = aside(desk, recover).await;
    let (status, error) = match recovered {
        Ok(()) => {
            caller.house.tickets.lock().await.void_all();
            return Ok(admit(&caller.house, &desk, "/").await);
        }
        Err(RecoverError::Code(_)) => (StatusCode::UNPROCESSABLE_ENTITY, words.say("recover-no-code")),
        Err(RecoverError::Passphrase(PassphraseError::Short)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, words.say("keep-short"))
        }
        Err(RecoverError::Passphrase(PassphraseError::Write(_))) => {
            (StatusCode::INTERNAL_SERVER_ERROR, words.say("unlock-failed"))
        }
        Err(RecoverError::Unlock(error)) => unlock_error(words, &error),
    };
    let shell = Shell::outside(words, "page-recover");
    Ok(with_status(render(&RecoverPage { shell, name: None, error }), status))
}
