//! `traduce test`

use super::args::RuleArgs;
use super::engine::load_rules_thoroughly;
use super::failure::{Failure, Status, unknown_rule};
use super::output::Output;
use crate::example::{self, Outcome};
use crate::report::example::{failed, summary};
use clap::Args;
use std::io::Write;

/// Run the examples of the rules
#[derive(Args)]
#[command(after_help = "\
Examples:
  traduce test
  traduce test --no-builtin --rules my-rules/
  traduce test RULE

Exit status: 0 all examples are as they should be, 1 some are not, 2 a rule file is broken.")]
pub struct Test {
    /// Only these rules
    #[arg(value_name = "RULE")]
    ids: Vec<String>,
    #[command(flatten)]
    rules: RuleArgs,
}

impl Test {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let (rules, problems) = load_rules_thoroughly(&self.rules, output);
        let mut status = Status { found: false, failed: problems > 0 };
        for id in self.ids.iter().filter(|id| rules.find(id).is_none()) {
            status.failed = true;
            output.failure(&unknown_rule(id, rules.did_you_mean(id)));
        }
        let wanted = |id: &str| self.ids.is_empty() || self.ids.iter().any(|wanted| wanted == id);
        let results = example::run(&rules, |rule| wanted(&rule.id));
        for result in results.iter().filter(|r| r.outcome != Outcome::Ok) {
            status.found = true;
            output.out.write_all(failed(result, output.layout).as_bytes())?;
        }
        let tested = rules.rules.iter().filter(|rule| wanted(&rule.id)).count();
        writeln!(output.out, "{}", summary(&results, tested, problems))?;
        Ok(status)
    }
}
