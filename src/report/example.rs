//! How the examples of rules came out.

use super::summary::count;
use super::text::Layout;
use crate::example::{ExampleResult, Outcome};

/// An example that is not as it should be: where it stands, what was expected, what came out.
pub fn failed(result: &ExampleResult, layout: Layout) -> String {
    let (on, off) = if layout.color { ("\u{1b}[1;31m", "\u{1b}[0m") } else { ("", "") };
    let (file, line) = (&result.file, result.line);
    let mut out = format!("{file}:{line}: {on}{}{off} [{}]\n", result.outcome.name(), result.rule);
    let mut row = |name: &str, text: &str| out.push_str(&format!("  {name:<9}{text}\n"));
    row("text", &result.text);
    match &result.outcome {
        Outcome::Ok => {}
        Outcome::Missing { marked, instead } => {
            row("missing", marked);
            if let Some(instead) = instead {
                row("instead", instead);
            }
        }
        Outcome::Noisy { flagged } => row("flagged", flagged),
        Outcome::WrongFix { expected, got } => {
            row("expected", expected);
            row("got", got);
        }
        Outcome::Unstable { got } => row("got", got),
    }
    out
}

/// How many examples came out how.
pub fn summary(results: &[ExampleResult], rules: usize, problems: usize) -> String {
    let of = |name: &str| results.iter().filter(|r| r.outcome.name() == name).count();
    let total = count(results.len() as u64, "example");
    let mut line = format!("{total} of {}: {} ok", count(rules as u64, "rule"), of(Outcome::Ok.name()));
    for name in ["missing", "noisy", "wrong fix", "does not converge"] {
        if of(name) > 0 {
            line.push_str(&format!(", {} {name}", of(name)));
        }
    }
    if problems > 0 {
        line.push_str(&format!("; {} in rule files", count(problems as u64, "problem")));
    }
    line
}
