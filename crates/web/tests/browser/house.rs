//! The app as it is served to a walk: in this process, on a free port of this machine, over a folder of its own, with
//! a clock that the walk may set ahead and keys that are quick to derive.

use app::clock::Clock;
use app::desk::{Desk, Folder, Kdf};
use jiff::{SignedDuration, civil::date, tz::TimeZone};
use method::event::{
    About, Amount, Channel, CheckIn, Contact, Living, PerWeek, Person, PersonCan, Rating, Share, Side,
    Situation, Tone, Urge, Wish, Work, WorkSort,
};
use method::{Event, Moment, When};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use views::Words;

/// The passphrase of every vault here.
pub(crate) const PASSPHRASE: &str = "seven quiet owls";

/// What lies in the vault when a walk begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Life {
    /// Nothing: there is no vault.
    New,
    /// Facts, a contact of two days ago, and a person to call; nothing shared.
    Lived,
    /// The same, and children are shared.
    WithChildren,
}

/// How the app is served.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Served {
    /// To this machine.
    Here,
    /// The same, in words that nobody speaks, long and from right to left.
    Pseudo,
    /// To a network over TLS, with a door for Anna and one for Ben; neither has a vault.
    Network,
    /// To many people over TLS, with a talk under the guide's pages; nobody has signed up.
    Hosted,
}

/// The app, served.
pub(crate) struct House {
    folder: TempDir,
    /// Where the vaults are, where many are served.
    database: Option<String>,
    clock: Clock,
    ahead: i64,
    address: String,
    ends: Option<oneshot::Sender<()>>,
    served: Option<JoinHandle<()>>,
}

impl House {
    pub(crate) async fn open(life: Life, how: Served) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::default();
        let mut desk = Desk::new(Folder::at(folder.path()), clock.clone()).with_kdf(Kdf::CHEAPEST);
        if life != Life::New {
            live(&mut desk, life).await;
        }
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let at = listener.local_addr().expect("an address");
        let (ends, end) = oneshot::channel();
        let end = async { end.await.unwrap_or_default() };
        let mut database = None;
        let served = match how {
            Served::Here | Served::Pseudo => {
                let home = web::Home::new(desk, at);
                let home = if how == Served::Pseudo { home.speaking(Words::pseudo()) } else { home };
                tokio::spawn(async move { web::serve(home, listener, end).await.expect("the app is served") })
            }
            Served::Hosted => {
                let (hosted, address) = for_many(&clock, &at.to_string()).await;
                database = Some(address);
                let (keeps, names) = (folder.path().join("network"), ["127.0.0.1".to_owned()]);
                let certificate = web::Certificate::kept_in(&keeps, &names, date(2026, 11, 26)).expect("one");
                let lines = web::Lines { listener, certificate: Some(certificate), operator: None };
                tokio::spawn(async move {
                    web::serve_hosted(hosted, lines, end).await.expect("the app is served");
                })
            }
            Served::Network => {
                let desk = |name: &str| {
                    let desk = Desk::new(Folder::at(folder.path().join(name)), clock.clone());
                    desk.with_kdf(Kdf::CHEAPEST)
                };
                let people = ["anna", "ben"].map(|name| (name.to_owned(), desk(name))).into();
                let household = web::Household::of(people, desk("porch"), &[at.to_string()]);
                let (keeps, names) = (folder.path().join("network"), ["127.0.0.1".to_owned()]);
                let certificate = web::Certificate::kept_in(&keeps, &names, date(2026, 11, 26)).expect("one");
                tokio::spawn(async move {
                    let served = web::serve_on_network(household, listener, certificate, end).await;
                    served.expect("the app is served");
                })
            }
        };
        let scheme = if matches!(how, Served::Network | Served::Hosted) { "https" } else { "http" };
        let (ends, served) = (Some(ends), Some(served));
        Self { folder, database, clock, ahead: 0, address: format!("{scheme}://{at}"), ends, served }
    }

    /// The whole address of a path.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Lets time pass by the app's clock.
    pub(crate) fn pass(&mut self, seconds: i64) {
        self.ahead += seconds;
        self.clock.set_ahead(self.ahead);
    }

    /// Whether these bytes stand in any file of the app's folder.
    pub(crate) fn holds(&self, bytes: &[u8]) -> bool {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder").flatten();
        let texts = files.filter_map(|file| std::fs::read(file.path()).ok());
        let mut texts = texts.filter(|text| text.windows(bytes.len()).any(|window| window == bytes));
        texts.next().is_some()
    }

    /// How many bytes lie in the app's folder.
    pub(crate) fn weighs(&self) -> u64 {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder").flatten();
        files.filter_map(|file| file.metadata().ok()).map(|about| about.len()).sum()
    }

    /// The names of what lies in the app's folder.
    pub(crate) fn files(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder");
        files.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect()
    }

    /// Makes guides of everybody who has signed up, as whoever runs it does.
    pub(crate) async fn makes_guides(&self) {
        let database = self.database.clone().expect("a database");
        let made = tokio::task::spawn_blocking(move || {
            testbed::shared().ask(&database, "UPDATE tenant SET guide = TRUE")
        });
        assert!(made.await.expect("asked").is_some());
    }

    /// Ends the serving.
    pub(crate) async fn close(mut self) {
        drop(self.ends.take());
        if let Some(served) = self.served.take() {
            // A browser may keep a connection open for long.
            served.abort();
            let _ended_or_aborted = served.await;
        }
    }
}

/// The app for many over a database of its own, open to all, with a talk; and where that database is.
async fn for_many(clock: &Clock, host: &str) -> (web::Hosted, String) {
    let address = tokio::task::spawn_blocking(|| testbed::shared().database()).await.expect("a database");
    let database = hosted::Database::at(&address, 4).expect("an address");
    database.bring_up().await.expect("tables");
    let key = "names AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nseal AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    let key = hosted::ServerKey::of(key).unwrap_or_else(|error| panic!("{error}"));
    let limits = hosted::Limits { kdf: Kdf::CHEAPEST, ..hosted::Limits::default() };
    let service = hosted::Service::new(database, key, clock.clone(), limits);
    service.set_sign_up(hosted::SignUp::Open).await.expect("said");
    service.talk().set_on(true).await.expect("said");
    (web::Hosted::new(service, &[host.to_owned()], &[], false), address)
}

async fn live(desk: &mut Desk, life: Life) {
    desk.begin().await.expect("it begins");
    let now = desk.now();
    let ago = |hours: i64| {
        let instant = now.instant.checked_sub(SignedDuration::from_hours(hours)).expect("a time");
        Moment { instant, offset: now.offset }
    };
    let shares = if life == Life::WithChildren { vec![Share::Children] } else { Vec::new() };
    let left_on = Some(When::Day(
        now.instant
            .to_zoned(TimeZone::UTC)
            .date()
            .checked_sub(jiff::Span::new().days(30))
            .unwrap_or(date(2026, 1, 1)),
    ));
    let situation = Situation {
        wish: Some(Wish::Reunite),
        left_on,
        living: Some(Living::Apart),
        shares: Some(shares),
        zone: TimeZone::get("Europe/Berlin").ok(),
        country: Some("DE".into()),
        instinct_per_week: PerWeek::new(14.0).ok(),
        widest_gap_days: None,
        day_starts: None,
    };
    let contact = |by, tone| {
        let (channel, about) = (Channel::Text, About::Personal);
        Event::Contact(Contact { by, started: true, channel, about, tone, minutes: None })
    };
    let person =
        Person { name: "Rosa".into(), phone: Some("030 901820".into()), can: Some(PersonCan::Listen) };
    let urge = |channel, strength, after| {
        let (strength, after) = (Rating::new(strength).expect("a rating"), Rating::new(after).ok());
        Event::Urge(Urge { channel, strength, after, trigger: None, acted: false })
    };
    let work = Work {
        sort: WorkSort::Counsellor,
        title: "First talk with a counsellor".into(),
        takeaway: Some("I answer before I have listened".into()),
        minutes: Amount::new(50.0).ok(),
    };
    let mood = CheckIn { sleep_hours: None, mood: Rating::new(4).ok(), ..CheckIn::default() };
    let lived = [
        (700, Event::Fear { of_partner: false }),
        (700, Event::Situation(Box::new(situation))),
        (500, Event::Person(person)),
        (300, urge(Channel::Text, 8, 5)),
        (200, urge(Channel::Call, 7, 3)),
        (120, Event::Work(work)),
        (100, Event::CheckIn(mood)),
        (48, contact(Side::Partner, Some(Tone::Warm))),
    ];
    let entries = lived.into_iter().map(|(hours, event)| desk.entry_at(ago(hours), event)).collect();
    desk.record(entries).await.expect("it is written");
    desk.keep(PASSPHRASE.to_owned()).await.expect("it is kept");
    desk.lock().await;
}
