//! Whether a name goes on behind its colon: `Anna: Work` is one name if every record under `Anna` goes on with
//! `Work: `.
//!
//! A person's words differ from record to record, a name does not; and behind a whole name an iPhone sets the
//! app's mark before a call or a medium. A line of the app about the bearer (`Anna: Work turned off …`) has no
//! second colon and says nothing against the name.

use super::cursor::{blank_length, mark_length};

/// How far a second half of a name is looked for.
const LONGEST: usize = 80;
/// This many records that agree are enough.
const SURE: u32 = 3;
/// How many records without a second colon are remembered until a candidate is met.
const MOST_WAITING: usize = 4;

/// What follows a name, over all its records so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Longer {
    candidate: Option<Box<[u8]>>,
    /// Beginnings of records without a second colon, met before the candidate.
    waiting: Vec<Box<[u8]>>,
    agree: u32,
    /// Records that name the bearer and go on without a colon.
    about: u32,
    /// The app's mark, or a bracket, stood behind the candidate.
    proven: u32,
    /// A record goes on otherwise.
    refuted: bool,
}

impl Longer {
    /// Takes in one more record.
    #[inline]
    pub(crate) fn see(&mut self, body: &[u8]) {
        if !self.refuted {
            self.weigh(body);
        }
    }

    fn weigh(&mut self, body: &[u8]) {
        let Some(candidate) = &self.candidate else {
            match second_name(body) {
                Some(found) => {
                    self.refuted = !self.waiting.iter().all(|line| is_about(line, found));
                    self.about = u32::try_from(self.waiting.len()).unwrap_or(u32::MAX);
                    self.waiting.clear();
                    self.candidate = Some(found.into());
                    self.weigh(body);
                }
                None if self.waiting.len() < MOST_WAITING && !body.is_empty() => {
                    self.waiting.push(body[..body.len().min(LONGEST)].into());
                }
                None => self.refuted = true,
            }
            return;
        };
        match body.strip_prefix(&**candidate) {
            Some([b':', after @ ..]) => {
                self.agree += 1;
                let after = after.strip_prefix(b" ").unwrap_or(after);
                self.proven += u32::from(matches!(after, [0xE2, 0x80, 0x8E | 0x8F, ..] | [b'<', ..]));
            }
            Some(after) if follows_a_name(after) => self.about += 1,
            _ => self.refuted = true,
        }
        if self.refuted && self.proven == 0 {
            self.candidate = None;
        }
    }

    /// Adds what another part of the file says.
    pub(crate) fn join(&mut self, other: &Self) {
        if let (Some(ours), Some(theirs)) = (&self.candidate, &other.candidate)
            && ours != theirs
        {
            *self = Self { refuted: true, ..Self::default() };
            return;
        }
        let candidate = self.candidate.clone().or_else(|| other.candidate.clone());
        if let Some(candidate) = &candidate {
            let both = self.waiting.iter().chain(&other.waiting);
            self.refuted |= !both.clone().all(|line| is_about(line, candidate));
            self.about += u32::try_from(both.count()).unwrap_or(u32::MAX);
            self.waiting.clear();
        }
        self.candidate = candidate;
        self.agree += other.agree;
        self.about += other.about;
        self.proven += other.proven;
        self.refuted |= other.refuted;
    }

    /// The second half of the name, and whether nobody is called by the first alone. `hinted` says whether the
    /// whole was given by whoever runs the program.
    pub(crate) fn found(&self, hinted: impl FnOnce(&[u8]) -> bool) -> Option<(&[u8], bool)> {
        let candidate = self.candidate.as_deref()?;
        let alone = !self.refuted;
        let enough = self.proven > 0 || self.agree >= SURE && self.about <= self.agree;
        let sure = if alone { enough } else { self.proven >= 2 };
        (sure || hinted(candidate)).then_some((candidate, alone))
    }
}

/// Whether what follows a name goes on as a sentence about its bearer.
pub(super) fn follows_a_name(after: &[u8]) -> bool {
    blank_length(after) + mark_length(after) > 0
        || after.starts_with(b"'s ")
        || after.starts_with("’s ".as_bytes())
}

fn is_about(line: &[u8], candidate: &[u8]) -> bool {
    line.strip_prefix(candidate).is_some_and(follows_a_name)
}

/// What might be the second half of a name with a colon in it.
fn second_name(body: &[u8]) -> Option<&[u8]> {
    let window = &body[..body.len().min(LONGEST)];
    let at = memchr::memmem::find(window, b": ")?;
    (at > 0).then(|| &body[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(records: &[&str]) -> Option<String> {
        let mut longer = Longer::default();
        for record in records {
            longer.see(record.as_bytes());
        }
        longer.found(|_| false).map(|(found, _)| String::from_utf8_lossy(found).into_owned())
    }

    #[test]
    fn a_name_goes_on_where_every_record_does() {
        assert_eq!(found(&["Work: a", "Work: b", "Work: c"]).as_deref(), Some("Work"));
        assert_eq!(found(&["Work turned it off.", "Work: b", "Work: c", "Work: d"]).as_deref(), Some("Work"));
        assert_eq!(found(&["Work: \u{200e}Missed voice call"]).as_deref(), Some("Work"));
        assert_eq!(found(&["Work: a", "Work: b"]), None);
        assert_eq!(found(&["Re: a", "Re: b", "Re: c", "hello"]), None);
        assert_eq!(found(&["PS: b", "PS: c", "PS: d", "<Media omitted>"]), None);
    }
}
