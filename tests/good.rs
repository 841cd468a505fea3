//! Good English full of near-misses, on which no rule may fire, however unproven it is.
//!
//! `tests/good/*.txt` has one sentence a line, written for this test; lines that begin with `#` are remarks.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use traduce::article::Article;
use traduce::lint::{Engine, LintOptions};
use traduce::rule::load;
use traduce::source::Format;

/// Fewer different sentences than this are no test of more than a thousand rules.
const LEAST_SENTENCES: usize = 1_600;

/// File, line and text of each sentence.
fn sentences() -> Vec<(String, usize, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good");
    let entries = fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                all.push((name.clone(), number + 1, line.to_owned()));
            }
        }
    }
    all
}

#[test]
fn no_rule_fires_on_good_english() {
    let (rules, problems) = load::load(&[], true);
    assert!(problems.is_empty(), "{problems:?}");
    let mut engine = Engine::new(&rules);
    let options = LintOptions { resolve_overlaps: false, ..LintOptions::default() };
    let mut wrong = Vec::new();
    for (file, line, text) in sentences() {
        for finding in engine.check(&Article::read(&text, Format::Text), &options) {
            let (start, end) = (finding.span.start as usize, finding.span.end as usize);
            let shown = format!("{}[[{}]]{}", &text[..start], &text[start..end], &text[end..]);
            wrong.push(format!("tests/good/{file}:{line}: {}: {shown}", finding.rule));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} false alarms; narrow the rule, or mend the sentence if it is bad English after all:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn there_are_enough_good_sentences() {
    let distinct: BTreeSet<String> = sentences().into_iter().map(|(.., text)| text).collect();
    assert!(distinct.len() >= LEAST_SENTENCES, "{} sentences in tests/good", distinct.len());
}
