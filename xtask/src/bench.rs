//! Benches: built for release, each compares within one run. No bench is a test; none fails for being slow.

use crate::run::{Failed, cargo};
use crate::{
    bench_advise, bench_guide, bench_history, bench_read, bench_review, bench_serve, bench_vault, bench_web,
    calibrate,
};

/// Runs a bench from a release build.
pub(crate) fn in_release(what: &str) -> Result<(), Failed> {
    if matches!(what, "web" | "serve") {
        bench_web::build()?;
    }
    cargo(&["run", "--quiet", "--release", "--package", "xtask", "--", "measure", what])
}

/// Runs the bench of the histories from a release build, with so many messages of each format.
pub(crate) fn histories_in_release(messages: &str) -> Result<(), Failed> {
    cargo(&["run", "--quiet", "--release", "--package", "xtask", "--", "measure", "history", messages])
}

/// The bench of the histories itself.
pub(crate) fn measure_histories(messages: &str) -> Result<(), Failed> {
    let messages = messages.replace('_', "").parse().ok().filter(|&messages| messages > 0);
    let messages =
        messages.ok_or_else(|| Failed("how many messages? A whole number, such as 20000".to_owned()))?;
    bench_history::run(messages)
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
        "guide" => bench_guide::run(),
        "read" => bench_read::read(),
        "review" => bench_review::run(),
        "serve" => bench_serve::run(),
        "vault" => bench_vault::run(),
        "web" => bench_web::run(),
        "vault-memory" => bench_vault::memory(),
        "calibrate-all" => {
            calibrate::all();
            Ok(())
        }
        "calibrate-starts" => {
            calibrate::starts();
            Ok(())
        }
        "calibrate-standing" => {
            calibrate::standing();
            Ok(())
        }
        other => Err(Failed(format!("there is no bench {other:?}"))),
    }
}
