//! Reading a chat that WhatsApp exported as text, on Android or on an iPhone.
//!
//! One pass gathers numbers (`lines`), then what needs the whole file is decided once: which layouts are heads
//! and which are pasted words, who the names are (`people`), which number is the day (`order`). It does not
//! know who is asking, and it keeps no text.
//!
//! # Quirks, and where they are known from
//! - The layout follows the phone's language and region; Unicode CLDR's short dates list them. Twelve-hour
//!   clocks have had U+202F before `AM` since CLDR 42.
//! - iPhones end a record with CR LF and keep the breaks people type as LF: where a file holds both, only a line
//!   after CR LF can begin a record.
//! - iPhones put lines of the app under the group's or the contact's name, behind U+200E; Android gives them
//!   none. Media, calls and deleted messages have the mark as well, so the mark alone proves nothing.
//! - Pasted chats look like records; those of another layout are recognised by it, those of the same are not.
//! - Android tells minutes only, so reply times are no finer.
//! - The app exports at most 40 000 messages, or 10 000 with media ("How to save your chat history", WhatsApp's
//!   help centre); a file of that size begins at the cut, not at the beginning.

mod body;
pub(crate) mod cursor;
mod halves;
mod header;
mod lines;
mod longer;
pub(crate) mod months;
mod names;
pub(crate) mod order;
mod people;
mod phrases;
mod quick;
mod strange;

use crate::audit::{DateOrder, DecidedBy, Format, Place, Skipped, Why};
use crate::contact::{Contact, Kind};
use crate::error::Foreign;
use crate::export::{self, Export, Person, Settings, Trouble};
use crate::zone::WallClock;
use header::Shape;
use jiff::tz::TimeZone;
use lines::{Entry, Kind as Line, Known, Layout, Marks, NO_CLOCK, NO_MINUTES, STRANGE_CLOCK, Stretch};
use names::NOBODY;
use order::{Evidence, Undecided, Written};
use people::Count;
use strange::Verdict;

/// No line of it is the head of a record.
const NO_RECORDS: Trouble = Trouble::Foreign(Foreign::OtherText);
/// Seconds of a day.
const A_DAY: i64 = 86_400;

/// A chat being read.
struct Chat {
    export: Export,
    contacts: Vec<Contact>,
    order: DateOrder,
    /// The latest moment of a contact so far.
    latest: i64,
}

/// Whether `beginning`, the first part of a text, holds the head of a record.
pub(crate) fn looks_like_a_chat(beginning: &[u8]) -> bool {
    const LINES: usize = 400;
    beginning.split(|&byte| byte == b'\n').take(LINES).any(|line| header::read(line).is_some())
}

/// Reads a chat.
pub(crate) fn read(text: &[u8], settings: &Settings<'_>) -> Result<Export, Trouble> {
    let mut stretches = read_lines(text, &settings.hints);
    let rules = Rules::of(&stretches)?;
    let pasted = rules.apply(&mut stretches);
    settle_plain(&mut stretches);
    if rules.main.end == header::End::Comma && is_kakao_talk(&stretches) {
        return Err(Trouble::Foreign(Foreign::KakaoTalk));
    }
    let (people, persons, assumed) = name_people(&mut stretches, &settings.hints);
    let (order, decided_by) = decide_order(&stretches, settings.dates)?;
    let format = if rules.main.by_iphone() && !rules.main.time_first {
        Format::WhatsappIos
    } else {
        Format::WhatsappAndroid
    };
    let mut export = Export::new(format);
    export.people = people.into_iter().map(Person::named).collect();
    export.notes.order = Some((order, decided_by));
    export.notes.assumed = assumed;
    export.notes.pasted = pasted;
    export.notes.minutes_only = !rules.main.seconds;
    let mut chat = Chat { export, contacts: Vec::new(), order, latest: i64::MIN };
    for &line in stretches.iter().flat_map(|stretch| &stretch.leading_lines) {
        chat.skip(line, Why::BeforeTheFirst);
    }
    let shapes: Vec<Shape> = stretches[0].layouts.iter().map(|layout| layout.shape).collect();
    chat.fill(stretches, &shapes, &persons, &settings.zone)?;
    let Chat { mut export, contacts, .. } = chat;
    export.chats.push(export::Chat { contacts, ..export::Chat::default() });
    Ok(export)
}

/// Reads the lines, and again where the whole file tells what single lines do not: that a name holds a colon, or
/// that marks tell nothing.
fn read_lines(text: &[u8], hints: &[&str]) -> Vec<Stretch> {
    /// More colons than a name has.
    const MOST_AGAIN: usize = 4;
    let mut known = Known::default();
    let mut stretches = lines::read(text, &known);
    for _ in 0..MOST_AGAIN {
        let Some(first) = stretches.first() else { break };
        let mut more = people::settled(first.names.list(), hints);
        more.retain(|name| known.settled.iter().all(|other| other.bytes != name.bytes));
        let marks_tell_nothing = known.marks == Marks::TellTheApp && marks_tell_nothing(&stretches);
        if more.is_empty() && !marks_tell_nothing {
            break;
        }
        if marks_tell_nothing {
            known.marks = Marks::TellNothing;
        }
        known.settled.append(&mut more);
        known.settled.sort_by_key(|name| std::cmp::Reverse(name.bytes.len()));
        stretches = lines::read(text, &known);
    }
    stretches
}

/// Whether a blank stands before the colon after every name, as `KakaoTalk` writes it and `WhatsApp` never does.
fn is_kakao_talk(stretches: &[Stretch]) -> bool {
    let mut names = stretches.iter().flat_map(|stretch| stretch.names.list()).peekable();
    names.peek().is_some() && names.all(|name| name.bytes.ends_with(b" "))
}

/// Whether so many texts begin with the app's mark, and are none of its own words, that the mark must be
/// something of the phone's: some set one before every text of a script that runs to the left.
fn marks_tell_nothing(stretches: &[Stretch]) -> bool {
    let (unsure, named) = stretches
        .iter()
        .fold((0, 0), |(unsure, named), stretch| (unsure + stretch.unsure, named + stretch.named));
    unsure >= 5 && u64::from(unsure) * 3 > u64::from(named)
}

/// Says what calls and notices are that have no mark on an iPhone: somebody's words where the file has marks.
fn settle_plain(stretches: &mut [Stretch]) {
    /// A notice is longer than what people quote of it, and stands at the beginning.
    const LONG: u32 = 80;
    const EARLY: u32 = 3;
    if stretches.iter().all(|stretch| stretch.plain == 0) {
        return;
    }
    let marked = stretches.iter().any(|stretch| stretch.marked);
    for entry in stretches.iter_mut().flat_map(|stretch| &mut stretch.entries) {
        entry.kind = match entry.kind {
            Line::PlainCall if marked => Line::Text,
            Line::PlainCall => Line::Call,
            Line::PlainNotice if !marked && (entry.length >= LONG || entry.line <= EARLY) => Line::System,
            Line::PlainNotice => Line::Text,
            kind => kind,
        };
    }
}

/// Which lines that look like heads are heads.
struct Rules {
    main: Shape,
    allowed: Vec<bool>,
    /// Which layouts hold a word that is not known: their records are skipped and said.
    skipped: Vec<bool>,
    /// Whether a head must follow CR LF.
    after_return: bool,
}

impl Rules {
    /// Finds the layout of the file, and others that are too frequent to be pasted words.
    fn of(stretches: &[Stretch]) -> Result<Self, Trouble> {
        let first = stretches.first().ok_or(NO_RECORDS)?;
        let layouts = &first.layouts;
        if stretches.iter().any(|stretch| stretch.no_chat) {
            return Err(NO_RECORDS);
        }
        let total: u32 = layouts.iter().map(|layout| layout.count).sum();
        let strange = &first.strange;
        let verdict = strange.verdict(total - strange.count);
        let judged = |layout: &&Layout| !layout.shape.strange || verdict == Verdict::Heads;
        // Of equally frequent layouts the first met is the file's.
        let main = layouts.iter().rev().filter(judged).max_by_key(|layout| layout.count);
        let refused = main.is_none_or(|main| main.shape.twelve || strange.count * 5 > main.count);
        if let (Some((line, head)), Verdict::Refuse, true) = (&strange.first, verdict, refused) {
            return Err(Trouble::UnknownWord { line: *line, head: head.clone() });
        }
        let main = main.ok_or(NO_RECORDS)?;
        // Beside a clock of twelve hours, a word in the layout of the file is the half of a day.
        let skipped = |shape: Shape| {
            shape.strange
                && verdict != Verdict::Heads
                && main.shape.twelve
                && Shape { strange: false, twelve: true, comma: main.shape.comma, ..shape } == main.shape
        };
        // Two exports in one file differ in details, or, from two kinds of phones, in how heads end; pasted words
        // nearly always end otherwise, and are few.
        let frequent = |layout: &Layout| {
            let (least, share) = if layout.shape.end == main.shape.end { (5, 5) } else { (10, 3) };
            layout.count >= least && u64::from(layout.count) * share >= u64::from(total)
        };
        let is_head = |layout: &Layout| layout.shape == main.shape || (judged(&layout) && frequent(layout));
        let skipped: Vec<bool> = layouts.iter().map(|layout| skipped(layout.shape)).collect();
        let allowed: Vec<bool> =
            layouts.iter().zip(&skipped).map(|(layout, skipped)| *skipped || is_head(layout)).collect();
        let (mut after_feed, mut after_return) = (0, 0);
        for layout in layouts.iter().zip(&allowed).filter(|(_, allowed)| **allowed).map(|(layout, _)| layout)
        {
            after_feed += layout.after_feed;
            after_return += layout.count - layout.after_feed;
        }
        // The first line of a file follows nothing.
        let follows_nothing =
            first.entries.first().is_some_and(|entry| entry.line == 1 && allowed[usize::from(entry.shape)]);
        after_return -= u32::from(follows_nothing);
        let after_return = after_feed > 0 && after_return >= 2 * after_feed;
        Ok(Self { main: main.shape, allowed, skipped, after_return })
    }

    fn allows(&self, entry: &Entry) -> bool {
        self.allowed[usize::from(entry.shape)] && !(self.after_return && entry.after_feed)
    }

    /// Gives the lines that are no heads back to the records before them; says how many there were.
    fn apply(&self, stretches: &mut [Stretch]) -> u64 {
        if !self.after_return && self.allowed.iter().all(|allowed| *allowed) && !self.skipped.contains(&true)
        {
            return 0;
        }
        let mut given_back = 0;
        let mut carried = 0_u32;
        for stretch in stretches.iter_mut().rev() {
            // From the end, so that a pasted line's length reaches the record it belongs to.
            for entry in stretch.entries.iter_mut().rev() {
                if self.allows(entry) {
                    if self.skipped[usize::from(entry.shape)] {
                        entry.clock = STRANGE_CLOCK;
                    }
                    entry.length = entry.length.saturating_add(std::mem::take(&mut carried));
                } else {
                    carried = carried.saturating_add(entry.length);
                    given_back += 1;
                }
            }
            if given_back > 0 {
                stretch.entries.retain(|entry| self.allows(entry));
            }
        }
        given_back
    }
}

/// Names the people; turns records under names that are none, and all under a name that only the app uses, into
/// lines of the app.
fn name_people(stretches: &mut [Stretch], hints: &[&str]) -> (Vec<String>, Vec<Option<u16>>, u64) {
    let known = stretches[0].names.list().len();
    let mut counts = vec![Count::default(); known];
    // Under each name: lines of the app, lines that may be, and what surely is a person's.
    let mut kinds = vec![[0_u32; 3]; known];
    for entry in stretches.iter().flat_map(|stretch| &stretch.entries).filter(|entry| entry.name != NOBODY) {
        let name = usize::from(entry.name);
        if entry.unspaced {
            counts[name].unspaced += 1;
        } else {
            counts[name].spaced += 1;
        }
        let kind = match entry.kind {
            Line::System => 0,
            Line::Unsure | Line::Sentence => 1,
            Line::Text | Line::Media | Line::Call | Line::PlainCall | Line::PlainNotice => 2,
        };
        kinds[name][kind] += 1;
    }
    let (people, mut persons) = people::of(stretches[0].names.list(), &counts, hints);
    // In a chat of two, all lines of the app stand under one name: the one that has some for certain, else the
    // only one that may have some. Under it, a sentence behind the mark is the app's.
    let doubtful = || (0..known).filter(|&name| kinds[name][1] > 0);
    let apps = (0..known).max_by_key(|&name| kinds[name][0]).filter(|&name| kinds[name][0] > 0);
    let apps = apps.or_else(|| doubtful().next().filter(|_| doubtful().count() == 1));
    let mut assumed = 0;
    if let (Some(apps), true) = (apps.filter(|&apps| kinds[apps][1] > 0), people.len() <= 2) {
        let unsure = |entry: &&mut Entry| usize::from(entry.name) == apps && entry.kind == Line::Sentence;
        for entry in stretches.iter_mut().flat_map(|stretch| &mut stretch.entries).filter(unsure) {
            entry.kind = Line::System;
            assumed += 1;
        }
    }
    for (person, [system, _, own]) in persons.iter_mut().zip(&kinds) {
        if *own == 0 && *system > 0 {
            *person = None;
        }
    }
    if let Some(first) = stretches.iter_mut().find_map(|stretch| stretch.entries.first_mut()) {
        // What the app says first in a chat is its notice about encryption, which is long in every language.
        if matches!(first.kind, Line::Unsure | Line::Sentence) && first.length >= 60 {
            first.kind = Line::System;
        }
    }
    (people, persons, assumed)
}

fn written(entry: &Entry, shape: Shape) -> Written {
    Written {
        parts: [entry.first, u16::from(entry.second), entry.third],
        year_first: shape.year_first,
        short_year: shape.short_year,
    }
}

fn decide_order(stretches: &[Stretch], given: Option<DateOrder>) -> Result<(DateOrder, DecidedBy), Trouble> {
    let layouts = &stretches[0].layouts;
    let mut evidence = Evidence::new();
    for entry in stretches.iter().flat_map(|stretch| &stretch.entries) {
        evidence.see(written(entry, layouts[usize::from(entry.shape)].shape));
    }
    match (given, evidence.decide(stretches[0].votes)) {
        // Where a year of four digits stands first, nothing is left to be given.
        (_, Ok((DateOrder::Ymd, by))) if !evidence.needs_an_order() => Ok((DateOrder::Ymd, by)),
        (Some(order), _) => Ok((order, DecidedBy::Given)),
        (None, Err(Undecided::BothWays(parts))) => Err(Trouble::BothWays(parts)),
        (None, Err(Undecided::Contradiction { day_first, month_first })) => {
            Err(Trouble::Contradiction { day_first, month_first })
        }
        (None, Ok(decided)) => Ok(decided),
    }
}

/// Whether a file of so many records, of which so many are not the app's, holds about as many as an export may: fewer
/// where it brings its media along.
fn cut_at_limit(records: usize, messages: usize, brings_media: bool) -> bool {
    const WITHOUT_MEDIA: std::ops::RangeInclusive<usize> = 39_900..=40_100;
    const WITH_MEDIA: std::ops::RangeInclusive<usize> = 9_975..=10_025;
    let limit = if brings_media { WITH_MEDIA } else { WITHOUT_MEDIA };
    limit.contains(&records) || limit.contains(&messages)
}

impl Chat {
    /// Turns records into contacts, one stretch after the other so that each is freed before the next grows.
    fn fill(
        &mut self,
        stretches: Vec<Stretch>,
        shapes: &[Shape],
        persons: &[Option<u16>],
        zone: &TimeZone,
    ) -> Result<(), Trouble> {
        let mut wall = WallClock::new(zone.clone());
        let mut seen: Option<(Written, Option<jiff::civil::Date>)> = None;
        let (mut sample, mut no_days) = (None, 0);
        let records = stretches.iter().map(|stretch| stretch.entries.len()).sum();
        let brings_media = stretches.iter().any(|stretch| stretch.files > 0);
        let mut messages = 0;
        self.contacts.reserve_exact(records);
        for stretch in stretches {
            for entry in &stretch.entries {
                messages += usize::from(entry.kind != Line::System);
                let written = written(entry, shapes[usize::from(entry.shape)]);
                let date = match seen {
                    Some((last, date)) if last == written => date,
                    _ => {
                        let date = order::day(written, self.order);
                        seen = Some((written, date));
                        date
                    }
                };
                let Some(date) = date else {
                    sample = sample.or(Some(written.parts));
                    no_days += 1;
                    self.skip(entry.line, Why::NoDay { parts: written.parts, order: self.order });
                    continue;
                };
                if entry.clock == STRANGE_CLOCK {
                    self.skip(entry.line, Why::UnknownWord);
                    continue;
                }
                if entry.clock == NO_CLOCK {
                    self.skip(entry.line, Why::NoClock);
                    continue;
                }
                self.take_in(entry, persons, || wall.moment(date, entry.clock));
            }
        }
        self.export.notes.cut_at_limit = cut_at_limit(records, messages, brings_media);
        self.export.notes.repeated_hour = wall.repeated;
        self.export.notes.missing_hour = wall.missing;
        match sample {
            // A few such lines are somebody's words; many are another calendar, or the wrong order.
            Some(parts) if no_days > self.contacts.len().min(20 + self.contacts.len() / 10) => {
                Err(Trouble::NoDays(parts, self.order))
            }
            _ => Ok(()),
        }
    }

    fn skip(&mut self, line: u32, why: Why) {
        self.export.skipped.push(Skipped { at: Place::Line(line), why });
    }

    fn take_in(&mut self, entry: &Entry, persons: &[Option<u16>], moment: impl FnOnce() -> i64) {
        let person = match entry.name {
            NOBODY => None,
            name => persons[usize::from(name)],
        };
        let kind = match (entry.kind, person) {
            (Line::Call, None) => {
                self.export.notes.nameless_calls += 1;
                return;
            }
            (Line::System, _) | (_, None) => {
                self.export.notes.system_lines += 1;
                return;
            }
            (Line::Text | Line::PlainNotice, _) => Kind::Text,
            (Line::Media, _) => Kind::Media,
            (Line::Call | Line::PlainCall, _) => Kind::Call,
            (Line::Unsure | Line::Sentence, _) => {
                self.export.notes.unsure += 1;
                Kind::Text
            }
        };
        let who = person.expect("lines under no name were passed above");
        let at = moment();
        self.export.notes.out_of_order += u64::from(at < self.latest.saturating_sub(A_DAY));
        self.latest = self.latest.max(at);
        self.contacts.push(Contact {
            at,
            who,
            kind,
            minutes: (entry.minutes != NO_MINUTES).then_some(entry.minutes),
            length: entry.length,
        });
    }
}
