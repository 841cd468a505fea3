//! `traduce measure`

mod gold;

use super::args::{RuleArgs, SelectArgs};
use super::corpus::{CorpusText, Event, Fields, file};
use super::engine::Engine;
use super::failure::{Failure, Status};
use super::output::Output;
use super::write::put;
use crate::finding::Confidence;
use crate::report::corpus::Tally;
use crate::report::summary::count;
use crate::rule::folder::RATES;
use crate::rule::rates::{Counts, Rate, parse, print};
use crate::rule::{Rule, RuleSet, load};
use clap::Args;
use gold::Gold;
use rustc_hash::{FxHashSet, FxHasher};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::Hasher;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Measure how often each rule is right, and store it beside the rules
#[derive(Args)]
#[command(after_help = "\
Examples:
  traduce measure --no-builtin --rules rules --clean clean.jsonl --translated mt.jsonl --gold gold
  traduce measure --rules my-rules --clean news.jsonl
  traduce measure --rules my-rules --clean news.jsonl --select RULE    the others stay as they are

Writes rates.tsv in the folder of the rules. From then on, rules that are measured as often wrong,
that are not measured yet, or that have changed since are shown only with --all. Give the same
texts each time. How confidence follows from the counts: docs/design.md.

  --clean       .jsonl records with `text`, written in English by people
  --translated  .jsonl records with `text`, or `hyps` {\"system\": \"translation\", …}; `reference`
                or `original` in them counts as written by people
  --slips       hits on human text that somebody has read and found right: they do not count
                against their rule
  --gold        NN.txt, each beside NN.json with `errors` and `stilted`: spans (`start`, `end`) in
                code points. A hit is right if 30% of it or more lies in an error

Exit status: 0 measured, 2 an error; then nothing is written.")]
pub struct Measure {
    /// English written by people (repeatable)
    #[arg(long, value_name = "FILE")]
    clean: Vec<PathBuf>,
    /// Machine translations (repeatable)
    #[arg(long, value_name = "FILE")]
    translated: Vec<PathBuf>,
    /// Annotated passages (repeatable)
    #[arg(long, value_name = "DIR")]
    gold: Vec<PathBuf>,
    /// Hits on human text that were read and are right: lines of a rule and how many (repeatable)
    #[arg(long, value_name = "FILE")]
    slips: Vec<PathBuf>,
    /// Measure only these rules or kinds
    #[arg(long, value_name = "RULE|KIND", value_delimiter = ',', help_heading = "Rules")]
    select: Vec<String>,
    #[command(flatten)]
    rules: RuleArgs,
}

/// Fields of translations that hold what people wrote.
const HUMAN_FIELDS: [&str; 2] = ["reference", "original"];
/// A sign of life this often.
const PROGRESS_EVERY: u64 = 500;

impl Measure {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let [folder] = self.rules.rules.as_slice() else {
            let help = "give the folder whose rules are to be measured with --rules, once";
            return Err(Failure::new("which rules?").help(help));
        };
        if self.clean.is_empty() && self.translated.is_empty() && self.gold.is_empty() {
            let help = "give texts with --clean, --translated or --gold; see --help";
            return Err(Failure::new("nothing to measure on").help(help));
        }
        let (rules, mut problems) = load::load_quick(&self.rules.rules, !self.rules.no_builtin);
        // A broken file of earlier measurements is what this command mends.
        let earlier = folder.join(RATES);
        problems.retain(|problem| !problem.file.starts_with(&*earlier.to_string_lossy()));
        problems.iter().for_each(|problem| output.problem(problem));
        if !problems.is_empty() {
            return Err(Failure::new("rules with mistakes cannot be measured"));
        }
        let select = SelectArgs { select: self.select.clone(), all: true, ..SelectArgs::default() };
        let mut engine = Engine::new(&rules, &select, true)?;
        let chosen = own(&rules, folder, |index| engine.selects(index));
        let mut run = Run { rules: &rules, engine: &mut engine, output, chosen: &chosen };
        let slips = read_slips(&self.slips)?;
        let clean = run.tally(&self.clean, &[None])?;
        let translated = run.tally(&self.translated, &[None])?;
        let human = HUMAN_FIELDS.map(Some);
        let reference = run.tally(&self.translated, &human)?;
        let mut gold = Gold::default();
        for folder in &self.gold {
            gold.read(folder, run.engine)?;
        }
        run.output.progress("");
        let hits = |tally: &Tally<'_>| -> BTreeMap<String, u64> {
            tally.counts().map(|(id, _, hits)| (id.to_owned(), hits)).collect()
        };
        let (clean_hits, translated_hits, reference_hits) =
            (hits(&clean), hits(&translated), hits(&reference));
        let of = |hits: &BTreeMap<String, u64>, id: &str| hits.get(id).copied().unwrap_or(0);
        let counts = |id: &str| {
            let (gold_right, gold_false) = gold.of(id);
            Counts {
                clean_hits: of(&clean_hits, id),
                clean_words: clean.words(),
                translated_hits: of(&translated_hits, id),
                translated_words: translated.words(),
                reference_hits: of(&reference_hits, id),
                reference_words: reference.words(),
                human_slips: slips
                    .get(id)
                    .copied()
                    .unwrap_or(0)
                    .min(of(&clean_hits, id) + of(&reference_hits, id)),
                gold_right,
                gold_false,
            }
        };
        let measured: BTreeMap<&str, Counts> = chosen
            .iter()
            .filter_map(|&i| rules.rules.get(i))
            .map(|rule| (&*rule.id, counts(&rule.id)))
            .collect();
        self.store(folder, &rules, &measured, output)
    }

    /// Writes the file, and tells what has changed.
    fn store(
        &self,
        folder: &Path,
        rules: &RuleSet,
        measured: &BTreeMap<&str, Counts>,
        output: &mut Output,
    ) -> Result<Status, Failure> {
        let path = folder.join(RATES);
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        let old: BTreeMap<String, Rate<'static>> =
            parse("", &old).rates.into_iter().map(|rate| (rate.rule.to_string(), rate)).collect();
        let mut rates = Vec::new();
        for index in own(rules, folder, |_| true) {
            let Some(rule) = rules.rules.get(index) else { continue };
            match measured.get(&*rule.id) {
                Some(counts) => rates.push(rate(rule, *counts)),
                // Not among the selected: what is known of it stays.
                None => rates.extend(old.get(&*rule.id).cloned()),
            }
        }
        put(&path, &print(&rates))?;
        let mut levels: BTreeMap<&str, u64> = BTreeMap::new();
        for rate in &rates {
            *levels.entry(&rate.confidence).or_default() += 1;
            let before = old.get(&*rate.rule).map(|old| &*old.confidence);
            if before != Some(&*rate.confidence) {
                let Counts { translated_hits, gold_right, gold_false, .. } = rate.counts;
                let human = rate.counts.human().0;
                writeln!(
                    output.out,
                    "{}: {} → {} ({human} human, {translated_hits} translated, {gold_right} right, {gold_false} false)",
                    rate.rule,
                    before.unwrap_or("new"),
                    rate.confidence
                )?;
            }
        }
        let of = |level: Confidence| levels.get(level.name()).copied().unwrap_or(0);
        writeln!(
            output.out,
            "{} in {}: {} high, {} medium, {} low",
            count(rates.len() as u64, "rule"),
            path.display(),
            of(Confidence::High),
            of(Confidence::Medium),
            of(Confidence::Low)
        )?;
        Ok(Status::default())
    }
}

struct Run<'a, 'r> {
    rules: &'r RuleSet,
    engine: &'a mut Engine<'r>,
    output: &'a mut Output,
    chosen: &'a [usize],
}

impl<'r> Run<'_, 'r> {
    /// Counts the hits on the texts in any of these fields.
    fn tally(&mut self, paths: &[PathBuf], fields: &[Option<&str>]) -> Result<Tally<'r>, Failure> {
        let mut tally = Tally::new(self.rules, |rule| self.chosen.binary_search(&rule).is_ok(), 0);
        // References come again with every source language; the same text twice is no second piece of evidence.
        let mut seen: FxHashSet<u64> = FxHashSet::default();
        for path in paths {
            for &name in fields {
                file(path, Fields { name, unescape: false }, &mut |event| match event {
                    Event::Text(text) if !seen.insert(hash(text.source)) => Ok(()),
                    Event::Text(CorpusText { place, source, article }) => {
                        let (findings, words) = self.engine.matches_in_words(article);
                        tally.add(place, source, &findings, words);
                        if tally.texts().is_multiple_of(PROGRESS_EVERY) {
                            let words = count(tally.words(), "word");
                            self.output.progress(&format!("{}: {words}", path.display()));
                        }
                        Ok(())
                    }
                    // Not every corpus has what people wrote.
                    Event::NoText(_) if name.is_some() => Ok(()),
                    Event::NoText(failure) | Event::Failed(failure) => Err(failure),
                })?;
            }
        }
        Ok(tally)
    }
}

/// Lines of a rule and a number, separated by white space; `#` begins a remark.
fn read_slips(paths: &[PathBuf]) -> Result<BTreeMap<String, u64>, Failure> {
    let mut slips = BTreeMap::new();
    for path in paths {
        let name = path.display();
        let text = std::fs::read_to_string(path)
            .map_err(|error| Failure::new(format!("{name}: cannot be read: {error}")))?;
        for (number, line) in text.lines().enumerate() {
            let mut fields = line.split('#').next().unwrap_or("").split_whitespace();
            let (Some(rule), count) = (fields.next(), fields.next()) else { continue };
            let Some(count) = count.and_then(|count| count.parse::<u64>().ok()) else {
                let message =
                    format!("{name}:{}: a line is a rule and how many of its hits are right", number + 1);
                return Err(Failure::new(message));
            };
            *slips.entry(rule.to_owned()).or_default() += count;
        }
    }
    Ok(slips)
}

/// Indices of the rules of a folder, sorted.
fn own(rules: &RuleSet, folder: &Path, selects: impl Fn(usize) -> bool) -> Vec<usize> {
    let is_own = |rule: &Rule| {
        rules.files.get(rule.file).is_some_and(|file| Path::new(&*file.path).starts_with(folder))
    };
    let all = rules.rules.iter().enumerate();
    all.filter(|(index, rule)| selects(*index) && is_own(rule)).map(|(index, _)| index).collect()
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

fn rate(rule: &Rule, counts: Counts) -> Rate<'static> {
    let confidence = Cow::Borrowed(counts.confidence().name());
    Rate { rule: rule.id.clone(), fingerprint: rule.fingerprint(), counts, confidence }
}
