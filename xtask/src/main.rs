//! The project's own chores.

#![expect(clippy::print_stdout, reason = "a chore tells what it found to whoever ran it, in rounded figures")]

mod bench_read;
mod calibrate;
mod dice;
mod sample_chats;
mod stopwatch;

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["calibrate", "starts"] => calibrate::starts(),
        ["sample", "chats"] => sample_chats::write(std::path::Path::new("samples"))?,
        ["bench", "read"] => bench_read::read()?,
        _ => println!("cargo xtask calibrate starts | bench read"),
    }
    Ok(())
}
