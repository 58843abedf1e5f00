//! The names records stand under, counted once each.
//!
//! Only names are kept, never words. A name may hold `: ` itself; whether `Dr: Anna: hello` is cut after `Dr` or
//! after `Anna` is decided from all records of a file (`longer`), and the file is then read again with the names
//! that were found. Whether a name is a person is decided in `people`.

use super::cursor::{blank_length, mark_length};
pub(crate) use super::longer::Longer;
use super::longer::follows_a_name;
use std::collections::HashMap;

/// The number of a name in its table.
pub(crate) type NameId = u16;

/// No name: a line of the app on Android.
pub(crate) const NOBODY: NameId = NameId::MAX;

/// More names than any chat has people; beyond it a file is no chat.
const MOST_NAMES: usize = 20_000;

/// A name as written, and what is known of a longer one it may be the beginning of.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// The bytes before the colon.
    pub(crate) bytes: Box<[u8]>,
    /// What stands between this colon and the next.
    pub(crate) longer: Longer,
}

/// The names of a stretch of text.
#[derive(Debug, Default)]
pub(crate) struct Names {
    list: Vec<Name>,
    index: HashMap<Box<[u8]>, NameId>,
    last: NameId,
    before: NameId,
}

/// What stands before and after the first colon of a record.
pub(crate) struct Sender<'a> {
    /// The name as written.
    pub(crate) name: &'a [u8],
    /// What follows.
    pub(crate) body: &'a [u8],
    /// Whether a blank, a mark or nothing follows the colon, as WhatsApp writes it.
    pub(crate) spaced: bool,
}

/// Cuts `rest` at the colon that ends a name, if there is one.
pub(crate) fn cut(rest: &[u8]) -> Option<Sender<'_>> {
    const LONGEST: usize = 400;
    let window = &rest[..rest.len().min(LONGEST)];
    let mut first = None;
    for at in memchr::memchr_iter(b':', window) {
        let body = &rest[at + 1..];
        let spaced =
            matches!(body.first(), None | Some(b' ' | b'\r')) || blank_length(body) + mark_length(body) > 0;
        if at > 0 && spaced {
            let body = &body[blank_length(body)..];
            return Some(Sender { name: &rest[..at], body, spaced });
        }
        if at > 0 && first.is_none() && !body.starts_with(b"//") {
            first = Some(Sender { name: &rest[..at], body, spaced });
        }
    }
    first
}

/// What a name with a colon in it makes of a line.
pub(crate) enum BySettled<'a> {
    /// A record of its bearer.
    Sender(Sender<'a>),
    /// A line of the app about its bearer.
    TheApp,
    /// Nothing.
    Nothing,
}

/// Cuts `rest` by the longest of the `settled` names it begins with.
pub(crate) fn cut_by<'a>(rest: &'a [u8], settled: &[Settled]) -> BySettled<'a> {
    for name in settled {
        let Some(after) = rest.strip_prefix(&*name.bytes) else { continue };
        if let Some(body) = after.strip_prefix(b":") {
            let spaced = matches!(body.first(), None | Some(b' ' | b'\r'))
                || blank_length(body) + mark_length(body) > 0;
            let body = &body[blank_length(body)..];
            return BySettled::Sender(Sender { name: &rest[..name.bytes.len()], body, spaced });
        }
        if name.alone && follows_a_name(after) {
            return BySettled::TheApp;
        }
    }
    BySettled::Nothing
}

/// A name with a colon in it that is known to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    /// As written.
    pub(crate) bytes: Box<[u8]>,
    /// Whether nobody is called by its beginning, so that what goes on otherwise is the app's.
    pub(crate) alone: bool,
}

impl Names {
    /// All names, in the order of their numbers.
    pub(crate) fn list(&self) -> &[Name] {
        &self.list
    }

    /// Cuts `rest` as one of the two names of the last records would, without searching.
    pub(crate) fn again<'a>(&mut self, rest: &'a [u8]) -> Option<(NameId, Sender<'a>)> {
        for id in [self.last, self.before] {
            let Some(name) = self.list.get(usize::from(id)) else { continue };
            let length = name.bytes.len();
            if rest.get(length..length + 2) == Some(b": ") && rest[..length] == *name.bytes {
                let sender = Sender { name: &rest[..length], body: &rest[length + 2..], spaced: true };
                self.note(id, sender.body);
                return Some((id, sender));
            }
        }
        None
    }

    /// The number of the name of `sender`; `None` if there are more names than a chat has.
    pub(crate) fn add(&mut self, sender: &Sender<'_>) -> Option<NameId> {
        if let Some(&id) = self.index.get(sender.name) {
            self.note(id, sender.body);
            return Some(id);
        }
        if self.list.len() >= MOST_NAMES {
            return None;
        }
        let id = NameId::try_from(self.list.len()).ok()?;
        self.list.push(Name { bytes: sender.name.into(), longer: Longer::default() });
        self.index.insert(sender.name.into(), id);
        self.note(id, sender.body);
        Some(id)
    }

    /// Notes one more record under `id`.
    fn note(&mut self, id: NameId, body: &[u8]) {
        self.list[usize::from(id)].longer.see(body);
        if self.last != id {
            self.before = self.last;
            self.last = id;
        }
    }

    /// Takes in the names of the stretch that follows; gives their numbers here.
    pub(crate) fn take_in(&mut self, next: &Self) -> Option<Vec<NameId>> {
        next.list
            .iter()
            .map(|theirs| {
                let Some(&id) = self.index.get(&theirs.bytes) else {
                    let id =
                        NameId::try_from(self.list.len()).ok().filter(|_| self.list.len() < MOST_NAMES)?;
                    self.index.insert(theirs.bytes.clone(), id);
                    self.list.push(theirs.clone());
                    return Some(id);
                };
                self.list[usize::from(id)].longer.join(&theirs.longer);
                Some(id)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: Option<(&str, &str, bool)>) {
        let cut = cut(line.as_bytes());
        let found = cut.map(|sender| {
            let text = |bytes| std::str::from_utf8(bytes).expect("made from a str at a colon");
            (text(sender.name), text(sender.body), sender.spaced)
        });
        assert_eq!(found, expect, "{line}");
    }

    #[test]
    fn a_record_is_cut_at_the_colon_that_ends_the_name() {
        check("Anna: hi: there", Some(("Anna", "hi: there", true)));
        check("Anna:", Some(("Anna", "", true)));
        check("Anna - Work: hi", Some(("Anna - Work", "hi", true)));
        check("Mia :): hi", Some(("Mia :)", "hi", true)));
        check("Anna:hi", Some(("Anna", "hi", false)));
        check("Anna:\u{a0}hi", Some(("Anna", "hi", true)));
        check("+49 170 1234567: hi", Some(("+49 170 1234567", "hi", true)));
        check("Anna added Bob", None);
        check("see https://x.y", None);
    }

    #[test]
    fn a_name_is_counted_under_one_number_and_found_again_without_search() {
        let mut names = Names::default();
        let first = names.add(&cut(b"Anna: hi").expect("has a colon"));
        assert_eq!(first, Some(0));
        assert_eq!(names.again(b"Anna: ho").map(|(id, _)| id), Some(0));
        assert_eq!(names.list().len(), 1);
    }

    #[test]
    fn a_settled_name_cuts_records_and_leaves_the_apps_lines_about_its_bearer() {
        let settled = [Settled { bytes: b"Dr: Anna".as_slice().into(), alone: true }];
        assert!(
            matches!(cut_by(b"Dr: Anna: hi: x", &settled), BySettled::Sender(found) if found.body == b"hi: x")
        );
        assert!(matches!(cut_by(b"Dr: Anna turned it off", &settled), BySettled::TheApp));
        assert!(matches!(cut_by(b"Dr: Annabel: hi", &settled), BySettled::Nothing));
    }
}
