//! Secrets as types: zeroed when dropped, never printed. Where they come from is not known here: randomness and the
//! person's typing are handed in.

use zeroize::Zeroizing;

/// Bytes that nobody can guess, from outside; this room makes none itself.
pub trait Random: Send {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// [`NoRandomness`] where the system gives none.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness>;
}

/// The system gave no randomness; nothing may be sealed without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no randomness")]
pub struct NoRandomness;

pub(crate) fn random<const N: usize>(random: &mut dyn Random) -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    random.fill(&mut bytes)?;
    Ok(bytes)
}

/// A key of 32 bytes.
#[derive(Clone)]
pub(crate) struct Key(pub(crate) Zeroizing<[u8; 32]>);

impl Key {
    pub(crate) fn random(source: &mut dyn Random) -> Result<Self, NoRandomness> {
        let mut key = Self::empty();
        source.fill(&mut *key.0)?;
        Ok(key)
    }

    pub(crate) fn empty() -> Self {
        Self(Zeroizing::new([0; 32]))
    }
}

/// What opens one vault without its passphrase: its key. Whoever carries it seals it.
#[derive(Clone)]
pub struct VaultKey(pub(crate) Key);

impl VaultKey {
    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0.0
    }

    /// The key of these bytes.
    #[must_use]
    pub fn of(bytes: [u8; 32]) -> Self {
        Self(Key(Zeroizing::new(bytes)))
    }
}

/// A passphrase as the person typed it.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The shortest that is taken for a new vault, in characters.
    pub const SHORTEST: usize = 8;

    /// Takes a passphrase; one line end after it does not belong to it.
    #[must_use]
    pub fn new(text: String) -> Self {
        let text = Zeroizing::new(text);
        let bare = text.strip_suffix('\n').unwrap_or(&text);
        let bare = bare.strip_suffix('\r').unwrap_or(bare);
        Self(Zeroizing::new(bare.to_owned()))
    }

    /// Whether it is long enough for a new vault.
    #[must_use]
    pub fn is_long_enough(&self) -> bool {
        self.0.chars().count() >= Self::SHORTEST
    }

    /// Whether two are the same.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    /// Reads what was typed as a recovery code.
    ///
    /// # Errors
    /// [`CodeError`].
    pub fn as_code(&self) -> Result<RecoveryCode, CodeError> {
        RecoveryCode::typed(&self.0)
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

/// The letters of a recovery code: no I, L, O, U, so that none is mistaken for another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code that opens the vault when the passphrase is forgotten: 120 random bits, and 20 that catch a slip of the pen.
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<[u8; 15]>);

/// Why a recovery code cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Not as many letters as a code has.
    #[error("a recovery code has 28 letters and figures, in seven groups of four")]
    Length,
    /// A letter that no code has.
    #[error("a recovery code has the figures 0 to 9 and letters other than U")]
    Letter,
    /// The letters do not fit together.
    #[error("a letter of the recovery code is not right")]
    Slip,
}

impl RecoveryCode {
    pub(crate) fn random(source: &mut dyn Random) -> Result<Self, NoRandomness> {
        let mut code = Zeroizing::new([0; 15]);
        source.fill(&mut *code)?;
        Ok(Self(code))
    }

    /// The code as it is shown: seven groups of four.
    #[must_use]
    pub fn shown(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(35));
        for place in 0..28 {
            if place > 0 && place % 4 == 0 {
                text.push('-');
            }
            text.push(char::from(LETTERS[usize::from(self.group(place))]));
        }
        text
    }

    /// Reads a code as a person types it back: in any case, with or without its dashes, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`CodeError`]: its length, a letter, or a slip.
    pub fn typed(text: &str) -> Result<Self, CodeError> {
        let mut groups = Zeroizing::new(Vec::with_capacity(28));
        for letter in text.chars().filter(|letter| letter.is_alphanumeric()) {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                letter => letter,
            };
            let place = LETTERS.iter().position(|&known| char::from(known) == letter);
            groups.push(place.and_then(|place| u8::try_from(place).ok()).ok_or(CodeError::Letter)?);
        }
        if groups.len() != 28 {
            return Err(CodeError::Length);
        }
        let mut code = Self(Zeroizing::new([0; 15]));
        for (place, &group) in groups.iter().take(24).enumerate() {
            for bit in 0..5 {
                let at = place * 5 + bit;
                code.0[at / 8] |= (group >> (4 - bit) & 1) << (7 - at % 8);
            }
        }
        let fits = (24..28).all(|place| code.group(place) == groups[place]);
        if fits { Ok(code) } else { Err(CodeError::Slip) }
    }

    /// Whether two are the same.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    pub(crate) fn bytes(&self) -> &[u8; 15] {
        &self.0
    }

    /// Five bits: 24 groups of the code, then 4 of its check.
    fn group(&self, place: usize) -> u8 {
        use sha2::Digest as _;
        let (bytes, place) = if place < 24 {
            (self.0.to_vec(), place)
        } else {
            (sha2::Sha256::digest(*self.0).to_vec(), place - 24)
        };
        let bytes = Zeroizing::new(bytes);
        (0..5).fold(0, |group, bit| {
            let at = place * 5 + bit;
            group << 1 | (bytes[at / 8] >> (7 - at % 8) & 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> RecoveryCode {
        RecoveryCode(Zeroizing::new([0xa5; 15]))
    }

    #[test]
    fn a_code_is_shown_in_seven_groups_and_read_back() {
        let shown = code().shown();
        assert_eq!(*shown, "MPJT-B9D5-MPJT-B9D5-MPJT-B9D5-6K8B".to_string());
        assert!(RecoveryCode::typed(&shown).is_ok_and(|typed| typed.is_same(&code())));
    }

    #[test]
    fn a_code_is_read_in_small_letters_and_without_dashes() {
        let typed = code().shown().to_lowercase().replace('-', " ");
        assert!(RecoveryCode::typed(&typed).is_ok_and(|typed| typed.is_same(&code())));
    }

    #[test]
    fn every_slip_of_one_letter_is_caught() {
        let shown = code().shown();
        for at in (0..shown.len()).filter(|&at| shown.as_bytes()[at] != b'-') {
            let mut slip = shown.as_bytes().to_vec();
            slip[at] = if slip[at] == b'2' { b'3' } else { b'2' };
            let slip = String::from_utf8(slip).expect("letters");
            assert!(RecoveryCode::typed(&slip).is_err(), "{slip}");
        }
    }

    #[test]
    fn a_code_of_another_length_is_told() {
        assert_eq!(RecoveryCode::typed("MPJT-B9D5").err(), Some(CodeError::Length));
        assert_eq!(RecoveryCode::typed("UUUU").err(), Some(CodeError::Letter));
    }

    #[test]
    fn one_line_end_after_a_passphrase_does_not_belong_to_it() {
        let bare = Passphrase::new("one two ".into());
        assert!(bare.is_same(&Passphrase::new("one two \r\n".into())));
        assert!(!bare.is_same(&Passphrase::new("one two \n\n".into())));
    }
}
