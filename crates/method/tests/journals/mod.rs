//! Journals made by chance, for the properties. They know what may be written, not what follows.

use jiff::Timestamp;
use jiff::tz::Offset;
use method::event::{
    About, Amount, Channel, CheckIn, Contact, Draft, DraftEnd, DraftSort, Event, How, Limit, LimitKind,
    PerWeek, Rating, Request, Share, Side, Situation, Tone, Urge, What, Wish,
};
use method::{Entry, Moment, Signs, When};
use proptest::prelude::*;
use proptest::sample::select;

/// Hours of a day.
pub(crate) const DAY: i64 = 24;
/// 2026-01-01T00:00:00Z.
const FIRST_SECOND: i64 = 1_767_225_600;

/// The instant so many hours after the first.
pub(crate) fn at(hours: i64) -> Timestamp {
    Timestamp::from_second(FIRST_SECOND + hours * 3600).expect("within the calendar")
}

pub(crate) fn entry(event: Event, hours: i64) -> Entry {
    entry_at(hours, event)
}

pub(crate) fn entry_at(hours: i64, event: Event) -> Entry {
    let at = Moment { instant: at(hours), offset: Offset::UTC };
    Entry { at, id: None, signs: Signs::default(), event }
}

pub(crate) fn named(id: &str, mut entry: Entry) -> Entry {
    entry.id = Some(id.into());
    entry
}

pub(crate) fn contact(by: Side, started: bool, channel: Channel, about: About, tone: Option<Tone>) -> Event {
    Event::Contact(Contact { by, started, channel, about, tone, minutes: None })
}

pub(crate) fn start(hours: i64) -> Entry {
    entry_at(hours, contact(Side::Me, true, Channel::Text, About::Personal, None))
}

fn any_contact(tones: &'static [Option<Tone>]) -> impl Strategy<Value = Event> {
    let channel = select(Channel::ALL).prop_filter("a contact", |channel| channel.is_contact());
    (select(Side::ALL), any::<bool>(), channel, select(About::ALL), select(tones))
        .prop_map(|(by, started, channel, about, tone)| contact(by, started, channel, about, tone))
}

pub(crate) fn limit() -> impl Strategy<Value = Limit> {
    let until = proptest::option::weighted(0.3, 0_i64..80 * DAY);
    let channel = proptest::option::weighted(0.3, select(Channel::ALL));
    (select(LimitKind::ALL), until, channel, select(How::ALL), any::<bool>()).prop_map(
        |(kind, until, channel, how, confirmed)| {
            let until = until.map(|hours| When::At(Moment { instant: at(hours), offset: Offset::UTC }));
            Limit { kind, until, channel, how, confirmed }
        },
    )
}

fn draft() -> impl Strategy<Value = Event> {
    (select(&["a", "b", "c"][..]), select(DraftSort::ALL))
        .prop_map(|(id, sort)| Event::Draft(Draft { id: id.into(), sort, text: "words".into() }))
}

fn draft_ended() -> impl Strategy<Value = Event> {
    (select(&["a", "b", "c"][..]), select(DraftEnd::ALL))
        .prop_map(|(id, how)| Event::DraftEnded { id: id.into(), how })
}

fn situation() -> impl Strategy<Value = Event> {
    let wish = proptest::option::of(select(Wish::ALL));
    let shares = proptest::option::of(any::<bool>());
    (wish, shares).prop_map(|(wish, shares)| {
        Event::Situation(Box::new(Situation {
            wish,
            shares: shares.map(|home| if home { vec![Share::Home] } else { Vec::new() }),
            ..Situation::default()
        }))
    })
}

fn request() -> impl Strategy<Value = Event> {
    let amount = |figure: u32| Amount::new(f64::from(figure)).expect("0 or more");
    (select(What::ALL), proptest::option::of(0_u32..600), any::<bool>()).prop_map(
        move |(what, minutes, open_ended)| {
            Event::Request(Request {
                what,
                minutes: minutes.map(amount),
                days: None,
                open_ended,
                begins: None,
            })
        },
    )
}

fn urge() -> impl Strategy<Value = Event> {
    (select(Channel::ALL), 0_u8..=10, any::<bool>()).prop_map(|(channel, strength, acted)| {
        let strength = Rating::new(strength).expect("0 to 10");
        Event::Urge(Urge { channel, strength, after: None, trigger: None, acted })
    })
}

const ANY_TONE: &[Option<Tone>] =
    &[None, Some(Tone::Warm), Some(Tone::Neutral), Some(Tone::Cold), Some(Tone::Stop)];
const QUIET_TONES: &[Option<Tone>] = &[None, Some(Tone::Warm), Some(Tone::Cold)];

fn whenever(event: impl Strategy<Value = Event>) -> impl Strategy<Value = Entry> {
    (0..60 * DAY, event).prop_map(|(hours, event)| entry_at(hours, event))
}

/// Any journal of sixty days, in any order of its lines.
pub(crate) fn journal() -> impl Strategy<Value = Vec<Entry>> {
    let event = prop_oneof![
        4 => any_contact(ANY_TONE),
        2 => limit().prop_map(Event::Limit),
        1 => any::<bool>().prop_map(|of_partner| Event::Fear { of_partner }),
        2 => draft(),
        1 => draft_ended(),
        1 => situation(),
        1 => request(),
        1 => urge(),
        1 => Just(Event::CheckIn(CheckIn::default())),
    ];
    let signs = (any::<bool>(), any::<bool>()).prop_map(|(to_other, afraid)| Signs {
        to_other: to_other && afraid,
        afraid,
        ..Signs::default()
    });
    let entry = (whenever(event), proptest::option::weighted(0.05, signs)).prop_map(|(mut entry, signs)| {
        entry.signs = signs.unwrap_or_default();
        entry
    });
    proptest::collection::vec(entry, 0..40)
}

/// A journal without limits and with a declared instinct, so that contact alone moves the clock: what is measured
/// from starts and urges counts a start twice, once as contact and once as instinct, and a gap measured at the end of
/// its two weeks may be wider than the one that stood in for it (SPACE-7; the more cautious reading).
pub(crate) fn quiet_journal() -> impl Strategy<Value = Vec<Entry>> {
    let declared = (1_u32..30).prop_map(|times| {
        let instinct = PerWeek::new(f64::from(times)).expect("0 or more");
        let situation = Situation { instinct_per_week: Some(instinct), ..Situation::default() };
        entry_at(0, Event::Situation(Box::new(situation)))
    });
    let contacts = proptest::collection::vec(whenever(any_contact(QUIET_TONES)), 0..20);
    (declared, contacts).prop_map(|(declared, mut contacts)| {
        contacts.insert(0, declared);
        contacts
    })
}
