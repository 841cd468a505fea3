//! The tables of rules by language and by kind.
//!
//! `cargo run --release --example family_table` prints them; with the path of a document they replace what
//! stands between its marks. Rules and rates are read from `rules/`, not from the binary.

use std::error::Error;
use std::path::PathBuf;
use traduce::report::family::{BEGIN, END, replace, tables};
use traduce::rule::load;

fn main() -> Result<(), Box<dyn Error>> {
    let (rules, problems) = load::load(&[PathBuf::from("rules")], false);
    if let Some(problem) = problems.first() {
        return Err(format!("{}: {}; see `traduce test`", problem.file, problem.message).into());
    }
    let text = tables(&rules);
    let Some(path) = std::env::args().nth(1) else {
        #[allow(clippy::print_stdout)]
        {
            print!("{text}");
        }
        return Ok(());
    };
    let document = std::fs::read_to_string(&path)?;
    let new = replace(&document, &text)
        .ok_or_else(|| format!("{path}: add two lines where the tables are to stand:\n{BEGIN}\n{END}"))?;
    std::fs::write(&path, new)?;
    Ok(())
}
