//! Findings that are not shown: those that say the same about the same words.

use crate::finding::{Basis, Finding, SourceSide};
use std::cmp::Reverse;

/// Of findings that overlap keeps the better, whatever rules they come from.
///
/// Better is, in this order: the graver severity, the higher confidence, the one with a suggestion, the
/// narrower, the earlier, the rule first in the alphabet. The best of all is kept, then the best of those
/// that do not overlap it, and so on. The result is sorted by position and rule.
pub fn overlaps(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| rank(a).cmp(&rank(b)));
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        if kept.iter().all(|better| !compete(better, &finding)) {
            kept.push(finding);
        }
    }
    sort(&mut kept);
    kept
}

/// Of findings of one rule that overlap keeps the better; those of different rules may overlap.
pub fn duplicates(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| a.rule.cmp(&b.rule).then_with(|| rank(a).cmp(&rank(b))));
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let same_rule = kept.iter().rev().take_while(|better| better.rule == finding.rule);
        if same_rule.into_iter().all(|better| !compete(better, &finding)) {
            kept.push(finding);
        }
    }
    sort(&mut kept);
    kept
}

/// Whether two findings are about the same words. What was seen in the source text is about other things than what was
/// seen in the translation alone, and several facts that are lost may be missed in one sentence.
fn compete(a: &Finding, b: &Finding) -> bool {
    a.span.overlaps(b.span)
        && match (of_source(a), of_source(b)) {
            (None, None) => true,
            (Some(x), Some(y)) if x.span.is_empty() && y.span.is_empty() => a.span == b.span,
            (Some(x), Some(y)) => x.span.overlaps(y.span),
            _ => false,
        }
}

/// What it was compared with, if it rests on the source text.
fn of_source(finding: &Finding) -> Option<&SourceSide> {
    finding.source_side.as_ref().filter(|_| finding.basis == Basis::Source)
}

/// Orders findings by position, then rule.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
}

fn rank(finding: &Finding) -> impl Ord + '_ {
    (
        Reverse(finding.severity),
        Reverse(finding.confidence),
        finding.suggestions.is_empty(),
        finding.span.len(),
        finding.span.start,
        &*finding.rule,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Basis, Confidence, Kind, Safety, Severity, Suggestion};
    use crate::span::Span;

    fn finding(rule: &str, start: u32, end: u32) -> Finding {
        Finding {
            rule: rule.to_owned(),
            kind: Kind::Calque,
            severity: Severity::Warning,
            confidence: Confidence::Medium,
            basis: Basis::Target,
            pivot: Vec::new(),
            source_phrase: None,
            span: Span::new(start, end),
            text: String::new(),
            message: String::new(),
            why: None,
            source_side: None,
            suggestions: Vec::new(),
            fingerprint: 0,
        }
    }

    fn names(findings: &[Finding]) -> Vec<&str> {
        findings.iter().map(|f| f.rule.as_str()).collect()
    }

    #[test]
    fn the_better_of_two_is_kept() {
        let wide = finding("a", 0, 9);
        let narrow = finding("b", 4, 9);
        let grave = Finding { severity: Severity::Error, ..finding("c", 0, 20) };
        let title = String::new();
        let suggestion = Suggestion { title, safety: Safety::Safe, edits: Vec::new() };
        let helpful = Finding { suggestions: vec![suggestion], ..finding("d", 0, 10) };
        for (group, best) in [
            (vec![wide.clone(), narrow.clone()], "b"),
            (vec![narrow.clone(), helpful.clone()], "d"),
            (vec![narrow, wide, helpful, grave], "c"),
        ] {
            let reversed: Vec<_> = group.iter().rev().cloned().collect();
            assert_eq!(names(&overlaps(group)), [best]);
            assert_eq!(names(&overlaps(reversed)), [best], "the order of the input does not matter");
        }
    }

    #[test]
    fn neighbours_stay_and_are_sorted() {
        let all = vec![finding("b", 5, 9), finding("a", 0, 5), finding("a", 9, 12)];
        assert_eq!(names(&overlaps(all)), ["a", "b", "a"]);
    }

    #[test]
    fn duplicates_are_of_one_rule() {
        let all = vec![finding("a", 0, 9), finding("a", 2, 5), finding("b", 0, 9)];
        assert_eq!(names(&duplicates(all)), ["b", "a"]);
    }
}
