//! The journal as a person reads it: in order of the time spoken of; what is taken back is told; imports are summed up.

use app::vault::{Diary, Seq, Target, Vault};
use journal::lines;
use method::{Entry, Event};

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime").block_on(future)
}

fn entry(line: &str) -> Entry {
    lines::parse_line(line.as_bytes()).unwrap_or_else(|error| panic!("{line}: {error}")).0
}

fn note(day: u8, text: &str, id: &str) -> Entry {
    entry(&format!(
        r#"{{"at":"2026-03-{day:02}T08:00:00+01:00","event":"note","text":"{text}","id":"{id}"}}"#
    ))
}

fn message(minute: u8, kind: &str, import: &str) -> String {
    format!(
        r#"{{"at":"2026-01-01T10:{minute:02}:00Z","event":"message","by":"me","channel":"text","kind":"{kind}"{import}}}"#
    ) + "\n"
}

fn now(text: &str) -> jiff::Timestamp {
    text.parse().expect("a time")
}

const NOW: &str = "2026-03-10T12:00:00Z";

fn texts(diary: &Diary<'_>) -> Vec<String> {
    let all = (0..diary.count()).filter_map(|nth| diary.get(nth));
    all.filter_map(|written| match written.entry.event {
        Event::Note { text } => Some(text.into_string()),
        _ => None,
    })
    .collect()
}

#[test]
fn entries_stand_by_the_time_that_they_speak_of() {
    run(async {
        let mut vault = Vault::in_memory().await.expect("made");
        vault
            .record(vec![note(3, "third", "c"), note(1, "first", "a"), note(2, "second", "b")])
            .await
            .expect("recorded");
        let diary = vault.diary(now(NOW));
        assert_eq!(texts(&diary), ["first", "second", "third"]);
        assert_eq!(diary.count_before(now("2026-03-02T07:00:00Z")), 1);
        assert_eq!(diary.find(Seq(1)).expect("there").entry, note(3, "third", "c"));
        assert_eq!(diary.find(Seq(9)), None);
    });
}

#[test]
fn what_is_taken_back_is_told_from_the_retraction_on() {
    run(async {
        let mut vault = Vault::in_memory().await.expect("made");
        let retract = entry(r#"{"at":"2026-03-05T08:00:00+01:00","event":"retract","id":"a"}"#);
        vault.record(vec![note(1, "before", "a"), retract, note(6, "again", "a")]).await.expect("recorded");
        let taken_back = |at: &str| {
            let diary = vault.diary(now(at));
            (0..3).map(|nth| diary.get(nth).expect("there").is_taken_back).collect::<Vec<_>>()
        };
        assert_eq!(taken_back(NOW), [true, false, false]);
        assert_eq!(taken_back("2026-03-04T08:00:00Z"), [false, false, false]);
    });
}

#[test]
fn imports_are_summed_up_and_stand_among_no_entries() {
    run(async {
        let mut vault = Vault::in_memory().await.expect("made");
        let phone = r#","import":"phone""#;
        let mut text: String = (0..30).map(|minute| message(minute, "text", phone)).collect();
        text += &message(40, "call", phone);
        text += &message(45, "reaction", phone);
        text += &message(50, "text", "");
        vault.import(text.as_bytes()).await.expect("imported");
        vault.record(vec![note(1, "own", "a")]).await.expect("recorded");
        let diary = vault.diary(now(NOW));
        assert_eq!(texts(&diary), ["own"]);
        let [phone, nameless] = diary.imports() else { panic!("{:?}", diary.imports()) };
        assert_eq!((phone.name.as_deref(), phone.messages, phone.calls), (Some("phone"), 30, 1));
        assert_eq!((phone.first, phone.last), (now("2026-01-01T10:00:00Z"), now("2026-01-01T10:45:00Z")));
        assert_eq!((nameless.name.as_deref(), nameless.messages), (None, 1));
        let nameless = nameless.places.clone();
        assert!(!diary.is_import_taken_back(&phone.clone()));
        let retract = entry(r#"{"at":"2026-03-05T08:00:00+01:00","event":"retract","id":"phone"}"#);
        vault.record(vec![retract]).await.expect("recorded");
        let diary = vault.diary(now(NOW));
        assert!(diary.is_import_taken_back(&diary.imports()[0]));
        vault.erase(Target::Places(nameless)).await.expect("erased");
        assert_eq!(vault.diary(now(NOW)).imports().len(), 1);
    });
}

#[test]
fn the_other_texts_of_a_draft_and_of_an_urge_belong_to_it() {
    run(async {
        let mut vault = Vault::in_memory().await.expect("made");
        let draft = |hour: u8, text: &str| {
            entry(&format!(
                r#"{{"at":"2026-03-01T{hour:02}:00:00Z","event":"draft","id":"d","sort":"start","text":"{text}"}}"#
            ))
        };
        let urge = |id: &str, after: &str| {
            entry(&format!(
                r#"{{"at":"2026-03-02T08:00:00Z","event":"urge","channel":"call","strength":8{after},"trigger":"a song","acted":false,"id":"{id}"}}"#
            ))
        };
        let retract = entry(r#"{"at":"2026-03-02T08:10:00Z","event":"retract","id":"u1"}"#);
        let entries = vec![
            draft(8, "one"),
            draft(9, "two"),
            urge("u1", ""),
            retract,
            urge("u2", r#","after":3"#),
            note(2, "beside", "n"),
        ];
        vault.record(entries).await.expect("recorded");
        let diary = vault.diary(now(NOW));
        let versions = |seq| diary.versions(Seq(seq)).iter().map(|each| each.seq.0).collect::<Vec<_>>();
        assert_eq!(versions(1), [1, 2]);
        assert_eq!(versions(5), [3, 5]);
        assert_eq!(versions(3), [3, 5]);
        assert_eq!(versions(6), [6]);
    });
}
