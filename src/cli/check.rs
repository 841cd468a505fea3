//! `traduce check`

use super::args::{InputArgs, RuleArgs, SelectArgs};
use super::engine::{Checked, Engine, load_rules};
use super::failure::{Failure, Status};
use super::input::{Input, inputs};
use super::original::OriginalArgs;
use super::output::Output;
use super::team::{Team, next_batch};
use crate::align::{Doubt, SourceText};
use crate::article::Article;
use crate::article::bitext::Pairs;
use crate::article::jsonl::{LINE_LIMIT, Reader, Record};
use crate::compare::Original;
use crate::report::summary::Summary;
use crate::report::{Origin, jsonl, text};
use crate::source::{ARTICLE_LIMIT, Format, ReadError, Source};
use clap::{Args, ValueEnum};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};

/// Report likely mistranslations
#[derive(Args)]
#[command(after_help = "\
Examples:
  traduce check article.txt
  traduce check articles/ --select calque,false-friend
  curl -s https://example.org/news | traduce check - --stdin-format html --no-chrome
  traduce check article.en.txt --source article.fr.txt
  traduce check pairs.tsv --bitext --source-lang fr
  traduce check archive.jsonl --format jsonl > findings.jsonl

Exit status: 0 nothing found, 1 findings, 2 an error.")]
pub struct Check {
    /// How to print findings: for people, or one JSON object a line
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
    /// End with status 0 also when there are findings
    #[arg(long)]
    exit_zero: bool,
    /// Print findings only, no summary
    #[arg(short, long)]
    quiet: bool,
    #[command(flatten)]
    original: OriginalArgs,
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    rules: RuleArgs,
    #[command(flatten)]
    select: SelectArgs,
}

/// How to print findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    Text,
    Jsonl,
}

struct Run<'a> {
    command: &'a Check,
    team: Team<'a>,
    output: &'a mut Output,
    summary: Summary,
    status: Status,
    /// The text that the one article is compared with.
    original: Option<Original>,
    /// The text between an original and its back-translation.
    between: Option<Original>,
}

impl Check {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let (rules, problems) = load_rules(&self.rules, output);
        let engine = Engine::new(&rules, &self.select, !self.input.no_chrome)?;
        let mut run = Run {
            command: self,
            status: Status { found: false, failed: problems > 0 },
            team: Team::new(engine),
            output,
            summary: Summary::default(),
            original: self.original.load(&self.input)?,
            between: self.original.between(&self.input)?,
        };
        run.say_doubts();
        for input in inputs(&self.input)? {
            match input {
                Ok(input) => run.input(&input)?,
                Err(failure) => run.fail(&failure),
            }
        }
        if self.format == ReportFormat::Text && !self.quiet && run.summary.articles() > 0 {
            writeln!(run.output.out, "{}", run.summary.line())?;
        }
        Ok(Status { found: run.status.found && !self.exit_zero, ..run.status })
    }
}

impl Run<'_> {
    /// Says where the source text is in a language, or partly in one, that cannot be read. That it is plainly in another
    /// language than was given is a finding.
    fn say_doubts(&mut self) {
        for text in [&self.original, &self.between].into_iter().flatten() {
            let read = SourceText::read(&text.text, text.language.as_deref());
            let doubts =
                read.doubts.iter().filter(|doubt| matches!(doubt, Doubt::NoTable(_) | Doubt::Mixed { .. }));
            doubts.for_each(|doubt| self.output.note(&format!("note: {doubt}")));
        }
    }

    fn input(&mut self, input: &Input) -> Result<(), Failure> {
        let args = &self.command.input;
        let bitext = self.command.original.bitext;
        let source = match input {
            Input::Stdin if args.stdin_format == Format::Jsonl || bitext => {
                return self.records(io::stdin().lock(), &args.stdin_name);
            }
            Input::Stdin => {
                Source::load(io::stdin().lock(), &args.stdin_name, args.stdin_format, ARTICLE_LIMIT)
            }
            Input::File { path, format } if *format == Format::Jsonl || bitext => match File::open(path) {
                Ok(file) => return self.records(BufReader::new(file), &path.display().to_string()),
                Err(error) => {
                    self.fail(&Failure::new(format!("{}: cannot be read: {error}", path.display())));
                    return Ok(());
                }
            },
            Input::File { path, format } => Source::open(path, *format, ARTICLE_LIMIT),
        };
        match source {
            Ok(source) => {
                let article = Article::read(&source.text, source.format);
                let origin = Origin { path: &source.name, record: None };
                self.article(&article, origin, &source.text, source.format)
            }
            Err(error) => {
                self.fail(&error.into());
                Ok(())
            }
        }
    }

    /// Checks records batch by batch, each batch on all cores; what is printed keeps the order of the input.
    fn records(&mut self, input: impl BufRead, name: &str) -> Result<(), Failure> {
        if self.command.original.bitext {
            self.batches(Pairs::new(input, name, LINE_LIMIT), name)
        } else {
            self.batches(Reader::new(input, name, LINE_LIMIT), name)
        }
    }

    fn batches(
        &mut self,
        mut reader: impl Iterator<Item = Result<Record, ReadError>>,
        name: &str,
    ) -> Result<(), Failure> {
        loop {
            let batch = next_batch(&mut reader);
            if batch.is_empty() {
                return Ok(());
            }
            let checked = self.team.check(&batch, self.command.original.source_lang.as_deref());
            for (record, checked) in batch.into_iter().zip(checked) {
                match (record, checked) {
                    (Ok(record), Some(checked)) => {
                        let id = record.id.clone().unwrap_or_else(|| record.line.to_string());
                        let origin = Origin { path: name, record: Some(&id) };
                        self.report(checked, origin, &record.text)?;
                    }
                    (Ok(_), None) => {}
                    (Err(error), _) => self.fail(&error.into()),
                }
            }
        }
    }

    fn article(
        &mut self,
        article: &Article,
        origin: Origin<'_>,
        source: &str,
        format: Format,
    ) -> Result<(), Failure> {
        let original = self.original.clone();
        let checked = self.team.first().check_round(article, format, original, self.between.clone());
        self.report(checked, origin, source)
    }

    fn report(&mut self, checked: Checked, origin: Origin<'_>, source: &str) -> Result<(), Failure> {
        let Checked { findings, words, pivot } = checked;
        self.status.found |= !findings.is_empty();
        self.summary.add(&findings, words, pivot);
        let out = &mut self.output.out;
        match self.command.format {
            ReportFormat::Text => {
                out.write_all(text::render(origin, source, &findings, self.output.layout).as_bytes())?;
            }
            ReportFormat::Jsonl => jsonl::write(out, origin, source, &findings)?,
        }
        Ok(())
    }

    /// One input failed; the others go on.
    fn fail(&mut self, failure: &Failure) {
        self.status.failed = true;
        self.output.failure(failure);
    }
}
