//! Replay and guidance over a journal of 50 000 events. Goal: replay and advice together in under 25 ms; reading the
//! lines, signs of crisis included, is told beside it.

use std::hint::black_box;
use std::time::Duration;

use method::{Entry, Standing};

use crate::dice::Dice;
use crate::run::{Failed, tell};
use crate::stopwatch::{median, ms, timed};

const EVENTS: u64 = 50_000;
const RUNS: usize = 15;
/// 2024-01-01T00:00:00Z; the events follow at about 26 a day.
const FIRST_SECOND: i64 = 1_704_067_200;
const APART_SECONDS: i64 = 3_300;

/// Prints the figures.
#[expect(clippy::unnecessary_wraps, reason = "a chore may fail")]
pub(crate) fn run() -> Result<(), Failed> {
    let text = journal();
    let mut entries = Vec::new();
    let read = median_of(|| {
        entries.clear();
        let report = journal::lines::read(text.as_bytes(), |entry| entries.push(entry));
        black_box(report.expect("memory can be read"));
        app::signs::read(&mut entries, jiff::Timestamp::MAX);
    });
    let now = entries.last().map_or_else(|| unreachable!("there are events"), |entry: &Entry| entry.at);
    let mut standing = Standing::default();
    let mut copies: Vec<Vec<Entry>> = (0..RUNS).map(|_| entries.clone()).collect();
    let replay = median_of(|| standing = Standing::replay(black_box(copies.pop().unwrap_or_default())));
    let advise = median_of(|| drop(black_box(method::advise(black_box(&standing), now))));
    tell(&format!("{EVENTS} events, {:.1} MB; medians of {RUNS} runs", megabytes(text.len())));
    tell(&format!("read the lines, with signs of crisis   {:>8.2} ms", ms(read)));
    tell(&format!("replay                                 {:>8.2} ms", ms(replay)));
    tell(&format!("advise                                 {:>8.2} ms", ms(advise)));
    tell(&format!(
        "replay and advise                      {:>8.2} ms   (goal: under 25 ms)",
        ms(replay + advise)
    ));
    Ok(())
}

/// The journal that is read: everyday entries, the same every time.
pub(crate) fn journal() -> String {
    journal_from(FIRST_SECOND, EVENTS)
}

/// The same entries, the last of them less than an hour before `end`.
pub(crate) fn journal_until(end: jiff::Timestamp) -> String {
    journal_of(EVENTS, end)
}

/// So many such entries, the last of them less than an hour before `end`.
pub(crate) fn journal_of(events: u64, end: jiff::Timestamp) -> String {
    journal_from(end.as_second() - APART_SECONDS * i64::try_from(events).unwrap_or_default(), events)
}

fn journal_from(first_second: i64, events: u64) -> String {
    let mut dice = Dice::new(50_000);
    let mut text = String::new();
    for n in 0..events {
        let event = match dice.whole(0, 9) {
            0..4 => format!("urge text {} after=2 trigger=\"the way home\"", dice.whole(2, 9)),
            4 => "contact me starts text personal".into(),
            5 => "contact partner starts call personal warm".into(),
            6 => "contact partner replies text practical".into(),
            7 => format!("checkin {} 6.5h little worked", dice.whole(2, 7)),
            8 => "note \"Walked by the river, slept a little, talked with Ines about the garden.\"".into(),
            _ => "work reading \"listening\" takeaway=\"ask one question\"".into(),
        };
        let mut object = journal::short::parse(&event).expect("the bench's events are good ones");
        let second = first_second + APART_SECONDS * i64::try_from(n).unwrap_or_default();
        let at = jiff::Timestamp::from_second(second).expect("a time of the calendar");
        object.insert("at".into(), at.to_string().into());
        let (entry, _) = journal::lines::parse_object(object).expect("the bench's events are good ones");
        text.push_str(&journal::lines::print(&entry));
        text.push('\n');
    }
    text
}

fn median_of(mut work: impl FnMut()) -> Duration {
    median((0..RUNS).map(|_| timed(&mut work).1).collect())
}

#[expect(clippy::cast_precision_loss, reason = "a size in megabytes")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
