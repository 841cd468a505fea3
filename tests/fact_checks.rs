//! The checks on facts together, on any input: no panic, the same answer twice, spans inside the text, cost that grows with the length.

#![allow(clippy::unwrap_used)]

mod common;

use common::Folder;
use proptest::prelude::*;

/// Pieces that the checks look for, so that random texts come near what they compare.
const PIECES: &[&str] = &[
    "rose",
    "fell",
    "doubled",
    "from",
    "to",
    "by",
    "of the",
    "out of",
    "including",
    "among them",
    "in total",
    "a total of",
    "5.1%",
    "4.8 percent",
    "12",
    "14",
    "0",
    "99999999999999999999999999",
    "1e9",
    "-3",
    "half",
    "a third",
    "twice the",
    "(",
    ")",
    ",",
    ".",
    ":",
    "—",
    "or",
    "and",
    "people",
    "children",
    "dead",
    "killed",
    "the 14 victims",
    "passengers",
    "2010",
    "2014",
    "0/0/0000",
    "31 June 2019",
    "the year 99999999999",
    "3 May",
    "on 8 May 2020",
    "two days later",
    "after",
    "before",
    "(1950–2000)",
    "born in 1950",
    "died in 2000 aged 60",
    "the third of two",
    "10 miles (10 km)",
    "30C (40F)",
    "0 K",
    "5 million euros",
    "($5.5 billion)",
    "2.34 billion dollars",
    "an average of",
    "ranged",
    "of the vote",
    "the remaining",
    "six years from 2010 to 2014",
    "percentage points",
    "Berg",
    "\n\n",
    "“",
    "”",
    "it",
    "he",
    "was 62 when she died",
    "Of the 36,",
    "19 are men and seven are women",
    "45 of them empty",
    "of the 12,000",
    "All 38 members",
    "the 83 members",
    "Anna Berg, 44,",
    "in 1955, when she was 27",
    "at the age of nine, in 1957",
    "turned 37",
    "is 54.",
    "two hours later, at 3:20 a.m.",
    "at 5:20 p.m.",
    "for nine hours, until 2:40 p.m.",
    "100 years ago",
    "on Tuesday, two weeks after the quake.",
    "the day before the accident",
    "the remaining 9%",
    "other parties 51%",
    "with an average of 47",
    "It was her second win, after a second win",
    "the third since 2010; the third was in 2021",
    "an increase of three percent",
    "three quarters of a percentage point",
    "99:99",
    "7-3/4 pct",
    "829p",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

/// The findings of all checks on facts, one JSON object a line.
fn check(texts: &[String]) -> String {
    let folder = Folder::new();
    let records: Vec<String> =
        texts.iter().map(|text| serde_json::json!({ "id": "a", "text": text }).to_string()).collect();
    folder.write("a.jsonl", records.join("\n").as_bytes());
    let kinds = "fact,number,date,unit";
    let run =
        folder.run(&["check", "a.jsonl", "--select", kinds, "--format", "jsonl", "--exit-zero", "--all"]);
    assert_eq!((run.status, run.stderr.lines().any(|l| l.contains("panic"))), (0, false), "{}", run.stderr);
    run.stdout
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Many texts a run, since a process is started for each.
    #[test]
    fn any_text_is_checked(texts in prop::collection::vec(text(), 60)) {
        let found = check(&texts);
        for line in found.lines() {
            let finding: serde_json::Value = serde_json::from_str(line).unwrap();
            prop_assert!(finding["start"].as_u64().unwrap() < finding["end"].as_u64().unwrap());
            let message = finding["message"].as_str().unwrap().as_bytes();
            let unfilled = message.windows(2).any(|two| two[0] == b'$' && two[1].is_ascii_lowercase());
            prop_assert!(!unfilled, "{}", line);
        }
        prop_assert_eq!(found, check(&texts));
    }
}

#[test]
fn a_sentence_without_end_is_checked() {
    let long =
        "12 people, including 14 children, rose from 5% to 4% on 3 May 2020, two days after 9 May 2020, "
            .repeat(600);
    let words =
        "The 12 of them came on Monday with a quarter of a million euros, 99 years later, and ".repeat(3_200);
    let numbers = "1".repeat(1_000);
    let found =
        check(&[long, words, format!("It is {numbers} of the {numbers}, or {numbers}% ({numbers} km).")]);
    assert!(found.lines().count() > 100);
}
