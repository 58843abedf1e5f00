//! The command `halflight`: words and figures to a terminal, exit codes to a shell.
//!
//! It holds no rule and writes no sentence of guidance; those come from `method` and `views`. Errors are put into words
//! here, once: what happened, where, what to do now.

// A connection's future holds every future beneath it; the compiler counts them one in another.
#![recursion_limit = "256"]

mod advise;
mod exit;
mod guide;
mod help;
mod input;
mod manual;
mod names;
mod open;
mod output;
mod page;
mod read;
mod review;
mod serve;
mod tongue;
mod vault;
mod welcome;
mod why;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

/// A private companion for someone whose partner is leaving, who wants them back, and who should do less.
///
/// Everything stays on this machine. Without a command it opens the app in this machine's browser.
#[derive(Debug, Parser)]
#[command(
    name = "halflight",
    version,
    max_term_width = 100,
    disable_help_subcommand = true,
    args_conflicts_with_subcommands = true
)]
struct Halflight {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    open: open::OpenArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show in the terminal what this is, over a labelled sample
    Welcome(welcome::WelcomeArgs),
    /// Whom to call, and two plain questions; needs no journal, no passphrase, no network
    Help(help::HelpArgs),
    /// Say what the method says now, from a plain journal; nothing is kept
    Advise(advise::AdviseArgs),
    /// Read message exports, and show how the flow of contact changed; no words are kept
    Read(read::ReadArgs),
    /// Read a draft from standard input, and show the words that may do harm; nothing is kept
    Review(review::ReviewArgs),
    /// The method in plain words: the contents, the best pages for a question, or a page by its name
    Guide(guide::GuideArgs),
    /// Show a clause of the method: its text, its reason, its cases
    Why(why::WhyArgs),
    /// Serve the app for many people, over a PostgreSQL
    Serve(serve::ServeArgs),
    /// Look after the app that is served for many
    Admin(serve::AdminArgs),
    /// Write the manual pages of every command into a folder
    #[command(hide = true)]
    Manual(manual::ManualArgs),
    #[command(flatten)]
    Vault(vault::VaultCommand),
}

fn main() -> ExitCode {
    names::by_own_means();
    // Unreadable arguments end here with exit code 2, as clap has it.
    let asked = Halflight::parse();
    let outcome = match asked.command {
        None => open::run(&asked.open),
        Some(Command::Welcome(args)) => welcome::run(&args),
        Some(Command::Help(args)) => help::run(&args),
        Some(Command::Advise(args)) => advise::run(&args),
        Some(Command::Read(args)) => read::run(&args),
        Some(Command::Review(args)) => review::review(args),
        Some(Command::Guide(args)) => guide::run(&args),
        Some(Command::Why(args)) => why::run(&args),
        Some(Command::Serve(args)) => serve::run(&args),
        Some(Command::Admin(args)) => serve::administer(&args),
        Some(Command::Manual(args)) => manual::run(&args, Halflight::command()),
        Some(Command::Vault(command)) => vault::run(command, Halflight::command),
    };
    exit::code(outcome)
}
