//! Who of an export's people is who, and which of its chats are about the two.
//!
//! A chat without the person asking in it is refused (SAFE-6). Of a group, two people are counted and nobody else; of
//! an export with many chats only those of the two. It counts nothing.

use crate::contact::Contact;
use crate::error::ReadError;
use crate::export::{Chat, Export, Told};
use crate::names::{Number, fold, same_name};

/// Who of an export's people is who.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Cast {
    /// The person asking.
    pub(crate) me: Vec<u16>,
    /// The partner; nobody where the partner never wrote.
    pub(crate) partner: Vec<u16>,
    /// Other names of the partner, one after the other.
    pub(crate) also: Vec<u16>,
    /// The chats that are counted.
    pub(crate) chats: Vec<usize>,
    /// How many chats hold both and others, and are not counted.
    pub(crate) groups_left: usize,
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// Names, numbers and addresses of the person asking; one at least.
    pub(crate) me: &'a [String],
    /// Names, numbers and addresses of the partner; none where they are to be inferred.
    pub(crate) partner: &'a [String],
}

/// What is known of each person of a chat before it is decided who is who.
#[derive(Clone, Copy, Debug)]
struct Writer {
    who: u16,
    first: usize,
    last: usize,
}

/// Who writes in a chat, in the order of their first words.
fn writers(contacts: &[Contact], slots: &mut [u32]) -> Vec<Writer> {
    let mut writers: Vec<Writer> = Vec::new();
    for (place, contact) in contacts.iter().enumerate() {
        let slot = &mut slots[usize::from(contact.who)];
        if let Some(writer) = writers.get_mut(*slot as usize).filter(|writer| writer.who == contact.who) {
            writer.last = place;
        } else {
            *slot = u32::try_from(writers.len()).unwrap_or(u32::MAX);
            writers.push(Writer { who: contact.who, first: place, last: place });
        }
    }
    writers
}

/// A chat with who is in it.
struct Room<'a> {
    chat: &'a Chat,
    writers: Vec<Writer>,
}

impl Room<'_> {
    fn holds(&self, who: u16) -> bool {
        self.writers.iter().any(|writer| writer.who == who) || self.chat.members.contains(&who)
    }

    /// Everybody but these.
    fn without(&self, me: &[u16]) -> Vec<u16> {
        let mut others: Vec<u16> =
            self.writers.iter().map(|writer| writer.who).filter(|who| !me.contains(who)).collect();
        for member in &self.chat.members {
            if !me.contains(member) && !others.contains(member) {
                others.push(*member);
            }
        }
        others
    }
}

/// Finds out who is who in `export`.
pub(crate) fn of(file: &str, export: &Export, wanted: Wanted<'_>) -> Result<Cast, ReadError> {
    let mut slots = vec![u32::MAX; export.people.len()];
    let rooms: Vec<Room<'_>> =
        export.chats.iter().map(|chat| Room { chat, writers: writers(&chat.contacts, &mut slots) }).collect();
    let casting = Casting { file, export, rooms, wanted };
    let me = casting.me()?;
    let with_me: Vec<usize> = (0..casting.rooms.len())
        .filter(|&room| export.owner.is_some() || me.iter().any(|&me| casting.rooms[room].holds(me)))
        .collect();
    let mut others: Vec<u16> = Vec::new();
    let mut seen = vec![false; export.people.len()];
    for &room in &with_me {
        for other in casting.rooms[room].without(&me) {
            if !std::mem::replace(&mut seen[usize::from(other)], true) {
                others.push(other);
            }
        }
    }
    let partner = casting.partner(&me, &with_me, &others)?;
    let also = casting.also(&others, &partner);
    let (chats, groups_left) = casting.chats(&me, &with_me, &partner, &also);
    Ok(Cast { me, partner, also, chats, groups_left })
}

struct Casting<'a> {
    file: &'a str,
    export: &'a Export,
    rooms: Vec<Room<'a>>,
    wanted: Wanted<'a>,
}

impl Casting<'_> {
    fn file(&self) -> String {
        self.file.to_owned()
    }

    fn shown(&self, people: &[u16]) -> Vec<String> {
        people.iter().map(|&who| self.export.people[usize::from(who)].shown().to_owned()).collect()
    }

    /// Who of `people` fits a name: those it fits to the letter, if any.
    fn fitting(&self, name: &str, people: &[u16]) -> Vec<u16> {
        let names = |who: &u16| &self.export.people[usize::from(*who)].names;
        let exact: Vec<u16> =
            people.iter().copied().filter(|who| names(who).iter().any(|known| known == name)).collect();
        if !exact.is_empty() && self.export.told == Told::ByName {
            return exact;
        }
        people.iter().copied().filter(|who| names(who).iter().any(|known| same_name(name, known))).collect()
    }

    /// Everybody who writes or is said to be in a chat.
    fn everybody(&self) -> Vec<u16> {
        let mut all: Vec<u16> = Vec::new();
        let mut seen = vec![false; self.export.people.len()];
        for room in &self.rooms {
            for who in room.without(&[]) {
                if !std::mem::replace(&mut seen[usize::from(who)], true) {
                    all.push(who);
                }
            }
        }
        all
    }

    fn me(&self) -> Result<Vec<u16>, ReadError> {
        let name = || self.wanted.me.first().cloned().unwrap_or_default();
        let people = self.everybody();
        let mut fitting: Vec<u16> = Vec::new();
        for mine in self.wanted.me {
            let fits = self.fitting(mine, &people);
            if fits.len() > 1 && self.export.told == Told::ByName && self.export.owner.is_none() {
                let people = self.shown(&people);
                return Err(ReadError::SeveralFit { file: self.file(), name: mine.clone(), people });
            }
            fitting.extend(fits.into_iter().filter(|who| !fitting.contains(who)).collect::<Vec<_>>());
        }
        if let Some(owner) = self.export.owner {
            let others: Vec<u16> = fitting.into_iter().filter(|&who| who != owner).collect();
            let partner_is_another = self.wanted.partner.iter().any(|name| {
                self.fitting(name, &people).iter().any(|who| !others.contains(who) && *who != owner)
            });
            // Somebody may keep a number of their own among the contacts; else it is another's device.
            if others.is_empty() || partner_is_another {
                return Ok(std::iter::once(owner).chain(others).collect());
            }
            return Err(ReadError::NotYourDevice { file: self.file(), name: name() });
        }
        if fitting.is_empty() {
            return Err(ReadError::NotInIt { file: self.file(), name: name(), people: self.shown(&people) });
        }
        Ok(fitting)
    }

    /// The partner; nobody where a chat of one voice is said to be with them.
    fn partner(&self, me: &[u16], with_me: &[usize], others: &[u16]) -> Result<Vec<u16>, ReadError> {
        if self.wanted.partner.is_empty() {
            return self.inferred(me, with_me, others);
        }
        let mut partner: Vec<u16> = Vec::new();
        for name in self.wanted.partner {
            let fitting = self.fitting(name, others);
            if fitting.len() > 1 && self.export.told == Told::ByName {
                let people = self.shown(others);
                return Err(ReadError::SeveralFit { file: self.file(), name: name.clone(), people });
            }
            partner.extend(fitting.into_iter().filter(|who| !partner.contains(who)).collect::<Vec<_>>());
        }
        if !partner.is_empty() {
            self.add_other_forms(&mut partner, others);
            return Ok(partner);
        }
        let name = &self.wanted.partner[0];
        let mine = |name: &String| {
            self.wanted.me.iter().any(|mine| same_name(name, mine))
                || me.iter().any(|&who| {
                    self.export.people[usize::from(who)].names.iter().any(|known| same_name(name, known))
                })
        };
        if self.wanted.partner.iter().any(mine) {
            return Err(ReadError::BothTheSame { name: name.clone() });
        }
        let one_chat = self.rooms.len() == 1;
        match others {
            [] if one_chat => return Ok(Vec::new()),
            [only] if one_chat && self.may_be(name, *only) => return Ok(vec![*only]),
            _ => {}
        }
        Err(ReadError::PartnerNotInIt { file: self.file(), name: name.clone(), people: self.shown(others) })
    }

    /// Whether the only other person may be the one that was named, though the file has another name.
    fn may_be(&self, name: &str, only: u16) -> bool {
        let person = &self.export.people[usize::from(only)];
        let is_address = |name: &str| Number::of(name).is_some() || name.contains('@');
        person.names.iter().any(|known| alike(name, known))
            || (!self.export.has_names && self.wanted.partner.iter().all(|name| !is_address(name)))
    }

    fn inferred(&self, me: &[u16], with_me: &[usize], others: &[u16]) -> Result<Vec<u16>, ReadError> {
        let needed =
            |people: &[u16]| ReadError::PartnerNeeded { file: self.file(), people: self.shown(people) };
        let several_chats = self.rooms.len() > 1;
        let mut candidates: Vec<u16> = Vec::new();
        let mut seen = vec![false; self.export.people.len()];
        for &room in with_me {
            let room = &self.rooms[room];
            let others = room.without(me);
            if several_chats && (room.chat.group || others.len() != 1) {
                continue;
            }
            let new = others.into_iter().filter(|&who| !std::mem::replace(&mut seen[usize::from(who)], true));
            candidates.extend(new);
        }
        match candidates.as_slice() {
            [] if others.is_empty() => {
                let name = me.first().map(|&me| self.export.people[usize::from(me)].shown().to_owned());
                let name = name
                    .filter(|name| !name.is_empty())
                    .or_else(|| self.wanted.me.first().cloned())
                    .unwrap_or_default();
                Err(ReadError::AloneInIt { file: self.file(), name })
            }
            [] => Err(needed(others)),
            [only] => Ok(vec![*only]),
            several if self.export.told == Told::ByAddress => {
                let first = &self.export.people[usize::from(several[0])];
                let same = several.iter().all(|&who| {
                    let names = &self.export.people[usize::from(who)].names;
                    names.iter().any(|name| first.names.iter().any(|known| same_name(name, known)))
                });
                if same { Ok(candidates) } else { Err(needed(several)) }
            }
            several if several_chats => Err(needed(several)),
            several => match self.one_person(several) {
                Some(last) => Ok(vec![last]),
                None => Err(needed(several)),
            },
        }
    }

    /// Adds other forms of the partner's numbers that have no name of their own, also as they are dialled within a
    /// town, where they can be nobody else's.
    fn add_other_forms(&self, partner: &mut Vec<u16>, others: &[u16]) {
        if self.export.told != Told::ByAddress {
            return;
        }
        let names = |who: u16| &self.export.people[usize::from(who)].names;
        let numbers = |who: u16| names(who).iter().filter_map(|name| Number::of(name));
        let nameless = |who: u16| names(who).iter().all(|name| Number::of(name).is_some());
        let fits = |who: u16, form: &Number| {
            numbers(who).any(|number| number.same(form) || number.may_be_short(form))
        };
        let is_theirs = |who: u16| {
            numbers(who).all(|form| {
                partner.iter().any(|&partner| fits(partner, &form))
                    && others.iter().all(|&other| {
                        other == who || partner.contains(&other) || nameless(other) || !fits(other, &form)
                    })
            })
        };
        let forms: Vec<u16> = others
            .iter()
            .copied()
            .filter(|&who| !partner.contains(&who) && nameless(who) && is_theirs(who))
            .collect();
        partner.extend(forms);
    }

    /// Other names of the partner: of a chat of two whose names follow one another.
    fn also(&self, others: &[u16], partner: &[u16]) -> Vec<u16> {
        if self.rooms.len() > 1 || partner.is_empty() || self.export.told == Told::ByAddress {
            return Vec::new();
        }
        // In a group two people may share a first name; only where nobody else writes are they taken for one.
        match self.one_person(others) {
            Some(_) => others.iter().copied().filter(|who| !partner.contains(who)).collect(),
            None => Vec::new(),
        }
    }

    /// The last of several names if they are names of one person, one after the other, in the only chat.
    fn one_person(&self, names: &[u16]) -> Option<u16> {
        let [room] = self.rooms.as_slice() else { return None };
        let writer = |who: u16| room.writers.iter().find(|writer| writer.who == who);
        let name = |who: u16| self.export.people[usize::from(who)].shown();
        let last = writer(*names.iter().max_by_key(|&&who| writer(who).map(|writer| writer.last))?)?;
        let one = names.iter().all(|&who| {
            who == last.who || (alike(name(who), name(last.who)) && names.iter().all(|&other| {
                other == who
                    || !matches!((writer(other), writer(who)), (Some(one), Some(two)) if overlap(one, two))
            }))
        });
        one.then_some(last.who)
    }

    /// The chats of the two, and how many more hold them both among others.
    fn chats(&self, me: &[u16], with_me: &[usize], partner: &[u16], also: &[u16]) -> (Vec<usize>, usize) {
        if let ([_], true) = (self.rooms.as_slice(), partner.is_empty()) {
            return (with_me.to_vec(), 0);
        }
        let is_theirs = |who: &u16| partner.contains(who) || also.contains(who);
        let with_both: Vec<usize> = with_me
            .iter()
            .copied()
            .filter(|&room| self.rooms[room].without(me).iter().any(is_theirs))
            .collect();
        if self.export.groups_with_the_rest {
            return (with_both, 0);
        }
        let alone: Vec<usize> = with_both
            .iter()
            .copied()
            .filter(|&room| {
                !self.rooms[room].chat.group && self.rooms[room].without(me).iter().all(is_theirs)
            })
            .collect();
        if alone.is_empty() {
            return (with_both, 0);
        }
        let left = with_both.len() - alone.len();
        (alone, left)
    }
}

/// Whether two people write in the same stretch of a chat; one person under two names never does.
fn overlap(one: &Writer, other: &Writer) -> bool {
    one.first < other.last && other.first < one.last
}

/// Whether two names may be one person's: they share the first word.
fn alike(one: &str, other: &str) -> bool {
    let first = |name: &str| {
        fold(name).split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).map(str::to_owned)
    };
    match (first(one), first(other)) {
        (Some(one), Some(other)) => {
            one == other && one.chars().count() >= 3 && one.chars().any(char::is_alphabetic)
        }
        _ => false,
    }
}
