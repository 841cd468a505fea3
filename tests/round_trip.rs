//! `--original`: an English text, the text in between and the back-translation.

#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::Command;

fn file(dir: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = dir.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// What is said of a back-translation; the text in between may be left out.
fn said(original: &str, between: Option<&str>, back: &str) -> String {
    let dir = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_traduce"));
    command.args(["check", "--all", "--exit-zero", "--format", "jsonl"]);
    command.arg("--original").arg(file(&dir, "original.txt", original));
    if let Some(between) = between {
        command.arg("--source").arg(file(&dir, "between.txt", between)).args(["--source-lang", "fr"]);
    }
    command.arg(file(&dir, "back.txt", back));
    let output = command.output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

const ORIGINAL: &str = "The council approved a budget of 35 million euros on Monday.";

#[test]
fn a_faithful_round_trip_has_no_difference() {
    let back = "On Monday the council adopted a €35 million budget.";
    assert_eq!(said(ORIGINAL, None, back).matches("\"basis\":\"source\"").count(), 0);
}

#[test]
fn the_text_in_between_is_the_witness() {
    let back = "The council approved a budget of 53 million euros on Monday.";
    let alone = said(ORIGINAL, None, back);
    assert!(alone.contains("53 million") && alone.contains("\"basis\":\"source\""), "{alone}");
    let right = "Le conseil a approuvé lundi un budget de 35 millions d'euros.";
    assert!(said(ORIGINAL, Some(right), back).contains("on the way back"));
    let wrong = "Le conseil a approuvé lundi un budget de 53 millions d'euros.";
    assert!(said(ORIGINAL, Some(wrong), back).contains("on the way there"));
}

#[test]
fn a_negation_that_came_in_is_seen() {
    let back = "The council did not approve a budget of 35 million euros on Monday.";
    assert!(said(ORIGINAL, None, back).contains("nothing in the source negates"));
}

#[test]
fn records_may_be_round_trips() {
    let dir = tempfile::tempdir().unwrap();
    let record = serde_json::json!({
        "id": "1",
        "text": "The council approved a budget of 53 million euros on Monday.",
        "source": "Le conseil a approuvé lundi un budget de 35 millions d'euros.",
        "source_lang": "fr",
        "original": ORIGINAL,
    });
    let output = Command::new(env!("CARGO_BIN_EXE_traduce"))
        .args(["check", "--all", "--exit-zero", "--format", "jsonl"])
        .arg(file(&dir, "articles.jsonl", &record.to_string()))
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("on the way back"));
}
