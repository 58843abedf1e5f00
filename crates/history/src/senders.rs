//! People met while reading, numbered by what the format tells them apart by.
//! Which of them is the person and which the partner, `cast` finds out.
//!
//! In a chat two write in turn, so the one before last is nearly always the next: it is looked at first.

use crate::export::Person;
use std::collections::HashMap;

/// More people than this are no chat's; whoever comes later is one more stranger.
const MOST: usize = 60_000;

/// People, by key.
#[derive(Debug, Default)]
pub(crate) struct Senders {
    keys: Vec<Box<[u8]>>,
    /// Every name each was met under, as written, in the order of appearance.
    names: Vec<Vec<Box<[u8]>>>,
    numbers: HashMap<Box<[u8]>, u16>,
    last: [u16; 2],
}

impl Senders {
    /// The number of whoever has this key.
    #[inline]
    pub(crate) fn number(&mut self, key: &[u8]) -> u16 {
        for last in self.last {
            if self.keys.get(usize::from(last)).is_some_and(|known| **known == *key) {
                return last;
            }
        }
        let number = self.looked_up(key);
        self.last = [number, self.last[0]];
        number
    }

    fn looked_up(&mut self, key: &[u8]) -> u16 {
        if let Some(&number) = self.numbers.get(key) {
            return number;
        }
        let key = if self.keys.len() < MOST { key } else { b"" };
        if let Some(&number) = self.numbers.get(key) {
            return number;
        }
        let number = u16::try_from(self.keys.len()).expect("no more than the most are numbered");
        self.keys.push(key.into());
        self.names.push(Vec::new());
        self.numbers.insert(key.into(), number);
        number
    }

    /// The key of `number`.
    pub(crate) fn key(&self, number: u16) -> &[u8] {
        &self.keys[usize::from(number)]
    }

    /// Notes a name of `number`, as written.
    #[inline]
    pub(crate) fn name(&mut self, number: u16, name: &[u8]) {
        /// More names than this are noise.
        const MOST_NAMES: usize = 64;
        let names = &mut self.names[usize::from(number)];
        if names.last().is_some_and(|last| **last == *name) {
            return;
        }
        // The newest stands last.
        if let Some(place) = names.iter().position(|known| **known == *name) {
            names[place..].rotate_left(1);
        } else if names.len() < MOST_NAMES {
            names.push(name.into());
        }
    }

    /// Notes a name of `number` that any other name outranks.
    pub(crate) fn older_name(&mut self, number: u16, name: &[u8]) {
        let names = &mut self.names[usize::from(number)];
        if names.iter().all(|known| **known != *name) {
            names.insert(0, name.into());
        }
    }

    /// Takes in the people of another; gives the numbers they have here.
    pub(crate) fn take_in(&mut self, other: &Self) -> Vec<u16> {
        let mut numbers = Vec::with_capacity(other.keys.len());
        for (key, names) in other.keys.iter().zip(&other.names) {
            let number = self.number(key);
            for name in names {
                self.name(number, name);
            }
            numbers.push(number);
        }
        numbers
    }

    /// The people, each by the newest name first, then older ones, then the key, in words that `read` makes of them.
    pub(crate) fn people(&self, read: impl Fn(&[u8]) -> String) -> Vec<Person> {
        let person = |key: &[u8], names: &[Box<[u8]>]| {
            let mut person = Person::default();
            for name in names.iter().rev() {
                person.add(read(name).trim());
            }
            // A key that only joins names is none itself.
            if !key.starts_with(b"\0") {
                person.add(read(key).trim());
            }
            person
        };
        self.keys.iter().zip(&self.names).map(|(key, names)| person(key, names)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_one_number_and_the_newest_name_first() {
        let mut senders = Senders::default();
        let (jo, mia) = (senders.number(b"1"), senders.number(b"2"));
        senders.name(mia, b"Mia");
        senders.name(mia, b"Mia Winter");
        senders.name(mia, b"Mia");
        assert_eq!((senders.number(b"1"), senders.number(b"2"), senders.number(b"3")), (jo, mia, 2));
        let people = senders.people(|raw| String::from_utf8_lossy(raw).into_owned());
        assert_eq!(people[1].names, ["Mia", "Mia Winter", "2"]);
    }

    #[test]
    fn the_people_of_two_halves_are_the_same_people() {
        let (mut first, mut second) = (Senders::default(), Senders::default());
        first.number(b"1");
        let mia = second.number(b"2");
        second.name(mia, b"Mia");
        second.number(b"1");
        assert_eq!(first.take_in(&second), [1, 0]);
        assert_eq!(first.people(|raw| String::from_utf8_lossy(raw).into_owned())[1].shown(), "Mia");
    }

    #[test]
    fn of_too_many_people_the_last_are_one_stranger() {
        let mut senders = Senders::default();
        for number in 0..70_000_u32 {
            senders.number(&number.to_le_bytes());
        }
        assert_eq!(senders.number(b"new"), senders.number(b"newer"));
    }
}
