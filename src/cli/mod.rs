//! The command line: arguments, files, exit codes. One file a command.

mod args;
mod article;
mod check;
mod corpus;
mod engine;
mod explain;
mod facts;
mod failure;
mod fix;
mod input;
mod measure;
mod original;
mod output;
mod records;
mod rules;
mod show;
mod team;
mod test;
mod witness;
mod write;

use clap::{Parser, Subcommand};
use failure::Status;
use output::Output;
use std::process::ExitCode;

/// Checks translated news: finds likely mistranslations, says why, and offers a fix
#[derive(Parser)]
#[command(name = "traduce", version, about, after_help = EXAMPLES, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Colours: auto is on a terminal unless NO_COLOR is set
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = args::Color::Auto)]
    color: args::Color,
}

const EXAMPLES: &str = "\
Examples:
  traduce check article.txt            what is wrong, why, and what to write instead
  traduce fix --diff articles/         what the safe fixes would change
  traduce explain RULE                 all about one rule

Exit status: 0 nothing found, 1 findings, 2 an error (bad input, bad usage).";

#[derive(Subcommand)]
enum Command {
    Check(check::Check),
    Fix(fix::Fix),
    Explain(explain::Explain),
    Rules(rules::Rules),
    Test(test::Test),
    Show(show::Show),
    Facts(facts::Facts),
    Corpus(corpus::Corpus),
    Measure(measure::Measure),
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut output = Output::new(cli.color);
    let result = match &cli.command {
        Command::Check(command) => command.run(&mut output),
        Command::Fix(command) => command.run(&mut output),
        Command::Explain(command) => command.run(&mut output),
        Command::Rules(command) => command.run(&mut output),
        Command::Test(command) => command.run(&mut output),
        Command::Show(command) => command.run(&mut output),
        Command::Facts(command) => command.run(&mut output),
        Command::Corpus(command) => command.run(&mut output),
        Command::Measure(command) => command.run(&mut output),
    };
    match result.and_then(|status| output.finish().map(|()| status)) {
        Ok(status) => status.code(),
        // Whoever read the output has seen enough.
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            output.failure(&failure);
            Status::ERROR.code()
        }
    }
}
