//! A simulated life as a journal: read in, written by hand, or both; so that what is measured is what a person would see.
//!
//! Of a read-in life both sides' messages are there, conversations eight hours apart. By hand there are contacts, and of
//! some people a note on most days. Where the life has a gap, nothing is there at all.

use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use method::event::{About, Channel, Contact, Message, MessageKind, Side};
use method::{Entry, Event, Moment, Signs};

use super::lives::Life;
use crate::dice::Dice;

/// How a life came into the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// From message exports; where there is a gap, from two.
    ReadIn,
    /// By hand, by somebody who writes a note on most days.
    Diary,
    /// By hand, by somebody who writes down their partner's starts and hardly anything else.
    StartsOnly,
    /// Read in, and by hand for the last weeks; the export covers some of those too.
    Both,
}

impl Way {
    pub(crate) const ALL: [Self; 4] = [Self::ReadIn, Self::Diary, Self::StartsOnly, Self::Both];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::ReadIn => "read in",
            Self::Diary => "by hand, a note on most days",
            Self::StartsOnly => "by hand, hardly more than starts",
            Self::Both => "read in, then by hand",
        }
    }
}

/// When the journals are read.
const NOW: Moment = Moment { instant: Timestamp::constant(1_782_302_400, 0), offset: Offset::UTC };
const WEEK_MINUTES: i64 = 7 * 24 * 60;
/// Conversations begin at one of so many places of a week, so far apart, from so far into it.
const PLACES: usize = 20;
const PLACE_MINUTES: i64 = 495;
const FIRST_PLACE_MINUTES: i64 = 180;

/// The moment at which the journals are read.
pub(crate) const fn now() -> Moment {
    NOW
}

/// Writes a life down.
pub(crate) fn journal(dice: &mut Dice, life: &Life, way: Way) -> Vec<Entry> {
    let weeks = life.counts.len();
    let by_hand_from = match way {
        Way::ReadIn => weeks,
        Way::Diary | Way::StartsOnly => 0,
        Way::Both => weeks - (3 + dice.below(18)).min(weeks - 1),
    };
    let read_in_to = match way {
        Way::ReadIn => weeks,
        Way::Diary | Way::StartsOnly => 0,
        Way::Both => by_hand_from + dice.below(weeks + 1 - by_hand_from),
    };
    let diary = way == Way::Diary || (way == Way::Both && dice.chance(0.5));
    let mut writer = Writer { entries: Vec::new(), weeks, import: "first" };
    // What opens the record: somewhat more than the weeks that are looked at.
    let opening = Event::Note { text: "The first day.".into() };
    let opening = if by_hand_from == 0 { opening } else { writer.message(Side::Me) };
    writer.write(0, -540, opening);
    for week in 0..weeks {
        if life.gap[week] {
            writer.import = "second";
            continue;
        }
        if diary && week >= by_hand_from {
            writer.diary(dice, week);
        }
        writer.week(dice, week, life.counts[week], week < read_in_to, week >= by_hand_from);
    }
    writer.entries
}

struct Writer {
    entries: Vec<Entry>,
    weeks: usize,
    import: &'static str,
}

impl Writer {
    fn write(&mut self, week: usize, minutes: i64, event: Event) {
        let back = i64::try_from(self.weeks - week).unwrap_or_default() * WEEK_MINUTES;
        let instant = NOW.instant + SignedDuration::from_mins(minutes - back);
        let at = Moment { instant, offset: Offset::UTC };
        self.entries.push(Entry { at, id: None, signs: Signs::default(), event });
    }

    fn message(&self, by: Side) -> Event {
        Event::Message(Message {
            by,
            channel: Channel::Text,
            kind: MessageKind::Text,
            length: None,
            minutes: None,
            about: None,
            import: Some(self.import.into()),
        })
    }

    fn diary(&mut self, dice: &mut Dice, week: usize) {
        for day in 0..7 {
            if dice.chance(0.7) {
                self.write(week, day * 24 * 60 + 1260, Event::Note { text: "A day.".into() });
            }
        }
    }

    /// The conversations of a week: the partner's starts, and one's own between them.
    fn week(&mut self, dice: &mut Dice, week: usize, theirs: u32, read_in: bool, by_hand: bool) {
        let mut theirs = usize::try_from(theirs).unwrap_or(PLACES).min(PLACES);
        let mut mine = if read_in { dice.below(6).min(PLACES - theirs) } else { 0 };
        for place in 0..PLACES {
            let (left, wanted) = (PLACES - place, theirs + mine);
            if dice.below(left) >= wanted {
                continue;
            }
            let minutes = FIRST_PLACE_MINUTES + PLACE_MINUTES * i64::try_from(place).unwrap_or_default();
            let is_theirs = dice.below(wanted) < theirs;
            if is_theirs {
                theirs -= 1;
            } else {
                mine -= 1;
            }
            let (by, other) = if is_theirs { (Side::Partner, Side::Me) } else { (Side::Me, Side::Partner) };
            if read_in {
                self.write(week, minutes, self.message(by));
                self.write(week, minutes + 2, self.message(other));
                self.write(week, minutes + 5, self.message(by));
            }
            if by_hand && is_theirs {
                // Written down from memory, some minutes off.
                let off = i64::try_from(dice.below(15)).unwrap_or_default();
                self.write(week, minutes + off, start());
            }
        }
    }
}

fn start() -> Event {
    Event::Contact(Contact {
        by: Side::Partner,
        started: true,
        channel: Channel::Text,
        about: About::Personal,
        tone: None,
        minutes: None,
    })
}
