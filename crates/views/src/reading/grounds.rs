//! What a reading rests on: each file, how its dates were read, and what else bears on how far it can be trusted.
//!
//! A note that says nothing beyond the rest of the page is left out.

use super::partner;
use super::words::{count, counted, listed, wrapped};
use crate::Words;
use fluent_bundle::FluentValue;
use history::{DateOrder, DecidedBy, FileAudit, Format, Reading, Warning};

/// How many bad lines of a file are told one by one.
const BAD_LINES_TOLD: usize = 5;

/// Writes the last part of the page.
pub(super) fn write(page: &mut String, words: &Words, reading: &Reading, width: usize) {
    wrapped(page, &words.say("reading-grounds-heading"), "  ", width);
    page.push('\n');
    let who = words.say_with("reading-who", &[partner(reading), ("me", FluentValue::from(&reading.me))]);
    wrapped(page, &who, "  ", width);
    for file in &reading.files {
        wrapped(page, &file.path, "  ", width);
        for about in about(words, file) {
            wrapped(page, &about, "    ", width);
        }
    }
    for note in reading.warnings.iter().filter_map(|warning| note(words, warning, reading)) {
        wrapped(page, &note, "  · ", width);
    }
    page.push('\n');
    wrapped(page, &words.say("reading-kept"), "  ", width);
}

/// What is known of one file, a paragraph each.
fn about(words: &Words, file: &FileAudit) -> Vec<String> {
    let times = if file.minutes_only { "reading-file-times-to-the-minute" } else { "reading-file-times" };
    let times = words.say_with(times, &[("zone", FluentValue::from(&file.zone))]);
    let mut about = vec![format!("{} {times}", counts(words, file)), order(words, file)];
    about.extend(skipped(words, file));
    about
}

fn counts(words: &Words, file: &FileAudit) -> String {
    let format = match file.format {
        Format::WhatsappAndroid => "reading-format-android",
        Format::WhatsappIos => "reading-format-iphone",
    };
    let figures: [(&str, FluentValue<'_>); 7] = [
        ("format", words.say(format).into()),
        ("messages-n", file.messages.into()),
        ("messages", count(file.messages).into()),
        ("calls-n", file.calls.into()),
        ("calls", count(file.calls).into()),
        ("own-n", file.system_lines.into()),
        ("own", count(file.system_lines).into()),
    ];
    words.say_with("reading-file-counts", &figures)
}

/// The order of a file's dates and how it was found.
fn order(words: &Words, file: &FileAudit) -> String {
    let order = match file.date_order {
        Some(DateOrder::Dmy) => "reading-day-first",
        Some(DateOrder::Mdy) => "reading-month-first",
        Some(DateOrder::Ymd) | None => "reading-year-first",
    };
    let by = match file.date_order_by {
        DecidedBy::Given => "reading-order-given",
        DecidedBy::YearFirst => "reading-order-year-first",
        DecidedBy::NumberAbove12 => "reading-order-above-twelve",
        DecidedBy::MediaNames => "reading-order-media-names",
        DecidedBy::FewestJumps => "reading-order-fewest-jumps",
        DecidedBy::SameEitherWay => "reading-order-same-either-way",
    };
    words.say_with("reading-dates", &[("order", words.say(order).into()), ("by", words.say(by).into())])
}

/// The lines of a file that could not be read; of many, the first.
fn skipped(words: &Words, file: &FileAudit) -> Option<String> {
    let told = file.skipped.iter().take(BAD_LINES_TOLD).map(|skipped| {
        let line = [("at", FluentValue::from(&skipped.at)), ("why", FluentValue::from(&skipped.why))];
        words.say_with("reading-skipped-line", &line)
    });
    let told = [("skipped", FluentValue::from(listed(words, "reading-list", told)?))];
    Some(match file.skipped.len().saturating_sub(BAD_LINES_TOLD) {
        0 => words.say_with("reading-skipped", &told),
        more => counted(words, "reading-skipped-and-more", more as u64, &told),
    })
}

/// What else a person should know, in words of this page; what it says elsewhere is left out.
fn note(words: &Words, warning: &Warning, reading: &Reading) -> Option<String> {
    let several = if reading.files.len() > 1 { "yes" } else { "no" };
    let of = |file: &str| [("several", FluentValue::from(several)), ("file", file.to_owned().into())];
    let told = |id: &str, number: u64| counted(words, id, number, &[]);
    Some(match warning {
        Warning::CutAtLimit { file } => words.say_with("reading-note-cut", &of(file)),
        Warning::Group { file, others } => {
            let [several, file] = of(file);
            counted(words, "reading-note-group", *others as u64, &[several, file, partner(reading)])
        }
        Warning::Renamed { other, kept, .. } => {
            let fill = [("other", FluentValue::from(other)), ("kept", FluentValue::from(kept))];
            words.say_with("reading-note-renamed", &fill)
        }
        Warning::NamelessCalls { count, .. } => told("reading-note-nameless-calls", *count),
        Warning::Unsure { count, .. } => told("reading-note-unsure", *count),
        Warning::Assumed { count, .. } => told("reading-note-assumed", *count),
        Warning::Pasted { count, .. } => told("reading-note-pasted", *count),
        Warning::OutOfOrder { count, .. } => told("reading-note-out-of-order", *count),
        Warning::RepeatedHour { count, .. } => told("reading-note-repeated-hour", *count),
        Warning::MissingHour { count, .. } => told("reading-note-missing-hour", *count),
        Warning::OrderInferred { .. } => words.say("reading-note-order-inferred"),
        Warning::Duplicates { file, count } => counted(words, "reading-note-duplicates", *count, &of(file)),
        Warning::LeavingNotCovered => words.say("reading-note-leaving-not-covered"),
        Warning::Skipped { .. } | Warning::TooLittle | Warning::TooFewStarts { .. } => return None,
    })
}
