//! The language that a request is answered in: what lies open says it, else a cookie that names a language and nobody,
//! else the browser; English where none of them knows. It changes nothing by itself.

use std::convert::Infallible;
use std::sync::Arc;

use app::desk::{Desk, Stage};
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum_extra::extract::cookie::Cookie;
use views::{Language, Words};

use crate::cookies;
use crate::house::House;
use crate::page::Shell;

/// The cookie's name.
const NAME: &str = "language";

/// The words of every language the app speaks.
#[derive(Clone, Debug)]
pub(crate) struct Tongues(Arc<[Words]>);

impl Tongues {
    /// All languages.
    pub(crate) fn all() -> Self {
        Self(Language::ALL.iter().map(|&language| Words::of(language)).collect())
    }

    /// One language, whatever is asked for.
    pub(crate) fn only(words: Words) -> Self {
        Self(Arc::new([words]))
    }

    pub(crate) fn words(&self, language: Language) -> &Words {
        let asked = self.0.iter().find(|words| words.tag() == language.tag());
        asked.or(self.0.first()).expect("a house speaks one language at least")
    }
}

/// The cookie by which a browser remembers a language until it is closed; nothing of it is left on the disk.
pub(crate) fn cookie(language: Language) -> Cookie<'static> {
    cookies::cookie(NAME, language.tag())
}

/// The language that a browser remembers, or asks for.
fn of_browser(headers: &HeaderMap) -> Option<Language> {
    let remembered = cookies::shown(headers, NAME).as_deref().and_then(Language::tagged);
    let asked = || headers.get(ACCEPT_LANGUAGE)?.to_str().ok().and_then(Language::accepted);
    remembered.or_else(asked)
}

/// The language for somebody who sees what lies on the desk.
pub(crate) fn inside(desk: &Desk, headers: &HeaderMap) -> Language {
    kept(desk).or_else(|| of_browser(headers)).unwrap_or_default()
}

/// The language that was chosen in what lies on the desk.
pub(crate) fn kept(desk: &Desk) -> Option<Language> {
    desk.language().and_then(Language::tagged)
}

/// Somebody who asks, inside or not, and the language they are answered in. The desk is looked at once, and not waited for
/// long; what is told of it afterwards is what it was then.
pub(crate) struct Caller {
    pub(crate) house: House,
    pub(crate) headers: HeaderMap,
    language: Language,
    /// How far the person has come and after how many minutes the app locks; for whoever is inside alone.
    seat: Option<(Stage, f64)>,
}

impl Caller {
    /// Whoever sent these headers. Only a ticket brings the language of what lies on the desk.
    pub(crate) async fn of(house: House, headers: HeaderMap) -> Self {
        let (language, seat) = match house.soon().await {
            Some(desk) if house.tickets.lock().await.admits(&headers) => {
                (inside(&desk, &headers), Some((desk.stage(), desk.lock_minutes())))
            }
            _ => (of_browser(&headers).unwrap_or_default(), None),
        };
        Self { house, headers, language, seat }
    }

    pub(crate) fn words(&self) -> &Words {
        self.house.tongues.words(self.language)
    }

    /// How far the person has come; none for whoever is not inside.
    pub(crate) fn stage(&self) -> Option<Stage> {
        self.seat.map(|(stage, _)| stage)
    }

    /// The frame of a page that is open to all: with the places of the house only for whoever is inside.
    pub(crate) fn shell(&self, name: &'static str) -> Shell<'_> {
        match self.seat {
            Some((stage, lock_minutes)) => Shell::new(self.words(), name, stage, lock_minutes),
            None => Shell::outside(self.words(), name),
        }
    }
}

impl FromRequestParts<House> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Infallible> {
        Ok(Self::of(House::of(&parts.extensions, house), parts.headers.clone()).await)
    }
}
