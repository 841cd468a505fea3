//! `traduce show`

use super::args::{InputArgs, RuleArgs, SelectArgs};
use super::article::{Reading, articles};
use super::engine::{Engine, load_rules};
use super::failure::{Failure, Status};
use super::input::inputs;
use super::output::Output;
use crate::english::Sentence;
use crate::fact::language::Language;
use crate::fact::scan;
use crate::report::{facts, layers};
use clap::{Args, ValueEnum};
use std::io::Write;

/// Print what the analysis sees, sentence by sentence
#[derive(Args)]
#[command(after_help = "\
Examples:
  traduce show chunks article.txt
  echo 'They set up small-scale attacks.' | traduce show clauses -
  traduce show matches article.txt --all")]
pub struct Show {
    /// Which layer
    #[arg(value_enum)]
    layer: Layer,
    /// How to print facts; the other layers are for people only
    #[arg(long, value_enum, default_value_t = LayerFormat::Text)]
    format: LayerFormat,
    /// Language of the text, for facts: values by words alone, as they are read off a source text
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Option<&'static Language>,
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    rules: RuleArgs,
    #[command(flatten)]
    select: SelectArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Layer {
    /// Words and marks, with kind, case and spacing
    Tokens,
    /// Part of speech, form and lemma of each token
    Tags,
    /// Noun, verb and prepositional phrases
    Chunks,
    /// Predicates with what depends on them
    Clauses,
    /// Numbers, dates, names, quotes with their values
    Facts,
    /// Rules that match, before any selection by confidence
    Matches,
}

/// How to print facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LayerFormat {
    Text,
    Json,
}

impl Show {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let select = SelectArgs { all: true, ..self.select.clone() };
        let (rules, problems) = load_rules(&self.rules, output);
        let mut engine = Engine::new(&rules, &select, !self.input.no_chrome)?;
        let mut status = Status { found: false, failed: problems > 0 };
        for input in inputs(&self.input)? {
            match input {
                Ok(input) => {
                    let each = |out: &mut Output, r: &Reading<'_>| self.article(r, &mut engine, out);
                    status.failed |= articles(&input, &self.input, output, each)?;
                }
                Err(failure) => {
                    status.failed = true;
                    output.failure(&failure);
                }
            }
        }
        Ok(status)
    }

    fn article(
        &self,
        reading: &Reading<'_>,
        engine: &mut Engine<'_>,
        output: &mut Output,
    ) -> Result<(), Failure> {
        let article = &reading.article;
        if self.layer == Layer::Facts {
            return self.facts(reading, engine, output);
        }
        if self.layer == Layer::Matches {
            for finding in engine.matches(article) {
                writeln!(output.out, "{}  {}  “{}”", finding.span.start, finding.rule, finding.text)?;
            }
            return Ok(());
        }
        let layer: fn(&Sentence) -> String = match self.layer {
            Layer::Tokens => layers::tokens,
            Layer::Tags => layers::tags,
            Layer::Chunks => layers::chunks,
            _ => layers::clauses,
        };
        for sentence in &engine.document(article).sentences {
            writeln!(output.out, "{}\n{}", layers::heading(sentence), layer(sentence))?;
        }
        Ok(())
    }

    fn facts(
        &self,
        reading: &Reading<'_>,
        engine: &mut Engine<'_>,
        output: &mut Output,
    ) -> Result<(), Failure> {
        if let Some(language) = self.lang.filter(|language| language.code() != "en") {
            return self.values(reading, language, output);
        }
        let document = engine.document(&reading.article);
        let entries = facts::entries(&reading.article, &document, reading.text);
        if self.format == LayerFormat::Json {
            return Ok(facts::json(&mut output.out, reading.origin, entries.iter())?);
        }
        for (index, sentence) in document.sentences.iter().enumerate() {
            let start = entries.partition_point(|e| e.mention.sentence < index);
            let end = entries.partition_point(|e| e.mention.sentence <= index);
            let rows = facts::rows(entries.get(start..end).unwrap_or_default());
            writeln!(output.out, "{}\n{rows}", layers::heading(sentence))?;
        }
        Ok(())
    }

    /// The values of a text in another language, block by block.
    fn values(&self, reading: &Reading<'_>, language: &Language, output: &mut Output) -> Result<(), Failure> {
        for block in &reading.article.blocks {
            for found in scan::read(&block.text, 0, language) {
                let (span, text) = (block.map.to_source(found.span), found.span.of(&block.text));
                let (kind, value, hedge) = (found.value.kind(), found.value.to_string(), found.hedge.name());
                if self.format == LayerFormat::Json {
                    let json = serde_json::json!({
                        "start": span.start, "end": span.end, "text": text,
                        "kind": kind, "value": value, "hedge": hedge,
                    });
                    writeln!(output.out, "{json}")?;
                } else {
                    writeln!(
                        output.out,
                        "{}  {kind}  {hedge}{}{value}  “{text}”",
                        span.start,
                        if hedge.is_empty() { "" } else { " " }
                    )?;
                }
            }
        }
        Ok(())
    }
}

/// The table of a language by its code.
fn language(code: &str) -> Result<&'static Language, String> {
    Language::of(code).ok_or_else(|| {
        let codes: Vec<&str> = Language::codes().collect();
        format!("no table for this language; there are: {}", codes.join(", "))
    })
}
