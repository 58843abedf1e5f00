//! What a reading rests on: each file, how its dates were read, and what else bears on how far it can be trusted.
//!
//! A note that says nothing beyond the rest of the page is left out.

use super::partner;
use super::words::{count, counted, listed, wrapped};
use crate::Words;
use fluent_bundle::FluentValue;
use history::{DateOrder, DecidedBy, FileAudit, Format, Place, Reading, Skipped, Warning, Why};

/// How many bad lines of a file are told one by one.
const BAD_LINES_TOLD: usize = 5;

/// Writes the last part of the page.
pub(super) fn write(page: &mut String, words: &Words, reading: &Reading, width: usize) {
    wrapped(page, &words.say("reading-grounds-heading"), "  ", width);
    page.push('\n');
    let who = words.say_with("reading-who", &[partner(reading), ("me", FluentValue::from(&reading.me))]);
    wrapped(page, &who, "  ", width);
    for file in about(words, reading) {
        wrapped(page, &file.name, "  ", width);
        for about in file.told {
            wrapped(page, &about, "    ", width);
        }
    }
    for note in notes(words, reading) {
        wrapped(page, &note, "  · ", width);
    }
    page.push('\n');
    wrapped(page, &words.say("reading-kept"), "  ", width);
}

/// What is known of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The file.
    pub name: String,
    /// What is known of it, a paragraph each.
    pub told: Vec<String>,
}

/// What is known of each file.
#[must_use]
pub fn about(words: &Words, reading: &Reading) -> Vec<About> {
    let files = reading.files.iter();
    files.map(|file| About { name: file.path.clone(), told: of_file(words, file) }).collect()
}

/// What bears on how far the reading can be trusted, a paragraph each.
#[must_use]
pub fn notes(words: &Words, reading: &Reading) -> Vec<String> {
    reading.warnings.iter().filter_map(|warning| note(words, warning, reading)).collect()
}

fn of_file(words: &Words, file: &FileAudit) -> Vec<String> {
    let times = if file.minutes_only { "reading-file-times-to-the-minute" } else { "reading-file-times" };
    let times = words.say_with(times, &[("zone", FluentValue::from(&file.zone))]);
    let mut about = vec![format!("{} {times}", counts(words, file))];
    about.extend(order(words, file));
    about.extend(skipped(words, file));
    about
}

fn counts(words: &Words, file: &FileAudit) -> String {
    let format = match file.format {
        Format::WhatsappAndroid => "reading-format-android",
        Format::WhatsappIos => "reading-format-iphone",
        Format::Imessage => "reading-format-imessage",
        Format::SmsBackup => "reading-format-sms",
        Format::Telegram => "reading-format-telegram",
        Format::Messenger => "reading-format-messenger",
        Format::Instagram => "reading-format-instagram",
        Format::Mbox => "reading-format-mail",
        Format::Csv => "reading-format-table",
    };
    let whatsapp = matches!(file.format, Format::WhatsappAndroid | Format::WhatsappIos);
    let figures: [(&str, FluentValue<'_>); 7] = [
        ("format", words.say(format).into()),
        ("messages-n", file.messages.into()),
        ("messages", count(file.messages).into()),
        ("calls-n", file.calls.into()),
        ("calls", count(file.calls).into()),
        ("own-n", file.system_lines.into()),
        ("own", count(file.system_lines).into()),
    ];
    words.say_with(if whatsapp { "reading-file-counts" } else { "reading-file-counts-of-others" }, &figures)
}

/// The order of a file's dates and how it was found.
fn order(words: &Words, file: &FileAudit) -> Option<String> {
    let order = match file.date_order? {
        DateOrder::Dmy => "reading-day-first",
        DateOrder::Mdy => "reading-month-first",
        DateOrder::Ymd => "reading-year-first",
    };
    let by = match file.date_order_by? {
        DecidedBy::Given => "reading-order-given",
        DecidedBy::YearFirst => "reading-order-year-first",
        DecidedBy::NumberAbove12 => "reading-order-above-twelve",
        DecidedBy::MediaNames => "reading-order-media-names",
        DecidedBy::FewestJumps => "reading-order-fewest-jumps",
        DecidedBy::SameEitherWay => "reading-order-same-either-way",
    };
    Some(words.say_with("reading-dates", &[("order", words.say(order).into()), ("by", words.say(by).into())]))
}

/// The lines of a file that could not be read; of many, the first.
fn skipped(words: &Words, file: &FileAudit) -> Option<String> {
    let told = file.skipped.iter().take(BAD_LINES_TOLD).map(|skipped| {
        let line = [("at", place(words, skipped).into()), ("why", why(words, skipped.why).into())];
        words.say_with("reading-skipped-line", &line)
    });
    let told = [("skipped", FluentValue::from(listed(words, "reading-list", told)?))];
    Some(match file.skipped.len().saturating_sub(BAD_LINES_TOLD) {
        0 => words.say_with("reading-skipped", &told),
        more => counted(words, "reading-skipped-and-more", more as u64, &told),
    })
}

/// Where an entry stands that was not counted.
fn place(words: &Words, skipped: &Skipped) -> String {
    let (id, number) = match skipped.at {
        Place::Line(line) => ("reading-place-line", line.to_string()),
        Place::Row(row) => ("reading-place-row", row.to_string()),
    };
    words.say_with(id, &[("number", number.into())])
}

/// Why an entry was not counted.
pub(super) fn why(words: &Words, why: Why) -> String {
    let id = match why {
        Why::BeforeTheFirst => "reading-why-before-the-first",
        Why::NoDay { parts: [first, second, third], order } => {
            let date = format!("{first}/{second}/{third}");
            let fill = [("date", date.into()), ("order", order.to_string().into())];
            return words.say_with("reading-why-no-day", &fill);
        }
        Why::UnknownWord => "reading-why-unknown-word",
        Why::NoClock => "reading-why-no-clock",
        Why::Broken => "reading-why-broken",
        Why::CutShort => "reading-why-cut-short",
        Why::NoTime => "reading-why-no-time",
        Why::NoSender => "reading-why-no-sender",
        Why::NoReceiver => "reading-why-no-receiver",
        Why::NotExported => "reading-why-not-exported",
        Why::Moved => "reading-why-moved",
        Why::NotSent => "reading-why-not-sent",
        Why::Fields => "reading-why-fields",
    };
    words.say(id)
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
        Warning::GroupsLeft { file, count } => {
            counted(words, "reading-note-groups-left", *count as u64, &of(file))
        }
        Warning::PassedOver { count } => told("reading-note-passed-over", *count as u64),
        Warning::AnotherName { other, kept, .. } => {
            let fill = [("other", FluentValue::from(other)), ("kept", FluentValue::from(kept))];
            words.say_with("reading-note-another-name", &fill)
        }
        Warning::Doubled { file, count } => counted(words, "reading-note-doubled", *count, &of(file)),
        Warning::NamelessCalls { count, .. } => told("reading-note-nameless-calls", *count),
        Warning::Unsure { count, .. } => told("reading-note-unsure", *count),
        Warning::Assumed { count, .. } => told("reading-note-assumed", *count),
        Warning::Pasted { count, .. } => told("reading-note-pasted", *count),
        Warning::OutOfOrder { count, .. } => told("reading-note-out-of-order", *count),
        Warning::RepeatedHour { count, .. } => told("reading-note-repeated-hour", *count),
        Warning::MissingHour { count, .. } => told("reading-note-missing-hour", *count),
        Warning::OrderInferred { .. } => words.say("reading-note-order-inferred"),
        Warning::Duplicates { file, count } => counted(words, "reading-note-duplicates", *count, &of(file)),
        Warning::EdgeOfCoverage => words.say("reading-note-edge-of-coverage"),
        Warning::LeavingNotCovered => words.say("reading-note-leaving-not-covered"),
        Warning::Skipped { .. } | Warning::TooLittle | Warning::TooFewStarts { .. } => return None,
    })
}
