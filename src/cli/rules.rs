//! `traduce rules`

use super::args::RuleArgs;
use super::engine::load_rules;
use super::failure::{Failure, Status};
use super::output::Output;
use crate::finding::{Kind, Severity};
use crate::report::rule;
use crate::rule::Rule;
use clap::{Args, ValueEnum};
use std::io::Write;

/// List the rules
#[derive(Args)]
#[command(after_help = "\
Examples:
  traduce rules --kind collocation,calque --pivot fr
  traduce rules --severity error --format jsonl

The column 2:41 says how often the rule fired on human English and on machine translation when it
was measured.")]
pub struct Rules {
    /// Only these kinds
    #[arg(long, value_delimiter = ',', value_parser = kind_from_name)]
    kind: Vec<Kind>,
    /// Only rules for errors that arise in these languages (ISO 639-1)
    #[arg(long, value_name = "LANGUAGE", value_delimiter = ',')]
    pivot: Vec<String>,
    /// Only these severities: error, warning, note
    #[arg(long, value_delimiter = ',', value_parser = severity_from_name)]
    severity: Vec<Severity>,
    /// How to print rules: for people, or one JSON object a line
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    format: ListFormat,
    #[command(flatten)]
    rules: RuleArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    Text,
    Jsonl,
}

fn kind_from_name(name: &str) -> Result<Kind, String> {
    let names = || Kind::ALL.map(Kind::name).join(", ");
    Kind::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| format!("kinds are {}", names()))
}

fn severity_from_name(name: &str) -> Result<Severity, String> {
    let all = [Severity::Error, Severity::Warning, Severity::Note];
    all.into_iter().find(|s| s.name() == name).ok_or_else(|| "severities are error, warning, note".to_owned())
}

impl Rules {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let (rules, problems) = load_rules(&self.rules, output);
        let mut chosen: Vec<&Rule> = rules.rules.iter().filter(|rule| self.wants(rule)).collect();
        chosen.sort_by(|a, b| a.id.cmp(&b.id));
        let text = match self.format {
            ListFormat::Text => rule::table(&chosen),
            ListFormat::Jsonl => rule::json_lines(&rules, &chosen)?,
        };
        output.out.write_all(text.as_bytes())?;
        Ok(Status { found: false, failed: problems > 0 })
    }

    fn wants(&self, rule: &Rule) -> bool {
        let any = |wanted: &[String]| wanted.iter().any(|code| rule.pivot.iter().any(|p| p == code));
        (self.kind.is_empty() || self.kind.contains(&rule.kind))
            && (self.severity.is_empty() || self.severity.contains(&rule.severity))
            && (self.pivot.is_empty() || any(&self.pivot))
    }
}
