//! Runs the fuzz targets of `fuzz/`, each for a while.

use std::fs;

use crate::run::{self, Failed};
use crate::setup;

/// Every target, for so many seconds each.
pub(crate) fn every_target(seconds: &str) -> Result<(), Failed> {
    let cargo_fuzz = setup::tool("cargo-fuzz")?.display().to_string();
    let mut targets: Vec<String> = fs::read_dir(run::root().join("fuzz/fuzz_targets"))?
        .filter_map(|entry| entry.ok()?.path().file_stem()?.to_str().map(String::from))
        .collect();
    targets.sort();
    let time = format!("-max_total_time={seconds}");
    for target in &targets {
        let words =
            ["fuzz", "run", "-s", "none", target, "--", &time, "-rss_limit_mb=1024", "-print_final_stats=1"];
        run::run(&cargo_fuzz, &words)?;
    }
    Ok(())
}
