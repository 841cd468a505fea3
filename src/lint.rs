//! Runs rules over a document. Pure: same article and rules, same findings.

mod finding;
mod fingerprint;
mod pivot;
#[cfg(test)]
mod tests;

pub use pivot::pivot_guess;

use crate::article::{Article, BlockKind};
use crate::check::{CheckContext, CheckMatch, Facts};
use crate::compare::Original;
use crate::english::parse::document;
use crate::english::words::Words;
use crate::english::{Document, Range, Sentence};
use crate::fact::Date;
use crate::finding::{Basis, Finding, SourceSide};
use crate::pattern::Match;
use crate::pattern::compile::{Program, Requirement};
use crate::pattern::token::View;
use crate::pattern::{frame, matcher};
use crate::rule::index::Scan;
use crate::rule::{Body, Matcher, Rule, RuleSet};
use crate::suppress;

/// What to look for and what to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LintOptions {
    /// Whether text of the website is looked at (by rules that say so).
    pub chrome: bool,
    /// Whether of findings that overlap only the best is kept.
    pub resolve_overlaps: bool,
    /// The rules to run, by index; `None` for all.
    pub select: Option<Vec<bool>>,
    /// The day on which the article was published, for dates that say no year.
    pub published: Option<Date>,
    /// The text that the article was translated from, if that is known.
    pub original: Option<Original>,
}

impl Default for LintOptions {
    fn default() -> Self {
        Self { chrome: true, resolve_overlaps: true, select: None, published: None, original: None }
    }
}

impl LintOptions {
    /// The rules to run are those that pass a test.
    #[must_use]
    pub fn selecting(mut self, rules: &RuleSet, wanted: impl FnMut(&Rule) -> bool) -> Self {
        self.select = Some(rules.rules.iter().map(wanted).collect());
        self
    }

    fn selects(&self, rule: usize) -> bool {
        self.select.as_ref().is_none_or(|all| all.get(rule).copied().unwrap_or(false))
    }
}

/// Rules with the memory that checking one article after the other uses again.
pub struct Engine<'r> {
    rules: &'r RuleSet,
    words: Words<'r>,
    scan: Scan,
}

impl<'r> Engine<'r> {
    /// An engine for some rules.
    pub fn new(rules: &'r RuleSet) -> Self {
        Self { rules, words: Words::new(&rules.vocabulary), scan: Scan::default() }
    }

    /// The rules.
    pub const fn rules(&self) -> &'r RuleSet {
        self.rules
    }

    /// Lexes and splits an article; its words are looked up in the rules' vocabulary.
    pub fn document(&mut self, article: &Article) -> Document {
        document(article, &mut self.words)
    }

    /// The findings in an article, by position and rule.
    pub fn check(&mut self, article: &Article, options: &LintOptions) -> Vec<Finding> {
        let document = self.document(article);
        self.check_document(article, &document, options)
    }

    /// The findings in a document that [`Engine::document`] made from the article.
    pub fn check_document(
        &mut self,
        article: &Article,
        document: &Document,
        options: &LintOptions,
    ) -> Vec<Finding> {
        run(article, document, self.rules, options, &mut self.scan)
    }
}

/// The findings in an article, by position and rule. The document must come from the article and the rules'
/// vocabulary.
pub fn lint(article: &Article, document: &Document, rules: &RuleSet, options: &LintOptions) -> Vec<Finding> {
    run(article, document, rules, options, &mut Scan::default())
}

/// A match of a rule.
struct Hit<'r> {
    /// Index of the rule.
    rule: usize,
    body: &'r Body,
    matcher: &'r Matcher,
    basis: Basis,
    /// Tokens used.
    extent: Range,
    found: CheckMatch,
    /// Whether the source text has the wording that explains it.
    supported: bool,
}

fn run(
    article: &Article,
    document: &Document,
    rules: &RuleSet,
    options: &LintOptions,
    scan: &mut Scan,
) -> Vec<Finding> {
    let mut hits = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if sentence.block_kind != BlockKind::Chrome || options.chrome {
            patterns(index, sentence, rules, options, scan, &mut hits);
        }
    }
    let facts = Facts::new(document, options.published, options.original.as_ref());
    checks(&facts, document, rules, options, &mut hits);
    hits.retain_mut(|hit| agrees_with_source(hit, &facts));
    let mut counts = vec![0u32; rules.rules.len()];
    for hit in &hits {
        if let Some(count) = counts.get_mut(hit.rule) {
            *count += 1;
        }
    }
    let findings = hits.iter().filter_map(|hit| {
        let rule = rules.rules.get(hit.rule)?;
        let count = counts.get(hit.rule).copied().unwrap_or(0);
        let dense = rule.per_1000_words.is_none_or(|least| is_dense(count, document.words, least));
        dense.then(|| finding::build(hit, rule, article, document)).flatten()
    });
    let findings = suppress::duplicates(findings.collect());
    if options.resolve_overlaps { suppress::overlaps(findings) } else { findings }
}

/// Whether so many matches in so many words are enough, and more than one.
fn is_dense(count: u32, words: u32, least: f64) -> bool {
    count >= 2 && f64::from(count) * 1000.0 >= least * f64::from(words.max(1))
}

/// Runs the patterns and frames that can match a sentence.
fn patterns<'r>(
    index: usize,
    sentence: &Sentence,
    rules: &'r RuleSet,
    options: &LintOptions,
    scan: &mut Scan,
    hits: &mut Vec<Hit<'r>>,
) {
    let view = View::new(sentence, &rules.lists);
    rules.index.scan(sentence, &rules.lists, scan);
    for candidate in scan.candidates() {
        let Some(rule) = rules.rules.get(candidate.rule) else { continue };
        if !options.selects(candidate.rule) || !rule.blocks.contains(&sentence.block_kind) {
            continue;
        }
        let Some(body) = rule.body(rules) else { continue };
        let Some(matcher) = body.matchers.get(candidate.matcher) else { continue };
        let needed = matcher.requirement();
        let met = |needed: &Requirement| {
            scan.meets(needed) && needed.kinds.iter().all(|kinds| view.kinds().meets(*kinds))
        };
        if !needed.is_none_or(met) {
            continue;
        }
        let matches = match matcher {
            Matcher::Pattern(program) => matcher::find(program, &view),
            Matcher::Frame(program) => frame::find(program, &view),
            Matcher::Check(..) => Vec::new(),
        };
        for found in matches {
            let Match { extent, report, captures } = found;
            let found = CheckMatch { captures, ..CheckMatch::new(index, report) };
            let hit = Hit {
                rule: candidate.rule,
                body,
                matcher,
                basis: Basis::Target,
                extent,
                found,
                supported: false,
            };
            hits.extend(Some(hit).filter(|hit| counts(hit, rule, &view)));
        }
    }
}

/// Runs the checks.
fn checks<'r>(
    facts: &Facts<'_>,
    document: &Document,
    rules: &'r RuleSet,
    options: &LintOptions,
    hits: &mut Vec<Hit<'r>>,
) {
    for &index in rules.checks.iter().filter(|index| options.selects(**index)) {
        let Some(rule) = rules.rules.get(index) else { continue };
        let Some(body) = rule.body(rules) else { continue };
        for matcher in &body.matchers {
            let Matcher::Check(entry, with) = matcher else { continue };
            let blocks: Vec<BlockKind> = rule.blocks.clone();
            let blocks = blocks.into_iter().filter(|kind| options.chrome || *kind != BlockKind::Chrome);
            let blocks: Vec<BlockKind> = blocks.collect();
            let (lists, vocabulary) = (&rules.lists, &rules.vocabulary);
            let context = CheckContext { document, lists, vocabulary, with, blocks: &blocks, facts };
            for found in (entry.run)(&context) {
                let Some(sentence) = document.sentences.get(found.sentence) else { continue };
                let extent = found.report;
                let hit =
                    Hit { rule: index, body, matcher, basis: entry.basis, extent, found, supported: false };
                let view = View::new(sentence, &rules.lists);
                let looked_at = context.looks_at(sentence.block_kind);
                hits.extend(Some(hit).filter(|hit| looked_at && counts(hit, rule, &view)));
            }
        }
    }
}

/// Whether the source text, if there is one, does not show that the wording is right; notes if it has the phrase that
/// explains the error.
fn agrees_with_source(hit: &mut Hit<'_>, facts: &Facts<'_>) -> bool {
    let (when, unless) = (&hit.body.when_source, &hit.body.unless_source);
    if when.is_empty() && unless.is_empty() {
        return true;
    }
    let Some(comparison) = facts.comparison() else { return true };
    if comparison.find_wording(unless, hit.found.sentence).is_some() {
        return false;
    }
    if let Some(span) = comparison.find_wording(when, hit.found.sentence) {
        hit.supported = true;
        hit.found.source_side = Some(SourceSide {
            span: comparison.text.original(span),
            text: span.of(&comparison.text.text).to_owned(),
            ..SourceSide::default()
        });
    }
    true
}

/// Whether a match counts: it reports something, is not quoted, and no exception overlaps it.
fn counts(hit: &Hit<'_>, rule: &Rule, view: &View<'_>) -> bool {
    let report = hit.found.report;
    let tokens = view.sentence.tokens.get(report.usize()).unwrap_or(&[]);
    let quoted = !rule.in_quotes && tokens.iter().all(|token| token.quoted);
    !tokens.is_empty() && !quoted && !hit.body.unless.iter().any(|program| excepts(program, hit.extent, view))
}

fn excepts(unless: &Program, extent: Range, view: &View<'_>) -> bool {
    let overlap = |a: Range, b: Range| a.start < b.end && b.start < a.end;
    matcher::find(unless, view).iter().any(|found| overlap(found.extent, extent))
}
