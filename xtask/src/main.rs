//! The project's own chores. `cargo xtask` alone lists them.
//!
//! It builds and runs what the project needs; nothing of it is shipped.

mod bench;
mod bench_advise;
mod bench_read;
mod bench_review;
mod bench_vault;
mod calibrate;
mod checks;
mod dice;
mod fuzz;
mod run;
mod sample;
mod sample_chats;
mod sample_journal;
mod score;
mod setup;
mod soak;
mod stopwatch;
mod train_review;

use std::process::ExitCode;

use run::Failed;

const CHORES: &str = "\
cargo xtask test              everything that tests: what they need is installed first
cargo xtask ci                everything else that must hold: format, lints, docs, licences, purity, a minute of fuzzing
cargo xtask tidy              formats, and applies what the lints can mend by themselves
cargo xtask sample            makes samples/ anew, from a fixed seed
cargo xtask bench advise      replay and guidance over a journal of 50 000 events
cargo xtask bench read        a million messages, against ripgrep and wc
cargo xtask bench review        a draft of 150 words: time, memory, bytes of the binary
cargo xtask bench vault       a vault of 50 000 entries, and one of a million imported messages
cargo xtask soak              a writing vault is killed a thousand times
cargo xtask calibrate starts  the change points over 500 simulations
cargo xtask train-review      the weights of the draft review, from crates/review/dev
cargo xtask score [FILE]      the draft review and the crisis reader on the sets kept aside, or on a file of drafts
cargo xtask fuzz SECONDS      every fuzz target, so long each
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match chore(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            run::tell(&failed.to_string());
            ExitCode::FAILURE
        }
    }
}

fn chore(words: &[&str]) -> Result<(), Failed> {
    match words {
        ["test"] => checks::test(),
        ["ci"] => checks::ci(),
        ["tidy"] => checks::tidy(),
        ["sample"] => sample::write(),
        ["bench", what] => bench::in_release(what),
        ["measure", what] => bench::measure(what),
        ["calibrate", what] => bench::calibrate_in_release(what),
        ["train-review"] => bench::train_in_release(&[]),
        ["score"] => score::run(None),
        ["score", file] => score::run(Some(file)),
        ["train-review", "--check"] => bench::train_in_release(&["--check"]),
        ["trained"] => train_review::run(false),
        ["trained", "--check"] => train_review::run(true),
        ["soak"] => soak::run(),
        ["fuzz", seconds] => fuzz::every_target(seconds),
        _ => {
            run::tell(CHORES);
            Ok(())
        }
    }
}
