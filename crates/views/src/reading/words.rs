//! Numbers, days and degrees of certainty as words, and lines of a given width.

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A whole number, with thin groups of three from 10 000 on.
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 week`, `2 weeks`.
pub(super) fn plural(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// A mean, as finely as it deserves.
pub(super) fn figure(value: f64) -> String {
    if value >= 20.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}").trim_end_matches(".0").to_owned()
    }
}

/// A length of time, from minutes.
pub(super) fn minutes(minutes: f64) -> String {
    if minutes < 1.0 {
        "a minute".to_owned()
    } else if minutes < 90.0 {
        let whole = minutes.round();
        format!("{whole} {}", if whole > 1.5 { "minutes" } else { "minute" })
    } else {
        format!("{} hours", figure(minutes / 60.0))
    }
}

/// `6 January 2025`
pub(super) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// `6 January 2025`, the Monday of `2025-W02`; the name itself if it is none.
pub(super) fn week_of(week: &str) -> String {
    monday(week).map_or_else(|| week.to_owned(), day)
}

/// The Monday of a week such as `2025-W02`.
pub(super) fn monday(week: &str) -> Option<Date> {
    let (year, number) = week.split_once("-W")?;
    let week = ISOWeekDate::new(year.parse().ok()?, number.parse().ok()?, Weekday::Monday).ok()?;
    Some(week.date())
}

/// How sure a probability is, in words.
pub(super) fn sure(probability: f64) -> &'static str {
    match probability {
        p if p >= 0.95 => "This is nearly certain",
        p if p >= 0.8 => "This is likely",
        p if p >= 0.6 => "This is more likely than not",
        _ => "This is far from certain",
    }
}

/// Writes `text` in lines of at most `width`, the first behind `lead`, the others behind as many blanks.
pub(super) fn wrapped(page: &mut String, text: &str, lead: &str, width: usize) {
    let indent = lead.chars().count();
    let mut line = lead.to_owned();
    let mut length = indent;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let long = word.chars().count();
        if length > indent && length + 1 + long > width {
            page.push_str(&line);
            page.push('\n');
            line = " ".repeat(indent);
            length = indent;
        }
        if length > indent {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += long;
    }
    page.push_str(&line);
    page.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(count(9999), "9999");
        assert_eq!(count(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(plural(1, "week", "weeks"), "1 week");
        assert_eq!(
            (figure(5.04), figure(2.35), figure(31.4)),
            ("5".to_owned(), "2.4".to_owned(), "31".to_owned())
        );
        assert_eq!(
            (minutes(0.4), minutes(12.2), minutes(150.0)),
            ("a minute".into(), "12 minutes".into(), "2.5 hours".into())
        );
    }

    #[test]
    fn a_week_is_told_by_its_monday() {
        assert_eq!(week_of("2025-W01"), "30 December 2024");
        assert_eq!(week_of("nonsense"), "nonsense");
    }

    #[test]
    fn no_line_is_longer_than_the_page_and_no_word_is_lost() {
        let mut page = String::new();
        wrapped(&mut page, "one two three four five six seven", "  · ", 14);
        assert!(page.lines().all(|line| line.chars().count() <= 14), "{page}");
        assert_eq!(page.replace('·', "").split_whitespace().count(), 7);
    }
}
