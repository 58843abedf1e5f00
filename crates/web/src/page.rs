//! The frame that every page stands in, and the pages that say that something went wrong. Errors become words here,
//! once: what happened, and what to do now; never what a person wrote.

use app::desk::{CopyError, DeskError, Stage};
use askama::Template;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use method::Id;
use views::{Language, Words};

use crate::fields::Unread;
use crate::house::{House, Reach};
use crate::tongue::Caller;

/// What the frame of a page needs.
pub(crate) struct Shell<'a> {
    words: &'a Words,
    /// The id of the page's name; neutral, since others may see it in a list of windows.
    pub(crate) name: &'static str,
    pub(crate) stage: Stage,
    /// After how many minutes the browser, too, locks; nought where there is nothing to lock.
    pub(crate) lock_minutes: f64,
}

impl<'a> Shell<'a> {
    pub(crate) fn new(words: &'a Words, name: &'static str, stage: Stage, lock_minutes: f64) -> Self {
        let lock_minutes = if stage == Stage::Open { lock_minutes } else { 0.0 };
        Self { words, name, stage, lock_minutes }
    }

    /// The frame of a page outside: it shows nothing of what may lie open for others.
    pub(crate) fn outside(words: &'a Words, name: &'static str) -> Self {
        Self::new(words, name, Stage::Locked, 0.0)
    }

    /// The message of that id.
    pub(crate) fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    /// The message of that id with one word filled in.
    pub(crate) fn filled(&self, id: &str, name: &str, word: &str) -> String {
        self.words.say_with(id, &[(name, word.into())])
    }

    /// The message of a kind of things, for one of them: `channel` and `text` bring `channel-text`.
    pub(crate) fn of(&self, kind: &str, name: impl std::fmt::Display) -> String {
        self.words.say(&format!("{kind}-{name}"))
    }

    /// The title of a clause, by its id.
    pub(crate) fn clause(&self, id: &str) -> String {
        let clause = Id::ALL.iter().find(|clause| clause.as_str() == id);
        clause.map(|&clause| views::clause::title(self.words, clause)).unwrap_or_default()
    }

    /// The words of the page, for what is written with them.
    pub(crate) fn words(&self) -> &Words {
        self.words
    }

    /// The language of the page, as HTML's `lang` has it.
    pub(crate) fn lang(&self) -> &'static str {
        self.words.tag()
    }

    /// The way its script runs, as HTML's `dir` has it.
    pub(crate) fn dir(&self) -> &'static str {
        self.words.direction().name()
    }

    /// Whether what is written in English alone needs a word about it.
    pub(crate) fn is_foreign(&self) -> bool {
        !self.words.is_english()
    }

    /// The languages to choose from: the tag of each, its name in itself, whether it is the page's.
    pub(crate) fn languages(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let spoken = self.lang();
        Language::ALL.iter().map(move |language| (language.tag(), language.name(), language.tag() == spoken))
    }

    pub(crate) fn is_open(&self) -> bool {
        self.stage.is_open()
    }

    pub(crate) fn is_sample(&self) -> bool {
        self.stage == Stage::Sample
    }

    /// Whether there is something sealed to go back behind; locking anything else would throw it away.
    pub(crate) fn can_lock(&self) -> bool {
        self.stage == Stage::Open
    }

    /// Whether this is one of the first steps, which lead to the keeping by themselves.
    pub(crate) fn is_first(&self) -> bool {
        ["page-safety", "page-you", "page-keep"].contains(&self.name)
    }

    pub(crate) fn is_unkept(&self) -> bool {
        self.stage == Stage::Unkept
    }
}

/// Renders a page.
pub(crate) fn render(page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => Html(text).into_response(),
        // A template over memory alone has nothing to fail at; if it ever does, nobody is left with half a page.
        Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, "The page could not be made.\n").into_response(),
    }
}

/// A file to be kept by the browser.
pub(crate) fn file(kind: &'static str, name: &'static str, bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response()
}

/// Goes on to another page.
pub(crate) fn go(path: &str) -> Response {
    Redirect::to(path).into_response()
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct TroublePage<'a> {
    shell: Shell<'a>,
    what: String,
    now: String,
}

/// Why a request was not done.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// A field cannot be read.
    Field(Unread),
    /// The method does not allow it now.
    NotNow,
    /// A time that has not come yet.
    Future,
    /// A chat in which the person is not.
    NotInIt,
    /// Setting a paper.
    Paper,
    /// The partner as somebody to turn to.
    Partner,
    /// There is no such page.
    NoPage,
    /// Two passphrases that should be one.
    Differ,
    /// The passphrase of today is another.
    WrongPassphrase,
    /// The database that holds everything cannot be reached now.
    Away,
    /// The desk.
    Desk(DeskError),
    /// A copy.
    Copy(CopyError),
    /// Erasing.
    Erase,
    /// Putting somebody outside the seal.
    Outside,
    /// Keeping a history, or taking it out.
    Import,
}

impl From<Unread> for Trouble {
    fn from(unread: Unread) -> Self {
        Self::Field(unread)
    }
}

impl From<DeskError> for Trouble {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl From<CopyError> for Trouble {
    fn from(error: CopyError) -> Self {
        Self::Copy(error)
    }
}

/// The page is made on the way out, where the words are at hand.
impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut answer = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        answer.extensions_mut().insert(Arc::new(self));
        answer
    }
}

/// Puts a trouble into words on its way out.
pub(crate) async fn tell(State(house): State<House>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let house = House::of(request.extensions(), &house);
    let answer = next.run(request).await;
    let Some(trouble) = answer.extensions().get::<Arc<Trouble>>() else { return answer };
    // Whoever has no ticket does not see from an error either what lies open.
    let caller = Caller::of(house, headers).await;
    let shell = caller.shell("page-trouble");
    let mut page = trouble.page(caller.words(), shell, caller.house.reach);
    // Who was let in stays so, whatever the page says.
    page.extensions_mut().extend(answer.extensions().clone());
    page
}

impl Trouble {
    fn page(&self, words: &Words, shell: Shell<'_>, reach: Reach) -> Response {
        let (status, id) = match self {
            Self::Field(_) => (StatusCode::UNPROCESSABLE_ENTITY, "trouble-field"),
            Self::NotNow => (StatusCode::FORBIDDEN, "trouble-not-now"),
            Self::Future => (StatusCode::UNPROCESSABLE_ENTITY, "trouble-future"),
            Self::Partner => (StatusCode::UNPROCESSABLE_ENTITY, "trouble-partner"),
            Self::NotInIt => (StatusCode::FORBIDDEN, "trouble-chat-of-others"),
            Self::NoPage => (StatusCode::NOT_FOUND, "trouble-no-page"),
            Self::Differ => (StatusCode::UNPROCESSABLE_ENTITY, "trouble-differ"),
            Self::WrongPassphrase => (StatusCode::FORBIDDEN, "trouble-passphrase"),
            Self::Away => (StatusCode::SERVICE_UNAVAILABLE, "trouble-away"),
            Self::Desk(DeskError::Locked) | Self::Copy(CopyError::Locked) => return go("/unlock"),
            Self::Copy(CopyError::ShortPassphrase) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "trouble-short-passphrase")
            }
            Self::Desk(DeskError::Erase(_)) => (StatusCode::INTERNAL_SERVER_ERROR, "trouble-delete"),
            Self::Desk(_) | Self::Outside => (StatusCode::INTERNAL_SERVER_ERROR, "trouble-vault"),
            Self::Copy(_) => (StatusCode::INTERNAL_SERVER_ERROR, "trouble-copy"),
            Self::Paper => (StatusCode::INTERNAL_SERVER_ERROR, "trouble-paper"),
            Self::Import => (StatusCode::INTERNAL_SERVER_ERROR, "trouble-import"),
            Self::Erase => (StatusCode::INTERNAL_SERVER_ERROR, "trouble-erase"),
        };
        let what = match self {
            Self::Field(Unread(field)) => {
                let label = words.say(&format!("field-{}", field.replace('_', "-")));
                words.say_with(id, &[("field", label.into())])
            }
            _ => words.say(id),
        };
        // Where somebody else looks after the machine, there is no terminal to turn to.
        let of_machine = ["trouble-vault", "trouble-copy", "trouble-delete", "trouble-import"].contains(&id);
        let now = if reach.is_hosted() && of_machine {
            words.say("hosted-trouble-todo")
        } else {
            words.say(&format!("{id}-todo"))
        };
        let mut answer = render(&TroublePage { shell, what, now });
        *answer.status_mut() = status;
        answer
    }
}
