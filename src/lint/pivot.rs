//! The language through which an article was likely translated.

use crate::finding::Finding;
use std::collections::{BTreeMap, BTreeSet};

/// How many different rules must name the language before anything is said.
const LEAST_RULES: usize = 3;

/// How much heavier the evidence for the first language must be than for the second.
const LEAD: f64 = 1.25;

/// The language that the findings point to most, with how many of them name it; `None` where fewer than three
/// different rules name it or the lead is not clear.
///
/// A rule that fires again and again is one piece of evidence: it may be a habit of the system. One that names
/// several languages counts for each with its share only, so that errors which many languages make do not
/// decide.
pub fn pivot_guess(findings: &[Finding]) -> Option<(String, usize)> {
    let mut weights: BTreeMap<&str, Weight> = BTreeMap::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for finding in findings {
        let first = seen.insert(&finding.rule);
        let share = 1.0 / finding.pivot.len().max(1) as f64;
        for language in &finding.pivot {
            let weight = weights.entry(language).or_default();
            weight.findings += 1;
            if first {
                weight.rules += 1;
                weight.share += share;
            }
        }
    }
    let mut ranking: Vec<(&str, Weight)> = weights.into_iter().collect();
    // Stable: of equals the first in the alphabet stays first, and then the lead is not clear.
    ranking.sort_by(|a, b| b.1.share.total_cmp(&a.1.share));
    let (language, best) = ranking.first()?;
    let second = ranking.get(1).map_or(0.0, |(_, weight)| weight.share);
    let clear = best.rules >= LEAST_RULES && best.share >= LEAD * second;
    clear.then(|| ((*language).to_owned(), best.findings))
}

/// What points to one language.
#[derive(Default)]
struct Weight {
    findings: usize,
    rules: usize,
    /// The sum of the shares of its rules.
    share: f64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Basis, Confidence, Kind, Severity};
    use crate::span::Span;

    /// Each finding as `rule: languages`.
    fn guess(findings: &[&str]) -> Option<(String, usize)> {
        let finding = |(rule, languages): (&str, &str)| Finding {
            rule: rule.to_owned(),
            kind: Kind::Calque,
            severity: Severity::Warning,
            confidence: Confidence::Medium,
            basis: Basis::Target,
            pivot: languages.split_whitespace().map(str::to_owned).collect(),
            source_phrase: None,
            span: Span::default(),
            text: String::new(),
            message: String::new(),
            why: None,
            source_side: None,
            suggestions: Vec::new(),
            fingerprint: 0,
        };
        let findings = findings.iter().filter_map(|text| text.split_once(':')).map(finding);
        pivot_guess(&findings.collect::<Vec<_>>())
    }

    #[test]
    fn the_leader_is_named_where_the_evidence_suffices() {
        let fr = |n| Some(("fr".to_owned(), n));
        assert_eq!(guess(&["a: fr es it", "b: fr es it", "c: fr", "d: fr de", "e:"]), fr(4));
        assert_eq!(guess(&["a: fr", "b: fr", "c: fr", "a: fr"]), fr(4));
        assert_eq!(guess(&["a: fr", "b: fr"]), None, "two are too few");
        assert_eq!(guess(&["a: fr", "b: fr", "a: fr", "a: fr"]), None, "two rules, however often");
        let habit = ["a: fr", "b: fr", "c: fr", "d: de", "d: de", "d: de", "d: de", "d: de"];
        assert_eq!(guess(&habit), fr(3), "one rule does not outweigh three");
        assert_eq!(guess(&["a: fr es", "b: fr es", "c: fr es"]), None, "both equally");
        assert_eq!(guess(&["a: fr", "b: de", "c: ru"]), None, "each once");
        assert_eq!(guess(&["a:", "b:", "c:"]), None, "no language named");
        assert_eq!(guess(&[]), None);
    }
}
