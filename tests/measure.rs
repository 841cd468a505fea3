//! `traduce measure`, and what its result does to the other commands.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Folder, RULES, Run, args, snapshot, with_rules};
use serde_json::Value;

const TEXT: &str = "They met in the night. In spring the obstacle was abolished in kyiv.\n";

/// One human text with *in the night* four times; eleven translations with an obstacle; one passage.
fn corpora() -> Folder {
    let clean = "{\"text\": \"They met in the night. She sang in the night. He left in the night. It rained in the night.\"}\n";
    let record = |n: u32| {
        let hyps = format!("\"a\": \"The obstacle was abolished on day {n}.\", \"b\": \"It was removed.\"");
        format!("{{\"id\": {n}, \"hyps\": {{{hyps}}}, \"reference\": \"Obstacle {n} is gone.\"}}\n")
    };
    let translated: String = (0..11).map(record).collect();
    let folder = with_rules(&[("clean.jsonl", clean), ("mt.jsonl", &translated), ("a.txt", TEXT)]);
    folder.write("gold/01.txt", "Élan: they met in the night in kyiv.\n".as_bytes());
    folder.write(
        "gold/01.json",
        b"{\"errors\": [{\"start\": 15, \"end\": 27, \"text\": \"in the night\"}], \"stilted\": [{\"start\": 31, \"end\": 35}]}",
    );
    folder.write("gold/notes.txt", b"No annotation, no passage: in the night.\n");
    folder
}

fn measure(folder: &Folder, rest: &[&str]) -> Run {
    let corpora = ["--clean", "clean.jsonl", "--translated", "mt.jsonl", "--gold", "gold"];
    folder.run(&args(&[&["measure"], &corpora[..], rest].concat()))
}

fn rules_found(folder: &Folder, command: &[&str]) -> Vec<String> {
    let run = folder.run(&args(&[command, &["--format", "jsonl"]].concat()));
    let rule = |line: &str| serde_json::from_str::<Value>(line).unwrap()["rule"].as_str().unwrap().to_owned();
    run.stdout.lines().map(rule).collect()
}

#[test]
fn counts_go_to_a_file_and_decide_what_is_shown() {
    let folder = corpora();
    assert_eq!(rules_found(&folder, &["check", "a.txt"]), ["sample-night", "sample-obstacle", "sample-kyiv"]);
    snapshot("measure", measure(&folder, &[]));
    snapshot("measure_rates", folder.read("rules/rates.tsv"));
    assert_eq!(rules_found(&folder, &["check", "a.txt"]), ["sample-obstacle", "sample-kyiv"]);
    let all = ["sample-night", "sample-obstacle", "sample-kyiv"];
    assert_eq!(rules_found(&folder, &["check", "a.txt", "--all"]), all);
    // Asked for by its id, a rule is shown however unproven it is.
    assert_eq!(rules_found(&folder, &["check", "a.txt", "--select", "sample-night"]), ["sample-night"]);
    assert!(!folder.run(&args(&["fix", "--diff", "--offer", "a.txt"])).stdout.contains("at night"));
    assert!(folder.run(&args(&["fix", "--diff", "--offer", "--all", "a.txt"])).stdout.contains("at night"));
    snapshot("measure_explain", folder.run(&args(&["explain", "sample-night", "sample-obstacle"])));
    snapshot("measure_rules", folder.run(&args(&["rules"])));
    let json = folder.run(&args(&["rules", "--format", "jsonl"])).stdout;
    let night: Value = serde_json::from_str(json.lines().nth(1).unwrap()).unwrap();
    assert_eq!((&night["confidence"], &night["measured"]["clean_hits"]), (&"low".into(), &4.into()));
    let found = folder.run(&args(&["check", "a.txt", "--format", "jsonl"])).stdout;
    let obstacle: Value = serde_json::from_str(found.lines().next().unwrap()).unwrap();
    assert_eq!(obstacle["confidence"], "high");
    // The same again changes nothing.
    let before = folder.read("rules/rates.tsv");
    let again = measure(&folder, &[]);
    assert_eq!(again.stdout.lines().count(), 1, "{again}");
    assert_eq!(folder.read("rules/rates.tsv"), before);
}

#[test]
fn new_and_changed_rules_are_unproven_until_measured() {
    let folder = corpora();
    assert_eq!(measure(&folder, &[]).status, 0);
    // What a rule says may change; what it looks for may not.
    let reworded = RULES.replace("names have a capital", "capital letter");
    folder.write("rules/sample.toml", reworded.as_bytes());
    assert_eq!(rules_found(&folder, &["check", "a.txt"]), ["sample-obstacle", "sample-kyiv"]);
    let changed = RULES.replace("\"=kyiv\"", "\"in =kyiv\"").replace("in [[kyiv]]", "[[in kyiv]]");
    folder.write("rules/sample.toml", changed.replace("sample-obstacle", "new-obstacle").as_bytes());
    assert!(rules_found(&folder, &["check", "a.txt"]).is_empty());
    let explained = folder.run(&args(&["explain", "sample-kyiv", "new-obstacle"])).stdout;
    assert!(
        explained.contains("low (changed since it was measured); reported only with --all"),
        "{explained}"
    );
    assert!(explained.contains("low (not measured yet); reported only with --all"), "{explained}");
    // Only one is measured, the others keep what they have, and the rule that is gone goes.
    let run = measure(&folder, &["--select", "new-obstacle"]);
    assert!(
        run.stdout
            .starts_with("new-obstacle: new → high (0 human, 11 translated, 0 right, 0 false)\n3 rules")
    );
    assert_eq!(rules_found(&folder, &["check", "a.txt"]), ["new-obstacle"]);
    assert!(!folder.read("rules/rates.tsv").contains("sample-obstacle"));
}

#[test]
fn slips_of_the_writers_do_not_count_and_the_same_text_counts_once() {
    let folder = corpora();
    folder.write("slips.tsv", b"# read by hand\nsample-night\t3 # of 4\n");
    let run = measure(&folder, &["--slips", "slips.tsv", "--clean", "clean.jsonl"]);
    assert!(run.stdout.contains("sample-night: new → medium (4 human, 0 translated, 1 right"), "{run}");
    let explained = folder.run(&args(&["explain", "sample-night"])).stdout.replace("\n            ", " ");
    assert!(explained.contains("3 of those in human English are slips of the writers"), "{explained}");
    folder.write("slips.tsv", b"sample-night many\n");
    let broken = measure(&folder, &["--slips", "slips.tsv"]);
    assert!(broken.status == 2 && broken.stderr.contains("slips.tsv:1: a line is a rule"), "{broken}");
}

#[test]
fn a_folder_without_measurements_is_shown_as_it_is() {
    let folder = with_rules(&[("a.txt", TEXT)]);
    let run = folder.run(&args(&["explain", "sample-night"]));
    assert!(run.stdout.contains("medium (not measured)\n"), "{run}");
    assert!(folder.run(&args(&["rules"])).stdout.contains("medium  –"), "no hits to show");
}

#[test]
fn a_broken_file_is_reported_and_measuring_mends_it() {
    let folder = corpora();
    folder.write("rules/rates.tsv", b"<<<<<<< ours\n");
    let run = folder.run(&args(&["check", "a.txt"]));
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("rules/rates.tsv:1") && run.stderr.contains("traduce measure"), "{run}");
    let mended = measure(&folder, &[]);
    assert_eq!((mended.status, mended.stderr.as_str()), (0, ""));
    assert_eq!(folder.run(&args(&["check", "a.txt"])).status, 1);
}

#[test]
fn what_is_missing_is_said_and_nothing_is_written() {
    let folder = corpora();
    folder.write("bad.jsonl", b"{\"text\": \"One.\"}\n{\"text\": \n");
    folder.write("none.jsonl", b"{\"words\": \"One.\"}\n");
    folder.write("empty/x.txt", b"One.\n");
    folder.write("broken/x.txt", b"One.\n");
    folder.write("broken/x.json", b"{\"errors\": 1}\n");
    for (rest, wanted) in [
        (&["--rules", "rules"][..], "nothing to measure on"),
        (&["--clean", "clean.jsonl"], "give the folder whose rules"),
        (&["--rules", "rules", "--clean", "no.jsonl"], "no.jsonl: cannot be read"),
        (&["--rules", "rules", "--clean", "bad.jsonl"], "bad.jsonl:2:"),
        (&["--rules", "rules", "--clean", "none.jsonl"], "no record has a text in `text` or `hyps`"),
        (&["--rules", "rules", "--gold", "empty"], "empty: no annotated passage"),
        (&["--rules", "rules", "--gold", "broken"], "broken/x.json: invalid type"),
        (&["--rules", "rules", "--gold", "nowhere"], "nowhere: cannot be read"),
    ] {
        let run = folder.run(&[&["measure", "--no-builtin"], rest].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{rest:?}: {run}");
        assert!(run.stderr.contains(wanted), "{rest:?}: {run}");
    }
    assert!(!folder.path("rules/rates.tsv").exists());
}
