//! The words WhatsApp itself writes into a chat, by language: tables only, one phrase a line.
//!
//! They are interface texts of the app, gathered so that its own lines are not counted as somebody's. A phrase
//! that a person might as well write stands only where `body` demands the app's invisible mark before it, or the
//! whole line to be the phrase. To add a language, add its lines to the files under `words`.

use std::sync::LazyLock;

/// A table of phrases.
pub(super) type Phrases = LazyLock<Vec<String>>;

/// How the notice about encryption begins. Long enough that nobody writes it by chance: recognised with or
/// without the mark. iPhones put it under the contact's name, where it would pass for a first message.
pub(super) static NOTICES: Phrases = LazyLock::new(|| lines(include_str!("words/notices.txt")));

/// Calls that were missed. A line that is only this is a call.
pub(super) static MISSED_CALLS: Phrases = LazyLock::new(|| lines(include_str!("words/missed-calls.txt")));

/// Calls that took place. A line of this, a comma and a length (or that nobody answered) is a call; alone
/// only with the app's mark.
pub(super) static CALLS: Phrases = LazyLock::new(|| lines(include_str!("words/calls.txt")));

/// What may follow the comma when nobody answered.
pub(super) static UNANSWERED: Phrases = LazyLock::new(|| lines(include_str!("words/unanswered.txt")));

/// How second-person lines of the app begin, under a contact's name and after the mark. Not among them:
/// `You deleted this message`, `You received a view once …`, which stand for messages.
pub(super) static TO_YOU: Phrases = LazyLock::new(|| lines(include_str!("words/to-you.txt")));

/// Stems of the app's words for media that an export leaves out, in the languages it speaks.
pub(super) static OMITTED: Phrases = LazyLock::new(|| lines(include_str!("words/omitted.txt")));

/// The app's words for a file that an Android export holds, in brackets after the file's name.
pub(super) static ATTACHED: Phrases = LazyLock::new(|| lines(include_str!("words/attached.txt")));

/// Stems of what stands where a message stood: deleted, not yet arrived, to be seen once, not to be shown here.
pub(super) static DELETED: Phrases = LazyLock::new(|| lines(include_str!("words/deleted.txt")));

/// What makes a would-be name a line of the app instead: `Anna changed the subject to "Plans: May"` has a colon
/// too. No name of a person holds these.
pub(super) static NOT_NAMES: Phrases = LazyLock::new(|| lines(include_str!("words/not-names.txt")));

/// The lines of a table. An underscore at either end stands for a blank that belongs to the phrase.
fn lines(table: &str) -> Vec<String> {
    let phrase = |line: &str| {
        let words = line.trim_matches('_');
        let (before, after) = (line.starts_with('_'), line.ends_with('_'));
        format!("{}{words}{}", if before { " " } else { "" }, if after { " " } else { "" })
    };
    table.lines().filter(|line| !line.is_empty()).map(phrase).collect()
}
