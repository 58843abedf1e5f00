//! People to turn to, with what they can do and the number to call. It calls nobody.

use method::Present;

use crate::Words;

/// Somebody to turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Someone {
    /// The name by which the entry is taken back; empty where it has none.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Their number, as it was written; may be empty.
    pub phone: String,
    /// The number as it is dialled; may be empty.
    pub dialled: String,
    /// What they can do, in words; may be empty.
    pub can: String,
}

/// Everybody on the list, in the order in which they were written down.
#[must_use]
pub fn list(words: &Words, present: &Present<'_>) -> Vec<Someone> {
    let people = present.standing.people.seen(present.now);
    people
        .map(|noted| {
            let phone = noted.what.phone.as_deref().unwrap_or_default();
            Someone {
                id: noted.name().unwrap_or_default().to_owned(),
                name: noted.what.name.to_string(),
                phone: phone.to_owned(),
                dialled: dialled(phone),
                can: noted.what.can.map(|can| words.say(&format!("can-{}", can.name()))).unwrap_or_default(),
            }
        })
        .collect()
}

/// Somebody of whom no more is known than a name and a number.
#[must_use]
pub fn called(name: &str, phone: &str) -> Someone {
    let (id, can) = (String::new(), String::new());
    Someone { id, name: name.to_owned(), phone: phone.to_owned(), dialled: dialled(phone), can }
}

/// A number with nothing in it but what a telephone takes.
pub(crate) fn dialled(number: &str) -> String {
    number.chars().filter(|letter| letter.is_ascii_digit() || "+*#".contains(*letter)).collect()
}
