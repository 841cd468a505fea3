//! Comparing with a source text, as users see it: files, records, bitext, and input that does not belong together.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Folder, snapshot};

const FRENCH: &str = "\
Le gouvernement a annoncé mardi un plan de 3,5 millions d'euros pour les écoles de la région.

Selon la banque, l'effet de levier a joué. Le 12 mars 2019, 48 % des électeurs ont voté, contre 51 % en 2014.

Les travaux commenceront à 16h30 et dureront 14 jours, a dit Claire Dumont, 57 ans. Le chantier se trouve à 12 kilomètres de Nantes.
";

const ENGLISH: &str = "\
The government announced on Thursday a plan of 3.5 billion euros for the schools of the region.

According to the bank, the lever effect played a part. On 12 May 2019, 48% of voters voted, against 51% in 2014.

The works will begin at 4:50 p.m. and last two weeks, said Claire Dumont, 75. The site is 12 miles from Nantes.
";

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");

fn folder() -> Folder {
    Folder::with(&[("a.fr.txt", FRENCH), ("a.en.txt", ENGLISH)])
}

/// The rules and what they flag, one a line.
fn findings(folder: &Folder, args: &[&str]) -> Vec<String> {
    let mut all = vec!["check", "--format", "jsonl", "--all", "--no-builtin", "--rules", RULES];
    all.extend(args);
    let run = folder.run(&all);
    assert_eq!(run.stderr, "");
    let line = |line: &str| -> serde_json::Value { serde_json::from_str(line).unwrap() };
    let lines =
        run.stdout.lines().map(line).filter(|f| f["basis"] == "source" || !f["source_side"].is_null());
    lines.map(|f| format!("{} {}", f["rule"].as_str().unwrap(), f["text"].as_str().unwrap())).collect()
}

#[test]
fn what_differs_is_found_and_nothing_else() {
    let got = findings(&folder(), &["a.en.txt", "--source", "a.fr.txt"]);
    let expected = [
        "source-weekday Thursday",
        "source-money 3.5 billion euros",
        "lever-effect the lever effect",
        "source-month 12 May 2019",
        "source-time 4:50 p.m",
        "source-age 75",
        "source-unit 12 miles",
    ];
    let got: Vec<&str> = got.iter().map(|line| line.trim_end_matches('.')).collect();
    assert_eq!(got, expected);
}

#[test]
fn the_finding_shows_both_sides() {
    let folder = folder();
    let args = [
        "check",
        "a.en.txt",
        "--source",
        "a.fr.txt",
        "--all",
        "--select",
        "source-money,lever-effect",
        "--no-builtin",
        "--rules",
        RULES,
    ];
    snapshot("source-check", &folder.run(&args).stdout);
    let args = [&args[..], &["--format", "jsonl"]].concat();
    let run = folder.run(&args);
    let finding: serde_json::Value = serde_json::from_str(run.stdout.lines().next().unwrap()).unwrap();
    let side = &finding["source_side"];
    let (start, end) = (side["start"].as_u64().unwrap() as usize, side["end"].as_u64().unwrap() as usize);
    assert_eq!(&FRENCH[start..end], "3,5 millions d'euros");
    assert_eq!(
        (&side["value"], &side["target_value"]),
        (&"3,500,000 EUR".into(), &"3,500,000,000 EUR".into())
    );
    assert_eq!(finding["suggestions"][0]["title"], "3.5 million euros");
}

#[test]
fn facts_stand_side_by_side() {
    let folder = folder();
    for (format, name) in
        [("text", "source-facts-text"), ("markdown", "source-facts-markdown"), ("json", "source-facts-json")]
    {
        let run = folder.run(&["facts", "a.en.txt", "--source", "a.fr.txt", "--format", format]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        snapshot(name, &run.stdout);
    }
}

#[test]
fn many_pairs_keep_their_order() {
    let record = |n: usize| {
        let right = !n.is_multiple_of(3);
        let target = if right { n } else { n + 1 };
        let (text, source) =
            (format!("The town has {target}00 houses."), format!("La ville compte {n}00 maisons."));
        (
            format!("{source}\t{text}\n"),
            format!("{}\n", serde_json::json!({"text": text, "source": source, "source_lang": "fr"})),
        )
    };
    let (pairs, records): (String, String) = (11..3011).map(record).unzip();
    let folder = Folder::with(&[("pairs.tsv", &pairs), ("pairs.jsonl", &records)]);
    let lines = |args: &[&str]| -> Vec<String> {
        let run = folder.run(
            &[&["check", "--format", "jsonl", "--all", "--no-builtin", "--rules", RULES][..], args].concat(),
        );
        let records = run.stdout.lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap());
        records.map(|f| f["record"].as_str().unwrap().to_owned()).collect()
    };
    let expected: Vec<String> =
        (11..3011).enumerate().filter(|(_, n)| n % 3 == 0).map(|(at, _)| (at + 1).to_string()).collect();
    assert_eq!(lines(&["pairs.tsv", "--bitext", "--source-lang", "fr"]), expected);
    assert_eq!(lines(&["pairs.jsonl"]), expected);
}

#[test]
fn texts_that_do_not_belong_together_give_one_finding() {
    let long = FRENCH.repeat(40);
    let folder = folder();
    folder.write("empty.txt", b"\n");
    folder.write("long.txt", long.as_bytes());
    for args in [
        ["a.en.txt", "--source", "empty.txt"],
        ["a.en.txt", "--source", "long.txt"],
        ["a.fr.txt", "--source", "a.en.txt"],
    ] {
        let got = findings(&folder, &args);
        assert_eq!(got.len(), 1, "{args:?}: {got:?}");
        assert!(got[0].starts_with("source-mismatch "), "{args:?}: {got:?}");
    }
    let wrong = findings(&folder, &["a.en.txt", "--source", "a.fr.txt", "--source-lang", "de"]);
    assert!(wrong.iter().any(|line| line.starts_with("source-language ")), "{wrong:?}");
}

#[test]
fn bad_usage_is_explained() {
    let folder = folder();
    folder.write("two.tsv", b"Un.\tOne.\nDeux.\n");
    let run = folder.run(&["check", "a.en.txt", "a.fr.txt", "--source", "a.fr.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("source text of one article"), "{}", run.stderr);
    let run = folder.run(&["check", "a.en.txt", "--source", "none.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("none.txt"), "{}", run.stderr);
    let run = folder.run(&["check", "two.tsv", "--bitext"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("two.tsv:2:1: no tab"), "{}", run.stderr);
}
