//! The reading of the flow: who starts, how often, how long until an answer, how long the silences, and when it
//! changed (FLOW-1, FLOW-2, FLOW-3).
//!
//! It counts contacts, never what they say, and says nothing of what anybody feels or will do (SAFE-6, SAFE-7).
//! The shape it serialises to is public.

#![expect(clippy::cast_precision_loss, reason = "seconds between messages stay far below 2^52")]

use crate::Options;
use crate::audit::FileAudit;
use crate::contact::{Contact, Kind};
use crate::shifts;
use crate::tea_leaves::{self, TeaLeaves};
use crate::timeline::Coverage;
use crate::timeline::{ME, PARTNER, Side, Timeline};
use crate::warning::Warning;
use crate::weeks::{Weeks, date_of, start_of};
use jiff::{Timestamp, ToSpan};
use serde::{Serialize, Serializer};

/// A conversation begins with a message after this many seconds without one.
const CONVERSATION: i64 = 8 * 3600;
/// A message of one's own after more than this many seconds, unanswered, follows up.
const FOLLOW_UP: i64 = 3600;
/// Over how many days from the leaving the instinct is measured.
const INSTINCT_DAYS: i64 = 14;

/// The flow of contact between two people.
#[derive(Clone, Debug, Serialize)]
pub struct Reading {
    /// What was read.
    pub files: Vec<FileAudit>,
    /// The person asking.
    pub me: String,
    /// The partner.
    pub partner: String,
    /// The first message.
    #[serde(serialize_with = "moment")]
    pub first: jiff::Zoned,
    /// The last message.
    #[serde(serialize_with = "moment")]
    pub last: jiff::Zoned,
    /// The two of them, the person asking first.
    pub people: Vec<Person>,
    /// How many conversations there were.
    pub conversations: u64,
    /// Who began them.
    pub starts: Starts,
    /// Messages that follow up, unanswered, by who sent them.
    pub follow_ups: Starts,
    /// Week by week, empty ones too.
    pub weeks: Vec<Week>,
    /// Where the level of a weekly count changed.
    pub changes: Vec<Shift>,
    /// What fell first, and what the other side did then.
    pub tea_leaves: TeaLeaves,
    /// Starts and unanswered follow-ups a week over the first 14 days after the leaving.
    pub instinct_per_week: Option<f64>,
    /// What to know about this reading.
    #[serde(serialize_with = "sentences")]
    pub warnings: Vec<Warning>,
    /// What stretch each channel is known for.
    pub coverage: Vec<Coverage>,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The name, as the files write it.
    pub name: String,
    /// Messages.
    pub messages: u64,
    /// Calls.
    pub calls: u64,
    /// Minutes of the calls that tell them.
    pub call_minutes: u64,
}

/// Conversations by who began them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Starts {
    /// The person asking.
    pub me: u64,
    /// The partner.
    pub partner: u64,
}

/// One side of one week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct SideWeek {
    /// Messages.
    pub messages: u32,
    /// Conversations begun.
    pub starts: u32,
    /// Messages more than an hour after the last of this side, nothing from the other between, that begin nothing.
    pub follow_ups: u32,
    /// The median of the minutes until this side answered; `None` where it answered nothing.
    pub median_reply_minutes: Option<f64>,
}

/// One week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Week {
    /// `2025-W03`
    pub week: String,
    /// The person asking.
    pub me: SideWeek,
    /// The partner.
    pub partner: SideWeek,
    /// The longest stretch without a message within the week, in hours.
    pub longest_silence_hours: f64,
    /// Whether it lies between two files, so that nothing is known of it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub gap: bool,
    /// Whether contacts of it were written down one by one. Its messages are not counted as those of other weeks are.
    #[serde(skip)]
    pub by_hand: bool,
}

/// What is counted by week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// Conversations begun.
    Starts,
    /// Messages.
    Messages,
}

/// A change of level of one side's weekly count.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shift {
    /// Whose.
    pub side: Side,
    /// Of what.
    pub measure: Measure,
    /// The first week of the new level.
    pub week: String,
    /// The earliest week it may have been.
    pub earliest: String,
    /// The latest.
    pub latest: String,
    /// The mean before.
    pub before_per_week: f64,
    /// The mean after.
    pub after_per_week: f64,
    /// How sure it is that there was a change.
    pub probability: f64,
    /// Whether a channel begins or ends to be known about then, so that the change may be that and no more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub at_edge_of_coverage: bool,
}

fn moment<S: Serializer>(zoned: &jiff::Zoned, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&zoned.timestamp().display_with_offset(zoned.offset()))
}

fn sentences<S: Serializer>(warnings: &[Warning], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(warnings.iter().map(ToString::to_string))
}

/// Reads the flow from `timeline`.
pub(crate) fn of(timeline: Timeline, options: &Options) -> Reading {
    let Timeline { files, me, partner, contacts, gaps, by_hand, coverage, mut warnings, .. } = timeline;
    let messages = || contacts.iter().filter(|contact| contact.kind.is_message());
    let ends = |mut all: Box<dyn DoubleEndedIterator<Item = &Contact> + '_>| {
        let first = all.next()?;
        Some((first.at, all.next_back().unwrap_or(first).at))
    };
    // Without a single message, the calls tell the span.
    let (first, last) =
        ends(Box::new(messages())).or_else(|| ends(Box::new(contacts.iter()))).unwrap_or_default();
    let weeks = Weeks::between(first, last, &options.zone);
    let mut tally = Tally::new(&weeks);
    for contact in &contacts {
        tally.see(contact);
    }
    let people = [(me.clone(), ME), (partner.clone(), PARTNER)].map(|(name, who)| Person {
        name,
        messages: tally.messages[usize::from(who)],
        calls: tally.calls[usize::from(who)],
        call_minutes: tally.minutes[usize::from(who)],
    });
    let starts = Starts { me: tally.starts[0], partner: tally.starts[1] };
    let follow_ups = Starts { me: tally.follow_ups[0], partner: tally.follow_ups[1] };
    let rows = tally.rows(&weeks, first, last, &gaps, &by_hand);
    let edges = shifts::edges(&coverage, &weeks, first, last);
    let changes = shifts::changes(&rows, &weeks, first, &gaps, &edges, &mut warnings);
    if changes.iter().any(|shift| shift.at_edge_of_coverage) {
        warnings.push(Warning::EdgeOfCoverage);
    }
    let left = options.left.map(|left| start_of(left, &options.zone));
    let left = left.map(|left| weeks.bounds.partition_point(|&bound| bound <= left).saturating_sub(1));
    let tea_leaves = tea_leaves::of(&rows, &changes, left);
    let unread: Vec<(i64, i64)> = gaps.iter().chain(&by_hand).copied().collect();
    let instinct_per_week = instinct(&contacts, (first, last), &unread, options, &mut warnings);
    let zoned = |at: i64| Timestamp::from_second(at).unwrap_or_default().to_zoned(options.zone.clone());
    Reading {
        files,
        me,
        partner,
        first: zoned(first),
        last: zoned(last),
        people: people.into(),
        conversations: starts.me + starts.partner,
        starts,
        follow_ups,
        weeks: rows,
        changes,
        tea_leaves,
        instinct_per_week,
        warnings,
        coverage,
    }
}

/// The counts of a walk along the timeline.
struct Tally<'a> {
    weeks: &'a Weeks,
    week: usize,
    rows: Vec<[SideWeek; 2]>,
    replies: Vec<[Vec<f64>; 2]>,
    silences: Vec<i64>,
    messages: [u64; 2],
    calls: [u64; 2],
    minutes: [u64; 2],
    starts: [u64; 2],
    follow_ups: [u64; 2],
    last: Option<i64>,
    /// When each side last wrote, if the other has not written since.
    alone: [Option<i64>; 2],
    /// Who is writing without an answer, and since when.
    run: Option<(usize, i64)>,
}

impl<'a> Tally<'a> {
    fn new(weeks: &'a Weeks) -> Self {
        let count = weeks.count();
        Self {
            weeks,
            week: 0,
            rows: vec![[SideWeek::default(); 2]; count],
            replies: vec![[Vec::new(), Vec::new()]; count],
            silences: vec![0; count],
            messages: [0; 2],
            calls: [0; 2],
            minutes: [0; 2],
            starts: [0; 2],
            follow_ups: [0; 2],
            last: None,
            alone: [None; 2],
            run: None,
        }
    }

    fn see(&mut self, contact: &Contact) {
        let side = usize::from(contact.who);
        if contact.kind == Kind::Call {
            self.calls[side] += 1;
            self.minutes[side] += u64::from(contact.minutes.unwrap_or(0));
        }
        if !contact.kind.is_message() {
            return;
        }
        let at = contact.at;
        if let Some(last) = self.last {
            self.silence(last, at);
        }
        while self.week + 1 < self.rows.len() && at >= self.weeks.bounds[self.week + 1] {
            self.week += 1;
        }
        self.messages[side] += 1;
        self.rows[self.week][side].messages += 1;
        if self.last.is_none_or(|last| at - last >= CONVERSATION) {
            self.starts[side] += 1;
            self.rows[self.week][side].starts += 1;
            self.run = Some((side, at));
        } else if let Some((writer, since)) = self.run
            && writer != side
        {
            self.replies[self.week][side].push((at - since) as f64 / 60.0);
            self.run = Some((side, at));
        }
        let starts = self.last.is_none_or(|last| at - last >= CONVERSATION);
        if !starts && self.alone[side].is_some_and(|mine| at - mine > FOLLOW_UP) {
            self.follow_ups[side] += 1;
            self.rows[self.week][side].follow_ups += 1;
        }
        self.alone[side] = Some(at);
        self.alone[1 - side] = None;
        self.last = Some(at);
    }

    /// Notes the silence from `from` to `to` in every week it lies in, for as long as it lies there.
    fn silence(&mut self, from: i64, to: i64) {
        let mut week = self.week;
        while week < self.rows.len() && self.weeks.bounds[week] < to {
            let (start, end) = (self.weeks.bounds[week], self.weeks.bounds[week + 1]);
            let within = to.min(end) - from.max(start);
            self.silences[week] = self.silences[week].max(within);
            week += 1;
        }
    }

    fn rows(
        self,
        weeks: &Weeks,
        first: i64,
        last: i64,
        gaps: &[(i64, i64)],
        by_hand: &[(i64, i64)],
    ) -> Vec<Week> {
        let counts = self.rows.into_iter().zip(self.replies).zip(self.silences);
        counts
            .enumerate()
            .map(|(week, ((mut sides, replies), silence))| {
                for (side, mut replies) in sides.iter_mut().zip(replies) {
                    side.median_reply_minutes = median(&mut replies).map(hundredths);
                }
                let (start, end) = (weeks.bounds[week].max(first), weeks.bounds[week + 1].min(last));
                Week {
                    week: weeks.names[week].clone(),
                    me: sides[0],
                    partner: sides[1],
                    longest_silence_hours: hundredths(silence as f64 / 3600.0),
                    gap: gaps.iter().any(|&(from, to)| from < start && end < to),
                    by_hand: by_hand.iter().any(|&(from, to)| from < end && start < to),
                }
            })
            .collect()
    }
}

fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        length if length % 2 == 1 => Some(values[middle]),
        _ => Some(f64::midpoint(values[middle - 1], values[middle])),
    }
}

pub(crate) fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

impl Week {
    /// One side's count of one thing.
    #[must_use]
    pub const fn count(&self, side: Side, measure: Measure) -> u32 {
        let side = match side {
            Side::Me => &self.me,
            Side::Partner => &self.partner,
        };
        match measure {
            Measure::Starts => side.starts,
            Measure::Messages => side.messages,
        }
    }
}

/// Starts and unanswered follow-ups a week, over the first 14 days from the leaving; none where not even half of them
/// was read from files, all but the stretches `unread`.
fn instinct(
    contacts: &[Contact],
    (first, last): (i64, i64),
    unread: &[(i64, i64)],
    options: &Options,
    warnings: &mut Vec<Warning>,
) -> Option<f64> {
    let left = options.left?;
    let from = start_of(left, &options.zone);
    let to = start_of(left.checked_add(INSTINCT_DAYS.days()).ok()?, &options.zone);
    let missed: i64 = unread.iter().map(|&(start, end)| (end.min(to) - start.max(from)).max(0)).sum();
    if last < from || first >= to || missed * 2 > to - from {
        warnings.push(Warning::LeavingNotCovered);
        return None;
    }
    let last_day = left.checked_add((INSTINCT_DAYS - 1).days()).ok()?;
    if date_of(last, &options.zone) < last_day || first > from || missed > 0 {
        warnings.push(Warning::LeavingNotCovered);
    }
    let mut count = 0_u32;
    let (mut before, mut mine): (Option<i64>, Option<i64>) = (None, None);
    for contact in contacts.iter().filter(|contact| contact.kind.is_message()) {
        let at = contact.at;
        if contact.who == ME {
            let starts = before.is_none_or(|before| at - before >= CONVERSATION);
            let follows_up = mine.is_some_and(|mine| at - mine > FOLLOW_UP);
            count += u32::from((starts || follows_up) && (from..to).contains(&at));
            mine = Some(at);
        } else {
            mine = None;
        }
        before = Some(at);
    }
    Some(f64::from(count) / (INSTINCT_DAYS as f64 / 7.0))
}
