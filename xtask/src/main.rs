//! The project's own chores. `cargo xtask` alone lists them.
//!
//! It builds and runs what the project needs; nothing of it is shipped.

mod bench;
mod bench_advise;
mod bench_guide;
mod bench_history;
mod bench_read;
mod bench_review;
mod bench_serve;
mod bench_vault;
mod bench_web;
mod calibrate;
mod checks;
mod dice;
mod dist;
mod fuzz;
mod made_exports;
mod pack_encoder;
mod release_check;
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
cargo xtask bench guide       a search through the guide, well spelt and not
cargo xtask bench read        a million messages, against ripgrep and wc
cargo xtask bench history [N]  every format with N messages, a million if nothing is said, against wc, rg, sqlite3
cargo xtask bench review        a draft of 150 words: time, memory, bytes of the binary
cargo xtask bench serve       the hosted edition with 100, 1 000 and 10 000 people in the database
cargo xtask bench vault       a vault of 50 000 entries, and one of a million imported messages
cargo xtask bench web         the app over a vault of 50 000 entries: time, weight, start, memory
cargo xtask soak              a writing vault is killed a thousand times
cargo xtask calibrate         both of these, one after the other:
cargo xtask calibrate starts  the change points over 4000 simulated lives
cargo xtask calibrate standing  where it stands (FLOW-4) over 6000
cargo xtask train-review      the weights of the draft review, from crates/review/dev
cargo xtask pack-encoder FOLDER  its sentence encoder, from the published weights
cargo xtask score [FILE]      the draft review and the crisis reader on the sets kept aside, or on a file of drafts
cargo xtask fuzz SECONDS      every fuzz target, so long each
cargo xtask dist              a release in target/dist: the program, the Debian package, licences, bill of materials
cargo xtask dist-walk         that package installed in a small Debian, used, and removed; as root
cargo xtask release-check     what stands in the way of a release: dates of help lines, changelog, tree, advisories
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
        ["bench", "history"] => bench::histories_in_release("1000000"),
        ["bench", "history", messages] => bench::histories_in_release(messages),
        ["measure", "history", messages] => bench::measure_histories(messages),
        ["bench", what] => bench::in_release(what),
        ["measure", what] => bench::measure(what),
        ["calibrate"] => bench::calibrate_in_release("all"),
        ["calibrate", what] => bench::calibrate_in_release(what),
        ["train-review"] => bench::train_in_release(&[]),
        ["score"] => score::run(None),
        ["score", file] => score::run(Some(file)),
        ["train-review", "--check"] => bench::train_in_release(&["--check"]),
        ["pack-encoder", folder] => pack_encoder::run(folder),
        ["trained"] => train_review::run(false),
        ["trained", "--check"] => train_review::run(true),
        ["soak"] => soak::run(),
        ["dist"] => dist::run(),
        ["dist-walk"] => dist::walk(),
        ["release-check"] => release_check::run(),
        ["fuzz", seconds] => fuzz::every_target(seconds),
        _ => {
            run::tell(CHORES);
            Ok(())
        }
    }
}
