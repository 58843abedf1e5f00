//! The project's own chores.

mod bench_read;
mod calibrate;
mod dice;
mod stopwatch;

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["calibrate", "starts"] => calibrate::starts(),
        ["bench", "read"] => bench_read::read()?,
        _ => println!("cargo xtask calibrate starts | bench read"),
    }
    Ok(())
}
