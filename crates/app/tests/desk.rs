//! The desk: what lies open between two requests, when it locks, and what is kept of it.

use app::clock::Clock;
use app::desk::{Desk, Stage, UnlockError};
use journal::seal::Kdf;
use journal::store::Folder;
use method::Event;
use method::event::{About, Amount, Channel, Contact, Settings, Side};

const PHRASE: &str = "eight or more";
const CHAT: &[u8] = include_bytes!("../../../samples/whatsapp-iphone-day-first.txt");

struct Home {
    folder: tempfile::TempDir,
    desk: Desk,
    clock: Clock,
}

impl Home {
    /// The folder of its vault.
    fn vault(&self) -> Folder {
        Folder::at(self.folder.path().join("vault"))
    }
}

fn home() -> Home {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Clock::default();
    let desk = Desk::new(Folder::at(folder.path().join("vault")), clock.clone()).with_kdf(Kdf::CHEAPEST);
    Home { folder, desk, clock }
}

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime").block_on(work)
}

async fn note(desk: &mut Desk, text: &str) {
    let entry = desk.entry(Event::Note { text: text.into() });
    desk.record(vec![entry]).await.expect("recorded");
}

async fn written(desk: &mut Desk) -> String {
    String::from_utf8(desk.export().await.expect("exported")).expect("text")
}

/// A desk with a vault in which one note is kept.
async fn kept() -> Home {
    let mut home = home();
    home.desk.begin().await.expect("begun");
    note(&mut home.desk, "first").await;
    home.desk.keep(PHRASE.to_owned()).await.expect("kept");
    home
}

#[test]
fn what_was_written_before_there_was_a_passphrase_is_kept_with_it() {
    run(async {
        let mut home = home();
        assert_eq!(home.desk.stage(), Stage::New);
        home.desk.begin().await.expect("begun");
        note(&mut home.desk, "before").await;
        home.desk.offer_history(vec![("chat.txt".into(), CHAT.to_vec())]).expect("open");
        home.desk.correct_history(vec!["Robin Birke".into()], Vec::new(), None, None);
        let imported = home.desk.keep_history(false).await.expect("kept").expect("something");
        assert!(!home.desk.has_vault(), "nothing is on the disk yet");
        home.desk.keep(PHRASE.to_owned()).await.expect("kept");
        assert_eq!(home.desk.stage(), Stage::Open);
        home.desk.lock().await;
        home.desk.unlock(PHRASE.to_owned()).await.expect("unlocked");
        let lines = written(&mut home.desk).await;
        assert!(lines.contains("before"));
        assert_eq!(lines.matches("\"event\":\"message\"").count() as u64, imported.added);
    });
}

#[test]
fn a_passphrase_that_is_too_short_keeps_nothing_and_loses_nothing() {
    run(async {
        let mut home = home();
        home.desk.begin().await.expect("begun");
        note(&mut home.desk, "still here").await;
        assert!(home.desk.keep("short".to_owned()).await.is_err());
        assert_eq!((home.desk.stage(), home.desk.has_vault()), (Stage::Unkept, false));
        assert!(written(&mut home.desk).await.contains("still here"));
    });
}

#[test]
fn after_five_wrong_ones_the_right_one_has_to_wait_too() {
    run(async {
        let mut home = kept().await;
        home.desk.lock().await;
        for _ in 0..5 {
            let wrong = home.desk.unlock("not this one".to_owned()).await;
            assert!(matches!(wrong, Err(UnlockError::Wrong)));
        }
        let Err(UnlockError::Wait(then)) = home.desk.unlock(PHRASE.to_owned()).await else {
            panic!("it should wait");
        };
        assert_eq!(then.as_second() - home.desk.now().instant.as_second(), 15);
        home.clock.set_ahead(16);
        home.desk.unlock(PHRASE.to_owned()).await.expect("unlocked");
    });
}

#[test]
fn it_locks_when_it_lay_idle_and_as_soon_as_the_person_said() {
    run(async {
        let mut home = kept().await;
        home.clock.set_ahead(14 * 60);
        assert!(!home.desk.lock_if_idle().await);
        home.clock.set_ahead(15 * 60);
        assert!(home.desk.lock_if_idle().await);
        assert_eq!(home.desk.stage(), Stage::Locked);
        home.desk.unlock(PHRASE.to_owned()).await.expect("unlocked");
        let minutes = Amount::new(2.0).expect("an amount");
        let entry =
            home.desk.entry(Event::Settings(Settings { lock_minutes: Some(minutes), language: None }));
        home.desk.record(vec![entry]).await.expect("recorded");
        home.clock.set_ahead(17 * 60);
        assert!(home.desk.lock_if_idle().await);
    });
}

#[test]
fn what_is_not_kept_yet_is_not_thrown_away_for_lying_idle() {
    run(async {
        let mut home = home();
        home.desk.begin().await.expect("begun");
        note(&mut home.desk, "unkept").await;
        home.clock.set_ahead(24 * 60 * 60);
        assert!(!home.desk.lock_if_idle().await);
        assert!(written(&mut home.desk).await.contains("unkept"));
    });
}

#[test]
fn the_sample_lives_on_its_own_evening_and_leaves_nothing_behind() {
    run(async {
        let mut home = home();
        home.desk.open_sample().await.expect("opened");
        let evening = home.desk.now().instant.as_second() - app::sample::EVENING_SECONDS;
        assert!((0..60).contains(&evening), "{evening} seconds after it");
        let guidance = home.desk.guidance().await.expect("guidance");
        assert!(guidance.request.is_some(), "the sample asks for something");
        note(&mut home.desk, "into the sample").await;
        home.desk.leave_sample().await;
        assert_eq!((home.desk.stage(), home.vault().path().exists()), (Stage::New, false));
    });
}

#[test]
fn a_history_that_is_only_looked_at_leaves_nothing() {
    run(async {
        let mut home = kept().await;
        let before = written(&mut home.desk).await;
        home.desk.offer_history(vec![("chat.txt".into(), CHAT.to_vec())]).expect("open");
        let people =
            home.desk.offered().map(|offer| offer.outcome.as_ref().expect_err("unnamed").people().len());
        assert_eq!(people, Some(2), "who writes in it is told first");
        home.desk.correct_history(vec!["Robin Birke".into()], Vec::new(), None, None);
        assert!(home.desk.offered().is_some_and(|offer| offer.outcome.is_ok()));
        home.desk.drop_history();
        assert!(home.desk.keep_history(false).await.expect("nothing fails").is_none());
        assert_eq!(written(&mut home.desk).await, before);
        home.desk.offer_history(vec![("chat.txt".into(), CHAT.to_vec())]).expect("open");
        home.desk.lock().await;
        assert!(home.desk.offered().is_none(), "a lock lets go of it");
    });
}

#[test]
fn a_history_that_is_kept_shows_its_flow_and_can_be_taken_out() {
    run(async {
        let mut home = kept().await;
        assert!(home.desk.flow("you", "they").is_none());
        home.desk.offer_history(vec![("chat.txt".into(), CHAT.to_vec())]).expect("open");
        home.desk.correct_history(vec!["Robin Birke".into()], Vec::new(), None, None);
        let added = home.desk.keep_history(false).await.expect("kept").expect("something").added;
        let [import] = home.desk.diary().expect("open").imports() else { panic!("one import") };
        let name = import.name.clone().expect("it has a name");
        assert_eq!(import.messages + import.calls, added);
        assert!(home.desk.flow("you", "they").is_some_and(|reading| reading.conversations > 100));
        home.desk.remove_history(&name).await.expect("removed");
        assert!(home.desk.diary().expect("open").imports().is_empty());
        assert!(home.desk.flow("you", "they").is_none());
    });
}

#[test]
fn names_are_asked_once_and_kept_only_if_the_person_wants() {
    run(async {
        let chat = |one: &str, other: &str| {
            let line = |hour: u8, name: &str| format!("[25.03.25, {hour:02}:05:33] {name}: hello\n");
            let text: String =
                (8..20).map(|hour| line(hour, if hour % 2 == 0 { one } else { other })).collect();
            vec![("chat.txt".to_owned(), text.into_bytes())]
        };
        let both = |desk: &Desk| desk.offered().map(|offer| offer.outcome.is_ok());
        let mut home = kept().await;
        for (wanted, is_known) in [(false, false), (true, true)] {
            home.desk.offer_history(chat("Robin", "Kim")).expect("open");
            assert_eq!(both(&home.desk), Some(false), "who is who is asked");
            home.desk.correct_history(vec!["Robin".into()], Vec::new(), None, None);
            home.desk.keep_history(wanted).await.expect("kept").expect("something");
            let written = written(&mut home.desk).await;
            assert_eq!(written.contains("\"event\":\"names\""), is_known);
        }
        home.desk.offer_history(chat("Robin", "Kim")).expect("open");
        assert_eq!(both(&home.desk), Some(true), "and now it is known");
        // The partner under another name is named once more, beside the first.
        home.desk.offer_history(chat("Robin", "K. Berg")).expect("open");
        let names = ["Kim", "K. Berg"].map(str::to_owned).to_vec();
        home.desk.correct_history(vec!["Robin".into()], names, None, None);
        home.desk.keep_history(true).await.expect("kept").expect("something");
        home.desk.offer_history(chat("Robin", "K. Berg")).expect("open");
        assert_eq!(both(&home.desk), Some(true));
    });
}

#[test]
fn a_kept_history_that_ended_long_ago_is_no_silence_until_today() {
    run(async {
        let mut home = kept().await;
        home.desk.offer_history(vec![("chat.txt".into(), CHAT.to_vec())]).expect("open");
        home.desk.correct_history(vec!["Robin Birke".into()], Vec::new(), None, None);
        home.desk.keep_history(false).await.expect("kept").expect("something");
        let alone = home.desk.flow("you", "they").expect("a flow");
        let last = alone.last.timestamp();
        let contact = home.desk.entry(Event::Contact(Contact {
            by: Side::Me,
            started: true,
            channel: Channel::Text,
            about: About::Personal,
            tone: None,
            minutes: None,
        }));
        home.desk.record(vec![contact]).await.expect("recorded");
        let flow = home.desk.flow("you", "they").expect("a flow");
        assert!(flow.last.timestamp() > last, "the contact is in it");
        assert_eq!(flow.changes, alone.changes, "what lies between is no change");
        let (from, to) = (alone.weeks.len(), flow.weeks.len() - 1);
        assert!(to > from + 4 && flow.weeks[from..to].iter().all(|week| week.gap), "but a gap");
    });
}

#[test]
fn a_backup_from_the_desk_is_one_that_restores() {
    run(async {
        let mut home = kept().await;
        let sealed = home.desk.back_up("the backup's own".to_owned()).await.expect("sealed");
        assert!(home.desk.back_up("short".to_owned()).await.is_err());
        let elsewhere = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(elsewhere.path().join("vault"));
        let phrase = journal::secret::Passphrase::new("the backup's own".to_owned());
        let with = journal::backup::With::Passphrase(&phrase);
        let restored = app::vault::restore(&folder, &sealed[..], with, &phrase, || Kdf::CHEAPEST).await;
        assert_eq!(restored.map(|restored| restored.entries).ok(), Some(1));
    });
}

#[test]
fn erasing_everything_leaves_no_vault_and_a_new_beginning() {
    run(async {
        let mut home = kept().await;
        home.desk.erase_everything().await.expect("erased");
        assert_eq!((home.desk.stage(), home.desk.has_vault()), (Stage::New, false));
    });
}

#[test]
fn one_person_may_lie_outside_the_seal_and_goes_with_everything() {
    use app::vault::Outside;
    run(async {
        let mut home = kept().await;
        let ines = Outside { name: "Ines\nGarcia".into(), phone: "+49 30 1".into() };
        home.desk.put_outside(Some(&ines)).expect("written");
        let seen = home.desk.unsealed().person().expect("there");
        assert_eq!((seen.name.as_str(), seen.phone.as_str()), ("Ines Garcia", "+49 30 1"));
        home.desk.put_outside(None).expect("taken in");
        assert_eq!(home.desk.unsealed().person(), None);
        home.desk.put_outside(Some(&ines)).expect("written");
        home.desk.erase_everything().await.expect("erased");
        assert!(!home.vault().person().exists());
    });
}
