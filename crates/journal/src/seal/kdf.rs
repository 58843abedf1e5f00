//! From a passphrase to the key that unwraps the vault key: Argon2id (RFC 9106). The figures stand in the vault, so
//! that they can grow with the machines; they are chosen outside, where there is a clock.

use argon2::{Algorithm, Argon2, Params, Version};

use crate::secret::{Key, Passphrase};

/// The cost of deriving the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kdf {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// Figures that no honest vault has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the cost of the passphrase's key is out of its range")]
pub struct KdfError;

impl Kdf {
    /// The second choice that RFC 9106 recommends: 64 MiB, three passes, four lanes. Never less for a person's vault.
    pub const RECOMMENDED: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    /// As cheap as can be: for tests alone, where nothing is kept.
    pub const CHEAPEST: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };

    /// The passes that bring one derivation to about `aim`, where `measured` is how long it took with the
    /// recommended figures.
    #[must_use]
    pub fn tuned(measured: std::time::Duration, aim: std::time::Duration) -> Self {
        let a_pass = measured.as_secs_f64() / f64::from(Self::RECOMMENDED.passes);
        let wanted = (aim.as_secs_f64() / a_pass.max(1e-6)).round().clamp(3.0, 32.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 3 to 32")]
        Self { passes: wanted as u32, ..Self::RECOMMENDED }
    }

    /// Whether these figures cost less than the recommended ones.
    #[must_use]
    pub fn is_below_recommended(self) -> bool {
        self.memory_kib < Self::RECOMMENDED.memory_kib || self.passes < Self::RECOMMENDED.passes
    }

    /// Derives the key. Takes the memory and the time that the figures say.
    pub(crate) fn derive(self, passphrase: &Passphrase, salt: &[u8; 16]) -> Result<Key, KdfError> {
        // A header from elsewhere must not be able to ask for all of a machine's memory or for hours.
        if self.memory_kib > 1024 * 1024 || self.passes > 64 || self.lanes > 16 {
            return Err(KdfError);
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| KdfError)?;
        let mut key = Key::empty();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.text().as_bytes(), salt, &mut *key.0)
            .map_err(|_| KdfError)?;
        Ok(key)
    }
}

/// Derives a key and throws it away: what a clock outside measures.
///
/// # Errors
/// [`KdfError`] for figures out of range.
pub fn rehearse(kdf: Kdf) -> Result<(), KdfError> {
    kdf.derive(&Passphrase::new("a rehearsal".into()), &[0; 16]).map(drop)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_passes_follow_the_machine_and_never_fall_below_the_recommended() {
        let half = Duration::from_millis(500);
        assert_eq!(Kdf::tuned(Duration::from_millis(300), half).passes, 5);
        assert_eq!(Kdf::tuned(Duration::from_secs(9), half), Kdf::RECOMMENDED);
        assert_eq!(Kdf::tuned(Duration::ZERO, half).passes, 32);
    }

    #[test]
    fn figures_that_would_stop_the_machine_are_refused() {
        let greedy = Kdf { memory_kib: 1 << 30, ..Kdf::CHEAPEST };
        assert_eq!(rehearse(greedy), Err(KdfError));
    }

    #[test]
    fn the_derivation_is_argon2id_version_19_for_ever() {
        let key = Kdf::CHEAPEST.derive(&Passphrase::new("passphrase".into()), &[7; 16]).map_err(drop);
        let golden = [
            247, 165, 50, 189, 17, 182, 115, 84, 105, 54, 233, 117, 225, 183, 161, 175, 161, 150, 41, 18, 61,
            49, 9, 42, 129, 73, 202, 42, 230, 168, 11, 14,
        ];
        assert_eq!(key.map(|key| *key.0), Ok(golden));
    }
}
