//! Accounts, sessions and limits over a real database, as several nodes see them.

use std::net::{IpAddr, Ipv4Addr};

use app::clock::Clock;
use app::vault::{Kdf, Vault};
use hosted::{Admitted, Database, EnterError, Limits, ServerKey, Service, SignInError, SignUp, SignUpError};
use journal::secret::Passphrase;

const KEY: &str = "names AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\
                   seal AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";
const OTHER: &str = "names ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=\n\
                     seal ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=\n";
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7));
const CANARY: &str = "the canary sang in the mine at four";
const WORDS: &str = "a passphrase of mine";

fn limits() -> Limits {
    Limits { kdf: Kdf::CHEAPEST, ..Limits::default() }
}

fn node(address: &str, key: &str, clock: &Clock, limits: Limits) -> Service {
    let database = Database::at(address, 4).expect("an address");
    let key = ServerKey::of(key).unwrap_or_else(|error| panic!("{error}"));
    Service::new(database, key, clock.clone(), limits)
}

/// A service that lets everybody sign up, and where its database is.
async fn service(limits: Limits) -> (Service, String, Clock) {
    let address = testbed::shared().database();
    let clock = Clock::default();
    let service = node(&address, KEY, &clock, limits);
    service.database().bring_up().await.expect("tables");
    service.set_sign_up(SignUp::Open).await.expect("said");
    (service, address, clock)
}

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

async fn sign_up(service: &Service, name: &str) -> (Admitted, String) {
    let made = service.sign_up(name.to_owned(), phrase(WORDS), String::new(), HERE).await;
    let (admitted, code) = made.unwrap_or_else(|error| panic!("{error}"));
    (admitted, code.shown().to_string())
}

/// Writes a note; whether it was taken.
async fn writes(vault: &mut Vault, text: &str) -> bool {
    let line = format!("{{\"at\":\"2026-03-05T20:00:00Z\",\"event\":\"note\",\"text\":\"{text}\"}}\n");
    let mut entries = Vec::new();
    journal::lines::read(line.as_bytes(), |entry| entries.push(entry)).expect("a line");
    vault.record(entries).await.is_ok()
}

async fn note(vault: &mut Vault, text: &str) {
    assert!(writes(vault, text).await, "recorded");
}

fn cookie(admitted: &Admitted, service: &Service) -> String {
    admitted.session.seal(service.key()).expect("randomness")
}

fn ended(entered: &Result<Admitted, EnterError>) -> bool {
    matches!(entered, Err(EnterError::Ended))
}

#[tokio::test]
async fn who_signs_up_on_one_node_goes_on_at_another() {
    let (one, address, clock) = service(limits()).await;
    let two = node(&address, KEY, &clock, limits());
    let (mut admitted, _) = sign_up(&one, "Quiet-Lamp").await;
    note(&mut admitted.vault, CANARY).await;
    let session = cookie(&admitted, &one);
    one.put_back(&admitted.session, admitted.vault).await;
    let mut there = two.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(there.vault.count(), 1);
    note(&mut there.vault, "more").await;
    two.put_back(&there.session, there.vault).await;
    let back = one.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(back.vault.count(), 2, "what the other node wrote is read before the open vault is used");
    let again = two.sign_in(" quiet-lamp ".into(), phrase(WORDS), HERE).await;
    assert_eq!(again.map(|admitted| admitted.vault.count()).ok(), Some(2));
}

#[tokio::test]
async fn a_dump_of_the_database_opens_nothing_and_names_nobody() {
    let (service, address, _) = service(limits()).await;
    let (mut admitted, code) = sign_up(&service, "margarete-of-old").await;
    note(&mut admitted.vault, CANARY).await;
    admitted.vault.keep_snapshot(true).await.expect("kept");
    let session = cookie(&admitted, &service);
    let dump = testbed::shared().dump(&address);
    assert!(dump.contains("COPY public.record"), "the dump holds the tables");
    for secret in [CANARY, "margarete", WORDS, &code, &session] {
        assert!(!dump.contains(secret), "{secret}");
        assert!(!dump.contains(&testbed::hex(secret)), "{secret} as hex");
    }
    assert!(!dump.contains(&testbed::hex(admitted.vault.key().bytes())), "the key of the vault");
}

#[tokio::test]
async fn a_stolen_cookie_opens_nothing_without_the_servers_key_and_nothing_once_its_owner_left() {
    let (service, address, clock) = service(limits()).await;
    let (admitted, _) = sign_up(&service, "hazel").await;
    let session = cookie(&admitted, &service);
    let thief = node(&address, OTHER, &clock, limits());
    assert!(ended(&thief.enter(&session).await), "another server's key");
    assert!(service.enter(&session).await.is_ok());
    service.sign_out(admitted.session.owner).await.expect("out");
    assert!(ended(&service.enter(&session).await), "after signing out");
    let elsewhere = node(&address, KEY, &clock, limits());
    assert!(ended(&elsewhere.enter(&session).await), "on every node");
}

#[tokio::test]
async fn a_session_ends_by_itself_without_a_sign_of_the_person() {
    let (service, _, clock) = service(limits()).await;
    let (admitted, _) = sign_up(&service, "linen").await;
    let session = cookie(&admitted, &service);
    clock.set_ahead(14 * 60);
    assert!(service.enter(&session).await.is_ok());
    clock.set_ahead(16 * 60);
    assert!(ended(&service.enter(&session).await));
}

#[tokio::test]
async fn a_new_passphrase_ends_every_other_session_and_the_code_opens_once_more() {
    let (service, _, _) = service(limits()).await;
    let (admitted, code) = sign_up(&service, "harbour").await;
    let before = cookie(&admitted, &service);
    let back = service.recover("harbour".into(), &code, phrase("another of mine"), HERE).await;
    let back = back.unwrap_or_else(|error| panic!("{error}"));
    assert!(ended(&service.enter(&before).await), "the session from before");
    let session = cookie(&back, &service);
    assert!(service.enter(&session).await.is_ok());
    let (back, changed) = service.change_passphrase(back, phrase(WORDS), phrase("a third of mine")).await;
    assert!(matches!(changed, Err(SignInError::Wrong)), "one needs the passphrase of today");
    let today = phrase("another of mine");
    let (_, changed) = service.change_passphrase(back, today, phrase("a third of mine")).await;
    assert!(changed.is_ok() && ended(&service.enter(&session).await));
    for (tried, opens) in [(WORDS, false), ("another of mine", false), ("a third of mine", true)] {
        assert_eq!(service.sign_in("harbour".into(), phrase(tried), HERE).await.is_ok(), opens, "{tried}");
    }
}

#[tokio::test]
async fn wrong_passphrases_cost_time_on_all_nodes_together_and_the_right_one_forgets_them() {
    let (one, address, clock) = service(limits()).await;
    let two = node(&address, KEY, &clock, limits());
    sign_up(&one, "orchard").await;
    for tried in 0..6 {
        let node = if tried % 2 == 0 { &one } else { &two };
        let wrong = node.sign_in("orchard".into(), phrase("guessing at it"), HERE).await;
        assert!(matches!(wrong, Err(SignInError::Wrong)), "{tried}");
    }
    for node in [&one, &two] {
        let right = node.sign_in("orchard".into(), phrase(WORDS), HERE).await;
        assert!(matches!(right, Err(SignInError::Wait(_))));
    }
    clock.set_ahead(16);
    assert!(two.sign_in("orchard".into(), phrase(WORDS), HERE).await.is_ok());
    let wrong = one.sign_in("orchard".into(), phrase("guessing at it"), HERE).await;
    assert!(matches!(wrong, Err(SignInError::Wrong)));
    assert!(one.sign_in("orchard".into(), phrase(WORDS), HERE).await.is_ok());
}

#[tokio::test]
async fn one_who_tries_many_names_waits_and_others_do_not() {
    let (service, _, _) = service(limits()).await;
    sign_up(&service, "meadow").await;
    let thief = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 1));
    for tried in 0..31 {
        let wrong = service.sign_in(format!("guess-{tried}"), phrase(WORDS), thief).await;
        assert!(matches!(wrong, Err(SignInError::Wrong)), "{tried}");
    }
    let waits = service.sign_in("meadow".into(), phrase(WORDS), thief).await;
    assert!(matches!(waits, Err(SignInError::Wait(_))));
    assert!(service.sign_in("meadow".into(), phrase(WORDS), HERE).await.is_ok());
}

#[tokio::test]
async fn an_invitation_lets_one_person_in_once_and_a_closed_house_nobody() {
    let (service, _, clock) = service(limits()).await;
    service.set_sign_up(SignUp::Invited).await.expect("said");
    let invite = async || service.invite(7).await.expect("invited").expect("randomness");
    let try_with = async |name: &str, code: &str| {
        service.sign_up(name.to_owned(), phrase(WORDS), code.to_owned(), HERE).await.map(drop)
    };
    assert!(matches!(try_with("first", "").await, Err(SignUpError::Invitation)));
    let code = invite().await;
    assert!(try_with("first", &format!(" {code} ")).await.is_ok());
    assert!(matches!(try_with("second", &code).await, Err(SignUpError::Invitation)), "used");
    let late = invite().await;
    clock.set_ahead(8 * 24 * 60 * 60);
    assert!(matches!(try_with("second", &late).await, Err(SignUpError::Invitation)), "over");
    service.set_sign_up(SignUp::Closed).await.expect("said");
    let code = invite().await;
    assert!(matches!(try_with("second", &code).await, Err(SignUpError::Closed)));
}

#[tokio::test]
async fn a_name_is_given_once_however_it_is_written() {
    let (service, address, _) = service(limits()).await;
    sign_up(&service, "Stone-Well").await;
    let again = service.sign_up("STONE-well".into(), phrase(WORDS), String::new(), HERE).await;
    assert!(matches!(again, Err(SignUpError::Taken)));
    let (one, two) = tokio::join!(
        service.sign_up("twice".into(), phrase(WORDS), String::new(), HERE),
        service.sign_up("twice".into(), phrase(WORDS), String::new(), HERE)
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1, "one of two at once");
    let count = testbed::shared().ask(&address, "SELECT count(*) FROM head");
    assert_eq!(count.as_deref(), Some("2"), "no vault is left of the one who came late");
}

#[tokio::test]
async fn a_removed_person_leaves_nothing_and_others_keep_theirs() {
    let (service, address, _) = service(limits()).await;
    let (mut gone, _) = sign_up(&service, "gone-tomorrow").await;
    let (mut stays, _) = sign_up(&service, "stays").await;
    note(&mut gone.vault, CANARY).await;
    note(&mut stays.vault, "mine").await;
    let (session, stays) = (cookie(&gone, &service), cookie(&stays, &service));
    service.remove(gone.session.owner).await.expect("removed");
    assert!(ended(&service.enter(&session).await));
    assert!(matches!(
        service.sign_in("gone-tomorrow".into(), phrase(WORDS), HERE).await,
        Err(SignInError::Wrong)
    ));
    let ask = |table: &str| {
        let statement = format!("SELECT count(*) FROM {table} WHERE owner = {}", gone.session.owner.0);
        testbed::shared().ask(&address, &statement)
    };
    for table in ["header", "head", "record", "snapshot", "account", "tenant"] {
        assert_eq!(ask(table).as_deref(), Some("0"), "{table}");
    }
    assert_eq!(service.enter(&stays).await.map(|admitted| admitted.vault.count()).ok(), Some(1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn people_who_write_at_once_do_not_hinder_each_other() {
    let (service, _, _) = service(limits()).await;
    let mut writing = Vec::new();
    for nth in 0..8 {
        let (mut admitted, _) = sign_up(&service, &format!("writer-{nth}")).await;
        writing.push(tokio::spawn(async move {
            for _ in 0..50 {
                note(&mut admitted.vault, "one of many").await;
            }
            admitted.vault.count()
        }));
    }
    for written in writing {
        assert_eq!(written.await.expect("each is acknowledged"), 50);
    }
}

#[tokio::test]
async fn one_who_writes_at_two_nodes_at_once_finds_all_of_it_at_both() {
    let (one, address, clock) = service(limits()).await;
    let two = node(&address, KEY, &clock, limits());
    let (admitted, _) = sign_up(&one, "two-handed").await;
    let session = cookie(&admitted, &one);
    one.put_back(&admitted.session, admitted.vault).await;
    let writes = async |node: &Service| {
        for _ in 0..20 {
            let mut here = node.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
            note(&mut here.vault, "mine").await;
            node.put_back(&here.session, here.vault).await;
        }
    };
    tokio::join!(writes(&one), writes(&two));
    for node in [&one, &two] {
        let mut back = node.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(back.vault.count(), 40);
        assert!(back.vault.faults().is_empty() && back.vault.verify().await.expect("read").is_empty());
    }
}

#[tokio::test]
async fn a_full_vault_takes_no_more_and_keeps_what_it_has() {
    let (service, _, _) = service(Limits { most_bytes: 10_000, ..limits() }).await;
    let (mut admitted, _) = sign_up(&service, "kettle").await;
    note(&mut admitted.vault, &"a".repeat(6_000)).await;
    assert!(!writes(&mut admitted.vault, &"b".repeat(6_000)).await);
    assert_eq!(admitted.vault.count(), 1);
    let session = cookie(&admitted, &service);
    service.put_back(&admitted.session, admitted.vault).await;
    let mut back = service.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
    note(&mut back.vault, "a short one still fits").await;
}

#[tokio::test]
async fn tables_are_made_once_however_many_nodes_start_at_once() {
    let address = testbed::shared().database();
    let clock = Clock::default();
    let nodes: Vec<Service> = (0..4).map(|_| node(&address, KEY, &clock, limits())).collect();
    let (a, b, c, d) = tokio::join!(
        nodes[0].database().bring_up(),
        nodes[1].database().bring_up(),
        nodes[2].database().bring_up(),
        nodes[3].database().bring_up()
    );
    assert!([a, b, c, d].iter().all(Result::is_ok));
    assert!(nodes[0].database().is_ready().await.expect("it answers"));
}

#[tokio::test]
async fn a_node_that_knows_too_little_says_so_and_touches_nothing() {
    let (service, address, _) = service(limits()).await;
    let newer = "INSERT INTO step (version, oldest) VALUES (99, 90)";
    assert!(testbed::shared().ask(&address, newer).is_some());
    let refused = service.database().bring_up().await;
    assert_eq!(
        refused.expect_err("too old").to_string(),
        "the database needs a program that knows step 90 of its tables"
    );
    let beside = "UPDATE step SET oldest = 1 WHERE version = 99";
    assert!(testbed::shared().ask(&address, beside).is_some());
    assert!(service.database().bring_up().await.is_ok(), "it serves on beside what only adds");
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_database_falls_and_comes_back() {
    let cluster = testbed::Cluster::start();
    let service = node(&cluster.database(), KEY, &Clock::default(), limits());
    service.database().bring_up().await.expect("tables");
    service.set_sign_up(SignUp::Open).await.expect("said");
    let (mut admitted, _) = sign_up(&service, "anchor").await;
    let session = cookie(&admitted, &service);
    for _ in 0..5 {
        note(&mut admitted.vault, "kept").await;
    }
    cluster.kill();
    let away = service.enter(&session).await.map(drop);
    assert!(away.is_err() && !ended_so(&away), "away, and not signed out: {away:?}");
    cluster.start_again();
    let mut back = service.enter(&session).await;
    // It is back when it answers, which is a moment after it was started.
    for _ in 0..200 {
        if back.is_ok() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        back = service.enter(&session).await;
    }
    assert_eq!(back.unwrap_or_else(|error| panic!("{error}")).vault.count(), 5);
}

fn ended_so(entered: &Result<(), EnterError>) -> bool {
    matches!(entered, Err(EnterError::Ended))
}

#[tokio::test]
async fn what_another_node_wrote_during_an_export_is_not_lost_from_sight() {
    let (one, address, clock) = service(limits()).await;
    let two = node(&address, KEY, &clock, limits());
    let (admitted, _) = sign_up(&one, "lantern").await;
    let session = cookie(&admitted, &one);
    let mut here = one.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
    let mut there = two.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
    note(&mut there.vault, "told to stop").await;
    two.put_back(&there.session, there.vault).await;
    // An export looks at the journal's end, and hands nothing of it to the standing.
    let exported = here.vault.export(&mut Vec::new()).await;
    assert!(exported.is_ok());
    one.put_back(&here.session, here.vault).await;
    let mut again = one.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(again.vault.standing().entries(), 1, "it counts");
    for _ in 0..20 {
        note(&mut again.vault, "more").await;
    }
    one.put_back(&again.session, again.vault).await;
    let fresh = two.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(fresh.vault.standing().entries(), 21, "and no snapshot was kept without it");
}

#[tokio::test]
async fn a_vault_that_was_open_before_a_new_passphrase_does_not_bring_the_old_one_back() {
    let (one, address, clock) = service(limits()).await;
    let two = node(&address, KEY, &clock, limits());
    let (admitted, code) = sign_up(&one, "ledger").await;
    let session = cookie(&admitted, &one);
    // Left open at the first node, with the header of before.
    one.put_back(&admitted.session, admitted.vault).await;
    let mut late = one.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
    let back = two.recover("ledger".into(), &code, phrase("another of mine"), HERE).await;
    let back = back.unwrap_or_else(|error| panic!("{error}"));
    // A request that was under way writes its header late.
    let typed = journal::secret::RecoveryCode::typed(&code).expect("a code");
    assert!(late.vault.confirm_recovery(&typed).await.is_err(), "it sees that there is another");
    one.put_back(&late.session, late.vault).await;
    let session = cookie(&back, &two);
    let entered = one.enter(&session).await.unwrap_or_else(|error| panic!("{error}"));
    assert!(entered.vault.opens_with(&phrase("another of mine")));
    assert!(one.sign_in("ledger".into(), phrase(WORDS), HERE).await.is_err());
    assert!(one.sign_in("ledger".into(), phrase("another of mine"), HERE).await.is_ok());
}

#[tokio::test]
async fn many_guesses_at_once_are_counted_before_they_are_made_and_the_code_still_opens() {
    let (service, _, _) = service(limits()).await;
    let (_, code) = sign_up(&service, "pebble").await;
    let guesses = (0..24).map(|_| service.sign_in("pebble".into(), phrase("guessing at it"), HERE));
    let mut tried = 0;
    for guess in futures_all(guesses.collect()).await {
        tried += usize::from(matches!(guess, Err(SignInError::Wrong)));
    }
    assert!((1..=7).contains(&tried), "{tried} of 24 were looked at");
    let back = service.recover("pebble".into(), &code, phrase("another of mine"), HERE).await;
    assert!(back.is_ok(), "nobody is kept from their own code");
}

/// All of them at once.
async fn futures_all<T>(futures: Vec<impl Future<Output = T>>) -> Vec<T> {
    let mut pending: Vec<_> = futures.into_iter().map(Box::pin).collect();
    let mut done = Vec::new();
    std::future::poll_fn(|context| {
        let mut at = 0;
        while at < pending.len() {
            match pending[at].as_mut().poll(context) {
                std::task::Poll::Ready(value) => {
                    done.push(value);
                    drop(pending.swap_remove(at));
                }
                std::task::Poll::Pending => at += 1,
            }
        }
        if pending.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done
}
