//! Choosing a language: kept with the rest while something lies open, and by a cookie that names nobody.
//! It translates nothing.

use axum::extract::{FromRequest as _, FromRequestParts as _, Request};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use method::Event;
use method::event::Settings;
use views::Language;

use super::Inside;
use crate::fields::Fields;
use crate::house::Here;
use crate::page::{Trouble, go};
use crate::tongue;

/// The pages that offer the choice, and to which it leads back.
const PAGES: [&str; 6] = ["/", "/help", "/settings", "/start", "/unlock", "/who"];

pub(super) async fn choose(Here(house): Here, request: Request) -> Result<Response, Response> {
    let (mut parts, body) = request.into_parts();
    let fields = Fields::from_request(Request::from_parts(parts.clone(), body), &house).await?;
    let chosen = fields.must("language", Language::tagged);
    let chosen = chosen.map_err(|unread| Trouble::from(unread).into_response())?;
    if let Ok(mut inside) = Inside::from_request_parts(&mut parts, &house).await
        && tongue::kept(&inside.desk) != Some(chosen)
    {
        let settings = Settings { lock_minutes: None, language: Some(chosen.tag().into()) };
        let entry = inside.desk.entry(Event::Settings(settings));
        inside.desk.record(vec![entry]).await.map_err(|error| Trouble::from(error).into_response())?;
    }
    let asked_from = fields.text("next").and_then(|next| PAGES.into_iter().find(|page| *page == next));
    Ok((CookieJar::new().add(tongue::cookie(chosen)), go(asked_from.unwrap_or("/"))).into_response())
}
