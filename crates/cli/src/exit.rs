//! How a command ends: 0 done, 1 the input or the work failed, 2 wrong usage. The one place where an error becomes
//! words on stderr.

use std::io;
use std::process::ExitCode;

use anstream::eprintln;

/// Why a command failed, in words: what happened, where, and what to do now.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The input or the work failed (exit code 1).
    Work {
        /// What happened, and where.
        what: String,
        /// What to do now.
        now: String,
    },
    /// The words of the command cannot be used (exit code 2).
    Usage {
        /// What happened.
        what: String,
        /// What to do now.
        now: String,
    },
    /// Whoever read the output has gone; nobody is left to tell.
    NobodyReads,
}

impl Failure {
    /// The input or the work failed.
    pub(crate) fn work(what: impl Into<String>, now: impl Into<String>) -> Self {
        Self::Work { what: what.into(), now: now.into() }
    }

    /// The words of the command cannot be used.
    pub(crate) fn usage(what: impl Into<String>, now: impl Into<String>) -> Self {
        Self::Usage { what: what.into(), now: now.into() }
    }
}

/// Failing to write the answer.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::NobodyReads;
        }
        Self::work(
            format!("the answer could not be written ({})", error.kind()),
            "See whether the disk is full or the output was closed.",
        )
    }
}

/// Tells a failure, and its exit code.
pub(crate) fn code(outcome: Result<(), Failure>) -> ExitCode {
    let (code, what, now) = match outcome {
        Ok(()) | Err(Failure::NobodyReads) => return ExitCode::SUCCESS,
        Err(Failure::Work { what, now }) => (1, what, now),
        Err(Failure::Usage { what, now }) => (2, what, now),
    };
    eprintln!("halflight: {what}\n{now}");
    ExitCode::from(code)
}
