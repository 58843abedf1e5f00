//! The routes, and the serving of them: what every request passes through before a door opens. No page is made here.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::desk::{Desk, Unsealed};
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, StatusCode};
use axum::middleware;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, MutexGuard, Semaphore};
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use views::Words;

use crate::ticket::Tickets;
use crate::tongue::Tongues;
use crate::{doors, guard, lines, page};

/// The largest form that is read, in bytes; a long letter is a hundredth of it.
pub(crate) const LARGEST_FORM: usize = 1024 * 1024;
/// The largest message histories that are taken at once, in bytes.
const LARGEST_FILES: usize = 2 * 1024 * 1024 * 1024;
/// A request that takes longer is given up.
pub(crate) const LONGEST: Duration = Duration::from_mins(1);
/// So long a page that needs little from the desk waits for it.
const SOON: Duration = Duration::from_millis(250);
/// How often the desk is looked at for having lain idle.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// What all doors share.
#[derive(Clone)]
pub(crate) struct House {
    pub(crate) desk: Arc<Mutex<Desk>>,
    pub(crate) tickets: Arc<Mutex<Tickets>>,
    pub(crate) tongues: Tongues,
    /// What lies outside the seal: help is shown from it while the desk is busy.
    pub(crate) unsealed: Unsealed,
    /// The hosts by which this app may be called, with their port.
    pub(crate) hosts: Arc<[String]>,
    /// From where it can be called.
    pub(crate) reach: Reach,
    /// Who sets papers, one after the other: it takes much of the machine.
    pub(crate) turn: Arc<Semaphore>,
    /// Who reads files, one after the other.
    pub(crate) reading: Arc<Semaphore>,
    /// The names of a household, for whoever stands before its doors; empty behind them.
    pub(crate) people: Arc<[String]>,
    /// Whether the database that holds everything cannot be reached now.
    pub(crate) away: bool,
}

/// From where the app can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// From this machine alone.
    Machine,
    /// From other devices of its network, for one person.
    Network,
    /// The same, for several people with a vault each.
    Household,
    /// From anywhere, for many people whose vaults lie in one database.
    Hosted,
}

impl Reach {
    /// Whether others on the network can call, too.
    pub(crate) fn is_network(self) -> bool {
        self != Self::Machine
    }

    /// Whether there are others with a vault of their own behind the same door.
    pub(crate) fn is_household(self) -> bool {
        self == Self::Household
    }

    /// Whether it is somebody else's machine, for many.
    pub(crate) fn is_hosted(self) -> bool {
        self == Self::Hosted
    }
}

/// The app, ready to be served at an address of this machine.
pub struct Home {
    pub(crate) house: House,
}

/// The house that a request goes to: the one that all of them share, or one of its own that came with it.
pub(crate) struct Here(pub(crate) House);

impl FromRequestParts<House> for Here {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, shared: &House) -> Result<Self, Infallible> {
        Ok(Self(House::of(&parts.extensions, shared)))
    }
}

impl House {
    /// The house of a request: its own, or else the shared one.
    pub(crate) fn of(request: &Extensions, shared: &Self) -> Self {
        request.get::<Self>().unwrap_or(shared).clone()
    }

    /// The same house with another desk, and the tickets to it.
    pub(crate) fn with_desk(&self, desk: Desk, tickets: Tickets) -> Self {
        let unsealed = desk.unsealed();
        let (desk, tickets) = (Arc::new(Mutex::new(desk)), Arc::new(Mutex::new(tickets)));
        Self { desk, tickets, unsealed, ..self.clone() }
    }

    /// The desk, if it is free soon. Who asks for help does not wait for a key to be derived or a copy to be sealed.
    pub(crate) async fn soon(&self) -> Option<MutexGuard<'_, Desk>> {
        tokio::time::timeout(SOON, self.desk.lock()).await.ok()
    }

    /// Locks its desk once that has lain idle; no ticket outlives the lock.
    pub(crate) async fn lock_if_idle(&self, desk: &mut Desk) {
        if desk.lock_if_idle().await {
            self.tickets.lock().await.void_all();
        }
    }
}

impl Home {
    /// The app over `desk`, called at `address` of this machine.
    #[must_use]
    pub fn new(desk: Desk, address: SocketAddr) -> Self {
        let port = address.port();
        let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("[::1]:{port}")];
        Self::called(desk, hosts.into(), Reach::Machine)
    }

    /// The app over `desk`, called by these hosts from there.
    pub(crate) fn called(desk: Desk, hosts: Arc<[String]>, reach: Reach) -> Self {
        let unsealed = desk.unsealed();
        Self {
            house: House {
                desk: Arc::new(Mutex::new(desk)),
                tickets: Arc::default(),
                tongues: Tongues::all(),
                unsealed,
                hosts,
                reach,
                turn: Arc::new(Semaphore::new(1)),
                reading: Arc::new(Semaphore::new(1)),
                people: Arc::default(),
                away: false,
            },
        }
    }

    /// The same app in these words alone, whatever a browser asks for; a test speaks a language that nobody does.
    #[must_use]
    pub fn speaking(mut self, words: Words) -> Self {
        self.house.tongues = Tongues::only(words);
        self
    }

    /// Everything that answers a request.
    pub fn router(&self) -> Router {
        // The last layer is met first.
        let files = doors::of_files()
            .layer(DefaultBodyLimit::disable())
            .layer(RequestBodyLimitLayer::new(LARGEST_FILES));
        self.behind_the_guard(limited(doors::all()).merge(files))
    }

    /// Puts before these doors what every request passes through.
    pub(crate) fn behind_the_guard(&self, doors: Router<House>) -> Router {
        self.guarded(doors.layer(middleware::from_fn_with_state(self.house.clone(), page::tell)))
    }

    /// The same for doors that put their own troubles into words.
    pub(crate) fn guarded(&self, doors: Router<House>) -> Router {
        let house = self.house.clone();
        let doors = doors
            .layer(middleware::from_fn(guard::to_the_end))
            .layer(CsrfLayer::new())
            .layer(middleware::from_fn(guard::apart))
            .layer(CompressionLayer::new())
            .layer(middleware::from_fn_with_state(house.clone(), guard::host))
            .layer(middleware::from_fn_with_state(house.clone(), guard::cookies))
            .layer(middleware::from_fn(guard::headers));
        doors.with_state(house)
    }

    /// Locks the desk once it has lain idle, until the app ends.
    async fn watch(house: House) {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            house.lock_if_idle(&mut *house.desk.lock().await).await;
        }
    }
}

/// Doors that take forms, each of which has so much room and so long.
pub(crate) fn limited(doors: Router<House>) -> Router<House> {
    doors
        .layer(RequestBodyLimitLayer::new(LARGEST_FORM))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST))
}

/// Serves the app to this machine until `ends`, then locks the desk. What is being answered then is answered first, if it
/// is soon; whoever only holds a line open does not keep the app from locking.
///
/// # Errors
/// What the network says.
pub async fn serve(home: Home, listener: TcpListener, ends: impl Future<Output = ()>) -> io::Result<()> {
    let router = home.router();
    while_watched(&[home.house], lines::answer(listener, None, router, lines::FEW, ends)).await;
    Ok(())
}

/// Locks each desk that lies idle while the app is served, and all of them after it.
pub(crate) async fn while_watched(houses: &[House], served: impl Future<Output = ()>) {
    let watching: Vec<_> = houses.iter().map(|house| tokio::spawn(Home::watch(house.clone()))).collect();
    served.await;
    for watch in watching {
        watch.abort();
    }
    for house in houses {
        house.tickets.lock().await.void_all();
        house.desk.lock().await.lock().await;
    }
}
