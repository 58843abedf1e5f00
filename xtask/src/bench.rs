//! Benches: built for release, each compares within one run. No bench is a test; none fails for being slow.

use crate::bench_advise;
use crate::run::{Failed, cargo};

/// Runs a bench from a release build.
pub(crate) fn in_release(what: &str) -> Result<(), Failed> {
    cargo(&["run", "--quiet", "--release", "--package", "xtask", "--", "measure", what])
}

/// The bench itself.
pub(crate) fn measure(what: &str) -> Result<(), Failed> {
    match what {
        "advise" => bench_advise::run(),
        other => Err(Failed(format!("there is no bench {other:?}"))),
    }
}
