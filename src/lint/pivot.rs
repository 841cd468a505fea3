//! The language through which an article was likely translated.

use crate::finding::Finding;
use std::collections::BTreeMap;

/// How many findings must name a language before anything is said.
const LEAST_FINDINGS: usize = 3;

/// How much heavier the evidence for the first language must be than for the second.
const LEAD: f64 = 1.25;

/// The language that the findings point to most, with how many of them name it; `None` where fewer than three
/// findings name a language or the lead is not clear.
///
/// A finding that names several languages counts for each with its share only, so that errors which many
/// languages make do not decide.
pub fn pivot_guess(findings: &[Finding]) -> Option<(String, usize)> {
    let mut weights: BTreeMap<&str, (f64, usize)> = BTreeMap::new();
    let naming = findings.iter().filter(|finding| !finding.pivot.is_empty());
    let count = naming.clone().count();
    for finding in naming {
        let share = 1.0 / finding.pivot.len() as f64;
        for language in &finding.pivot {
            let entry = weights.entry(language).or_default();
            entry.0 += share;
            entry.1 += 1;
        }
    }
    let mut ranking: Vec<(&str, (f64, usize))> = weights.into_iter().collect();
    // Stable: of equals the first in the alphabet stays first, and then the lead is not clear.
    ranking.sort_by(|a, b| b.1.0.total_cmp(&a.1.0));
    let (language, (weight, named)) = ranking.first().copied()?;
    let second = ranking.get(1).map_or(0.0, |(_, (weight, _))| *weight);
    let clear = count >= LEAST_FINDINGS && named >= LEAST_FINDINGS && weight >= LEAD * second;
    clear.then(|| (language.to_owned(), named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Basis, Confidence, Kind, Severity};
    use crate::span::Span;

    fn guess(pivots: &[&str]) -> Option<(String, usize)> {
        let finding = |languages: &&str| Finding {
            rule: String::new(),
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
            suggestions: Vec::new(),
            fingerprint: 0,
        };
        pivot_guess(&pivots.iter().map(finding).collect::<Vec<_>>())
    }

    #[test]
    fn the_leader_is_named_where_the_evidence_suffices() {
        let fr = |n| Some(("fr".to_owned(), n));
        assert_eq!(guess(&["fr es it", "fr es it", "fr", "fr de", ""]), fr(4));
        assert_eq!(guess(&["fr", "fr", "fr"]), fr(3));
        assert_eq!(guess(&["fr", "fr"]), None, "two are too few");
        assert_eq!(guess(&["fr es", "fr es", "fr es"]), None, "both equally");
        assert_eq!(guess(&["fr", "de", "ru"]), None, "each once");
        assert_eq!(guess(&["", "", ""]), None, "no language named");
        assert_eq!(guess(&[]), None);
    }
}
