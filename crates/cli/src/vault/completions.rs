//! `halflight completions`: for a shell, with the events of `log` and their words.

use clap::builder::PossibleValuesParser;
use clap_complete::Shell;
use journal::short;

use crate::exit::Failure;

/// What `completions` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs, command: clap::Command) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut with_events(command), "halflight", &mut script);
    Ok(std::io::Write::write_all(&mut anstream::stdout().lock(), &script)?)
}

/// The words of `log` are free; for the shell they are those that some event knows.
fn with_events(command: clap::Command) -> clap::Command {
    let mut words: Vec<&'static str> = short::events().collect();
    // The command ends with this; nothing is gained by giving the words back before.
    let mut more: Vec<&'static str> =
        short::events().flat_map(short::words).map(|word| &*word.leak()).collect();
    more.sort_unstable();
    more.dedup();
    words.extend(more);
    command.mut_subcommand("log", |log| {
        log.mut_arg("event", |event| event.value_parser(PossibleValuesParser::new(words)))
    })
}
