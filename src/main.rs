//! The `traduce` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    traduce::cli::main()
}
