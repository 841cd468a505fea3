//! What is stored about the built-in rules is about the rules as they are.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use traduce::finding::Confidence;
use traduce::report::family::{replace, tables};
use traduce::rule::confidence::Evidence;
use traduce::rule::{folder, load};

const REMEDY: &str = "measure again: .ci/measure (needs the evaluation data, see CONTRIBUTING.md)";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")
}

#[test]
fn every_rule_is_measured_as_it_is() {
    let (rules, _) = load::load(&[], true);
    let stale = rules.rules.iter().filter_map(|rule| match rule.evidence {
        Evidence::Measured(_) => None,
        Evidence::Changed => Some(format!("{} has changed since it was measured", rule.id)),
        Evidence::Unmeasured | Evidence::None => Some(format!("{} is not measured", rule.id)),
    });
    let mut wrong: Vec<String> = stale.collect();
    let known: BTreeSet<&str> = rules.rules.iter().map(|rule| &*rule.id).collect();
    let rates = folder::read(&root()).0.rates.expect(REMEDY).rates;
    let gone = rates.iter().filter(|rate| !known.contains(&*rate.rule));
    wrong.extend(gone.map(|rate| format!("{} is measured, but there is no such rule", rate.rule)));
    assert!(wrong.is_empty(), "{}\n{REMEDY}", wrong.join("\n"));
}

#[test]
fn confidence_follows_from_the_counts() {
    let file = folder::read(&root()).0.rates.expect(REMEDY);
    assert_eq!(file.problem, None, "{REMEDY}");
    let by_hand: Vec<&str> = file
        .rates
        .iter()
        .filter(|rate| Confidence::from_name(&rate.confidence) != Some(rate.counts.confidence()))
        .map(|rate| &*rate.rule)
        .collect();
    assert!(by_hand.is_empty(), "{by_hand:?}\n{REMEDY}");
}

#[test]
fn the_tables_in_the_documentation_are_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/quality.md");
    let document = fs::read_to_string(path).unwrap();
    let (rules, _) = load::load(&[], true);
    let current = replace(&document, &tables(&rules)).unwrap();
    assert!(document == current, "docs/quality.md is not what the rules are now; {REMEDY}");
}
