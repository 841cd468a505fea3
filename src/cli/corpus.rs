//! `traduce corpus`

mod texts;

pub use texts::{CorpusText, Event, Fields, file, read};

use super::args::{InputArgs, RuleArgs, SelectArgs};
use super::engine::{Engine, load_rules};
use super::failure::{Failure, Status};
use super::output::Output;
use crate::report::corpus::{Diff, Hit, HitWriter, Saved, Tally};
use crate::report::summary::{count, thousands};
use clap::{Args, ValueEnum};
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

/// Count how often each rule fires on a corpus, unproven rules included
#[derive(Args)]
#[command(after_help = "\
Examples:
  traduce corpus clean.jsonl                                   hits of each rule, with samples
  traduce corpus mt.jsonl --unescape                           all translations of each record
  traduce corpus mt.jsonl --rule RULE --samples 30
  traduce corpus mt.jsonl --field reference --kind calque      another field of the records
  traduce corpus clean.jsonl --format json > before.json       then change a rule, and:
  traduce corpus clean.jsonl --rules rules --no-builtin --baseline before.json

Each rule is counted for itself: findings that overlap all count, whatever `traduce check` shows.
The text of a .jsonl record is its field `text`, or else `hyps`, unless --field names another. Where
the field is an object ({\"system\": \"translation\", …}), each distinct text in it counts.

Exit status: 0 counted, 2 an error.")]
pub struct Corpus {
    /// How to print: for people, or one JSON document with all hits, which --baseline reads
    #[arg(long, value_enum, default_value_t = CorpusFormat::Text)]
    format: CorpusFormat,
    /// How many contexts to show for each rule: 3 unless said otherwise, with --baseline all
    #[arg(long, value_name = "N")]
    samples: Option<usize>,
    /// Show what has changed since a run that was saved with --format json
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// The field of .jsonl records that holds the text
    #[arg(long, value_name = "NAME")]
    field: Option<String>,
    /// Decode character references (&quot;) in .jsonl records, so that their rules do not drown the others
    #[arg(long)]
    unescape: bool,
    #[command(flatten)]
    input: InputArgs,
    /// Only these rules or kinds
    #[arg(
        long,
        visible_aliases = ["rule", "kind"],
        value_name = "RULE|KIND",
        value_delimiter = ',',
        help_heading = "Rules"
    )]
    select: Vec<String>,
    /// Not these rules or kinds
    #[arg(long, value_name = "RULE|KIND", value_delimiter = ',', help_heading = "Rules")]
    ignore: Vec<String>,
    #[command(flatten)]
    rules: RuleArgs,
}

/// How to print counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CorpusFormat {
    Text,
    Json,
}

const SAMPLES: usize = 3;
/// A sign of life this often.
const PROGRESS_EVERY: u64 = 500;

impl Corpus {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let (rules, problems) = load_rules(&self.rules, output);
        let select = SelectArgs { select: self.select.clone(), ignore: self.ignore.clone(), all: true };
        let mut engine = Engine::new(&rules, &select, !self.input.no_chrome)?;
        let mut status = Status { found: false, failed: problems > 0 };
        let samples = self.samples.unwrap_or(SAMPLES);
        let comparing = self.baseline.is_some();
        let mut tally = Tally::new(&rules, |rule| engine.selects(rule), if comparing { 0 } else { samples });
        let filtered = !self.select.is_empty() || !self.ignore.is_empty();
        let wanted = |id: &str| !filtered || rules.find(id).is_some_and(|index| engine.selects(index));
        let mut diff = match &self.baseline {
            Some(path) => Some(Diff::new(saved(path)?, wanted)),
            None => None,
        };
        let mut writer = HitWriter::default();
        let streaming = !comparing && self.format == CorpusFormat::Json;
        let fields = Fields { name: self.field.as_deref(), unescape: self.unescape };
        read(&self.input, fields, &mut |event| {
            let CorpusText { place, source, article } = match event {
                Event::Text(text) => text,
                Event::Failed(failure) | Event::NoText(failure) => {
                    status.failed = true;
                    output.failure(&failure);
                    return Ok(());
                }
            };
            let (findings, words) = engine.matches_in_words(article);
            for finding in &findings {
                if let Some(diff) = &mut diff {
                    diff.hit(Hit::new(place, source, finding));
                } else if streaming {
                    writer.hit(&mut output.out, &Hit::new(place, source, finding))?;
                }
            }
            tally.add(place, source, &findings, words);
            if tally.texts().is_multiple_of(PROGRESS_EVERY) {
                let (texts, words) = (count(tally.texts(), "text"), count(tally.words(), "word"));
                output.progress(&format!("{texts}, {words}, {} hits", thousands(tally.hits())));
            }
            Ok(())
        })?;
        output.progress("");
        if let Some(remark) = diff.as_ref().and_then(|diff| diff.mismatch(&tally)) {
            output.note(&format!("note: {remark}"));
        }
        match (diff, self.format) {
            (Some(diff), CorpusFormat::Text) => {
                let text = diff.render(&tally, self.samples.unwrap_or(usize::MAX));
                output.out.write_all(text.as_bytes())?;
            }
            (Some(diff), CorpusFormat::Json) => output.out.write_all(diff.json(&tally)?.as_bytes())?,
            (None, CorpusFormat::Text) => {
                output.out.write_all(tally.render(!self.select.is_empty()).as_bytes())?;
            }
            (None, CorpusFormat::Json) => writer.finish(&mut output.out, &tally)?,
        }
        Ok(status)
    }
}

/// Reads a run that `--format json` saved.
fn saved(path: &Path) -> Result<Saved, Failure> {
    let name = path.display();
    let file = File::open(path).map_err(|error| Failure::new(format!("{name}: cannot be read: {error}")))?;
    serde_json::from_reader(BufReader::new(file)).map_err(|error| {
        let help = "save one with `traduce corpus … --format json > FILE`";
        Failure::new(format!("{name}: not a saved run: {error}")).help(help)
    })
}
