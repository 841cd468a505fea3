//! Arguments that several commands share.

use crate::source::Format;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// When to use colours: `auto` is on a terminal, unless `NO_COLOR` is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// What to read.
#[derive(Args, Debug)]
#[command(next_help_heading = "Input")]
pub struct InputArgs {
    /// Files, folders (ignore files are respected), or - for standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What standard input is written in
    #[arg(long, value_name = "FORMAT", default_value = "txt", value_parser = format_from_name)]
    pub stdin_format: Format,
    /// Name of standard input in the output
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    pub stdin_name: String,
    /// Leave text of the website out: log-in, newsletter and cookie lines
    #[arg(long)]
    pub no_chrome: bool,
}

fn format_from_name(name: &str) -> Result<Format, String> {
    Format::from_name(name).ok_or_else(|| "formats are txt, md, html, jsonl".to_owned())
}

/// Which rules to use.
#[derive(Args, Debug)]
#[command(next_help_heading = "Rules")]
pub struct RuleArgs {
    /// Also use the rules of this folder (repeatable)
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
    /// Leave the built-in rules out
    #[arg(long)]
    pub no_builtin: bool,
}

/// Which findings to show.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Rules")]
pub struct SelectArgs {
    /// Only these rules or kinds
    #[arg(long, value_name = "RULE|KIND", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Not these rules or kinds
    #[arg(long, value_name = "RULE|KIND", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Also findings of rules that are often wrong or not measured yet
    #[arg(long)]
    pub all: bool,
}
