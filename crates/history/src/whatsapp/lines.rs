//! One pass over the text: every line is the head of a record or belongs to the record before.
//!
//! Nothing is decided here that needs the whole file: numbers of dates stay numbers, names stay as written,
//! and what each layout adds up to is counted. Of a message only its numbers and its length are kept. Large
//! files are read in two halves side by side; the halves are joined so that the cut leaves no trace.

use super::body::{self, Body};
use super::header::{self, Header, Shape};
use super::names::{self, BySettled, NOBODY, NameId, Names, Settled};
use super::strange::Strange;

/// What a record is, in one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Words.
    Text,
    /// A picture, a voice message, a document, a place.
    Media,
    /// A call.
    Call,
    /// A call without the mark an iPhone sets before one.
    PlainCall,
    /// The notice about encryption without its mark.
    PlainNotice,
    /// A line of the app.
    System,
    /// Marked as the app's own, in no table, a whole sentence.
    Sentence,
    /// Marked as the app's own, in no table; counted as a message.
    Unsure,
}

/// The clock of a record whose time no clock shows.
pub(crate) const NO_CLOCK: u32 = u32::MAX;
/// The clock of a record with a word beside its time that is not known.
pub(crate) const STRANGE_CLOCK: u32 = u32::MAX - 1;
/// The minutes of a record that tells none.
pub(crate) const NO_MINUTES: u16 = u16::MAX;

/// What is known of a file before it is read: nothing at first, more where it is read again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// What the mark before a text tells.
    pub(crate) marks: Marks,
    /// Names with a colon in them, the longest first.
    pub(crate) settled: Vec<Settled>,
}

/// What the mark before a text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Marks {
    /// That the app wrote it.
    #[default]
    TellTheApp,
    /// Nothing: the phone sets it before every text.
    TellNothing,
}

/// One record: numbers only.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// The three numbers of the date as written; the middle one never has more than two digits.
    pub(crate) first: u16,
    /// See `first`.
    pub(crate) second: u8,
    /// See `first`.
    pub(crate) third: u16,
    /// Seconds since midnight, or [`NO_CLOCK`].
    pub(crate) clock: u32,
    /// Bytes of text.
    pub(crate) length: u32,
    /// The line it begins on, from 1.
    pub(crate) line: u32,
    /// Whose name it stands under, or [`NOBODY`].
    pub(crate) name: NameId,
    /// Minutes of a call, or [`NO_MINUTES`].
    pub(crate) minutes: u16,
    /// Which of the layouts of the stretch.
    pub(crate) shape: u8,
    /// What it is.
    pub(crate) kind: Kind,
    /// The colon after the name has no blank after it.
    pub(crate) unspaced: bool,
    /// The line before ended in a bare line feed: on iPhones a break that a person made.
    pub(crate) after_feed: bool,
}

/// A layout and how often it was met.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    /// The layout.
    pub(crate) shape: Shape,
    /// How many heads have it.
    pub(crate) count: u32,
    /// How many of them follow a line that ended in a bare line feed.
    pub(crate) after_feed: u32,
}

/// What the names of media say about the order of day and month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Votes {
    /// For the day first.
    pub(crate) day_first: u32,
    /// For the month first.
    pub(crate) month_first: u32,
}

/// A stretch of text, read.
#[derive(Debug, Default)]
pub(crate) struct Stretch {
    /// The records.
    pub(crate) entries: Vec<Entry>,
    /// The names.
    pub(crate) names: Names,
    /// The layouts; more than 255 is no chat.
    pub(crate) layouts: Vec<Layout>,
    /// The votes of media names.
    pub(crate) votes: Votes,
    /// How many media the export brought along as files.
    pub(crate) files: u32,
    /// Heads with a word that is not known.
    pub(crate) strange: Strange,
    /// The app's mark stood before something of its own.
    pub(crate) marked: bool,
    /// Records under a name.
    pub(crate) named: u32,
    /// Records under a name that may be the app's.
    pub(crate) unsure: u32,
    /// Calls and notices without a mark.
    pub(crate) plain: u32,
    /// Bytes of text before the first head.
    pub(crate) leading: u32,
    /// Which lines with text stand before the first head (the first few).
    pub(crate) leading_lines: Vec<u32>,
    /// How many lines the stretch has.
    lines: u32,
    /// More names or layouts than a chat has.
    pub(crate) no_chat: bool,
}

/// How many lines before the first head are told one by one.
const MOST_PLACES: usize = 1000;
/// Below this a second thread costs more than it saves.
const WORTH_SPLITTING: usize = 2 << 20;

/// Reads the whole text.
pub(crate) fn read(text: &[u8], known: &Known) -> Vec<Stretch> {
    let middle = text.len() / 2;
    let cut = memchr::memchr(b'\n', &text[middle..]).map_or(text.len(), |at| middle + at + 1);
    if text.len() < WORTH_SPLITTING || cut == text.len() {
        return vec![stretch(text, 0..text.len(), known)];
    }
    std::thread::scope(|scope| {
        let second = scope.spawn(|| stretch(text, cut..text.len(), known));
        let first = stretch(text, 0..cut, known);
        let second = second.join().expect("reading lines does not panic");
        join(first, second)
    })
}

/// Brings the second half to the numbers of the first.
fn join(mut first: Stretch, mut second: Stretch) -> Vec<Stretch> {
    if let Some(last) = first.entries.last_mut() {
        last.length = last.length.saturating_add(second.leading);
    } else {
        first.leading_lines.extend(second.leading_lines.drain(..).map(|line| line + first.lines));
    }
    second.leading_lines.clear();
    let Some(ids) = first.names.take_in(&second.names) else {
        first.no_chat = true;
        return vec![first];
    };
    let shapes: Vec<u8> = second.layouts.iter().map(|layout| first.layout(*layout)).collect();
    for entry in &mut second.entries {
        if entry.name != NOBODY {
            entry.name = ids[usize::from(entry.name)];
        }
        entry.shape = shapes[usize::from(entry.shape)];
        entry.line += first.lines;
    }
    first.votes.day_first += second.votes.day_first;
    first.votes.month_first += second.votes.month_first;
    first.no_chat |= second.no_chat;
    first.marked |= second.marked;
    first.strange.join(&second.strange, first.lines);
    vec![first, second]
}

/// Reads the lines of a range of the text.
fn stretch(text: &[u8], range: std::ops::Range<usize>, known: &Known) -> Stretch {
    let (from, to) = (range.start, range.end);
    let mut stretch = Stretch::default();
    // A record of a chat is rarely shorter than this; a wrong guess costs one more growth of the list.
    stretch.entries.reserve((to - from) / 68);
    let mut at = from;
    // The line before the second half ended as the byte before its line feed tells.
    let mut after_feed = from > 1 && text[from - 2] != b'\r';
    while at < to && !stretch.no_chat {
        let end = memchr::memchr(b'\n', &text[at..to]).map_or(to, |length| at + length);
        let line = &text[at..end];
        stretch.lines = stretch.lines.saturating_add(1);
        if may_be_head(line)
            && let Some(head) = header::read(line)
        {
            stretch.record(line, &head, after_feed, known);
        } else {
            stretch.more(line);
        }
        after_feed = line.last() != Some(&b'\r');
        at = end + 1;
    }
    stretch
}

/// Whether the first byte allows a head: a digit, a bracket, or what only other scripts and marks begin with.
fn may_be_head(line: &[u8]) -> bool {
    matches!(line.first(), Some(b'0'..=b'9' | b'[' | 0x80..))
}

impl Stretch {
    /// Takes in a line that is no head.
    fn more(&mut self, line: &[u8]) {
        let length = u32::try_from(line.len()).unwrap_or(u32::MAX);
        if let Some(last) = self.entries.last_mut() {
            last.length = last.length.saturating_add(length);
            return;
        }
        self.leading = self.leading.saturating_add(length);
        if !line.trim_ascii().is_empty() && self.leading_lines.len() < MOST_PLACES {
            self.leading_lines.push(self.lines);
        }
    }

    /// Takes in a record.
    fn record(&mut self, line: &[u8], head: &Header, after_feed: bool, known: &Known) {
        let rest = line[head.rest..].strip_suffix(b"\r").unwrap_or(&line[head.rest..]);
        let [first, second, third] = head.parts;
        let clock = head.clock.unwrap_or(NO_CLOCK);
        let shape = self.layout(Layout { shape: head.shape, count: 1, after_feed: u32::from(after_feed) });
        if let Some(word) = &head.strange {
            let hour = head.clock.map(|clock| clock / 3600);
            self.strange.see(&line[word.clone()], hour, self.lines, &line[..head.rest]);
        }
        let (name, unspaced, found, length) = self.who_and_what(rest, head, known);
        let (kind, minutes) = match found {
            Body::Text => (Kind::Text, None),
            Body::Media => (Kind::Media, None),
            Body::Call(minutes) => (Kind::Call, minutes),
            Body::PlainCall(minutes) => (Kind::PlainCall, minutes),
            Body::PlainNotice => (Kind::PlainNotice, None),
            Body::System => (Kind::System, None),
            Body::Unsure => (Kind::Unsure, None),
            Body::Sentence => (Kind::Sentence, None),
        };
        self.named += u32::from(name != NOBODY);
        self.unsure += u32::from(name != NOBODY && matches!(kind, Kind::Unsure | Kind::Sentence));
        self.plain += u32::from(matches!(kind, Kind::PlainCall | Kind::PlainNotice));
        self.entries.push(Entry {
            first,
            second: u8::try_from(second).unwrap_or(u8::MAX),
            third,
            clock,
            length: u32::try_from(length).unwrap_or(u32::MAX),
            line: self.lines,
            name,
            minutes: minutes.unwrap_or(NO_MINUTES),
            shape,
            kind,
            unspaced,
            after_feed,
        });
    }

    /// Who a record stands under, whether the colon is unspaced, what it is, and its length.
    fn who_and_what(&mut self, rest: &[u8], head: &Header, known: &Known) -> (NameId, bool, Body, usize) {
        let nameless = || (NOBODY, false, body::of_nameless(rest), rest.len());
        let (id, sender) = match names::cut_by(rest, &known.settled) {
            BySettled::Sender(sender) => (self.names.add(&sender), sender),
            BySettled::TheApp => return nameless(),
            BySettled::Nothing => match self.names.again(rest) {
                Some((id, sender)) => (Some(id), sender),
                None => match names::cut(rest) {
                    Some(sender) => (self.names.add(&sender), sender),
                    None => return nameless(),
                },
            },
        };
        let Some(id) = id else {
            self.no_chat = true;
            return (NOBODY, false, Body::System, 0);
        };
        let found = body::of(sender.body, sender.name, known.marks, head.shape.by_iphone());
        self.marked |= head.shape.end == header::End::Bracket
            && matches!(found, Body::Media | Body::Call(_) | Body::System)
            && body::is_marked(sender.body);
        if found == Body::Media {
            self.files += u32::from(body::brings_a_file(sender.body));
            self.vote(sender.body, head);
        }
        (id, !sender.spaced, found, sender.body.len())
    }

    /// Lets the name of a medium vote on which number is the day.
    fn vote(&mut self, body: &[u8], head: &Header) {
        let [first, second, year] = head.parts;
        if head.shape.year_first || first == second || first > 12 || second > 12 {
            return;
        }
        let Some((named_year, month, day)) = body::day_in_name(body) else { return };
        if named_year % 100 != year % 100 {
            return;
        }
        let (month, day) = (u16::from(month), u16::from(day));
        self.votes.day_first += u32::from((first, second) == (day, month));
        self.votes.month_first += u32::from((first, second) == (month, day));
    }

    /// The number of a layout, met so often more.
    #[inline]
    fn layout(&mut self, met: Layout) -> u8 {
        if let Some(found) = self.layouts.iter().position(|layout| layout.shape == met.shape) {
            self.layouts[found].count += met.count;
            self.layouts[found].after_feed += met.after_feed;
            return u8::try_from(found).unwrap_or(u8::MAX);
        }
        if self.layouts.len() >= usize::from(u8::MAX) {
            self.no_chat = true;
            return 0;
        }
        self.layouts.push(met);
        u8::try_from(self.layouts.len() - 1).unwrap_or(u8::MAX)
    }
}
