//! A session: who came in, with which key, until when. It travels in a cookie, sealed with the server's key, and is
//! remembered nowhere; whether it still holds, the epoch in the database says.

use jiff::{SignedDuration, Timestamp};
use journal::secret::{NoRandomness, VaultKey};
use journal::store::Owner;
use zeroize::Zeroizing;

use crate::key::{ServerKey, bytes, letters};

const VERSION: u8 = 1;
const LENGTH: usize = 1 + 8 + 32 + 4 * 8;
const PURPOSE: &str = "session";
/// However busy somebody is, after so many hours they sign in anew.
const LONGEST_HOURS: i64 = 12;
/// A cookie that is older than this is given anew.
const ROTATE_SECONDS: i64 = 60;

/// Who is inside.
#[derive(Clone)]
pub struct Session {
    /// Whose vault.
    pub owner: Owner,
    pub(crate) key: VaultKey,
    /// The epoch in which it was begun.
    pub(crate) epoch: i64,
    begun: Timestamp,
    /// When it was sealed last.
    sealed: Timestamp,
    /// Until when it holds without a further sign of the person.
    until: Timestamp,
}

impl Session {
    pub(crate) fn begin(owner: Owner, key: VaultKey, epoch: i64, now: Timestamp, minutes: f64) -> Self {
        Self { owner, key, epoch, begun: now, sealed: now, until: ahead(now, minutes) }
    }

    /// The same session from `now` on.
    #[must_use]
    pub fn touched(&self, now: Timestamp, minutes: f64) -> Self {
        Self { sealed: now, until: ahead(now, minutes), ..self.clone() }
    }

    /// Whether its cookie is old enough to be given anew.
    #[must_use]
    pub fn is_stale(&self, now: Timestamp) -> bool {
        // Whoever chose a short time to the lock gets a fresh one sooner.
        let lasts = self.until.as_second() - self.sealed.as_second();
        now.as_second() - self.sealed.as_second() >= ROTATE_SECONDS.min(lasts / 4)
    }

    pub(crate) fn holds(&self, now: Timestamp) -> bool {
        let end = self.begun + SignedDuration::from_hours(LONGEST_HOURS);
        // One that was sealed later than now comes from a clock that is wrong, here or there.
        now < self.until && now < end && self.sealed <= now + SignedDuration::from_mins(5)
    }

    /// The letters of its cookie.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn seal(&self, key: &ServerKey) -> Result<String, NoRandomness> {
        let mut plain = Zeroizing::new(Vec::with_capacity(LENGTH));
        plain.push(VERSION);
        plain.extend_from_slice(&self.owner.0.to_le_bytes());
        plain.extend_from_slice(self.key.bytes());
        let times = [self.begun, self.sealed, self.until].map(Timestamp::as_second);
        for number in [self.epoch].into_iter().chain(times) {
            plain.extend_from_slice(&number.to_le_bytes());
        }
        Ok(letters(&key.seal(PURPOSE, &[], &plain)?))
    }

    /// The session of a cookie; none where it is no cookie of this server.
    #[must_use]
    pub fn open(cookie: &str, key: &ServerKey) -> Option<Self> {
        let plain = key.open(PURPOSE, &[], &bytes(cookie)?)?;
        let (&[VERSION], rest) = plain.split_first_chunk::<1>()? else { return None };
        let (owner, rest) = rest.split_first_chunk::<8>()?;
        let (key, rest) = rest.split_first_chunk::<32>()?;
        let numbers: Vec<i64> =
            rest.as_chunks::<8>().0.iter().map(|number| i64::from_le_bytes(*number)).collect();
        let &[epoch, begun, sealed, until] = numbers.as_slice() else { return None };
        let time = |second| Timestamp::from_second(second).ok();
        Some(Self {
            owner: Owner(i64::from_le_bytes(*owner)),
            key: VaultKey::of(*key),
            epoch,
            begun: time(begun)?,
            sealed: time(sealed)?,
            until: time(until)?,
        })
    }
}

fn ahead(now: Timestamp, minutes: f64) -> Timestamp {
    let seconds = SignedDuration::try_from_secs_f64(minutes * 60.0).unwrap_or(SignedDuration::ZERO);
    now.saturating_add(seconds).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "names AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\
                        seal AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";

    fn at(minutes: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes)
    }

    fn session() -> Session {
        Session::begin(Owner(7), VaultKey::of([9; 32]), 3, at(0), 15.0)
    }

    #[test]
    fn a_cookie_brings_back_who_came_in() {
        let key = ServerKey::of(FILE).unwrap_or_else(|error| panic!("{error}"));
        let cookie = session().seal(&key).expect("randomness");
        let back = Session::open(&cookie, &key).expect("it is one");
        assert_eq!((back.owner, back.epoch, back.key.bytes()), (Owner(7), 3, &[9; 32]));
        assert!(back.holds(at(14)) && !back.holds(at(15)));
        assert!(Session::open(&cookie[1..], &key).is_none());
        assert_ne!(cookie, session().seal(&key).expect("randomness"), "no two are alike");
    }

    #[test]
    fn a_short_time_to_the_lock_is_carried_on_as_well() {
        let mut session = session().touched(at(0), 1.0);
        for quarter in 1..40 {
            let now = at(0) + SignedDuration::from_secs(quarter * 16);
            assert!(session.holds(now) && session.is_stale(now), "{quarter}");
            session = session.touched(now, 1.0);
        }
    }

    #[test]
    fn signs_of_the_person_carry_it_on_for_half_a_day_at_most() {
        let mut session = session();
        for quarter in 1..=47 {
            session = session.touched(at(quarter * 15 - 1), 15.0);
            assert!(session.holds(at(quarter * 15)), "{quarter}");
        }
        session = session.touched(at(12 * 60 - 1), 15.0);
        assert!(!session.holds(at(12 * 60)));
    }
}
