//! What must hold for every journal, not only for those somebody thought of.

mod journals;

use jiff::SignedDuration;
use jiff::civil::date;
use jiff::tz::{Offset, TimeZone};
use journals::{DAY, at, contact, entry, entry_at, journal, named, quiet_journal, start};
use method::event::{
    About, Amount, Channel, Contact, Event, How, Limit, LimitKind, Request, Share, Side, Situation, Tone,
    What,
};
use method::half::request::Say;
use method::space::draft::Release;
use method::space::reply::Replying;
use method::{Entry, Guidance, Id, Moment, Opening, Standing, When, advise};
use proptest::prelude::*;

fn now(hours: i64) -> Moment {
    Moment { instant: at(hours), offset: Offset::UTC }
}

fn guidance(entries: &[Entry], hours: i64) -> Guidance {
    advise(&Standing::replay(entries.iter().cloned()), now(hours))
}

/// How late an opening is; the later, the more cautious.
fn lateness(opening: Opening, now: Moment) -> (u8, Option<jiff::Timestamp>) {
    match opening {
        Opening::Open => (0, Some(now.instant)),
        Opening::Wait(then) => (1, then),
        Opening::Never => (2, None),
    }
}

fn is_no_bolder(after: &Guidance, before: &Guidance) -> bool {
    let now = before.now;
    lateness(after.start.verdict, now) >= lateness(before.start.verdict, now)
        && lateness(after.gift.verdict, now) >= lateness(before.gift.verdict, now)
        && after.reply.verdict >= before.reply.verdict
}

const LAST: i64 = 60 * DAY;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_prefix_replayed_and_then_the_rest_is_the_whole(entries in journal(), cut in 0_usize..40) {
        let whole = Standing::replay(entries.iter().cloned());
        let cut = cut.min(entries.len());
        let prefix = Standing::replay(entries[..cut].iter().cloned());
        let resumed = entries[cut..].iter().cloned().fold(prefix, Standing::after);
        prop_assert_eq!(resumed, whole);
    }

    #[test]
    fn entries_are_replayed_by_their_time_and_not_by_their_place_in_the_file(entries in journal()) {
        let mut sorted = entries.clone();
        sorted.sort_by_key(Entry::instant);
        let mut apart: Vec<_> = entries.iter().map(Entry::instant).collect();
        apart.sort();
        apart.dedup();
        prop_assume!(apart.len() == entries.len());
        prop_assert_eq!(told(&guidance(&entries, LAST)), told(&guidance(&sorted, LAST)));
    }

    #[test]
    fn what_happens_after_now_is_not_seen(entries in journal(), hours in 0_i64..LAST) {
        let seen: Vec<Entry> = entries.iter().filter(|entry| entry.instant() <= at(hours)).cloned().collect();
        prop_assert_eq!(told(&guidance(&entries, hours)), told(&guidance(&seen, hours)));
    }

    #[test]
    fn my_contact_never_brings_an_opening_nearer(
        entries in quiet_journal(),
        hours in 0_i64..LAST,
        started in any::<bool>(),
        gift in any::<bool>(),
    ) {
        let channel = if gift { Channel::Gift } else { Channel::Text };
        let before = guidance(&entries, LAST);
        let mut more = entries;
        more.push(entry_at(hours, contact(Side::Me, started, channel, About::Personal, None)));
        let after = guidance(&more, LAST);
        prop_assert!(lateness(after.start.verdict, before.now) >= lateness(before.start.verdict, before.now));
        prop_assert!(lateness(after.gift.verdict, before.now) >= lateness(before.gift.verdict, before.now));
    }

    #[test]
    fn practical_contact_moves_nothing(entries in quiet_journal(), hours in 0_i64..LAST, mine in any::<bool>()) {
        let before = guidance(&entries, LAST);
        let mut more = entries;
        let by = if mine { Side::Me } else { Side::Partner };
        more.push(entry_at(hours, contact(by, true, Channel::Text, About::Practical, None)));
        let after = guidance(&more, LAST);
        prop_assert_eq!(after.start, before.start);
        prop_assert_eq!(after.gap_days, before.gap_days);
    }

    #[test]
    fn a_limit_never_loosens_a_verdict(entries in journal(), limit in journals::limit()) {
        prop_assume!(limit.kind != LimitKind::None);
        let before = guidance(&entries, LAST);
        let mut limited = entries;
        limited.push(entry_at(LAST, Event::Limit(limit)));
        let after = guidance(&limited, LAST);
        prop_assert!(is_no_bolder(&after, &before), "{:?} then {:?}", before.start, after.start);
    }

    #[test]
    fn no_order_of_events_allows_what_an_order_forbids(entries in journal(), hours in 0_i64..LAST) {
        let mut ordered: Vec<Entry> = entries.into_iter().filter(|entry| !lifts(entry)).collect();
        ordered.push(entry_at(hours, Event::Limit(plain_limit(LimitKind::Order))));
        let guidance = guidance(&ordered, LAST);
        prop_assert_eq!(guidance.start.verdict, Opening::Never);
        prop_assert_eq!(guidance.gift.verdict, Opening::Never);
        prop_assert_eq!(guidance.reply.verdict, Replying::Never);
        prop_assert!(guidance.drafts.iter().all(|held| held.release == Release::Never));
        prop_assert!(guidance.request.is_none_or(|answer| answer.request.what == What::Boundary));
        prop_assert!(!guidance.mention.allowed);
    }

    #[test]
    fn a_stop_without_a_confirmation_ends_by_nothing(entries in journal(), hours in 0_i64..LAST) {
        let mut stopped: Vec<Entry> = entries.into_iter().filter(|entry| !lifts(entry)).collect();
        stopped.push(entry_at(hours, contact(Side::Partner, true, Channel::Text, About::Personal, Some(Tone::Stop))));
        let guidance = guidance(&stopped, LAST);
        prop_assert_eq!(guidance.start.verdict, Opening::Never);
        prop_assert!(guidance.limits.contains(&Id::Safe2));
        prop_assert!(guidance.reply.verdict >= Replying::PracticalOnly);
    }

    #[test]
    fn a_stop_without_a_start_of_theirs_ends_by_nothing(entries in journal()) {
        let mut stopped: Vec<Entry> = entries.into_iter().filter(|entry| !is_partners_start(entry)).collect();
        stopped.push(entry_at(0, Event::Limit(plain_limit(LimitKind::ToldToStop))));
        prop_assert!(guidance(&stopped, LAST).limits.contains(&Id::Safe2));
    }

    #[test]
    fn taking_back_a_limit_lifts_nothing(entries in journal(), limit in journals::limit(), hours in 0_i64..LAST) {
        prop_assume!(limit.kind != LimitKind::None);
        let mut limited = entries;
        limited.push(named("the-limit", entry_at(hours, Event::Limit(limit))));
        let before = guidance(&limited, LAST);
        limited.push(entry_at(LAST, Event::Retract { id: "the-limit".into() }));
        let after = guidance(&limited, LAST);
        prop_assert_eq!(after.limits, before.limits);
        prop_assert_eq!(after.closed_channels, before.closed_channels);
        prop_assert_eq!(after.reply, before.reply);
    }

    #[test]
    fn what_is_taken_back_is_as_never_said(entries in journal(), hours in 1_i64..LAST, mine in any::<bool>()) {
        let by = if mine { Side::Me } else { Side::Partner };
        let said = named("said", entry_at(hours, contact(by, true, Channel::Call, About::Personal, None)));
        let mut taken_back = entries.clone();
        taken_back.push(entry(Event::Retract { id: "said".into() }, LAST));
        let mut with = entries;
        with.push(said);
        with.push(entry(Event::Retract { id: "said".into() }, LAST));
        prop_assert_eq!(told(&guidance(&with, LAST)), told(&guidance(&taken_back, LAST)));
    }

    #[test]
    fn an_offer_never_exceeds_what_was_asked(
        what in proptest::sample::select(What::ALL),
        minutes in proptest::option::of(0_u32..5_000),
        days in proptest::option::of(0_u32..40),
        open_ended in any::<bool>(),
        begins in proptest::option::of(0_i64..72),
    ) {
        let amount = |figure: u32| Amount::new(f64::from(figure)).expect("0 or more");
        let begins = begins.map(|hours| When::At(Moment { instant: at(LAST + hours), offset: Offset::UTC }));
        let request =
            Request { what, minutes: minutes.map(amount), days: days.map(amount), open_ended, begins };
        let answer = guidance(&[entry_at(LAST, Event::Request(request))], LAST).request;
        let Some(answer) = answer else { return Ok(()) };
        if let (Some(offered), Some(asked)) = (answer.minutes, minutes) {
            prop_assert!(offered <= f64::from(asked));
        }
        if let (Some(offered), Some(asked), None) = (answer.days, days.filter(|&days| days > 0), answer.minutes) {
            prop_assert!(offered <= f64::from(asked));
        }
        if let (Some(leave_by), Some(When::At(begins))) = (answer.leave_by, begins) {
            prop_assert!(leave_by >= begins.instant);
            if let Some(asked) = minutes {
                let asked = SignedDuration::from_mins(i64::from(asked));
                prop_assert!(leave_by.duration_since(begins.instant) <= asked);
            }
        }
        let whole = matches!(what, What::Boundary | What::Practical);
        prop_assert_eq!(whole, answer.say == Say::All);
    }

    #[test]
    fn an_opening_once_named_moves_further_off_only_by_a_new_contact(
        mut entries in quiet_journal(),
        earlier in 0_i64..LAST,
        later in 0_i64..LAST,
    ) {
        let (earlier, later) = (earlier.min(later), earlier.max(later));
        let between = |entry: &Entry| entry.instant() > at(earlier) && entry.instant() <= at(later);
        entries.retain(|entry| !(between(entry) && matches!(entry.event, Event::Contact(_))));
        let (before, after) = (guidance(&entries, earlier), guidance(&entries, later));
        if let (Opening::Wait(Some(before)), Opening::Wait(Some(after))) = (before.start.verdict, after.start.verdict) {
            prop_assert!(after <= before, "{} then {}", before, after);
        }
        prop_assert!(!(before.start.verdict == Opening::Open && matches!(after.start.verdict, Opening::Wait(_))));
    }

    #[test]
    fn there_are_always_one_to_three_things_to_do(entries in journal(), hours in 0_i64..LAST) {
        let first = guidance(&entries, hours).first;
        prop_assert!((1..=3).contains(&first.len()));
    }

    #[test]
    fn two_clauses_never_clash_unsettled(entries in journal(), hours in 0_i64..LAST) {
        let guidance = guidance(&entries, hours);
        prop_assert_eq!(guidance.start.conflict, vec![]);
        prop_assert_eq!(guidance.reply.conflict, vec![]);
    }
}

/// A guidance without the numbers of the entries behind it, which depend on their place in the file.
fn told(guidance: &Guidance) -> Guidance {
    let mut told = guidance.clone();
    for resolved in [&mut told.start, &mut told.gift] {
        resolved.rests_on.clear();
    }
    told.reply.rests_on.clear();
    told
}

fn lifts(entry: &Entry) -> bool {
    matches!(entry.event, Event::Limit(limit) if limit.kind == LimitKind::None)
}

fn is_partners_start(entry: &Entry) -> bool {
    matches!(entry.event, Event::Contact(Contact { by: Side::Partner, started: true, .. }))
}

fn plain_limit(kind: LimitKind) -> Limit {
    Limit { kind, until: None, channel: None, how: How::Asked, confirmed: false }
}

#[test]
fn a_journal_with_nothing_in_it_waits_for_nothing_named() {
    let guidance = guidance(&[], LAST);
    assert_eq!(guidance.start.verdict, Opening::Wait(None));
    assert_eq!(guidance.gap_days, 14);
}

#[test]
fn the_end_of_the_calendar_is_no_panic() {
    let instant = jiff::Timestamp::MAX;
    let moment = Moment { instant, offset: Offset::UTC };
    let said = Entry { at: moment, ..start(0) };
    let guidance = advise(&Standing::replay([said]), moment);
    assert!(matches!(guidance.start.verdict, Opening::Wait(_) | Opening::Open));
}

#[test]
fn a_day_at_the_end_of_the_calendar_is_no_panic() {
    let situation = Situation {
        left_on: Some(When::Day(date(9999, 12, 31))),
        zone: Some(TimeZone::UTC),
        shares: Some(vec![Share::Home]),
        ..Situation::default()
    };
    let guidance = guidance(&[entry_at(0, Event::Situation(Box::new(situation)))], LAST);
    assert!(matches!(guidance.start.verdict, Opening::Wait(Some(_))));
}
