//! The reading of a message history as a person reads it: a small chart, what it shows, and what it rests on.
//!
//! Pure: a reading goes in, words come out. It says what was counted and how sure that is, never what anybody
//! feels or will do (SAFE-6, SAFE-7); "too little to tell" is a full answer (FLOW-3).

mod chart;
mod trouble;
mod words;

pub use chart::{Chart, Mark, Panel, chart};
pub use trouble::trouble;

use history::{DecidedBy, FileAudit, Format, Measure, Reading, Shift, Side, Warning};
use std::fmt::Write as _;
use words::{count, day, figure, plural, sure, week_of, wrapped};

/// Of fewer weeks a chart shows nothing that the words do not.
const FEWEST_WEEKS_DRAWN: usize = 4;
/// How many bad lines of a file are told one by one.
const BAD_LINES_TOLD: usize = 5;

/// The whole report, for a page of `width` columns.
#[must_use]
pub fn page(reading: &Reading, width: usize) -> String {
    let mut page = String::new();
    let weeks = reading.weeks.len();
    let _ = writeln!(page, "\n  The flow of contact between you and {}", reading.partner);
    let _ = writeln!(
        page,
        "  {} to {}, {}\n",
        day(reading.first.date()),
        day(reading.last.date()),
        plural(weeks as u64, "week", "weeks"),
    );
    if weeks >= FEWEST_WEEKS_DRAWN {
        page.push_str(&chart::drawn(&chart(reading), width));
        page.push('\n');
    }
    for paragraph in what_it_shows(reading) {
        wrapped(&mut page, &paragraph, "  ", width);
        page.push('\n');
    }
    page.push_str("  What this rests on\n\n");
    wrapped(&mut page, &format!("You are {}; your partner is {}.", reading.me, reading.partner), "  ", width);
    for file in &reading.files {
        file_lines(&mut page, file, width);
    }
    for note in reading.warnings.iter().filter_map(|warning| note(warning, reading)) {
        wrapped(&mut page, &note, "  · ", width);
    }
    page.push('\n');
    let kept = "Only times, sides, kinds and lengths were looked at. No words were kept, and nothing left this computer.";
    wrapped(&mut page, kept, "  ", width);
    page
}

/// The reading in plain words, a paragraph each.
fn what_it_shows(reading: &Reading) -> Vec<String> {
    let [me, partner] = reading.people.as_slice() else { return Vec::new() };
    let mut told = vec![format!(
        "You wrote {} and {} {}. Of {}, you began {} and {} {}.",
        plural(me.messages, "message", "messages"),
        partner.name,
        count(partner.messages),
        plural(reading.conversations, "conversation", "conversations"),
        count(reading.starts.me),
        partner.name,
        count(reading.starts.partner),
    )];
    told.extend(calls(reading));
    told.extend(replies(reading));
    let starts: Vec<String> = reading
        .changes
        .iter()
        .filter(|shift| shift.measure == Measure::Starts)
        .map(|shift| changed(shift, reading))
        .collect();
    if reading.warnings.contains(&Warning::TooLittle) {
        told.push(
            "Did it change? Too little to tell: that takes at least twelve whole weeks and twenty starts or messages of a side."
                .to_owned(),
        );
    } else {
        let none_changed = starts.is_empty();
        told.extend(starts);
        told.extend(unchanged(reading, none_changed));
    }
    let messages: Vec<String> = reading
        .changes
        .iter()
        .filter(|shift| shift.measure == Measure::Messages)
        .map(|shift| changed_briefly(shift, reading))
        .collect();
    if !messages.is_empty() {
        told.push(format!("Messages, beside that: {}.", messages.join("; ")));
    }
    told.extend(reading.instinct_per_week.map(instinct));
    told.push("This counts contacts, not feelings. It cannot say why, and it is no forecast.".to_owned());
    told
}

/// What is said of the side whose starts did not change, or are too few to tell.
fn unchanged(reading: &Reading, none_changed: bool) -> Option<String> {
    const STEADY: &str = "starts did not change by more than their ordinary ups and downs can explain.";
    let too_few = |side: Side| reading.warnings.contains(&Warning::TooFewStarts { side });
    let partner = &reading.partner;
    let steady = |whose: &str| if none_changed { format!("{whose} {STEADY} ") } else { String::new() };
    match (too_few(Side::Me), too_few(Side::Partner)) {
        (true, true) => {
            Some("Did anybody's starts change? Too little to tell: there are too few.".to_owned())
        }
        (true, false) => Some(format!(
            "{}Did yours? Too little to tell: there are too few.",
            steady(&format!("{partner}'s"))
        )),
        (false, true) => {
            Some(format!("{}Did {partner}'s? Too little to tell: there are too few.", steady("Your")))
        }
        (false, false) => none_changed.then(|| format!("Did it change? Nobody's {STEADY}")),
    }
}

fn calls(reading: &Reading) -> Option<String> {
    let total: u64 = reading.files.iter().map(|file| file.calls).sum();
    (total > 0).then(|| format!("Calls that the chat tells of: {}.", count(total)))
}

/// The replies of an ordinary week: the median of the weeks' medians.
fn replies(reading: &Reading) -> Option<String> {
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
        (medians.len() >= 8).then(|| words::minutes(medians[medians.len() / 2]))
    };
    let (mine, theirs) = (middle(Side::Me)?, middle(Side::Partner)?);
    Some(format!(
        "In an ordinary week half of your replies came within {mine}, half of {}'s within {theirs}.",
        reading.partner
    ))
}

/// A change of starts, as its own paragraph.
fn changed(shift: &Shift, reading: &Reading) -> String {
    let fewer = shift.after_per_week < shift.before_per_week;
    let more_or_fewer = if fewer { "fewer" } else { "more" };
    let (who, verb) = match shift.side {
        Side::Me => ("you".to_owned(), "start"),
        Side::Partner => (reading.partner.clone(), "starts"),
    };
    let span = if shift.earliest == shift.latest {
        String::new()
    } else {
        format!("The change lies between {} and {}. ", week_of(&shift.earliest), week_of(&shift.latest))
    };
    format!(
        "Since about {} {who} {verb} {more_or_fewer} conversations than before: from about {} a week to about {}. {span}{} ({:.2}).",
        week_of(&shift.week),
        figure(shift.before_per_week),
        figure(shift.after_per_week),
        sure(shift.probability),
        shift.probability,
    )
}

fn changed_briefly(shift: &Shift, reading: &Reading) -> String {
    let whose = match shift.side {
        Side::Me => "yours".to_owned(),
        Side::Partner => format!("{}'s", reading.partner),
    };
    format!(
        "{whose} went from about {} to about {} a week near {}",
        figure(shift.before_per_week),
        figure(shift.after_per_week),
        week_of(&shift.week)
    )
}

fn instinct(per_week: f64) -> String {
    format!(
        "In the first two weeks after the leaving you began or followed up {} times a week. That is your instinct to reach out, measured.",
        figure(per_week)
    )
}

/// What is known of one file.
fn file_lines(page: &mut String, file: &FileAudit, width: usize) {
    wrapped(page, &file.path, "  ", width);
    let format = match file.format {
        Format::WhatsappAndroid => "WhatsApp, exported on Android",
        Format::WhatsappIos => "WhatsApp, exported on an iPhone",
    };
    let grain = if file.minutes_only { ", told to the minute" } else { "" };
    let calls =
        if file.calls > 0 { format!(", {}", plural(file.calls, "call", "calls")) } else { String::new() };
    let about = format!(
        "{format}: {}{calls}; {} of WhatsApp's own not counted. Times are those of {}{grain}.",
        plural(file.messages, "message", "messages"),
        plural(file.system_lines, "line", "lines"),
        file.zone
    );
    wrapped(page, &about, "    ", width);
    wrapped(page, &order(file), "    ", width);
    if !file.skipped.is_empty() {
        let told: Vec<String> = file
            .skipped
            .iter()
            .take(BAD_LINES_TOLD)
            .map(|skipped| format!("{} ({})", skipped.at, skipped.why))
            .collect();
        let more = file.skipped.len().saturating_sub(BAD_LINES_TOLD);
        let more = if more > 0 { format!(" and {more} more, all named by --json") } else { String::new() };
        wrapped(page, &format!("Skipped: {}{more}.", told.join(", ")), "    ", width);
    }
}

/// The order of a file's dates and how it was found.
fn order(file: &FileAudit) -> String {
    let order = match file.date_order {
        Some(history::DateOrder::Dmy) => "day first",
        Some(history::DateOrder::Mdy) => "month first",
        Some(history::DateOrder::Ymd) | None => "year first",
    };
    let by = match file.date_order_by {
        DecidedBy::Given => "as you said",
        DecidedBy::YearFirst => "they can be read no other way",
        DecidedBy::NumberAbove12 => "a number above 12 can only be a day",
        DecidedBy::MediaNames => "the names of pictures tell the day",
        DecidedBy::FewestJumps => "read otherwise, time would run backward",
        DecidedBy::SameEitherWay => "day and month are the same number throughout",
    };
    format!("Dates are {order}: {by}.")
}

/// What else a person should know, in words of this page; what it says elsewhere is left out.
fn note(warning: &Warning, reading: &Reading) -> Option<String> {
    let several = reading.files.len() > 1;
    let of = |file: &str| if several { format!(" ({file})") } else { String::new() };
    Some(match warning {
        Warning::CutAtLimit { file } => format!(
            "The file{} begins where WhatsApp cuts an export: 40 000 messages, or 10 000 with media. What came before is not in it.",
            of(file)
        ),
        Warning::Group { file, others } => format!(
            "This is a group{}. Only you and {} are counted; {} not.",
            of(file),
            reading.partner,
            if *others == 1 { "one other is".to_owned() } else { format!("{others} others are") }
        ),
        Warning::Renamed { other, kept, .. } => {
            format!("{other} and {kept} never write in the same stretch and are taken for one person.")
        }
        Warning::NamelessCalls { count, .. } => {
            format!("{} without a name: counted, but for neither of you.", plural(*count, "call stands", "calls stand"))
        }
        Warning::Unsure { count, .. } => format!(
            "{} under a name may be WhatsApp's own; counted as {}.",
            plural(*count, "line", "lines"),
            if *count == 1 { "a message" } else { "messages" }
        ),
        Warning::Pasted { count, .. } => format!(
            "{} like messages of another chat; read as words that somebody pasted.",
            plural(*count, "line looks", "lines look")
        ),
        Warning::OutOfOrder { count, .. } => format!(
            "{} more than a day earlier than one before, and counted at that time. If somebody pasted old messages, they are counted twice.",
            plural(*count, "message is", "messages are")
        ),
        Warning::RepeatedHour { count, .. } => format!(
            "{} in an hour that the clock ran through twice; told apart by their order.",
            plural(*count, "message falls", "messages fall")
        ),
        Warning::MissingHour { count, .. } => format!(
            "{} in an hour that the clock skipped, and moved forward with it. If that is many, the zone may be wrong: see --zone.",
            plural(*count, "message falls", "messages fall")
        ),
        Warning::OrderInferred { .. } => {
            "Day and month were told apart only by time running forward. If the dates look wrong, --dates decides.".to_owned()
        }
        Warning::Duplicates { file, count } => {
            format!("{}{} stood in an earlier file as well and counted once.", plural(*count, "contact", "contacts"), of(file))
        }
        Warning::LeavingNotCovered => {
            "The two weeks after the leaving are not wholly covered; your instinct may have been stronger than this.".to_owned()
        }
        Warning::Skipped { .. } | Warning::TooLittle | Warning::TooFewStarts { .. } => return None,
    })
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
