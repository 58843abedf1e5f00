//! New entries: each with this moment, and a name by which it can be taken back.

use journal::secret::{NoRandomness, Random as _};
use method::{Entry, Event, Moment, Signs};

use super::Desk;
use crate::random;

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
