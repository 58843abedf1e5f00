//! Why a history could not be read, and what to do now, in two sentences.

use super::grounds::why;
use super::words::{count, counted, listed};
use crate::Words;
use fluent_bundle::FluentValue;
use history::{Foreign, ReadError, ZipTrouble};

/// What happened and where; and what to do.
#[must_use]
pub fn trouble(words: &Words, error: &ReadError) -> (String, String) {
    let (what, todo) = messages(error);
    let fill = fill(words, error);
    (words.say_with(what, &fill), words.say_with(todo, &fill))
}

/// The messages that tell of an error: what happened, and what to do.
const fn messages(error: &ReadError) -> (&'static str, &'static str) {
    match error {
        ReadError::NoFile => ("trouble-no-file", "trouble-no-file-todo"),
        ReadError::Empty { .. } => ("trouble-empty", "trouble-empty-todo"),
        ReadError::Foreign { what, .. } => (foreign(*what), "trouble-how-to-export-todo"),
        ReadError::Zip { trouble, .. } => zip(trouble),
        ReadError::DatesUndecided { .. } => ("trouble-dates-undecided", "trouble-dates-undecided-todo"),
        ReadError::DatesContradict { .. } => ("trouble-dates-contradict", "trouble-dates-contradict-todo"),
        ReadError::NoDays { .. } => ("trouble-no-days", "trouble-no-days-todo"),
        ReadError::UnknownWord { .. } => ("trouble-unknown-word", "trouble-unknown-word-todo"),
        ReadError::NothingInFolder { .. } => ("trouble-nothing-in-folder", "trouble-nothing-in-folder-todo"),
        ReadError::NothingInIt { why: None, .. } => ("trouble-nothing-in-it", "trouble-nothing-in-it-todo"),
        ReadError::NothingInIt { .. } => ("trouble-nothing-in-it-because", "trouble-nothing-in-it-todo"),
        ReadError::Database { .. } => ("trouble-unread-database", "trouble-unread-database-todo"),
        ReadError::NotYourDevice { .. } => ("trouble-not-your-device", "trouble-not-your-device-todo"),
        ReadError::NotInIt { .. } => ("trouble-not-in-it", "trouble-not-in-it-todo"),
        ReadError::SeveralFit { .. } => ("trouble-several-fit", "trouble-several-fit-todo"),
        ReadError::PartnerNeeded { .. } => ("trouble-partner-needed", "trouble-partner-needed-todo"),
        ReadError::PartnerNotInIt { .. } => ("trouble-partner-not-in-it", "trouble-partner-not-in-it-todo"),
        ReadError::AloneInIt { .. } => ("trouble-alone", "trouble-alone-todo"),
        ReadError::BothTheSame { .. } => ("trouble-both-the-same", "trouble-both-the-same-todo"),
    }
}

/// What the messages of an error are filled with.
fn fill<'a>(words: &Words, error: &'a ReadError) -> Vec<(&'static str, FluentValue<'a>)> {
    let named = |name: &'static str, text: &'a String| (name, FluentValue::from(text));
    let among = |people: &[String]| ("people", FluentValue::from(some_of(words, people)));
    let number = |name: &'static str, number: u32| (name, FluentValue::from(count(number.into())));
    match error {
        ReadError::NoFile => Vec::new(),
        ReadError::Empty { file }
        | ReadError::Foreign { file, .. }
        | ReadError::Zip { file, .. }
        | ReadError::NothingInFolder { file }
        | ReadError::NothingInIt { file, why: None } => vec![named("file", file)],
        ReadError::NothingInIt { file, why: Some(reason) } => {
            vec![named("file", file), ("why", why(words, *reason).into())]
        }
        ReadError::Database { file, what } => vec![named("file", file), named("example", what)],
        ReadError::DatesUndecided { file, example } => vec![named("file", file), named("example", example)],
        ReadError::DatesContradict { file, day_first, month_first } => {
            vec![named("file", file), number("day-first", *day_first), number("month-first", *month_first)]
        }
        ReadError::NoDays { file, example, order } => {
            vec![named("file", file), named("example", example), ("order", order.to_string().into())]
        }
        ReadError::UnknownWord { file, line, head } => {
            vec![named("file", file), ("line", line.to_string().into()), named("example", head)]
        }
        ReadError::NotInIt { file, name, people }
        | ReadError::SeveralFit { file, name, people }
        | ReadError::PartnerNotInIt { file, name, people } => {
            vec![named("file", file), named("name", name), among(people)]
        }
        ReadError::PartnerNeeded { file, people } => vec![named("file", file), among(people)],
        ReadError::AloneInIt { file, name } | ReadError::NotYourDevice { file, name } => {
            vec![named("file", file), named("name", name)]
        }
        ReadError::BothTheSame { name } => vec![named("name", name)],
    }
}

/// Names in a row; of many, the first.
fn some_of(words: &Words, people: &[String]) -> String {
    const MOST: usize = 12;
    let Some(names) = listed(words, "reading-list", people.iter().take(MOST).cloned()) else {
        return words.say("trouble-nobody");
    };
    match people.len().saturating_sub(MOST) {
        0 => names,
        more => counted(words, "trouble-and-more", more as u64, &[("people", names.into())]),
    }
}

const fn foreign(what: Foreign) -> &'static str {
    match what {
        Foreign::Pdf => "trouble-pdf",
        Foreign::Medium => "trouble-medium",
        Foreign::Json => "trouble-json",
        Foreign::Xml => "trouble-xml",
        Foreign::Html => "trouble-html",
        Foreign::Database => "trouble-database",
        Foreign::NoText => "trouble-no-text",
        Foreign::KakaoTalk => "trouble-kakaotalk",
        Foreign::Line => "trouble-line",
        Foreign::Mailbox => "trouble-mailbox",
        Foreign::Archive => "trouble-archive",
        Foreign::OtherText => "trouble-other-text",
    }
}

/// The messages that tell of a zip: what is wrong, and what to do.
const fn zip(trouble: &ZipTrouble) -> (&'static str, &'static str) {
    match trouble {
        ZipTrouble::Damaged(_) => ("trouble-zip-damaged", "trouble-zip-again-todo"),
        ZipTrouble::Locked => ("trouble-zip-locked", "trouble-zip-locked-todo"),
        ZipTrouble::ClimbingPath => ("trouble-zip-climbing", "trouble-zip-climbing-todo"),
        ZipTrouble::NoChat => ("trouble-zip-no-chat", "trouble-zip-no-chat-todo"),
        ZipTrouble::SeveralChats(_) => ("trouble-zip-several", "trouble-zip-several-todo"),
        ZipTrouble::TooLarge { .. } => ("trouble-zip-too-large", "trouble-zip-too-large-todo"),
        ZipTrouble::Unpack(_) => ("trouble-zip-unpack", "trouble-zip-again-todo"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use history::{Options, Source};

    #[test]
    fn every_refusal_says_where_and_what_to_do() {
        let two = "25.03.25, 14:00 - Cy: a\n25.03.25, 14:01 - Mia: b\n";
        let three = "25.03.25, 14:00 - Jo: a\n25.03.25, 14:01 - Mia: b\n25.03.25, 14:02 - Cy: c\n25.03.25, 14:03 - Mia: d\n";
        for (chat, advice) in [
            (two, "Who writes in it: Cy, Mia."),
            (three, "Who else writes in it: Mia, Cy."),
            ("3/4/25, 14:00 - Jo: a\n", "--dates dmy"),
            ("{\"messages\": []}", "Export chat"),
            ("25.03.25, 14:00 - Jo: a\n", "right chat"),
        ] {
            let options = Options::new("Jo", jiff::tz::TimeZone::UTC);
            let error = history::read(&[Source::held("chat.txt", chat.into())], &options)
                .expect_err("must be refused");
            let (what, todo) = trouble(&Words::english(), &error);
            assert!(what.contains("chat.txt"), "{what}");
            assert!(todo.contains(advice), "{todo}");
        }
    }

    /// One of each error, and of each kind of file and zip.
    fn every_error() -> Vec<ReadError> {
        use Foreign::{
            Archive, Database, Html, Json, KakaoTalk, Line, Mailbox, Medium, NoText, OtherText, Pdf, Xml,
        };
        use ZipTrouble::{ClimbingPath, Damaged, Locked, NoChat, SeveralChats, TooLarge, Unpack};
        let file = || "chat.txt".to_owned();
        let name = || "Mia".to_owned();
        let people = || (1..=14).map(|person| format!("Cy {person}")).collect::<Vec<_>>();
        let example = || "3/4/25".to_owned();
        let unreadable = || std::io::Error::other("unreadable");
        let foreign =
            [Archive, Database, Html, Json, KakaoTalk, Line, Mailbox, Medium, NoText, OtherText, Pdf, Xml];
        let zips = [
            ClimbingPath,
            Damaged(unreadable().into()),
            Locked,
            NoChat,
            SeveralChats(2),
            TooLarge { limit: 1 },
            Unpack(unreadable()),
        ];
        let mut errors = vec![
            ReadError::NoFile,
            ReadError::Empty { file: file() },
            ReadError::DatesUndecided { file: file(), example: example() },
            ReadError::DatesContradict { file: file(), day_first: 2, month_first: 1 },
            ReadError::NoDays { file: file(), example: example(), order: history::DateOrder::Dmy },
            ReadError::UnknownWord { file: file(), line: 12, head: example() },
            ReadError::NotInIt { file: file(), name: name(), people: people() },
            ReadError::SeveralFit { file: file(), name: name(), people: people() },
            ReadError::PartnerNeeded { file: file(), people: people() },
            ReadError::PartnerNotInIt { file: file(), name: name(), people: Vec::new() },
            ReadError::AloneInIt { file: file(), name: name() },
            ReadError::BothTheSame { name: name() },
            ReadError::NothingInFolder { file: file() },
            ReadError::NothingInIt { file: file(), why: None },
            ReadError::NothingInIt { file: file(), why: Some(history::Why::NoTime) },
            ReadError::Database { file: file(), what: example() },
            ReadError::NotYourDevice { file: file(), name: name() },
        ];
        errors.extend(foreign.map(|what| ReadError::Foreign { file: file(), what }));
        errors.extend(zips.map(|trouble| ReadError::Zip { file: file(), trouble }));
        errors
    }

    #[test]
    fn every_error_is_told_whole_and_differently() {
        let told: Vec<(String, String)> =
            every_error().iter().map(|error| trouble(&Words::english(), error)).collect();
        for (what, todo) in &told {
            for sentence in [what, todo] {
                assert!(sentence.ends_with('.') && sentence.contains(' '), "{sentence}");
                assert!(!sentence.contains(['{', '}']), "nothing is left unfilled: {sentence}");
            }
        }
        let mut whats: Vec<&String> = told.iter().map(|(what, _)| what).collect();
        whats.sort();
        whats.dedup();
        assert_eq!(whats.len(), told.len(), "{whats:?}");
    }

    #[test]
    fn of_many_names_the_first_are_told_and_of_none_that_there_are_none() {
        let words = Words::english();
        let people: Vec<String> = (1..=14).map(|person| person.to_string()).collect();
        assert_eq!(some_of(&words, &people), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, and 2 more");
        assert_eq!(some_of(&words, &[]), "nobody");
    }
}
