//! How well changed and lost names are found: `cargo run --example name_eval -- CORPORA [--show WHAT]`.
//!
//! `demetr.jsonl`: share of replaced and removed names that are told where the right translation of the same source is not;
//! share of right translations told. `parallel.jsonl`: share of human translations told, by language. `--show false`,
//! `--show missed`, `--show caught` list sentences.

#![allow(clippy::print_stdout)]

use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use traduce::article::Article;
use traduce::compare::name::{NameJudgement, names_compare};
use traduce::english::Sentence;
use traduce::english::parse;
use traduce::english::words::Words;
use traduce::source::Format;
use traduce::text::vocab::Vocabulary;

#[derive(Deserialize)]
struct Pair {
    phenomenon: String,
    source_lang: String,
    source: String,
    good: String,
    bad: String,
}

fn judge(source: &str, language: &str, text: &str, words: &mut Words<'_>) -> Vec<String> {
    let document = parse::document(&Article::read(text, Format::Text), words);
    let sentences: Vec<&Sentence> = document.sentences.iter().collect();
    names_compare(source, language, &sentences).iter().map(|j| show(j, source, &sentences)).collect()
}

fn show(judgement: &NameJudgement, source: &str, sentences: &[&Sentence]) -> String {
    let words = |(at, range): (usize, _)| sentences.get(at).map_or("", |s| s.range_text(range));
    format!(
        "{:?} {} > {}",
        judgement.status,
        judgement.source.map_or("-", |s| s.of(source)),
        judgement.target.map_or("-", words),
    )
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let corpora = args.first().ok_or("usage: name_eval CORPORA [--show WHAT]")?;
    let wanted = args.get(2).map_or("", String::as_str);
    let only = args.get(3).map_or("", String::as_str);
    let vocabulary = Vocabulary::default();
    let mut words = Words::new(&vocabulary);
    let mut seen: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut counts: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
    let mut told_good = BTreeSet::new();
    for line in std::fs::read_to_string(format!("{corpora}/demetr.jsonl"))?.lines() {
        let pair: Pair = serde_json::from_str(line)?;
        let language = match pair.source_lang.as_str() {
            "chinese_simple" => "zh",
            "french" => "fr",
            "spanish" => "es",
            "german" => "de",
            "italian" => "it",
            "russian" => "ru",
            "polish" => "pl",
            "czech" => "cs",
            "japanese" => "ja",
            _ => "hi",
        };
        if !only.is_empty() && only != language {
            continue;
        }
        let key = (pair.source.clone(), pair.good.clone());
        let good = match seen.get(&key) {
            Some(good) => good.clone(),
            None => {
                let good = judge(&pair.source, language, &pair.good, &mut words);
                seen.insert(key.clone(), good.clone());
                good
            }
        };
        let count = counts.entry(("good".into(), language.into())).or_default();
        count.1 += 1;
        count.0 += usize::from(!good.is_empty());
        if !good.is_empty() && told_good.insert(key) && wanted == "false" {
            println!("FALSE {language} {good:?} | {} | {}", pair.source, pair.good);
        }
        if pair.phenomenon.contains("_ne_") {
            let bad = judge(&pair.source, language, &pair.bad, &mut words);
            let caught = bad.iter().any(|b| !good.contains(b));
            let count = counts.entry((pair.phenomenon.clone(), language.into())).or_default();
            count.1 += 1;
            count.0 += usize::from(caught);
            if wanted == if caught { "caught" } else { "missed" } {
                println!(
                    "{wanted} {language} {} {bad:?} | {} | {} | {}",
                    pair.phenomenon, pair.source, pair.good, pair.bad
                );
            }
        }
    }
    for line in std::fs::read_to_string(format!("{corpora}/parallel.jsonl"))?.lines() {
        let value: Value = serde_json::from_str(line)?;
        let english = value.get("en").and_then(Value::as_str).unwrap_or("");
        for language in ["fr", "es", "de", "it", "pt", "ru", "ar", "zh", "tr", "cs", "pl"] {
            if !only.is_empty() && only != language {
                continue;
            }
            let Some(source) = value.get(language).and_then(Value::as_str) else { continue };
            let told = judge(source, language, english, &mut words);
            let count = counts.entry(("pud".into(), language.into())).or_default();
            count.1 += 1;
            count.0 += usize::from(!told.is_empty());
            if !told.is_empty() && wanted == "false" {
                println!("PUD {language} {told:?} | {source} | {english}");
            }
        }
    }
    for line in std::fs::read_to_string(format!("{corpora}/parallel_tico19.jsonl"))?.lines() {
        let value: Value = serde_json::from_str(line)?;
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or("");
        let language = text("pair").split('-').nth(1).unwrap_or("");
        if !only.is_empty() && only != language {
            continue;
        }
        let told = judge(text("foreign"), language, text("en"), &mut words);
        let count = counts.entry(("tico".into(), language.into())).or_default();
        count.1 += 1;
        count.0 += usize::from(!told.is_empty());
        if !told.is_empty() && wanted == "false" {
            println!("TICO {language} {told:?} | {} | {}", text("foreign"), text("en"));
        }
    }
    let mut totals: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for ((what, language), (told, all)) in &counts {
        println!("{what} {language} {told}/{all} {:.3}", *told as f64 / (*all).max(1) as f64);
        let total = totals.entry(what.clone()).or_default();
        total.0 += told;
        total.1 += all;
    }
    for (what, (told, all)) in totals {
        println!("TOTAL {what} {told}/{all} {:.3}", told as f64 / all.max(1) as f64);
    }
    Ok(())
}
