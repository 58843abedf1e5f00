//! Every kind of entry has its words, for every value it can hold, and what is hidden stays hidden.

use jiff::tz::Offset;
use method::event::*;
use method::{Moment, Signs, Standing, When, advise};

use super::*;

fn moment() -> Moment {
    Moment { instant: "2026-03-05T20:40:00Z".parse().expect("a time"), offset: Offset::UTC }
}

fn entry(event: Event) -> Entry {
    Entry { at: moment(), id: None, signs: Signs::default(), event }
}

fn read<T>(standing: &Standing, by: impl FnOnce(&Reader<'_>) -> T) -> T {
    let (words, guidance) = (Words::english(), advise(standing, moment()));
    by(&Reader::new(&words, &guidance, &Present::of(standing, moment())))
}

fn told(event: Event) -> String {
    let told = read(&Standing::default(), |reader| reader.told(&entry(event)));
    [told.what.clone(), told.details(), told.own].join(" | ")
}

fn amount(figure: f64) -> Option<Amount> {
    Amount::new(figure).ok()
}

fn limit(kind: LimitKind) -> Limit {
    let (until, channel) = (Some(When::At(moment())), Some(Channel::Call));
    Limit { kind, until, channel, how: How::Blocked, confirmed: true }
}

/// Events that hold no name from a set.
fn plain(text: impl Fn() -> Box<str>) -> Vec<Event> {
    vec![
        Event::Fear { of_partner: true },
        Event::Fear { of_partner: false },
        Event::Mention { topic: text() },
        Event::Change(Change { name: text(), if_then: Some(text()) }),
        Event::HardDate(HardDate { on: When::At(moment()), name: text(), yearly: true, plan: Some(text()) }),
        Event::Enough { text: text() },
        Event::ReviewDate { on: When::At(moment()) },
        Event::Note { text: text() },
        Event::Settings(Settings { lock_minutes: amount(5.0), language: Some("de".into()) }),
        Event::Feed(Feed { secret: Some("k7".into()) }),
        Event::Feed(Feed { secret: None }),
        Event::Names(Names { mine: vec![text()], theirs: vec![text()] }),
        Event::Retract { id: text() },
        Event::FalseAlarm { id: text() },
        Event::Erased(Shadow::Limit(limit(LimitKind::Order))),
        Event::Erased(Shadow::Fear),
        Event::Erased(Shadow::Stop),
        Event::Erased(Shadow::Words(Signs { to_other: true, ..Signs::default() })),
    ]
}

/// One event for each value of each name that an event can hold.
fn everything() -> Vec<Event> {
    let text = || Box::<str>::from("words");
    let rating = Rating::new(3).expect("in range");
    let mut events = plain(text);
    events.extend(PlanPart::ALL.iter().map(|&part| Event::Plan(Plan { part, text: text() })));
    for &exercise in Exercise::ALL {
        events.extend(CalmWord::ALL.iter().map(|&word| Event::Calm(Calm { exercise, word })));
    }
    for &wish in Wish::ALL {
        events.push(Event::Situation(Box::new(Situation {
            wish: Some(wish),
            left_on: Some(When::At(moment())),
            living: Some(if wish == Wish::End { Living::Together } else { Living::Apart }),
            shares: Some(if wish == Wish::End { Vec::new() } else { Share::ALL.to_vec() }),
            zone: jiff::tz::TimeZone::get("Europe/Berlin").ok(),
            country: Some("DE".into()),
            instinct_per_week: PerWeek::new(14.0).ok(),
            widest_gap_days: WidestGap::new(28).ok(),
            day_starts: Some(jiff::civil::time(4, 0, 0, 0)),
        })));
    }
    events.extend(LimitKind::ALL.iter().map(|&kind| Event::Limit(limit(kind))));
    events.extend(Channel::ALL.iter().map(|&channel| {
        Event::Urge(Urge {
            channel,
            strength: rating,
            after: Some(rating),
            trigger: Some(text()),
            acted: true,
        })
    }));
    for (&by, &about) in Side::ALL.iter().flat_map(|by| About::ALL.iter().map(move |about| (by, about))) {
        for (started, tone) in [true, false].into_iter().flat_map(|s| Tone::ALL.iter().map(move |t| (s, *t)))
        {
            let (channel, minutes) = (Channel::Text, amount(1.0));
            events.push(Event::Contact(Contact { by, started, channel, about, tone: Some(tone), minutes }));
        }
        events.push(Event::Met(Met {
            planned_minutes: amount(60.0),
            minutes: amount(1.0),
            ended_by: Some(by),
        }));
        let (kind, channel, import) = (MessageKind::Text, Channel::Text, Some(text()));
        let (length, minutes, about) = (amount(3.0), None, Some(about));
        events.push(Event::Message(Message { by, channel, kind, length, minutes, about, import }));
    }
    events.extend(What::ALL.iter().map(|&what| {
        let (minutes, days, begins) = (amount(60.0), amount(1.0), Some(When::At(moment())));
        Event::Request(Request { what, minutes, days, open_ended: true, begins })
    }));
    for (&ate, yes) in Ate::ALL.iter().zip([true, false, true]) {
        events.push(Event::CheckIn(CheckIn {
            sleep_hours: Hours::new(6.5).ok(),
            to_fall_asleep_minutes: amount(20.0),
            awake_minutes: amount(15.0),
            day_suffered: Some(yes),
            ate: Some(ate),
            moved_minutes: amount(30.0),
            worked: Some(yes),
            people: amount(2.0),
            mood: Some(rating),
            drinks: amount(1.0),
        }));
    }
    for &name in Instrument::ALL {
        for answer in [Some(1), None] {
            let form = Questionnaire::new(name, vec![answer; name.items()]).expect("as many as it has");
            events.push(Event::Questionnaire(form));
        }
    }
    let work = |&sort: &WorkSort| Work { sort, title: text(), takeaway: Some(text()), minutes: amount(50.0) };
    events.extend(WorkSort::ALL.iter().map(|sort| Event::Work(work(sort))));
    let practice = |&kind: &PracticeKind| Practice { kind, change: text(), trigger: Some(text()) };
    events.extend(PracticeKind::ALL.iter().map(|kind| Event::Practice(practice(kind))));
    events.extend(DraftSort::ALL.iter().map(|&sort| Event::Draft(Draft { id: text(), sort, text: text() })));
    events.extend(DraftEnd::ALL.iter().map(|&how| Event::DraftEnded { id: text(), how }));
    events.extend(NeedKind::ALL.iter().map(|&what| Event::Need(Need { what, met: true })));
    events.extend(NeedKind::ALL.iter().map(|&what| Event::Need(Need { what, met: false })));
    events.extend(SignToward::ALL.iter().map(|&toward| Event::Sign(Sign { toward, text: text() })));
    events.extend(
        AppointmentSort::ALL.iter().map(|&sort| {
            Event::Appointment(Appointment { on: When::At(moment()), sort, title: Some(text()) })
        }),
    );
    let person = |&can: &PersonCan| Person { name: text(), phone: Some("0123".into()), can: Some(can) };
    events.extend(PersonCan::ALL.iter().map(|can| Event::Person(person(can))));
    events.extend(ReadinessItem::ALL.iter().map(|&item| Event::Readiness(Readiness { item, text: text() })));
    events.extend(Stage::ALL.iter().map(|&stage| Event::Place(Place { stage: Some(stage), learnt: None })));
    events.extend(Skill::ALL.iter().map(|&skill| Event::Place(Place { stage: None, learnt: Some(skill) })));
    events
}

#[test]
fn every_kind_of_entry_has_its_words_for_every_value() {
    for event in everything() {
        let said = told(event.clone());
        assert!(!said.starts_with(" | "), "{event:?} says nothing");
        // A message that is missing shows its id; a word that is not filled in shows its braces.
        assert!(!said.contains("told-") && !said.contains('{'), "{event:?}: {said}");
    }
}

#[test]
fn every_word_that_a_person_wrote_is_in_what_is_told() {
    for event in everything() {
        let mut texts = Vec::new();
        event.for_each_text(|text| texts.push(text.to_owned()));
        let said = told(event.clone());
        let shown = said.matches("words").count();
        assert!(shown >= texts.len(), "{event:?}: {said}");
    }
}

#[test]
fn a_check_in_is_one_plain_line() {
    let check_in =
        CheckIn { sleep_hours: Hours::new(6.5).ok(), mood: Rating::new(4).ok(), ..CheckIn::default() };
    assert_eq!(told(Event::CheckIn(check_in)), "Check-in | mood 4 of 10 · slept 6.5 hours | ");
}

#[test]
fn a_form_with_an_answer_left_out_has_no_total() {
    let form = |last| Questionnaire::new(Instrument::Phq2, vec![Some(2), last]).expect("two answers");
    assert_eq!(told(Event::Questionnaire(form(Some(1)))), "The form PHQ-2 | the answers add up to 3 | ");
    assert!(told(Event::Questionnaire(form(None))).contains("there is no total"));
}

#[test]
fn under_an_order_the_words_of_drafts_are_neither_shown_nor_found() {
    let (until, channel) = (None, None);
    let order = Limit { kind: LimitKind::Order, until, channel, how: How::Asked, confirmed: false };
    let standing = Standing::replay([entry(Event::Limit(order))]);
    for &sort in DraftSort::ALL {
        let draft = entry(Event::Draft(Draft { id: "d".into(), sort, text: "come back".into() }));
        let sought = Sought::words("come back");
        read(&standing, |reader| {
            assert_eq!(reader.told(&draft).own, "");
            assert!(!reader.has(&draft, &sought));
        });
        read(&Standing::default(), |reader| assert!(reader.has(&draft, &sought)));
    }
}

#[test]
fn what_was_taken_back_is_folded_away_and_found_all_the_same() {
    let (first, second) =
        (entry(Event::Note { text: "one".into() }), entry(Event::Note { text: "two".into() }));
    let all = [(2, &second, false), (1, &first, true)];
    let days = read(&Standing::default(), |reader| reader.days(all));
    let seqs = |rows: &[Row]| rows.iter().map(|row| row.seq).collect::<Vec<_>>();
    assert_eq!((days.len(), seqs(&days[0].rows), seqs(&days[0].back)), (1, vec![2], vec![1]));
    assert_eq!((days[0].date.as_str(), days[0].name.as_str()), ("2026-03-05", "Thursday 5 March"));
    let found = read(&Standing::default(), |reader| reader.found(all, &Sought::words("ONE")));
    assert_eq!(seqs(&found[0].rows), [2, 1]);
    assert!(found[0].rows[1].own[0].is_found);
}

#[test]
fn deleting_what_restrains_says_what_stays() {
    let page = |event| read(&Standing::default(), |reader| reader.entry(&entry(event)));
    assert!(page(Event::Fear { of_partner: true }).leaves.contains("you were afraid stays"));
    assert_eq!(page(Event::Note { text: "calm".into() }).leaves, "");
    assert!(page(Event::Retract { id: "x".into() }).changes.contains("counts again"));
    assert!(page(Event::Limit(limit(LimitKind::None))).changes.contains("stands again"));
    assert!(!page(Event::Retract { id: "x".into() }).may_take_back);
}
