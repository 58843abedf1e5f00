//! Runs the fuzz targets of `fuzz/`, each for a while, from its seeds.

use std::fs;
use std::path::Path;

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
        let corpus = format!("fuzz/corpus/{target}");
        let seeds = format!("fuzz/seeds/{target}");
        fs::create_dir_all(run::root().join(&corpus))?;
        let mut words = vec!["fuzz", "run", "-s", "none", target, &corpus];
        if run::root().join(Path::new(&seeds)).is_dir() {
            words.push(&seeds);
        }
        words.extend(["--", &time, "-rss_limit_mb=1024", "-verbosity=0", "-print_final_stats=1"]);
        run::run(&cargo_fuzz, &words)?;
    }
    Ok(())
}
