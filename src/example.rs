//! Runs a rule on its own examples: it must flag what is marked, nothing else, and its fix must read as said.

use crate::article::Article;
use crate::finding::Finding;
use crate::fix;
use crate::lint::{Engine, LintOptions};
use crate::rule::raw::Place;
use crate::rule::{Bad, Rule, RuleSet};
use crate::source::Format;
use crate::span::Span;

/// How one example came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Ok,
    /// A marked part of a `bad` text is not flagged.
    Missing {
        /// The marked words.
        marked: String,
        /// What is flagged that overlaps them, but is neither inside nor around them.
        instead: Option<String>,
    },
    /// Something is flagged that is not marked, or anything in a `good` text.
    Noisy {
        /// The flagged words.
        flagged: String,
    },
    /// The text after the fix is not what the rule file says.
    WrongFix {
        /// What the rule file says.
        expected: String,
        /// What came out.
        got: String,
    },
    /// After the fix the rule still flags the text.
    Unstable {
        /// The text after the last pass.
        got: String,
    },
}

impl Outcome {
    /// One word for it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Missing { .. } => "missing",
            Self::Noisy { .. } => "noisy",
            Self::WrongFix { .. } => "wrong fix",
            Self::Unstable { .. } => "does not converge",
        }
    }
}

/// What became of one example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleResult {
    /// Id of the rule.
    pub rule: String,
    /// Path of the rule file.
    pub file: String,
    /// Line of the example in it, from 1.
    pub line: usize,
    /// Whether it is a `bad` text.
    pub is_bad: bool,
    /// The text, marks taken out.
    pub text: String,
    /// How it came out.
    pub outcome: Outcome,
}

/// Runs all examples of the rules that pass a test, in the order of the rules.
pub fn run(rules: &RuleSet, mut wanted: impl FnMut(&Rule) -> bool) -> Vec<ExampleResult> {
    let mut engine = Engine::new(rules);
    let mut results = Vec::new();
    for (index, rule) in rules.rules.iter().enumerate() {
        if wanted(rule) {
            run_rule(&mut engine, index, rule, &mut results);
        }
    }
    results
}

fn run_rule(engine: &mut Engine<'_>, index: usize, rule: &Rule, results: &mut Vec<ExampleResult>) {
    let rules = engine.rules();
    let mut select = vec![false; rules.rules.len()];
    if let Some(own) = select.get_mut(index) {
        *own = true;
    }
    let options = LintOptions { select: Some(select), ..LintOptions::default() };
    let mut runner = Runner { engine, options };
    let result = |at: Place, is_bad, text: &str, outcome| {
        let (file, line) = rules.position(rule, at);
        let (rule, file, text) = (rule.id.to_string(), file.to_owned(), text.to_owned());
        ExampleResult { rule, file, line, is_bad, text, outcome }
    };
    let Some(body) = rule.body(rules) else { return };
    for bad in &body.bad {
        results.push(result(bad.at, true, &bad.marked.text, runner.bad(bad)));
    }
    for good in &body.good {
        runner.options.original.clone_from(&good.original);
        let outcome = match runner.find(&good.text).first() {
            None => Outcome::Ok,
            Some(finding) => Outcome::Noisy { flagged: finding.text.clone() },
        };
        results.push(result(good.at, false, &good.text, outcome));
    }
}

/// How often a fix may leave something for the next pass.
const MAX_PASSES: usize = 5;

struct Runner<'e, 'r> {
    engine: &'e mut Engine<'r>,
    options: LintOptions,
}

impl Runner<'_, '_> {
    fn find(&mut self, text: &str) -> Vec<Finding> {
        self.engine.check(&Article::read(text, Format::Text), &self.options)
    }

    fn bad(&mut self, bad: &Bad) -> Outcome {
        let text = &bad.marked.text;
        self.options.original.clone_from(&bad.original);
        let findings = self.find(text);
        // A rule may report less than a person would mark (only the verb of *was abolished*), or more.
        let fits = |mark: Span, finding: &Finding| mark.contains(finding.span) || finding.span.contains(mark);
        if let Some(mark) = bad.marked.marks.iter().find(|m| !findings.iter().any(|f| fits(**m, f))) {
            let instead = findings.iter().find(|f| f.span.overlaps(*mark)).map(|f| f.text.clone());
            return Outcome::Missing { marked: mark.of(text).to_owned(), instead };
        }
        if let Some(noise) = findings.iter().find(|f| !bad.marked.marks.iter().any(|m| fits(*m, f))) {
            return Outcome::Noisy { flagged: noise.text.clone() };
        }
        self.fix(text, findings, bad.fix.as_deref())
    }

    /// Applies the first suggestions until nothing is left to do.
    fn fix(&mut self, text: &str, mut findings: Vec<Finding>, expected: Option<&str>) -> Outcome {
        let mut fixed = text.to_owned();
        for _ in 0..MAX_PASSES {
            let pass = fix::apply(&fixed, &findings, true);
            if pass.applied.is_empty() {
                break;
            }
            fixed = pass.text;
            findings = self.find(&fixed);
        }
        match expected {
            Some(expected) if expected != fixed => {
                Outcome::WrongFix { expected: expected.to_owned(), got: fixed }
            }
            // Without a suggestion the finding stays.
            _ if fixed != text && !findings.is_empty() => Outcome::Unstable { got: fixed },
            _ => Outcome::Ok,
        }
    }
}
