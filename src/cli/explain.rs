//! `traduce explain`

use super::args::RuleArgs;
use super::engine::load_rules;
use super::failure::{Failure, Status, unknown_rule};
use super::output::Output;
use crate::report::rule::explain;
use clap::Args;
use std::io::Write;

/// Tell all about a rule
#[derive(Args)]
#[command(after_help = "\
Examples:
  traduce explain RULE                  the id that stands in brackets in a finding
  traduce rules                         the ids of all rules")]
pub struct Explain {
    /// Ids of rules
    #[arg(required = true, value_name = "RULE")]
    ids: Vec<String>,
    #[command(flatten)]
    rules: RuleArgs,
}

impl Explain {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let (rules, problems) = load_rules(&self.rules, output);
        let mut status = Status { found: false, failed: problems > 0 };
        let mut first = true;
        for id in &self.ids {
            let Some(rule) = rules.find(id).and_then(|index| rules.rules.get(index)) else {
                status.failed = true;
                output.failure(&unknown_rule(id, rules.did_you_mean(id)));
                continue;
            };
            if !std::mem::take(&mut first) {
                writeln!(output.out)?;
            }
            output.out.write_all(explain(&rules, rule, output.layout).as_bytes())?;
        }
        Ok(status)
    }
}
