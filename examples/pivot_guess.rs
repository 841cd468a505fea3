//! How often the guess of the source language is right.
//!
//! `cargo run --release --example pivot_guess -- ../shared/corpora/mt.jsonl [segments] [--all]`: the translations of
//! each system and language, in the order of the file, are put together to documents of so many segments (40
//! unless said otherwise; what is left over at the end is not looked at). A document is *named* if the guess
//! names a language, and *right* if it is the one translated from. Findings are those that `traduce check` shows;
//! with `--all`, those of unproven rules, too.

#![allow(clippy::print_stdout)]

use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::BufReader;
use traduce::article::Article;
use traduce::article::html::unescape;
use traduce::article::jsonl::{LINE_LIMIT, Lines};
use traduce::finding::Confidence;
use traduce::lint::{Engine, LintOptions, pivot_guess};
use traduce::rule::load;
use traduce::source::Format;

#[derive(Deserialize)]
struct Segment {
    lang: String,
    hyps: BTreeMap<String, String>,
}

/// Documents of one language.
#[derive(Default)]
struct Count {
    documents: usize,
    named: usize,
    right: usize,
    findings: usize,
    /// Languages named, with how often.
    guesses: BTreeMap<String, usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let all = args.iter().any(|arg| arg == "--all");
    let mut plain = args.iter().filter(|arg| !arg.starts_with("--"));
    let path = plain.next().ok_or("usage: pivot_guess mt.jsonl [segments] [--all]")?;
    let size: usize = plain.next().map_or(Ok(40), |size| size.parse())?;

    let (rules, _) = load::load_quick(&[], true);
    let options = LintOptions::default().selecting(&rules, |rule| all || rule.confidence > Confidence::Low);
    let mut engine = Engine::new(&rules);
    let mut open: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for line in Lines::<_, Segment>::new(BufReader::new(File::open(path)?), path, LINE_LIMIT) {
        let (_, segment) = line?;
        for (system, text) in segment.hyps {
            let document = open.entry((segment.lang.clone(), system)).or_default();
            document.push(unescape(&text).into_owned());
            if document.len() < size {
                continue;
            }
            let article = Article::read(&std::mem::take(document).join("\n\n"), Format::Text);
            let findings = engine.check(&article, &options);
            let count = counts.entry(segment.lang.clone()).or_default();
            count.documents += 1;
            count.findings += findings.len();
            if let Some((language, _)) = pivot_guess(&findings) {
                count.named += 1;
                count.right += usize::from(language == segment.lang);
                *count.guesses.entry(language).or_default() += 1;
            }
        }
    }
    print(&counts);
    Ok(())
}

fn print(counts: &BTreeMap<String, Count>) {
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    println!("language documents named  right/named findings  guesses");
    for (language, count) in counts {
        let mut guesses: Vec<_> = count.guesses.iter().collect();
        guesses.sort_by_key(|(language, n)| (std::cmp::Reverse(**n), *language));
        let guesses: Vec<String> = guesses.iter().map(|(language, n)| format!("{language} {n}")).collect();
        println!(
            "{language:<8} {:>9} {:>5} {:>12.1}% {:>8}  {}",
            count.documents,
            count.named,
            share(count.right, count.named),
            count.findings,
            guesses.join(", ")
        );
    }
    let sum = |of: fn(&Count) -> usize| counts.values().map(of).sum::<usize>();
    let (documents, named, right) = (sum(|c| c.documents), sum(|c| c.named), sum(|c| c.right));
    println!(
        "{documents} documents: {named} named ({:.1}%), {right} of them right ({:.1}%)",
        share(named, documents),
        share(right, named)
    );
}
