//! Passphrases and codes, from a prompt that shows nothing, or from a file that a variable names. Never from an
//! argument: arguments are seen by every process of the machine, and kept by shells.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use journal::secret::{Passphrase, RecoveryCode};

use crate::exit::Failure;

const FILE: &str = "HALFLIGHT_PASSPHRASE_FILE";
const NEW_FILE: &str = "HALFLIGHT_NEW_PASSPHRASE_FILE";
const BACKUP_FILE: &str = "HALFLIGHT_BACKUP_PASSPHRASE_FILE";
const RECOVERY_FILE: &str = "HALFLIGHT_RECOVERY_FILE";

/// The vault's passphrase.
pub(super) fn passphrase() -> Result<Passphrase, Failure> {
    match from_file(FILE)? {
        Some(passphrase) => Ok(passphrase),
        None => ask("Passphrase: ", FILE),
    }
}

/// The passphrase of a vault that is yet to be made.
pub(super) fn first_passphrase() -> Result<Passphrase, Failure> {
    match from_file(FILE)? {
        Some(passphrase) => Ok(passphrase),
        None => ask_twice(FILE),
    }
}

/// The passphrase that takes the place of the vault's.
pub(super) fn new_passphrase() -> Result<Passphrase, Failure> {
    match from_file(NEW_FILE)? {
        Some(passphrase) => Ok(passphrase),
        None => ask_twice(NEW_FILE),
    }
}

/// The passphrase of a backup: its own where one is named, else the vault's.
pub(super) fn backup_passphrase() -> Result<Option<Passphrase>, Failure> {
    from_file(BACKUP_FILE)
}

/// The recovery code, typed.
pub(super) fn recovery_code() -> Result<RecoveryCode, Failure> {
    let typed = match from_file(RECOVERY_FILE)? {
        Some(typed) => typed,
        None => ask("Recovery code: ", RECOVERY_FILE)?,
    };
    code_of(&typed)
}

/// The recovery code typed back; none where nobody is there to type.
pub(super) fn typed_back() -> Result<Option<RecoveryCode>, Failure> {
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    ask("Type the recovery code back: ", RECOVERY_FILE).and_then(|typed| code_of(&typed)).map(Some)
}

fn code_of(typed: &Passphrase) -> Result<RecoveryCode, Failure> {
    typed.as_code().map_err(|error| Failure::work(error.to_string(), "Look at it again and retry."))
}

/// The most that is read of a file that should hold one line.
const MOST: u64 = 64 * 1024;

fn from_file(variable: &str) -> Result<Option<Passphrase>, Failure> {
    let Some(path) = std::env::var_os(variable).map(PathBuf::from) else { return Ok(None) };
    let unread = |why: &str| {
        Failure::work(
            format!("{variable} names {}, and {why}", path.display()),
            "The file holds the passphrase on one line, and nothing else.",
        )
    };
    let length = std::fs::metadata(&path).map_err(|_| unread("it cannot be read"))?.len();
    if length > MOST {
        return Err(unread("it is far too long for a passphrase"));
    }
    let text = std::fs::read_to_string(&path).map_err(|_| unread("it cannot be read"))?;
    Ok(Some(Passphrase::new(text)))
}

fn ask(prompt: &str, variable: &str) -> Result<Passphrase, Failure> {
    let typed = rpassword::prompt_password(prompt);
    typed.map(Passphrase::new).map_err(|_| {
        Failure::work(
            "there is no terminal to ask for it",
            format!("Run it in a terminal, or let {variable} name a file that holds it."),
        )
    })
}

fn ask_twice(variable: &str) -> Result<Passphrase, Failure> {
    let first = ask("A passphrase for the vault: ", variable)?;
    let second = ask("Once more: ", variable)?;
    if first.is_same(&second) {
        Ok(first)
    } else {
        Err(Failure::work("the two passphrases differ", "Nothing was changed; try again."))
    }
}
