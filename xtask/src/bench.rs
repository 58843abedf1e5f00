//! Benches: built for release, each compares within one run. No bench is a test; none fails for being slow.

use crate::run::{Failed, cargo};
use crate::{bench_advise, bench_read, bench_review, bench_vault, calibrate};

/// Runs a bench from a release build.
pub(crate) fn in_release(what: &str) -> Result<(), Failed> {
    cargo(&["run", "--quiet", "--release", "--package", "xtask", "--", "measure", what])
}

/// Trains the draft review from a release build.
pub(crate) fn train_in_release(words: &[&str]) -> Result<(), Failed> {
    let mut all = vec!["run", "--quiet", "--release", "--package", "xtask", "--", "trained"];
    all.extend(words);
    cargo(&all)
}

/// Runs a calibration from a release build.
pub(crate) fn calibrate_in_release(what: &str) -> Result<(), Failed> {
    in_release(&format!("calibrate-{what}"))
}

/// The bench itself.
pub(crate) fn measure(what: &str) -> Result<(), Failed> {
    match what {
        "advise" => bench_advise::run(),
        "read" => Ok(bench_read::read()?),
        "review" => bench_review::run(),
        "vault" => bench_vault::run(),
        "vault-memory" => bench_vault::memory(),
        "calibrate-starts" => {
            calibrate::starts();
            Ok(())
        }
        other => Err(Failed(format!("there is no bench {other:?}"))),
    }
}
