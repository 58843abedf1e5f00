//! New entries: each with this moment, and a name by which it can be taken back.
//! It writes nothing into the journal: `record` does.

use std::io;

use journal::secret::{NoRandomness, Random as _};
use method::event::PlanPart;
use method::{Entry, Event, Moment, Signs};

use super::{Desk, Lying};
use crate::{random, vault};

/// Letters and figures that nobody mistakes for another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A name that nobody can guess and that says nothing: 100 random bits.
///
/// # Errors
/// [`NoRandomness`] where the system gives none.
pub(crate) fn name() -> Result<String, NoRandomness> {
    let mut bytes = [0; 20];
    random::System.fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
}

impl Desk {
    /// A name for a draft, or for whatever is spoken of later.
    #[must_use]
    pub fn new_name(&self) -> String {
        // Without randomness nothing could be sealed, and the recording that follows says so.
        name().unwrap_or_default()
    }

    /// Takes in what lies outside the seal and is no longer in the journal: somebody who was taken off the list, a part of
    /// the plan that was changed or deleted (SAFE-10).
    ///
    /// # Errors
    /// What the file system says.
    pub fn take_in(&self) -> io::Result<()> {
        let (Lying::Kept(_), Some(present)) = (&self.lying, self.present()) else { return Ok(()) };
        let listed = |outside: &vault::Outside| {
            let mut people = present.standing.people.seen(present.now).map(|noted| &noted.what);
            people.any(|person| {
                let phone = person.phone.as_deref().map(vault::one_line);
                vault::one_line(&person.name) == outside.name && phone.as_deref() == Some(&*outside.phone)
            })
        };
        let Some(folder) = self.place.folder() else { return Ok(()) };
        if vault::person(folder).is_some_and(|outside| !listed(&outside)) {
            vault::put_outside(folder, None)?;
        }
        if !vault::plan(folder).is_empty() {
            let newest =
                |part| present.standing.plans.seen(present.now).rfind(|noted| noted.what.part == part);
            let parts = PlanPart::ALL.iter().filter_map(|&part| Some(newest(part)?.what.text.to_string()));
            let parts: Vec<String> = parts.filter(|text| !text.is_empty()).collect();
            vault::put_plan_outside(folder, &parts)?;
        }
        Ok(())
    }

    /// Puts one person to call outside the seal, or takes them in again, leaving no trace.
    ///
    /// # Errors
    /// What the file system says; that there is no such place, where the vault lies in a database with others.
    pub fn put_outside(&self, person: Option<&vault::Outside>) -> io::Result<()> {
        match self.place.folder() {
            Some(folder) => vault::put_outside(folder, person),
            None if person.is_none() => Ok(()),
            None => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    /// Puts the safety plan outside the seal, or takes it in again, leaving no trace.
    ///
    /// # Errors
    /// As [`Desk::put_outside`].
    pub fn put_plan_outside(&self, parts: &[String]) -> io::Result<()> {
        match self.place.folder() {
            Some(folder) => vault::put_plan_outside(folder, parts),
            None if parts.is_empty() => Ok(()),
            None => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    /// An entry of this moment.
    #[must_use]
    pub fn entry(&self, event: Event) -> Entry {
        self.entry_at(self.now(), event)
    }

    /// An entry of another moment.
    #[must_use]
    pub fn entry_at(&self, at: Moment, event: Event) -> Entry {
        let id = if let Event::Draft(draft) = &event { draft.id.clone() } else { self.new_name().into() };
        Entry { at, id: Some(id), signs: Signs::default(), event }
    }
}
