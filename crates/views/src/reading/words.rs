//! Numbers, weeks and degrees of certainty as words, and lines of a given width.

use crate::Words;
use crate::days::week_of_year;
use fluent_bundle::FluentValue;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A whole number, with thin groups of three from 10 000 on.
pub(crate) fn count(number: u64) -> String {
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

/// The message of that id about `number` things: `$n` chooses its form, `$count` is the figure that is shown.
pub(super) fn counted(words: &Words, id: &str, number: u64, fill: &[(&str, FluentValue<'_>)]) -> String {
    let number = [("n", FluentValue::from(number)), ("count", count(number).into())];
    let fill: Vec<(&str, FluentValue<'_>)> = number.into_iter().chain(fill.iter().cloned()).collect();
    words.say_with(id, &fill)
}

/// The message of that id about a mean: `$n` chooses its form by the figure that is shown, which is `$count`.
pub(super) fn measured(words: &Words, id: &str, value: f64) -> String {
    let shown = rounded(value);
    let number: f64 = shown.parse().unwrap_or(value);
    words.say_with(id, &[("n", number.into()), ("count", marked(words, &shown).into())])
}

/// A mean, as finely as it deserves and as the language writes it.
pub(super) fn figure(words: &Words, value: f64) -> String {
    marked(words, &rounded(value))
}

/// A figure with the language's mark between the whole and its parts.
fn marked(words: &Words, figure: &str) -> String {
    figure.replace('.', &words.say("decimal-mark"))
}

fn rounded(value: f64) -> String {
    if value >= 20.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}").trim_end_matches(".0").to_owned()
    }
}

/// A length of time, from minutes.
pub(super) fn minutes(words: &Words, minutes: f64) -> String {
    if minutes < 1.0 {
        words.say("reading-a-minute")
    } else if minutes < 90.0 {
        measured(words, "reading-minutes", minutes.round())
    } else {
        measured(words, "reading-hours", minutes / 60.0)
    }
}

/// `6 January 2025`, the Monday of `2025-W02`; the name itself if it is none.
pub(crate) fn week_of(words: &Words, week: &str) -> String {
    monday(week).map_or_else(|| week.to_owned(), |monday| week_of_year(words, monday))
}

/// The Monday of a week such as `2025-W02`.
pub(super) fn monday(week: &str) -> Option<Date> {
    let (year, number) = week.split_once("-W")?;
    let week = ISOWeekDate::new(year.parse().ok()?, number.parse().ok()?, Weekday::Monday).ok()?;
    Some(week.date())
}

/// How sure a probability is, in words, with the figure behind them.
pub(super) fn sure(words: &Words, probability: f64) -> String {
    let id = match probability {
        p if p >= 0.95 => "reading-nearly-certain",
        p if p >= 0.8 => "reading-likely",
        p if p >= 0.6 => "reading-more-likely-than-not",
        _ => "reading-far-from-certain",
    };
    words.say_with(id, &[("probability", marked(words, &format!("{probability:.2}")).into())])
}

/// Several in a row, put together from the left by the message of that id; none if there are none.
pub(super) fn listed(words: &Words, id: &str, several: impl IntoIterator<Item = String>) -> Option<String> {
    let join =
        |list: String, next: String| words.say_with(id, &[("list", list.into()), ("next", next.into())]);
    several.into_iter().reduce(join)
}

/// Writes `text` in lines of at most `width` columns, the first behind `lead`, the others behind as many blanks. A word
/// that is longer stays whole.
pub(super) fn wrapped(page: &mut String, text: &str, lead: &str, width: usize) {
    let blanks = " ".repeat(textwrap::core::display_width(lead));
    let layout = textwrap::Options::new(width)
        .initial_indent(lead)
        .subsequent_indent(&blanks)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    for line in textwrap::wrap(text, layout) {
        page.push_str(&line);
        page.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        let words = Words::english();
        assert_eq!(count(9999), "9999");
        assert_eq!(count(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(
            counted(&words, "chart-column-of-weeks", 2, &[]),
            "Conversations begun, a column is 2 weeks"
        );
        assert_eq!(
            (figure(&words, 5.04), figure(&words, 2.35), figure(&words, 31.4)),
            ("5".to_owned(), "2.4".to_owned(), "31".to_owned())
        );
        for (length, told) in [
            (0.4, "a minute"),
            (1.2, "1 minute"),
            (12.2, "12 minutes"),
            (89.0, "89 minutes"),
            (90.0, "1.5 hours"),
            (150.0, "2.5 hours"),
        ] {
            assert_eq!(minutes(&words, length), told);
        }
    }

    #[test]
    fn a_mean_bends_its_word_by_the_figure_that_is_shown() {
        let words = Words::english();
        for (mean, told) in [(0.96, "1 time a week"), (1.02, "1 time a week"), (1.1, "1.1 times a week")] {
            let told_of = measured(&words, "reading-instinct", mean);
            assert!(told_of.contains(told), "{told_of}");
        }
    }

    #[test]
    fn a_week_is_told_by_its_monday() {
        let words = Words::english();
        assert_eq!(week_of(&words, "2025-W01"), "30 December 2024");
        assert_eq!(week_of(&words, "nonsense"), "nonsense");
    }

    #[test]
    fn a_list_is_put_together_in_order() {
        let words = Words::english();
        let list = |names: &[&str]| listed(&words, "reading-list", names.iter().map(|&name| name.to_owned()));
        assert_eq!(list(&["Cy", "Mia", "Jo"]).as_deref(), Some("Cy, Mia, Jo"));
        assert_eq!(list(&[]), None);
    }

    #[test]
    fn no_line_is_longer_than_the_page_and_no_word_is_lost() {
        let mut page = String::new();
        wrapped(&mut page, "one two three four five six seven", "  · ", 14);
        assert!(page.lines().all(|line| line.chars().count() <= 14), "{page}");
        assert_eq!(page.replace('·', "").split_whitespace().count(), 7);
    }

    #[test]
    fn figures_are_marked_as_their_language_marks_them_and_bend_their_words_all_the_same() {
        let german = Words::of(crate::Language::German);
        assert_eq!(figure(&german, 2.35), "2,4");
        assert_eq!(sure(&german, 0.97), "Das ist fast gewiss (0,97).");
        for (length, told) in [
            (0.4, "einer Minute"),
            (1.2, "1 Minute"),
            (12.2, "12 Minuten"),
            (90.0, "1,5 Stunden"),
            (120.0, "2 Stunden"),
        ] {
            assert_eq!(minutes(&german, length), told);
        }
        assert!(measured(&german, "reading-instinct", 9.5).contains("9,5-mal pro Woche"));
    }
}
