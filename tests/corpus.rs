//! `traduce corpus` from outside.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Folder, Run, args, snapshot, with_rules};
use serde_json::Value;

/// Two records with one text, one with translations, a broken line.
const RECORDS: &str = r#"{"id": "a", "text": "They met in the night. The obstacle was abolished."}
{"id": 7, "text": "All is well in Kyiv."}
{"id": "c", "hyps": {"one": "They slept in the night.", "three": "They slept at night.", "two": "They slept in the night."}, "reference": "They met in the night, in the night."}
{"id": "d", "text":
"#;

fn corpus(folder: &Folder, rest: &[&str]) -> Run {
    folder.run(&args(&[&["corpus"], rest].concat()))
}

#[test]
fn counts_with_samples() {
    let folder =
        with_rules(&[("in/a.jsonl", RECORDS), ("in/b.txt", "The mayor of kyiv spoke in the night.\n")]);
    snapshot("corpus_text", corpus(&folder, &["in"]));
    let one = corpus(&folder, &["in/b.txt", "--rule", "sample-kyiv,sample-obstacle", "--samples", "0"]);
    assert_eq!(
        one.to_string(),
        "   hits  per 10,000 words  rule\n      1          1250.000  sample-kyiv (name)\n      0             0.000  \
         sample-obstacle (collocation)\n1 hit (1250.00 per 10,000 words) of 1 rule in 8 words of 1 text; 1 rule \
         silent\n--- status 0"
    );
    let kinds = corpus(&folder, &["in/b.txt", "--kind", "preposition", "--ignore", "sample-night"]);
    assert!(kinds.stdout.starts_with("0 hits (0.00 per 10,000 words) of 0 rules in 8 words"), "{kinds}");
}

#[test]
fn samples_are_of_different_records() {
    let line = |id: u32, text: &str| format!("{{\"id\": {id}, \"text\": \"{}\"}}\n", text.repeat(3));
    let lines: String = (0..40).map(|id| line(id, "They met in the night. ")).collect();
    let folder = with_rules(&[("a.jsonl", &lines)]);
    let run = corpus(&folder, &["a.jsonl", "--samples", "5"]);
    let labels: Vec<&str> = run
        .stdout
        .lines()
        .filter(|l| l.contains("[["))
        .map(|l| l.trim().split(':').next().unwrap())
        .collect();
    let mut distinct = labels.clone();
    distinct.dedup();
    assert_eq!((labels.len(), distinct.len()), (5, 5), "{run}");
    assert!(labels.iter().any(|id| id.parse::<u32>().unwrap() > 10), "not the first five: {run}");
    assert_eq!(corpus(&folder, &["a.jsonl", "--samples", "5"]), run);
}

#[test]
fn json_has_every_hit_and_every_rule() {
    let folder = with_rules(&[("a.jsonl", RECORDS)]);
    let run = corpus(&folder, &["a.jsonl", "--field", "reference", "--format", "json"]);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    let hits = document["hits"].as_array().unwrap();
    assert_eq!(hits.len(), 2);
    assert_eq!((&hits[1]["rule"], &hits[1]["id"]), (&Value::from("sample-night"), &Value::from("c")));
    assert_eq!((&hits[1]["line"], &hits[1]["start"], &hits[1]["end"]), (&3.into(), &23.into(), &35.into()));
    assert_eq!(hits[1]["context"], "They met in the night, [[in the night]].");
    let rules: Vec<_> =
        document["rules"].as_array().unwrap().iter().map(|r| (&r["rule"], &r["hits"])).collect();
    let ids = ["sample-kyiv", "sample-night", "sample-obstacle"].map(Value::from);
    let counts = [0, 2, 0].map(Value::from);
    assert_eq!(rules, ids.iter().zip(&counts).collect::<Vec<_>>());
    assert_eq!((&document["words"], &document["texts"]), (&8.into(), &1.into()));
    let none = corpus(&with_rules(&[("b.txt", "All is well.\n")]), &["b.txt", "--format", "json"]);
    let none: Value = serde_json::from_str(&none.stdout).unwrap();
    assert_eq!(none["hits"], Value::Array(Vec::new()));
}

#[test]
fn a_baseline_shows_what_a_change_does() {
    let folder = with_rules(&[("a.jsonl", RECORDS), ("b.txt", "She works in the night.\n")]);
    let before = corpus(&folder, &["a.jsonl", "--format", "json"]);
    folder.write("before.json", before.stdout.as_bytes());
    let compare =
        |rest: &[&str]| corpus(&folder, &[&["a.jsonl", "--baseline", "before.json"], rest].concat());
    let same = compare(&[]);
    assert!(same.stdout.starts_with("0 rules changed: 0 hits added, 0 removed"), "{same}");
    // One pattern is changed, one rule gets another name.
    let rules = common::RULES
        .replace("\"in the night\"", "\"slept in the night\"")
        .replace("[[in the night]]", "[[slept in the night]]")
        .replace("sample-obstacle", "other-obstacle");
    folder.write("rules/sample.toml", rules.as_bytes());
    snapshot("corpus_baseline", compare(&[]));
    let limited = compare(&["--samples", "0", "--rule", "sample-night"]);
    assert!(limited.stdout.contains("+ 1 more\n"), "{limited}");
    assert!(!limited.stdout.contains("obstacle"), "{limited}");
    let json: Value = serde_json::from_str(&compare(&["--format", "json"]).stdout).unwrap();
    assert_eq!((&json["added"], &json["removed"]), (&2.into(), &3.into()));
    assert_eq!(json["rules"][0]["status"], "added");
    let other = corpus(&folder, &["b.txt", "--baseline", "before.json"]);
    assert!(other.stderr.contains("the baseline was made on another corpus"), "{other}");
}

#[test]
fn what_goes_wrong_is_said_with_a_remedy() {
    let folder = with_rules(&[("a.jsonl", RECORDS), ("b.json", "{\"hits\": 3}")]);
    let field = corpus(&folder, &["a.jsonl", "--field", "target"]);
    assert_eq!(field.status, 2);
    assert!(field.stderr.contains("a.jsonl: no record has a text in `target`"), "{field}");
    assert!(field.stderr.contains("--field; the first record has: id, text"), "{field}");
    assert!(field.stderr.contains("a.jsonl:4:"), "the broken line is named: {field}");
    let baseline = corpus(&folder, &["a.jsonl", "--baseline", "b.json"]);
    assert_eq!((baseline.status, baseline.stdout.as_str()), (2, ""));
    assert!(baseline.stderr.contains("b.json: not a saved run") && baseline.stderr.contains("--format json"));
    let rule = corpus(&folder, &["a.jsonl", "--rule", "sample-knight"]);
    assert!(rule.status == 2 && rule.stderr.contains("did you mean `sample-night`?"), "{rule}");
    let missing = corpus(&folder, &["no.jsonl"]);
    assert!(missing.status == 2 && missing.stderr.contains("no.jsonl: cannot be read"), "{missing}");
}

#[test]
fn character_references_are_decoded_when_asked_for() {
    let folder = with_rules(&[("a.jsonl", "{\"text\": \"They met &quot;in&#32;the night&quot;.\"}\n")]);
    assert!(corpus(&folder, &["a.jsonl"]).stdout.starts_with("0 hits"));
    let run = corpus(&folder, &["a.jsonl", "--unescape"]);
    assert!(run.stdout.starts_with("0 hits"), "quotations are left out as ever: {run}");
    folder.write("b.jsonl", b"{\"text\": \"They met in&#32;the night.\"}\n");
    assert!(corpus(&folder, &["b.jsonl"]).stdout.starts_with("0 hits"));
    let run = corpus(&folder, &["b.jsonl", "--unescape"]);
    assert!(run.stdout.contains("They met [[in the night]]."), "{run}");
}
