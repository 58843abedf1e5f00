//! A plain journal, replayed: no vault is touched and nothing is kept.

use std::io::{self, BufRead};

use journal::lines::{self, Report};
use method::{Entry, Guidance, Moment, Standing};

use crate::signs;

/// What a plain journal comes to.
#[derive(Debug)]
pub struct Advised {
    /// What the method says.
    pub guidance: Guidance,
    /// How the reading went.
    pub report: Report,
}

/// Reads a journal as JSON Lines and says what the method says at `now`. Entries after `now` are not seen.
///
/// # Errors
/// What reading the input itself brings; bad lines are in the report.
pub fn advise(input: impl BufRead, now: Moment) -> io::Result<Advised> {
    let mut entries: Vec<Entry> = Vec::new();
    let report = lines::read(input, |entry: Entry| entries.push(entry))?;
    signs::read(&mut entries, now.instant);
    Ok(Advised { guidance: method::advise(&Standing::replay(entries), now), report })
}
