//! The journal as a browser meets it: everything written is shown and found, taking back and deleting do what they say
//! and lift no limit, and past days are written into.

use std::path::Path;

use app::clock::Clock;
use app::desk::Desk;
use app::vault::{Folder, Kdf};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{self, StatusCode, header};
use jiff::SignedDuration;
use method::event::{
    About, Amount, Appointment, AppointmentSort, Change, Channel, CheckIn, Contact, Draft, DraftEnd,
    DraftSort, HardDate, How, Instrument, Limit, LimitKind, Message, MessageKind, Met, Need, NeedKind,
    Person, Place, Practice, PracticeKind, Questionnaire, Rating, Readiness, ReadinessItem, Request,
    Settings, Shadow, Side, Sign, SignToward, Situation, Stage, Tone, Urge, What, Wish, Work, WorkSort,
};
use method::{Entry, Event, Moment, Signs, When};
use tower::ServiceExt as _;
use web::Home;

const PHRASE: &str = "correct horse battery";
const CANARY: &str = "zanzibar-marmalade";

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime").block_on(future)
}

/// This many hours ago; entries have to lie in the past of the machine's own clock.
fn ago(hours: i64) -> Moment {
    let now = app::clock::now();
    let back = SignedDuration::from_hours(hours);
    Moment { instant: now.instant.checked_sub(back).expect("a time"), offset: now.offset }
}

fn entry(at: Moment, id: Option<&str>, event: Event) -> Entry {
    Entry { at, id: id.map(Box::from), signs: Signs::default(), event }
}

fn note(hours: i64, text: &str) -> Entry {
    entry(ago(hours), Some(&format!("n{hours}")), Event::Note { text: text.into() })
}

fn contact(by: Side, tone: Option<Tone>) -> Event {
    let (channel, about) = (Channel::Text, About::Personal);
    Event::Contact(Contact { by, started: true, channel, about, tone, minutes: None })
}

/// A browser that is inside, with the folder that the vault lies in.
struct Visit {
    temporary: tempfile::TempDir,
    router: Router,
    ticket: String,
}

struct Page {
    status: StatusCode,
    location: String,
    body: String,
}

impl Page {
    fn has(&self, words: &str) -> bool {
        self.body.contains(words)
    }

    /// The place in the vault of the first entry listed whose line has these words.
    fn seq_of(&self, words: &str) -> String {
        let line = self.body.split("<li").find(|line| line.contains(words));
        let line = line.unwrap_or_else(|| panic!("no line has {words:?}: {}", self.body));
        let address = line.split("/journal/entry/").nth(1).expect("a link to the entry");
        address.chars().take_while(char::is_ascii_digit).collect()
    }
}

impl Visit {
    async fn with(entries: Vec<Entry>) -> Self {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(temporary.path().join("vault"));
        let mut desk = Desk::new(folder, Clock::default()).with_kdf(Kdf::CHEAPEST);
        desk.begin().await.expect("begun");
        // The safety question is answered, so that guidance says what it has to say.
        let calm = entry(ago(2000), Some("calm"), Event::Fear { of_partner: false });
        desk.record([vec![calm], entries].concat()).await.expect("recorded");
        desk.keep(PHRASE.to_owned()).await.expect("kept");
        desk.lock().await;
        let router = Home::new(desk, "127.0.0.1:7117".parse().expect("an address")).router();
        let mut visit = Self { temporary, router, ticket: String::new() };
        visit.unlock().await;
        visit
    }

    async fn unlock(&mut self) {
        let answer = self.ask("POST", "/unlock", format!("passphrase={}", encoded(PHRASE))).await;
        let cookie = answer.headers().get(header::SET_COOKIE).expect("a ticket").to_str().expect("text");
        cookie.split(';').next().expect("a value").clone_into(&mut self.ticket);
    }

    async fn ask(&self, method: &str, path: &str, body: String) -> axum::response::Response {
        let request = http::Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:7117")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, &self.ticket)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.router.clone().oneshot(request.expect("a request")).await.expect("an answer")
    }

    async fn page(&self, method: &str, path: &str, body: String) -> Page {
        let answer = self.ask(method, path, body).await;
        let location = answer.headers().get(header::LOCATION).map(|to| to.to_str().expect("text").to_owned());
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
        let body = String::from_utf8(bytes.to_vec()).expect("text");
        Page { status, location: location.unwrap_or_default(), body }
    }

    async fn get(&self, path: &str) -> Page {
        let page = self.page("GET", path, String::new()).await;
        assert_eq!(page.status, StatusCode::OK, "{path} leads to {:?}", page.location);
        page
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let fields = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        self.page("POST", path, fields.collect::<Vec<_>>().join("&")).await
    }

    /// Searches, and gives what was found.
    async fn search(&self, words: &str) -> Page {
        self.post("/journal/search", &[("words", words)]).await
    }

    async fn export(&self) -> String {
        self.post("/settings/export", &[]).await.body
    }

    /// Deletes the first entry whose line in the journal has these words.
    async fn delete(&self, words: &str) {
        let seq = self.get("/journal").await.seq_of(words);
        let gone = self.post(&format!("/journal/entry/{seq}/delete"), &[]).await;
        assert_eq!(gone.location, "/journal/gone", "{}", gone.body);
    }
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |coded, byte| coded + &format!("%{byte:02x}"))
}

/// Whether some file of the folder holds these bytes.
fn lies_in(folder: &Path, words: &str) -> bool {
    let (mut folders, mut files) = (vec![folder.to_path_buf()], 0);
    let mut found = false;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            files += 1;
            let bytes = std::fs::read(entry.path()).expect("a file");
            found |= bytes.windows(words.len()).any(|window| window == words.as_bytes());
        }
    }
    assert!(files > 0, "the vault is a file at least");
    found
}

#[test]
fn everything_written_is_shown_by_day_newest_first() {
    run(async {
        let visit = Visit::with(vec![note(100, "an older one"), note(30, "a newer one")]).await;
        let page = visit.get("/journal").await;
        let place = |words: &str| page.body.find(words).unwrap_or_else(|| panic!("{words} is not there"));
        assert!(place("a newer one") < place("an older one"));
        assert!(place("an older one") < place("You are not afraid of them"));
        assert_eq!(page.body.matches("<section class=\"day\"").count(), 3);
    });
}

#[test]
fn an_empty_journal_says_what_will_be_there() {
    run(async {
        let visit = Visit::with(Vec::new()).await;
        visit.delete("not afraid").await;
        let page = visit.get("/journal").await;
        assert!(page.has("Nothing is written yet") && page.has("/journal/write"), "{}", page.body);
    });
}

#[test]
fn a_page_shows_thirty_days_or_a_hundred_entries_and_the_rest_is_further_back() {
    run(async {
        let days = (1..=40).map(|day| note(day * 24, &format!("day-{day}.")));
        let visit = Visit::with(days.collect()).await;
        let page = visit.get("/journal").await;
        assert!(page.has("day-30.") && !page.has("day-31."));
        let earlier = page.body.split("rel=\"prev\" href=\"").nth(1).expect("a link further back");
        let earlier = earlier.split('"').next().expect("an address").to_owned();
        let page = visit.get(&earlier).await;
        assert!(page.has("day-31.") && page.has("day-40.") && !page.has("day-30."));

        // A day that fills more than a page goes on under the same date.
        let at = ago(24);
        let same_day = |nth: i32| entry(at, None, Event::Note { text: format!("nth-{nth}.").into() });
        let visit = Visit::with((1..=250).map(same_day).collect()).await;
        let (mut path, mut seen) = ("/journal".to_owned(), Vec::new());
        for _ in 0..4 {
            let page = visit.get(&path).await;
            seen.push(page.body.matches("nth-").count());
            let Some(next) = page.body.split("rel=\"prev\" href=\"").nth(1) else { break };
            path = next.split('"').next().expect("an address").to_owned();
        }
        assert_eq!(seen.iter().sum::<usize>(), 250, "{seen:?}");
        assert!(seen.iter().all(|&count| count <= 100), "{seen:?}");
    });
}

#[test]
fn a_day_in_the_address_that_is_none_leads_nowhere() {
    run(async {
        let visit = Visit::with(Vec::new()).await;
        for path in ["/journal/yesterday", "/journal/2026-13-01", "/journal/entry/x", "/journal/entry/999"] {
            assert_eq!(visit.page("GET", path, String::new()).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert!(visit.get("/journal/1999-01-01").await.has("Nothing is written on this day or before it."));
    });
}

#[test]
fn search_finds_words_whatever_their_capitals_and_accents_and_marks_them() {
    run(async {
        let visit =
            Visit::with(vec![note(50, "Über die Brücke <b>mit</b> ihr"), note(60, "nothing else")]).await;
        let found = visit.search("BRUCKE uber").await;
        assert!(found.has("<mark>Über</mark> die <mark>Brücke</mark>"), "{}", found.body);
        assert!(!found.has("<b>mit") && found.has("&#60;b&#62;mit"), "{}", found.body);
        assert!(!found.has("nothing else"));
        let none = visit.search("elephant").await;
        assert!(none.has("Nothing with these words."));
        let quoted = visit.search("\"><script>").await;
        assert!(!quoted.has("<script>"), "{}", quoted.body);
        assert_eq!(visit.page("GET", "/journal/search", String::new()).await.location, "/journal");
    });
}

#[test]
fn a_search_that_finds_more_than_a_page_goes_on_where_it_stopped() {
    run(async {
        let visit = Visit::with((1..=130).map(|nth| note(nth, &format!("rain {nth}."))).collect()).await;
        let first = visit.search("rain").await;
        assert_eq!(first.body.matches("<mark>").count(), 100);
        let left = first.body.split("name=\"left\" value=\"").nth(1).expect("where it stopped");
        let left: String = left.chars().take_while(char::is_ascii_digit).collect();
        let second = visit.post("/journal/search", &[("words", "rain"), ("left", &left)]).await;
        assert_eq!(second.body.matches("<mark>").count(), 30);
    });
}

#[test]
fn what_is_taken_back_stays_in_sight_and_counts_no_more() {
    run(async {
        let entries = vec![
            entry(ago(50), Some("c1"), contact(Side::Me, None)),
            entry(ago(30), Some("c2"), contact(Side::Me, None)),
        ];
        let visit = Visit::with(entries).await;
        let silent = "Two of yours stand without a word";
        assert!(visit.get("/").await.has(silent));
        let seq = visit.get("/journal").await.seq_of("You reached out: a message");
        let path = format!("/journal/entry/{seq}");
        assert!(visit.get(&path).await.has("counts no more: as if it had not been said"));
        assert_eq!(visit.post(&path, &[]).await.location, path);
        assert!(!visit.get("/").await.has(silent));
        assert!(visit.get(&path).await.has("It was taken back, and counts no more."));
        assert!(visit.get("/journal").await.has("class=\"back\""));
        // Taken back once more, nothing more is written.
        let before = visit.export().await.lines().count();
        visit.post(&path, &[]).await;
        assert_eq!(visit.export().await.lines().count(), before);
    });
}

#[test]
fn an_entry_without_a_name_can_be_deleted_and_not_taken_back() {
    run(async {
        let visit = Visit::with(vec![entry(ago(5), None, Event::Note { text: "nameless".into() })]).await;
        let seq = visit.get("/journal").await.seq_of("nameless");
        let path = format!("/journal/entry/{seq}");
        assert!(visit.get(&path).await.has("This one came without a name"));
        assert_eq!(visit.post(&path, &[]).await.status, StatusCode::FORBIDDEN);
        visit.delete("nameless").await;
        assert!(!visit.get("/journal").await.has("nameless"));
    });
}

#[test]
fn what_is_deleted_is_in_no_file_and_in_no_export() {
    run(async {
        let draft = |hours: i64, text: &str| {
            let (id, sort) = ("d1".into(), DraftSort::NeverSend);
            entry(ago(hours), Some("d1"), Event::Draft(Draft { id, sort, text: text.into() }))
        };
        let entries = vec![
            note(50, CANARY),
            draft(40, &format!("{CANARY} first")),
            draft(30, &format!("{CANARY} second")),
            note(20, "this one stays"),
        ];
        let mut visit = Visit::with(entries).await;
        assert_eq!(visit.export().await.matches(CANARY).count(), 3);
        let draft = visit.get("/journal").await.seq_of("second");
        let sure = visit.get(&format!("/journal/entry/{draft}/delete")).await;
        assert!(sure.has("Erasing lifts no limit") && sure.has("It may remain in backups"), "{}", sure.body);
        assert!(sure.has("It was written once more with the same words. Both go."), "{}", sure.body);
        visit.delete("second").await;
        assert_eq!(visit.export().await.matches(CANARY).count(), 1, "the texts of a draft go together");
        visit.delete(CANARY).await;
        assert!(!visit.export().await.contains(CANARY));
        assert!(visit.search(CANARY).await.has("Nothing with these words."));
        assert!(!lies_in(visit.temporary.path(), CANARY));
        visit.post("/lock", &[]).await;
        assert!(!lies_in(visit.temporary.path(), CANARY));
        visit.unlock().await;
        assert!(!visit.export().await.contains(CANARY));
        assert!(visit.get("/journal").await.has("this one stays"));
    });
}

#[test]
fn a_stop_that_is_deleted_still_stops() {
    run(async {
        const STOPPED: &str = "They said stop, or it has to be stop.";
        let visit =
            Visit::with(vec![entry(ago(30), Some("s"), contact(Side::Partner, Some(Tone::Stop)))]).await;
        assert!(visit.get("/settings").await.has(STOPPED));
        let seq = visit.get("/journal").await.seq_of("they said stop");
        assert!(visit.get(&format!("/journal/entry/{seq}/delete")).await.has("That they said stop stays."));
        visit.delete("they said stop").await;
        assert!(visit.get("/settings").await.has(STOPPED));
        let left = visit.get("/journal").await;
        let seq = left.seq_of("That they said stop stays.");
        // What is left cannot be deleted again.
        let path = format!("/journal/entry/{seq}/delete");
        assert_eq!(visit.page("GET", &path, String::new()).await.status, StatusCode::NOT_FOUND);
        assert_eq!(visit.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        assert!(visit.get("/settings").await.has(STOPPED));
    });
}

#[test]
fn an_import_is_one_line_is_taken_back_and_deleted_as_a_whole() {
    run(async {
        let message = |nth: u32| {
            let (channel, kind, length) =
                (Channel::Text, MessageKind::Text, Amount::new(f64::from(nth)).ok());
            let (by, minutes, about, import) = (Side::Partner, None, None, Some("Chat <Anna>".into()));
            let message = Message { by, channel, kind, length, minutes, about, import };
            entry(ago(500 - i64::from(nth)), None, Event::Message(message))
        };
        let visit = Visit::with((0..40).map(message).collect()).await;
        let page = visit.get("/journal").await;
        assert!(page.has("One imported history") && page.has("40 messages, "), "{}", page.body);
        assert!(page.has("Chat &#60;Anna&#62;") && !page.has("An imported message"), "{}", page.body);
        let path = page.body.split("href=\"/journal/import/").nth(1).expect("a link to it");
        let path: String = path.chars().take_while(char::is_ascii_digit).collect();
        let path = format!("/journal/import/{path}");
        assert_eq!(visit.post(&path, &[]).await.location, path);
        assert!(visit.get(&path).await.has("It was taken back, and counts no more."));
        assert_eq!(visit.post(&format!("{path}/delete"), &[]).await.location, "/journal/gone");
        assert!(!visit.export().await.contains("\"event\":\"message\""));
        assert!(!visit.get("/journal").await.has("imported history"));
    });
}

/// A local date and time some hours ago, as a form has it, and its day.
fn form_time(hours: i64) -> (String, String) {
    let local = app::clock::zone().to_datetime(ago(hours).instant);
    (local.strftime("%Y-%m-%dT%H:%M").to_string(), local.date().to_string())
}

#[test]
fn past_days_are_written_into_each_thing_on_its_own_day() {
    run(async {
        let visit = Visit::with(Vec::new()).await;
        let (at, day) = form_time(240);
        let forms: [(&[(&str, &str)], &str); 6] = [
            (&[("kind", "checkin"), ("mood", "4"), ("sleep_hours", "6,5")], "mood 4 of 10 · slept 6.5 hours"),
            (
                &[
                    ("kind", "contact"),
                    ("by", "partner"),
                    ("started", "no"),
                    ("channel", "call"),
                    ("about", "practical"),
                    ("tone", "cold"),
                    ("minutes", "12"),
                ],
                "practical · it sounded cold · 12 minutes",
            ),
            (
                &[("kind", "urge"), ("channel", "visit"), ("strength", "8"), ("acted", "yes")],
                "You reached out: a visit",
            ),
            (
                &[("kind", "met"), ("planned_minutes", "60"), ("minutes", "55")],
                "agreed: 60 minutes · it took 55 minutes",
            ),
            (&[("kind", "work"), ("sort", "reading"), ("title", "A book")], "Work: reading"),
            (&[("kind", "note"), ("text", "A line of mine")], "A line of mine"),
        ];
        for (fields, shown) in forms {
            let fields = [fields, &[("at", &*at)]].concat();
            let answer = visit.post("/journal/write", &fields).await;
            assert_eq!(answer.location, format!("/journal/{day}"), "{shown}: {}", answer.body);
            let page = visit.get(&answer.location).await;
            assert!(page.has(shown), "{shown}: {}", page.body);
            assert!(page.has(&format!("id=\"d{day}\"")));
        }
        assert!(visit.get(&format!("/journal/write/{day}")).await.has(&format!("value=\"{day}T12:00\"")));
    });
}

#[test]
fn nothing_is_written_into_the_future_nor_into_a_year_of_two_digits() {
    run(async {
        let visit = Visit::with(Vec::new()).await;
        let before = visit.export().await;
        for at in [form_time(-2).0.as_str(), "0026-03-01T10:00", "soon", ""] {
            let answer = visit.post("/journal/write", &[("kind", "note"), ("text", "x"), ("at", at)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{at}");
        }
        assert_eq!(visit.export().await, before);
    });
}

#[test]
fn a_past_stop_and_past_words_of_harm_act_at_once() {
    run(async {
        let visit = Visit::with(Vec::new()).await;
        let (at, _) = form_time(48);
        let words = [("kind", "note"), ("text", "I want to kill myself"), ("at", &*at)];
        assert_eq!(visit.post("/journal/write", &words).await.location, "/help");
        let stop = [
            ("kind", "contact"),
            ("by", "partner"),
            ("started", "yes"),
            ("channel", "text"),
            ("about", "personal"),
            ("tone", "stop"),
            ("at", &*at),
        ];
        assert_eq!(visit.post("/journal/write", &stop).await.location, "/");
        assert!(visit.get("/settings").await.has("They said stop"));
        // A tone is the partner's: on one's own contact it counts for nothing.
        let other = Visit::with(Vec::new()).await;
        let mine = stop.map(|(name, value)| (name, if name == "by" { "me" } else { value }));
        assert_ne!(other.post("/journal/write", &mine).await.location, "/");
        assert!(!other.get("/settings").await.has("it has to be stop"));
    });
}

#[test]
fn under_an_order_the_journal_shows_no_words_of_a_draft() {
    run(async {
        let (until, channel) = (None, None);
        let order = Limit { kind: LimitKind::Order, until, channel, how: How::Asked, confirmed: false };
        let (id, sort) = ("d1".into(), DraftSort::Start);
        let draft = Draft { id, sort, text: CANARY.into() };
        let entries = vec![
            entry(ago(30), Some("d1"), Event::Draft(draft)),
            entry(ago(20), Some("o"), Event::Limit(order)),
        ];
        let visit = Visit::with(entries).await;
        let page = visit.get("/journal").await;
        assert!(page.has("There is a court order") && !page.has(CANARY));
        let seq = page.seq_of("A draft, to reach out");
        assert!(!visit.get(&format!("/journal/entry/{seq}")).await.has(CANARY));
        assert!(visit.search(CANARY).await.has("Nothing with these words."));
    });
}

#[test]
fn whoever_is_not_inside_sees_nothing_of_the_journal() {
    run(async {
        let mut visit = Visit::with(vec![note(5, CANARY)]).await;
        visit.ticket = "ticket=none".to_owned();
        let paths = [
            "/journal",
            "/journal/2026-03-05",
            "/journal/entry/1",
            "/journal/entry/1/delete",
            "/journal/write",
        ];
        for path in paths {
            assert_eq!(visit.page("GET", path, String::new()).await.location, "/unlock", "{path}");
        }
        for path in ["/journal/search", "/journal/entry/1", "/journal/entry/1/delete", "/journal/write"] {
            assert_eq!(visit.post(path, &[("words", CANARY)]).await.location, "/unlock", "{path}");
        }
    });
}

/// One event of each kind, imported messages apart, and how the journal tells it.
fn each_kind() -> Vec<(Event, &'static str)> {
    let text = || Box::<str>::from("words");
    let strength = Rating::new(8).expect("in range");
    let urge = Urge { channel: Channel::LookUp, strength, after: None, trigger: None, acted: false };
    let form = Questionnaire::new(Instrument::Phq2, vec![Some(1), None]).expect("two answers");
    let limit = |kind| Limit { kind, until: None, channel: None, how: How::Asked, confirmed: true };
    let on = When::At(ago(0));
    let request = Request { what: What::Meal, minutes: None, days: None, open_ended: true, begins: None };
    let met = Met { planned_minutes: None, minutes: Amount::new(55.0).ok(), ended_by: Some(Side::Me) };
    let (work_sort, tone) = (WorkSort::Reading, Some(Tone::Warm));
    vec![
        (
            Event::Situation(Box::new(Situation { wish: Some(Wish::Unsure), ..Situation::default() })),
            "you are not sure",
        ),
        (Event::Limit(limit(LimitKind::Space)), "They asked for space"),
        (Event::Limit(limit(LimitKind::None)), "A limit has ended"),
        (Event::Fear { of_partner: false }, "You are not afraid of them"),
        (Event::Urge(urge), "An urge to reach out: looking them up"),
        (contact(Side::Partner, tone), "They reached out: a message"),
        (Event::Request(request), "They asked for a meal"),
        (Event::Met(met), "it took 55 minutes · you ended it"),
        (Event::CheckIn(CheckIn::default()), "Check-in"),
        (Event::Questionnaire(form), "The form PHQ-2"),
        (
            Event::Work(Work { sort: work_sort, title: text(), takeaway: None, minutes: None }),
            "Work: reading",
        ),
        (Event::Mention { topic: text() }, "You mentioned your work"),
        (Event::Change(Change { name: text(), if_then: None }), "A change to make"),
        (
            Event::Practice(Practice { kind: PracticeKind::Repaired, change: text(), trigger: None }),
            "Repaired",
        ),
        (Event::HardDate(HardDate { on, name: text(), yearly: true, plan: None }), "A hard date: "),
        (
            Event::Draft(Draft { id: text(), sort: DraftSort::NeverSend, text: text() }),
            "A letter never to be sent",
        ),
        (Event::DraftEnded { id: text(), how: DraftEnd::LetGo }, "You let a draft go"),
        (Event::Need(Need { what: NeedKind::Papers, met: false }), "Missing: papers"),
        (Event::Sign(Sign { toward: SignToward::Ending, text: text() }), "A sign toward ending"),
        (Event::Enough { text: text() }, "What would be enough to stop"),
        (Event::ReviewDate { on }, "To ask again on "),
        (Event::Note { text: text() }, "A note"),
        (
            Event::Appointment(Appointment { on, sort: AppointmentSort::Doctor, title: None }),
            "An appointment with a doctor: ",
        ),
        (Event::Person(Person { name: text(), phone: None, can: None }), "Somebody to turn to"),
        (
            Event::Readiness(Readiness { item: ReadinessItem::WillNotDo, text: text() }),
            "Readiness: what you will not do",
        ),
        (Event::Place(Place { stage: Some(Stage::Parting), learnt: None }), "Your place on the map"),
        (
            Event::Settings(Settings { lock_minutes: Amount::new(5.0).ok(), language: None }),
            "locks after 5 minutes",
        ),
        (Event::Retract { id: "x".into() }, "You took something back"),
        (Event::FalseAlarm { id: "x".into() }, "You marked words as a false alarm"),
        (Event::Erased(Shadow::Fear), "That you were afraid stays."),
    ]
}

#[test]
fn every_kind_of_entry_is_shown_and_has_a_page_of_its_own() {
    run(async {
        let kinds = each_kind();
        let entries = kinds.iter().zip(1..).map(|((event, _), hours)| entry(ago(hours), None, event.clone()));
        let visit = Visit::with(entries.collect()).await;
        let page = visit.get("/journal").await;
        for (event, shown) in kinds {
            let seq = page.seq_of(shown);
            let own = visit.get(&format!("/journal/entry/{seq}")).await;
            let erased = matches!(event, Event::Erased(_));
            assert_eq!(own.has("/delete\""), !erased, "{shown}");
        }
    });
}
