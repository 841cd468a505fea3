//! `traduce show`

use super::args::{InputArgs, RuleArgs, SelectArgs};
use super::engine::{Engine, load_rules};
use super::failure::{Failure, Status};
use super::input::{Input, inputs};
use super::output::Output;
use crate::article::Article;
use crate::article::jsonl::{LINE_LIMIT, Reader};
use crate::english::Sentence;
use crate::report::layers;
use crate::source::{ARTICLE_LIMIT, Format, Source};
use clap::{Args, ValueEnum};
use std::fs::File;
use std::io::{self, BufReader, Read, Write};

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
    /// Rules that match, before any selection by confidence
    Matches,
}

impl Show {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let select = SelectArgs { all: true, ..self.select.clone() };
        let (rules, problems) = load_rules(&self.rules, output);
        let mut engine = Engine::new(&rules, &select, !self.input.no_chrome)?;
        let mut status = Status { found: false, failed: problems > 0 };
        for input in inputs(&self.input)? {
            let done = input.and_then(|input| self.input(&input, &mut engine, output));
            match done {
                Err(failure) if failure.is_broken_pipe() => return Err(failure),
                Err(failure) => {
                    status.failed = true;
                    output.failure(&failure);
                }
                Ok(()) => {}
            }
        }
        Ok(status)
    }

    fn input(&self, input: &Input, engine: &mut Engine<'_>, output: &mut Output) -> Result<(), Failure> {
        let (name, format) = match input {
            Input::Stdin => (self.input.stdin_name.clone(), self.input.stdin_format),
            Input::File { path, format } => (path.display().to_string(), *format),
        };
        if format == Format::Jsonl {
            let source: Box<dyn Read> = match input {
                Input::Stdin => Box::new(io::stdin().lock()),
                Input::File { path, .. } => Box::new(
                    File::open(path).map_err(|e| Failure::new(format!("{name}: cannot be read: {e}")))?,
                ),
            };
            for record in Reader::new(BufReader::new(source), &name, LINE_LIMIT) {
                let record = record?;
                self.article(&record.article(), engine, output)?;
            }
            return Ok(());
        }
        let source = match input {
            Input::Stdin => Source::load(io::stdin().lock(), &name, format, ARTICLE_LIMIT)?,
            Input::File { path, .. } => Source::open(path, format, ARTICLE_LIMIT)?,
        };
        self.article(&Article::read(&source.text, format), engine, output)
    }

    fn article(
        &self,
        article: &Article,
        engine: &mut Engine<'_>,
        output: &mut Output,
    ) -> Result<(), Failure> {
        let mut article = article.clone();
        if self.input.no_chrome {
            article.blocks.retain(|b| b.kind != crate::article::BlockKind::Chrome);
        }
        if self.layer == Layer::Matches {
            for finding in engine.matches(&article) {
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
        for sentence in &engine.document(&article).sentences {
            writeln!(output.out, "{}\n{}", layers::heading(sentence), layer(sentence))?;
        }
        Ok(())
    }
}
