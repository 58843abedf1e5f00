//! The doors: which path opens which, and what it takes to be inside. What a door shows or writes is its own matter.

mod account;
mod asked;
mod calendar;
mod calm;
mod check_in;
mod dates;
mod decide;
mod draft;
mod entry;
mod flow;
mod forms;
mod guide;
mod help;
mod journal;
mod language;
mod leave;
mod needs;
mod papers;
mod past;
mod people;
mod plan;
mod practical;
mod ready;
mod settings;
mod start;
mod talk;
mod today;
mod unlock;
mod urge;
mod who;
mod why;
mod work;
mod writing;

use app::desk::{Desk, DeskError, Stage};
use app::vault::Diary;
use axum::Router;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use method::{Entry, Event, Moment, Present, Signs};
use tokio::sync::OwnedMutexGuard;
use views::{Language, Words};

use crate::assets;
use crate::fields::Fields;
use crate::house::House;
use crate::page::{Shell, Trouble, go};
use crate::ticket::taken_back;
use crate::tongue;
pub(crate) use flow::correct_again;

/// An answer, or why there is none.
pub(crate) type Answer = Result<Response, Trouble>;

/// Every path of the app on a machine of one's own.
pub(crate) fn all() -> Router<House> {
    inside()
        .route("/start", get(start::welcome).post(start::begin))
        .route("/sample", post(start::open_sample))
        .route("/sample/leave", post(start::leave_sample))
        .route("/unlock", get(unlock::page).post(unlock::unlock))
        .route("/unlock/code", get(unlock::recovery).post(unlock::recover))
        .route("/people/outside", post(people::outside))
        .route("/calendar/address", post(calendar::address))
        .route("/feed/{secret}", get(calendar::feed))
        .route("/settings/erase", get(settings::sure).post(settings::erase))
}

/// Every path of the hosted edition.
pub(crate) fn hosted() -> Router<House> {
    inside()
        .route("/start", get(account::front).post(async || go("/join")))
        .route("/join", get(account::join).post(account::make))
        .route("/unlock", get(account::sign_in).post(account::come_in))
        .route("/unlock/code", get(account::recovery).post(account::recover))
        .route("/sample", post(account::look_at_sample))
        .route("/sample/leave", post(account::leave_sample))
        .route("/settings/passphrase", post(account::change))
        .route("/talk", get(talk::list))
        .route("/talk/{page}", post(talk::write))
        .route("/talk/{page}/post", post(talk::act))
        .route("/settings/erase", get(settings::sure).post(account::erase))
}

/// What is the same wherever the vault lies.
fn inside() -> Router<House> {
    Router::new()
        .route("/", get(today::page))
        .route("/start/safety", get(start::safety).post(start::answer_safety))
        .route("/start/you", get(start::you).post(start::tell_you))
        .route("/start/keep", get(start::keep).post(start::make))
        .route("/start/code", post(start::confirm_code))
        .route("/lock", post(leave::lock))
        .route("/stay", post(leave::stay))
        .route("/leave", post(leave::leave))
        .route("/measures", get(leave::measures))
        .route("/urge", get(urge::page).post(urge::note))
        .route("/urge/wait", get(urge::wait).post(urge::rate))
        .route("/urge/after", get(urge::after).post(urge::acted))
        .route("/urge/slip", post(urge::mend))
        .route("/drafts", get(draft::list))
        .route("/draft", post(draft::keep))
        .route("/keep", post(draft::keep_quietly))
        .route("/draft/new/{sort}", get(draft::write))
        .route("/draft/{id}", get(draft::read).post(draft::end))
        .route("/asked", get(asked::page).post(asked::note))
        .route("/asked/answer", get(asked::answer).post(asked::met))
        .route("/asked/reply", get(asked::reply).post(asked::replied))
        .route("/asked/end.ics", get(asked::calendar))
        .route("/practical", get(practical::page).post(practical::note))
        .route("/checkin", get(check_in::page).post(check_in::note))
        .route("/forms", get(forms::page))
        .route("/forms/{name}", get(forms::form).post(forms::keep))
        .route("/plan", get(plan::page).post(plan::keep))
        .route("/needs", get(needs::page).post(needs::note))
        .route("/calm", get(calm::page).post(calm::note))
        .route("/writing", get(writing::page).post(writing::keep))
        .route("/flow", get(flow::page))
        .route("/flow/audit", get(flow::audit).post(flow::correct))
        .route("/flow/keep", post(flow::keep))
        .route("/flow/cancel", post(flow::cancel))
        .route("/flow/remove", post(flow::remove))
        .route("/people", get(people::page).post(people::add))
        .route("/people/remove", post(people::remove))
        .route("/people/instead", post(people::instead))
        .route("/work", get(work::page).post(work::note))
        .route("/work/appointment", post(work::appoint))
        .route("/work/change", post(work::change))
        .route("/work/practice", post(work::practise))
        .route("/dates", get(dates::page).post(dates::note))
        .route("/dates/remove", post(dates::remove))
        .route("/decide", get(decide::page).post(decide::wish))
        .route("/decide/enough", post(decide::enough))
        .route("/decide/sign", post(decide::sign))
        .route("/decide/review", post(decide::review))
        .route("/ready", get(ready::page).post(ready::write))
        .route("/help", get(help::page))
        .route("/help/false-alarm", post(help::false_alarm))
        .route("/guide", get(guide::contents).post(guide::ask))
        .route("/guide/{page}", get(guide::page))
        .route("/guide/{page}/pdf", get(papers::guide_page))
        .route("/papers", get(papers::page))
        .route("/calendar.ics", get(calendar::take))
        .route("/calendar/reminders.ics", get(calendar::remind))
        .route("/papers/{which}", get(papers::paper))
        .route("/papers/guide", post(papers::guide))
        .route("/map", get(guide::map).post(guide::place))
        .route("/why/{clause}", get(why::page))
        .route("/language", post(language::choose))
        .route("/journal", get(journal::newest))
        .route("/journal/day", post(journal::go_to_day))
        .route("/journal/search", get(journal::no_search).post(journal::search))
        .route("/journal/write", get(past::page).post(past::write))
        .route("/journal/write/{date}", get(past::page_of))
        .route("/journal/entry/{seq}", get(entry::page).post(entry::take_back))
        .route("/journal/entry/{seq}/delete", get(entry::sure).post(entry::delete))
        .route("/journal/import/{seq}", get(entry::import).post(entry::take_import_back))
        .route("/journal/import/{seq}/delete", post(entry::delete_import))
        .route("/journal/gone", get(entry::gone))
        .route("/journal/gone/later", get(entry::gone_later))
        .route("/journal/{date}", get(journal::of_day))
        .route("/journal/{date}/{skip}", get(journal::within_day))
        .route("/settings", get(settings::page).post(settings::change))
        .route("/settings/limit", post(settings::limit))
        .route("/settings/fear", post(settings::fear))
        .route("/settings/export", post(settings::export))
        .route("/settings/backup", post(settings::back_up))
        .route("/assets/{name}", get(assets::asset))
        .fallback(async || Trouble::NoPage)
}

/// The one path that takes whole files; it has limits of its own.
pub(crate) fn of_files() -> Router<House> {
    Router::new().route("/flow/read", post(flow::read))
}

/// What there is before the doors of a household: whose door it is, and help.
pub(crate) fn before() -> Router<House> {
    Router::new()
        .route("/who", get(who::page).post(who::choose))
        .route("/help", get(help::page))
        .route("/leave", post(leave::leave))
        .route("/measures", get(leave::measures))
        .route("/language", post(language::choose))
        .route("/assets/{name}", get(assets::asset))
        .fallback(async || go("/who"))
}

/// Somebody who is inside: the desk is open, and they hold a ticket. The desk is theirs until they are answered.
pub(crate) struct Inside {
    house: House,
    language: Language,
    pub(crate) desk: OwnedMutexGuard<Desk>,
}

impl Inside {
    /// The frame of a page.
    pub(crate) fn shell(&self, name: &'static str) -> Shell<'_> {
        Shell::new(self.words(), name, self.desk.stage(), self.desk.lock_minutes())
    }

    pub(crate) fn words(&self) -> &Words {
        self.house.tongues.words(self.language)
    }

    /// The standing read at this moment. Whoever is inside has one.
    pub(crate) fn present(&self) -> Result<Present<'_>, Trouble> {
        Ok(self.desk.present().ok_or(DeskError::Locked)?)
    }

    /// Everything written, as it was last read.
    pub(crate) fn diary(&self) -> Result<Diary<'_>, Trouble> {
        Ok(self.desk.diary().ok_or(DeskError::Locked)?)
    }

    /// Does something long with the desk, on a thread of its own.
    pub(crate) async fn aside<T: Send + 'static>(
        self,
        work: impl AsyncFnOnce(&mut Desk) -> T + Send + 'static,
    ) -> (Self, T) {
        let Self { house, desk, language } = self;
        let (desk, done) = aside(desk, work).await;
        (Self { house, language, desk }, done)
    }

    /// Writes events down as of this moment; where their words point to danger, help comes before whatever was next.
    pub(crate) async fn write(&mut self, events: Vec<Event>, next: &str) -> Answer {
        self.write_at(self.desk.now(), events, next).await
    }

    /// Writes events down as of another moment, with the same care.
    pub(crate) async fn write_at(&mut self, at: Moment, events: Vec<Event>, next: &str) -> Answer {
        let entries: Vec<Entry> = events.into_iter().map(|event| self.desk.entry_at(at, event)).collect();
        match self.desk.record(entries.clone()).await {
            Ok(noticed) => Ok(after(noticed, next)),
            // Help does not wait for what could not be kept (CARE-8).
            Err(_) if entries.iter().any(|entry| !app::signs::of(entry).is_quiet()) => Ok(go("/help")),
            Err(error) => Err(error.into()),
        }
    }
}

/// Where to go after something was written: to help, if its words ask for it (CARE-8, SAFE-4, SAFE-5).
pub(crate) fn after(noticed: Signs, next: &str) -> Response {
    if noticed.is_quiet() { go(next) } else { go("/help") }
}

impl FromRequestParts<House> for Inside {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, shared: &House) -> Result<Self, Response> {
        let house = House::of(&parts.extensions, shared);
        if house.away {
            return Err(Trouble::Away.into_response());
        }
        let mut desk = house.desk.clone().lock_owned().await;
        house.lock_if_idle(&mut desk).await;
        let tickets = house.tickets.lock().await;
        let admitted = tickets.admits(&parts.headers);
        match desk.stage() {
            Stage::New => Err(go("/start")),
            Stage::Locked => Err(go("/unlock")),
            Stage::Open if !admitted => Err(go("/unlock")),
            Stage::Unkept | Stage::Sample if !admitted => Err(go("/start")),
            Stage::Open | Stage::Unkept | Stage::Sample => {
                desk.touch();
                drop(tickets);
                let language = tongue::inside(&desk, &parts.headers);
                Ok(Self { house, language, desk })
            }
        }
    }
}

/// A form sent by somebody inside. It is read whole before the desk is taken, so that a slow sender keeps nobody waiting.
pub(crate) struct Sent {
    pub(crate) inside: Inside,
    pub(crate) fields: Fields,
}

impl FromRequest<House> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, house: &House) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let request = Request::from_parts(parts.clone(), body);
        let fields = Fields::from_request(request, house).await?;
        let away = House::of(&parts.extensions, house).away;
        if away && fields.texts().any(|text| !app::noticed(text).is_quiet()) {
            return Err(go("/help"));
        }
        let inside = Inside::from_request_parts(&mut parts, house).await?;
        Ok(Self { inside, fields })
    }
}

/// Does what holds the processor for half a second, deriving a key above all, on a thread of its own: whoever asks for
/// help meanwhile is answered.
pub(crate) async fn aside<T: Send + 'static>(
    mut desk: OwnedMutexGuard<Desk>,
    work: impl AsyncFnOnce(&mut Desk) -> T + Send + 'static,
) -> (OwnedMutexGuard<Desk>, T) {
    let here = tokio::runtime::Handle::current();
    let done = tokio::task::spawn_blocking(move || {
        let done = here.block_on(work(&mut desk));
        (desk, done)
    });
    match done.await {
        Ok(done) => done,
        Err(broken) => std::panic::resume_unwind(broken.into_panic()),
    }
}

/// Lets somebody in: a ticket, and where to go. The language that was chosen inside is then remembered outside as well.
pub(crate) async fn admit(house: &House, desk: &Desk, next: &str) -> Response {
    let mut cookies = CookieJar::new().add(house.tickets.lock().await.issue(desk));
    if let Some(language) = tongue::kept(desk) {
        cookies = cookies.add(tongue::cookie(language));
    }
    (cookies, go(next)).into_response()
}

/// Lets somebody out: the ticket goes, and Back leads to nothing of theirs.
pub(crate) fn let_out(next: &str) -> Response {
    let forget = [("clear-site-data", "\"cache\"")];
    (CookieJar::new().add(taken_back()), forget, go(next)).into_response()
}
