//! One finding a line, as JSON, with the keys in the order of `docs/design.md`.

use super::Origin;
use super::position::Locator;
use crate::finding::{Basis, Confidence, Finding, Kind, Safety, Severity, SourceSide, Suggestion};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    rule: &'a str,
    kind: Kind,
    severity: Severity,
    confidence: Confidence,
    basis: Basis,
    pivot: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    source_phrase: Option<&'a str>,
    start: u32,
    end: u32,
    line: usize,
    column: usize,
    text: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_side: Option<SourceSideLine<'a>>,
    suggestions: Vec<SuggestionLine<'a>>,
    mqm: &'a str,
    its: &'a str,
    fingerprint: String,
}

/// What a finding was compared with; bytes of the source text.
#[derive(Serialize)]
struct SourceSideLine<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_value: Option<&'a str>,
}

#[derive(Serialize)]
struct SuggestionLine<'a> {
    title: &'a str,
    safety: Safety,
    edits: Vec<EditLine<'a>>,
}

#[derive(Serialize)]
struct EditLine<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

/// Writes the findings of one article. `text` is the original input of the spans, for line and column.
///
/// # Errors
/// What `out` reports.
pub fn write(out: &mut impl Write, origin: Origin<'_>, text: &str, findings: &[Finding]) -> io::Result<()> {
    let mut locator = Locator::new(text);
    for finding in findings {
        let position = locator.locate(finding.span.start);
        let line = Line {
            path: origin.path,
            record: origin.record,
            rule: &finding.rule,
            kind: finding.kind,
            severity: finding.severity,
            confidence: finding.confidence,
            basis: finding.basis,
            pivot: &finding.pivot,
            source_phrase: finding.source_phrase.as_deref(),
            start: finding.span.start,
            end: finding.span.end,
            line: position.line,
            column: position.column,
            text: &finding.text,
            message: &finding.message,
            why: finding.why.as_deref(),
            source_side: finding.source_side.as_ref().map(SourceSideLine::new),
            suggestions: finding.suggestions.iter().map(SuggestionLine::new).collect(),
            mqm: finding.kind.mqm(),
            its: finding.kind.its(),
            fingerprint: format!("{:016x}", finding.fingerprint),
        };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

impl<'a> SourceSideLine<'a> {
    fn new(side: &'a SourceSide) -> Self {
        Self {
            start: side.span.start,
            end: side.span.end,
            text: &side.text,
            value: side.value.as_deref(),
            target_value: side.target_value.as_deref(),
        }
    }
}

impl<'a> SuggestionLine<'a> {
    fn new(suggestion: &'a Suggestion) -> Self {
        let edits = suggestion.edits.iter();
        Self {
            title: &suggestion.title,
            safety: suggestion.safety,
            edits: edits.map(|e| EditLine { start: e.span.start, end: e.span.end, text: &e.text }).collect(),
        }
    }
}
