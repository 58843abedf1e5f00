//! The reading of a message history as a person reads it: a small chart, what it shows, and what it rests on.
//!
//! Pure: a reading goes in, words come out. It says what was counted and how sure that is, never what anybody
//! feels or will do (SAFE-6, SAFE-7); "too little to tell" is a full answer (FLOW-3).

mod chart;
mod grounds;
mod leaves;
mod trouble;
mod words;

pub(crate) use chart::months;
pub use chart::{Chart, Panel, chart, figure_of};
pub use grounds::{About, about, notes};
pub use trouble::trouble;

use crate::{Words, day_of_year};
use fluent_bundle::FluentValue;
use history::{Measure, Reading, Shift, Side, Warning};
use std::fmt::Write as _;
pub(crate) use words::{count, week_of};
use words::{counted, figure, listed, measured, minutes, sure, wrapped};

/// Of fewer weeks a chart shows nothing that the words do not.
pub(crate) const FEWEST_WEEKS_DRAWN: usize = 4;
/// Of fewer weeks with replies nothing is said of an ordinary one.
const FEWEST_WEEKS_OF_REPLIES: usize = 8;

/// The whole report, for a page of `width` columns.
#[must_use]
pub fn page(words: &Words, reading: &Reading, width: usize) -> String {
    let mut page = String::new();
    let weeks = reading.weeks.len();
    let heading = words.say_with("reading-heading", &[partner(reading)]);
    let span: [(&str, FluentValue<'_>); 2] = [
        ("first", day_of_year(words, reading.first.date()).into()),
        ("last", day_of_year(words, reading.last.date()).into()),
    ];
    let _ = writeln!(page, "\n  {heading}");
    let _ = writeln!(page, "  {}\n", counted(words, "reading-span", weeks as u64, &span));
    if weeks >= FEWEST_WEEKS_DRAWN {
        page.push_str(&chart::drawn(words, &chart(words, reading), width));
        page.push('\n');
    }
    for paragraph in what_it_shows(words, reading) {
        wrapped(&mut page, &paragraph, "  ", width);
        page.push('\n');
    }
    grounds::write(&mut page, words, reading, width);
    page
}

/// The partner's name, to fill into a message.
fn partner(reading: &Reading) -> (&'static str, FluentValue<'_>) {
    ("partner", FluentValue::from(&reading.partner))
}

/// The reading in plain words, a paragraph each.
#[must_use]
pub fn what_it_shows(words: &Words, reading: &Reading) -> Vec<String> {
    let mut told: Vec<String> = counts(words, reading).into_iter().collect();
    if told.is_empty() {
        return told;
    }
    told.extend(calls(words, reading));
    told.extend(replies(words, reading));
    told.extend(leaves::follow_ups(words, reading));
    let of = |measure: Measure| reading.changes.iter().filter(move |shift| shift.measure == measure);
    if reading.warnings.contains(&Warning::TooLittle) {
        told.push(words.say("reading-too-little"));
    } else {
        told.extend(of(Measure::Starts).map(|shift| changed(words, shift, reading)));
        told.extend(unchanged(words, reading, of(Measure::Starts).next().is_none()));
    }
    let messages = of(Measure::Messages).map(|shift| changed_briefly(words, shift, reading));
    let messages = listed(words, "reading-list-of-changes", messages);
    told.extend(messages.map(|list| words.say_with("reading-messages-changed", &[("changes", list.into())])));
    told.extend(leaves::told(words, reading));
    told.extend(reading.instinct_per_week.map(|per_week| measured(words, "reading-instinct", per_week)));
    told.push(words.say("reading-not-feelings"));
    told
}

/// Who wrote and began how much.
fn counts(words: &Words, reading: &Reading) -> Option<String> {
    let [me, them] = reading.people.as_slice() else { return None };
    let fill: [(&str, FluentValue<'_>); 8] = [
        partner(reading),
        ("mine-n", me.messages.into()),
        ("mine", count(me.messages).into()),
        ("theirs", count(them.messages).into()),
        ("talks-n", reading.conversations.into()),
        ("talks", count(reading.conversations).into()),
        ("my-starts", count(reading.starts.me).into()),
        ("their-starts", count(reading.starts.partner).into()),
    ];
    Some(words.say_with("reading-counts", &fill))
}

/// What is said of the side whose starts did not change, or are too few to tell.
fn unchanged(words: &Words, reading: &Reading, none_changed: bool) -> Option<String> {
    let too_few = |side: Side| reading.warnings.contains(&Warning::TooFewStarts { side });
    let told: &[&str] = match (too_few(Side::Me), too_few(Side::Partner), none_changed) {
        (true, true, _) => &["reading-few-starts-of-both"],
        (true, false, true) => &["reading-steady-theirs", "reading-few-starts-of-yours"],
        (true, false, false) => &["reading-few-starts-of-yours"],
        (false, true, true) => &["reading-steady-yours", "reading-few-starts-of-theirs"],
        (false, true, false) => &["reading-few-starts-of-theirs"],
        (false, false, true) => &["reading-steady-both"],
        (false, false, false) => return None,
    };
    let told: Vec<String> = told.iter().map(|id| words.say_with(id, &[partner(reading)])).collect();
    Some(told.join(" "))
}

fn calls(words: &Words, reading: &Reading) -> Option<String> {
    let total: u64 = reading.files.iter().map(|file| file.calls).sum();
    (total > 0).then(|| counted(words, "reading-calls", total, &[]))
}

/// The replies of an ordinary week: the median of the weeks' medians.
fn replies(words: &Words, reading: &Reading) -> Option<String> {
    let middle = |side: Side| {
        let mut medians: Vec<f64> = reading
            .weeks
            .iter()
            .filter_map(|week| match side {
                Side::Me => week.me.median_reply_minutes,
                Side::Partner => week.partner.median_reply_minutes,
            })
            .collect();
        medians.sort_unstable_by(f64::total_cmp);
        (medians.len() >= FEWEST_WEEKS_OF_REPLIES).then(|| minutes(words, medians[medians.len() / 2]))
    };
    let (mine, theirs) = (middle(Side::Me)?, middle(Side::Partner)?);
    let fill = [partner(reading), ("mine", mine.into()), ("theirs", theirs.into())];
    Some(words.say_with("reading-replies", &fill))
}

/// A change of starts, as its own paragraph.
fn changed(words: &Words, shift: &Shift, reading: &Reading) -> String {
    let fewer = shift.after_per_week < shift.before_per_week;
    let what = match (shift.side, fewer) {
        (Side::Me, true) => "reading-you-start-fewer",
        (Side::Me, false) => "reading-you-start-more",
        (Side::Partner, true) => "reading-they-start-fewer",
        (Side::Partner, false) => "reading-they-start-more",
    };
    let mut told = vec![words.say_with(what, &levels(words, shift, reading))];
    if shift.earliest != shift.latest {
        let span: [(&str, FluentValue<'_>); 2] = [
            ("earliest", week_of(words, &shift.earliest).into()),
            ("latest", week_of(words, &shift.latest).into()),
        ];
        told.push(words.say_with("reading-change-between", &span));
    }
    told.push(sure(words, shift.probability));
    told.join(" ")
}

fn changed_briefly(words: &Words, shift: &Shift, reading: &Reading) -> String {
    let whose = match shift.side {
        Side::Me => "reading-your-messages",
        Side::Partner => "reading-their-messages",
    };
    words.say_with(whose, &levels(words, shift, reading))
}

/// When a change was, and from what to what, to fill into a message.
fn levels<'a>(words: &Words, shift: &Shift, reading: &'a Reading) -> [(&'static str, FluentValue<'a>); 4] {
    [
        partner(reading),
        ("week", week_of(words, &shift.week).into()),
        ("before", figure(words, shift.before_per_week).into()),
        ("after", figure(words, shift.after_per_week).into()),
    ]
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
