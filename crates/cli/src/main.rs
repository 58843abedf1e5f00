//! The command `halflight`; for now it only reads message exports.

use clap::Parser;
use std::io::{self, BufWriter};
use std::process::ExitCode;

/// A private companion for someone whose partner is leaving.
#[derive(Parser)]
#[command(name = "halflight")]
enum Command {
    Read(cli::read::ReadArgs),
}

fn main() -> ExitCode {
    let Command::Read(args) = Command::parse();
    cli::read::run(&args, &mut BufWriter::new(io::stdout().lock()), &mut io::stderr().lock())
}
