//! The app, served as it is to a person, in a folder of its own; and browsers that hold a ticket or none.

use std::cell::RefCell;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::thread;

use app::clock::Clock;
use app::desk::{Desk, Folder, Kdf};
use jiff::civil::date;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio_rustls::rustls::ClientConfig;

use crate::wire::{self, Answer};

/// The passphrase of every vault here.
pub(crate) const PASSPHRASE: &str = "correct horse battery";

/// What every cookie says of itself.
pub(crate) const COOKIE: &[&str] = &["HttpOnly", "Path=/", "SameSite=Strict"];

/// The doors of this form of the app.
pub(crate) const DOORS: &str = "all";

/// Where whoever is not inside is led, from everywhere but a page that is open to all.
pub(crate) const FRONT: &[&str] = &["/unlock", "/"];

/// A cost at which deriving a key takes long enough for others to ask for something meanwhile.
pub(crate) const DEAR: Kdf = Kdf { memory_kib: 64 * 1024, passes: 32, lanes: 1 };

/// The word that the serving is to end.
type Ended = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The app, served until it is dropped.
pub(crate) struct Home {
    pub(crate) port: u16,
    pub(crate) clock: Clock,
    pub(crate) folder: TempDir,
    /// What seals the lines to it, where it is served to a network.
    pub(crate) seal: Option<Arc<ClientConfig>>,
    end: Option<oneshot::Sender<()>>,
    serving: Option<thread::JoinHandle<()>>,
}

impl Home {
    /// The app over a folder with nothing in it.
    pub(crate) fn empty() -> Self {
        Self::deriving(Kdf::CHEAPEST)
    }

    /// The same, where deriving a key costs so much.
    pub(crate) fn deriving(kdf: Kdf) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::default();
        let desk = Desk::new(Folder::at(folder.path()), clock.clone()).with_kdf(kdf);
        Self::served(folder, clock, None, async move |listener, ended| {
            let address = listener.local_addr().expect("an address");
            web::serve(web::Home::new(desk, address), listener, ended).await.expect("served");
        })
    }

    /// The app on a network, over TLS: the vault of this machine's person, or one for each of these people.
    pub(crate) fn on_network(people: &'static [&'static str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::default();
        let keeps = folder.path().join("network");
        let names = ["127.0.0.1".to_owned()];
        let certificate = web::Certificate::kept_in(&keeps, &names, date(2026, 11, 26)).expect("one is made");
        let desk = |folder: PathBuf| Desk::new(Folder::at(folder), clock.clone()).with_kdf(Kdf::CHEAPEST);
        let own = desk(folder.path().to_owned());
        let all = folder.path().join("people");
        let desks: Vec<_> = people.iter().map(|name| ((*name).to_owned(), desk(all.join(name)))).collect();
        let porch = desk(all);
        let seal = Some(wire::trusting(&keeps.join("cert.pem")));
        Self::served(folder, clock, seal, async move |listener, ended| {
            let address = listener.local_addr().expect("an address");
            let hosts = [address.to_string()];
            let household = if desks.is_empty() {
                web::Household::alone(&web::Home::new(own, address), &hosts)
            } else {
                web::Household::of(desks, porch, &hosts)
            };
            web::serve_on_network(household, listener, certificate, ended).await.expect("served");
        })
    }

    /// Serves on a free port, in a thread of its own.
    fn served<S>(folder: TempDir, clock: Clock, seal: Option<Arc<ClientConfig>>, serve: S) -> Self
    where
        S: AsyncFnOnce(TcpListener, Ended) + Send + 'static,
    {
        let (end, ended) = oneshot::channel::<()>();
        let (tell, told) = std::sync::mpsc::channel();
        let serving = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
            runtime.expect("a runtime").block_on(async move {
                let listener =
                    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await.expect("a port");
                let address = listener.local_addr().expect("an address");
                tell.send(address.port()).expect("the test waits");
                serve(listener, Box::pin(async { drop(ended.await) })).await;
            });
        });
        let port = told.recv().expect("a port");
        Self { port, clock, folder, seal, end: Some(end), serving: Some(serving) }
    }

    /// The app with a vault that is locked.
    pub(crate) fn kept() -> Self {
        Self::kept_deriving(Kdf::CHEAPEST)
    }

    /// The same, where deriving a key costs so much.
    pub(crate) fn kept_deriving(kdf: Kdf) -> Self {
        let home = Self::deriving(kdf);
        let browser = home.begun();
        let fields = [("passphrase", PASSPHRASE), ("passphrase_again", PASSPHRASE)];
        assert_eq!(browser.post("/start/keep", &fields).status, 200, "the vault is made");
        assert_eq!(home.stranger().post("/lock", &[]).leads_to(), "/unlock");
        home
    }

    /// A browser that has no ticket.
    pub(crate) fn stranger(&self) -> Browser<'_> {
        Browser { home: self, ticket: RefCell::default(), person: RefCell::default() }
    }

    /// A browser that has begun to write what is not kept yet.
    pub(crate) fn begun(&self) -> Browser<'_> {
        let browser = self.stranger();
        assert_eq!(browser.post("/start", &[]).leads_to(), "/start/safety");
        browser
    }

    /// A browser that has unlocked the vault, and said that it need not fear.
    pub(crate) fn unlocked(&self) -> Browser<'_> {
        let browser = self.stranger();
        assert_eq!(browser.unlock(PASSPHRASE).leads_to(), "/", "it opens");
        browser.post("/settings/fear", &[("afraid", "no")]);
        browser
    }

    /// Tells the app to end, and waits until it has.
    pub(crate) fn end(&mut self) {
        drop(self.end.take());
        if let Some(serving) = self.serving.take() {
            serving.join().expect("the app ends well");
        }
    }

    /// What is left of a vault that was erased.
    pub(crate) fn left(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder()).expect("the folder").flatten();
        let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        names.filter(|name| !name.contains("lock")).collect()
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(serving) = self.serving.take() {
            // A test that failed already has said what there is to say.
            let _ended = serving.join();
        }
    }
}

/// A browser: it keeps its ticket, and follows nothing by itself.
pub(crate) struct Browser<'a> {
    pub(crate) home: &'a Home,
    pub(crate) ticket: RefCell<Option<String>>,
    /// Whose door it goes to, in a household.
    pub(crate) person: RefCell<Option<String>>,
}

impl Browser<'_> {
    /// The line of a request that shows the ticket.
    pub(crate) fn cookie(&self) -> String {
        let ticket = self.ticket.borrow().as_ref().map(|ticket| format!("ticket={ticket}"));
        let person = self.person.borrow().as_ref().map(|person| format!("person={person}"));
        let cookies: Vec<String> = ticket.into_iter().chain(person).collect();
        if cookies.is_empty() { String::new() } else { format!("Cookie: {}\r\n", cookies.join("; ")) }
    }

    /// Sends a request as it is, and keeps what the answer gives; none where the line was cut without one.
    pub(crate) fn sends(&self, request: &[u8]) -> Option<Answer> {
        let answer = wire::sealed(self.home.port, self.home.seal.clone(), request)?;
        if let Some(ticket) = answer.ticket() {
            *self.ticket.borrow_mut() = Some(ticket);
        }
        if let Some(person) = answer.sets("person") {
            *self.person.borrow_mut() = Some(person);
        }
        Some(answer)
    }

    pub(crate) fn unlock(&self, passphrase: &str) -> Answer {
        self.post("/unlock", &[("passphrase", passphrase)])
    }
}
