//! Rules loaded, articles in, findings out.

use super::args::{RuleArgs, SelectArgs};
use super::failure::{Failure, unknown_rule};
use super::output::Output;
use super::witness::testify;
use crate::article::Article;
use crate::compare::Original;
use crate::english::Document;
use crate::finding::{Confidence, Finding, Kind};
use crate::fix::escape;
use crate::lint::{self, LintOptions, pivot_guess};
use crate::report::summary::Pivot;
use crate::rule::problem::Problem;
use crate::rule::{Rule, RuleSet, load};
use crate::source::Format;

/// The selected rules with all that checking needs.
pub struct Engine<'r> {
    engine: lint::Engine<'r>,
    options: LintOptions,
    /// The rules whose findings are shown however unproven they are, by index.
    unproven: Vec<bool>,
}

/// One checked article.
pub struct Checked {
    /// What is shown, sorted by position; edits are ready for the format of the article.
    pub findings: Vec<Finding>,
    /// Words of prose.
    pub words: u32,
    /// The language it was likely translated through, where the evidence suffices.
    pub pivot: Option<Pivot>,
}

/// Loads rules. Problems in rule files are shown and counted; the other rules are used.
pub fn load_rules(args: &RuleArgs, output: &mut Output) -> (RuleSet, usize) {
    loaded(load::load_quick(&args.rules, !args.no_builtin), output)
}

/// [`load_rules`], with all that may be wrong with the built-in rules.
pub fn load_rules_thoroughly(args: &RuleArgs, output: &mut Output) -> (RuleSet, usize) {
    loaded(load::load(&args.rules, !args.no_builtin), output)
}

fn loaded((rules, problems): (RuleSet, Vec<Problem>), output: &mut Output) -> (RuleSet, usize) {
    for problem in &problems {
        output.problem(problem);
    }
    (rules, problems.len())
}

impl<'r> Engine<'r> {
    /// An engine for the selected rules.
    ///
    /// # Errors
    /// A rule or kind that is to be selected or ignored does not exist.
    pub fn new(rules: &'r RuleSet, select: &SelectArgs, chrome: bool) -> Result<Self, Failure> {
        for name in select.select.iter().chain(&select.ignore) {
            if !Kind::ALL.iter().any(|kind| kind.name() == name) && rules.find(name).is_none() {
                return Err(unknown_rule(name, rules.did_you_mean(name)));
            }
        }
        let asked = |rule: &Rule| select.all || select.select.iter().any(|n| *n == rule.id);
        let unproven = rules.rules.iter().map(asked).collect();
        let named =
            |names: &[String], rule: &Rule| names.iter().any(|n| *n == rule.id || n == rule.kind.name());
        let options = LintOptions { chrome, ..LintOptions::default() }.selecting(rules, |rule| {
            // A rule that is asked for by its id is wanted however unproven it is.
            let asked = asked(rule);
            (asked || rule.confidence > Confidence::Low || rule.may_be_supported())
                && (select.select.is_empty() || named(&select.select, rule))
                && !named(&select.ignore, rule)
        });
        Ok(Self { engine: lint::Engine::new(rules), options, unproven })
    }

    /// Another engine for the same rules, for another thread.
    pub fn twin(&self) -> Self {
        Self {
            engine: lint::Engine::new(self.engine.rules()),
            options: self.options.clone(),
            unproven: self.unproven.clone(),
        }
    }

    /// The analysis of one article.
    pub fn document(&mut self, article: &Article) -> Document {
        self.engine.document(article)
    }

    /// Checks one article.
    pub fn check(&mut self, article: &Article, format: Format, original: Option<Original>) -> Checked {
        self.options.original = original;
        let document = self.engine.document(article);
        let mut findings = self.engine.check_document(article, &document, &self.options);
        findings.retain(|finding| self.shows(finding));
        escape(&mut findings, format);
        let pivot = pivot_guess(&findings).map(|(language, evidence)| Pivot {
            language,
            evidence,
            findings: findings.len(),
        });
        Checked { findings, words: document.words, pivot }
    }

    /// Checks one article against its original; of the differences it is said on which way they arose, where there is a
    /// text between the two.
    pub fn check_round(
        &mut self,
        article: &Article,
        format: Format,
        original: Option<Original>,
        between: Option<Original>,
    ) -> Checked {
        let mut checked = self.check(article, format, original);
        if between.is_some() {
            let witness = self.check(article, format, between);
            testify(&mut checked.findings, &witness.findings);
        }
        checked
    }

    /// A rule that the source text can make surer runs even if it is unproven, but shows only what it is sure of.
    fn shows(&self, finding: &Finding) -> bool {
        let asked = |index: usize| self.unproven.get(index).copied().unwrap_or(false);
        finding.confidence > Confidence::Low || self.engine.rules().find(&finding.rule).is_some_and(asked)
    }

    /// All that matches, overlaps included.
    pub fn matches(&mut self, article: &Article) -> Vec<Finding> {
        self.matches_in_words(article).0
    }

    /// The same with the number of words.
    pub fn matches_in_words(&mut self, article: &Article) -> (Vec<Finding>, u32) {
        let options = LintOptions { resolve_overlaps: false, ..self.options.clone() };
        let document = self.engine.document(article);
        let mut findings = self.engine.check_document(article, &document, &options);
        findings.retain(|finding| self.shows(finding));
        (findings, document.words)
    }

    /// Whether the rule of this index is among the selected.
    pub fn selects(&self, rule: usize) -> bool {
        self.options.select.as_ref().is_none_or(|all| all.get(rule).copied().unwrap_or(false))
    }
}
