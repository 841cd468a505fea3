//! `traduce check` from outside.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Folder, args, run_in, snapshot, with_rules};
use serde_json::Value;
use std::path::Path;

const TEXT: &str = "Sea lanes open\n\nThe « obstacle » – an old one – is gone: in spring the obstacle was abolished by the two towns on the bay, said the mayor of kyiv on Monday.\nThey met in the night.\n";

#[test]
fn text_report() {
    let folder = with_rules(&[("a.txt", TEXT), ("clean.txt", "All is well.\n")]);
    snapshot("cli_check", folder.run(&args(&["check", "a.txt"])));
    let both = folder.run(&args(&["check", "clean.txt", "a.txt"]));
    assert!(both.stdout.ends_with("in 1 of 2 articles, 38 words\n"), "{both}");
    let clean = folder.run(&args(&["check", "clean.txt"]));
    assert_eq!(clean.to_string(), "no findings in 3 words\n--- status 0");
    let quiet = folder.run(&args(&["check", "clean.txt", "-q"]));
    assert_eq!(quiet.to_string(), "--- status 0");
}

#[test]
fn exit_zero_is_for_findings_not_for_errors() {
    let folder = with_rules(&[("a.txt", TEXT)]);
    assert_eq!(folder.run(&args(&["check", "a.txt", "--exit-zero"])).status, 0);
    assert_eq!(folder.run(&args(&["check", "a.txt", "no.txt", "--exit-zero"])).status, 2);
}

#[test]
fn colour_when_asked_for() {
    let folder = with_rules(&[("a.txt", TEXT)]);
    assert!(folder.run(&args(&["check", "a.txt", "--color", "always"])).stdout.contains("\u{1b}[1m"));
    assert!(!folder.run(&args(&["check", "a.txt"])).stdout.contains('\u{1b}'));
}

#[test]
fn jsonl_report_has_the_keys_in_order_and_spans_in_bytes() {
    let folder = with_rules(&[("a.txt", TEXT)]);
    let run = folder.run(&args(&["check", "a.txt", "--format", "jsonl"]));
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    let keys = [
        "path",
        "rule",
        "kind",
        "severity",
        "confidence",
        "basis",
        "pivot",
        "source_phrase",
        "start",
        "end",
        "line",
        "column",
        "text",
        "message",
        "why",
        "suggestions",
        "mqm",
        "its",
        "fingerprint",
    ];
    let first = run.stdout.lines().next().unwrap();
    let places: Vec<usize> = keys.iter().map(|key| first.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "{first}");
    for line in run.stdout.lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        let at = |key: &str| finding[key].as_u64().unwrap() as usize;
        let flagged = &TEXT[at("start")..at("end")];
        assert_eq!(finding["text"], flagged);
        let line = TEXT.lines().nth(at("line") - 1).unwrap();
        let from_column: String = line.chars().skip(at("column") - 1).collect();
        assert!(from_column.starts_with(flagged), "{finding}");
        let fingerprint = finding["fingerprint"].as_str().unwrap();
        assert!(fingerprint.len() == 16 && u64::from_str_radix(fingerprint, 16).is_ok());
    }
}

#[test]
fn records_are_named_by_id_or_line() {
    let lines = "{\"id\": \"x\", \"text\": \"They met in kyiv.\"}\n\n{\"text\": \"One.\\nThey met in kyiv.\"}\n{\"id\": 9, \"text\": \"In kyiv.\"}\n";
    let folder = with_rules(&[("a.jsonl", lines)]);
    let run = folder.run(&args(&["check", "a.jsonl", "--format", "jsonl"]));
    let got: Vec<(String, u64, u64, u64)> = run
        .stdout
        .lines()
        .map(|line| {
            let finding: Value = serde_json::from_str(line).unwrap();
            let at = |key: &str| finding[key].as_u64().unwrap();
            (finding["record"].as_str().unwrap().to_owned(), at("line"), at("column"), at("start"))
        })
        .collect();
    assert_eq!(got, [("x".into(), 1, 13, 12), ("3".into(), 2, 13, 17), ("9".into(), 1, 4, 3)]);
    let text = folder.run(&args(&["check", "a.jsonl"])).stdout;
    assert!(text.contains("--> a.jsonl#x:1:13"), "{text}");
}

#[test]
fn findings_are_selected_by_rule_and_kind() {
    let folder = with_rules(&[("a.txt", TEXT)]);
    let rules = |more: &[&str]| {
        let run = folder.run(&args(&[&["check", "a.txt", "--format", "jsonl"], more].concat()));
        let rule =
            |line: &str| serde_json::from_str::<Value>(line).unwrap()["rule"].as_str().unwrap().to_owned();
        run.stdout.lines().map(rule).collect::<Vec<_>>()
    };
    assert_eq!(rules(&[]), ["sample-obstacle", "sample-kyiv", "sample-night"]);
    assert_eq!(rules(&["--select", "name,sample-night"]), ["sample-kyiv", "sample-night"]);
    assert_eq!(rules(&["--ignore", "sample-kyiv", "--ignore", "preposition"]), ["sample-obstacle"]);
    let run = folder.run(&args(&["check", "a.txt", "--select", "sample-nigth"]));
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("did you mean `sample-night`?"), "{run}");
}

#[test]
fn spans_behind_markup_point_into_the_file() {
    let html = "<article><p>Caf&eacute;s of <b>kyiv</b> &amp; Rome.</p></article>";
    let folder = with_rules(&[("a.html", html), ("a.md", "# Caf&eacute;s\n\nIn **kyiv** and Rome.\n")]);
    let run = folder.run(&args(&["check", "a.html", "a.md", "--format", "jsonl"]));
    let spans: Vec<(u64, u64)> = run
        .stdout
        .lines()
        .map(|line| {
            let finding: Value = serde_json::from_str(line).unwrap();
            (finding["start"].as_u64().unwrap(), finding["end"].as_u64().unwrap())
        })
        .collect();
    let at = html.find("kyiv").unwrap() as u64;
    assert_eq!(spans, [(at, at + 4), (21, 25)]);
}

#[test]
fn sample_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut names: Vec<String> =
        folder.read_dir().unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    // Those with a number belong to `tests/contradictions.rs`.
    names.retain(|name| !name.starts_with(|first: char| first.is_ascii_digit()));
    names.sort();
    assert!(names.len() >= 6);
    for name in names {
        let run = run_in(&folder, &["check", &name], "");
        snapshot(&format!("article_{}", name.replace('.', "_")), run);
    }
}

#[test]
fn every_mistake_in_a_rule_file_is_shown_and_good_rules_are_used() {
    let folder = Folder::with(&[("a.txt", "They met in kyiv.\n"), ("rules/bad.toml", BROKEN)]);
    folder.write("rules/sample.toml", common::RULES.as_bytes());
    let run = folder.run(&args(&["check", "a.txt"]));
    assert_eq!(run.status, 2, "{run}");
    assert!(run.stdout.contains("names have a capital"), "{run}");
    snapshot("cli_broken_rules", run);
}

/// Ten mistakes.
const BROKEN: &str = r#"
[[rule]]
id = "Not_Kebab"
kind = "calque"
pattern = "one two"
message = "m"
bad = [{ text = "[[one two]]" }]
good = ["one"]

[[rule]]
id = "unknown-kind"
kind = "calk"
pattern = "one two"
message = "m"
bad = [{ text = "[[one two]]" }]
good = ["one"]

[[rule]]
id = "unknown-field"
kind = "calque"
patern = "one two"
message = "m"
bad = [{ text = "[[one two]]" }]
good = ["one"]

[[rule]]
id = "unknown-list"
kind = "calque"
frame = "abolish obj:@obstaclez"
message = "m"
bad = [{ text = "[[one two]]" }]
good = ["one"]

[[rule]]
id = "unbound-capture"
kind = "calque"
pattern = "one two"
suggest = ["$three"]
message = "m"
bad = [{ text = "[[one two]]", fix = "x" }]
good = ["one"]

[[rule]]
id = "no-anchor"
kind = "calque"
pattern = "_ _"
message = "m"
bad = [{ text = "[[one two]]" }]
good = ["one"]

[[rule]]
id = "no-examples"
kind = "calque"
pattern = "one two"
message = "m"

[[rule]]
id = "open-bracket"
kind = "calque"
pattern = "one (two | three"
message = "m"
bad = [{ text = "[[one two]]" }]
good = ["one"]

[[rule]]
id = "unclosed-mark"
kind = "calque"
pattern = "one two"
message = "m"
bad = [{ text = "[[one two" }]
good = ["one"]

[[rule]]
id = "no-anchor"
kind = "calque"
pattern = "one two"
severity = "fatal"
message = "m"
bad = [{ text = "[[one two]]" }]
good = ["one"]
"#;
