//! The hosted edition, served as it is to people, over a database of its own; and browsers that are signed in or not. The
//! tests that it shares with the app on a machine of one's own find here what they find there.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::thread;

use app::clock::Clock;
use app::vault::Kdf;
use hosted::{Database, Limits, ServerKey, Service, SignUp};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::wire::{self, Answer};

/// The passphrase of every vault here.
pub(crate) const PASSPHRASE: &str = "correct horse battery";
/// The name of whoever lives here if nothing else is said.
pub(crate) const NAME: &str = "quiet-lamp-0420";
/// What every cookie says of itself.
pub(crate) const COOKIE: &[&str] = &["HttpOnly", "Path=/", "SameSite=Strict", "Secure"];
/// The doors of this form of the app.
pub(crate) const DOORS: &str = "hosted";
/// Where whoever is not inside is led, from everywhere but a page that is open to all.
pub(crate) const FRONT: &[&str] = &["/start", "/", "/unlock", "/join"];
/// The server's key.
pub(crate) const KEY: &str = "names AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\
                              seal AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";
/// The cookie of a session.
pub(crate) const SESSION: &str = "__Host-session";

type Ended = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A node, served until it is dropped.
pub(crate) struct Home {
    pub(crate) port: u16,
    pub(crate) clock: Clock,
    pub(crate) database: String,
    end: Option<oneshot::Sender<()>>,
    serving: Option<thread::JoinHandle<()>>,
}

impl Home {
    /// A service with nobody in it.
    pub(crate) fn empty() -> Self {
        Self::node(&testbed::shared().database(), &Clock::default())
    }

    /// A node over a database that others may use as well.
    pub(crate) fn node(database: &str, clock: &Clock) -> Self {
        let (end, ended) = oneshot::channel::<()>();
        let (tell, told) = std::sync::mpsc::channel();
        let (address, its_clock) = (database.to_owned(), clock.clone());
        let serving = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
            runtime.expect("a runtime").block_on(async move {
                let database = Database::at(&address, 4).expect("an address");
                database.bring_up().await.expect("tables");
                let key = ServerKey::of(KEY).unwrap_or_else(|error| panic!("{error}"));
                let service = Service::new(
                    database,
                    key,
                    its_clock,
                    Limits { kdf: Kdf::CHEAPEST, ..Limits::default() },
                );
                service.set_sign_up(SignUp::Open).await.expect("said");
                let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await;
                let listener = listener.expect("a port");
                let port = listener.local_addr().expect("an address").port();
                tell.send(port).expect("the test waits");
                let hosts =
                    [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("[::1]:{port}")];
                let hosted = web::Hosted::new(service, &hosts, &[], false);
                let lines = web::Lines { listener, certificate: None, operator: None };
                let ended: Ended = Box::pin(async { drop(ended.await) });
                web::serve_hosted(hosted, lines, ended).await.expect("served");
            });
        });
        let port = told.recv().expect("a port");
        let (database, clock) = (database.to_owned(), clock.clone());
        Self { port, clock, database, end: Some(end), serving: Some(serving) }
    }

    /// A service with one person in it, who is signed out.
    pub(crate) fn kept() -> Self {
        let home = Self::empty();
        let browser = home.stranger();
        browser.sign_up(NAME);
        assert_eq!(browser.post("/lock", &[]).leads_to(), "/unlock");
        home
    }

    /// A browser that is not signed in.
    pub(crate) fn stranger(&self) -> Browser<'_> {
        Browser { home: self, cookies: RefCell::default() }
    }

    /// A browser of somebody who has just begun.
    pub(crate) fn begun(&self) -> Browser<'_> {
        let browser = self.stranger();
        browser.sign_up("somebody-new");
        browser
    }

    /// A browser that has signed in, and said that it need not fear.
    pub(crate) fn unlocked(&self) -> Browser<'_> {
        let browser = self.stranger();
        assert_eq!(browser.unlock(PASSPHRASE).leads_to(), "/", "it opens");
        browser.post("/settings/fear", &[("afraid", "no")]);
        browser
    }

    /// What is left of somebody who was the only one and is gone: each table that still has a row.
    pub(crate) fn left(&self) -> Vec<String> {
        let tables = ["header", "head", "record", "snapshot", "account", "tenant"];
        let rows = |table: &&str| {
            testbed::shared().ask(&self.database, &format!("SELECT count(*) FROM {table}")).as_deref()
                != Some("0")
        };
        tables.iter().filter(|table| rows(table)).map(|table| (*table).to_owned()).collect()
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

/// A browser: it keeps its cookies, and follows nothing by itself.
pub(crate) struct Browser<'a> {
    pub(crate) home: &'a Home,
    pub(crate) cookies: RefCell<BTreeMap<String, String>>,
}

impl Browser<'_> {
    /// The line of a request that shows the cookies.
    pub(crate) fn cookie(&self) -> String {
        let cookies = self.cookies.borrow();
        let cookies: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if cookies.is_empty() { String::new() } else { format!("Cookie: {}\r\n", cookies.join("; ")) }
    }

    /// Sends a request as it is, and keeps what the answer gives; none where the line was cut without one.
    pub(crate) fn sends(&self, request: &[u8]) -> Option<Answer> {
        let answer = wire::raw(self.home.port, request)?;
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) =
                cookie.split(';').next().and_then(|pair| pair.split_once('=')).expect("a pair");
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
            assert!(cookie.ends_with("; Secure"), "{cookie}");
            if value.is_empty() {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
        Some(answer)
    }

    /// Makes an account, and stays in it.
    pub(crate) fn sign_up(&self, name: &str) {
        let fields = [("name", name), ("passphrase", PASSPHRASE), ("passphrase_again", PASSPHRASE)];
        let answer = self.post("/join", &fields);
        assert_eq!(answer.status, 200, "the account is made: {}", answer.text());
    }

    pub(crate) fn sign_in(&self, name: &str, passphrase: &str) -> Answer {
        self.post("/unlock", &[("name", name), ("passphrase", passphrase)])
    }

    pub(crate) fn unlock(&self, passphrase: &str) -> Answer {
        self.sign_in(NAME, passphrase)
    }
}
