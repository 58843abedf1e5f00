//! The sample: fourteen months of a couple that never was, as WhatsApp would export them.
//!
//! Made from a fixed seed, so that the files are the same wherever they are made. The flow is drawn from what the
//! method describes: from the autumn one of the two starts about half as often, the other answers by reaching out
//! more, and after the leaving much more. The words are few and mean nothing.

use crate::dice::Dice;
use jiff::civil::{Date, DateTime, date};
use jiff::{Span, Timestamp, ToSpan, Zoned};
use std::fmt::Write as _;
use std::io;
use std::path::Path;

const ME: &str = "Robin Birke";
const PARTNER: &str = "Kim Ahorn";
/// The day one of them leaves.
const LEFT: Date = date(2026, 2, 20);
const FIRST: Date = date(2025, 1, 6);
const LAST: Date = date(2026, 2, 28);
const ZONE: &str = "Europe/Berlin";

/// What somebody sends.
#[derive(Clone, Copy)]
enum Sent {
    Words(&'static str),
    Two(&'static str, &'static str),
    Photo,
    Deleted,
    Call(u16),
}

struct Message {
    at: Zoned,
    mine: bool,
    sent: Sent,
}

const WORDS: [&str; 30] = [
    "Good morning",
    "On my way",
    "Train is late again",
    "Bread is in the oven",
    "Did you call the landlord?",
    "Yes",
    "No idea",
    "Around seven",
    "Can you bring milk?",
    "See you tonight",
    "Thank you",
    "At work, later",
    "How was it?",
    "Long day",
    "The bike is fixed",
    "Your keys are on the table",
    "Ok",
    "Sleep well",
    "Look at this sky",
    "Tomorrow works",
    "I left the window open",
    "Anna added basil to the list",
    "Still at the office",
    "Rain again",
    "Which platform?",
    "Platform 4",
    "Found it",
    "Half past six",
    "Almost there",
    "All good",
];
const REACHING: [&str; 8] = [
    "Are you there?",
    "Can we talk tonight?",
    "I keep thinking about us",
    "Did you see my message?",
    "Please call me",
    "I miss our evenings",
    "Are you angry with me?",
    "Just tell me what is wrong",
];

/// Writes the four files into `dir`.
pub(crate) fn write(dir: &Path) -> io::Result<()> {
    std::fs::create_dir_all(dir)?;
    let messages = story()?;
    let files = [
        ("whatsapp-android-day-first.txt", android(&messages, "%d.%m.%y, %H:%M")),
        ("whatsapp-android-month-first.txt", android(&messages, "%-m/%-d/%y, %-I:%M\u{202f}%p")),
        ("whatsapp-iphone-day-first.txt", iphone(&messages, "%d.%m.%y, %H:%M:%S")),
        ("whatsapp-iphone-month-first.txt", iphone(&messages, "%-m/%-d/%y, %-I:%M:%S\u{202f}%p")),
    ];
    for (name, text) in files {
        std::fs::write(dir.join(name), text)?;
    }
    Ok(())
}

/// How often a side starts in a week, and how bursty it is.
fn weekly(day: Date) -> (f64, f64) {
    let autumn = date(2025, 9, 29);
    match day {
        day if day >= LEFT => (13.0, 0.4),
        day if day >= autumn => (5.2, 2.1),
        _ => (3.3, 4.6),
    }
}

fn story() -> io::Result<Vec<Message>> {
    let mut dice = Dice::new(25);
    let mut messages: Vec<Message> = Vec::new();
    let mut monday = FIRST;
    while monday <= LAST {
        let mut starts: Vec<(DateTime, bool)> = Vec::new();
        let middle = if monday + 6.days() >= LEFT { LEFT } else { monday + 3.days() };
        let (mine, theirs) = weekly(middle);
        for (mean, is_mine) in [(mine, true), (theirs, false)] {
            for _ in 0..dice.burst(mean, 9.0) {
                let day = monday + Span::new().days(i64::try_from(dice.below(7)).unwrap_or(0));
                // Two moments of a day that lie more than eight hours apart.
                let (from, to) = if dice.chance(0.5) { (6.8, 8.0) } else { (17.5, 20.5) };
                starts.push((at(day, dice.between(from, to)), is_mine));
            }
        }
        starts.sort_unstable();
        for (moment, mine) in starts {
            let day = moment.date();
            if (FIRST..=LAST).contains(&day) {
                conversation(&mut dice, &mut messages, moment, mine)?;
            }
        }
        monday += 7.days();
    }
    messages.sort_by_key(|message| message.at.timestamp());
    Ok(messages)
}

fn at(day: Date, hour: f64) -> DateTime {
    #[expect(clippy::cast_possible_truncation, reason = "seconds of a day fit")]
    let seconds = (hour * 3600.0) as i64;
    day.to_datetime(jiff::civil::Time::midnight()) + seconds.seconds()
}

fn conversation(dice: &mut Dice, messages: &mut Vec<Message>, start: DateTime, mine: bool) -> io::Result<()> {
    let cold = start.date() >= date(2025, 9, 29);
    let gone = start.date() >= LEFT;
    let mut moment = start.in_tz(ZONE).map_err(io::Error::other)?;
    let mut writer = mine;
    let turns = if gone { 1 + dice.below(2) } else { 2 + dice.below(if cold { 4 } else { 6 }) };
    for turn in 0..turns {
        let answers = turn == 0 || !gone || writer || dice.chance(0.3);
        if answers {
            let reaching = cold && writer && dice.chance(0.4);
            messages.push(Message { at: moment.clone(), mine: writer, sent: sent(dice, reaching) });
        }
        // The other side grows slower to answer.
        let slow = if !writer {
            4.0
        } else if cold {
            38.0
        } else {
            7.0
        };
        let wait = dice.between(0.3, 2.0) * slow * 60.0;
        #[expect(clippy::cast_possible_truncation, reason = "a few hours in seconds fit")]
        let wait = wait as i64;
        moment = moment.checked_add(wait.seconds()).map_err(io::Error::other)?;
        writer = !writer;
    }
    Ok(())
}

fn sent(dice: &mut Dice, reaching: bool) -> Sent {
    if reaching {
        return Sent::Words(REACHING[dice.below(REACHING.len())]);
    }
    match dice.below(100) {
        0..=5 => Sent::Photo,
        6 => Sent::Deleted,
        7 => Sent::Call(u16::try_from(3 + dice.below(40)).unwrap_or(3)),
        8..=12 => Sent::Two(WORDS[dice.below(WORDS.len())], WORDS[dice.below(WORDS.len())]),
        _ => Sent::Words(WORDS[dice.below(WORDS.len())]),
    }
}

const fn name(mine: bool) -> &'static str {
    if mine { ME } else { PARTNER }
}

fn first_moment(messages: &[Message]) -> Zoned {
    messages
        .first()
        .map_or_else(|| Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC), |first| first.at.clone())
}

fn android(messages: &[Message], form: &str) -> String {
    let notice = "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.";
    let mut text = format!("{} - {notice}\n", first_moment(messages).strftime(form));
    for message in messages {
        let head = format!("{} - {}", message.at.strftime(form), name(message.mine));
        let _ = match message.sent {
            Sent::Words(words) => writeln!(text, "{head}: {words}"),
            Sent::Two(one, two) => writeln!(text, "{head}: {one}\n{two}"),
            Sent::Photo => writeln!(text, "{head}: <Media omitted>"),
            Sent::Deleted if message.mine => writeln!(text, "{head}: You deleted this message"),
            Sent::Deleted => writeln!(text, "{head}: This message was deleted"),
            // Android exports no call that was answered.
            Sent::Call(_) => Ok(()),
        };
    }
    text
}

fn iphone(messages: &[Message], form: &str) -> String {
    let notice = "\u{200e}Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.";
    let mut text = format!("[{}] {PARTNER}: {notice}\r\n", first_moment(messages).strftime(form));
    for message in messages {
        let head = format!("[{}] {}", message.at.strftime(form), name(message.mine));
        let _ = match message.sent {
            Sent::Words(words) => write!(text, "{head}: {words}\r\n"),
            Sent::Two(one, two) => write!(text, "{head}: {one}\n{two}\r\n"),
            Sent::Photo => write!(text, "\u{200e}{head}: \u{200e}image omitted\r\n"),
            Sent::Deleted if message.mine => write!(text, "{head}: \u{200e}You deleted this message.\r\n"),
            Sent::Deleted => write!(text, "{head}: \u{200e}This message was deleted.\r\n"),
            Sent::Call(minutes) => write!(text, "{head}: \u{200e}Voice call, \u{200e}{minutes} min\r\n"),
        };
    }
    text
}
