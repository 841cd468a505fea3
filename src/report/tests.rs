#![allow(clippy::unwrap_used)]

use super::sample::{TEXT, findings, span};
use super::summary::{Pivot, Summary};
use super::text::{Layout, readable, render, wrap};
use super::{Origin, jsonl};
use crate::finding::Finding;
use crate::span::Span;
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

const ORIGIN: Origin<'_> = Origin { path: "news/varna.txt", record: None };

fn snapshot(name: &str, content: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, content));
}

#[test]
fn findings_in_text() {
    snapshot("report_text", &render(ORIGIN, TEXT, &findings(), Layout::default()));
}

#[test]
fn findings_in_text_on_a_narrow_terminal() {
    let layout = Layout { width: 60, color: false };
    let text = render(ORIGIN, TEXT, &findings(), layout);
    // Titles are one line; a terminal wraps them.
    let source_lines = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_digit()));
    assert!(source_lines.clone().count() > 5 && source_lines.clone().all(|l| l.width() <= 60), "{text}");
    snapshot("report_text_narrow", &text);
}

#[test]
fn colour_only_adds_escape_sequences() {
    let plain = render(ORIGIN, TEXT, &findings(), Layout::default());
    let colored = render(ORIGIN, TEXT, &findings(), Layout { color: true, ..Layout::default() });
    assert_ne!(plain, colored);
    let stripped = anstream::adapter::strip_str(&colored).to_string();
    let bare = |s: &str| s.lines().map(|l| l.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(bare(&stripped), bare(&plain));
}

#[test]
fn findings_in_jsonl() {
    let mut out = Vec::new();
    let origin = Origin { path: "news.jsonl", record: Some("7") };
    jsonl::write(&mut out, origin, TEXT, &findings()).unwrap();
    snapshot("report_jsonl", std::str::from_utf8(&out).unwrap());
}

#[test]
fn summary_lines() {
    let pivot = |language: &str| Some(Pivot { language: language.into(), evidence: 4, findings: 5 });
    let mut one = Summary::default();
    one.add(&findings(), 412, pivot("fr"));
    let mut clean = Summary::default();
    clean.add(&[], 1, None);
    let mut many = one.clone();
    many.add(&[], 1000, None);
    many.add(&findings()[..1], 20, pivot("es"));
    many.add(&findings()[..1], 20, pivot("fr"));
    let mut clean_many = clean.clone();
    clean_many.add(&[], 1_234_566, None);
    for (summary, line) in [
        (
            one,
            "5 findings (1 error, 3 warnings, 1 note) in 412 words · likely translated through French (4 of 5 findings)",
        ),
        (clean, "no findings in 1 word"),
        (
            many,
            "7 findings (1 error, 3 warnings, 3 notes) in 3 of 4 articles, 1,452 words · likely translated through French (2), Spanish (1)",
        ),
        (clean_many, "no findings in 1,234,567 words of 2 articles"),
    ] {
        assert_eq!(summary.line(), line);
    }
}

#[test]
fn marks_become_quotation_marks() {
    assert_eq!(readable("*mount*, not `set up`"), "“mount”, not “set up”");
}

#[test]
fn wrapping_keeps_all_words() {
    assert_eq!(wrap("one two  three averyverylongword x", 9), "one two\nthree\naveryverylongword\nx");
}

proptest! {
    #[test]
    fn any_findings_on_any_text_render(
        text in "(\\PC|[ .\n]|[a-z]{1,9} ){0,60}",
        spans in prop::collection::vec((0u32..300, 0u32..40, 0u32..300, 0u32..9), 1..4),
        width in 0usize..120,
    ) {
        let sample = findings();
        let findings: Vec<Finding> = spans
            .iter()
            .zip(sample.iter().cycle().skip(1))
            .map(|(&(s, len, es, elen), sample)| {
                let mut finding = sample.clone();
                finding.span = Span::new(s, s + len);
                for edit in finding.suggestions.iter_mut().flat_map(|s| &mut s.edits) {
                    edit.span = Span::new(es, es + elen);
                }
                finding
            })
            .collect();
        let out = render(ORIGIN, &text, &findings, Layout { width, color: false });
        prop_assert_eq!(out.matches("news/varna.txt:").count(), findings.len());
    }
}

#[test]
fn a_span_of_the_sample_is_what_it_says() {
    assert_eq!(span("set up attacks").of(TEXT), "set up attacks");
}
