//! Applies suggestions to a text. Pure: the caller reads, lints again until stable, and writes.

use crate::finding::{Edit, Finding, Safety, Suggestion};
use crate::source::Format;
use crate::span::Span;

/// A text after one pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text with all applied edits.
    pub text: String,
    /// Indices into the findings whose suggestion was applied.
    pub applied: Vec<usize>,
    /// Indices of findings that have a suggestion which had to wait: it overlaps one already applied, or
    /// its edits do not fit the text. The former succeed in the next pass.
    pub skipped: Vec<usize>,
}

/// The suggestion of a finding that may be applied: the first one, or where `offer` is false the first safe one.
pub fn choose(finding: &Finding, offer: bool) -> Option<&Suggestion> {
    finding.suggestions.iter().find(|s| (offer || s.safety == Safety::Safe) && !s.edits.is_empty())
}

/// Applies the chosen suggestion of each finding, in the order of the findings, all edits of a suggestion
/// or none.
///
/// A suggestion is skipped where an edit overlaps or touches at an insertion point one already taken, or
/// does not fall on character boundaries of `text`.
pub fn apply(text: &str, findings: &[Finding], offer: bool) -> Fixed {
    let mut taken: Vec<&Edit> = Vec::new();
    let (mut applied, mut skipped) = (Vec::new(), Vec::new());
    for (index, finding) in findings.iter().enumerate() {
        let Some(suggestion) = choose(finding, offer) else { continue };
        let edits = &suggestion.edits;
        let fits = edits.iter().all(|e| text.get(e.span.range()).is_some());
        let apart = edits.iter().enumerate().all(|(i, e)| {
            let before = edits.get(..i).unwrap_or(&[]);
            before.iter().chain(taken.iter().copied()).all(|other| !conflict(e.span, other.span))
        });
        if fits && apart {
            taken.extend(edits);
            applied.push(index);
        } else {
            skipped.push(index);
        }
    }
    Fixed { text: splice(text, &mut taken), applied, skipped }
}

/// Suggestions come as plain text; in HTML their special characters must be written as entities.
pub fn escape(findings: &mut [Finding], format: Format) {
    if format != Format::Html {
        return;
    }
    for edit in findings.iter_mut().flat_map(|f| &mut f.suggestions).flat_map(|s| &mut s.edits) {
        if edit.text.contains(['&', '<', '>']) {
            edit.text = edit.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        }
    }
}

/// Whether two edits would disturb each other. At an insertion point the order would be arbitrary.
fn conflict(a: Span, b: Span) -> bool {
    if a.is_empty() || b.is_empty() { a.start <= b.end && b.start <= a.end } else { a.overlaps(b) }
}

/// The text with edits that fit and do not overlap.
fn splice(text: &str, edits: &mut [&Edit]) -> String {
    edits.sort_by_key(|e| e.span);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let range = edit.span.range();
        let Some(between) = text.get(at..range.start) else { continue };
        out.push_str(between);
        out.push_str(&edit.text);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::finding::{Basis, Confidence, Kind, Severity};
    use proptest::prelude::*;

    fn finding(safety: Safety, edits: &[(u32, u32, &str)]) -> Finding {
        Finding {
            rule: "sample".into(),
            kind: Kind::Calque,
            severity: Severity::Warning,
            confidence: Confidence::High,
            basis: Basis::Target,
            pivot: Vec::new(),
            source_phrase: None,
            span: Span::new(0, 0),
            text: String::new(),
            message: String::new(),
            why: None,
            source_side: None,
            suggestions: vec![Suggestion {
                title: String::new(),
                safety,
                edits: edits
                    .iter()
                    .map(|&(s, e, t)| Edit { span: Span { start: s, end: e }, text: t.into() })
                    .collect(),
            }],
            fingerprint: 0,
        }
    }

    #[test]
    fn applies_all_edits_of_a_suggestion_or_none() {
        let text = "They led the rebels of the valley.";
        let both = finding(Safety::Safe, &[(5, 8, "drove"), (20, 22, "out of")]);
        let late = finding(Safety::Safe, &[(0, 4, "We"), (20, 22, "from")]);
        let fixed = apply(text, &[both, late], false);
        assert_eq!(fixed.text, "They drove the rebels out of the valley.");
        assert_eq!((fixed.applied, fixed.skipped), (vec![0], vec![1]));
    }

    #[test]
    fn offered_suggestions_wait_to_be_asked_for() {
        let findings = [finding(Safety::Offer, &[(0, 1, "B")])];
        assert_eq!(apply("A cat", &findings, false).text, "A cat");
        assert_eq!(apply("A cat", &findings, true).text, "B cat");
    }

    #[test]
    fn neighbours_may_touch_but_insertions_at_one_point_may_not() {
        let touching = [finding(Safety::Safe, &[(0, 2, "x")]), finding(Safety::Safe, &[(2, 4, "y")])];
        assert_eq!(apply("aabb", &touching, false).text, "xy");
        let inserting = [finding(Safety::Safe, &[(2, 2, "x")]), finding(Safety::Safe, &[(2, 4, "y")])];
        let fixed = apply("aabb", &inserting, false);
        assert_eq!((fixed.text.as_str(), fixed.skipped), ("aaxbb", vec![1]));
    }

    #[test]
    fn suggestions_are_escaped_in_html_only() {
        let mut findings = [finding(Safety::Safe, &[(0, 1, "R&D <unit>")])];
        escape(&mut findings, Format::Markdown);
        assert_eq!(apply("x", &findings, false).text, "R&D <unit>");
        escape(&mut findings, Format::Html);
        assert_eq!(apply("x", &findings, false).text, "R&amp;D &lt;unit&gt;");
    }

    #[test]
    fn edits_outside_the_text_or_inside_a_character_are_ignored() {
        for (start, end) in [(1, 2), (0, 9), (9, 9), (u32::MAX, u32::MAX), (3, 1)] {
            let fixed = apply("é!", &[finding(Safety::Safe, &[(start, end, "x")])], false);
            assert_eq!((fixed.text.as_str(), fixed.skipped.len()), ("é!", 1), "{start}..{end}");
        }
    }

    proptest! {
        #[test]
        fn what_is_not_edited_stays_in_order(
            text in "\\PC{0,40}",
            edits in prop::collection::vec(prop::collection::vec((0u32..60, 0u32..60, "[a-zé]{0,3}"), 0..3), 0..8),
        ) {
            let findings: Vec<Finding> = edits
                .iter()
                .map(|es| {
                    let es: Vec<_> = es.iter().map(|(s, e, t)| (*s, *e, t.as_str())).collect();
                    finding(Safety::Safe, &es)
                })
                .collect();
            let fixed = apply(&text, &findings, false);
            let mut grown = 0i64;
            for &i in &fixed.applied {
                for e in &findings[i].suggestions[0].edits {
                    grown += e.text.len() as i64 - i64::from(e.span.len());
                }
            }
            prop_assert_eq!(fixed.text.len() as i64, text.len() as i64 + grown);
            prop_assert!(fixed.applied.iter().all(|i| !fixed.skipped.contains(i)));
        }
    }
}
