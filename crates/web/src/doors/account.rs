//! The doors of the hosted edition that let in and out: beginning, signing in, the recovery code, another passphrase,
//! leaving for good. What lies behind them is the same app as anywhere.

use app::desk::Stage;
use app::vault::PassphraseError;
use askama::Template;
use axum::Extension;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use hosted::{Admitted, Passphrase, SignInError, SignUp, SignUpError};
use views::Words;

use super::start::CodePage;
use super::unlock::RecoverPage;
use super::{Answer, Sent, let_out};
use crate::fields::Fields;
use crate::hosted::{Guest, LetIn, sample};
use crate::house::Reach;
use crate::page::{Shell, Trouble, go, render};
use crate::tongue::Caller;

#[derive(Template)]
#[template(path = "front.html")]
struct FrontPage<'a> {
    shell: Shell<'a>,
    reach: Reach,
    /// Whether somebody new can begin.
    open: bool,
}

pub(super) async fn front(caller: Caller, Extension(guest): Extension<Guest>) -> Answer {
    let shell = Shell::outside(caller.words(), "page-start");
    // Where the database is away nobody can begin; the page and help stand all the same.
    let open = guest.service.sign_up_way().await.is_ok_and(|way| way != SignUp::Closed);
    Ok(render(&FrontPage { shell, reach: caller.house.reach, open }))
}

#[derive(Template)]
#[template(path = "join.html")]
struct JoinPage<'a> {
    shell: Shell<'a>,
    reach: Reach,
    way: SignUp,
    name: String,
    invitation: String,
    error: String,
}

async fn join_page(
    caller: &Caller,
    guest: &Guest,
    name: String,
    invitation: String,
    error: String,
) -> Result<Response, Trouble> {
    let way = guest.service.sign_up_way().await.map_err(|_| Trouble::Away)?;
    let shell = Shell::outside(caller.words(), "page-start");
    Ok(render(&JoinPage { shell, reach: caller.house.reach, way, name, invitation, error }))
}

pub(super) async fn join(caller: Caller, Extension(guest): Extension<Guest>) -> Answer {
    let name = guest.service.suggested_name().unwrap_or_default();
    join_page(&caller, &guest, name, String::new(), String::new()).await
}

pub(super) async fn make(caller: Caller, Extension(guest): Extension<Guest>, fields: Fields) -> Answer {
    let text = |field| fields.text(field).unwrap_or_default().to_owned();
    let (name, invitation) = (text("name"), text("invitation"));
    let (passphrase, again) = (fields.secret("passphrase"), fields.secret("passphrase_again"));
    let made = if passphrase == again {
        let passphrase = Passphrase::new(passphrase.to_string());
        guest.service.sign_up(name.clone(), passphrase, invitation.clone(), guest.from).await.map_err(
            |error| {
                let (status, id) = match error {
                    SignUpError::Closed => (StatusCode::FORBIDDEN, "join-closed"),
                    SignUpError::Invitation => (StatusCode::FORBIDDEN, "join-bad-invitation"),
                    SignUpError::Name => (StatusCode::UNPROCESSABLE_ENTITY, "join-bad-name"),
                    SignUpError::Taken => (StatusCode::CONFLICT, "join-taken"),
                    SignUpError::ShortPassphrase => (StatusCode::UNPROCESSABLE_ENTITY, "keep-short"),
                    SignUpError::Wait(_) => (StatusCode::TOO_MANY_REQUESTS, "join-wait"),
                    SignUpError::Vault(_) | SignUpError::Store(_) | SignUpError::Random(_) => {
                        (StatusCode::SERVICE_UNAVAILABLE, "join-failed")
                    }
                };
                (status, caller.words().say(id))
            },
        )
    } else {
        Err((StatusCode::UNPROCESSABLE_ENTITY, caller.words().say("join-differ")))
    };
    match made {
        Ok((admitted, code)) => {
            let shell = Shell::new(caller.words(), "page-code", Stage::Open, app::desk::LOCK_MINUTES);
            let page = CodePage {
                shell,
                code: code.shown().to_string(),
                error: String::new(),
                next: "/start/safety",
            };
            Ok(LetIn::with(render(&page), admitted))
        }
        Err((status, error)) => {
            Ok((status, join_page(&caller, &guest, name, invitation, error).await?).into_response())
        }
    }
}

#[derive(Template)]
#[template(path = "sign-in.html")]
struct SignInPage<'a> {
    shell: Shell<'a>,
    reach: Reach,
    name: String,
    error: String,
}

pub(super) async fn sign_in(caller: Caller, Extension(guest): Extension<Guest>) -> Answer {
    if guest.session.is_some() {
        return Ok(go("/"));
    }
    let shell = Shell::outside(caller.words(), "page-unlock");
    let (name, error) = (String::new(), String::new());
    Ok(render(&SignInPage { shell, reach: caller.house.reach, name, error }))
}

pub(super) async fn come_in(caller: Caller, Extension(guest): Extension<Guest>, fields: Fields) -> Answer {
    let name = fields.text("name").unwrap_or_default().to_owned();
    let passphrase = Passphrase::new(fields.secret("passphrase").to_string());
    let next = if fields.text("next") == Some("checkin") { "/checkin" } else { "/" };
    match guest.service.sign_in(name.clone(), passphrase, guest.from).await {
        Ok(admitted) => Ok(LetIn::with(go(next), admitted)),
        Err(error) => {
            let (status, error) = told(caller.words(), &error, "sign-in-wrong");
            let shell = Shell::outside(caller.words(), "page-unlock");
            let page = SignInPage { shell, reach: caller.house.reach, name, error };
            Ok((status, render(&page)).into_response())
        }
    }
}

pub(super) async fn recovery(caller: Caller) -> Answer {
    let shell = Shell::outside(caller.words(), "page-recover");
    Ok(render(&RecoverPage { shell, name: Some(String::new()), error: String::new() }))
}

pub(super) async fn recover(caller: Caller, Extension(guest): Extension<Guest>, fields: Fields) -> Answer {
    let name = fields.text("name").unwrap_or_default().to_owned();
    let (code, passphrase) =
        (fields.secret("code"), Passphrase::new(fields.secret("passphrase").to_string()));
    match guest.service.recover(name.clone(), &code, passphrase, guest.from).await {
        Ok(admitted) => Ok(LetIn::with(go("/"), admitted)),
        Err(error) => {
            let (status, error) = told(caller.words(), &error, "recover-wrong");
            let shell = Shell::outside(caller.words(), "page-recover");
            Ok((status, render(&RecoverPage { shell, name: Some(name), error })).into_response())
        }
    }
}

/// Why somebody was not let in, in words.
fn told(words: &Words, error: &SignInError, wrong: &str) -> (StatusCode, String) {
    match error {
        SignInError::Wrong => (StatusCode::FORBIDDEN, words.say(wrong)),
        // An hour would be one of the service's own zone.
        SignInError::Wait(_) => (StatusCode::TOO_MANY_REQUESTS, words.say("sign-in-wait")),
        SignInError::Code(_) => (StatusCode::UNPROCESSABLE_ENTITY, words.say("recover-no-code")),
        SignInError::Passphrase(PassphraseError::Short) => {
            (StatusCode::UNPROCESSABLE_ENTITY, words.say("keep-short"))
        }
        SignInError::Passphrase(PassphraseError::Write(_))
        | SignInError::Vault(_)
        | SignInError::Store(_) => (StatusCode::SERVICE_UNAVAILABLE, words.say("sign-in-failed")),
    }
}

pub(super) async fn look_at_sample(Extension(guest): Extension<Guest>) -> Answer {
    if guest.session.is_some() {
        return Err(Trouble::NotNow);
    }
    Ok(sample(true, "/"))
}

pub(super) async fn leave_sample() -> Response {
    sample(false, "/start")
}

/// Another passphrase. Whoever has the session but not the passphrase of today gets no further; every other session ends.
pub(super) async fn change(Extension(guest): Extension<Guest>, Sent { mut inside, fields }: Sent) -> Answer {
    let Some(session) = guest.session.clone() else { return Err(Trouble::NotNow) };
    let passphrase = Passphrase::new(fields.secret("passphrase").to_string());
    if !passphrase.is_long_enough() {
        return Err(app::desk::CopyError::ShortPassphrase.into());
    }
    if *fields.secret("passphrase") != *fields.secret("passphrase_again") {
        return Err(Trouble::Differ);
    }
    let today = Passphrase::new(fields.secret("passphrase_today").to_string());
    let vault = inside.desk.take_vault().ok_or(Trouble::NotNow)?;
    let admitted = Admitted { session, vault, is_guide: guest.is_guide, place: None };
    let (admitted, changed) = Box::pin(guest.service.change_passphrase(admitted, today, passphrase)).await;
    let answer = match changed {
        Ok(()) => go("/settings"),
        Err(SignInError::Wrong | SignInError::Wait(_)) => Trouble::WrongPassphrase.into_response(),
        Err(_) => Trouble::Away.into_response(),
    };
    Ok(LetIn::with(answer, admitted))
}

/// Takes the account and everything in it away.
pub(super) async fn erase(Extension(guest): Extension<Guest>, Sent { mut inside, .. }: Sent) -> Answer {
    if let Some(session) = &guest.session {
        guest.service.remove(session.owner).await.map_err(|_| Trouble::Erase)?;
    }
    inside.desk.lock().await;
    inside.void_tickets().await;
    Ok(let_out("/start"))
}
