//! Why a history could not be read, and what to do now, in two sentences.

use history::{Foreign, ReadError, ZipTrouble};

/// What happened and where; and what to do.
#[must_use]
pub fn trouble(error: &ReadError) -> (String, String) {
    match error {
        ReadError::NoFile => ("no file was given.".into(), "Give the export of your chat.".into()),
        ReadError::Empty { file } => (
            format!("{file} is empty."),
            "Export the chat again and give the new file.".into(),
        ),
        ReadError::Foreign { file, what } => (format!("{file} {}.", foreign(*what)), HOW_TO_EXPORT.into()),
        ReadError::Zip { file, trouble } => {
            let (what, advice) = zip(trouble);
            (format!("{file} {what}."), advice.into())
        }
        ReadError::DatesUndecided { file, example } => (
            format!("in {file} day and month cannot be told apart: {example} and every other date can be read both ways."),
            "Say which comes first: --dates dmy for the day, --dates mdy for the month.".into(),
        ),
        ReadError::DatesContradict { file, day_first, month_first } => (
            format!(
                "the dates of {file} contradict each other: {day_first} can only be day first, {month_first} only month first."
            ),
            "It may be two exports in one file. Give them one by one, or say which to believe with --dates.".into(),
        ),
        ReadError::NoDays { file, example, order } => (
            format!("the dates of {file} are no days of this calendar: {example}, read {order}."),
            "Try another --dates; or the phone uses another calendar: set it to the Gregorian one and export again.".into(),
        ),
        ReadError::NotInIt { .. }
        | ReadError::SeveralFit { .. }
        | ReadError::PartnerNeeded { .. }
        | ReadError::PartnerNotInIt { .. }
        | ReadError::AloneInIt { .. }
        | ReadError::BothTheSame { .. } => people(error),
    }
}

const HOW_TO_EXPORT: &str = "In WhatsApp: open the chat, its menu, \"Export chat\", without media. Give the file that makes. If the \
                             chat's privacy settings forbid exporting, that is to be respected; contacts can be entered by hand.";

/// What is said where the names do not fit.
fn people(error: &ReadError) -> (String, String) {
    match error {
        ReadError::NotInIt { file, name, people } => (
            format!("{name} does not write in {file}, and a chat that you are not in is not read."),
            format!(
                "If it is yours under another name, give that with --me. Who writes in it: {}.",
                listed(people)
            ),
        ),
        ReadError::SeveralFit { file, name, people } => (
            format!("more than one person in {file} fits {name}."),
            format!("Give the name letter by letter. Who writes in it: {}.", listed(people)),
        ),
        ReadError::PartnerNeeded { file, people } => (
            format!("more than two people write in {file}."),
            format!(
                "Say with --partner who of them is yours; only the two of you are counted. Who else writes in it: {}.",
                listed(people)
            ),
        ),
        ReadError::PartnerNotInIt { file, name, people } => (
            format!("{name} does not write in {file}."),
            format!("Give the name as the chat writes it. Who else writes in it: {}.", listed(people)),
        ),
        ReadError::AloneInIt { file, name } => (
            format!("nobody but {name} writes in {file}, so there is no flow to read."),
            "Check that it is the right chat.".into(),
        ),
        other => (format!("{other}."), "Give two different names with --me and --partner.".into()),
    }
}

/// Names in a row; of many, the first.
fn listed(people: &[String]) -> String {
    const MOST: usize = 12;
    let more = people.len().saturating_sub(MOST);
    let mut names: Vec<String> = people.iter().take(MOST).cloned().collect();
    match (people.len(), more) {
        (0, _) => return "nobody".into(),
        (_, 0) => {}
        (_, more) => names.push(format!("and {more} more")),
    }
    names.join(", ")
}

const fn foreign(what: Foreign) -> &'static str {
    match what {
        Foreign::Pdf => "is a PDF, not a chat export",
        Foreign::Medium => "is a picture, a sound or a film, not a chat export",
        Foreign::Json => "holds JSON, as Telegram, Messenger or Instagram export; that is not read yet",
        Foreign::Xml => "holds XML, as SMS Backup & Restore writes; that is not read yet",
        Foreign::Html => "is a web page, not a chat export",
        Foreign::Database => "is a database, not a chat export",
        Foreign::NoText => "is no text",
        Foreign::KakaoTalk => "is a chat of KakaoTalk; that is not read",
        Foreign::Line => "is a chat of LINE; that is not read",
        Foreign::Mailbox => "is a mailbox; that is not read yet",
        Foreign::Archive => "is an archive of a kind that is not read",
        Foreign::OtherText => "holds no line that begins as a WhatsApp message does",
    }
}

const fn zip(trouble: &ZipTrouble) -> (&'static str, &'static str) {
    match trouble {
        ZipTrouble::Damaged(_) => {
            ("is a zip that is cut short or damaged", "Export the chat again, or copy the file again.")
        }
        ZipTrouble::Locked => ("is locked with a password", "Unlock it first, and give the file inside."),
        ZipTrouble::ClimbingPath => (
            "is a zip that would write outside its folder; no phone makes such a file",
            "Nothing was unpacked. Export the chat again.",
        ),
        ZipTrouble::NoChat => {
            ("is a zip without a chat in it", "Give the zip that WhatsApp made, or the .txt inside.")
        }
        ZipTrouble::SeveralChats(_) => {
            ("is a zip with several chats in it", "Unpack it and give the chat with your partner.")
        }
        ZipTrouble::TooLarge { .. } => (
            "is a zip whose chat unpacks to more than 256 MiB; no chat export is that large",
            "Nothing was kept of it. Export the chat again.",
        ),
        ZipTrouble::Unpack(_) => {
            ("is a zip that cannot be unpacked", "Export the chat again, or copy the file again.")
        }
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
            let (what, todo) = trouble(&error);
            assert!(what.contains("chat.txt"), "{what}");
            assert!(todo.contains(advice), "{todo}");
        }
    }
}
