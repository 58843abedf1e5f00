//! Before the doors of a household: whoever comes types the name that their vault was given. The names are not shown. It
//! lets nobody in: a name leads to a door, and the passphrase opens it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum_extra::extract::CookieJar;

use super::Answer;
use crate::fields::Fields;
use crate::household::{cookie, known};
use crate::page::{Shell, go, render};
use crate::tongue::Caller;

#[derive(Template)]
#[template(path = "who.html")]
struct WhoPage<'a> {
    shell: Shell<'a>,
    unknown: bool,
}

pub(super) async fn page(caller: Caller) -> Answer {
    Ok(render(&WhoPage { shell: Shell::outside(caller.words(), "page-unlock"), unknown: false }))
}

pub(super) async fn choose(caller: Caller, fields: Fields) -> Answer {
    if let Some(name) = known(&caller.house, fields.text("name").unwrap_or_default()) {
        return Ok((CookieJar::new().add(cookie(name)), go("/")).into_response());
    }
    let page = WhoPage { shell: Shell::outside(caller.words(), "page-unlock"), unknown: true };
    Ok((StatusCode::FORBIDDEN, render(&page)).into_response())
}
